"""Promises of the last session: kept, late or broken; how old promises get; excuse creep."""

import datetime as dt
from dataclasses import dataclass

from workshop.domain.enums import CommitmentStatus, ExcuseState
from workshop.domain.public import PublicView
from workshop.domain.records import Commitment, Excuse, Pledge

AGES = (30, 60, 90)  # days
OPEN_STATUSES = frozenset(
    {CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS, CommitmentStatus.LATE}
)
_UNSETTLED = frozenset({CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Promises:
    """What became of the promises of the last session.

    One past its date that nobody has told about is no more than unanswered: it may well be kept. It
    counts among those that had to be. Those withdrawn, and those not due yet, are in no rate.
    """

    kept: tuple[Commitment, ...] = ()
    late: tuple[Commitment, ...] = ()
    broken: tuple[Commitment, ...] = ()
    unanswered: tuple[Commitment, ...] = ()
    withdrawn: tuple[Commitment, ...] = ()
    ahead: tuple[Commitment, ...] = ()

    @property
    def rate(self) -> int | None:
        """The promises kept in percent of those that had to be, None where there were none."""
        return round(100 * len(self.kept) / self.due) if self.due else None

    @property
    def due(self) -> int:
        """The number of promises that had to be kept by now."""
        return self.answered + len(self.unanswered)

    @property
    def answered(self) -> int:
        """The number of promises that were called kept, late or broken."""
        return len(self.kept) + len(self.late) + len(self.broken)

    @property
    def open(self) -> tuple[Commitment, ...]:
        """The promises that wait for their answer or for their day."""
        return self.unanswered + self.ahead

    @property
    def total(self) -> int:
        """The number of promises made at the last session."""
        return self.due + len(self.withdrawn) + len(self.ahead)


def promises(view: PublicView, on: dt.date) -> Promises:
    """Return what became of the promises of the last session by a day."""
    carried = [commitment for commitment in view.commitments if commitment.carried]

    def having(*statuses: CommitmentStatus) -> tuple[Commitment, ...]:
        return tuple(c for c in carried if c.status in statuses)

    unsettled = having(*_UNSETTLED)
    unanswered = tuple(c for c in unsettled if c.due is not None and c.due < on)
    return Promises(
        kept=having(CommitmentStatus.KEPT),
        late=having(CommitmentStatus.LATE),
        broken=having(CommitmentStatus.BROKEN),
        unanswered=unanswered,
        withdrawn=having(CommitmentStatus.WITHDRAWN),
        ahead=tuple(c for c in unsettled if c not in unanswered),
    )


def carried_pledges(view: PublicView) -> list[Pledge]:
    """Return the pledges of the last session: their targets, and what came of them."""
    return [pledge for pledge in view.pledges if pledge.carried]


@dataclass(frozen=True, slots=True)
class Ageing:
    """How many open commitments are how old: up to 30, 60 and 90 days, and older."""

    counts: tuple[int, int, int, int]

    @property
    def labels(self) -> tuple[str, str, str, str]:
        """The ages in words."""
        return ("up to 30 days", "of 31 to 60 days", "of 61 to 90 days", "over 90 days")


def ageing(view: PublicView, on: dt.date) -> Ageing:
    """Count the open commitments by their age; one without a day was made at this session."""
    counts = [0] * (len(AGES) + 1)
    for commitment in view.commitments:
        if commitment.status in OPEN_STATUSES:
            days = (on - made_on(view, commitment, on)).days
            counts[sum(days > age for age in AGES)] += 1
    up_to_30, up_to_60, up_to_90, older = counts
    return Ageing((up_to_30, up_to_60, up_to_90, older))


def made_on(view: PublicView, commitment: Commitment, on: dt.date) -> dt.date:
    """Return the day a promise was made: its own, else that of the session it was made at."""
    facts = view.facts
    session = facts.previous_date if commitment.carried else facts.date
    return commitment.made_on or session or on


@dataclass(frozen=True, slots=True)
class Creep:
    """Excuses open at the last session and now, and what was new, removed or accepted since."""

    then: int
    now: int
    new: tuple[Excuse, ...]
    removed: tuple[Excuse, ...]
    accepted: tuple[Excuse, ...]
    still: tuple[Excuse, ...]


def creep(view: PublicView) -> Creep:
    """Return how the open excuses have changed since the last session."""
    carried = [excuse for excuse in view.excuses if excuse.carried]
    is_open = [excuse for excuse in view.excuses if excuse.state is ExcuseState.OPEN]
    return Creep(
        then=len(carried),
        now=len(is_open),
        new=tuple(excuse for excuse in is_open if not excuse.carried),
        removed=tuple(e for e in carried if e.state is ExcuseState.REMOVED),
        accepted=tuple(e for e in carried if e.state is ExcuseState.ACCEPTED),
        still=tuple(excuse for excuse in is_open if excuse.carried),
    )
