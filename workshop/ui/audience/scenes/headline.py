"""Figures written big beside what they count."""

from workshop.ui.audience.scenes.drawing import Style, Type, Weight
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.sheet import Sheet

BIG = Style(Type.BIG, Weight.BOLD)
NUMERAL = Style(Type.NUMERAL, Weight.BOLD)
_REST = Style(Type.SUB, Weight.SEMIBOLD)
_GAP = 3.0
# Letters of different sizes stand on one line when the small ones are this much lower.
_LOWER = 0.105


def fits_beside(figures: str, rest: str, style: Style, width: float) -> bool:
    """Tell whether words fit beside figures in a style."""
    return width_of(figures, style) + _GAP + width_of(rest, _REST) <= width


def headline(
    sheet: Sheet,
    figures: str,
    rest: str,
    x: float,
    y: float,
    width: float,
    *,
    largest: Style = BIG,
    color: str = "text",
) -> float:
    """Write "39 of 60 things are process", its figures as large as both fit; return the height."""
    sizes = [style for style in (BIG, NUMERAL) if style.size <= largest.size]
    for style in sizes:
        if fits_beside(figures, rest, style, width):
            figures_width = width_of(figures, style)
            room = width - figures_width - _GAP
            sheet.write(figures, x, y, figures_width, style.colored(color))
            lower = (style.size - _REST.size) * _LOWER
            at = y + (style.line_height - _REST.line_height) / 2 + lower
            sheet.write(rest, x + figures_width + _GAP, at, room, _REST)
            return style.line_height
    height = sheet.write(figures, x, y, width, sizes[-1].colored(color))
    return height + sheet.write(rest, x, y + height, width, _REST, lines=2)
