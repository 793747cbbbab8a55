"""Set lines in scripts whose letters join, stack or run from right to left.

HarfBuzz chooses and places the glyphs.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb
from bidi.mirror import MIRRORED
from reportlab.pdfbase.ttfonts import TTFont

from workshop.charts.icons import Segment
from workshop.handouts.direction import MARKS, in_order_of_sight, levels, runs_leftward

JOINERS = frozenset({"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"})
"""Say inside a word whether the letters beside them join."""

_FIRST_CODE = 0xF0000
_EM = 1000


class Placed(NamedTuple):
    """A character for a font, and where it stands from the start of its line, up to the right."""

    character: str
    x: float
    y: float = 0.0


class Drawn(NamedTuple):
    """The outline of a glyph that says nothing of its own, with y down, and where it stands."""

    outline: tuple[Segment, ...]
    x: float
    y: float


class Cluster(NamedTuple):
    """What stands for a piece of a line: characters that mean it, and what is drawn with them.

    Lengths are in thousandths of the size.
    """

    font: TTFont
    text: str
    characters: tuple[Placed, ...]
    drawn: tuple[Drawn, ...] = ()

    def moved(self, x: float) -> "Cluster":
        """Return it further right."""
        return self._replace(
            characters=tuple(each._replace(x=each.x + x) for each in self.characters),
            drawn=tuple(each._replace(x=each.x + x) for each in self.drawn),
        )


class _Segment(NamedTuple):
    """Characters of one font and one level of UAX #9: odd ones run from right to left."""

    font: TTFont
    text: str
    level: int

    @property
    def is_leftward(self) -> bool:
        return self.level % 2 == 1


class Codes:
    """Characters for private use that stand for glyphs which no character reaches."""

    def __init__(self) -> None:
        """Begin without any."""
        self.meanings: dict[str, str] = {}
        self._codes: dict[tuple[str, int, str], str] = {}

    def code(self, font: TTFont, glyph: int, meaning: str) -> str:
        """Return the character that draws a glyph of a font and means this text."""
        key = (font.fontName, glyph, meaning)
        code = self._codes.get(key)
        if code is None:
            number = _FIRST_CODE + len(self._codes)
            code = self._codes[key] = chr(number)
            self.meanings[code] = meaning
            face = font.face
            face.charToGlyph[number] = glyph
            face.charWidths[number] = face.hmetrics[glyph][0] * _EM / face.unitsPerEm
        return code


class Shaper:
    """Sets lines in one weight."""

    def __init__(
        self, font_of: Callable[[str], TTFont], joining: Collection[str], codes: Codes
    ) -> None:
        """Set characters in the font that `font_of` names, and shape those that are `joining`."""
        self._font_of = font_of
        self._joining = joining
        self._codes = codes
        self._shaping_fonts: dict[str, hb.Font] = {}
        self._outlining = _outlining()
        self._outlines: dict[tuple[str, int], tuple[Segment, ...]] = {}

    def clusters(self, line: str) -> list[Cluster]:
        """Return what stands for a line, in the order of reading, with a space at its end."""
        segments = list(self._segments(line))
        set_segments = [self._set(segment) for segment in segments]
        starts = [0.0] * len(segments)
        x = 0.0
        for n in in_order_of_sight([segment.level for segment in segments]):
            starts[n] = x
            x += sum(width for _, width in set_segments[n])
        clusters: list[Cluster] = []
        for segment, laid, start in zip(segments, set_segments, starts, strict=True):
            clusters += _from_start(laid, start, leftward=segment.is_leftward)
        own = self._font_of(" ")
        space = own.face.charWidths[ord(" ")]
        clusters.append(Cluster(own, " ", (Placed(" ", -space if runs_leftward(line) else x),)))
        return clusters

    def advances(self, line: str) -> list[float]:
        """Return the width of each character; that of a cluster counts for its first."""
        advances: list[float] = []
        for segment in self._segments(line):
            for cluster, width in self._set(segment):
                advances += [width, *[0.0] * (len(cluster.text) - 1)]
        return advances

    def _segments(self, line: str) -> Iterator[_Segment]:
        """Cut a line where font or level changes; joiners stay with what is before them."""
        fonts: list[TTFont] = []
        for character in line:
            joins = character in JOINERS and fonts
            fonts.append(fonts[-1] if joins else self._font_of(character))
        of_line = levels(line)
        places = range(len(line))
        for (font, level), run in groupby(places, lambda n: (fonts[n], of_line[n])):
            yield _Segment(font, "".join(line[n] for n in run), level)

    def _set(self, segment: _Segment) -> list[tuple[Cluster, float]]:
        """Return the clusters of a segment in the order of reading, each with its width.

        Their glyphs are placed from the left of the cluster.
        """
        if any(character in self._joining for character in segment.text):
            return list(self._shape(segment))
        font = segment.font
        widths = font.face.charWidths
        laid = []
        for character in segment.text:
            if character in MARKS or character in JOINERS:
                laid.append((Cluster(font, character, ()), 0.0))
                continue
            code, width = character, widths[ord(character)]
            mirrored = MIRRORED.get(character) if segment.is_leftward else None
            glyph = font.face.charToGlyph.get(ord(mirrored)) if mirrored else None
            if mirrored and glyph is not None:
                code, width = self._codes.code(font, glyph, character), widths[ord(mirrored)]
            laid.append((Cluster(font, character, (Placed(code, 0.0),)), width))
        return laid

    def _shape(self, segment: _Segment) -> Iterator[tuple[Cluster, float]]:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(segment.text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if segment.is_leftward else "ltr"
        hb.shape(self._shaping_font(segment.font), buffer)
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        by_cluster = [
            (start, list(group)) for start, group in groupby(glyphs, lambda each: each[0].cluster)
        ]
        by_cluster.sort(key=lambda each: each[0])
        ends = [start for start, _ in by_cluster[1:]] + [len(segment.text)]
        for (start, group), end in zip(by_cluster, ends, strict=True):
            yield self._cluster(segment.font, segment.text[start:end], group)

    def _cluster(
        self,
        font: TTFont,
        text: str,
        glyphs: Sequence[tuple[hb.GlyphInfo, hb.GlyphPosition]],
    ) -> tuple[Cluster, float]:
        """Share out a text over the glyphs that take room; marks of their own add nothing to it.

        So what is taken out of the page is the text: each letter once, in the order of reading.
        """
        if len(glyphs) == 1:
            (info, position), *_ = glyphs
            code = self._codes.code(font, info.codepoint, text)
            placed = Placed(code, float(position.x_offset), float(position.y_offset))
            return Cluster(font, text, (placed,)), float(position.x_advance)
        wide = [position.x_advance > 0 for _, position in glyphs]
        meanings = iter(_shared_out(text, sum(wide) or 1))
        if not any(wide):
            wide[0] = True
        characters, drawn = [], []
        x = 0
        for (info, position), is_wide in zip(glyphs, wide, strict=True):
            left, up = float(x + position.x_offset), float(position.y_offset)
            meaning = next(meanings) if is_wide else ""
            if meaning:
                code = self._codes.code(font, info.codepoint, meaning)
                characters.append(Placed(code, left, up))
            else:
                drawn.append(Drawn(self._outline(font, info.codepoint), left, up))
            x += position.x_advance
        return Cluster(font, text, tuple(characters), tuple(drawn)), float(x)

    def _outline(self, font: TTFont, glyph: int) -> tuple[Segment, ...]:
        key = (font.fontName, glyph)
        known = self._outlines.get(key)
        if known is None:
            path: list[Segment] = []
            self._shaping_font(font).draw_glyph(glyph, self._outlining, path)
            known = self._outlines[key] = tuple(path)
        return known

    def _shaping_font(self, font: TTFont) -> hb.Font:
        known = self._shaping_fonts.get(font.fontName)
        if known is None:
            face = hb.Face(hb.Blob.from_file_path(font.face.filename))
            known = self._shaping_fonts[font.fontName] = hb.Font(face)
            known.scale = (_EM, _EM)
        return known


def _from_start(
    laid: Sequence[tuple[Cluster, float]], start: float, *, leftward: bool
) -> Iterator[Cluster]:
    """Place the clusters of a segment from the start of the line."""
    x = start + (sum(width for _, width in laid) if leftward else 0)
    for cluster, width in laid:
        if leftward:
            x -= width
        yield cluster.moved(x)
        if not leftward:
            x += width


def _shared_out(text: str, parts: int) -> list[str]:
    """Return a text in so many parts: one character each, and the last has all that are left."""
    singles = [text[n : n + 1] for n in range(parts - 1)]
    return [*singles, text[parts - 1 :]]


def _outlining() -> hb.DrawFuncs:
    """Return what HarfBuzz draws a glyph with: it adds segments to a list, with y down."""
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, path: path.append(Segment("move", ((x, -y),))))
    functions.set_line_to_func(lambda x, y, path: path.append(Segment("line", ((x, -y),))))
    functions.set_cubic_to_func(
        lambda x1, y1, x2, y2, x3, y3, path: path.append(
            Segment("curve", ((x1, -y1), (x2, -y2), (x3, -y3)))
        )
    )
    functions.set_close_path_func(lambda path: path.append(Segment("close", ())))
    return functions
