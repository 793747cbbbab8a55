"""Choose, vote, rank, merge and split processes; what performance needs."""

import pytest

from tests.sessions import full_session, run
from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.commands.processes import (
    ChooseProcesses,
    MergeProcesses,
    SetNeeds,
    SortProcesses,
    SplitProcess,
    VoteProcesses,
)
from workshop.domain.dig import RankBy
from workshop.domain.enums import YesNo
from workshop.domain.errors import Rejected
from workshop.domain.merging import conflicts
from workshop.domain.records import Commitment, Need, Process


def names(state):
    return [process.name for process in state.processes()]


def test_processes_are_chosen_and_left_out_again():
    state = run(full_session(), ChooseProcesses((2,)))
    assert [process.chosen for process in state.processes()] == [True, True]
    state = run(state, ChooseProcesses((1, 2), chosen=False))
    assert [process.chosen for process in state.processes()] == [False, False]


def test_votes_replace_those_before_and_put_the_inventory_in_order():
    state = run(full_session(), VoteProcesses({2: 5, 1: 1}), SortProcesses(RankBy.VOTES))
    assert names(state) == ["Intake", "Sign permit letters"]
    state = run(state, VoteProcesses({1: 9}), SortProcesses(RankBy.VOTES))
    assert names(state) == ["Sign permit letters", "Intake"]


def test_key_processes_come_first():
    assert names(run(full_session(), SortProcesses(RankBy.KEY)))[0] == "Intake"


@pytest.mark.parametrize(
    "command",
    [ChooseProcesses((3,)), VoteProcesses({3: 1}), MergeProcesses(1, (3,)), SplitProcess(3, (2,))],
)
def test_what_is_set_aside_is_in_no_choice(command):
    with pytest.raises(Rejected, match="is set aside: choose another one"):
        command.plan(full_session())


def test_merged_processes_keep_all_activities_and_what_was_promised():
    state = run(full_session(), MergeProcesses(2, (1,)))
    assert names(state) == ["Intake"]
    assert {card.id for card in state.activities_of(2)} == {1, 2, 3}
    assert state.get(Commitment, 1).process_id == 2
    assert state.get(Process, 2).votes == 4
    assert state.get(Process, 2).waiting_on is state.get(Process, 1).waiting_on


def test_answers_of_both_are_kept_and_the_conflicts_are_listed():
    state = full_session()
    found = {each.field: (each.kept, each.other) for each in conflicts(state, 2, [1])}
    assert found["owner"] == ("Intake lead", "nobody")
    merged = run(state, MergeProcesses(2, (1,)))
    assert merged.get(Process, 2).owner == "Intake lead"
    assert merged.get(Process, 1).owner == "nobody"


def test_a_process_that_is_taken_out_again_has_its_answers():
    state = run(full_session(), MergeProcesses(2, (1,)), SplitProcess(2, (1,)))
    assert names(state) == ["Intake", "Sign permit letters"]
    assert state.get(Process, 1).owner == "nobody"


def test_no_activity_may_be_left_without_a_process():
    with pytest.raises(Rejected, match="Leave one activity or more"):
        SplitProcess(2, (2, 3)).plan(full_session())
    with pytest.raises(Rejected, match="Select activities of the process"):
        SplitProcess(2, (1,)).plan(full_session())


def test_performance_alone_names_what_it_needs():
    state = run(full_session(), SetNeeds(4, (2,)))
    assert [(need.activity_id, need.process_id) for need in state.all(Need)] == [(4, 2)]
    assert run(state, SetNeeds(4, ())).all(Need) == []
    with pytest.raises(Rejected, match="Only a performance activity"):
        SetNeeds(1, (2,)).plan(full_session())


def test_hours_of_a_process_are_those_of_its_activities():
    state = run(full_session(), AnswerProcess(1, {"key": YesNo.NO}))
    assert names(run(state, SortProcesses(RankBy.HOURS))) == names(state)
