"""The records of a session: one frozen dataclass for each thing that PRODUCT names.

A record type is also a table of the session file: `TABLE` is its name, its fields are the columns.
Private records (`PRIVATE = True`) hold everything that the wall and general handouts may not show,
so that a view without them cannot leak it.
"""

import datetime as dt
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any, ClassVar

from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    ExcuseState,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    OwnerFit,
    ParticipantKind,
    Phase,
    Triage,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)

NOBODY = "nobody"


class OnDelete(Enum):
    """What happens to a record when the one that it refers to is deleted."""

    CLEAR = "clear"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the id of a record in another table."""

    field: str
    table: str
    on_delete: OnDelete
    required: bool


def _refers_to(table: str, on_delete: OnDelete) -> dict[str, Any]:
    return {"table": table, "on_delete": on_delete}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of a session: an id that is never used again, and fields."""

    TABLE: ClassVar[str]
    NOUN: ClassVar[tuple[str, str]]
    PRIVATE: ClassVar[bool] = False

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts(Record):
    """What a session is: the one record that every session has."""

    TABLE: ClassVar[str] = "session_facts"
    NOUN: ClassVar[tuple[str, str]] = ("session facts", "session facts")

    session_id: str
    previous_session_id: str = ""
    title: str = ""
    agency: str = ""
    sponsor: str = ""
    facilitator: str = ""
    place: str = ""
    date: dt.date | None = None
    next_date: dt.date | None = None
    marking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """A phase of the agenda with its minutes, planned and used."""

    TABLE: ClassVar[str] = "agenda_item"
    NOUN: ClassVar[tuple[str, str]] = ("agenda item", "agenda items")

    phase: Phase
    position: int
    planned_minutes: int
    actual_seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A person in the room."""

    TABLE: ClassVar[str] = "participant"
    NOUN: ClassVar[tuple[str, str]] = ("participant", "participants")

    name: str
    role: str = ""
    unit: str = ""
    kind: ParticipantKind = ParticipantKind.LEADER


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateAnswers(Record):
    """What only the facilitator may see of a process; its id is the id of that process."""

    TABLE: ClassVar[str] = "private_answers"
    NOUN: ClassVar[tuple[str, str]] = ("private answer", "private answers")
    PRIVATE: ClassVar[bool] = True

    id: int = field(metadata=_refers_to("process", OnDelete.DELETE))
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
        default=None, metadata=_refers_to("activity", OnDelete.DELETE)
    )
    process_id: int | None = field(default=None, metadata=_refers_to("process", OnDelete.CLEAR))


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Record):
    """A process that a performance activity needs."""

    TABLE: ClassVar[str] = "need"
    NOUN: ClassVar[tuple[str, str]] = ("need", "needs")

    activity_id: int = field(metadata=_refers_to("activity", OnDelete.DELETE))
    process_id: int = field(metadata=_refers_to("process", OnDelete.DELETE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """What a user of a process said about it."""

    TABLE: ClassVar[str] = "feedback"
    NOUN: ClassVar[tuple[str, str]] = ("feedback", "feedback")

    process_id: int = field(metadata=_refers_to("process", OnDelete.DELETE))
    who: str = ""
    said: str
    said_on: dt.date | None = None
    reached_us_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """A verb-first promise."""

    TABLE: ClassVar[str] = "commitment"
    NOUN: ClassVar[tuple[str, str]] = ("commitment", "commitments")

    text: str
    kind: CommitmentKind
    process_id: int | None = field(default=None, metadata=_refers_to("process", OnDelete.CLEAR))
    owner: str = ""
    due: dt.date | None = None
    depends_on: Dependency | None = None
    measure: str = ""
    status: CommitmentStatus = CommitmentStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentUpdate(Record):
    """A dated word on how a commitment goes."""

    TABLE: ClassVar[str] = "commitment_update"
    NOUN: ClassVar[tuple[str, str]] = ("update", "updates")

    commitment_id: int = field(metadata=_refers_to("commitment", OnDelete.DELETE))
    made_on: dt.date
    status: CommitmentStatus
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse(Record):
    """What people say stands in the way."""

    TABLE: ClassVar[str] = "excuse"
    NOUN: ClassVar[tuple[str, str]] = ("excuse", "excuses")

    text: str
    process_id: int | None = field(default=None, metadata=_refers_to("process", OnDelete.CLEAR))
    raised_on: dt.date | None = None
    state: ExcuseState = ExcuseState.OPEN
    removed_by_id: int | None = field(
        default=None, metadata=_refers_to("commitment", OnDelete.CLEAR)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Record):
    """The team's side of the deal. Baseline and target are figures or words."""

    TABLE: ClassVar[str] = "pledge"
    NOUN: ClassVar[tuple[str, str]] = ("pledge", "pledges")

    text: str
    activity_id: int | None = field(default=None, metadata=_refers_to("activity", OnDelete.CLEAR))
    measure: str = ""
    baseline: str = ""
    target: str = ""
    due: dt.date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeReturn(Record):
    """A commitment in return for which a pledge is given."""

    TABLE: ClassVar[str] = "pledge_return"
    NOUN: ClassVar[tuple[str, str]] = ("return", "returns")

    pledge_id: int = field(metadata=_refers_to("pledge", OnDelete.DELETE))
    commitment_id: int = field(metadata=_refers_to("commitment", OnDelete.DELETE))


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyIn(Record):
    """A fist-to-five count without names: how many hands showed each number of fingers."""

    TABLE: ClassVar[str] = "buy_in"
    NOUN: ClassVar[tuple[str, str]] = ("buy-in", "buy-ins")

    zero: int = 0
    one: int = 0
    two: int = 0
    three: int = 0
    four: int = 0
    five: int = 0

    @property
    def counts(self) -> tuple[int, int, int, int, int, int]:
        """Return how many hands showed 0 to 5 fingers."""
        return (self.zero, self.one, self.two, self.three, self.four, self.five)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff(Record):
    """A line of the sign-off list."""

    TABLE: ClassVar[str] = "sign_off"
    NOUN: ClassVar[tuple[str, str]] = ("signature", "signatures")

    name: str
    role: str = ""
    signed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadershipAnswers(Record):
    """How often each answer was given to one item of the leadership check, when it was closed."""

    TABLE: ClassVar[str] = "leadership_answers"
    NOUN: ClassVar[tuple[str, str]] = ("leadership item", "leadership items")

    item: int
    never: int = 0
    seldom: int = 0
    sometimes: int = 0
    often: int = 0
    always: int = 0

    @property
    def total(self) -> int:
        """Return how many answered."""
        return self.never + self.seldom + self.sometimes + self.often + self.always


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadershipMix(Record):
    """How many leaders manage routine, lead future initiatives, build lasting performance."""

    TABLE: ClassVar[str] = "leadership_mix"
    NOUN: ClassVar[tuple[str, str]] = ("leadership mix", "leadership mixes")

    routine: int = 0
    future: int = 0
    lasting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkingLotItem(Record):
    """Something raised that is for another time."""

    TABLE: ClassVar[str] = "parking_lot_item"
    NOUN: ClassVar[tuple[str, str]] = ("parking lot item", "parking lot items")

    text: str
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A private note of the facilitator."""

    TABLE: ClassVar[str] = "note"
    NOUN: ClassVar[tuple[str, str]] = ("note", "notes")
    PRIVATE: ClassVar[bool] = True

    text: str
    phase: Phase | None = None


# In an order in which every reference points backwards (or to its own table).
RECORD_TYPES: tuple[type[Record], ...] = (
    SessionFacts,
    AgendaItem,
    Participant,
    Process,
    PrivateAnswers,
    Activity,
    Need,
    Feedback,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Pledge,
    PledgeReturn,
    BuyIn,
    SignOff,
    LeadershipAnswers,
    LeadershipMix,
    ParkingLotItem,
    Note,
)

RECORD_TYPE_OF_TABLE: dict[str, type[Record]] = {kind.TABLE: kind for kind in RECORD_TYPES}


REFERENCES: dict[type[Record], tuple[Reference, ...]] = {
    kind: tuple(
        Reference(item.name, item.metadata["table"], item.metadata["on_delete"], item.type is int)
        for item in fields(kind)
        if "table" in item.metadata
    )
    for kind in RECORD_TYPES
}

# The fields that hold free text.
TEXT_FIELDS: dict[type[Record], tuple[str, ...]] = {
    kind: tuple(item.name for item in fields(kind) if item.type is str) for kind in RECORD_TYPES
}
