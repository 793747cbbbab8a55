"""The typeface of a handout: what it can show and how wide that is."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFont

from workshop.charts.shapes import Weight
from workshop.resources import resource
from workshop.typefaces import Face, coverage

FAMILY = "SourceSans3"
PLACEHOLDER = "\N{WHITE SQUARE}"
"""Stands for a character that the typeface cannot show."""

# Their signs stand one after the other as they are; letters of the others join, stack or run back.
_BORROWED_FROM = frozenset({"Noto Sans SC", "Noto Sans KR"})
_CACHED_LENGTH = 40
_SPACES = {
    **dict.fromkeys((ord("\t"), 0x1680, *range(0x2000, 0x200B), 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2007, 0x202F), "\u00a0"),
}


class Fonts:
    """The faces of one handout, with the widths that were measured and the characters it lacks."""

    def __init__(self) -> None:
        """Load the faces.

        Raises FileNotFoundError where the installation lacks one.
        """
        self.faces = {
            weight: TTFont(
                f"{FAMILY}-{weight}",
                str(resource("fonts", f"{FAMILY}-{weight}.ttf")),
                asciiReadable=True,
            )
            for weight in Weight
        }
        self._advances: dict[Weight, dict[int, float]] = {
            weight: dict(font.face.charWidths) for weight, font in self.faces.items()
        }
        self._known = set(self.faces[Weight.REGULAR].face.charToGlyph) | {ord("\n")}
        self._loaded: dict[Face, TTFont] = {}
        self._borrowed: dict[str, TTFont] = {}
        self._widths: dict[Weight, dict[str, float]] = {weight: {} for weight in Weight}
        self._missing: set[str] = set()

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that were replaced by the placeholder, in the order of their codes."""
        return tuple(sorted(self._missing))

    def showable(self, text: str) -> str:
        """Return text in characters that the typeface has, a placeholder for each that it lacks.

        Invisible format characters are dropped: they say how to join what is beside them.
        """
        if text.isascii() and text.isprintable():
            return text
        text = unicodedata.normalize("NFC", text).translate(_SPACES)
        if self._known.issuperset(map(ord, text)):
            return text
        return "".join(map(self._shown, text))

    def _shown(self, character: str) -> str:
        if ord(character) in self._known:
            return character
        if unicodedata.category(character) == "Cf" or _is_variation_selector(character):
            return ""
        face = coverage().face_of(character)
        if face is not None and face.family in _BORROWED_FROM:
            self._borrow(character, face)
            return character
        self._missing.add(character)
        return PLACEHOLDER

    def _borrow(self, character: str, face: Face) -> None:
        """Have a character from the face of another script, in its one weight."""
        font = self._loaded.get(face)
        if font is None:
            name = face.regular.removesuffix(".ttf")
            font = self._loaded[face] = TTFont(name, str(face.file(bold=False)))
        self._borrowed[character] = font
        self._known.add(ord(character))
        for advances in self._advances.values():
            advances[ord(character)] = font.face.charWidths[ord(character)]

    def parts(self, text: str, weight: Weight) -> Iterator[tuple[TTFont, str]]:
        """Yield a showable text in parts, each with the face that has its characters."""
        own = self.faces[weight]
        if self._borrowed.keys().isdisjoint(text):
            yield own, text
            return
        for font, characters in groupby(text, lambda each: self._borrowed.get(each, own)):
            yield font, "".join(characters)

    def width(self, text: str, size: float, weight: Weight) -> float:
        """Return the width of a showable text in points."""
        return self.units(text, weight) * size / 1000

    def known_units(self, weight: Weight) -> Mapping[str, float]:
        """Return the widths measured so far, in thousandths of the size."""
        return self._widths[weight]

    def units(self, text: str, weight: Weight) -> float:
        """Return the width of a showable text in thousandths of its size."""
        known = self._widths[weight]
        width = known.get(text)
        if width is None:
            width = sum(self.advances(text, weight))
            if len(text) <= _CACHED_LENGTH:
                known[text] = width
        return width

    def advances(self, text: str, weight: Weight) -> list[float]:
        """Return the width of each character of a showable text in thousandths of its size."""
        advances = self._advances[weight]
        return [advances[ord(character)] for character in text]


def _is_variation_selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF
