"""What is refused: one plain sentence, an exit code, nothing written and nothing lost."""

import os
import sqlite3
from contextlib import closing

import pytest

from tests.cli.helpers import AGENCY, done, gather, refused
from workshop import files
from workshop.session import Session
from workshop.store import SCHEMA_VERSION

POSIX = os.name == "posix"
AS_ROOT = POSIX and os.geteuid() == 0


@pytest.fixture
def file(tmp_path):
    done("new", tmp_path / "s.gather")
    done("import", tmp_path / "s.gather", "-", given="Sign forms\n")
    return tmp_path / "s.gather"


@pytest.fixture(autouse=True)
def _nothing_is_written_to_the_session(request):
    """See at the end of each test that the session is byte by byte what it was."""
    if "file" not in request.fixturenames:
        yield
        return
    file = request.getfixturevalue("file")
    before = file.read_bytes()
    yield
    assert file.read_bytes() == before
    assert not list(file.parent.glob("*-journal"))
    assert not list(file.parent.glob(".gather-*"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "it is empty"), (b"\n \n", "it is empty"), (b"activity,unit\n", "it has no rows")],
)
def test_nothing_to_import(file, tmp_path, content, sentence):
    (tmp_path / "a.csv").write_bytes(content)
    expected = f"There is nothing to import in “a.csv”: {sentence}."
    assert refused("import", file, tmp_path / "a.csv") == expected


def test_nothing_typed_or_piped_in(file):
    assert refused("import", file, "-", given="") == (
        "There is nothing to import in what was typed or piped in: it is empty."
    )


def test_a_folder_as_a_source(file, tmp_path):
    assert refused("import", file, tmp_path).endswith(" is a folder: give the name of a file.")


def test_a_missing_source(file, tmp_path):
    assert refused("import", file, tmp_path / "a.csv").startswith("There is no file “")


@pytest.mark.skipif(not POSIX or AS_ROOT, reason="root may read everything")
def test_a_source_that_may_not_be_read(file, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"Sign\n")
    (tmp_path / "a.csv").chmod(0)
    assert refused("import", file, tmp_path / "a.csv").startswith("You may not read “")


@pytest.mark.skipif(not POSIX, reason="needs named pipes")
def test_a_pipe_without_a_writer_is_refused_and_not_waited_for(file, tmp_path):
    os.mkfifo(tmp_path / "a.csv")
    assert "is not a file" in refused("import", file, tmp_path / "a.csv")


@pytest.mark.parametrize("ending", ["xlsx", "ods", "pdf", "gather"])
def test_sources_of_later_versions(file, tmp_path, ending):
    (tmp_path / f"a.{ending}").write_bytes(b"content")
    told = refused("import", file, tmp_path / f"a.{ending}")
    assert told.startswith(f"This version does not read files like “a.{ending}”: ")


def test_a_column_that_is_not_there(file):
    told = refused("import", file, "-", "--map", "activity=Z", given="activity,b\nSign,1\n")
    assert told == "There is no column “Z”; the columns are activity, b."


VERBS = ("show", "history", "undo", "redo", "check")


@pytest.mark.parametrize("verb", VERBS)
def test_a_missing_session(tmp_path, verb):
    assert refused(verb, tmp_path / "s.gather").startswith("There is no file “")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("content", [b"", b"Sign forms\n", b"SQLite format 3\x00" + bytes(4096)])
def test_a_file_that_is_no_session(tmp_path, verb, content):
    path = tmp_path / "s.gather"
    path.write_bytes(content)
    refused(verb, path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b",,,\n,,,\n", b";\n"])
def test_a_table_of_blank_cells_is_nothing_to_import(file, content):
    assert "There is nothing to import" in refused("import", file, "-", given=content)


@pytest.mark.parametrize("version", ["true", "1.0", "3"])
def test_json_of_another_version(file, version):
    given = f'{{"format":"gather","version":{version}}}'
    assert "another version" in refused("import", file, "-", given=given)


def test_json_without_records_is_nothing_to_import(file):
    told = refused("import", file, "-", given='{"format":"gather","version":1}')
    assert told.startswith("There is nothing to import")


def test_json_with_a_time_that_no_session_takes(tmp_path):
    done("new", tmp_path / "new.gather")
    item = '{"id":1,"phase":"welcome","planned_minutes":1,"actual_seconds":9223372036854775808}'
    given = f'{{"format":"gather","version":1,"agenda_item":[{item}]}}'
    told = refused("import", tmp_path / "new.gather", "-", given=given)
    assert told.startswith("Time used is at most ")


def test_names_that_are_too_long_for_the_disk(file, tmp_path):
    long = tmp_path / f"{'x' * 300}.csv"
    for arguments in (("export", file, long), ("import", file, long), ("show", long)):
        assert " is too long for this disk: " in refused(*arguments)
    assert " is too long for this disk: " in refused("export", long, tmp_path / "a.csv")


def test_a_column_number_that_is_no_number_of_a_column(file):
    told = refused("import", file, "-", "--map", f"activity={'9' * 5000}", given="a,b\n1,2\n")
    assert told.startswith("There is no column “999")


@pytest.mark.parametrize("epoch", ["", "abc", "99999999999999999999"])
def test_a_time_of_the_build_that_is_none(file, tmp_path, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    told = refused("export", file, tmp_path / "a.pdf")
    assert told.startswith("SOURCE_DATE_EPOCH is no time: ")


def test_salvage_of_what_is_no_file_says_what_it_is(tmp_path):
    told = refused("salvage", tmp_path, tmp_path / "new.gather")
    assert told.endswith(" is a folder: give the name of a file.")


@pytest.mark.skipif(not POSIX, reason="needs named pipes")
def test_salvage_of_a_pipe_says_that_it_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    told = refused("salvage", tmp_path / "pipe", tmp_path / "new.gather")
    assert told.endswith(" is not a file: give the name of a file.")


@pytest.mark.skipif(not POSIX or AS_ROOT, reason="root may read everything")
@pytest.mark.parametrize("verb", ["show", "history", "check"])
def test_a_session_that_may_not_be_read(tmp_path, verb):
    folder = tmp_path / "closed"
    done("new", folder.with_name("s.gather"))
    (tmp_path / "s.gather").chmod(0)
    refused(verb, tmp_path / "s.gather")
    told = refused("salvage", tmp_path / "s.gather", tmp_path / "new.gather")
    assert told.startswith("You may not read “")
    folder.mkdir(mode=0)
    assert refused(verb, folder / "s.gather").startswith("You may not read “")


def test_a_folder_as_a_session(tmp_path):
    refused("show", tmp_path)


@pytest.mark.parametrize("verb", VERBS)
def test_a_newer_session(file, tmp_path, verb):
    newer = tmp_path / "newer.gather"
    newer.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = newer.read_bytes()
    assert "newer" in refused(verb, newer)
    assert newer.read_bytes() == before


@pytest.mark.parametrize("verb", [*VERBS, "import"])
def test_a_session_that_is_open_elsewhere(file, verb):
    with Session.open(file):
        told = refused(verb, file, *([AGENCY] if verb == "import" else []))
    assert " is open elsewhere" in told


def test_a_session_that_is_there_is_not_made_again(file):
    assert " is there already: " in refused("new", file)


def test_a_session_in_a_folder_that_is_not_there(tmp_path):
    refused("new", tmp_path / "none" / "s.gather")


@pytest.mark.parametrize("ending", ["csv", "json", "pdf"])
def test_an_export_never_replaces_a_file_unless_told(file, tmp_path, ending):
    out = tmp_path / f"out.{ending}"
    out.write_bytes(b"mine")
    told = refused("export", file, out)
    assert told.endswith(" is there already: choose another name, or add --force to replace it.")
    assert out.read_bytes() == b"mine"
    done("export", file, out, "--force")
    assert out.read_bytes() != b"mine"


def test_an_export_onto_the_session_itself_even_by_force(tmp_path):
    odd = tmp_path / "s.csv"
    done("new", odd)
    os.link(odd, tmp_path / "other.csv")
    for out in (odd, tmp_path / "other.csv"):
        assert refused("export", odd, out, "--force").endswith(
            " is the session itself: give another name."
        )
    done("show", odd)


@pytest.mark.parametrize("ending", ["csv", "json", "pdf"])
def test_an_export_to_a_full_disk_leaves_nothing_half(file, tmp_path, ending, monkeypatch):
    out = tmp_path / f"out.{ending}"
    out.write_bytes(b"mine")

    def full(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    told = refused("export", file, out, "--force")
    assert told.startswith("The disk is full, so “")
    assert out.read_bytes() == b"mine"


@pytest.mark.parametrize("ending", ["csv", "json", "pdf"])
def test_an_export_to_no_folder_or_onto_a_folder(file, tmp_path, ending):
    assert refused("export", file, tmp_path / "none" / f"a.{ending}").startswith(
        "There is no folder for “"
    )
    (tmp_path / f"a.{ending}").mkdir()
    assert " is a folder" in refused("export", file, tmp_path / f"a.{ending}", "--force")


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "FILE", "out.xlsx"),
        ("export", "FILE", "out.ics"),
        ("merge", "FILE", "other.gather", "--dry-run"),
    ],
)
def test_what_comes_with_a_later_version(file, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    told = refused(*(file if argument == "FILE" else argument for argument in arguments))
    assert told.endswith(" comes with a later version of Gather.")
    assert not list(tmp_path.glob("out.*"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("shwo", "FILE"),
        ("--shwo",),
        ("show",),
        ("show", "FILE", "FILE"),
        ("show", "FILE", "--jsn"),
        ("new", "new.gather", "--date", "31.3.2026"),
        ("import", "FILE", "-", "--kind", "birds"),
        ("import", "FILE", "-", "--bucket", "both"),
        ("import", "FILE", "-", "--map", "activity"),
        ("export", "FILE", "out.doc"),
        ("export", "FILE", "out"),
        ("export", "FILE", "out.pdf", "--what", "birds"),
        ("export", "FILE", "out.csv", "--what", "pack"),
        ("export", "FILE", "out.json", "--what", "inventory"),
        ("export", "FILE", "out.pdf", "--private"),
        ("history", "FILE", "--json", "--csv"),
        ("--sample", "FILE"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence_too(file, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    given = (file if argument == "FILE" else argument for argument in arguments)
    refused(*given, given="Sign\n", code=2)


def test_a_failure_that_nobody_expected_is_told_in_one_sentence_and_logged(
    file, monkeypatch, user_folder
):
    noted = "what the facilitator noted"

    def fail(_view):
        raise RuntimeError(noted)

    monkeypatch.setattr("workshop.cli.start.Figures.of", fail)
    result = gather("show", file)
    log = user_folder / "gather.log"
    assert result.exit_code == 1
    assert result.stderr == (
        f"Gather failed in a way that nobody expected: send “{log}” to its makers.\n"
    )
    assert "RuntimeError" in log.read_text()
    assert noted not in log.read_text()


def test_an_import_that_is_interrupted_says_so(file, monkeypatch):
    def interrupt(_self, _command):
        raise KeyboardInterrupt

    monkeypatch.setattr("workshop.session.Session.execute", interrupt)
    result = gather("import", file, AGENCY)
    assert (result.exit_code, result.stderr.strip()) == (1, "Stopped.")


def test_a_safety_copy_that_fails_is_told_but_the_work_is_done(tmp_path, user_folder):
    user_folder.write_bytes(b"no folder")
    result = gather("new", tmp_path / "s.gather")
    assert result.exit_code == 0
    assert result.stderr.startswith("It is done, but no safety copy was made: ")
    done("show", tmp_path / "s.gather")
