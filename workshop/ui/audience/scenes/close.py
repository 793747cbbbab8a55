"""Thanks, the next date, and what the room leaves with."""

import datetime as dt

from workshop.domain.dates import long_day, session_day, short_day, weekday
from workshop.domain.enums import CommitmentStatus
from workshop.domain.public import PublicView
from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import is_cut, width_of, wrap
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_THANKS = Style(Type.SUB, Weight.SEMIBOLD, "muted")
_DATES = (Style(Type.BIG, Weight.BOLD), Style(Type.HERO, Weight.BOLD))
_FIRST = Style(Type.SUB)
_FIGURES = (Style(Type.NUMERAL, Weight.BOLD), Style(Type.TITLE, Weight.BOLD))
_WHAT = Style(Type.CARD, Weight.SEMIBOLD)
_GAP = 2.0
_PAD = 3.0
_PANEL = 33.0
_NARROWEST = 38.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Write when the room meets again above what it has agreed."""
    view = picture.view
    next_date, now = view.facts.next_date, session_day(view.facts)
    width, y = sheet.inner_width, 6.4
    style = _DATES[0] if sheet.is_wide and not sheet.is_low else _DATES[1]
    if next_date:
        y += sheet.write("Thank you. We meet again on", MARGIN, y, width, _THANKS) + 1.0
        y += sheet.write(_long(next_date, now), MARGIN, y, width, style, lines=2) + 1.0
        y += sheet.write(words().wall["close_first"], MARGIN, y, width, _FIRST, lines=2)
    else:
        y += sheet.write("Thank you.", MARGIN, y, width, style)
    _panels(sheet, y + 3.0, _figures(view, now))


def _long(date: dt.date, now: dt.date) -> str:
    return f"{weekday(date)}, {long_day(date, now)}"


def _figures(view: PublicView, now: dt.date) -> list[tuple[str, str]]:
    """Return what the room leaves with, as figures with their words; none of nothing."""
    promised = (c for c in view.commitments if not c.carried)
    made = [c for c in promised if c.status is not CommitmentStatus.WITHDRAWN]
    found = []
    if made:
        word = "commitment" if len(made) == 1 else "commitments"
        found.append((f"{len(made):,}", f"{word} we made today"))
    dates = [c.due for c in made if c.due]
    if dates:
        found.append((short_day(min(dates), now), "the first of them falls due"))
    if view.pledges:
        word = "pledge" if len(view.pledges) == 1 else "pledges"
        found.append((f"{len(view.pledges):,}", f"performance {word} in return"))
    return found


def _panels(sheet: Sheet, top: float, figures: list[tuple[str, str]]) -> None:
    """Draw a panel for each figure, the last ones left out where their words would be cut."""
    height = min(_PANEL, sheet.height - 4.0 - top)
    columns = int((sheet.inner_width + _GAP) / (_NARROWEST + _GAP))
    figures = figures[:columns]
    while figures and not _draw(sheet, height, figures):
        figures = figures[:-1]


def _draw(sheet: Sheet, height: float, figures: list[tuple[str, str]]) -> bool:
    """Draw the panels in a row at the foot; False, and nothing drawn, where words do not fit."""
    width = (sheet.inner_width - _GAP * (len(figures) - 1)) / len(figures)
    inner = width - 2 * _PAD
    style = next((s for s in _FIGURES if _widest(figures, s) <= inner), _FIGURES[-1])
    lines = int((height - style.line_height - _PAD - 2.0) / _WHAT.line_height)
    if lines < 1 or any(is_cut(wrap(what, inner, _WHAT, lines=lines)) for _, what in figures):
        return False
    y = sheet.height - 4.0 - height
    for number, (figure, what) in enumerate(figures):
        x = MARGIN + number * (width + _GAP)
        sheet.add(Box(x, y, width, height, fill="surface", radius=1.3))
        under = y + _PAD - 1.0 + sheet.write(figure, x + _PAD, y + _PAD - 1.0, inner, style)
        sheet.write(what, x + _PAD, under, inner, _WHAT, lines=lines)
    return True


def _widest(figures: list[tuple[str, str]], style: Style) -> float:
    return max(width_of(figure, style) for figure, _ in figures)
