"""Break the text of a card into its few lines, from widths of words that are measured once."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF

MOST_LINES = 3
_READ = 600  # characters of a text that can reach three lines of a card
_MOST_WORDS = 20_000


class Wrapping:
    """Measures words in one typeface and breaks texts into lines."""

    def __init__(self, font: QFont) -> None:
        """Measure in a typeface."""
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._widths: dict[str, float] = {}

    def _width(self, word: str) -> float:
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) > _MOST_WORDS:
                self._widths.clear()
            width = self._widths[word] = self._metrics.horizontalAdvance(word)
        return width

    def count(self, text: str, width: float) -> int:
        """Return how many lines a card shows of a text."""
        number = 0
        for _ in self._break(text, width):
            number += 1
            if number == MOST_LINES:
                break
        return number or 1

    def lines(self, text: str, width: float, most: int = MOST_LINES) -> list[str]:
        """Return the lines that a card shows; the last one ends in an ellipsis if there is more."""
        found: list[str] = []
        for line in self._break(text, width):
            if len(found) == most:
                found[-1] = self._cut(found[-1], width)
                break
            found.append(line)
        return found

    def is_cut(self, text: str, width: float) -> bool:
        """Tell whether there is more of a text than a card shows."""
        lines = self._break(text, width)
        return len(text) > _READ or sum(1 for _, _ in zip(lines, range(4), strict=False)) > 3

    def _break(self, text: str, width: float) -> Iterator[str]:
        line, used = "", 0.0
        for word in text[:_READ].split():
            wide = self._width(word)
            if line and used + self._space + wide <= width:
                line, used = f"{line} {word}", used + self._space + wide
                continue
            if line:
                yield line
            while wide > width and len(word) > 1:
                head = self._head(word, width)
                yield head
                word = word[len(head) :]  # noqa: PLW2901  # the rest of a word wider than the card
                wide = self._metrics.horizontalAdvance(word)
            line, used = word, wide
        if line:
            yield line

    def _head(self, word: str, width: float) -> str:
        """Return as many characters of a word as fit, one at least."""
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._metrics.horizontalAdvance(word[:middle]) <= width:
                low = middle
            else:
                high = middle - 1
        return word[:low]

    def _cut(self, line: str, width: float) -> str:
        while line and self._metrics.horizontalAdvance(f"{line}…") > width:
            line = line[:-1]
        return f"{line.rstrip()}…"
