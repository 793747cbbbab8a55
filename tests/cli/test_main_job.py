"""The main job from end to end: what a facilitator or a script does, and what comes out."""

import csv
import io
import json
import shutil
import subprocess

import pytest

from tests.cli.helpers import AGENCY, done, program, refused
from workshop import __version__
from workshop.handouts import ANNEX, HANDOUTS
from workshop.session import Session
from workshop.store import SCHEMA_VERSION


@pytest.fixture
def file(tmp_path):
    done("new", tmp_path / "s.gather", "--title", "Riverside")
    return tmp_path / "s.gather"


@pytest.fixture
def filled(file):
    done("import", file, AGENCY)
    return file


def figures(file) -> dict:
    return json.loads(done("show", file, "--json"))


def state_of(file):
    with Session.open(file, read_only=True) as session:
        return session.state


def test_a_session_gets_its_facts(tmp_path):
    file = tmp_path / "s.gather"
    facts = {
        "title": "Riverside", "agency": "Three Rivers", "sponsor": "Director", "place": "Room 2",
        "facilitator": "Lee", "date": "2026-03-12", "marking": "CUI",
    }  # fmt: skip
    done("new", file, *(part for name, fact in facts.items() for part in (f"--{name}", fact)))
    assert facts.items() <= figures(file).items()


def test_the_list_of_an_agency_gives_the_figures_of_the_contract(filled):
    shown = figures(filled)
    assert shown["title"] == "Riverside"
    assert shown["activities"] == {
        "total": 64, "unsorted": 0, "process": 44, "performance": 20, "merged": 0,
    }  # fmt: skip
    assert shown["hours"] == {"process": 1265, "performance": 85}
    assert shown["processes"] == {
        "total": 44,
        "answered": 40,
        "by_triage": {
            "fix now": 30, "org chart": 0, "long term": 9, "find out": 0, "live with it": 0,
            "leave alone": 5,
        },
    }  # fmt: skip
    assert shown["commitments"]["total"] == 39
    assert shown["commitments"]["by_kind"] == {
        "fix now": 30, "org chart": 0, "long term": 9, "find out": 0,
    }  # fmt: skip
    assert shown["commitments"]["by_status"]["open"] == 39
    assert shown["excuses"] == {"open": 0, "removed": 0, "accepted": 0}
    assert (shown["pledges"], shown["participants"]) == (0, 0)
    assert (shown["buy_in"], shown["phase"]) == ([0] * 6, "welcome")
    assert shown["schema_version"] == SCHEMA_VERSION
    assert "private" not in shown


def test_the_figures_read_well_in_a_terminal(filled):
    lines = done("show", filled).splitlines()
    assert lines[0] == "Riverside"
    assert "Activities    64: unsorted 0, process 44, performance 20" in lines
    assert "Processes     44, 40 answered" in lines


def test_importing_again_adds_none_lists_each_repeat_and_changes_no_byte(filled):
    before = filled.read_bytes()
    lines = done("import", filled, AGENCY).splitlines()
    assert lines[0] == "read 64, added 0, near-duplicates 0, skipped 64"
    assert sum(line.startswith("Skipped line ") and ": repeat “" in line for line in lines) == 64
    assert filled.read_bytes() == before


def test_undo_to_empty_and_redo_to_the_end_give_the_identical_tables(filled):
    done("import", filled, "-", given="Open the mail\n")
    full = state_of(filled)
    assert done("undo", filled).startswith("Undo: Imported 1 activity")
    assert done("undo", filled).startswith("Undo: Imported 64 activities")
    assert refused("undo", filled) == "There is nothing left to undo."
    assert figures(filled)["activities"]["total"] == 0
    done("redo", filled)
    done("redo", filled)
    assert refused("redo", filled) == "There is nothing left to redo."
    assert state_of(filled) == full
    assert done("check", filled).endswith(" is sound.\n")


def test_one_import_is_one_step_of_the_history(filled):
    done("undo", filled)
    lines = json.loads(done("history", filled, "--json"))
    assert [(line["number"], line["undoes"]) for line in lines] == [(3, 2), (2, None), (1, None)]
    assert lines[1]["label"].startswith("Imported 64 activities")
    assert [line.split()[0] for line in done("history", filled).splitlines()] == ["3", "2", "1"]


def test_the_audit_log_is_a_table_and_shows_hashes_with_private_alone(filled):
    public = list(csv.DictReader(io.StringIO(done("history", filled, "--csv"))))
    private = list(csv.DictReader(io.StringIO(done("history", filled, "--csv", "--private"))))
    assert list(public[0]) == ["number", "made_at", "label", "undoes"]
    assert [row["label"] for row in public] == [row["label"] for row in private]
    assert all(len(row["hash"]) == 64 for row in private)


def test_entries_about_private_records_alone_are_left_out_without_a_gap(file):
    done("import", file, "-", given="process,problem\nSign forms,yes\n")
    done("import", file, "-", given="process,owner_fit\nSign forms,right\n")
    done("import", file, "-", given="Open the mail\n")
    assert [line.split()[0] for line in done("history", file).splitlines()] == ["3", "2", "1"]
    assert len(done("history", file, "--private").splitlines()) == 4


def test_json_of_an_import_tells_every_row(file):
    rows = "activity;hours;color\nOpen the mail;4;red\n\nopen THE mail;;\nOpen the mails;x;\n"
    told = json.loads(done("import", file, "-", "--json", given=rows))
    assert (told["read"], told["added"]) == (4, 2)
    assert told["skipped"] == [
        {"line": 3, "reason": "blank", "text": ""},
        {"line": 4, "reason": "repeat", "text": "open THE mail"},
    ]
    [pair] = told["near_duplicates"]
    assert (pair["a"], pair["b"]) == (1, 2)
    assert pair["texts"] == ["Open the mail", "Open the mails"]
    assert 88 <= pair["score"] <= 100
    assert told["ignored_columns"] == ["color"]
    assert told["remarks"][0]["line"] == 5


def test_what_is_said_about_an_import_reads_as_plain_lines(file):
    rows = "activity;hours;color\nOpen the mail\x00;4;red\nOpen the mails;x;\n"
    assert done("import", file, "-", given=rows).splitlines() == [
        "read 2, added 2, near-duplicates 1, skipped 0",
        "1 unreadable character replaced by \ufffd.",
        "Columns left out: color.",
        "Line 3 hours_per_week “x” is no number of hours from 0 to 10,000,000; it is left out.",
        "Nearly the same (96): 1 2 “Open the mail\ufffd” and “Open the mails”",
    ]


def test_a_dry_run_tells_the_same_and_writes_nothing_at_all(file, user_folder):
    def traces():
        files = sorted(file.parent.rglob("*"))
        return file.read_bytes(), files, file.parent.stat().st_mtime_ns

    before = traces()
    dry = done("import", file, AGENCY, "--dry-run", "--json")
    assert traces() == before
    assert done("import", file, AGENCY, "--dry-run").endswith("Nothing was written.\n")
    real = json.loads(done("import", file, AGENCY, "--json"))
    assert json.loads(dry) == real | {"dry_run": True}


def test_columns_can_be_mapped_and_rows_sent_to_a_bucket(file):
    rows = "what I do,how long\nSign forms,4\n"
    maps = ("--map", "activity=what I do", "--map", "hours_per_week=2")
    done("import", file, "-", *maps, "--bucket", "process", given=rows)
    assert figures(file)["hours"]["process"] == 4


def test_participants_and_feedback_come_in(filled):
    people = "name,role\nLee,Clerk\nAnn,Director\n"
    done("import", filled, "-", "--kind", "participants", given=people)
    said = "process,who,said\nRenew expiring licenses,Holders,Too late\nFly,Crows,Caw\n"
    told = done("import", filled, "-", "--kind", "feedback", given=said)
    assert told.splitlines() == [
        "read 2, added 1, near-duplicates 0, skipped 1",
        "Skipped line 3: no such process “Fly”",
    ]
    assert figures(filled)["participants"] == 2


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_an_export_brings_a_new_session_to_the_same(filled, tmp_path, ending):
    out, again = tmp_path / f"out.{ending}", tmp_path / f"again.{ending}"
    done("export", filled, out, "--private")
    done("new", tmp_path / "other.gather", "--title", "Riverside")
    done("import", tmp_path / "other.gather", out)
    done("export", tmp_path / "other.gather", again, "--private")
    assert out.read_bytes() == again.read_bytes()
    assert figures(filled) == figures(tmp_path / "other.gather")


def test_what_is_private_is_exported_and_shown_only_when_asked_for(filled, tmp_path):
    out = tmp_path / "out.csv"
    done("export", filled, out)
    assert b"owner_fit" not in out.read_bytes()
    done("export", filled, out, "--private", "--force")
    assert b"owner_fit" in out.read_bytes()
    shown = json.loads(done("show", filled, "--json", "--private"))["private"]
    assert shown["owner_fit"] == {"right": 27, "not right": 8, "unsure": 5}
    assert "Private" in done("show", filled, "--private")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext of poppler-utils")
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_commitments_handout_holds_the_text_of_all(filled, tmp_path, paper):
    told = done("export", filled, tmp_path / "out.pdf", "--paper", paper)
    assert told.startswith("Wrote “")
    printed = subprocess.run(
        ["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    words = "".join(printed.split())
    rows = list(csv.DictReader(io.StringIO(AGENCY.read_text(encoding="utf-8"))))
    promised = [row["commitment"] for row in rows if row["commitment"]]
    assert len(promised) == 39
    assert [text for text in promised if "".join(text.split()) not in words] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext of poppler-utils")
def test_the_annex_is_leader_only_and_the_run_sheet_is_private_when_asked_for(filled, tmp_path):
    def printed(what: str, *options: str) -> str:
        done("export", filled, tmp_path / "out.pdf", "--what", what, "--force", *options)
        return subprocess.run(
            ["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout

    annex = printed("annex")
    assert "LEADER ONLY" in annex
    assert "Not the right owner" in annex
    assert "Watch:" not in printed("run-sheet")
    private = printed("run-sheet", "--private")
    assert "Watch:" in private
    assert "FACILITATOR ONLY" in private
    assert "Not the right owner" not in printed("pack")


@pytest.mark.parametrize("what", [*HANDOUTS, *ANNEX])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_each_handout_is_made_even_of_an_empty_session(file, tmp_path, what, paper):
    done("export", file, tmp_path / "out.pdf", "--what", what, "--paper", paper)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_fixed_build_date_gives_the_same_handout_twice(filled, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    done("export", filled, tmp_path / "a.pdf")
    done("export", filled, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_salvage_brings_a_session_into_a_new_file(filled, tmp_path):
    damaged, new = tmp_path / "damaged.gather", tmp_path / "new.gather"
    content = bytearray(filled.read_bytes())
    content[-4096:] = bytes(4096)
    damaged.write_bytes(content)
    done("salvage", damaged, new)
    assert damaged.read_bytes() == content
    assert done("check", new).endswith(" is sound.\n")


def test_the_version_and_the_help_are_told():
    assert done("--version") == f"gather {__version__}\n"
    assert done("--help").startswith("Usage: ")
    for verb in ("new", "import", "export", "show", "history", "undo", "redo", "check", "salvage"):
        assert done(verb, "--help").startswith("Usage: ")


def test_the_whole_job_runs_as_a_program(tmp_path):
    file = tmp_path / "s.gather"
    for arguments in (
        ("new", file, "--title", "Riverside"),
        ("import", file, AGENCY),
        ("export", file, tmp_path / "out.csv"),
        ("check", file),
    ):
        ran = program(*arguments)
        assert (ran.returncode, ran.stderr) == (0, b"")
    shown = json.loads(program("show", file, "--json").stdout)
    assert shown["activities"]["total"] == 64
    assert [path.name for path in sorted(tmp_path.glob("*.*"))] == ["out.csv", "s.gather"]
