"""The rules of the room in a panel: side by side or one below the other, as they fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.ui.audience.scenes.drawing import Box, Disc, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import Piece, is_cut, wrap
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.words import words

# On a wall that is read from far its scale makes the smaller of these as large as the other.
_STYLES = (Style(Type.CARD, Weight.SEMIBOLD), Style(Type.FLOOR, Weight.SEMIBOLD))
_INDENT = 4.0
_COLUMN_GAP = 2.0


@dataclass(frozen=True, slots=True)
class _Panel:
    """The rules in columns of lines, as high as the longest column."""

    style: Style
    width: float  # of the words in a column
    columns: tuple[tuple[tuple[Piece, ...], ...], ...]

    @classmethod
    def of(cls, rules: Sequence[str], style: Style, columns: int, width: float) -> "_Panel":
        room = (width - 2 * cls.pad_of(style) + _COLUMN_GAP) / columns - _COLUMN_GAP - _INDENT
        lines = [wrap(rule, room, style, lines=2) for rule in rules]
        rows = -(-len(rules) // columns)
        parts = tuple(tuple(lines[n * rows : (n + 1) * rows]) for n in range(columns))
        return cls(style, room, parts)

    @staticmethod
    def pad_of(style: Style) -> float:
        return style.line_height * 0.54

    @property
    def pad(self) -> float:
        return self.pad_of(self.style)

    @property
    def gap(self) -> float:
        return self.style.line_height * 0.24

    @property
    def height(self) -> float:
        return max(map(self._height_of, self.columns)) + 2 * self.pad

    def _height_of(self, column: Sequence[tuple[Piece, ...]]) -> float:
        return sum(len(lines) * self.style.line_height + self.gap for lines in column) - self.gap

    @property
    def is_whole(self) -> bool:
        return not any(is_cut(lines) for column in self.columns for lines in column)


def _panels(sheet: Sheet) -> list[_Panel]:
    """Return the ways to lay out the rules, the best one first."""
    rules, width = words().ground_rules, sheet.inner_width
    numbers = (2, 1) if sheet.is_wide else (1, 2)
    found = [_Panel.of(rules, style, n, width) for style in _STYLES for n in numbers]
    return [panel for panel in found if panel.is_whole] or found


def least_height(sheet: Sheet) -> float:
    """Return the height that the rules need at least."""
    return min(panel.height for panel in _panels(sheet))


def draw_rules(sheet: Sheet, top: float, foot: float) -> None:
    """Show the rules in a panel that ends at the foot, where all of them fit."""
    panel = next((each for each in _panels(sheet) if each.height <= foot - top), None)
    if panel is None:
        return
    y, line = foot - panel.height, panel.style.line_height
    sheet.add(Box(MARGIN, y, sheet.inner_width, panel.height, fill="surface", radius=1.3))
    for number, column in enumerate(panel.columns):
        x = MARGIN + panel.pad + number * (_INDENT + panel.width + _COLUMN_GAP)
        at = y + panel.pad
        for lines in column:
            sheet.add(Disc(x + 0.9, at + line / 2, line * 0.16, fill="text"))
            sheet.put(lines, x + _INDENT, at, panel.width, panel.style)
            at += len(lines) * line + panel.gap
