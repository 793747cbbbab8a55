"""Answers, the order of the inventory, triage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sessions import full_session, run, with_cards
from workshop.domain.commands.inventory import AnswerProcess, ChooseTriage, LiveWith, RankProcesses
from workshop.domain.enums import (
    Bucket,
    FeedbackLevel,
    OwnerFit,
    Triage,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.errors import Rejected
from workshop.domain.records import PrivateAnswers, Process


def test_public_and_private_answers_are_given_together():
    command = AnswerProcess(
        2, {"problem": YesNoUnsure.YES, "key": YesNo.NO, "owner_fit": OwnerFit.UNSURE}
    )
    changes = command.plan(full_session())
    state = full_session().apply(changes.changes)
    assert state.get(Process, 2).problem is YesNoUnsure.YES
    assert state.get(Process, 2).key is YesNo.NO
    assert state.private_answers(2) == PrivateAnswers(id=2, owner_fit=OwnerFit.UNSURE)
    assert changes.label == "Answered about “Intake”"
    assert not changes.is_private


def test_private_answers_alone_make_a_private_change():
    changes = AnswerProcess(2, {"proposed_owner": "x"}).plan(full_session())
    assert changes.changes
    assert changes.is_private


def test_a_process_that_is_set_aside_may_be_answered_and_stays_aside():
    state = run(full_session(), AnswerProcess(3, {"feedback": FeedbackLevel.SOME}))
    assert state.get(Process, 3).feedback is FeedbackLevel.SOME
    assert state.get(Process, 3).set_aside


@pytest.mark.parametrize("name", ["color", "id", "position", "set_aside", "triage"])
def test_an_answer_that_is_none_is_refused(name):
    with pytest.raises(Rejected, match=f"A process has no answer “{name}”"):
        AnswerProcess(1, {name: None}).plan(full_session())


def test_an_answer_needs_its_process():
    with pytest.raises(Rejected, match="There is no process with the number 9"):
        AnswerProcess(9, {}).plan(full_session())


@given(st.data())
def test_processes_stand_where_they_were_put(data):
    ids = list(range(1, 6))
    state = with_cards(*"abcde", bucket=Bucket.PROCESS)
    for _ in range(data.draw(st.integers(1, 4))):
        moved = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        target = data.draw(st.sampled_from([None, *ids]))
        state = run(state, RankProcesses(tuple(moved), target))
        rest = [key for key in ids if key not in moved]
        behind = ids[ids.index(target) :] if target else []
        place = next((rest.index(key) for key in behind if key in rest), len(rest))
        ids = [*rest[:place], *moved, *rest[place:]]
        assert [process.id for process in state.processes()] == ids


def test_ranking_leaves_the_cards_in_their_order():
    state = with_cards(*"abc", bucket=Bucket.PROCESS)
    after = run(state, RankProcesses((3,), 1))
    assert after.activities(Bucket.PROCESS) == state.activities(Bucket.PROCESS)
    assert RankProcesses((3, 1)).plan(state).label == "Ranked 2 processes"


def test_a_process_that_is_set_aside_cannot_be_ranked():
    with pytest.raises(Rejected, match="set aside has no place in the inventory"):
        RankProcesses((3,)).plan(full_session())


@pytest.mark.parametrize("before_id", [3, 99])
def test_a_process_cannot_be_ranked_before_one_outside_the_inventory(before_id):
    with pytest.raises(Rejected, match="no longer there; choose it again"):
        RankProcesses((1,), before_id).plan(full_session())


ASKING = {Triage.LIVE_WITH_IT, Triage.LONG_TERM}


@pytest.mark.parametrize("triage", [each for each in Triage if each not in ASKING])
def test_the_room_may_choose_any_triage(triage):
    changes = ChooseTriage(2, triage, "we say so").plan(full_session())
    process = full_session().apply(changes.changes).get(Process, 2)
    assert (process.triage, process.triage_reason) == (triage, "we say so")
    assert changes.label == f"Decided “{triage.value}” for “Intake”"


def test_living_with_it_needs_an_until_when():
    with pytest.raises(Rejected, match=r"^Say until when we live with it\.$"):
        ChooseTriage(2, Triage.LIVE_WITH_IT).plan(full_session())
    with pytest.raises(Rejected, match=r"^Say until when we live with it\.$"):
        LiveWith(2, " ").plan(full_session())
    state = run(full_session(), AnswerProcess(2, {"until": "spring"}))
    state = run(state, ChooseTriage(2, Triage.LIVE_WITH_IT))
    assert state.get(Process, 2).triage is Triage.LIVE_WITH_IT


def test_the_room_lives_with_a_process_until_a_time_in_one_step():
    chosen = run(full_session(), ChooseTriage(2, Triage.FIX_NOW, "it is quick"))
    changes = LiveWith(2, "2026-11-14").plan(chosen)
    process = chosen.apply(changes.changes).get(Process, 2)
    decided = process.triage, process.until, process.triage_reason
    assert decided == (Triage.LIVE_WITH_IT, "2026-11-14", "")
    assert changes.label == "Decided “live with it” for “Intake”"


def test_long_term_needs_what_it_waits_on():
    with pytest.raises(Rejected, match=r"^Say what it waits on: "):
        ChooseTriage(2, Triage.LONG_TERM).plan(full_session())
    said = ChooseTriage(2, Triage.LONG_TERM, waiting_on=WaitingOn.CAPITAL_PLAN)
    process = run(full_session(), said).get(Process, 2)
    assert (process.triage, process.waiting_on) == (Triage.LONG_TERM, WaitingOn.CAPITAL_PLAN)
    answered = run(full_session(), ChooseTriage(1, Triage.LONG_TERM)).get(Process, 1)
    assert (answered.triage, answered.waiting_on) == (Triage.LONG_TERM, WaitingOn.CONTRACT)


def test_a_choice_may_be_left_open_again():
    changes = ChooseTriage(1, None).plan(full_session())
    assert changes.label == "Left open “Sign permit letters”"
    assert full_session().apply(changes.changes).get(Process, 1).triage is None
