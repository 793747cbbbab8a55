"""The shapes that charts and pages are made of.

Lengths are points in handouts and pixels on screens; x grows to the right and y downwards from the
top left corner. Colors are names of the theme, so that a painter can draw them light, dark or on
paper.
"""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """A weight of the typeface, by the name of its file."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float
    weight: Weight = Weight.REGULAR
    color: str = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str = "text"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, outlined or both; its line runs on its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A full circle around x, y, filled, outlined or both."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 1.0


@dataclass(frozen=True, slots=True)
class HalfDisc:
    """The left half of a filled circle around x, y."""

    x: float
    y: float
    radius: float
    fill: str = "text"


@dataclass(frozen=True, slots=True)
class Hatch:
    """Rising lines across a rectangle: the pattern of the process bucket, and of nothing else."""

    x: float
    y: float
    width: float
    height: float
    gap: float
    line: float
    color: str = "process"
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon by name in a square with its top left corner at x, y."""

    name: str
    x: float
    y: float
    size: float
    color: str = "text"


Shape = Text | Line | Rect | Disc | HalfDisc | Hatch | Icon
