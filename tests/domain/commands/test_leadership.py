"""Close the leadership check, and count the mix."""

import pytest

from tests.sessions import full_session, run
from workshop.domain.commands.leadership import CloseLeadershipCheck, CountLeadershipMix
from workshop.domain.errors import Rejected
from workshop.domain.leadership import mix, results
from workshop.domain.public import PublicView
from workshop.domain.records import LeadershipAnswers

ENOUGH, TOO_FEW = (0, 1, 2, 1, 1), (0, 1, 2, 1, 0)


def test_an_item_that_too_few_have_answered_is_not_kept():
    state = run(full_session(), CloseLeadershipCheck({2: ENOUGH, 1: TOO_FEW}))
    assert [answers.item for answers in state.all(LeadershipAnswers)] == [2]
    (result,) = results(PublicView.of(state))
    assert (result.counts, result.total, result.mean) == (ENOUGH, 5, 3.4)


def test_a_check_of_too_few_is_refused_and_leaves_the_last_one():
    with pytest.raises(Rejected, match=r"^Fewer than five have answered"):
        CloseLeadershipCheck({1: TOO_FEW}).plan(full_session())


def test_a_mix_replaces_the_one_before():
    state = run(full_session(), CountLeadershipMix(5, 4, 3))
    found = mix(PublicView.of(state))
    assert (found.routine, found.future, found.lasting) == (5, 4, 3)
    with pytest.raises(Rejected, match="A count lies between"):
        CountLeadershipMix(-1, 0, 0).plan(state)
