"""Thanks, the next date, and what the room leaves with."""

import datetime as dt

from workshop.domain.enums import CommitmentStatus
from workshop.domain.public import PublicView
from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_THANKS = Style(Type.SUB, Weight.SEMIBOLD, "muted")
_DATES = (Style(Type.BIG, Weight.BOLD), Style(Type.HERO, Weight.BOLD))
_FIRST = Style(Type.SUB)
_FIGURE = Style(Type.NUMERAL, Weight.BOLD)
_WHAT = Style(Type.CARD, Weight.SEMIBOLD)
_GAP = 2.0
_PAD = 3.0
_PANEL = 33.0
_NARROWEST = 38.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Write when the room meets again above what it has agreed."""
    view = picture.view
    next_date = view.facts.next_date
    width, y = sheet.inner_width, 6.4
    thanks = "Thank you. We meet again on" if next_date else "Thank you."
    y += sheet.write(thanks, MARGIN, y, width, _THANKS) + 1.0
    if next_date:
        style = _DATES[0] if sheet.is_wide and not sheet.is_low else _DATES[1]
        y += sheet.write(_long(next_date), MARGIN, y, width, style, lines=2) + 1.0
    y += sheet.write(words().wall["close_first"], MARGIN, y, width, _FIRST, lines=2)
    _panels(sheet, y + 3.0, _figures(view))


def _long(date: dt.date) -> str:
    return f"{date:%A}, {date.day} {date:%B}"


def _figures(view: PublicView) -> list[tuple[str, str]]:
    """Return what the room leaves with, as figures with their words; none of nothing."""
    made = [c for c in view.commitments if c.status is not CommitmentStatus.WITHDRAWN]
    found = []
    if made:
        word = "commitment" if len(made) == 1 else "commitments"
        found.append((f"{len(made):,}", f"{word} we made today"))
    dates = [c.due for c in made if c.due]
    if dates:
        found.append((f"{min(dates).day} {min(dates):%b}", "the first of them falls due"))
    if view.pledges:
        word = "pledge" if len(view.pledges) == 1 else "pledges"
        found.append((f"{len(view.pledges):,}", f"performance {word} in return"))
    return found


def _panels(sheet: Sheet, top: float, figures: list[tuple[str, str]]) -> None:
    height = min(_PANEL, sheet.height - 4.0 - top)
    columns = int((sheet.inner_width + _GAP) / (_NARROWEST + _GAP))
    figures = figures[:columns]
    if not figures or height < _FIGURE.line_height + _WHAT.line_height + 2 * _PAD:
        return
    width = (sheet.inner_width - _GAP * (len(figures) - 1)) / len(figures)
    y = sheet.height - 4.0 - height
    lines = int((height - _FIGURE.line_height - _PAD - 2.0) / _WHAT.line_height)
    for number, (figure, what) in enumerate(figures):
        x = MARGIN + number * (width + _GAP)
        inner = width - 2 * _PAD
        sheet.add(Box(x, y, width, height, fill="surface", radius=1.3))
        under = y + _PAD - 1.0 + sheet.write(figure, x + _PAD, y + _PAD - 1.0, inner, _FIGURE)
        sheet.write(what, x + _PAD, under, inner, _WHAT, lines=lines)
