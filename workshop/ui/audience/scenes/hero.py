"""One text as the whole room's subject, in a frame, and as large as it fits."""

from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import Piece, is_cut, wrap
from workshop.ui.audience.scenes.sheet import Align, Sheet

RADIUS = 1.3
LINE = 0.38
PAD = 3.0
_SIZES = tuple(
    Style(size, Weight.SEMIBOLD) for size in (Type.HERO, Type.TITLE, Type.SUB, Type.CARD)
)
HERO = _SIZES[0]


def card_style(text: str, width: float, most: float) -> Style:
    """Return the largest style in which all of a text fits on a card, or that of a hero."""
    style, pieces = _fitting(text, width - 2 * PAD, most - PAD)
    return HERO if is_cut(pieces) else style


def card_height(text: str, style: Style, width: float, usual: float, most: float) -> float:
    """Return the usual height of a card, or more where its text takes more lines."""
    lines = max(1, int((most - PAD) / style.line_height))
    needed = len(wrap(text, width - 2 * PAD, style, lines=lines)) * style.line_height + PAD
    return min(most, max(usual, needed))


def draw_card(sheet: Sheet, text: str, box: Box, style: Style) -> None:
    """Draw a card with its text in its middle; `box` has its place and its edge."""
    x, y, width, height = box.x, box.y, box.width, box.height
    sheet.add(Box(x, y + 0.7, width, height, fill="sunken", radius=RADIUS), box)
    lines = max(1, int((height - PAD + 0.01) / style.line_height))
    pieces = wrap(text, width - 2 * PAD, style, lines=lines)
    top = y + (height - len(pieces) * style.line_height) / 2
    sheet.put(pieces, x + PAD, top, width - 2 * PAD, style, align=Align.CENTER)


def fits_large(text: str, width: float, height: float) -> bool:
    """Tell whether all of a text fits in some size of a hero."""
    return not is_cut(_fitting(text, width, height)[1])


def write_large(sheet: Sheet, text: str, x: float, top: float, width: float, bottom: float) -> None:
    """Write a text between two heights in the largest type in which all of it fits."""
    height = bottom - top
    style, pieces = _fitting(text, width, height)
    y = top + (height - len(pieces) * style.line_height) / 2
    sheet.put(pieces, x, y, width, style)


def _fitting(text: str, width: float, height: float) -> tuple[Style, tuple[Piece, ...]]:
    """Return the largest style in which all of a text fits, else the smallest, and its lines."""
    for style in _SIZES:
        lines = max(1, int((height + 0.01) / style.line_height))
        pieces = wrap(text, width, style, lines=lines)
        if style is _SIZES[-1] or not is_cut(pieces):
            return style, pieces
    raise AssertionError("there is a smallest style")
