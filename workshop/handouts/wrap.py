"""Break text into lines by the widths of its words."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category, east_asian_width

from workshop.charts.shapes import Weight
from workshop.domain.text import one_line
from workshop.handouts.direction import RIGHT_TO_LEFT, closed, marked
from workshop.handouts.fonts import Fonts

ELLIPSIS = "…"
_SHORTEST_LAST_LINE = 0.24
_GOOD_LAST_LINE = 0.36
_TOLERANCE = 0.5
_CLOSING, _OPENING = frozenset({"Pe", "Pf", "Po"}), frozenset({"Ps", "Pi"})
_MOST_TAKEN_ALONG = 3
_LONGEST_WORD = 5_000
_NARROWEST_CHARACTER = 0.15
"""Part of the size: text is read no further than what could fit in the lines allowed."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and leading in points, weight, and a color by name."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    color: str = "text"


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Lines of text, and whether some of the text was left out."""

    lines: tuple[str, ...]
    is_cut: bool = False


class _Word(NamedTuple):
    """A word, or a piece of one; what stands between it and the one before on its line."""

    text: str
    width: float
    gap: str = " "


class Wrapper:
    """Wraps text with the faces of one handout."""

    def __init__(self, fonts: Fonts) -> None:
        """Measure with these faces."""
        self.fonts = fonts

    def width(self, text: str, style: Style) -> float:
        """Return the width in points of a text that may hold any characters."""
        return self._points(self.fonts.showable(text), style)

    def indent(self, line: str, style: Style, width: float) -> float:
        """Return how far right in `width` points a line starts that was wrapped into them.

        Only lines of a paragraph that runs from right to left do not start at the left.
        """
        return width - self._points(line, style) if line[:1] == RIGHT_TO_LEFT else 0.0

    def wrap(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        most: int | None = None,
        balanced: bool = False,
    ) -> Wrapped:
        """Return lines no wider than `width` points, no more than `most`.

        A text with more lines ends in an ellipsis. Balanced lines are as even as they can be
        without one more of them; others break earlier only where the last would be very short.
        """
        text = text.strip()
        given = text if most is None else text[: _readable(most, style, width)]
        lines: list[str] = []
        for paragraph in self.fonts.showable(given).split("\n"):
            left = None if most is None else most + 1 - len(lines)
            if left == 0:
                break
            if left is not None and not paragraph.strip():
                continue  # where lines are counted, none is spent on nothing
            lines += self._paragraph(paragraph, style, width, left, balanced=balanced)
        lines = lines or [""]
        if most is None or (len(lines) <= most and len(given) == len(text)):
            return Wrapped(tuple(lines))
        kept = lines[:most]
        kept[-1] = self._ending(kept[-1], style, width)
        return Wrapped(tuple(kept), is_cut=True)

    def fit(self, text: str, style: Style, width: float) -> str:
        """Return text on one line no wider than `width` points, with an ellipsis where cut."""
        return self.wrap(one_line(text), style, width, most=1).lines[0]

    def _ending(self, line: str, style: Style, width: float) -> str:
        """Return a line with an ellipsis behind as much of it as fits in `width` points."""
        room = width - self._points(ELLIPSIS, style)
        if self._points(line, style) > room:
            advances = self.fonts.advances(line, style.weight)
            ends = list(accumulate(advance * style.size / 1000 for advance in advances))
            cut = line[: bisect_right(ends, room)]
            line = cut.rsplit(" ", 1)[0] if " " in cut[len(cut) // 2 :] else cut
        return closed(line.rstrip(" ,;:.")) + ELLIPSIS

    def _paragraph(
        self, text: str, style: Style, width: float, most: int | None, *, balanced: bool
    ) -> list[str]:
        lines = self._lines(text, style, width, most, balanced=balanced)
        if not self.fonts.is_shaped(text):
            return lines
        return marked(" ".join(filter(None, text.split(" "))), lines)

    def _lines(
        self, text: str, style: Style, width: float, most: int | None, *, balanced: bool
    ) -> list[str]:
        words = self._words(text, style, width)
        lines = self._break(words, width, style, most)
        if len(lines) < 2 or len(lines) == most:
            return lines
        if balanced:
            return self._even(words, lines, width, style)
        if self._points(lines[-1], style) < width * _SHORTEST_LAST_LINE:
            return self._narrower(words, lines, style, width * _GOOD_LAST_LINE)
        return lines

    def _points(self, text: str, style: Style) -> float:
        return self.fonts.units(text, style.weight) * style.size / 1000

    def _words(self, text: str, style: Style, width: float) -> list[_Word]:
        """Return the words of a text, those wider than a line in pieces as wide as one."""
        words = []
        scale = style.size / 1000
        known = self.fonts.known_units(style.weight)
        for word in text.split(" "):
            if not word:
                continue
            if len(word) > _LONGEST_WORD:  # measured once, in pieces
                words += self._pieces(word, style, width)
                continue
            units = known.get(word)
            points = scale * (self.fonts.units(word, style.weight) if units is None else units)
            if points > width:
                words += self._pieces(word, style, width)
            else:
                words.append(_Word(word, points))
        return words

    def _pieces(self, word: str, style: Style, width: float) -> list[_Word]:
        advances = self.fonts.advances(word, style.weight)
        ends = [0.0, *accumulate(advance * style.size / 1000 for advance in advances)]
        pieces = []
        start = 0
        while start < len(word):
            end = max(bisect_right(ends, ends[start] + width) - 1, start + 1)
            piece = self._fitting(word[start : _before_punctuation(word, start, end)], style, width)
            pieces.append(piece if start == 0 else piece._replace(gap=""))
            start += len(piece.text)
        return pieces

    def _fitting(self, text: str, style: Style, width: float) -> _Word:
        """Return as much of a text as fits: its last letters look different from those inside."""
        while True:
            advances = self.fonts.advances(text, style.weight)
            ends = list(accumulate(advance * style.size / 1000 for advance in advances))
            most = bisect_right(ends, width)
            if most == len(text) or len(text) == 1:
                return _Word(text, ends[-1])
            text = text[: max(most, 1)]

    def _break(
        self, words: Sequence[_Word], width: float, style: Style, most: int | None
    ) -> list[str]:
        """Fill one line after the other."""
        space = self._points(" ", style)
        lines = []
        line: list[str] = []
        used = 0.0
        for text, word_width, gap in words:
            if line:
                end = used + (space if gap else 0.0) + word_width
                if end <= width:
                    line += (gap, text)
                    used = end
                    continue
                lines.append("".join(line))
                if len(lines) == most:
                    return lines
            line, used = [text], word_width
        return [*lines, "".join(line)]

    def _narrower(
        self, words: Sequence[_Word], lines: list[str], style: Style, wanted: float
    ) -> list[str]:
        """Break anew, each time a little narrower, until the last line is as wide as wanted.

        Stops before it would take one more line or split a word.
        """
        longest = max(word.width for word in words)
        while self._points(lines[-1], style) < wanted:
            width = max(self._points(line, style) for line in lines) - _TOLERANCE
            tried = self._break(words, width, style, len(lines) + 1)
            if width < longest or len(tried) > len(lines):
                break
            lines = tried
        return lines

    def _even(
        self, words: Sequence[_Word], lines: list[str], width: float, style: Style
    ) -> list[str]:
        """Break anew at the narrowest width that takes no more lines and splits no word."""
        narrow = max(word.width for word in words)
        wide = width
        while wide - narrow > _TOLERANCE:
            middle = (narrow + wide) / 2
            tried = self._break(words, middle, style, len(lines) + 1)
            if len(tried) <= len(lines):
                lines, wide = tried, middle
            else:
                narrow = middle
        return lines


def _before_punctuation(word: str, start: int, end: int) -> int:
    """Return where to cut a word, at `end` or before it.

    No line of Chinese or Japanese begins with a mark that closes, or ends with one that opens.
    """
    wanted = end
    while start + 1 < wanted < len(word) and (
        _is_wide(word[wanted], _CLOSING) or _is_wide(word[wanted - 1], _OPENING)
    ):
        wanted -= 1
    return wanted if end - wanted <= _MOST_TAKEN_ALONG else end


def _is_wide(character: str, categories: frozenset[str]) -> bool:
    return east_asian_width(character) in "WF" and category(character) in categories


def _readable(lines: int, style: Style, width: float) -> int:
    """Return how many characters could at most be shown in so many lines."""
    return int((lines + 1) * width / (style.size * _NARROWEST_CHARACTER)) + 1
