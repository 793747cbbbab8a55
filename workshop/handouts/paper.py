"""The sheets that handouts are printed on, and where their content may stand. Lengths in points."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """A size of paper."""

    LETTER = "letter"
    A4 = "a4"


_PORTRAIT = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89)}


@dataclass(frozen=True, slots=True)
class Geometry:
    """One sheet: its size, and the edges of its content from the top left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    footer: float

    @property
    def measure(self) -> float:
        """The width of the content."""
        return self.right - self.left

    @classmethod
    def of(cls, paper: Paper, *, landscape: bool, marked: bool) -> "Geometry":
        """Return the geometry of a page; a marked page leaves room for its marking."""
        width, height = _PORTRAIT[paper]
        if landscape:
            width, height = height, width
        side = 48.0 if landscape else 54.0
        return cls(
            width=width,
            height=height,
            left=side,
            right=width - side,
            top=50.0 if marked else 42.0,
            bottom=height - (76.0 if marked else 66.0),
            footer=height - (44.0 if marked else 34.0),
        )
