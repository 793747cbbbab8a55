"""A break, with the time at which it ends."""

from workshop.ui.audience.scenes.drawing import Style, Type, Weight
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture

_BREAK = Style(Type.SUB, Weight.SEMIBOLD, "muted")
_BACK = Style(Type.BIG, Weight.BOLD)


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Write when work goes on."""
    until = picture.stage.hold_until
    y = sheet.height / 2 - 18.5
    width = sheet.inner_width
    y += sheet.write("Break", MARGIN, y, width, _BREAK, align=Align.CENTER) + 2.4
    text = f"Back at {until}" if until else "Back soon"
    sheet.write(text, MARGIN, y, width, _BACK, lines=2, align=Align.CENTER)
