"""What was raised and is for another time; what is settled comes last, with a tick."""

from workshop.domain.records import ParkingLotItem
from workshop.domain.text import counted
from workshop.ui.audience.scenes.drawing import Box, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import wrap
from workshop.ui.audience.scenes.parts import foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_ITEM = Style(Type.CARD, Weight.SEMIBOLD)
_SETTLED = Style(Type.CARD, color="muted")
_GAP = 1.1
_PAD = 1.4
_ICON = 4.6
_TEXT_X = 8.6
_LINES = 2


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the page of parking lot items."""
    top = sheet.title(words().wall["parking_title"], right=sheet.timer(picture)) + 1.6
    items = sorted(picture.view.all(ParkingLotItem), key=_place)
    if not items:
        message(sheet, "The parking lot is empty", top)
        return
    width = sheet.inner_width - _TEXT_X - 2.6
    pages = _paged(items, width, sheet.bottom - top)
    y = top
    for item in pages[sheet.turn_to(picture.stage.page, len(pages))]:
        y += _row(sheet, item, y, width) + _GAP
    still = sum(not item.settled for item in items)
    settled = f", {len(items) - still:,} settled" if still < len(items) else ""
    foot_with_pages(sheet, counted(still, ParkingLotItem.NOUN) + settled)


def _place(item: ParkingLotItem) -> tuple[bool, int]:
    return (item.settled, item.id)


def _style(item: ParkingLotItem) -> Style:
    return _SETTLED if item.settled else _ITEM


def _height(item: ParkingLotItem, width: float) -> float:
    lines = len(wrap(item.text, width, _style(item), lines=_LINES))
    return max(1, lines) * _ITEM.line_height + 2 * _PAD


def _paged(items: list[ParkingLotItem], width: float, height: float) -> list[list[ParkingLotItem]]:
    pages: list[list[ParkingLotItem]] = [[]]
    used = 0.0
    for item in items:
        needed = _height(item, width)
        if pages[-1] and used + needed > height:
            pages.append([])
            used = 0.0
        pages[-1].append(item)
        used += needed + _GAP
    return pages


def _row(sheet: Sheet, item: ParkingLotItem, y: float, width: float) -> float:
    height = _height(item, width)
    icon, color = ("check", "fix now ink") if item.settled else ("circle-parking", "text")
    sheet.add(
        Box(MARGIN, y, sheet.inner_width, height, fill="surface", radius=0.9),
        Icon(icon, MARGIN + 2.2, y + (height - _ICON) / 2, _ICON, color),
    )
    if item.settled:
        sheet.say("Settled")
    sheet.write(item.text, MARGIN + _TEXT_X, y + _PAD, width, _style(item), lines=_LINES)
    return height
