"""Fist to five: how many hands showed how many fingers."""

from workshop.domain.deal import LEAST_SUPPORT, support
from workshop.ui.audience.scenes.drawing import Box, Hatch, Style, Type, Weight
from workshop.ui.audience.scenes.headline import NUMERAL, headline
from workshop.ui.audience.scenes.lettering import is_cut, width_of, wrap
from workshop.ui.audience.scenes.parts import message
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_GAP = 2.2
# What the fingers say may reach so far into the gap beside its bar.
_INTO_GAP = 0.8
_COUNT = Style(Type.TITLE, Weight.BOLD)
_NONE = Style(Type.SUB, Weight.BOLD, "muted")
_FINGERS = Style(Type.TITLE, Weight.BOLD)
_SAYS = Style(Type.FLOOR)
_LINE = 0.4
_BOTTOM = 4.4
_LEAST_BARS = 12.0
_MOST_LINES = 3


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw a bar for each number of fingers: hatched below three, solid from three on."""
    y = sheet.title("How far do we stand behind this?", right=sheet.timer(picture), lines=2)
    buy_in = picture.view.buy_in
    found = support(buy_in)
    if buy_in is None or not found.total:
        message(sheet, words().deal.question, y)
        return
    figures = f"{found.behind:,} of {found.total:,}"
    rest = "can live with it or better"
    y += headline(sheet, figures, rest, MARGIN, y, sheet.inner_width, largest=NUMERAL)
    _bars(sheet, buy_in.counts, y + 0.6)


def _bars(sheet: Sheet, counts: tuple[int, ...], top: float) -> None:
    width = (sheet.inner_width - _GAP * (len(counts) - 1)) / len(counts)
    bottom = sheet.height - _BOTTOM
    under = bottom - _says_height(width, bottom - top)
    base = under - _FINGERS.line_height - 0.9
    tallest = max(1.0, base - top - _COUNT.line_height - 0.4)
    for fingers, count in enumerate(counts):
        x = MARGIN + fingers * (width + _GAP)
        height = tallest * count / max(counts)
        _bar(sheet, Box(x, base - height, width, height), count, fingers >= LEAST_SUPPORT)
        sheet.add(Box(x, base, width, _LINE, fill="text"))
        word = str(fingers) if fingers else "Fist"
        sheet.write(word, x, base + 0.9, width, _FINGERS, align=Align.CENTER)
        if under < bottom:
            says = words().deal.fingers[fingers]
            left, wide = x - _INTO_GAP, width + 2 * _INTO_GAP
            sheet.write(says, left, under, wide, _SAYS, lines=_MOST_LINES, align=Align.CENTER)


def _says_height(width: float, room: float) -> float:
    """Return the height of what the fingers say; none where it does not fit in whole words."""
    wide = width + 2 * _INTO_GAP
    fingers = words().deal.fingers
    if any(width_of(word, _SAYS) > wide for says in fingers for word in says.split()):
        return 0.0
    lines = [wrap(says, wide, _SAYS, lines=_MOST_LINES) for says in fingers]
    height = max(map(len, lines)) * _SAYS.line_height
    spare = room - height - _FINGERS.line_height - _COUNT.line_height
    return height if spare >= _LEAST_BARS and not any(map(is_cut, lines)) else 0.0


def _bar(sheet: Sheet, bar: Box, count: int, is_solid: bool) -> None:
    style = _COUNT if count else _NONE
    y = bar.y - style.line_height - 0.2
    sheet.write(f"{count:,}", bar.x, y, bar.width, style, align=Align.CENTER)
    if not count:
        return
    if is_solid:
        sheet.add(Box(bar.x, bar.y, bar.width, bar.height, fill="text", radius=0.7))
        return
    ground = Box(bar.x, bar.y, bar.width, bar.height, fill="surface", radius=0.7)
    edge = Box(bar.x, bar.y, bar.width, bar.height, stroke="text", line=_LINE, radius=0.7)
    sheet.add(Hatch(ground, "text", gap=2.2, line=0.28), edge)
