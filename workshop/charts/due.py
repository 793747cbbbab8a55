"""When promises fall due: a mark for each in columns, or stacked bars where there are many."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.charts.marks import triage_mark
from workshop.charts.shapes import Line, Rect, Shape, Text, Weight
from workshop.domain.enums import CommitmentKind, Triage
from workshop.domain.records import Commitment

MARKS_AT_MOST = 25
"""A column with more promises than this turns the marks into bars."""

PAST, LATER, UNDATED = "Already due", "Later", "No date yet"
"""The columns that no span of days from the first day makes."""

_SPANS = (
    (7, "Within a week"),
    (30, "Within 30 days"),
    (60, "Within 60 days"),
    (90, "Within 90 days"),
)
_MARK = 16.2
_PITCH = 18.1
_GUTTER = 10.0
_BAR_HEIGHT = 84.0
_LABELS = 30.0
_COUNT = 18.0


@dataclass(frozen=True, slots=True)
class DueColumn:
    """The promises that fall due in one span, by kind; `waiting` of them depend on something."""

    label: str
    until: dt.date | None
    kinds: tuple[CommitmentKind, ...]
    waiting: int = 0

    @property
    def count(self) -> int:
        """The number of promises."""
        return len(self.kinds)


def due_columns(commitments: Iterable[Commitment], start: dt.date) -> tuple[DueColumn, ...]:
    """Return the columns of the chart; those for what is past or later only where something is."""
    order = list(CommitmentKind)
    ends = {PAST: None, **{label: days_after(start, days) for days, label in _SPANS}}
    ends |= {LATER: None, UNDATED: None}
    found: dict[str, list[Commitment]] = {label: [] for label in ends}
    for commitment in commitments:
        found[_column_of(commitment.due, start)].append(commitment)
    return tuple(
        DueColumn(
            label,
            until,
            tuple(sorted((each.kind for each in found[label]), key=order.index)),
            sum(each.depends_on is not None for each in found[label]),
        )
        for label, until in ends.items()
        if found[label] or label not in {PAST, LATER}
    )


def days_after(start: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or the last one that a date can name."""
    return dt.date.fromordinal(min(start.toordinal() + days, dt.date.max.toordinal()))


def _column_of(due: dt.date | None, start: dt.date) -> str:
    if due is None:
        return UNDATED
    days = (due - start).days
    return PAST if days < 0 else next((label for end, label in _SPANS if days <= end), LATER)


@dataclass(frozen=True, slots=True)
class DueChart:
    """The chart as shapes, and its height."""

    shapes: tuple[Shape, ...]
    height: float


def due_chart(
    columns: Sequence[DueColumn], notes: Sequence[str], left: float, top: float, width: float
) -> DueChart:
    """Return the chart with its corner at left, top; `notes` say under each label until when."""
    column_width = (width + _GUTTER) / len(columns)
    inner = column_width - _GUTTER
    in_a_row = max(1, int((inner + _PITCH - _MARK) // _PITCH))
    most = max(column.count for column in columns)
    as_marks = most <= MARKS_AT_MOST
    body = -(-most // in_a_row) * _PITCH if as_marks else _BAR_HEIGHT
    base = top + _COUNT + body + 1.5
    shapes: list[Shape] = []
    for n, (column, note) in enumerate(zip(columns, notes, strict=True)):
        x = left + n * column_width
        if as_marks:
            crest = base - 1.5 - -(-column.count // in_a_row) * _PITCH
            shapes += _marks(column, x, base, in_a_row)
        else:
            crest = base - 1.5 - _BAR_HEIGHT * column.count / most
            shapes += _bar(column, x, base, inner, most)
        if column.count:
            count = f"{column.count:,}"
            shapes.append(Text(x, crest - 5, count, 12, Weight.BOLD))
        shapes.append(Line(x, base, x + inner, base, 1.1))
        shapes.append(Text(x, base + 14.5, column.label, 10, Weight.SEMIBOLD))
        shapes.append(Text(x, base + 27.8, note, 10, color="muted"))
    return DueChart(tuple(shapes), base + _LABELS - top)


def _marks(column: DueColumn, x: float, base: float, in_a_row: int) -> list[Shape]:
    shapes: list[Shape] = []
    for n, kind in enumerate(column.kinds):
        row, place = divmod(n, in_a_row)
        top = base - 2.4 - (row + 1) * _PITCH + (_PITCH - _MARK)
        shapes += triage_mark(Triage(kind.value), x + place * _PITCH, top, _MARK)
    return shapes


def _bar(column: DueColumn, x: float, base: float, width: float, most: int) -> list[Shape]:
    """Stack the kinds of a column, the most urgent at the foot; each part has its mark's look."""
    shapes: list[Shape] = []
    bottom = base - 1.5
    for kind in CommitmentKind:
        count = column.kinds.count(kind)
        if not count:
            continue
        height = _BAR_HEIGHT * count / most
        shapes.append(_part(kind, x, bottom - height, width, height))
        if height >= _MARK + 2:
            top = bottom - height / 2 - _MARK / 2
            middle = x + (width - _MARK) / 2
            shapes += triage_mark(Triage(kind.value), middle, top, _MARK)
        bottom -= height
    return shapes


def _part(kind: CommitmentKind, x: float, y: float, width: float, height: float) -> Rect:
    fill, stroke, dash = {
        CommitmentKind.FIX_NOW: ("fix now", "fix now", ()),
        CommitmentKind.ORG_CHART: ("paper", "text", ()),
        CommitmentKind.LONG_TERM: ("long term tint", "long term ink", ()),
        CommitmentKind.FIND_OUT: ("paper", "text", (3.0, 2.0)),
    }[kind]
    inset = 0.5
    return Rect(x + inset, y + inset, width - 1, max(height - 1, 0.2), fill, stroke, 1.0, dash=dash)
