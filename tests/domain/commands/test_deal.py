"""Match the two sides of the deal, and sign it."""

import pytest

from tests.sessions import DAY, add, full_session, run
from workshop.domain.commands.commitments import CountBuyIn
from workshop.domain.commands.deal import AcceptExcuse, ListSigners, MatchExcuse, MatchPledge, Sign
from workshop.domain.deal import Deal
from workshop.domain.enums import ExcuseState
from workshop.domain.errors import Rejected
from workshop.domain.public import PublicView
from workshop.domain.records import Excuse, Participant, PledgeReturn, SignOff


def test_an_excuse_is_removed_by_a_commitment_and_opened_again():
    state = run(full_session(), MatchExcuse(1, 2))
    assert (state.get(Excuse, 1).state, state.get(Excuse, 1).removed_by_id) == (
        ExcuseState.REMOVED,
        2,
    )
    assert [pair.commitment.id for pair in Deal.of(PublicView.of(state)).pairs] == [1, 2]
    state = run(state, MatchExcuse(1, None))
    assert (state.get(Excuse, 1).state, state.get(Excuse, 1).removed_by_id) == (
        ExcuseState.OPEN,
        None,
    )


def test_an_accepted_excuse_is_not_loose():
    state = run(full_session(), AcceptExcuse(1))
    assert [each.id for each in Deal.of(PublicView.of(state)).loose_excuses] == [2]


def test_a_pledge_is_given_in_return_for_what_is_named_and_nothing_else():
    state = run(full_session(), MatchPledge(1, (2, 2)))
    assert [each.commitment_id for each in state.all(PledgeReturn)] == [2]
    deal = Deal.of(PublicView.of(run(state, MatchPledge(1, ()))))
    assert [pledge.id for pledge in deal.loose_pledges] == [1]


@pytest.mark.parametrize("command", [MatchExcuse(1, 99), MatchExcuse(99, 1), MatchPledge(1, (99,))])
def test_both_sides_must_be_there(command):
    with pytest.raises(Rejected, match="There is no "):
        command.plan(full_session())


def test_everybody_is_listed_once_and_signs():
    state = run(full_session(), ListSigners())
    assert [(line.name, line.role) for line in state.all(SignOff)] == [
        ("Lee", ""),
        ("Lee", "Permits"),
    ]
    with pytest.raises(Rejected, match="All participants are on the sign-off list"):
        ListSigners().plan(state)
    signed = run(state, Sign(2, DAY))
    assert signed.get(SignOff, 2).signed_on == DAY
    assert run(signed, Sign(2, None)) == state


def test_no_more_hands_than_people_are_counted():
    with pytest.raises(Rejected, match=r"^There were 2 hands for 1 participant: count again"):
        CountBuyIn((0, 0, 0, 0, 0, 2)).plan(full_session())
    more = add(full_session(), Participant(id=-1, name="Ruth"))
    assert CountBuyIn((0, 0, 0, 0, 0, 2)).plan(more)
