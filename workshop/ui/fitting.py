"""Text that fits its place: wrapped, cut with an ellipsis, and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_REMEMBERED = 8192


class Fitting:
    """Lines of one font. The same text in the same width is wrapped once."""

    def __init__(self, font: QFont) -> None:
        """Fit text of a font."""
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.ascent = self._metrics.ascent()
        self._lines: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return a text in at most so many lines of a width, the last one cut where it must be."""
        key = (text, width, most)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _REMEMBERED:
                self._lines.clear()
            found = self._lines[key] = self._wrap(text, width, most)
        return found

    def _wrap(self, text: str, width: int, most: int) -> tuple[str, ...]:
        if most == 1 or self._metrics.horizontalAdvance(text) <= width:
            return (self._cut(text, width),)
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        found: list[str] = []
        layout.beginLayout()
        while len(found) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            is_last = len(found) == most - 1
            found.append(text[start:] if is_last else text[start : start + length].rstrip())
        layout.endLayout()
        return (*found[:-1], self._cut(found[-1], width))

    def _cut(self, text: str, width: int) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
