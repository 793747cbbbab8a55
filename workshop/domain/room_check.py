"""The room check: how large the wall has to be drawn for the farthest chair to read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.errors import Rejected

# The smallest line is read from so many heights of the picture away, at 100 %.
_REACH = 3.73
_HEIGHTS = (0.3, 10.0)  # meters that a picture may be high
_CHAIRS = (1.0, 60.0)  # meters that a chair may be away
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_ONE = re.compile(rf"{_NUMBER}\s*(m|meters?|cm|ft|feet|foot|'|in|inch|inches|\")?\.?")
_FEET_AND_INCHES = re.compile(
    rf"{_NUMBER}\s*(?:ft|feet|foot|')\s*{_NUMBER}\s*(?:in|inch|inches|\"|'')?\.?"
)
_METERS = {
    "m": 1.0, "meter": 1.0, "meters": 1.0, "cm": 0.01,
    "ft": 0.3048, "feet": 0.3048, "foot": 0.3048, "'": 0.3048,
    "in": 0.0254, "inch": 0.0254, "inches": 0.0254, '"': 0.0254,
}  # fmt: skip


class Unit(StrEnum):
    """The unit in which a room is measured."""

    METERS = "m"
    FEET = "ft"

    @property
    def in_meters(self) -> float:
        """How many meters one of it is."""
        return _METERS[self.value]

    def shown(self, meters: float) -> str:
        """Return a length as one says it: "8.7 m", "29 ft"."""
        length = round(meters / self.in_meters, 1)
        return f"{length:g} {self.value}" if length % 1 else f"{length:.0f} {self.value}"


@dataclass(frozen=True, slots=True)
class RoomCheck:
    """The size on the wall that a room needs, in percent, and how far its smallest line reads.

    `needed_height` is the height of the picture, in meters, that reaches the farthest chair at
    that size, where it does not.
    """

    percent: int
    reach: float
    needed_height: float | None = None


def reach(height: float, percent: int) -> float:
    """Return how far the smallest line of a picture of a height reads, both in meters."""
    return _REACH * height * percent / 100


def check_room(height: float, farthest: float, percents: Sequence[int]) -> RoomCheck:
    """Return the smallest of some sizes that reaches the farthest chair, or the largest."""
    enough = [percent for percent in sorted(percents) if reach(height, percent) >= farthest]
    if enough:
        return RoomCheck(enough[0], reach(height, enough[0]))
    largest = max(percents)
    needed = farthest / reach(1.0, largest)
    return RoomCheck(largest, reach(height, largest), needed)


def room_sentence(check: RoomCheck, height: float, percents: Sequence[int], unit: Unit) -> str:
    """Return what a room check says, in one sentence."""
    far = unit.shown(check.reach)
    if check.needed_height is not None:
        return (
            f"Even at {check.percent} % the smallest line reads only to {far}: move the last row "
            f"closer, or make the picture {unit.shown(_up(check.needed_height, unit))} high."
        )
    least = min(percents)
    if check.percent == least:
        return f"{least} % is enough: the smallest line reads to {far}."
    short = unit.shown(reach(height, least))
    return (
        f"{check.percent} % suggested: the smallest line reads to {far}, at {least} % only to "
        f"{short}."
    )


def _up(meters: float, unit: Unit) -> float:
    """Return a length rounded up to a tenth of the unit."""
    return -(-meters / unit.in_meters // 0.1) * 0.1 * unit.in_meters


def picture_height(text: str, unit: Unit) -> float:
    """Return the height of a picture in meters; raises Rejected where none can be that high."""
    return _length(text, unit, "The height of the picture", _HEIGHTS)


def farthest_chair(text: str, unit: Unit) -> float:
    """Return how far the last chair is, in meters; raises Rejected where none can be there."""
    return _length(text, unit, "The farthest chair", _CHAIRS)


def _length(text: str, unit: Unit, what: str, limits: tuple[float, float]) -> float:
    meters = _meters(text.strip().casefold(), unit)
    least, most = limits
    if meters is None:
        raise Rejected(f"{what} is a number, such as {unit.shown(least * 4)}.")
    if not least <= meters <= most:
        raise Rejected(
            f"{what} is between {unit.shown(least)} and {unit.shown(most)}: please measure again."
        )
    return meters


def _meters(text: str, unit: Unit) -> float | None:
    if found := _FEET_AND_INCHES.fullmatch(text):
        return _number(found[1]) * _METERS["ft"] + _number(found[2]) * _METERS["in"]
    if found := _ONE.fullmatch(text):
        return _number(found[1]) * _METERS[found[2] or unit.value]
    return None


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))
