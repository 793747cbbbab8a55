"""Paint shapes on the canvas of reportlab.

The operators are written directly: reportlab's own calls are made for text that it lays out itself,
and cost several times as much for rows of a table.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.ttfonts import TTFont

from workshop.charts.icons import GRID, STROKE, Segment, outline
from workshop.charts.shapes import (
    Disc,
    HalfDisc,
    Hatch,
    Icon,
    Line,
    Rect,
    Shape,
    Text,
)
from workshop.handouts.fonts import Fonts

_BOLDER = 0.03
"""How wide the outline is, for its size, of letters that have to be made bolder."""
_CIRCLE = 0.5523
"""How far a curve's handles lie from its ends to make a quarter circle of radius 1."""


class Painter:
    """Turns the shapes of one page after the other into operators of its content stream."""

    def __init__(self, document: object, fonts: Fonts, colors: Mapping[str, str]) -> None:
        """Paint with these faces into a document of reportlab; `colors` are #RRGGBB by name."""
        self._document = document
        self._fonts = fonts
        self._colors = {name: _components(color) for name, color in colors.items()}
        self._height = 0.0

    def start_page(self, height: float) -> None:
        """Measure y from the top of a page of this height."""
        self._height = height

    def operators(self, shapes: Sequence[Shape]) -> str:
        """Return the operators that paint shapes in their order.

        Each line of text ends in a space, so that what is read aloud does not run together.
        """
        return "\n".join([self._PAINT[type(shape)](self, shape) for shape in shapes])

    def _text(self, shape: Text) -> str:
        if self._fonts.is_shaped(shape.text):
            return self._shaped(shape)
        color, y = self._colors[shape.color], self._height - shape.y
        parts = [f"BT {color} rg 1 0 0 1 {shape.x:.2f} {y:.2f} Tm"]
        for font, escaped in self._encoded(f"{shape.text} ", shape):
            parts.append(f"{font} {shape.size:.2f} Tf {escaped}")
        parts.append("ET")
        return " ".join(parts)

    def _encoded(self, text: str, shape: Text) -> list[tuple[str, str]]:
        """Return a text in parts, each with the name of its font and the operators behind it."""
        if text.isascii():  # codes of the first font are those of ASCII
            face = self._fonts.faces[shape.weight]
            return [(face.getSubsetInternalName(0, self._document), f"({escapePDF(text)}) Tj")]
        return [
            each
            for font, part in self._fonts.parts(text, shape.weight)
            for each in self._with_codes(font, part, shape)
        ]

    def _with_codes(self, font: TTFont, text: str, shape: Text) -> list[tuple[str, str]]:
        shown = [
            (font.getSubsetInternalName(subset, self._document), f"({escapePDF(codes)}) Tj")
            for subset, codes in font.splitString(text, self._document)
        ]
        if not self._fonts.is_too_light(font, shape.weight):
            return shown
        bold = f"{self._colors[shape.color]} RG 2 Tr {shape.size * _BOLDER:.2f} w"
        return [(name, f"{bold} {operators} 0 Tr") for name, operators in shown]

    def _shaped(self, shape: Text) -> str:
        """Draw a line in the order of reading, each character where it stands."""
        scale, color = shape.size / 1000, self._colors[shape.color]
        baseline = self._height - shape.y
        parts, drawn = [f"BT {color} rg"], []
        for cluster in self._fonts.clusters(shape.text, shape.weight):
            for character, x, y in cluster.characters:
                left, base = shape.x + x * scale, baseline + y * scale
                ((name, operators),) = self._with_codes(cluster.font, character, shape)
                parts.append(
                    f"{name} {shape.size:.2f} Tf 1 0 0 1 {left:.2f} {base:.2f} Tm {operators}"
                )
            for segments, x, y in cluster.drawn:
                origin = (shape.x + x * scale, baseline + y * scale)
                drawn += [_segment_operators(segment, origin, scale) for segment in segments]
        parts += ["ET", *drawn]
        if drawn:
            parts.append("f")
        return " ".join(parts)

    def _line(self, shape: Line) -> str:
        height = self._height
        return (
            f"{self._colors[shape.color]} RG {shape.width:.2f} w "
            f"{shape.x1:.2f} {height - shape.y1:.2f} m {shape.x2:.2f} {height - shape.y2:.2f} l S"
        )

    def _rect(self, shape: Rect) -> str:
        path = self._rect_path(shape.x, shape.y, shape.width, shape.height, shape.radius)
        painted = self._filled(path, shape.fill, shape.stroke, shape.line)
        if not shape.dash:
            return painted
        dashes = " ".join(f"{length:.2f}" for length in shape.dash)
        return f"q [{dashes}] 0 d {painted} Q"

    def _disc(self, shape: Disc) -> str:
        path = self._rect_path(
            shape.x - shape.radius,
            shape.y - shape.radius,
            2 * shape.radius,
            2 * shape.radius,
            shape.radius,
        )
        return self._filled(path, shape.fill, shape.stroke, shape.line)

    def _half_disc(self, shape: HalfDisc) -> str:
        r, x, y = shape.radius, shape.x, self._height - shape.y
        k = r * _CIRCLE
        path = (
            f"{x:.2f} {y + r:.2f} m "
            f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c h"
        )
        return self._filled(path, shape.fill, None, 0)

    def _hatch(self, shape: Hatch) -> str:
        """Draw lines at 45 degrees, clipped to the shape."""
        clip = self._rect_path(shape.x, shape.y, shape.width, shape.height, shape.radius)
        left, bottom = shape.x, self._height - shape.y - shape.height
        rise = shape.height
        step = shape.gap * 2**0.5
        lines = []
        start = left - rise
        while start < left + shape.width:
            lines.append(f"{start:.2f} {bottom:.2f} m {start + rise:.2f} {bottom + rise:.2f} l")
            start += step
        return (
            f"q {clip} W n {self._colors[shape.color]} RG {shape.line:.2f} w {' '.join(lines)} S Q"
        )

    def _icon(self, shape: Icon) -> str:
        scale = shape.size / GRID
        origin = (shape.x, self._height - shape.y)
        path = " ".join(
            _segment_operators(segment, origin, scale) for segment in outline(shape.name)
        )
        return f"q 1 J 1 j {self._colors[shape.color]} RG {STROKE * scale:.2f} w {path} S Q"

    def _filled(self, path: str, fill: str | None, stroke: str | None, line: float) -> str:
        if fill and stroke:
            colors = f"{self._colors[fill]} rg {self._colors[stroke]} RG {line:.2f} w"
            return f"{colors} {path} B"
        if fill:
            return f"{self._colors[fill]} rg {path} f"
        assert stroke, "a shape is filled, outlined or both"
        return f"{self._colors[stroke]} RG {line:.2f} w {path} S"

    def _rect_path(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        bottom = self._height - y - height
        if not radius:
            return f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
        r = min(radius, width / 2, height / 2)
        k = r * (1 - _CIRCLE)
        right, top = x + width, bottom + height
        sides = (
            ((x + r, bottom), "m"),
            ((right - r, bottom), "l"),
            ((right - k, bottom, right, bottom + k, right, bottom + r), "c"),
            ((right, top - r), "l"),
            ((right, top - k, right - k, top, right - r, top), "c"),
            ((x + r, top), "l"),
            ((x + k, top, x, top - k, x, top - r), "c"),
            ((x, bottom + r), "l"),
            ((x, bottom + k, x + k, bottom, x + r, bottom), "c"),
        )
        steps = (f"{' '.join(f'{n:.2f}' for n in numbers)} {name}" for numbers, name in sides)
        return " ".join(steps) + " h"

    _PAINT: ClassVar[Mapping[type[Shape], Callable[["Painter", Any], str]]] = {
        Text: _text,
        Line: _line,
        Rect: _rect,
        Disc: _disc,
        HalfDisc: _half_disc,
        Hatch: _hatch,
        Icon: _icon,
    }


def _components(color: str) -> str:
    """Return #RRGGBB as the three components of an operator."""
    return " ".join(f"{int(color[n : n + 2], 16) / 255:.3f}" for n in (1, 3, 5))


_OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}


def _segment_operators(segment: Segment, origin: tuple[float, float], scale: float) -> str:
    left, top = origin
    numbers = " ".join(f"{left + x * scale:.2f} {top - y * scale:.2f}" for x, y in segment.points)
    return f"{numbers} {_OPERATORS[segment.kind]}"
