"""The sheets that handouts are printed on, and where their content may stand. Lengths in points."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Paper(StrEnum):
    """A size of paper."""

    LETTER = "letter"
    A4 = "a4"


class Layout(Enum):
    """How a page lies and what its margins are for."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    ANNEX = "annex"
    POSTER = "poster"


@dataclass(frozen=True, slots=True)
class _Margins:
    """At the sides, and below the content on a page without and with a marking."""

    side: float
    bottom: float
    marked_bottom: float
    footer: float
    marked_footer: float


_PORTRAIT = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89)}
_LARGE = {Paper.LETTER: (1224.0, 792.0), Paper.A4: (1190.55, 841.89)}  # tabloid and A3, landscape
_TOP, _MARKED_TOP = 42.0, 50.0
_MARGINS = {
    Layout.PORTRAIT: _Margins(54, 66, 76, 34, 44),
    Layout.LANDSCAPE: _Margins(48, 66, 76, 34, 44),
    Layout.ANNEX: _Margins(62, 70, 70, 44, 44),
    Layout.POSTER: _Margins(54, 66, 76, 34, 44),
}


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
    def of(cls, paper: Paper, layout: Layout, *, marked: bool) -> "Geometry":
        """Return the geometry of a page; a marked page leaves room for its marking."""
        width, height = (_LARGE if layout is Layout.POSTER else _PORTRAIT)[paper]
        if layout is Layout.LANDSCAPE:
            width, height = height, width
        margins = _MARGINS[layout]
        return cls(
            width=width,
            height=height,
            left=margins.side,
            right=width - margins.side,
            top=_MARKED_TOP if marked or layout is Layout.ANNEX else _TOP,
            bottom=height - (margins.marked_bottom if marked else margins.bottom),
            footer=height - (margins.marked_footer if marked else margins.footer),
        )
