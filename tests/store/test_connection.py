"""What may not be opened, or not be changed, and what the user reads then."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from tests.store.helpers import new_session, run_sql, tables
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import Activity
from workshop.session import Session
from workshop.store.errors import (
    DamagedError,
    DiskFullError,
    ExistsError,
    LockedError,
    MissingError,
    NewerError,
    NotASessionError,
    ReadOnlyError,
    StoreError,
)

POSIX = os.name == "posix"

OPEN_AND_TELL = """
import sys
from pathlib import Path
from workshop.session import Session
try:
    Session.open(Path(sys.argv[1]))
except Exception as error:
    print(type(error).__name__, error)
"""

READ_AND_TELL = OPEN_AND_TELL.replace("argv[1])", "argv[1]), read_only=True")


@pytest.fixture
def path(tmp_path):
    return new_session(tmp_path / "s.gather", "Sign letters")


@pytest.fixture(params=[True, False], ids=["to read", "to write"])
def opening(request):
    return lambda path: Session.open(path, read_only=request.param).close()


def refused(action, kind: type[StoreError]) -> str:
    """Return the sentence with which an action is refused."""
    with pytest.raises(StoreError) as caught:
        action()
    assert type(caught.value) is kind
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "sqlite" not in sentence.casefold()
    return sentence


def test_a_missing_file_is_named(tmp_path, opening):
    sentence = refused(lambda: opening(tmp_path / "gone.gather"), MissingError)
    assert "gone.gather" in sentence


def test_a_folder_is_no_session(tmp_path, opening):
    assert "folder" in refused(lambda: opening(tmp_path), NotASessionError)


@pytest.mark.parametrize(
    "content",
    [b"", b"Sign letters\nAnswer the phone\n", b"%PDF-1.7\n" * 999, b"SQLite format 3\0" * 900],
    ids=["empty", "text", "other", "broken header"],
)
def test_another_kind_of_file_is_no_session_and_stays_as_it_is(tmp_path, opening, content):
    path = tmp_path / "other.gather"
    path.write_bytes(content)
    with pytest.raises((NotASessionError, DamagedError)):
        opening(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_session(tmp_path, opening):
    path = tmp_path / "other.gather"
    run_sql(path, "CREATE TABLE activity (id INTEGER)")
    refused(lambda: opening(path), NotASessionError)


def test_a_file_of_a_newer_version_is_left_alone(path, opening):
    run_sql(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    assert "newer version" in refused(lambda: opening(path), NewerError)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON activity BEGIN DELETE FROM process; END",
        "CREATE VIEW v AS SELECT * FROM note",
        "CREATE TABLE extra (id INTEGER)",
        "CREATE INDEX i ON activity (text)",
        "DROP TABLE note",
        "ALTER TABLE activity ADD COLUMN colour TEXT",
        "CREATE TRIGGER t AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM process; END",
    ],
)
def test_a_file_with_tables_that_are_not_ours_is_refused(path, opening, statement):
    run_sql(path, statement)
    refused(lambda: opening(path), DamagedError)


def test_damaged_pages_are_noticed_and_the_way_out_is_named(path, opening):
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 30] = os.urandom(4096 * 27)
    path.write_bytes(content)
    assert "gather salvage" in refused(lambda: opening(path), DamagedError)


def test_a_row_that_is_no_record_is_named(path, opening):
    run_sql(path, "UPDATE activity SET bucket = 'elsewhere'")
    assert "activity 1" in refused(lambda: opening(path), DamagedError)


def test_a_session_without_facts_is_damaged(path, opening):
    run_sql(path, "DELETE FROM session_facts")
    refused(lambda: opening(path), DamagedError)


def test_an_existing_file_is_never_created_over(path):
    before = path.read_bytes()
    refused(lambda: Session.create(path, title="Other"), ExistsError)
    assert path.read_bytes() == before


@pytest.mark.skipif(not POSIX, reason="links need a privilege on Windows")
def test_a_new_session_does_not_follow_a_link(tmp_path):
    (tmp_path / "link.gather").symlink_to(tmp_path / "target.gather")
    refused(lambda: Session.create(tmp_path / "link.gather"), ExistsError)
    assert not (tmp_path / "target.gather").exists()


@pytest.mark.skipif(not POSIX, reason="file modes are POSIX")
def test_only_the_user_may_read_a_new_session(path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_session_cannot_be_created_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="folder"):
        Session.create(tmp_path / "gone" / "s.gather")


def opened_elsewhere(path, script=OPEN_AND_TELL) -> str:
    """Return what another process says that opens a session."""
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def test_a_session_that_is_open_elsewhere_is_refused_with_who_has_it(path, opening):
    with Session.open(path):
        said = opened_elsewhere(path)
        assert said.startswith("LockedError")
        assert "since" in said
        refused(lambda: opening(path), LockedError)
    opening(path)


@pytest.mark.parametrize("script", [OPEN_AND_TELL, READ_AND_TELL], ids=["to write", "to read"])
def test_a_session_stays_this_program_s_own_though_its_file_was_looked_into(path, script):
    with Session.open(path):
        path.read_bytes()  # as a file dialog does; SQLite's lock is gone then
        assert opened_elsewhere(path, script).startswith("LockedError")
    assert opened_elsewhere(path, script) == ""


def test_a_hostile_note_of_the_holder_cannot_break_the_sentence(path):
    with Session.open(path):
        note = path.with_name(f".{path.name}.lock")
        text = "\\n\\u001b[31m" + "x" * 500
        note.write_text(f'{{"user":"{text}","computer":"c","since":"s","session_id":"../../x"}}')
        sentence = refused(lambda: Session.open(path), LockedError)
    assert "\x1b" not in sentence
    assert len(sentence) < 400


def test_nothing_lies_beside_a_session_that_was_closed(path):
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]


def test_a_full_disk_refuses_the_edit_and_keeps_everything_before_it(path):
    session = Session.open(path)
    connection = session._file._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    before, on_disk = session.state, tables_while_open(session)
    published = []
    session.subscribe(published.append)
    big = AddRecords((Activity(id=-1, text="x" * 500_000),))
    assert "full" in refused(lambda: session.execute(big), DiskFullError)
    assert session.state is before
    assert tables_while_open(session) == on_disk
    assert published == []
    connection.execute("PRAGMA max_page_count = 1000000")
    session.execute(big)
    session.close()
    assert len(tables(path)["activity"]) == 2


def tables_while_open(session: Session) -> int:
    return session._file._connection.execute("SELECT count(*) FROM activity").fetchone()[0]


@pytest.mark.skipif(not POSIX or os.geteuid() != 0, reason="needs a user to become")
def test_a_file_that_may_not_be_written_opens_to_read_alone(path):
    path.parent.chmod(0o755)
    path.chmod(0o644)
    script = (
        "import os, sys; from pathlib import Path; from workshop.session import Session\n"
        "path = Path(sys.argv[1]); os.setuid(65534)\n"
        "print(len(Session.open(path, read_only=True).state))\n"
        "try: Session.open(path)\n"
        "except Exception as error: print(type(error).__name__)"
    )
    folder = path.parent
    while folder != folder.parent:
        folder.chmod(folder.stat().st_mode | 0o055)
        folder = folder.parent
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["10", ReadOnlyError.__name__]


def test_a_file_that_was_swapped_behind_our_back_is_not_written_into(path, tmp_path):
    session = Session.open(path)
    path.rename(tmp_path / "moved.gather")
    add = AddRecords((Activity(id=-1, text="Lost?"),))
    refused(lambda: session.execute(add), MissingError)
    (tmp_path / "moved.gather").rename(path)
    session.execute(add)
    session.close()
    assert len(tables(path)["activity"]) == 2


def test_deleted_text_does_not_stay_in_the_free_pages(tmp_path):
    path = new_session(tmp_path / "s.gather")
    with Session.open(path) as session:
        session.keep_draft("card", "a secret that was typed")
        session.drop_draft("card")
    assert b"a secret that was typed" not in path.read_bytes()


def test_the_pragmas_are_those_that_lost_nothing(path):
    with Session.open(path) as session, closing(sqlite3.connect(":memory:")):
        connection = session._file._connection
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode", "synchronous", "foreign_keys", "locking_mode", "secure_delete",
                "trusted_schema", "cell_size_check",
            )
        }  # fmt: skip
    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


@pytest.mark.skipif(not POSIX, reason="pipes have no name on Windows")
def test_a_note_of_the_holder_that_is_no_file_holds_nothing_up(path):
    with Session.open(path):
        note = path.with_name(f".{path.name}.lock")
        note.unlink()
        os.mkfifo(note)
        refused(lambda: Session.open(path), LockedError)
        note.unlink()


def test_a_file_whose_making_was_cut_short_says_so(path):
    run_sql(path, "PRAGMA user_version = 0")
    assert "never finished" in refused(lambda: Session.open(path), DamagedError)
