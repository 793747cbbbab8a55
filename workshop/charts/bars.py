"""Parts of a whole as bars, one below the other: the chart of an insight."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.charts.shapes import Hatch, Rect, Shape, Text, Weight
from workshop.domain.enums import Bucket
from workshop.domain.insight import OPEN, Part

_BAR_PART = 0.62
_LABEL_GAP = 0.8
_FIGURE_GAP = 0.55
# A line of figures stands in the middle of its bar when it is this much of its size lower.
_BASELINE = 0.35
_GAP, _LINE = 0.68, 0.34


@dataclass(frozen=True, slots=True)
class BarMeasures:
    """The lengths of a chart of bars: its size of type, and the widths of label and figure."""

    row: float
    size: float
    label: float
    figure: float


def part_bars(
    parts: Sequence[Part], most: float, left: float, top: float, width: float, at: BarMeasures
) -> tuple[Shape, ...]:
    """Return a row for each part with its corner at left, top: label, bar, figure.

    The bar of `most` is as long as there is room, so that several charts can share a scale. Process
    is hatched, and what is not answered is an outline.
    """
    start = left + at.label + _LABEL_GAP * at.size
    room = left + width - start - at.figure - _FIGURE_GAP * at.size
    shapes: list[Shape] = []
    for number, part in enumerate(parts):
        y = top + number * at.row
        baseline = y + at.row / 2 + _BASELINE * at.size
        shapes.append(Text(left, baseline, label_of(part), at.size, Weight.SEMIBOLD))
        length = room * part.value / most if most else 0.0
        if part.value:
            height = at.row * _BAR_PART
            bar_y = y + (at.row - height) / 2
            shapes += _bar(part.label, start, bar_y, max(length, at.size / 4), height, at.size)
        x = start + length + _FIGURE_GAP * at.size
        shapes.append(Text(x, baseline, f"{part.value:,.0f}", at.size, Weight.BOLD))
    return tuple(shapes)


def label_of(part: Part) -> str:
    """Return what stands beside the bar of a part."""
    return part.label[:1].upper() + part.label[1:]


def _bar(
    label: str, x: float, y: float, width: float, height: float, size: float
) -> tuple[Shape, ...]:
    if label == Bucket.PROCESS:
        return (Hatch(x, y, width, height, _GAP * size, _LINE * size),)
    if label == Bucket.PERFORMANCE:
        return (Rect(x, y, width, height, "performance"),)
    if label == OPEN:
        line = size / 12
        inner = (max(width - line, line), height - line)
        return (Rect(x + line / 2, y + line / 2, *inner, stroke="text", line=line),)
    return (Rect(x, y, width, height, "text"),)
