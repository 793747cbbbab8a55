"""What the next session begins with."""

import datetime as dt
from dataclasses import replace

from hypothesis import given

from tests.invariants import assert_whole
from tests.sessions import DAY, PRIVATE_MARK, add, blank_session, full_session, run
from tests.strategies import sessions
from workshop.domain.commands.commitments import UpdateCommitment
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import CommitmentKind, CommitmentStatus, ExcuseState, Phase
from workshop.domain.follow_up import carried, summary
from workshop.domain.kept import OPEN_STATUSES, creep, promises
from workshop.domain.public import PublicView
from workshop.domain.records import (
    Activity,
    AgendaItem,
    BuyIn,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Feedback,
    LeadershipAnswers,
    LeadershipMix,
    Need,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    PledgeReturn,
    PrivateAnswers,
    Process,
    Prompt,
    SessionFacts,
    SignOff,
)
from workshop.domain.state import State

NEW = "f" * 32


def following(state: State) -> State:
    """Return the next session."""
    return State.of(carried(state, NEW))


def test_facts_link_back_and_lie_on_the_day_that_was_named():
    later = DAY + dt.timedelta(days=90)
    last = run(full_session(), EditRecord(SessionFacts, 1, {"date": DAY, "next_date": later}))
    facts = following(last).facts
    assert (facts.session_id, facts.previous_session_id) == (NEW, last.facts.session_id)
    assert (facts.date, facts.previous_date, facts.next_date) == (later, DAY, None)
    assert facts.title == last.facts.title


def test_the_inventory_comes_along_whole_and_votes_and_choices_start_afresh():
    last = full_session()
    after = following(last)
    for kind in (Participant, Activity, PrivateAnswers, Need, Feedback, Prompt):
        assert after.all(kind) == last.all(kind)
    expected = [replace(each, votes=0, chosen=False) for each in last.all(Process)]
    assert after.all(Process) == expected
    assert last.all(Process) != expected


def test_what_a_room_does_once_stays_behind():
    last, after = full_session(), following(full_session())
    for kind in (BuyIn, SignOff, LeadershipAnswers, LeadershipMix, ParkingLotItem, Note):
        assert last.all(kind)
        assert after.all(kind) == []


def test_the_agenda_keeps_its_plan_and_starts_with_no_minute_used():
    last = run(full_session(), EditRecord(AgendaItem, 1, {"actual_seconds": 99}))
    after = following(last)
    assert [item.phase for item in after.all(AgendaItem)] == list(Phase)
    assert {item.actual_seconds for item in after.all(AgendaItem)} == {0}


def with_every_status() -> State:
    promised = [
        Commitment(id=-n, text=f"Do {status}", kind=CommitmentKind.FIX_NOW)
        for n, status in enumerate(CommitmentStatus, 1)
    ]
    excuses = [
        Excuse(
            id=-n,
            text=f"Excuse of {status}",
            state=ExcuseState.REMOVED,
            removed_by_id=-n,
            carried=True,
        )
        for n, status in enumerate(CommitmentStatus, 1)
    ]
    state = run(
        add(blank_session(), *promised, *excuses, Excuse(id=-9, text="Open")),
        EditRecord(SessionFacts, 1, {"date": DAY}),
    )
    updates = [UpdateCommitment(n, s, DAY, "word") for n, s in enumerate(CommitmentStatus, 1)]
    return run(state, *updates)


def test_what_is_still_promised_comes_along_with_what_was_said_of_it():
    after = following(with_every_status())
    promised = after.all(Commitment)
    assert {commitment.status for commitment in promised} == OPEN_STATUSES
    assert all(commitment.carried and commitment.made_on == DAY for commitment in promised)
    said_of = {word.commitment_id for word in after.all(CommitmentUpdate)}
    assert said_of == {commitment.id for commitment in promised}
    assert promises(PublicView.of(after), DAY).total == len(promised) == 3


def test_an_older_promise_ages_from_the_day_it_was_made():
    first = with_every_status()
    second = following(first)
    third = following(run(second, EditRecord(SessionFacts, 1, {"date": dt.date(2026, 9, 1)})))
    assert {commitment.made_on for commitment in third.all(Commitment)} == {DAY}


def test_an_excuse_stands_again_where_its_promise_was_not_kept():
    after = following(with_every_status())
    by_text = {excuse.text: excuse for excuse in after.all(Excuse)}
    assert set(by_text) == {
        "Open",
        *(f"Excuse of {s}" for s in CommitmentStatus if s is not CommitmentStatus.KEPT),
    }
    for status in (CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN):
        assert by_text[f"Excuse of {status}"].state is ExcuseState.OPEN
    for status in OPEN_STATUSES:
        excuse = by_text[f"Excuse of {status}"]
        assert (excuse.state, excuse.carried) == (ExcuseState.REMOVED, False)
        assert after.get(Commitment, excuse.removed_by_id) is not None
    grown = creep(PublicView.of(after))
    assert (grown.then, grown.now, grown.new) == (3, 3, ())


def test_a_pledge_is_looked_at_once():
    last = full_session()
    assert [pledge.actual for pledge in last.all(Pledge)] == ["3"]
    assert following(last).all(Pledge) == following(last).all(PledgeReturn) == []
    open_again = run(last, EditRecord(Pledge, 1, {"actual": "", "carried": False}))
    after = following(open_again)
    assert [pledge.carried for pledge in after.all(Pledge)] == [True]
    assert len(after.all(PledgeReturn)) == 1


def test_it_is_said_in_figures():
    assert summary(carried(full_session(), NEW)) == (
        "3 processes, 2 commitments, 2 excuses, 1 participant"
    )
    assert summary([]) == "nothing"
    assert PRIVATE_MARK not in summary(carried(full_session(), NEW))


@given(sessions())
def test_the_next_session_is_whole_whatever_the_last_one_was(state):
    after = following(state)
    assert_whole(after)
    assert_whole(following(after))
