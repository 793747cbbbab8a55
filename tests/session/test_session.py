from datetime import UTC, datetime, timedelta

import pytest

from tests.sessions import PRIVATE_MARK
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import Bucket, OwnerFit, Phase
from workshop.domain.errors import Rejected
from workshop.domain.records import Activity, Note, SessionFacts
from workshop.domain.stage import Scene, Stage
from workshop.session import Session


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.now = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def move(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(tmp_path, clock):
    with Session.create(tmp_path / "s.gather", title="Riverside", clock=clock) as created:
        yield created


def card(text, n=1, **values):
    return Activity(id=-n, text=text, **values)


def texts(session):
    return [each.text for each in session.state.all(Activity)]


def test_a_new_session_has_its_facts_and_the_usual_agenda(session):
    assert session.state.facts.title == "Riverside"
    assert len(session.state.facts.session_id) == 32
    assert session.undo_label is None


def test_a_fact_that_breaks_a_rule_makes_no_session(tmp_path):
    with pytest.raises(Rejected):
        Session.create(tmp_path / "n.gather", title="x" * 1_000_001)
    assert not (tmp_path / "n.gather").exists()


def test_an_edit_is_in_the_file_when_the_call_returns(session):
    session.execute(AddRecords((card("Sign letters"),)))
    rows = session._file._connection.execute("SELECT text FROM activity").fetchall()
    assert rows == [("Sign letters",)]
    assert not session._file._connection.in_transaction


def test_undo_and_redo_are_named_and_take_turns(session):
    session.execute(AddRecords((card("Sign letters"),)))
    session.execute(MoveActivities((1,), Bucket.PROCESS))
    assert session.undo_label == "Moved “Sign letters” to Process"
    session.undo()
    assert session.undo_label == "Added activity “Sign letters”"
    assert session.redo_label == "Moved “Sign letters” to Process"
    session.redo()
    assert session.undo_label == "Moved “Sign letters” to Process"
    assert session.redo_label is None
    assert [c.text for c in session.state.activities(Bucket.PROCESS)] == ["Sign letters"]


def test_nothing_is_left_to_undo_or_redo(session):
    with pytest.raises(Rejected, match="nothing left to undo"):
        session.undo()
    with pytest.raises(Rejected, match="nothing left to redo"):
        session.redo()


def test_a_new_command_ends_what_could_be_redone(session):
    session.execute(AddRecords((card("One"),)))
    session.undo()
    session.execute(AddRecords((card("Two"),)))
    assert session.redo_label is None
    assert texts(session) == ["Two"]


def test_a_number_is_never_given_twice(session):
    session.execute(AddRecords((card("One"),)))
    session.undo()
    session.execute(AddRecords((card("Two"),)))
    assert [each.id for each in session.state.all(Activity)] == [2]
    path = session.path
    session.execute(DeleteRecords(Activity, (2,)))
    session.close()
    with Session.open(path) as again:
        again.execute(AddRecords((card("Three"),)))
        assert [each.id for each in again.state.all(Activity)] == [3]


def test_a_command_that_changes_nothing_leaves_no_trace(session):
    session.execute(AddRecords((card("One"),)))
    length = len(session.history())
    assert not session.execute(EditRecord(Activity, 1, {"text": "One"}))
    assert len(session.history()) == length


def test_a_rejected_command_leaves_no_trace(session):
    published = []
    session.subscribe(published.append)
    with pytest.raises(Rejected):
        session.execute(AddRecords((card("   "),)))
    assert published == []
    assert len(session.history()) == 1


def test_edits_under_one_key_within_a_second_are_one_step(session, clock):
    session.execute(AddRecords((card("One", hours_per_week=1.0),)))
    for hours in (2.0, 3.0, 4.0):
        clock.move(0.9)
        session.execute(EditRecord(Activity, 1, {"hours_per_week": hours}), merge_key="hours 1")
    session.undo()
    assert session.state.all(Activity)[0].hours_per_week == 1.0
    session.redo()
    assert session.state.all(Activity)[0].hours_per_week == 4.0


@pytest.mark.parametrize(("wait", "key"), [(1.0, "hours 1"), (0.1, "hours 2"), (0.1, None)])
def test_a_pause_or_another_key_begins_a_new_step(session, clock, wait, key):
    session.execute(AddRecords((card("One", hours_per_week=1.0),)))
    session.execute(EditRecord(Activity, 1, {"hours_per_week": 2.0}), merge_key="hours 1")
    clock.move(wait)
    session.execute(EditRecord(Activity, 1, {"hours_per_week": 3.0}), merge_key=key)
    session.undo()
    assert session.state.all(Activity)[0].hours_per_week == 2.0


def test_a_step_that_adds_and_edits_is_undone_and_redone_whole(session, clock):
    session.execute(AddRecords((card("One"),)), merge_key="typing")
    session.execute(EditRecord(Activity, 1, {"text": "One more"}), merge_key="typing")
    session.undo()
    assert texts(session) == []
    session.redo()
    assert texts(session) == ["One more"]


def test_subscribers_hear_what_is_on_the_disk_until_they_stop(session):
    heard = []
    stop = session.subscribe(lambda change_set: heard.append((change_set.label, texts(session))))
    session.execute(AddRecords((card("One"),)))
    session.undo()
    stop()
    session.redo()
    assert heard == [
        ("Added activity “One”", ["One"]),
        ("Undo: Added activity “One”", []),
    ]


def test_the_public_history_does_not_tell_that_something_private_was_done(tmp_path, clock):
    def done(name, *, private):
        with Session.create(tmp_path / name, title="R", clock=clock) as session:
            session.execute(AddRecords((card("One", bucket=Bucket.PROCESS),)))
            if private:
                session.execute(AddRecords((Note(id=-1, text=PRIVATE_MARK, phase=Phase.DEAL),)))
                session.execute(AnswerProcess(1, {"owner_fit": OwnerFit.NOT_RIGHT}))
                session.undo()
            session.execute(AddRecords((card("Two"),)))
            session.undo()
            return session.history(), session.history(private=True)

    public, whole = done("a.gather", private=True)
    assert public == done("b.gather", private=False)[0]
    assert [line.undoes for line in public] == [None, None, None, 3]
    assert len(whole) == len(public) + 3
    assert all(line.hash for line in whole)
    assert PRIVATE_MARK not in str(whole)


def test_what_the_wall_shows_survives_and_is_no_step_of_undo(tmp_path, clock):
    path = tmp_path / "s.gather"
    stage = Stage(phase=Phase.BUCKET, scene=Scene.CARD, subject_id=3, page=2, frozen=True)
    with Session.create(path, clock=clock) as session:
        session.show(stage)
        assert session.undo_label is None
    with Session.open(path) as session:
        assert session.stage == stage


def test_an_unfinished_text_is_offered_back_until_it_is_dropped(tmp_path, clock):
    path = tmp_path / "s.gather"
    with Session.create(path, clock=clock) as session:
        session.keep_draft("card 3", "Sign the le")
        session.keep_draft("card 3", "Sign the letters\ud83d")
    with Session.open(path) as session:
        assert [(d.editor, d.text) for d in session.drafts()] == [
            ("card 3", "Sign the letters\ufffd")
        ]
        session.drop_draft("card 3")
        assert session.drafts() == []


def test_facts_are_edited_and_undone_like_everything_else(session):
    session.execute(EditRecord(SessionFacts, 1, {"agency": "Three Rivers"}))
    assert session.state.facts.agency == "Three Rivers"
    session.undo()
    assert session.state.facts.agency == ""
