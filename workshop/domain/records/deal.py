"""What is promised and what stands in the way."""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar

from workshop.domain.enums import CommitmentKind, CommitmentStatus, Dependency, ExcuseState
from workshop.domain.records.base import OnDelete, Record, refers_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """A verb-first promise."""

    TABLE: ClassVar[str] = "commitment"
    NOUN: ClassVar[tuple[str, str]] = ("commitment", "commitments")

    text: str
    kind: CommitmentKind
    process_id: int | None = field(default=None, metadata=refers_to("process", OnDelete.CLEAR))
    owner: str = ""
    due: dt.date | None = None
    depends_on: Dependency | None = None
    measure: str = ""
    status: CommitmentStatus = CommitmentStatus.OPEN
    made_on: dt.date | None = None
    next_check: dt.date | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentUpdate(Record):
    """A dated word on how a commitment goes."""

    TABLE: ClassVar[str] = "commitment_update"
    NOUN: ClassVar[tuple[str, str]] = ("update", "updates")

    commitment_id: int = field(metadata=refers_to("commitment", OnDelete.DELETE))
    made_on: dt.date
    status: CommitmentStatus
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse(Record):
    """What people say stands in the way."""

    TABLE: ClassVar[str] = "excuse"
    NOUN: ClassVar[tuple[str, str]] = ("excuse", "excuses")

    text: str
    process_id: int | None = field(default=None, metadata=refers_to("process", OnDelete.CLEAR))
    raised_on: dt.date | None = None
    state: ExcuseState = ExcuseState.OPEN
    removed_by_id: int | None = field(
        default=None, metadata=refers_to("commitment", OnDelete.CLEAR)
    )
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Record):
    """The team's side of the deal. Baseline and target are figures or words."""

    TABLE: ClassVar[str] = "pledge"
    NOUN: ClassVar[tuple[str, str]] = ("pledge", "pledges")

    text: str
    activity_id: int | None = field(default=None, metadata=refers_to("activity", OnDelete.CLEAR))
    measure: str = ""
    baseline: str = ""
    target: str = ""
    due: dt.date | None = None
    owner: str = ""
    actual: str = ""
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeReturn(Record):
    """A commitment in return for which a pledge is given."""

    TABLE: ClassVar[str] = "pledge_return"
    NOUN: ClassVar[tuple[str, str]] = ("return", "returns")

    pledge_id: int = field(metadata=refers_to("pledge", OnDelete.DELETE))
    commitment_id: int = field(metadata=refers_to("commitment", OnDelete.DELETE))


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
