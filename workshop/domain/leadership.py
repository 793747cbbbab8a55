"""The leadership check in figures: distribution, means, the gap, and what to talk about.

Nothing is told of an item that fewer than five have answered (PRODUCT, "Leadership check").
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from workshop.domain.public import PublicView
from workshop.domain.records import LeadershipAnswers, LeadershipMix

Counts = tuple[int, int, int, int, int]

ANSWERS = ("never", "seldom", "sometimes", "often", "always")
_TALKING_POINTS = 2


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How often an item was answered never, seldom, sometimes, often and always."""

    item: int
    counts: Counts

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """The mean answer from 1 to 5."""
        return sum(n * count for n, count in enumerate(self.counts, start=1)) / self.total


@dataclass(frozen=True, slots=True)
class Gap:
    """The means of the items about the person and of those about the agency."""

    person: float | None
    agency: float | None


def results(view: PublicView) -> list[ItemResult]:
    """Return the result of each item that may be shown, in the order of the items."""
    shown = {answers.item: answers for answers in view.all(LeadershipAnswers)}
    return [ItemResult(item, counts_of(shown[item])) for item in sorted(shown)]


def counts_of(answers: LeadershipAnswers) -> Counts:
    """Return the counts of an item from never to always."""
    return (answers.never, answers.seldom, answers.sometimes, answers.often, answers.always)


def mean_of(found: Iterable[ItemResult], items: Collection[int]) -> float | None:
    """Return the mean over some items, each of them counting the same; None without any."""
    means = [result.mean for result in found if result.item in items]
    return sum(means) / len(means) if means else None


def gap(found: Iterable[ItemResult], person: Collection[int], agency: Collection[int]) -> Gap:
    """Return how far person and agency are apart."""
    found = list(found)
    return Gap(mean_of(found, person), mean_of(found, agency))


def talking_points(found: Iterable[ItemResult], number: int = _TALKING_POINTS) -> list[ItemResult]:
    """Return the items with the lowest means, the lowest first."""
    return sorted(found, key=lambda result: (result.mean, result.item))[:number]


def mix(view: PublicView) -> LeadershipMix | None:
    """Return the leadership mix, if the room has given it."""
    return next(iter(view.all(LeadershipMix)), None)
