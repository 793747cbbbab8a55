"""A small session that has records of every type, and helpers to build and change sessions."""

import datetime as dt
from collections.abc import Iterable

from workshop.domain.commands import Command
from workshop.domain.commands.activities import MergeActivities
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    FeedbackLevel,
    Nature,
    NatureKind,
    OwnerFit,
    Phase,
    Triage,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
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
    Record,
    SessionFacts,
    SignOff,
)
from workshop.domain.state import State

# In every private text that tests type, so that a leak can be searched for.
PRIVATE_MARK = "for-the-facilitator-alone"

DAY = dt.date(2026, 3, 12)


def blank_session() -> State:
    """Return a session as it begins: its facts, and nothing gathered yet."""
    return State.of([SessionFacts(id=1, session_id="0" * 32, title="Riverside")])


def run(state: State, *commands: Command) -> State:
    """Return the session after the commands."""
    for command in commands:
        state = state.apply(command.plan(state).changes)
    return state


def add(state: State, *records: Record) -> State:
    """Return the session with more records; each has an id of its own below 1."""
    return run(state, AddRecords(records))


def with_cards(*texts: str, bucket: Bucket = Bucket.UNSORTED) -> State:
    """Return a session with one card for each text, numbered from 1."""
    cards = (Activity(id=-n, text=text, bucket=bucket) for n, text in enumerate(texts, 1))
    return add(blank_session(), *cards)


def texts(cards: Iterable[Activity]) -> list[str]:
    """Return what stands on the cards."""
    return [card.text for card in cards]


def full_session() -> State:
    """Return a session with two or more cards in each bucket and every other type of record."""
    state = add(
        blank_session(),
        *(
            AgendaItem(id=-1 - n, phase=p, position=n, planned_minutes=5)
            for n, p in enumerate(Phase)
        ),
        Participant(id=-1, name="Lee", role="Permits"),
        Activity(id=-1, text="Sign permit letters", bucket=Bucket.PROCESS, process_id=-1),
        Activity(id=-2, text="Route applications", bucket=Bucket.PROCESS, process_id=-2),
        Activity(id=-3, text="Log applications", bucket=Bucket.PROCESS, process_id=-2),
        Activity(id=-4, text="Choose results", bucket=Bucket.PERFORMANCE, hours_per_week=4.5),
        Activity(id=-5, text="Coach leads", bucket=Bucket.PERFORMANCE),
        Activity(id=-6, text="Answer the phone", hours_per_week=0.0),
        Activity(id=-7, text="Answer the phone!", contributor="Lee"),
        Activity(id=-8, text="Open the mail", tally_process=3, tally_performance=3),
        Process(
            id=-1,
            name="Sign permit letters",
            problem=YesNoUnsure.YES,
            quick_fix=YesNoUnsure.NO,
            waiting_on=WaitingOn.CONTRACT,
            until="the new contract",
            owner="nobody",
            close_enough=CloseEnough.NO,
            feedback=FeedbackLevel.NONE,
            nature=Nature.ORGANIZATIONAL,
            kind=NatureKind.COMMUNICATION,
            triage=Triage.LIVE_WITH_IT,
            chosen=True,
        ),
        Process(
            id=-2,
            name="Intake",
            key=YesNo.YES,
            problem=YesNoUnsure.NO,
            owner="Intake lead",
            votes=4,
        ),
        Process(id=-3, name="Set aside", owner="Clerk", merged_into_id=-2),
        PrivateAnswers(id=-1, owner_fit=OwnerFit.NOT_RIGHT, proposed_owner=PRIVATE_MARK),
        Need(id=-1, activity_id=-4, process_id=-1),
        Feedback(id=-1, process_id=-1, who="Applicants", said="Nobody calls back", said_on=DAY),
        Commitment(
            id=-1,
            text="Hire a clerk",
            kind=CommitmentKind.LONG_TERM,
            process_id=-1,
            owner="Director",
            depends_on=Dependency.MONEY,
            measure="Letters leave in a day",
            made_on=DAY,
            next_check=DAY + dt.timedelta(days=90),
            carried=True,
        ),
        Commitment(id=-2, text="Name an owner", kind=CommitmentKind.ORG_CHART, due=DAY),
        CommitmentUpdate(
            id=-1, commitment_id=-1, made_on=DAY, status=CommitmentStatus.OPEN, text="Asked"
        ),
        Excuse(id=-1, text="We have no clerk", process_id=-1, carried=True),
        Excuse(id=-2, text="IT says no"),
        Pledge(
            id=-1,
            text="Answer in two days",
            activity_id=-4,
            baseline="9",
            target="2",
            actual="3",
            carried=True,
        ),
        PledgeReturn(id=-1, pledge_id=-1, commitment_id=-1),
        BuyIn(id=-1, three=2, four=5),
        SignOff(id=-1, name="Lee"),
        LeadershipAnswers(id=-1, item=1, often=6),
        LeadershipMix(id=-1, routine=8, future=2, lasting=1),
        ParkingLotItem(id=-1, text="Parking"),
        Note(id=-1, text=PRIVATE_MARK, phase=Phase.DEAL, fingers=2),
        Prompt(id=-1, phase=Phase.GATHER, say=PRIVATE_MARK, watch=PRIVATE_MARK),
    )
    return run(state, MergeActivities(6, (7,)))
