"""The question, how many cards there are, and the newest ones."""

from heapq import nlargest

from workshop.domain.enums import Bucket
from workshop.domain.public import PublicView
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import is_cut, wrap
from workshop.ui.audience.scenes.parts import BAND, band
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_COUNT = Style(Type.BIG, Weight.BOLD)
_SO_FAR = Style(Type.CARD, Weight.SEMIBOLD, "muted")
_RULE = Style(Type.FLOOR, color="muted")
_CARD = Style(Type.CARD)
_HEIGHT = 7.0
_GAP = 1.1
_EDGE = 0.22
_LEFT_PART = 0.265
_BOTTOM = 3.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the question over the count at the left and the newest cards at the right."""
    question = words().wall["gather_question"]
    top = sheet.title(question, right=sheet.timer(picture), lines=2) + 2.2
    total = sum(picture.view.count(bucket) for bucket in Bucket)
    left = sheet.inner_width * _LEFT_PART
    _count(sheet, total, top, left)
    x = MARGIN + left + 3.0
    if not total:
        sheet.write(words().wall["gather_first"], x, top + 2.0, sheet.right - x, _SO_FAR, lines=2)
        return
    y, width = top + 0.6, sheet.right - x
    rows = max(1, int((sheet.height - _BOTTOM - y + _GAP) / (_HEIGHT + _GAP)))
    for number, card in enumerate(_newest(picture.view, rows)):
        _card(sheet, card, Box(x, y, width, _HEIGHT), is_newest=number == 0)
        y += _HEIGHT + _GAP


def _newest(view: PublicView, number: int) -> list[Activity]:
    """Return the cards that were added last, without those that were merged into others."""
    cards = (card for card in view.tables[Activity].values() if isinstance(card, Activity))
    return nlargest(number, (card for card in cards if card.bucket), key=_id)


def _id(card: Activity) -> int:
    return card.id


def _count(sheet: Sheet, total: int, top: float, width: float) -> None:
    y = top + sheet.write(f"{total:,}", MARGIN, top - 1.4, width, _COUNT)
    y += sheet.write("card so far" if total == 1 else "cards so far", MARGIN, y, width, _SO_FAR)
    rule = words().wall["gather_rule"]
    lines = max(0, int((sheet.height - _BOTTOM - y - 3.0) / _RULE.line_height))
    pieces = wrap(rule, width, _RULE, lines=lines) if lines else ()
    if not is_cut(pieces):
        sheet.put(pieces, MARGIN, y + 3.0, width, _RULE)


def _card(sheet: Sheet, card: Activity, box: Box, *, is_newest: bool) -> None:
    x, y, width = box.x, box.y, box.width
    edge = "text" if is_newest else "strong border"
    if is_newest:
        ring = Box(x - 0.55, y - 0.55, width + 1.1, _HEIGHT + 1.1, fill="focus", radius=1.1)
        sheet.add(ring)
    sheet.add(Box(x, y, width, _HEIGHT, "surface", edge, line=_EDGE, radius=0.6))
    band(sheet, card.bucket, x + _EDGE, y + _EDGE, _HEIGHT - 2 * _EDGE)
    top = y + (_HEIGHT - _CARD.line_height) / 2
    sheet.write(card.text, x + BAND + 1.4, top, width - BAND - 2.6, _CARD)
