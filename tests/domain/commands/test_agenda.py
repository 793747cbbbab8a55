"""The agenda: its order, and the time that phases take."""

import pytest

from workshop.domain.commands.agenda import ExtendPhase, MovePhase, TimePhase, is_timing
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import Phase
from workshop.domain.errors import Rejected
from workshop.domain.public import PublicView
from workshop.domain.records import AgendaItem
from workshop.domain.state import State
from workshop.session.agenda import default_agenda


@pytest.fixture
def state() -> State:
    return State.of(default_agenda())


def order(state: State) -> list[Phase]:
    return [item.phase for item in PublicView.of(state).agenda]


def test_a_phase_moves_by_one_place(state):
    after = state.apply(MovePhase(3, -1).plan(state).changes)
    assert order(after)[:4] == [Phase.WELCOME, Phase.BUCKET, Phase.GATHER, Phase.INVENTORY]
    assert order(after.apply(MovePhase(3, 1).plan(after).changes)) == order(state)


@pytest.mark.parametrize(("phase", "by", "end"), [(1, -1, "first"), (8, 1, "last")])
def test_a_phase_at_the_end_stays_there(state, phase, by, end):
    with pytest.raises(Rejected, match=f"is the {end} phase already"):
        MovePhase(phase, by).plan(state)


def test_a_phase_is_given_minutes_more(state):
    plan = ExtendPhase(3, 1).plan(state)
    assert plan.label == "Gave Bucket 1 minute more"
    assert state.apply(plan.changes).get(AgendaItem, 3).planned_minutes == 26
    assert not is_timing(plan)


def test_only_the_time_of_phases_is_timing(state):
    assert is_timing(TimePhase(1, 90).plan(state))
    assert not is_timing(TimePhase(1, 0).plan(state))
    assert not is_timing(MovePhase(1, 1).plan(state))
    assert not is_timing(EditRecord(AgendaItem, 1, {"planned_minutes": 5}).plan(state))
