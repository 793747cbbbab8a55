"""A session in figures: what `gather show` prints, and what handouts and the wall count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from workshop.domain.enums import (
    Bucket,
    CommitmentKind,
    CommitmentStatus,
    ExcuseState,
    Triage,
)
from workshop.domain.public import PublicView
from workshop.domain.readiness import is_ready
from workshop.domain.triage import is_answered, triage_of

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a session; each mapping has every choice, 0 included, in the usual order."""

    activities: dict[Bucket, int]
    merged: int
    hours: dict[Bucket, float]
    processes: int
    answered: int
    by_triage: dict[Triage, int]
    commitments: int
    ready: int
    by_kind: dict[CommitmentKind, int]
    by_status: dict[CommitmentStatus, int]
    excuses: dict[ExcuseState, int]
    pledges: int
    participants: int
    buy_in: tuple[int, int, int, int, int, int]

    @property
    def total(self) -> int:
        """The number of activities without the merged ones."""
        return sum(self.activities.values())

    @classmethod
    def of(cls, view: PublicView) -> "Figures":
        """Count a session."""
        return cls(
            activities={bucket: view.count(bucket) for bucket in Bucket},
            merged=len(view.merged_activities),
            hours={
                bucket: sum(card.hours_per_week or 0 for card in view.activities(bucket))
                for bucket in Bucket
            },
            processes=len(view.processes),
            answered=sum(map(is_answered, view.processes)),
            by_triage=_count(Triage, map(triage_of, view.processes)),
            commitments=len(view.commitments),
            ready=sum(map(is_ready, view.commitments)),
            by_kind=_count(CommitmentKind, (c.kind for c in view.commitments)),
            by_status=_count(CommitmentStatus, (c.status for c in view.commitments)),
            excuses=_count(ExcuseState, (excuse.state for excuse in view.excuses)),
            pledges=len(view.pledges),
            participants=len(view.participants),
            buy_in=view.buy_in.counts if view.buy_in else (0, 0, 0, 0, 0, 0),
        )


def _count(choices: type[Choice], found: Iterable[Choice | None]) -> dict[Choice, int]:
    counts = Counter(found)
    return {choice: counts[choice] for choice in choices}
