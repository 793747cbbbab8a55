"""Text broken into lines: balanced, cut with an ellipsis, in any script.

Everything is measured at one large size of type, so that a small preview breaks its lines exactly
where the wall does.
"""

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from workshop.ui.audience.scenes.drawing import Style, Weight
from workshop.ui.theme import font as themed_font

PIXELS_PER_U = 20
"""The size at which text is measured and drawn before it is scaled to the display."""

_QT_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}
# No script has so many characters in the width of one em.
_CHARACTERS_PER_EM = 8
# A text is given the width that it was measured to have.
_ROUNDING = 0.05
_STRONG_RTL = {"R", "AL"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a text and its width in u."""

    text: str
    width: float
    rtl: bool


@lru_cache(maxsize=64)
def font(size: float, weight: Weight) -> QFont:
    """Return the typeface at a size in u, unhinted, so that widths scale."""
    found = themed_font(size * PIXELS_PER_U, _QT_WEIGHTS[weight])
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found


@lru_cache(maxsize=64)
def metrics(size: float, weight: Weight) -> QFontMetricsF:
    """Return the measures of the typeface at a size in u."""
    return QFontMetricsF(font(size, weight))


def width_of(text: str, style: Style) -> float:
    """Return the width of a text on one line in u."""
    return metrics(style.size, style.weight).horizontalAdvance(text) / PIXELS_PER_U


def wrap(
    text: str, width: float, style: Style, *, lines: int = 1, balanced: bool = True
) -> tuple[Piece, ...]:
    """Break a text into at most so many lines; what is left over becomes an ellipsis.

    Balanced means the narrowest width that takes no more lines.
    """
    # A text of 100,000 characters is neither measured nor remembered whole.
    most = int(lines * (width / style.size + 1) * _CHARACTERS_PER_EM)
    head = " ".join(text[: 2 * most].split())[:most]
    return _wrapped(head, round(width, 3), style.size, style.weight, lines, balanced)


def is_cut(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether lines end with an ellipsis because not all of the text fits."""
    return bool(pieces) and pieces[-1].text.endswith("…")


@lru_cache(maxsize=16384)
def _wrapped(
    text: str, width: float, size: float, weight: Weight, lines: int, balanced: bool
) -> tuple[Piece, ...]:
    if not text:
        return ()
    rtl = is_rtl(text)
    measure = metrics(size, weight)
    wide = width * PIXELS_PER_U + _ROUNDING
    if lines == 1 or measure.horizontalAdvance(text) <= wide:
        parts = [text]
    else:
        parts = _broken(text, wide, font(size, weight), lines, balanced)
    kept = [*parts[:-1], measure.elidedText(parts[-1], Qt.TextElideMode.ElideRight, wide)]
    return tuple(
        Piece(part, min(measure.horizontalAdvance(part) / PIXELS_PER_U, width), rtl)
        for part in kept
    )


def _broken(text: str, width: float, face: QFont, lines: int, balanced: bool) -> list[str]:
    """Return the lines of a text; the last one holds all that is left."""
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = _starts(layout, width, lines + 1)
    if balanced and 1 < len(starts) <= lines:
        starts = _starts(layout, _narrowest(layout, text, width, len(starts)), lines)
    starts = starts[:lines]
    ends = [*starts[1:], len(text)]
    return [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]


def _starts(layout: QTextLayout, width: float, lines: int) -> list[int]:
    """Return where the first lines start, at most so many."""
    found: list[int] = []
    layout.beginLayout()
    while len(found) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        found.append(line.textStart())
    layout.endLayout()
    return found


def _narrowest(layout: QTextLayout, text: str, width: float, lines: int) -> float:
    """Return the narrowest width that takes no more lines and splits no word."""
    measure = QFontMetricsF(layout.font())
    low = min(width, max(measure.horizontalAdvance(word) for word in text.split()))
    high = width
    while high - low > measure.averageCharWidth() / 2:
        middle = (low + high) / 2
        if len(_starts(layout, middle, lines + 1)) <= lines:
            high = middle
        else:
            low = middle
    return high


def is_rtl(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first letter."""
    for character in text:
        direction = bidirectional(character)
        if direction in _STRONG_RTL or direction == "L":
            return direction != "L"
    return False
