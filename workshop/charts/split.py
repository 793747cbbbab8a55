"""Process beside performance: the band, the picture of the split, and the bar of the hours."""

from dataclasses import dataclass

from workshop.charts.shapes import Disc, Hatch, Rect, Shape

BAND_HEIGHT = 6.0
_BAND_PROCESS_PART = 0.62
_GAP = 4.0

_LARGEST_PITCH = 31.0
_SIDE = 0.81
_SMALLEST_PITCH = 8.0
_PICTURE_HEIGHT = 4 * _LARGEST_PITCH
_BETWEEN = 22.0
_NARROWEST_GROUP = 140.0
_SHRINKING = 0.99


def band(x: float, y: float, width: float) -> tuple[Shape, ...]:
    """Return the band over a first page: a sign of the house, not data."""
    process = width * _BAND_PROCESS_PART
    return (
        Hatch(x, y, process - _GAP / 2, BAND_HEIGHT, gap=2.6, line=1.35),
        Rect(x + process + _GAP / 2, y, width - process - _GAP / 2, BAND_HEIGHT, "performance"),
    )


@dataclass(frozen=True, slots=True)
class SplitPicture:
    """The picture as shapes, how far from its left performance starts, and its height."""

    shapes: tuple[Shape, ...]
    performance_x: float
    height: float


def split_picture(
    process: int,
    performance: int,
    left: float,
    top: float,
    width: float,
    *,
    highest: float = _PICTURE_HEIGHT,
) -> SplitPicture:
    """Return a hatched square for each process activity and a disc for each performance one.

    The corner is at left, top; it is no higher than `highest`. Where they would be too small to
    tell apart, it is one bar in proportion instead.
    """
    pitch, rows = _grid(process, performance, width, highest)
    if pitch < _SMALLEST_PITCH:
        return _as_bar(process, performance, (left, top, width, highest / 2))
    side = pitch * _SIDE
    scale = min(1.0, pitch / _LARGEST_PITCH + 0.25)
    columns, across = max(1, -(-process // rows)), max(1, -(-performance // rows))
    start = _group_width(process, rows, pitch) + _BETWEEN if process else 0.0
    shapes: list[Shape] = []
    for n in range(process):
        row, column = divmod(n, columns)
        x, y = left + column * pitch, top + row * pitch
        shapes += _hatched(x, y, side, side, scale, 2.5 * scale)
    for n in range(performance):
        row, column = divmod(n, across)
        radius = side / 2
        x, y = left + start + column * pitch + radius, top + row * pitch + radius
        shapes.append(Disc(x, y, radius, "performance"))
    used_rows = max(-(-process // columns), -(-performance // across))
    return SplitPicture(tuple(shapes), start, used_rows * pitch - (pitch - side))


def _grid(process: int, performance: int, width: float, highest: float) -> tuple[float, int]:
    """Return the largest pitch at which both fit side by side, and the rows that it takes."""
    best = (0.0, 1)
    for rows in range(1, int(highest / _SMALLEST_PITCH) + 1):
        pitch = min(_LARGEST_PITCH, highest / rows)
        while pitch > best[0] and _picture_width(process, performance, rows, pitch) > width:
            pitch *= _SHRINKING
        if pitch > best[0]:
            best = (pitch, rows)
    return best


def _picture_width(process: int, performance: int, rows: int, pitch: float) -> float:
    groups = [_group_width(count, rows, pitch) for count in (process, performance) if count]
    return sum(groups) + _BETWEEN * (len(groups) - 1)


def _group_width(count: int, rows: int, pitch: float) -> float:
    """Return the width of a group, which holds its label and what it means too."""
    return max(-(-count // rows) * pitch - pitch * (1 - _SIDE), _NARROWEST_GROUP)


def _as_bar(
    process: int, performance: int, edges: tuple[float, float, float, float]
) -> SplitPicture:
    left, top, width, height = edges
    shares = (process, performance, 0)
    bar = share_bar(shares, left, top, width, height)
    share = width * process / (process + performance)
    start = min(max(share, _NARROWEST_GROUP), width - _NARROWEST_GROUP - _BETWEEN)
    return SplitPicture(bar, start + _BETWEEN if process else 0.0, height)


def share_bar(
    shares: tuple[float, float, float], left: float, top: float, width: float, height: float
) -> tuple[Shape, ...]:
    """Return one bar in proportion: process hatched, performance solid, unsorted empty."""
    process, performance, unsorted = shares
    usable = width - _GAP * (sum(share > 0 for share in shares) - 1)
    scale = usable / sum(shares)
    shapes: list[Shape] = []
    x = left
    if process > 0:
        shapes += _hatched(x, top, process * scale, height)
        x += process * scale + _GAP
    if performance > 0:
        shapes.append(Rect(x, top, performance * scale, height, "performance"))
        x += performance * scale + _GAP
    if unsorted > 0:
        inner = max(unsorted * scale - 1, 0.2)
        shapes.append(
            Rect(x + 0.5, top + 0.5, inner, height - 1, stroke="unsorted", dash=(1.2, 2.2))
        )
    return tuple(shapes)


def _hatched(
    x: float, y: float, width: float, height: float, scale: float = 1.0, radius: float = 0.0
) -> tuple[Shape, ...]:
    inset = 0.5
    edge = Rect(
        x + inset,
        y + inset,
        max(width - 1, 0.2),
        height - 1,
        stroke="process head",
        line=1.0,
        radius=radius,
    )
    return (Hatch(x, y, width, height, 3.9 * scale, 2.0 * scale, radius=radius), edge)
