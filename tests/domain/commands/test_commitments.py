"""Updates of commitments, and fist to five."""

import datetime as dt

import pytest

from tests.sessions import blank_session, full_session, run
from workshop.domain.commands.commitments import CountBuyIn, UpdateCommitment
from workshop.domain.enums import CommitmentStatus
from workshop.domain.errors import Rejected
from workshop.domain.records import BuyIn, Commitment, CommitmentUpdate

DAY = dt.date(2026, 4, 1)


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
