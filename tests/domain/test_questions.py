"""What is asked or said about something that may be a slip."""

import pytest

from tests.handouts.views import FACTS, activity, commitment, process
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.processes import MergeProcesses
from workshop.domain.enums import Bucket
from workshop.domain.questions import about_merging, about_set_aside
from workshop.domain.records import Process
from workshop.domain.state import State


def card(number: int, process_id: int):
    return activity(number, bucket=Bucket.PROCESS, process_id=process_id)


def blank(number: int) -> Process:
    return Process(id=number, name=f"Process {number}", position=number)


def said(state: State, command) -> str:
    change_set = command.plan(state)
    return about_set_aside(change_set, state.apply(change_set.changes))


def test_moving_the_last_activity_of_an_answered_process_says_where_its_answers_are():
    state = State.of([FACTS, process(1, name="Sign letters"), card(1, 1), card(2, 1)])
    assert said(state, MoveActivities((1,), Bucket.PERFORMANCE)) == ""
    assert said(state, MoveActivities((1, 2), Bucket.PERFORMANCE)) == (
        "The answers about “Sign letters” are set aside; they come back with the activity."
    )


def test_nothing_is_said_of_a_process_without_answers_and_without_promises():
    state = State.of([FACTS, blank(1), card(1, 1)])
    assert said(state, MoveActivities((1,), Bucket.UNSORTED)) == ""
    promised = State.of([FACTS, blank(1), card(1, 1), commitment(1, process_id=1)])
    assert "set aside" in said(promised, MoveActivities((1,), Bucket.UNSORTED))


def test_many_are_counted_and_merged_processes_are_no_slip():
    state = State.of([FACTS, *(process(n) for n in (1, 2)), *(card(n, n) for n in (1, 2))])
    assert said(state, MoveActivities((1, 2), Bucket.PERFORMANCE)).startswith("2 processes with")
    assert said(state, MergeProcesses(1, (2,))) == ""


@pytest.mark.parametrize(("ids", "is_told"), [((1, 2), True), ((1, 3), False), ((1,), False)])
def test_merging_cards_tells_of_answers_that_may_disagree(ids, is_told):
    records = [process(1), process(2), blank(3), *(card(n, n) for n in (1, 2, 3))]
    assert bool(about_merging(State.of([FACTS, *records]), ids)) == is_told
