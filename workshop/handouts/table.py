"""Tables that flow over pages: heads repeat, rows stay whole, the last row is never alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workshop.charts.shapes import Disc, Shape, Text, Weight
from workshop.handouts import styles
from workshop.handouts.direction import without_marks
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.wrap import Style

Ornament = Callable[[float, float], Sequence[Shape]]
"""Draws a mark with its top left corner at x, y."""

_HEAD_RULE = 1.1
_ROW_RULE = 0.6
_END_RULE = 0.8
_HEAD_PADDING = 5.0
_DISC = 17.0
_DISC_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, a number in a disc beside it, its left edge and the width of its text."""

    head: tuple[str, ...]
    x: float
    width: float
    number: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Lines in a cell that look alike, with a mark left of the first or none."""

    lines: tuple[str, ...]
    style: Style
    indent: float = 0.0
    mark: Ornament | None = None

    @property
    def height(self) -> float:
        """The height of the lines in points."""
        return len(self.lines) * self.style.leading


Cell = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; neighbors with the same `group` print their first cell once."""

    cells: tuple[Cell, ...]
    group: str = ""

    @property
    def height(self) -> float:
        """The height of the tallest cell in points."""
        return max(height_of(cell) for cell in self.cells)


def height_of(cell: Cell) -> float:
    """Return the height of a cell in points."""
    return sum([block.height for block in cell])


# Points between columns. Under 12 a full line and the cell beside it are read as one line by
# programs that take the text out of a page without its tags.
GUTTER = 12.5


def columns(
    sheet: Sheet,
    heads: Sequence[str | tuple[str, ...]],
    shares: Sequence[float],
    *,
    numbers: Sequence[int] = (),
) -> tuple[Column, ...]:
    """Return columns whose `shares` are in percent of the content's width."""
    widths = [sheet.measure * share / sum(shares) for share in shares]
    edges = [sheet.left, *accumulate(widths, initial=sheet.left)][1:]
    last = len(widths) - 1
    return tuple(
        Column(
            (head,) if isinstance(head, str) else head,
            edge,
            width - (GUTTER if n < last else 0),
            numbers[n] if numbers else 0,
        )
        for n, (head, edge, width) in enumerate(zip(heads, edges, widths, strict=False))
    )


class Table:
    """Draws rows under heads; `padding` is above and below the text of a row."""

    def __init__(self, columns: Sequence[Column], *, padding: float = 5.5) -> None:
        """Prepare a table with these columns."""
        self.columns = columns
        self.padding = padding
        self.lines_of_head = max(len(column.head) for column in columns)

    @property
    def head_height(self) -> float:
        """The height of the heads with the rule under them."""
        return self.lines_of_head * styles.COLUMN_HEAD.leading + 2 * _HEAD_PADDING - 1

    def height(self, row: Row) -> float:
        """Return the height of a row with its padding."""
        return row.height + 2 * self.padding

    def opening_height(self, rows: Sequence[Row]) -> float:
        """Return the least that a page must have left for the table to start on it."""
        return self.head_height + sum(self.height(row) for row in rows[:2]) + _END_RULE

    def flow(self, sheet: Sheet, rows: Sequence[Row]) -> None:
        """Draw all rows, on as many pages as it takes."""
        heights = [self.height(row) for row in rows]
        start = 0
        with sheet.document.element(Tag.TABLE):
            while start < len(rows):
                self.draw_head(sheet, repeated=start > 0)
                end = self._end_of_page(heights, start, sheet.room)
                self._draw_rows(sheet, rows[start:end], heights[start:end])
                start = end
                if start < len(rows):
                    sheet.next_page()

    def fitting(self, rows: Sequence[Row], room: float) -> int:
        """Return how many rows fit with the heads into `room` points."""
        room -= self.head_height + _END_RULE
        ends = accumulate(self.height(row) for row in rows)
        return sum(end <= room for end in ends)

    def draw_head(self, sheet: Sheet, *, repeated: bool = False) -> None:
        """Draw the heads and their rule; where they are repeated they are not read again."""
        document = sheet.document
        if repeated:
            with document.artifact():
                for column in self.columns:
                    document.draw(*self._head_shapes(sheet, column))
        else:
            with document.element(Tag.ROW):
                for column in self.columns:
                    with document.element(Tag.HEAD):
                        document.draw(*self._head_shapes(sheet, column))
        sheet.y += self.head_height
        sheet.rule(_HEAD_RULE)

    def _head_shapes(self, sheet: Sheet, column: Column) -> list[Shape]:
        style = styles.COLUMN_HEAD
        bottom = sheet.y + self.head_height - _HEAD_PADDING
        top = bottom - len(column.head) * style.leading
        shapes: list[Shape] = []
        x = column.x
        if column.number:
            radius = _DISC / 2
            middle = (top + bottom) / 2
            number = str(column.number)
            width = sheet.wrapper.width(number, Style(10.5, 12, Weight.BOLD))
            shapes.append(Disc(x + radius, middle, radius, "text"))
            shapes.append(
                Text(x + radius - width / 2, middle + 3.5, number, 10.5, Weight.BOLD, "paper")
            )
            x += _DISC + _DISC_GAP
        for n, line in enumerate(column.head):
            y = top + n * style.leading + styles.baseline(style)
            shapes.append(Text(x, y, line, style.size, style.weight))
        return shapes

    def _end_of_page(self, heights: Sequence[float], start: int, room: float) -> int:
        """Return the row before which the page ends; at least one row goes on each page."""
        end = start
        room -= _END_RULE
        while end < len(heights) and heights[end] <= room:
            room -= heights[end]
            end += 1
        end = max(end, start + 1)
        if len(heights) - end == 1 and end - start > 2:
            end -= 1
        return end

    def _draw_rows(self, sheet: Sheet, rows: Sequence[Row], heights: Sequence[float]) -> None:
        before: Row | None = None
        for row, height in zip(rows, heights, strict=True):
            same = before is not None and bool(row.group) and row.group == before.group
            if before is not None:
                self._rule_between(sheet, same=same, grouped=bool(row.group))
            self._draw_row(sheet, row, skip_first=same)
            sheet.y += height
            before = row
        sheet.rule(_END_RULE)

    def _rule_between(self, sheet: Sheet, *, same: bool, grouped: bool) -> None:
        if same:
            sheet.rule(_ROW_RULE, "hairline", start=self.columns[1].x)
        else:
            sheet.rule(_ROW_RULE, "text" if grouped else "hairline")

    def _draw_row(self, sheet: Sheet, row: Row, *, skip_first: bool) -> None:
        document = sheet.document
        top = sheet.y + self.padding
        with document.element(Tag.ROW):
            for n, (column, cell) in enumerate(zip(self.columns, row.cells, strict=True)):
                if skip_first and n == 0:
                    said = " ".join(map(without_marks, cell[0].lines))
                    with document.element(Tag.CELL, actual=said):
                        continue
                with document.element(Tag.CELL):
                    draw_cell(sheet, cell, column.x, top, column.width)


def draw_cell(sheet: Sheet, cell: Cell, x: float, top: float, width: float) -> None:
    """Draw the blocks of a cell below each other in `width` points."""
    draw, indent = sheet.document.draw, sheet.wrapper.indent
    for block in cell:
        style = block.style
        y = top + styles.baseline(style)
        if block.mark is not None:
            draw(*block.mark(x, top))
        start = x + block.indent
        for line in block.lines:
            left = start + indent(line, style, width - block.indent)
            draw(Text(left, y, line, style.size, style.weight, style.color))
            y += style.leading
        top += block.height
