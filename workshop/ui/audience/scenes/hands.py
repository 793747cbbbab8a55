"""A show of hands on a card, as the room may see it."""

from dataclasses import dataclass

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.badges import Badge


@dataclass(frozen=True, slots=True)
class Hands:
    """How many hands went up for each bucket, and for neither."""

    process: int
    performance: int
    abstain: int

    @property
    def total(self) -> int:
        """All hands and those who abstained."""
        return self.process + self.performance + self.abstain

    @property
    def margin(self) -> int:
        """By how many hands one bucket is ahead of the other."""
        return abs(self.process - self.performance)

    def of(self, bucket: Bucket) -> int:
        """Return the hands for one of both buckets."""
        return self.process if bucket is Bucket.PROCESS else self.performance


def hands_of(card: Activity) -> Hands | None:
    """Return the hands that were counted on a card, or None."""
    counts = (card.tally_process, card.tally_performance, card.tally_abstain)
    if all(count is None for count in counts):
        return None
    process, performance, abstain = (count or 0 for count in counts)
    return Hands(process, performance, abstain)


def split_badge(hands: Hands) -> Badge:
    """Return the badge of a card that was counted: both sides, and the margin between them."""
    by = f"margin {hands.margin:,}" if hands.margin else "even"
    word = f"Split {hands.process:,} to {hands.performance:,}, {by}"
    return Badge(word, "hand", "surface", "strong border", "text")
