"""Both buckets as cards, page by page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import wrap
from workshop.ui.audience.scenes.parts import (
    BAND,
    band,
    bucket_head,
    foot_with_pages,
    message,
    sorted_foot,
)
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TOP = 13.0
_HEAD = 7.4
_HEAD_GAP = 1.2
_GAP = 1.1
_BETWEEN = 2.4
_LINES = 3
_EDGE = 0.22
_NAME = Style(Type.CARD, Weight.BOLD)
_COUNT = Style(Type.SUB, Weight.BOLD)
_PAD_X = BAND + 1.1
_PAD_RIGHT = 1.3
_NARROWEST_EM = 10.5
# Above so many cards, the number of pages is worked out from those that were laid out so far.
_COUNTED_TO = 400
_BUCKETS = (Bucket.PROCESS, Bucket.PERFORMANCE)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of the page: their style of type, width, height and how many there are."""

    style: Style
    columns: int
    width: float
    height: float

    @property
    def pad(self) -> float:
        return self.style.size * 0.15

    @property
    def text_width(self) -> float:
        return self.width - _PAD_X - _PAD_RIGHT

    def height_of(self, card: Activity) -> float:
        """Return the height of a card on the board."""
        rows = len(wrap(card.text, self.text_width, self.style, lines=_LINES, balanced=False))
        return max(1, rows) * self.style.line_height + 2 * self.pad


@dataclass(frozen=True, slots=True)
class _Page:
    """The cards of a bucket on one page, column by column."""

    columns: list[list[Activity]]


@dataclass(frozen=True, slots=True)
class _Pages:
    """The page of a bucket that is shown, and how many there are, perhaps only about."""

    page: _Page
    count: int
    about: bool


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the page of each bucket; a bucket with fewer pages stays on its last one."""
    sheet.title(words().wall["bucket_question"], right=sheet.timer(picture))
    counts = {bucket: picture.view.count(bucket) for bucket in Bucket}
    grid = _grid(sheet)
    split = _split(grid.columns, counts)
    lists = {bucket: picture.view.activities(bucket) for bucket in _BUCKETS}
    wanted = max(1, picture.stage.page)
    found = {bucket: _pages_of(lists[bucket], grid, split[bucket], wanted) for bucket in _BUCKETS}
    sheet.pages = max(pages.count for pages in found.values())
    sheet.page = min(wanted, sheet.pages)
    x = MARGIN
    for bucket in _BUCKETS:
        width = split[bucket] * (grid.width + _GAP) - _GAP
        _bucket(sheet, bucket, Box(x, _TOP, width, _HEAD), counts[bucket], found[bucket].page, grid)
        x += width + _BETWEEN
    if not any(counts.values()):
        message(sheet, "Nothing is gathered yet", _TOP + _HEAD)
    left = sorted_foot(sheet, counts)
    foot_with_pages(sheet, left, about=any(pages.about for pages in found.values()))


def _grid(sheet: Sheet) -> _Grid:
    """Return columns in the larger type where three fit at 10.5 em, else in the least."""
    style = Style(Type.CARD)
    columns = _columns(sheet, style)
    if columns < 3:
        style = Style(Type.FLOOR)
        columns = max(2, _columns(sheet, style))
    width = (sheet.inner_width - _BETWEEN - _GAP * (columns - 2)) / columns
    top = _TOP + _HEAD + _HEAD_GAP
    return _Grid(style, columns, width, sheet.height - 7.2 - top)


def _columns(sheet: Sheet, style: Style) -> int:
    narrowest = _NARROWEST_EM * style.size
    return int((sheet.inner_width - _BETWEEN + _GAP) / (narrowest + _GAP))


def _split(columns: int, counts: dict[Bucket, int]) -> dict[Bucket, int]:
    """Share the columns so that the buckets fill about as many pages; each has one at least."""
    process, performance = counts[Bucket.PROCESS], counts[Bucket.PERFORMANCE]
    part = process / (process + performance) if process + performance else 0.5
    first = min(columns - 1, max(1, round(columns * part)))
    return {Bucket.PROCESS: first, Bucket.PERFORMANCE: columns - first}


def _pages_of(cards: Sequence[Activity], grid: _Grid, columns: int, wanted: int) -> _Pages:
    """Lay out what comes before the wanted page and on it, and all where there are not many."""
    shown = _Page([[] for _ in range(columns)])
    count = laid_out = 0
    for page in _packed(cards, grid, columns):
        if count == wanted and len(cards) > _COUNTED_TO:
            about = max(count + 1, round(len(cards) * count / laid_out))
            return _Pages(shown, about, about=True)
        count += 1
        laid_out += sum(map(len, page.columns))
        if count <= wanted:
            shown = page
    return _Pages(shown, max(1, count), about=False)


def _packed(cards: Sequence[Activity], grid: _Grid, columns: int) -> Iterator[_Page]:
    """Yield pages of cards, filled column by column."""
    page: list[list[Activity]] = [[]]
    used = 0.0
    for card in cards:
        height = grid.height_of(card)
        if page[-1] and used + height > grid.height:
            if len(page) == columns:
                yield _Page(page)
                page = []
            page.append([])
            used = 0.0
        page[-1].append(card)
        used += height + _GAP
    if page[-1]:
        yield _Page(page)


def _bucket(sheet: Sheet, bucket: Bucket, head: Box, count: int, page: _Page, grid: _Grid) -> None:
    filled = Box(head.x, head.y, head.width, _HEAD, fill=f"{bucket.value} head", radius=0.7)
    bucket_head(sheet, bucket, filled, _NAME, _COUNT, count)
    for column, cards in enumerate(page.columns):
        x, y = head.x + column * (grid.width + _GAP), _TOP + _HEAD + _HEAD_GAP
        for card in cards:
            y += _card(sheet, bucket, card, grid, x, y) + _GAP


def _card(sheet: Sheet, bucket: Bucket, card: Activity, grid: _Grid, x: float, y: float) -> float:
    pieces = wrap(card.text, grid.text_width, grid.style, lines=_LINES)
    height = grid.height_of(card)
    tint, edge = f"{bucket.value} tint", f"{bucket.value} solid"
    sheet.add(Box(x, y, grid.width, height, tint, edge, line=_EDGE, radius=0.6))
    band(sheet, bucket, x + _EDGE, y + _EDGE, height - 2 * _EDGE)
    sheet.put(pieces, x + _PAD_X, y + grid.pad, grid.text_width, grid.style)
    return height
