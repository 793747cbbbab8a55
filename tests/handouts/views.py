"""Public views for the tests of handouts."""

import datetime as dt
from dataclasses import replace
from typing import Any

from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    Dependency,
    ExcuseState,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.public import PublicView
from workshop.domain.records import (
    NOBODY,
    Activity,
    Commitment,
    Excuse,
    Feedback,
    Process,
    Record,
    SessionFacts,
)
from workshop.domain.state import State

DATE = dt.date(2026, 11, 17)
MADE = dt.datetime(2026, 11, 17, 16, 40, tzinfo=dt.UTC)

FACTS = SessionFacts(
    id=1,
    session_id="a session",
    title="Leaders' workshop",
    agency="Three Rivers Permits",
    sponsor="Agency Director",
    date=DATE,
)


def view_of(*records: Record, **facts: Any) -> PublicView:
    """Return the public view of a session with these records and facts."""
    return PublicView.of(State.of([replace(FACTS, **facts), *records]))


def commitment(number: int, **values: Any) -> Commitment:
    """Return a commitment; its text names its number."""
    given: dict[str, Any] = {
        "text": f"Keep promise number {number}",
        "kind": CommitmentKind.FIX_NOW,
        "owner": "Permit Lead",
        "due": DATE + dt.timedelta(7),
        "measure": f"Measure {number}",
    }
    return Commitment(id=number, **{**given, **values})


def process(number: int, **values: Any) -> Process:
    """Return a process with all five questions answered."""
    given: dict[str, Any] = {
        "name": f"Process {number}",
        "position": number,
        "problem": YesNoUnsure.YES,
        "quick_fix": YesNoUnsure.YES,
        "fix": f"Fix {number}",
        "owner": f"Owner {number}",
        "close_enough": CloseEnough.PARTLY,
        "managed_at": ManagedAt.HEADQUARTERS,
        "feedback": FeedbackLevel.SOME,
        "nature": Nature.TECHNICAL,
        "kind": NatureKind.SOFTWARE,
    }
    return Process(id=number, **{**given, **values})


def activity(number: int, bucket: Bucket = Bucket.PROCESS, **values: Any) -> Activity:
    """Return an activity; its text names its number."""
    given: dict[str, Any] = {"text": f"Do activity {number}", "position": number, "bucket": bucket}
    return Activity(id=number, **{**given, **values})


def full_view(**facts: Any) -> PublicView:
    """Return a session with some of everything that the handouts show."""
    processes = [
        process(1, key=YesNo.YES),
        process(2, owner=NOBODY, close_enough=CloseEnough.NO, feedback=FeedbackLevel.NONE),
        process(3, quick_fix=YesNoUnsure.NO, waiting_on=WaitingOn.CONTRACT, until="2028"),
        process(4, problem=YesNoUnsure.NO),
        Process(id=5, name="Process 5", position=5),
    ]
    kinds = list(CommitmentKind)
    commitments = [
        commitment(
            key,
            kind=kinds[key % 4],
            owner=f"Owner {key % 5}",
            process_id=1 + key % 5,
            due=None if key % 6 == 0 else DATE + dt.timedelta(10 * key),
            depends_on=Dependency.MONEY if kinds[key % 4] is CommitmentKind.LONG_TERM else None,
        )
        for key in range(1, 13)
    ]
    activities = [
        *(activity(key, process_id=key, hours_per_week=10.0) for key in range(1, 6)),
        activity(6, Bucket.PERFORMANCE, hours_per_week=2.5, tally_process=4, tally_performance=9),
        activity(7, Bucket.PERFORMANCE),
        activity(8, Bucket.UNSORTED),
    ]
    return view_of(
        *processes,
        Feedback(id=1, process_id=1, who="Applicants", said="No receipt on the spot"),
        *activities,
        *commitments,
        Excuse(id=1, text="We never have the time", state=ExcuseState.REMOVED, removed_by_id=1),
        Excuse(id=2, text="Headquarters has to see it", process_id=2, raised_on=DATE),
        Excuse(id=3, text="The register is closed", state=ExcuseState.ACCEPTED),
        **facts,
    )
