"""The block on page 1 that says who controls a marked handout, at the bottom right."""

from dataclasses import dataclass

from workshop.charts.shapes import Rect, Shape, Text
from workshop.handouts import styles
from workshop.handouts.marking import Marking
from workshop.handouts.paper import Geometry
from workshop.handouts.wrap import Wrapper

_WIDTH = 292.0
_PADDING = 8.0
_LABEL_WIDTH = 96.0
_ABOVE = 14.0
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Designation:
    """The lines of the block: what each says, and how it is printed."""

    lines: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, marking: Marking, wrapper: Wrapper) -> "Designation":
        """Lay out the block of a marking; one without has no lines."""
        width = _WIDTH - _LABEL_WIDTH - 2 * _PADDING
        return cls(
            tuple(
                (label, wrapper.wrap(value, styles.BLOCK, width, most=_MOST_LINES).lines)
                for label, value in marking.block
            )
        )

    @property
    def _box_height(self) -> float:
        count = sum(len(lines) for _, lines in self.lines)
        return count * styles.BLOCK.leading + 2 * _PADDING

    @property
    def height(self) -> float:
        """What page 1 must leave free for it, in points."""
        return self._box_height + _ABOVE if self.lines else 0.0

    def box(self, geometry: Geometry) -> Shape:
        """Return the frame of the block."""
        top = geometry.bottom - self._box_height
        return Rect(geometry.right - _WIDTH, top, _WIDTH, self._box_height, stroke="text", line=1.0)

    def texts(self, geometry: Geometry) -> list[list[Text]]:
        """Return the shapes of each line."""
        strong, plain = styles.BLOCK_STRONG, styles.BLOCK
        x = geometry.right - _WIDTH + _PADDING
        y = geometry.bottom - self._box_height + _PADDING + styles.baseline(plain)
        found = []
        for label, lines in self.lines:
            shapes = [Text(x, y, label, strong.size, strong.weight)]
            for line in lines:
                shapes.append(Text(x + _LABEL_WIDTH, y, line, plain.size, plain.weight))
                y += plain.leading
            found.append(shapes)
        return found
