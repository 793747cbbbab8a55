"""Commitments as rows: the icon of their kind, the text, a line under it, and the date."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workshop.domain.dates import short_day
from workshop.domain.enums import Triage
from workshop.domain.records import Commitment
from workshop.ui.audience.scenes.badges import TRIAGE_ICONS
from workshop.ui.audience.scenes.drawing import Box, Corners, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import Piece, width_of, wrap
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet

GAP = 1.1
_TEXT = Style(Type.CARD, Weight.SEMIBOLD)
_UNDER = Style(Type.FLOOR, color="muted")
_DATE = Style(Type.CARD, Weight.BOLD)
_KIND = Style(Type.FLOOR, Weight.SEMIBOLD)
_PAD = 1.3
_CELL = 8.9
_LINES_UNDER = 2

Under = Callable[[Commitment], str]


@dataclass(frozen=True, slots=True)
class Rows:
    """How commitments are laid out: what stands under each, and the width of text and date.

    Days of the year of `now` go without their year.
    """

    under: Under
    now: dt.date
    text: float
    date: float
    lines: int

    @classmethod
    def of(
        cls, sheet: Sheet, commitments: Sequence[Commitment], under: Under, now: dt.date
    ) -> "Rows":
        """Give the dates what they need, and the text the rest."""
        needed = [width_of(_date(c, now), _DATE) for c in commitments]
        needed += [width_of(_kind(c), _KIND) for c in commitments]
        date = min(max(needed), sheet.inner_width * 0.36)
        text = sheet.inner_width - _CELL - date - 8.0
        lines = 2 + (not sheet.is_wide) + sheet.is_low
        return cls(under, now, text, date, lines)

    def pages(
        self, commitments: Sequence[Commitment], height: float, most: int
    ) -> Iterator[list[Commitment]]:
        """Yield the commitments of each page."""
        page: list[Commitment] = []
        used = 0.0
        for commitment in commitments:
            needed = self._height(commitment)
            if page and (len(page) == most or used + needed > height):
                yield page
                page, used = [], 0.0
            page.append(commitment)
            used += needed + GAP
        yield page

    def draw(
        self, sheet: Sheet, page: Sequence[Commitment], top: float, *, most_spare: float
    ) -> None:
        """Draw a page; what height is left goes to its rows, up to so much for each."""
        used = sum(self._height(c) + GAP for c in page) - GAP
        spare = max(0.0, min(most_spare, (sheet.bottom - top - used) / len(page)))
        y = top
        for commitment in page:
            height = self._height(commitment) + spare
            self._draw(sheet, commitment, y, height)
            y += height + GAP

    def _height(self, commitment: Commitment) -> float:
        lines = len(wrap(commitment.text, self.text, _TEXT, lines=self.lines))
        under = len(self._under(commitment)) * _UNDER.line_height
        return lines * _TEXT.line_height + under + 2 * _PAD

    def _under(self, commitment: Commitment) -> tuple[Piece, ...]:
        return wrap(self.under(commitment), self.text, _UNDER, lines=_LINES_UNDER)

    def _draw(self, sheet: Sheet, commitment: Commitment, y: float, height: float) -> None:
        kind = commitment.kind.value
        tint = f"{kind} tint"
        icon_y = y + (height - 4.8) / 2
        sheet.add(
            Box(MARGIN, y, sheet.inner_width, height, fill="surface", radius=0.9),
            Box(MARGIN, y, _CELL, height, fill=tint, radius=0.9, corners=Corners.LEFT),
            Box(MARGIN + _CELL - 0.35, y, 0.35, height, fill=f"{kind} solid"),
            Icon(TRIAGE_ICONS[Triage(kind)], MARGIN + 1.9, icon_y, 4.8, f"{kind} ink"),
        )
        pieces = wrap(commitment.text, self.text, _TEXT, lines=self.lines)
        words_height = len(pieces) * _TEXT.line_height
        under = self._under(commitment)
        x = MARGIN + _CELL + 2.8
        top = y + (height - words_height - len(under) * _UNDER.line_height) / 2
        sheet.put(pieces, x, top, self.text, _TEXT)
        sheet.put(under, x, top + words_height, self.text, _UNDER)
        self._due(sheet, commitment, y + height / 2)

    def _due(self, sheet: Sheet, commitment: Commitment, middle: float) -> None:
        """Write the date, or what it waits on, over the kind."""
        x = sheet.right - 2.6 - self.date
        top = middle - (_DATE.line_height + _KIND.line_height) / 2
        sheet.write(_date(commitment, self.now), x, top, self.date, _DATE, align=Align.END)
        style = _KIND.colored(f"{commitment.kind.value} ink")
        under = top + _DATE.line_height
        sheet.write(_kind(commitment), x, under, self.date, style, align=Align.END)


def most_rows(sheet: Sheet) -> int:
    """Return how many commitments stand on a page at most."""
    if sheet.is_low:
        return 3
    return 5 if sheet.is_wide else 4


def _date(commitment: Commitment, now: dt.date) -> str:
    if commitment.due:
        return short_day(commitment.due, now)
    return f"Waits on {commitment.depends_on.value}" if commitment.depends_on else "No date yet"


def _kind(commitment: Commitment) -> str:
    return commitment.kind.value.capitalize()
