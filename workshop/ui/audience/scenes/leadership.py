"""One statement of the leadership check, with the scale on which it is answered."""

from workshop.ui.audience.scenes.drawing import Box, Disc, Style, Type, Weight
from workshop.ui.audience.scenes.hero import LINE, RADIUS, fits_large, write_large
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.parts import foot
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_GROUP = Style(Type.CARD, Weight.SEMIBOLD, "muted")
_NUMBER = Style(Type.HERO, Weight.BOLD)
_LOW_NUMBER = Style(Type.TITLE, Weight.BOLD)
_ENDS = (Style(Type.SUB, Weight.SEMIBOLD), Style(Type.CARD, Weight.SEMIBOLD))
_PAD = 4.0
_TOP_GAP = 1.7
_NAMED = (1, 3, 5)
# Text and its group want so much height.
_WITH_GROUP = 24.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the statement of the page over five circles."""
    check = words().leadership
    items = check.items
    item = items[sheet.turn_to(picture.stage.page, len(items))]
    side = check.person if item in check.person_items else check.agency
    top = sheet.title(side.question, right=sheet.timer(picture), lines=2) + _TOP_GAP
    radius = 5.2 if sheet.is_low else 7.1
    ends = _ENDS[1] if sheet.is_low or not sheet.is_wide else _ENDS[0]
    under = sheet.height - 6.6 - ends.line_height
    middle = under - 1.6 - radius
    bottom = middle - radius - (2.6 if sheet.is_low else 4.8)
    _statement(sheet, item.text, item.group, top, bottom)
    _scale(sheet, middle, radius)
    _ends_of_scale(sheet, check.scale, under, radius, ends)
    number = f"{item.number} of {len(items)}"
    promise = "No names. The room sees a result only from five answers on."
    foot(sheet, promise, f"Statement {number}" if sheet.is_wide else number)


def _statement(sheet: Sheet, text: str, group: str, top: float, bottom: float) -> None:
    width = sheet.inner_width
    frame = Box(MARGIN, top, width, bottom - top, "surface", "text", line=LINE, radius=RADIUS)
    sheet.add(frame)
    x, inner = MARGIN + _PAD, width - 2 * _PAD
    y = top + 1.0
    if bottom - top >= _WITH_GROUP and fits_large(text, inner, bottom - top - 9.0):
        y = top + 2.4
        y += sheet.write(group, x, y, inner, _GROUP)
    else:
        sheet.say(group)
    write_large(sheet, text, x, y, inner, bottom - 1.0)


def _centers(sheet: Sheet, radius: float) -> list[float]:
    left = MARGIN + radius + (1.9 if sheet.is_wide else 0.0)
    step = (sheet.width - 2 * left) / 4
    return [left + n * step for n in range(5)]


def _scale(sheet: Sheet, y: float, radius: float) -> None:
    centers = _centers(sheet, radius)
    style = _LOW_NUMBER if sheet.is_low else _NUMBER
    line = Box(centers[0], y - 0.25, centers[-1] - centers[0], 0.5, fill="strong border")
    sheet.add(line)
    for number, x in enumerate(centers, start=1):
        sheet.add(Disc(x, y, radius, "surface", "text", line=0.42))
        width = width_of(str(number), style)
        sheet.write(str(number), x - width / 2, y - style.line_height / 2, width, style)


def _ends_of_scale(
    sheet: Sheet, scale: tuple[str, ...], y: float, radius: float, style: Style
) -> None:
    """Write what the first, the middle and the last number mean."""
    centers = _centers(sheet, radius)
    room = (centers[-1] - centers[0]) / 2 - 2.0
    for number in _NAMED:
        word = scale[number - 1].capitalize()
        width = min(room, width_of(word, style))
        x = min(max(MARGIN, centers[number - 1] - width / 2), sheet.right - width)
        sheet.write(word, x, y, width, style, align=Align.CENTER)
