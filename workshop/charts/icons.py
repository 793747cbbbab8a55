"""The outlines of the icons: Lucide drawings as lines and curves."""

from dataclasses import dataclass
from functools import cache

from workshop.resources import resource

GRID = 24.0
"""The side of the square in which Lucide draws."""
STROKE = 2.0
"""The width of its line in that square; ends and corners are round."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of an outline: move and line have one point, a curve three, close none."""

    kind: str
    points: tuple[Point, ...]


_KINDS = {"moveTo": "move", "lineTo": "line", "curveTo": "curve", "closePath": "close"}


@cache
def outline(name: str) -> tuple[Segment, ...]:
    """Return the outline of an icon in a square of `GRID`, y downwards.

    Raises FileNotFoundError where there is no such icon.
    """
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import SVGPath

    pen = RecordingPen()
    SVGPath(str(resource("icons", f"{name}.svg"))).draw(pen)
    return tuple(
        Segment(_KINDS[operator], tuple(points))
        for operator, points in pen.value
        if operator in _KINDS
    )
