"""What the start screen tells about recent files."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import CommitmentKind
from workshop.domain.records import Activity, Commitment, Participant
from workshop.session import Session
from workshop.store.snapshots import Snapshot
from workshop.ui.opening import copy_time
from workshop.ui.start.delegate import shown_time
from workshop.ui.start.model import RecentModel
from workshop.ui.start.reading import read_recent
from workshop.ui.start.recents import unread


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "riverside.gather"
    Session.create(made, title="Leaders", agency="Riverside").close()
    return made


def add(path, *records):
    with Session.open(path) as session:
        session.execute(AddRecords(records))


def test_the_state_tells_who_and_how_far(path):
    assert read_recent(path).state == "Riverside. Welcome, 0 activities."
    add(path, Participant(id=0, name="Ruth"), Activity(id=0, text="Sign"))
    assert read_recent(path).state == "Riverside, 1 participant. Welcome, 1 activity."
    add(path, Commitment(id=0, text="Fix it", kind=CommitmentKind.FIX_NOW))
    assert read_recent(path).state == "Riverside, 1 participant. Welcome, 1 commitment."
    assert read_recent(path).title == "Leaders"


def test_reading_changes_no_byte_and_locks_nothing(path):
    before = path.read_bytes()
    read_recent(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.glob("*riverside*")] == [path.name]


def test_a_session_that_was_closed_did_not_crash(path):
    assert read_recent(path).drafts is None


def test_what_cannot_be_read_is_a_sentence(path, tmp_path):
    assert read_recent(tmp_path / "gone.gather").is_missing
    with Session.open(path):
        assert read_recent(path).state.startswith("Open elsewhere by ")
    path.write_bytes(b"something else")
    assert "is not a Gather session" in read_recent(path).state


def test_the_list_follows_what_is_read_and_forgets(path, tmp_path):
    other = tmp_path / "other.gather"
    model = RecentModel([path, other])
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert model.index(0).data() == unread(path).title == "riverside"
    model.follow(read_recent(path))
    assert model.index(0).data() == "Leaders"
    assert str(path) in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.forget(0)
    assert model.recent(0).path == other
    tester.deleteLater()
    model.deleteLater()


def test_the_title_of_a_recent_file_is_plain_text(tmp_path):
    made = tmp_path / "x.gather"
    Session.create(made, title="<img src='/etc/passwd'>").close()
    assert read_recent(made).title == "<img src='/etc/passwd'>"


def test_times_are_told_in_english_whatever_the_desktop_speaks(in_german):
    at = dt.datetime(2025, 5, 3, 10, 41).astimezone()
    assert shown_time(at) == "3 May 2025"
    assert shown_time(dt.datetime.now().astimezone()).startswith("Today ")
    assert copy_time(Snapshot(Path("copy.gather"), at)) == "10:41 on 3 May"
