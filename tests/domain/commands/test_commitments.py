"""Updates of commitments, and fist to five."""

import datetime as dt

import pytest

from tests.sessions import blank_session, full_session, run
from workshop.domain.commands.commitments import (
    CountBuyIn,
    KeepCommitment,
    UpdateCommitment,
)
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import CommitmentKind, CommitmentStatus, ExcuseState
from workshop.domain.errors import Rejected
from workshop.domain.records import BuyIn, Commitment, CommitmentUpdate, Excuse

DAY = dt.date(2026, 4, 1)


def promise(text, **values):
    return Commitment(text=text, kind=CommitmentKind.FIX_NOW, **{"id": 0, **values})


def test_a_commitment_ends_the_excuses_that_are_named_in_the_same_step():
    before = run(full_session(), AddRecords((Excuse(id=0, text="Not our job"),)))
    excuse_id = before.all(Excuse)[-1].id
    changes = KeepCommitment(promise("Adopt one sheet"), frozenset({excuse_id})).plan(before)
    state = before.apply(changes.changes)
    made = state.all(Commitment)[-1]
    assert (made.text, changes.label) == ("Adopt one sheet", "Committed to “Adopt one sheet”")
    ended = state.get(Excuse, excuse_id)
    assert (ended.state, ended.removed_by_id) == (ExcuseState.REMOVED, made.id)
    state = run(state, KeepCommitment(made))
    ended = state.get(Excuse, excuse_id)
    assert (ended.state, ended.removed_by_id) == (ExcuseState.OPEN, None)


def test_a_commitment_that_is_edited_keeps_its_status():
    late = run(full_session(), UpdateCommitment(1, CommitmentStatus.LATE, DAY))
    changes = KeepCommitment(promise("Hire two clerks", id=1)).plan(late)
    kept = late.apply(changes.changes).get(Commitment, 1)
    assert (kept.text, kept.status) == ("Hire two clerks", CommitmentStatus.LATE)
    assert changes.label == "Changed “Hire two clerks”"


@pytest.mark.parametrize("lost", [{"id": 9}, {"process_id": 99}])
def test_a_commitment_needs_what_it_names(lost):
    with pytest.raises(Rejected, match="There is no "):
        KeepCommitment(promise("Adopt one sheet", **lost)).plan(full_session())


def test_a_new_status_is_kept_with_its_day_and_word():
    changes = UpdateCommitment(1, CommitmentStatus.LATE, DAY, "Budget moved").plan(full_session())
    state = full_session().apply(changes.changes)
    assert changes.label == "Marked “Hire a clerk” late"
    assert state.get(Commitment, 1).status is CommitmentStatus.LATE
    update = state.all(CommitmentUpdate)[-1]
    assert (update.commitment_id, update.made_on, update.status, update.text) == (
        1,
        DAY,
        CommitmentStatus.LATE,
        "Budget moved",
    )


def test_a_word_may_be_added_without_a_new_status():
    state = run(full_session(), UpdateCommitment(1, CommitmentStatus.OPEN, DAY, "Asked again"))
    assert [update.text for update in state.all(CommitmentUpdate)] == ["Asked", "Asked again"]


def test_an_update_needs_its_commitment():
    with pytest.raises(Rejected, match="There is no commitment with the number 9"):
        UpdateCommitment(9, CommitmentStatus.KEPT, DAY).plan(full_session())


def test_a_second_count_replaces_the_first():
    state = run(blank_session(), CountBuyIn((0, 0, 1, 2, 3, 4)), CountBuyIn((1, 0, 0, 0, 0, 9)))
    assert [count.counts for count in state.all(BuyIn)] == [(1, 0, 0, 0, 0, 9)]


def test_nobody_holds_up_fewer_than_no_hands():
    with pytest.raises(Rejected, match="A count lies between 0 and 1,000,000, not at -1"):
        CountBuyIn((0, 0, 0, 0, 0, -1)).plan(blank_session())
