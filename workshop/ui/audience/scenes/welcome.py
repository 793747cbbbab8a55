"""What this is, who holds it, and the promises kept or else the rules of the room."""

import datetime as dt

from workshop.domain.kept import Promises, promises
from workshop.ui.audience.scenes.drawing import Box, Disc, Style, Type, Weight
from workshop.ui.audience.scenes.kept_bar import HEIGHT, LEAST_HEIGHT, draw_kept_bar
from workshop.ui.audience.scenes.lettering import is_cut, wrap
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.audience.scenes.wording import long_day, session_day
from workshop.ui.room import RoomPicture
from workshop.words import words

_AGENCY = Style(Type.SUB, Weight.SEMIBOLD, "muted")
_TITLES = (Style(Type.BIG, Weight.BOLD), Style(Type.HERO, Weight.BOLD))
_PURPOSE = Style(Type.SUB)
_RULE = Style(Type.CARD, Weight.SEMIBOLD)
_PAD = 3.0
_ROW = 6.9
_BOTTOM = 4.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Write agency, title and purpose above the promises kept, or the ground rules."""
    facts = picture.view.facts
    width, y = sheet.inner_width, 5.6
    if facts.agency:
        y += sheet.write(facts.agency, MARGIN, y, width, _AGENCY, lines=2) + 0.6
    title = facts.title or "Gather the leaders"
    y += _title(sheet, title, y, width) + 1.6
    purpose = wrap(words().wall["purpose"], width * 0.8, _PURPOSE, lines=3)
    under = y + len(purpose) * _PURPOSE.line_height + 3.0
    now = session_day(picture.view)
    found = promises(picture.view, now)
    has_past = found.total > len(found.withdrawn)
    if has_past and sheet.height - _BOTTOM - under < LEAST_HEIGHT:
        under = y  # what was kept says more than the purpose
    else:
        sheet.put(purpose, MARGIN, y, width * 0.8, _PURPOSE)
    if has_past:
        _kept(sheet, found, _since(facts.previous_date, now), under)
    else:
        _rules(sheet, under)


def _title(sheet: Sheet, text: str, y: float, width: float) -> float:
    """Write the title on one line where it fits, else smaller on two."""
    big, smaller = _TITLES
    if not is_cut(wrap(text, width, big)):
        return sheet.write(text, MARGIN, y, width, big)
    return sheet.write(text, MARGIN, y, width, smaller, lines=2)


def _since(last: dt.date | None, now: dt.date) -> str:
    return f"from {long_day(last, now)}" if last else "from last time"


def _kept(sheet: Sheet, found: Promises, since: str, top: float) -> None:
    """Show how many promises were kept in a panel at the foot where it fits."""
    height = min(HEIGHT, sheet.height - _BOTTOM - top)
    if height >= LEAST_HEIGHT:
        draw_kept_bar(sheet, found, since, sheet.height - _BOTTOM - height, height)


def _rules(sheet: Sheet, top: float) -> None:
    """Show the rules in a panel at the foot where all of them fit."""
    rules = words().ground_rules
    half = (sheet.inner_width - 2 * _PAD) / 2
    fit_beside = not any(is_cut(wrap(rule, half - 6.0, _RULE)) for rule in rules)
    columns = 2 if sheet.is_wide and fit_beside else 1
    rows = -(-len(rules) // columns)
    height = rows * _ROW + 2 * _PAD - 1.4
    y = sheet.height - _BOTTOM - height
    if y < top:
        return
    sheet.add(Box(MARGIN, y, sheet.inner_width, height, fill="surface", radius=1.3))
    width = (sheet.inner_width - 2 * _PAD) / columns
    for number, rule in enumerate(rules):
        column, row = divmod(number, rows)
        x, at = MARGIN + _PAD + column * width, y + _PAD + row * _ROW
        sheet.add(Disc(x + 0.9, at + _RULE.line_height / 2, 0.9, fill="text"))
        sheet.write(rule, x + 4.0, at, width - 6.0, _RULE)
