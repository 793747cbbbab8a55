"""What a scene is made of: plain items, so that it can be painted, read aloud and tested.

Lengths are in u, a hundredth of the wall's height at the scale of 100 %. Colors are names of the
theme.
"""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum

LINE_HEIGHT = 1.16


class Type:
    """Sizes of type on the wall, each ∛2 of the one before."""

    FINE = 3.0  # chrome only: nothing that the back row needs
    FLOOR = 3.8
    CARD = 4.8
    SUB = 6.0
    TITLE = 7.6
    HERO = 9.5
    NUMERAL = 12.0
    BIG = 15.0
    CLOCK = 30.0


class Weight(StrEnum):
    """A weight of the typeface."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Style:
    """A size, a weight and a color of type."""

    size: float
    weight: Weight = Weight.REGULAR
    color: str = "text"

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return self.size * LINE_HEIGHT

    def colored(self, color: str) -> "Style":
        """Return the same type in another color."""
        return replace(self, color=color)


class Corners(Enum):
    """Which corners of a box are round."""

    ALL = "all"
    TOP = "top"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text with its top left corner at x, y."""

    text: str
    x: float
    y: float
    width: float
    style: Style
    rtl: bool = False

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.style.line_height


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled, outlined or both; its line runs inside its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    line: float = 0.25
    radius: float = 0.0
    corners: Corners = Corners.ALL


@dataclass(frozen=True, slots=True)
class Hatch:
    """Rising lines across a box, over its fill: the pattern of process."""

    box: Box
    color: str
    gap: float
    line: float
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Dots:
    """A column of dots down a band: the pattern of what is unsorted."""

    x: float
    y: float
    height: float
    size: float
    color: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around x, y, filled, outlined or both."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    line: float = 0.25


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon by name in a square with its top left corner at x, y."""

    name: str
    x: float
    y: float
    size: float
    color: str = "text"


Item = TextLine | Box | Hatch | Dots | Disc | Icon


@dataclass(frozen=True, slots=True)
class Drawing:
    """A scene ready to be painted: its extent in u, its items, and how it reads aloud.

    `page` is the page that is shown, which is less than the one asked for where there are fewer.
    """

    width: float
    height: float
    background: str
    items: tuple[Item, ...] = ()
    text: str = ""
    page: int = 1
    pages: int = 1

    @property
    def lines(self) -> list[TextLine]:
        """The lines of text among the items."""
        return [item for item in self.items if isinstance(item, TextLine)]
