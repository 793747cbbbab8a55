"""What the room commits to, soonest first, page by page."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.domain.enums import CommitmentStatus, Triage
from workshop.domain.records import Commitment
from workshop.domain.text import counted
from workshop.ui.audience.scenes.drawing import Box, Corners, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import width_of, wrap
from workshop.ui.audience.scenes.parts import TRIAGE_ICONS, foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TEXT = Style(Type.CARD, Weight.SEMIBOLD)
_OWNER = Style(Type.FLOOR, color="muted")
_DATE = Style(Type.CARD, Weight.BOLD)
_KIND = Style(Type.FLOOR, Weight.SEMIBOLD)
_GAP = 1.1
_PAD = 1.3
_CELL = 8.9
_MOST_SPARE = 1.6


@dataclass(frozen=True, slots=True)
class _Widths:
    """The width of a commitment's text, in how many lines, and of its date."""

    text: float
    date: float
    lines: int


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the page of commitments."""
    top = sheet.title(words().wall["commitments_title"], right=sheet.timer(picture)) + 1.6
    commitments = _in_order(picture.view.commitments)
    if not commitments:
        message(sheet, "Nothing is promised yet", top)
        return
    widths = _widths(sheet, commitments)
    pages = list(_packed(commitments, widths, sheet.bottom - top, _most(sheet)))
    sheet.pages = len(pages)
    sheet.page = min(max(1, picture.stage.page), sheet.pages)
    rows = pages[sheet.page - 1]
    used = sum(_height(c, widths) + _GAP for c in rows) - _GAP
    extra = max(0.0, min(_MOST_SPARE, (sheet.bottom - top - used) / len(rows)))
    y = top
    for commitment in rows:
        height = _height(commitment, widths) + extra
        _row(sheet, commitment, y, height, widths)
        y += height + _GAP
    noun = ("commitment", "commitments, soonest first")
    foot_with_pages(sheet, counted(len(commitments), noun))


def _in_order(commitments: Sequence[Commitment]) -> list[Commitment]:
    """Return what is promised by date; what waits on something comes last."""
    kept = [c for c in commitments if c.status is not CommitmentStatus.WITHDRAWN]
    return sorted(kept, key=_when)


def _when(commitment: Commitment) -> tuple[dt.date, int]:
    return (commitment.due or dt.date.max, commitment.id)


def _most(sheet: Sheet) -> int:
    if sheet.is_low:
        return 3
    return 5 if sheet.is_wide else 4


def _widths(sheet: Sheet, commitments: Sequence[Commitment]) -> _Widths:
    """Give the dates what they need, and the text the rest."""
    needed = [width_of(_date(c), _DATE) for c in commitments]
    needed += [width_of(_kind(c), _KIND) for c in commitments]
    date = min(max(needed), sheet.inner_width * 0.36)
    return _Widths(sheet.inner_width - _CELL - date - 8.0, date, 2 if sheet.is_wide else 3)


def _packed(
    commitments: Sequence[Commitment], widths: _Widths, height: float, most: int
) -> Iterator[list[Commitment]]:
    page: list[Commitment] = []
    used = 0.0
    for commitment in commitments:
        needed = _height(commitment, widths)
        if page and (len(page) == most or used + needed > height):
            yield page
            page, used = [], 0.0
        page.append(commitment)
        used += needed + _GAP
    yield page


def _height(commitment: Commitment, widths: _Widths) -> float:
    lines = len(wrap(commitment.text, widths.text, _TEXT, lines=widths.lines))
    return lines * _TEXT.line_height + _OWNER.line_height + 2 * _PAD


def _row(sheet: Sheet, commitment: Commitment, y: float, height: float, widths: _Widths) -> None:
    kind = commitment.kind.value
    cell = Box(MARGIN, y, _CELL, height, fill=f"{kind} tint", radius=0.9, corners=Corners.LEFT)
    icon_y = y + (height - 4.8) / 2
    sheet.add(
        Box(MARGIN, y, sheet.inner_width, height, fill="surface", radius=0.9),
        cell,
        Box(MARGIN + _CELL - 0.35, y, 0.35, height, fill=f"{kind} solid"),
        Icon(TRIAGE_ICONS[Triage(kind)], MARGIN + 1.9, icon_y, 4.8, f"{kind} ink"),
    )
    pieces = wrap(commitment.text, widths.text, _TEXT, lines=widths.lines)
    words_height = len(pieces) * _TEXT.line_height
    x = MARGIN + _CELL + 2.8
    top = y + (height - words_height - _OWNER.line_height) / 2
    sheet.put(pieces, x, top, widths.text, _TEXT)
    owner = commitment.owner.strip() or "No owner yet"
    sheet.write(owner, x, top + words_height, widths.text, _OWNER)
    _due(sheet, commitment, y + height / 2, widths.date)


def _due(sheet: Sheet, commitment: Commitment, middle: float, width: float) -> None:
    """Write the date, or what it waits on, over the kind."""
    x = sheet.right - 2.6 - width
    top = middle - (_DATE.line_height + _KIND.line_height) / 2
    sheet.write(_date(commitment), x, top, width, _DATE, align=Align.END)
    style = _KIND.colored(f"{commitment.kind.value} ink")
    sheet.write(_kind(commitment), x, top + _DATE.line_height, width, style, align=Align.END)


def _date(commitment: Commitment) -> str:
    if commitment.due:
        return f"{commitment.due.day} {commitment.due:%b}"
    return f"Waits on {commitment.depends_on.value}" if commitment.depends_on else "No date yet"


def _kind(commitment: Commitment) -> str:
    return commitment.kind.value.capitalize()
