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
_NARROW = 0.292
"""Part of the content's width that each of two columns takes beside a single wider one."""
_GAP = 14.0
_INDENT = 12.0
_BAR = 5.0
_PADDING, _TIGHT_PADDING = 2.1, 1.1
_BEFORE = 20.0
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


@dataclass(slots=True)
class _Item:
    cell: Cell
    padding: float = _PADDING

    @property
    def height(self) -> float:
        return sum(block.height for block in self.cell) + 2 * self.padding


@dataclass(slots=True)
class _Pending:
    """What of a bucket is still to be drawn, in columns of a width in points."""

    bucket: Bucket
    width: float
    count: int
    items: Sequence[_Item]

    @property
    def height(self) -> float:
        return sum(item.height for item in self.items)


def draw_lists(sheet: Sheet) -> None:
    """Draw process and performance side by side, then what is not sorted yet."""
    view = sheet.handout.view
    narrow = sheet.measure * _NARROW
    wide = sheet.measure - 2 * (narrow + _GAP)
    even = (sheet.measure - (_COLUMNS - 1) * _GAP) / _COLUMNS
    more_process = len(view.activities(Bucket.PROCESS)) >= len(view.activities(Bucket.PERFORMANCE))
    process = _pending(sheet, Bucket.PROCESS, narrow if more_process else wide)
    performance = _pending(sheet, Bucket.PERFORMANCE, wide if more_process else narrow)
    unsorted = _pending(sheet, Bucket.UNSORTED, even)
    _start(sheet, [process, performance, unsorted])
    _draw_side_by_side(sheet, [process, performance])
    if unsorted.items and (process.count or performance.count):
        tallest = max(item.height for item in unsorted.items)
        whole = _HEAD + _HEAD_AFTER + unsorted.height / _COLUMNS + tallest
        sheet.ensure(_BEFORE + whole)
        sheet.space(_BEFORE)
    _draw_side_by_side(sheet, [unsorted])


def _pending(sheet: Sheet, bucket: Bucket, width: float) -> _Pending:
    cards = sheet.handout.view.activities(bucket)
    items = [
        _Item(blocks(sheet.handout, card.text, styles.CELL, width - _INDENT, _TITLES[bucket]))
        for card in cards
    ]
    return _Pending(bucket, width, len(items), items)


def _start(sheet: Sheet, lists: Sequence[_Pending]) -> None:
    """Begin below what is on the page where few activities fit there, else on a new page."""
    needed = sum(each.height for each in lists) / 2 + 2 * (_HEAD + _HEAD_AFTER) + 40
    if sum(each.count for each in lists) <= _FEW and needed <= sheet.room:
        sheet.space(24)
    elif not sheet.is_fresh:
        sheet.next_page()


def _draw_side_by_side(sheet: Sheet, lists: Sequence[_Pending]) -> None:
    """Fill page after page: both lists while there are two, then the longer one alone."""
    while left := [each for each in lists if each.items]:
        top = lowest = sheet.y
        x = sheet.left
        spans = _spans(sheet, left)
        _tighten(left, [columns for columns, _ in spans], sheet.room - _HEAD - _HEAD_AFTER)
        for each, (columns, span) in zip(left, spans, strict=True):
            lowest = max(lowest, _draw_list(sheet, each, columns, x, span))
            sheet.y = top
            x += span + _GAP
        sheet.y = lowest
        if any(each.items for each in lists):
            sheet.next_page()


def _tighten(lists: Sequence[_Pending], columns: Sequence[int], room: float) -> None:
    """Put items closer to each other where all that is left then fits, and else would not."""
    for padding in (_PADDING, _TIGHT_PADDING, _PADDING):
        for each in lists:
            for item in each.items:
                item.padding = padding
        pairs = zip(lists, columns, strict=True)
        if not any(_fill(each.items, number, room)[1] for each, number in pairs):
            return


def _spans(sheet: Sheet, lists: Sequence[_Pending]) -> list[tuple[int, float]]:
    """Return for each list how many columns it has and how wide they are together."""
    if len(lists) == 1:
        return [(int((sheet.measure + _GAP) / (lists[0].width + _GAP) + 1e-6), sheet.measure)]
    narrow = min(each.width for each in lists)
    return [(2, 2 * narrow + _GAP) if each.width == narrow else (1, each.width) for each in lists]


def _draw_list(sheet: Sheet, pending: _Pending, columns: int, x: float, span: float) -> float:
    """Draw as much of a list as the page has room for and return where its longest column ends."""
    top = sheet.y
    lowest = top
    taken = _take(pending, columns, sheet.room - _HEAD - _HEAD_AFTER)
    _draw_head(sheet, pending, x, span)
    pitch = (span + _GAP) / columns
    with sheet.document.element(Tag.LIST):
        for n, items in enumerate(taken):
            sheet.y = top + _HEAD + _HEAD_AFTER
            _draw_column(sheet, pending.bucket, items, x + n * pitch, pitch - _GAP)
            lowest = max(lowest, sheet.y)
    return lowest


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
            sheet.y = top + item.padding
            for block in item.cell:
                for line in block.lines:
                    sheet.line(line, block.style, x + _INDENT, width - _INDENT)
        sheet.y = bottom


def _bar(bucket: Bucket, x: float, y: float, height: float) -> Shape:
    if bucket is Bucket.PROCESS:
        return Hatch(x, y, _BAR, height, gap=2.6, line=1.35)
    if bucket is Bucket.PERFORMANCE:
        return Rect(x, y, _BAR, height, "performance")
    return Rect(x + 0.5, y, _BAR - 1, height, stroke="unsorted", line=0.9, dash=(1.2, 1.6))
