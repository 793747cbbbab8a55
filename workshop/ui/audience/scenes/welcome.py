"""What this is, who holds it, and the promises kept or else the rules of the room."""

import datetime as dt

from workshop.domain.dates import long_day, session_day
from workshop.domain.kept import Promises, promises
from workshop.ui.audience.scenes.drawing import Style, Type, Weight
from workshop.ui.audience.scenes.ground_rules import draw_rules, least_height
from workshop.ui.audience.scenes.kept_bar import HEIGHT, LEAST_HEIGHT, draw_kept_bar
from workshop.ui.audience.scenes.lettering import Piece, is_cut, wrap
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_AGENCY = Style(Type.SUB, Weight.SEMIBOLD, "muted")
_TITLES = tuple(Style(size, Weight.BOLD) for size in (Type.BIG, Type.NUMERAL, Type.HERO))
_PURPOSE = Style(Type.SUB)
_UNDER_TITLE = 1.6
_GAP = 2.0
_BOTTOM = 4.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Write agency, title and purpose above the promises kept, or the ground rules."""
    facts, now = picture.view.facts, session_day(picture.view.facts)
    found = promises(picture.view, now)
    has_past = found.total > len(found.withdrawn)
    foot = sheet.height - _BOTTOM
    y = 5.6
    if facts.agency:
        y += sheet.write(facts.agency, MARGIN, y, sheet.inner_width, _AGENCY, lines=2) + 0.6
    purpose = _purpose(sheet)
    said = len(purpose) * _PURPOSE.line_height + _GAP
    below = LEAST_HEIGHT if has_past else said + least_height(sheet)
    title = facts.title or "Gather the leaders"
    y += _title(sheet, title, y, foot - y - _UNDER_TITLE - below) + _UNDER_TITLE
    # What was kept says more than the purpose.
    if y + said + (LEAST_HEIGHT if has_past else 0.0) <= foot:
        sheet.put(purpose, MARGIN, y, sheet.inner_width, _PURPOSE)
        y += said
    if has_past:
        _kept(sheet, found, _since(facts.previous_date, now), y)
    else:
        draw_rules(sheet, y, foot)


def _title(sheet: Sheet, text: str, y: float, room: float) -> float:
    """Write the title as large as it fits on one line and into the room, else on two lines."""
    width = sheet.inner_width
    styles = [style for style in _TITLES if not is_cut(wrap(text, width, style))]
    if not styles:
        return sheet.write(text, MARGIN, y, width, _TITLES[-1], lines=2)
    style = next((each for each in styles if each.line_height <= room), styles[0])
    return sheet.write(text, MARGIN, y, width, style)


def _purpose(sheet: Sheet) -> tuple[Piece, ...]:
    """Return the lines of the purpose: not the whole width, unless that saves a line."""
    text, whole = words().wall["purpose"], sheet.inner_width
    return min((wrap(text, width, _PURPOSE, lines=3) for width in (whole * 0.8, whole)), key=len)


def _since(last: dt.date | None, now: dt.date) -> str:
    return f"from {long_day(last, now)}" if last else "from last time"


def _kept(sheet: Sheet, found: Promises, since: str, top: float) -> None:
    """Show how many promises were kept in a panel at the foot where it fits."""
    height = min(HEIGHT, sheet.height - _BOTTOM - top)
    if height >= LEAST_HEIGHT:
        draw_kept_bar(sheet, found, since, sheet.height - _BOTTOM - height, height)
