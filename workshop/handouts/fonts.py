"""The typefaces of a handout: what they can show and how wide that is."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFont

from workshop.charts.shapes import Weight
from workshop.domain.text import composed
from workshop.handouts.direction import MARKS
from workshop.handouts.shaping import JOINERS, Cluster, Codes, Shaper
from workshop.resources import resource
from workshop.typefaces import Face, coverage, is_invisible

FAMILY = "SourceSans3"
PLACEHOLDER = "\N{WHITE SQUARE}"
"""Stands for a character that the typeface cannot show."""

# Their signs stand one after the other as they are; letters of the others join, stack or run back.
_UNSHAPED = frozenset({"Noto Sans SC", "Noto Sans KR"})
_INVISIBLE = MARKS | JOINERS
_NO_JOINERS = str.maketrans(dict.fromkeys(JOINERS, ""))
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
        known = map(chr, self.faces[Weight.REGULAR].face.charToGlyph)
        self._known = {ord(each) for each in known if not is_invisible(each)}
        self._known.update(map(ord, " \u00a0\n"))
        self._loaded: dict[tuple[str, bool], TTFont] = {}
        self._only_regular: set[str] = set()
        self._borrowed: dict[str, Face] = {}
        self._shaped: set[str] = set()
        self._codes = Codes()
        self._shapers = {
            weight: Shaper(partial(self._font, weight), self._shaped, self._codes)
            for weight in Weight
        }
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
        text = composed(text).translate(_SPACES)
        if self._known.issuperset(map(ord, text)):
            return text
        text = "".join(map(self._shown, text))
        return text.translate(_NO_JOINERS) if self._shaped.isdisjoint(text) else text

    def _shown(self, character: str) -> str:
        if ord(character) in self._known or character in JOINERS:
            return character
        if is_invisible(character):
            return ""
        face = coverage().face_of(character)
        if face is None:
            self._missing.add(character)
            return PLACEHOLDER
        self._borrow(character, face)
        return character

    def _borrow(self, character: str, face: Face) -> None:
        """Have a character from the face of another script."""
        self._borrowed[character] = face
        self._known.add(ord(character))
        if face.family not in _UNSHAPED:
            self._shaped.add(character)
            return
        for weight, advances in self._advances.items():
            width = self._load(face, weight).face.charWidths[ord(character)]
            advances[ord(character)] = width

    def _load(self, face: Face, weight: Weight) -> TTFont:
        """Return the font of a face, the bold one where there is one and the weight is heavier."""
        is_heavy = weight is not Weight.REGULAR
        font = self._loaded.get((face.family, is_heavy))
        if font is None:
            file = face.file(bold=is_heavy)
            same = next(
                (each for each in self._loaded.values() if each.fontName == file.stem), None
            )
            font = self._loaded[face.family, is_heavy] = same or TTFont(file.stem, str(file))
            if face.bold is None:
                self._only_regular.add(file.stem)
        return font

    def _font(self, weight: Weight, character: str) -> TTFont:
        face = self._borrowed.get(character)
        return self.faces[weight] if face is None else self._load(face, weight)

    @property
    def meanings(self) -> Mapping[str, str]:
        """What the characters mean that stand for glyphs of shaped lines."""
        return self._codes.meanings

    def is_shaped(self, text: str) -> bool:
        """Tell whether letters of a showable text join, stack or run from right to left."""
        if not self._shaped:
            return False
        return not (self._shaped.isdisjoint(text) and _INVISIBLE.isdisjoint(text))

    def clusters(self, text: str, weight: Weight) -> list[Cluster]:
        """Return what stands for a line that is shaped, in the order of reading."""
        return self._shapers[weight].clusters(text)

    def is_too_light(self, font: TTFont, weight: Weight) -> bool:
        """Tell whether a font stands in for a heavier one that its face lacks."""
        return weight is not Weight.REGULAR and font.fontName in self._only_regular

    def parts(self, text: str, weight: Weight) -> Iterator[tuple[TTFont, str]]:
        """Yield a showable text that is not shaped in parts, each with its font."""
        own = self.faces[weight]
        if self._borrowed.keys().isdisjoint(text):
            yield own, text
            return
        for font, characters in groupby(text, partial(self._font, weight)):
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
        """Return the width of each character of a showable text in thousandths of its size.

        Where characters are drawn together, the first has the width of all.
        """
        if self.is_shaped(text):
            return self._shapers[weight].advances(text)
        advances = self._advances[weight]
        return [advances[ord(character)] for character in text]
