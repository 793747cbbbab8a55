"""`gather check --against` says of which state a handout is; `export` marks it on demand."""

import re
from pathlib import Path

import pikepdf
import pytest

from tests.cli.helpers import done, gather, refused
from workshop.domain.commands.agenda import TimePhase
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import AgendaItem, Note
from workshop.session import Session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "s.gather"
    done("new", path, "--title", "Riverside", "--agency", "Three Rivers")
    done("import", path, "-", given="Sign letters")
    return path


def exported(file: Path, *options: str) -> Path:
    path = file.with_name("out.pdf")
    done("export", file, path, "--force", *options)
    return path


def against(file: Path, handout: object) -> tuple[int, str]:
    result = gather("check", file, "--against", handout)
    assert result.stderr == ""
    return result.exit_code, result.stdout.splitlines()[-1]


@pytest.mark.parametrize("options", [(), ("--pdfa",), ("--roles",), ("--what", "buckets")])
def test_a_handout_of_now_is_known(file: Path, options: tuple[str, ...]) -> None:
    code, told = against(file, exported(file, *options))
    assert (code, told.endswith("out.pdf” shows this session as it is now.")) == (0, True)


def test_a_handout_of_an_earlier_state_is_known(file: Path) -> None:
    handout = exported(file)
    for text in ("Call people", "Plan the week"):
        done("import", file, "-", given=text)
    code, told = against(file, handout)
    assert code == 0
    assert re.search(r"shows an earlier state .* UTC, 2 edits ago \(history 2\)\.$", told)
    done("undo", file)
    done("undo", file)
    assert against(file, handout)[1].endswith("as it is now.")


def test_a_private_note_makes_no_other_state(file: Path) -> None:
    handout = exported(file)
    with Session.open(file) as session:
        session.execute(AddRecords((Note(id=0, text="private"),)))
    assert against(file, handout)[1].endswith("as it is now.")


def test_the_clock_of_a_phase_makes_no_other_state(file: Path) -> None:
    handout = exported(file)
    with Session.open(file) as session:
        session.execute(TimePhase(session.state.all(AgendaItem)[0].id, 600))
    assert against(file, handout)[1].endswith("as it is now.")


def test_a_handout_of_another_session_is_refused(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.gather"
    done("new", other, "--title", "Lakeside")
    code, told = against(file, exported(other))
    assert (code, told.endswith("shows no state of this session.")) == (1, True)


def test_the_digits_of_a_printed_footer_do(file: Path) -> None:
    with pikepdf.open(exported(file)) as pdf:
        digits = str(pdf.docinfo.Keywords).removeprefix("gather-state:")
    assert against(file, digits[:12]) == (0, f"“{digits[:12]}” shows this session as it is now.")
    assert against(file, "0" * 12)[0] == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no pdf", "is not a PDF"),
        (b"%PDF-1.7 nothing", "does not say which state"),
        (b"%PDF-1.7 gather-state:" + b"0" * 65, "does not say which state"),
        (
            b"%PDF-1.7 gather-state:" + b"0" * 64 + b" gather-state:" + b"1" * 64,
            "says of itself that it shows several states",
        ),
    ],
)
def test_a_strange_file_is_told_in_a_sentence(
    file: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "strange.pdf"
    path.write_bytes(content)
    assert reason in refused("check", file, "--against", path)


def test_a_handout_that_is_not_there_is_told(file: Path, tmp_path: Path) -> None:
    assert "There is no file" in refused("check", file, "--against", tmp_path / "none.pdf")


def test_a_marking_that_the_session_lacks_is_refused(file: Path, tmp_path: Path) -> None:
    told = refused("export", file, tmp_path / "x.pdf", "--marking", "cui-dod")
    assert told.startswith("CUI as DoD marks it needs who controls it, the CUI category, ")
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("option", [("--marking", "none"), ("--roles",), ("--pdfa",)])
def test_options_of_handouts_are_for_handouts(file: Path, option: tuple[str, ...]) -> None:
    told = refused("export", file, file.with_name("x.csv"), *option, code=2)
    assert f"{option[0]} is for handouts" in told
