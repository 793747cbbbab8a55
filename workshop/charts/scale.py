"""Counts on a scale as bars side by side: fingers of a vote, answers from never to always."""

from collections.abc import Sequence

from workshop.charts.shapes import Line, Rect, Shape, Text, Weight

_BAR_PART = 0.65
_GAP = 3.0
_EDGE = 1.0
# Below this much of the scale a bar is white, above it dark, in the middle gray: so that a
# photocopy keeps them apart.
_FILLS = {-1: "paper", 0: "gray", 1: "text"}


def scale_bars(
    counts: Sequence[int],
    middle: int,
    edges: tuple[float, float, float, float],
    *,
    size: float,
    most: int = 0,
) -> tuple[Shape, ...]:
    """Return a bar for each count with its figure above it, on a common base line.

    `middle` is the step of the scale that is neither low nor high; `edges` are x, y, width and
    height of all, figures included; `size` is that of the figures. The bar of `most` is as high as
    there is room, so that several charts can share a scale.
    """
    x, y, width, height = edges
    pitch = width / len(counts)
    base = y + height
    most = max(most, *counts, 1)
    room = height - size - _GAP
    shapes: list[Shape] = []
    for step, count in enumerate(counts):
        bar = room * count / most
        left = x + step * pitch + pitch * (1 - _BAR_PART) / 2
        side = (step > middle) - (step < middle)
        if count:
            shapes.append(
                Rect(left, base - bar, pitch * _BAR_PART, bar, _FILLS[side], "text", _EDGE)
            )
        figure = f"{count:,}"
        # Figures are tabular: half the size is about the width of one.
        start = x + (step + 0.5) * pitch - len(figure) * size * 0.249
        shapes.append(Text(start, base - bar - _GAP, figure, size, Weight.SEMIBOLD))
    shapes.append(Line(x, base, x + width, base, 1.4))
    return tuple(shapes)
