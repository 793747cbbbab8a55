"""The deal: what the leader removes beside what the team produces, pair by pair."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from workshop.domain.dates import session_day, short_day
from workshop.domain.deal import Deal
from workshop.domain.enums import Bucket
from workshop.domain.records import Commitment, Excuse, Pledge
from workshop.domain.text import one_line, quoted
from workshop.ui.audience.scenes.drawing import Box, Disc, Hatch, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import Piece, is_cut, width_of, wrap
from workshop.ui.audience.scenes.parts import BAND, band, foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TOP = 3.4
_HEAD = 13.3
_BETWEEN = 9.0
_GAP = 1.5
_LEAST_ROW = 22.5
_PAD = 3.6
_NAMES = (Style(Type.SUB, Weight.BOLD, "on head"), Style(Type.CARD, Weight.BOLD, "on head"))
_WHO = Style(Type.FLOOR, color="on head")
_SAID = Style(Type.FLOOR)
_TEXT = Style(Type.CARD, Weight.BOLD)
_FROM = Style(Type.SUB)
_TO = Style(Type.TITLE, Weight.BOLD)
_UNIT = Style(Type.CARD, Weight.SEMIBOLD)
_WORDS = Style(Type.FLOOR, Weight.SEMIBOLD)
_BY = Style(Type.FLOOR, Weight.SEMIBOLD)
_MISSING = Style(Type.FLOOR, color="muted")
_QUOTE_GAP = 0.9
_ROW_PAD = 2.6
_RIGHT_PADS = BAND + 4.7
_UNLIMITED = 999.0
_ARROW = 3.6
_HAND = 3.2
_NUMBER = re.compile(r"\s*([^\s\d]?[\d.,:]+\s?%?)\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the deal; a side that is missing is loose."""

    excuses: tuple[Excuse, ...] = ()
    commitment: Commitment | None = None
    pledge: Pledge | None = None
    by: str = ""  # when the pledge is due

    @property
    def is_pair(self) -> bool:
        return self.commitment is not None and self.pledge is not None


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw both heads and the page of pairs; what has no other side comes last."""
    view = picture.view
    deal = Deal.of(view)
    width = (sheet.inner_width - _BETWEEN) / 2
    left, right = MARGIN, MARGIN + width + _BETWEEN
    said = words().deal
    team = view.facts.agency
    _head(sheet, Bucket.PROCESS, "hammer", said.leader, view.facts.sponsor, left, width)
    _head(sheet, Bucket.PERFORMANCE, "target", said.team, team, right, width)
    rows = list(_rows(deal, session_day(view.facts)))
    top = _TOP + _HEAD + _GAP
    if not rows:
        message(sheet, "No excuse, commitment or pledge is part of the deal yet", top)
        return
    room = sheet.bottom + 0.2 - top
    most = 3 if sheet.is_wide else 2
    pages = list(_paged(rows, width, room, most))
    most = max(map(len, pages))
    height = (room + _GAP) / most - _GAP
    page = pages[sheet.turn_to(picture.stage.page, len(pages))]
    if max(_needed(row, width) for row in page) > height:
        height = (room + _GAP) / len(page) - _GAP
    y = top
    for row in page:
        _left(sheet, row, Box(left, y, width, height))
        if row.is_pair:
            _shake(sheet, left + width, right, y + height / 2)
        _right(sheet, row, Box(right, y, width, height))
        y += height + _GAP
    time = f", {picture.timer} left" if picture.timer and not picture.timer.startswith("+") else ""
    foot_with_pages(sheet, f"The deal, pair by pair{time}")


def _paged(rows: list[_Row], width: float, room: float, most: int) -> Iterator[list[_Row]]:
    """Yield the rows of each page: as many, of one height, as hold all their words."""
    page: list[_Row] = []
    highest = 0.0
    for row in rows:
        needed = max(highest, _LEAST_ROW, _needed(row, width))
        if page and (len(page) == most or (len(page) + 1) * (needed + _GAP) - _GAP > room):
            yield page
            page, needed = [], max(_LEAST_ROW, _needed(row, width))
        page.append(row)
        highest = needed
    yield page


def _needed(row: _Row, width: float) -> float:
    """Return the height that the words of a row need, up to the most lines they may have."""
    left = _LeftWords.of(row, width - _PAD - 2.4, _UNLIMITED)
    right = _RightWords.of(row, width - _RIGHT_PADS, _UNLIMITED)
    return max(left.height, right.height) + _ROW_PAD


def _rows(deal: Deal, now: dt.date) -> Iterator[_Row]:
    """Yield the pairs, a row for each pledge; then what is loose on either side."""
    for pair in deal.pairs:
        for pledge in pair.pledges:
            yield _Row(pair.excuses, pair.commitment, pledge, _by(pledge, now))
    for pair in deal.pairs:
        if not pair.pledges:
            yield _Row(pair.excuses, pair.commitment)
    for pledge in deal.loose_pledges:
        yield _Row(pledge=pledge, by=_by(pledge, now))
    for excuse in deal.loose_excuses:
        yield _Row((excuse,))


def _by(pledge: Pledge, now: dt.date) -> str:
    return f"by {short_day(pledge.due, now)}" if pledge.due else ""


def _head(
    sheet: Sheet, bucket: Bucket, icon: str, text: str, who: str, x: float, width: float
) -> None:
    box = Box(x, _TOP, width, _HEAD, fill=f"{bucket.value} head", radius=0.9)
    is_process = bucket is Bucket.PROCESS
    sheet.add(Hatch(box, "on head", gap=2.6, line=0.75, opacity=0.16) if is_process else box)
    sheet.add(Icon(icon, x + 2.4, _TOP + (_HEAD - 5.2) / 2, 5.2, "on head"))
    at, room = x + 9.8, width - 11.8
    text = text.rstrip(".")
    style = next((s for s in _NAMES if not is_cut(wrap(text, room, s))), _NAMES[-1])
    pieces = wrap(text, room, style, lines=2)
    if len(pieces) > 1 or is_cut(wrap(who, room, _WHO)):
        who = ""
    tall = len(pieces) * style.line_height
    y = _TOP + (_HEAD - tall - (_WHO.line_height if who else 0.0)) / 2
    sheet.put(pieces, at, y, room, style)
    sheet.write(who, at, y + tall, room, _WHO)


def _side(sheet: Sheet, bucket: Bucket, box: Box) -> None:
    fill = f"{bucket.value} tint"
    sheet.add(Box(box.x, box.y, box.width, box.height, fill=fill, radius=0.9))
    band(sheet, bucket, box.x, box.y, box.height)


def _missing(sheet: Sheet, box: Box, text: str) -> None:
    """Draw a side that nobody has given yet, and say so."""
    edge = Box(box.x, box.y, box.width, box.height, "", "strong border", line=0.3, radius=0.9)
    sheet.add(edge)
    pieces = wrap(text, box.width - 2 * _PAD, _MISSING, lines=2)
    y = box.y + (box.height - len(pieces) * _MISSING.line_height) / 2
    sheet.put(pieces, box.x + _PAD, y, box.width - 2 * _PAD, _MISSING)


@dataclass(frozen=True, slots=True)
class _LeftWords:
    """The excuses in quotes over the commitment that ends them."""

    quotes: tuple[Piece, ...]
    text: tuple[Piece, ...]

    @classmethod
    def of(cls, row: _Row, width: float, height: float) -> "_LeftWords":
        said = " ".join(quoted(excuse.text) for excuse in row.excuses)
        quotes = wrap(said, width, _SAID, lines=3)
        spare = height - len(quotes) * _SAID.line_height - _QUOTE_GAP
        if row.commitment is None:
            return cls(quotes, wrap("No commitment ends it yet", width, _MISSING))
        lines = max(1, min(4, int((spare + 0.01) / _TEXT.line_height)))
        return cls(quotes, wrap(row.commitment.text, width, _TEXT, lines=lines))

    @property
    def height(self) -> float:
        over = len(self.quotes) * _SAID.line_height + (_QUOTE_GAP if self.quotes else 0.0)
        return over + len(self.text) * _TEXT.line_height


def _left(sheet: Sheet, row: _Row, box: Box) -> None:
    """Draw the excuse over the commitment that ends it."""
    if row.commitment is None and not row.excuses:
        _missing(sheet, box, "Nothing is removed in return yet")
        return
    _side(sheet, Bucket.PROCESS, box)
    x, width = box.x + _PAD, box.width - _PAD - 2.4
    found = _LeftWords.of(row, width, box.height - _ROW_PAD)
    y = box.y + (box.height - found.height) / 2
    sheet.put(found.quotes, x, y, width, _SAID)
    y += found.height - len(found.text) * _TEXT.line_height
    sheet.put(found.text, x, y, width, _TEXT if row.commitment else _MISSING.colored("process ink"))


def _shake(sheet: Sheet, left: float, right: float, y: float) -> None:
    """Join both sides by a handshake."""
    x = (left + right) / 2
    icon = 4.0
    sheet.add(
        Box(left, y - 0.2, right - left, 0.4, fill="strong border"),
        Disc(x, y, _HAND, fill="text"),
        Icon("handshake", x - icon / 2, y - icon / 2, icon, "surface"),
    )
    sheet.say("In return")


@dataclass(frozen=True, slots=True)
class _RightWords:
    """The pledge over its figures and its date; long figures are words on lines of their own."""

    text: tuple[Piece, ...]
    figures: "_Figures | None"
    words: tuple[Piece, ...]
    due: str

    @classmethod
    def of(cls, row: _Row, width: float, height: float) -> "_RightWords":
        pledge, due = row.pledge, row.by
        if pledge is None:
            return cls((), None, (), "")
        figures = _figures(pledge)
        words_: tuple[Piece, ...] = ()
        if not _fit(figures, due, width):
            figures = None
            both = f"{one_line(pledge.baseline)} → {one_line(pledge.target)}".strip(" →")
            words_ = wrap(both, width, _WORDS, lines=4)
        under = cls((), figures, words_, due).height
        lines = max(1, min(3, int((height - under + 0.01) / _TEXT.line_height)))
        return cls(wrap(pledge.text, width, _TEXT, lines=lines), figures, words_, due)

    @property
    def height(self) -> float:
        over = len(self.text) * _TEXT.line_height
        if not self.words:
            return over + (_TO.line_height if self.figures or self.due else 0.0)
        by = _BY.line_height if self.due else 0.0
        return over + _QUOTE_GAP + len(self.words) * _WORDS.line_height + by


def _right(sheet: Sheet, row: _Row, box: Box) -> None:
    """Draw the pledge over its figures and its date."""
    if row.pledge is None:
        _missing(sheet, box, "No pledge in return yet")
        return
    _side(sheet, Bucket.PERFORMANCE, box)
    x, width = box.x + BAND + 2.3, box.width - _RIGHT_PADS
    found = _RightWords.of(row, width, box.height - _ROW_PAD)
    y = box.y + (box.height - found.height) / 2
    sheet.put(found.text, x, y, width, _TEXT)
    y += len(found.text) * _TEXT.line_height
    if found.words:
        sheet.put(found.words, x, y + _QUOTE_GAP, width, _WORDS)
        y += _QUOTE_GAP + len(found.words) * _WORDS.line_height
        sheet.write(found.due, x, y, width, _BY)
        return
    if found.figures:
        _write_figures(sheet, found.figures, x, y)
    by = width_of(found.due, _BY)
    middle = y + (_TO.line_height - _BY.line_height) / 2
    left = x + width - by if found.figures else x
    sheet.write(found.due, left, middle, by, _BY)


@dataclass(frozen=True, slots=True)
class _Figures:
    """A baseline and a target, the figure of the target apart from its unit."""

    baseline: str
    target: str
    unit: str

    @property
    def width(self) -> float:
        from_ = width_of(self.baseline, _FROM) + _ARROW + 2.6 if self.baseline else 0.0
        unit = width_of(self.unit, _UNIT) + 1.4 if self.unit else 0.0
        return from_ + width_of(self.target, _TO) + unit


def _figures(pledge: Pledge) -> _Figures | None:
    """Return the figures of a pledge; its target may be words."""
    target, baseline = one_line(pledge.target), one_line(pledge.baseline)
    if not target:
        return None
    match = _NUMBER.fullmatch(target)
    figure, unit = match.groups() if match else (target, "")
    return _Figures(baseline, figure.strip(), unit)


def _fit(figures: _Figures | None, due: str, width: float) -> bool:
    """Tell whether figures and date stand on one line."""
    by = width_of(due, _BY) + 2.0 if due else 0.0
    return (figures.width if figures else 0.0) + by <= width


def _write_figures(sheet: Sheet, figures: _Figures, x: float, y: float) -> None:
    middle = y + _TO.line_height / 2
    if figures.baseline:
        wide = width_of(figures.baseline, _FROM)
        top = middle - _FROM.line_height / 2 + 0.15
        sheet.write(figures.baseline, x, top, wide, _FROM)
        arrow = Icon("arrow-right", x + wide + 1.3, middle - _ARROW / 2, _ARROW, "performance ink")
        sheet.add(arrow)
        sheet.say("to")
        x += wide + _ARROW + 2.6
    wide = width_of(figures.target, _TO)
    sheet.write(figures.target, x, y, wide, _TO)
    if figures.unit:
        unit = width_of(figures.unit, _UNIT)
        sheet.write(figures.unit, x + wide + 1.4, middle - _UNIT.line_height / 2 + 0.3, unit, _UNIT)
