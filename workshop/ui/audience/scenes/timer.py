"""The countdown of the phase, as large as the wall."""

from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture

_PHASE = Style(Type.TITLE, Weight.SEMIBOLD, "muted")
_CLOCK = Style(Type.CLOCK, Weight.BOLD)
_UNDER = Style(Type.SUB, Weight.BOLD)
_BAR = 3.0
_BAR_PART = 0.7


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the time left, and how much of it is used."""
    is_over = picture.timer.startswith("+")
    color = "overtime ink" if picture.timer_is_short else "text"
    width, x = sheet.inner_width, MARGIN
    block = _PHASE.line_height + _CLOCK.line_height + _BAR + _UNDER.line_height + 13.0
    y = (sheet.height - block) / 2
    phase = picture.stage.phase.value.capitalize()
    y += sheet.write(phase, x, y, width, _PHASE, align=Align.CENTER) + 4.0
    y += sheet.write(picture.timer, x, y, width, _CLOCK.colored(color), align=Align.CENTER) + 5.0
    long = width * _BAR_PART
    left = (sheet.width - long) / 2
    sheet.add(Box(left, y, long, _BAR, fill="border", radius=_BAR / 2))
    if picture.timer_part > 0:
        used = max(_BAR, long * min(1.0, picture.timer_part))
        sheet.add(Box(left, y, used, _BAR, fill="text", radius=_BAR / 2))
    under = "over time" if is_over else "left"
    sheet.write(under, x, y + _BAR + 4.0, width, _UNDER.colored(color), align=Align.CENTER)
