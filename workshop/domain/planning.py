"""The clock that re-plans: how far the time that is left reaches."""

from dataclasses import dataclass

from workshop.domain.text import counted

# What a process takes until the room shows its own pace: 70 minutes for 14 (PRODUCT, "Phases").
USUAL_MINUTES = 5.0
_FEWEST_DONE = 2  # one alone is no pace
_LEAST_PACE = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """The minutes left, the processes left, and how many of them will be reached."""

    minutes: int
    left: int
    reached: int

    @property
    def each(self) -> int:
        """The minutes for each process, were all to be reached."""
        return round(self.minutes / self.left) if self.left else 0

    @property
    def sentence(self) -> str:
        """The plan as the facilitator reads it; blank where nothing is left to do."""
        if not self.left:
            return ""
        processes = counted(self.left, ("process", "processes"))
        if self.minutes <= 0:
            return f"No time is left for {processes}: choose what must be done today."
        time = counted(self.minutes, ("minute", "minutes"))
        each = f"about {self.each} each" if self.each else "less than one each"
        if self.left == 1:
            each = "enough" if self.reached else "not enough"
            return f"{time} for 1 process: {each}."
        return f"{time} for {processes}: {each}; you will reach {self._reach}."

    @property
    def _reach(self) -> str:
        if self.reached == self.left:
            return f"all {self.left:,}"
        return f"{self.reached:,} of {self.left:,}" if self.reached else "none"


def card_sentence(seconds_left: float, cards: int) -> str:
    """Return how long there is for each card that is still to be sorted; blank for none."""
    if not cards:
        return ""
    things = counted(cards, ("card", "cards"))
    if seconds_left < 60:
        return f"No time is left for {things}: count hands on the contested ones, take the rest."
    time = counted(int(seconds_left // 60), ("minute", "minutes"))
    each = max(1, round(seconds_left / cards))
    pace = f"{each} seconds" if each < 90 else counted(round(each / 60), ("minute", "minutes"))
    return f"{time} for {things}: about {pace} each."


def plan(seconds_left: float, left: int, *, seconds_used: float = 0, done: int = 0) -> Plan:
    """Return how far the time reaches at the pace of the room, or at the usual one before that."""
    minutes = max(0, int(seconds_left // 60))
    pace = USUAL_MINUTES
    if done >= _FEWEST_DONE and seconds_used > 0:
        pace = max(_LEAST_PACE, seconds_used / 60 / done)
    return Plan(minutes, left, min(left, round(minutes / pace)))
