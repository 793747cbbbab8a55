"""The activities of each bucket as lists in three columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.charts.marks import BUCKET_ICONS
from workshop.charts.shapes import Hatch, Icon, Line, Rect, Shape, Text, Weight
from workshop.domain.enums import Bucket
from workshop.handouts import styles
from workshop.handouts.cells import blocks
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Cell
from workshop.handouts.wrap import Style

_COLUMNS = 3
_GAP = 14.0
_INDENT = 12.0
_BAR = 5.0
_PADDING = 2.1
_HEAD = 24.0
_HEAD_AFTER = 8.0
_HEAD_STYLE = Style(13, 17, Weight.BOLD, "paper")
_HATCHED_END = 10.0
_FEW = 14
"""Up to so many activities the lists stand on the first page if they fit."""

_TITLES = {
    Bucket.PROCESS: "Process",
    Bucket.PERFORMANCE: "Performance",
    Bucket.UNSORTED: "Not sorted yet",
}


@dataclass(frozen=True, slots=True)
class _Item:
    cell: Cell

    @property
    def height(self) -> float:
        return sum(block.height for block in self.cell) + 2 * _PADDING


@dataclass(slots=True)
class _Pending:
    """What of a bucket is still to be drawn."""

    bucket: Bucket
    count: int
    items: Sequence[_Item]

    @property
    def height(self) -> float:
        return sum(item.height for item in self.items)


def draw_lists(sheet: Sheet) -> None:
    """Draw process and performance side by side, then what is not sorted yet."""
    width = (sheet.measure - (_COLUMNS - 1) * _GAP) / _COLUMNS
    process, performance, unsorted = (
        _pending(sheet, bucket, width)
        for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE, Bucket.UNSORTED)
    )
    _start(sheet, [process, performance, unsorted])
    _draw_side_by_side(sheet, [process, performance], width)
    if unsorted.items and (process.count or performance.count):
        sheet.space(20)
        first = max(item.height for item in unsorted.items[:_COLUMNS])
        sheet.ensure(_HEAD + _HEAD_AFTER + 2 * first)
    _draw_side_by_side(sheet, [unsorted], width)


def _pending(sheet: Sheet, bucket: Bucket, width: float) -> _Pending:
    cards = sheet.handout.view.activities(bucket)
    items = [
        _Item(blocks(sheet.handout, card.text, styles.CELL, width - _INDENT, _TITLES[bucket]))
        for card in cards
    ]
    return _Pending(bucket, len(items), items)


def _start(sheet: Sheet, lists: Sequence[_Pending]) -> None:
    """Begin below what is on the page where few activities fit there, else on a new page."""
    needed = sum(each.height for each in lists) / 2 + 2 * (_HEAD + _HEAD_AFTER) + 40
    if sum(each.count for each in lists) <= _FEW and needed <= sheet.room:
        sheet.space(24)
    elif not sheet.is_fresh:
        sheet.next_page()


def _draw_side_by_side(sheet: Sheet, lists: Sequence[_Pending], width: float) -> None:
    """Fill page after page; each list takes as many columns as suits what is left of it."""
    while any(each.items for each in lists):
        left = [each for each in lists if each.items]
        room = sheet.room - _HEAD - _HEAD_AFTER
        shares = _shares(left)
        top, lowest, first = sheet.y, sheet.y, 0
        for each, share in zip(left, shares, strict=True):
            x = sheet.left + first * (width + _GAP)
            _draw_head(sheet, each, x, share * (width + _GAP) - _GAP)
            columns = _take(each, share, room)
            with sheet.document.element(Tag.LIST):
                for n, items in enumerate(columns):
                    sheet.y = top + _HEAD + _HEAD_AFTER
                    _draw_column(sheet, each.bucket, items, x + n * (width + _GAP), width)
                    lowest = max(lowest, sheet.y)
            sheet.y = top
            first += share
        sheet.y = lowest
        if any(each.items for each in lists):
            sheet.next_page()


def _shares(lists: Sequence[_Pending]) -> list[int]:
    if len(lists) == 1:
        return [_COLUMNS]
    return [2, 1] if lists[0].height >= lists[1].height else [1, 2]


def _take(pending: _Pending, columns: int, room: float) -> list[Sequence[_Item]]:
    """Take from a list what fits into columns, as even as they can be."""
    taken, rest = _fill(pending.items, columns, room)
    if not rest and columns > 1:
        low, high = 0.0, room
        while high - low > 1:
            middle = (low + high) / 2
            tried, over = _fill(pending.items, columns, middle)
            if over:
                low = middle
            else:
                taken, high = tried, middle
    pending.items = rest
    return taken


def _fill(
    items: Sequence[_Item], columns: int, room: float
) -> tuple[list[Sequence[_Item]], Sequence[_Item]]:
    """Return items column by column, at least one in each, and those that do not fit."""
    filled: list[Sequence[_Item]] = []
    start = 0
    for _ in range(columns):
        end, left = start, room
        while end < len(items) and items[end].height <= left:
            left -= items[end].height
            end += 1
        filled.append(items[start:end])
        start = end
    return filled, items[start:]


def _draw_head(sheet: Sheet, pending: _Pending, x: float, width: float) -> None:
    bucket, top = pending.bucket, sheet.y
    fill = "unsorted ink" if bucket is Bucket.UNSORTED else f"{bucket.value} head"
    shapes: list[Shape] = [Rect(x, top, width, _HEAD, fill)]
    text_x = x + 10
    if bucket is Bucket.PROCESS:
        shapes += [
            Rect(x, top, _HATCHED_END, _HEAD, "paper"),
            Hatch(x, top, _HATCHED_END, _HEAD, gap=2.6, line=1.35, color=fill),
        ]
        text_x += 8
    with sheet.document.artifact():
        sheet.document.draw(*shapes)
        if bucket in BUCKET_ICONS:
            sheet.document.draw(Icon(BUCKET_ICONS[bucket], text_x, top + 5.2, 13.6, "paper"))
            text_x += 20
    style = _HEAD_STYLE
    count = f"{pending.count:,}"
    count_x = x + width - 10 - sheet.wrapper.width(count, style)
    with sheet.document.element(Tag.H2):
        for start, text in ((text_x, _TITLES[bucket]), (count_x, count)):
            sheet.document.draw(
                Text(start, top + 16.4, text, style.size, style.weight, style.color)
            )


def _draw_column(
    sheet: Sheet, bucket: Bucket, items: Sequence[_Item], x: float, width: float
) -> None:
    document = sheet.document
    for item in items:
        top = sheet.y
        height = item.height
        with document.artifact():
            document.draw(_bar(bucket, x, top + 1.6, height - 3.4))
            bottom = top + height
            document.draw(Line(x + _INDENT, bottom, x + width, bottom, 0.6, "hairline"))
        with document.element(Tag.ITEM), document.element(Tag.ITEM_BODY):
            sheet.y = top + _PADDING
            for block in item.cell:
                for line in block.lines:
                    sheet.line(line, block.style, x + _INDENT)
        sheet.y = bottom


def _bar(bucket: Bucket, x: float, y: float, height: float) -> Shape:
    if bucket is Bucket.PROCESS:
        return Hatch(x, y, _BAR, height, gap=2.6, line=1.35)
    if bucket is Bucket.PERFORMANCE:
        return Rect(x, y, _BAR, height, "performance")
    return Rect(x + 0.5, y, _BAR - 1, height, stroke="unsorted", line=0.9, dash=(1.2, 1.6))
