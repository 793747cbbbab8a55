"""A session as an immutable value."""

import pytest

from tests.sessions import blank_session, full_session, with_cards
from workshop.domain.changes import Change, ChangeSet
from workshop.domain.enums import Bucket, OwnerFit
from workshop.domain.errors import StaleChangeError
from workshop.domain.records import Activity, Note, PrivateAnswers, Process
from workshop.domain.state import State

CARD = Activity(id=1, text="a")
OTHER = Activity(id=1, text="b")


@pytest.mark.parametrize(
    "change",
    [
        Change(None, OTHER),
        Change(OTHER, None),
        Change(OTHER, CARD),
        Change(Activity(id=2, text="a"), None),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change):
    with pytest.raises(StaleChangeError, match="is not as the change expects"):
        State.of([CARD]).apply([change])


def test_states_are_equal_when_their_records_are():
    used = State.of([CARD]).apply([Change(None, Note(id=1, text="x"))])
    assert used != State.of([CARD])
    assert used.apply([Change(Note(id=1, text="x"), None)]) == State.of([CARD])


def test_ids_that_were_used_before_are_known_to_a_loaded_state():
    assert State.of([CARD], {Activity: 9, Note: 4}).next_ids == {Activity: 9, Note: 4}
    assert State.of([CARD], {Activity: 1}).next_ids == {Activity: 2}


def test_records_are_found():
    state = full_session()
    assert state.get(Activity, 1).text == "Sign permit letters"
    assert state.get(Activity, 99) is None
    assert [card.id for card in state.all(Activity)] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [card.id for card in state.activities(Bucket.PROCESS)] == [1, 2, 3]
    assert [card.id for card in state.activities_of(2)] == [2, 3]
    assert [process.id for process in state.processes()] == [1, 2]
    assert state.facts.title == "Riverside"
    assert len(blank_session()) == 1
    assert len(with_cards("a", "b", bucket=Bucket.PROCESS)) == 5


def test_private_answers_that_were_not_given_are_blank():
    state = full_session()
    assert state.private_answers(1).owner_fit is OwnerFit.NOT_RIGHT
    assert state.private_answers(2) == PrivateAnswers(id=2)


def test_a_change_knows_its_record_and_its_flip():
    change = Change(CARD, OTHER)
    assert (change.record, change.kind, change.id) == (OTHER, Activity, 1)
    assert change.flip() == Change(OTHER, CARD)
    assert Change(CARD, None).record is CARD


def test_a_change_set_is_taken_back_in_reverse_order():
    process = Process(id=1, name="p")
    changes = ChangeSet("Did", (Change(None, process), Change(None, CARD)))
    undo = changes.flip("Undid")
    assert undo == ChangeSet("Undid", (Change(CARD, None), Change(process, None)))
    assert changes
    assert not ChangeSet("Nothing", ())


def test_a_change_set_is_private_when_nothing_in_it_is_public():
    note = Change(None, Note(id=1, text="x"))
    assert ChangeSet("a", (note,)).is_private
    assert not ChangeSet("a", (note, Change(None, CARD))).is_private
