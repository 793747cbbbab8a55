"""What is done, and the answers about it: activities and the inventory."""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar

from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    OwnerFit,
    Triage,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records.base import OnDelete, Record, refers_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """An entry of the inventory with the public answers to the five questions.

    `position` orders the inventory (see `positions`); an entry that is set aside has no activity in
    the process bucket and keeps its answers for the day one comes back.
    """

    TABLE: ClassVar[str] = "process"
    NOUN: ClassVar[tuple[str, str]] = ("process", "processes")

    name: str
    position: int = 0
    set_aside: bool = False
    key: YesNo | None = None
    successor: str = ""
    problem: YesNoUnsure | None = None
    quick_fix: YesNoUnsure | None = None
    fix: str = ""
    waiting_on: WaitingOn | None = None
    until: str = ""
    owner: str = ""
    needed_in_field: YesNo | None = None
    managed_at: ManagedAt | None = None
    close_enough: CloseEnough | None = None
    documented: YesNo | None = None
    feedback: FeedbackLevel | None = None
    nature: Nature | None = None
    kind: NatureKind | None = None
    triage: Triage | None = None
    triage_reason: str = ""
    votes: int = 0
    chosen: bool = False
    merged_into_id: int | None = field(default=None, metadata=refers_to("process", OnDelete.CLEAR))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateAnswers(Record):
    """What only the facilitator may see of a process; its id is the id of that process."""

    TABLE: ClassVar[str] = "private_answers"
    NOUN: ClassVar[tuple[str, str]] = ("private answer", "private answers")
    PRIVATE: ClassVar[bool] = True

    id: int = field(metadata=refers_to("process", OnDelete.DELETE))
    owner_fit: OwnerFit | None = None
    proposed_owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """One thing done in the running of the organization: a card.

    `position` orders the cards of a bucket (see `positions`). A merged activity is in no bucket.
    """

    TABLE: ClassVar[str] = "activity"
    NOUN: ClassVar[tuple[str, str]] = ("activity", "activities")

    text: str
    detail: str = ""
    unit: str = ""
    frequency: str = ""
    hours_per_week: float | None = None
    contributor: str = ""
    bucket: Bucket | None = Bucket.UNSORTED
    position: int = 0
    tally_process: int | None = None
    tally_performance: int | None = None
    tally_abstain: int | None = None
    merged_into_id: int | None = field(
        default=None, metadata=refers_to("activity", OnDelete.DELETE)
    )
    process_id: int | None = field(default=None, metadata=refers_to("process", OnDelete.CLEAR))


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Record):
    """A process that a performance activity needs."""

    TABLE: ClassVar[str] = "need"
    NOUN: ClassVar[tuple[str, str]] = ("need", "needs")

    activity_id: int = field(metadata=refers_to("activity", OnDelete.DELETE))
    process_id: int = field(metadata=refers_to("process", OnDelete.DELETE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """What a user of a process said about it."""

    TABLE: ClassVar[str] = "feedback"
    NOUN: ClassVar[tuple[str, str]] = ("feedback", "feedback")

    process_id: int = field(metadata=refers_to("process", OnDelete.DELETE))
    who: str = ""
    said: str
    said_on: dt.date | None = None
    reached_us_by: str = ""
