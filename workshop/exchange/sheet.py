"""Cells copied from a spreadsheet, without a header: their order tells what they hold."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from workshop.exchange.cells import CellError, hours
from workshop.exchange.columns import Kind, Layout, Names, has_words, unused_columns
from workshop.exchange.list_marks import list_marks
from workshop.exchange.table import CONSISTENT, Row, Table, read_cells

# What the columns hold, in the order of the form: words, then figures.
_IN_ORDER: Mapping[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.ACTIVITIES: (("activity", "unit"), ("hours_per_week",)),
    Kind.PARTICIPANTS: (("name", "role", "unit"), ()),
}
_DASHES = {"-", "\u2013", "\u2014"}  # how people say that a cell is blank


def read_sheet(text: str) -> Table | None:
    """Return the rows of cells copied from a spreadsheet; None where they are no such cells."""
    table = read_cells(text, "\t")
    marks = list_marks(text)
    rows = _without_column_of_marks([_plain(row, marks) for row in table.rows])
    filled = [row for row in rows if not row.is_blank]
    in_columns = sum(len(row.cells) > 1 for row in filled)
    is_sheet = filled and in_columns >= CONSISTENT * len(filled)
    return Table(tuple(rows), table.open_quote) if is_sheet else None


def _plain(row: Row, marks: re.Pattern[str]) -> Row:
    """Return a row without the mark that it begins with, and blank where it has a dash alone."""
    first, *others = row.cells or ("",)
    mark = marks.match(f"{first}\t")
    first = first[mark.end() :].strip() if mark else first
    return Row(row.line, (first, *("" if cell in _DASHES else cell for cell in others)))


def _without_column_of_marks(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows without their first column, where only headings stand in it by themselves.

    A list is copied with its marks in a column of their own; they are blank by now.
    """
    if any(row.cells[0] and any(row.cells[1:]) for row in rows):
        return rows
    return [Row(row.line, row.cells[1:]) if any(row.cells[1:]) else row for row in rows]


def lay_out_sheet(rows: Sequence[Row], names: Names) -> Layout | None:
    """Return the layout of a sheet without a header, by the order of its columns.

    The first column of words is the main one. None where there is none, or no order is known.
    """
    width = max((len(row.cells) for row in rows), default=0)
    cells = [[row.cells[n] for row in rows if n < len(row.cells)] for n in range(width)]
    first = next((place for place in range(width) if any(map(has_words, cells[place]))), None)
    if names.kind not in _IN_ORDER or first is None:
        return None
    words, figures = _IN_ORDER[names.kind]
    # Where figures can stand between words, a blank column may be either and has no place.
    columns = [n for n in range(first, width) if any(cells[n]) or not figures]
    counting = [n for n in columns if figures and _are_figures(cells[n])]
    saying = [n for n in columns if n not in counting]
    places = dict(zip(words, saying, strict=False)) | dict(zip(figures, counting, strict=False))
    return Layout(places, None, unused_columns(rows, None, places.values()))


def _are_figures(cells: Iterable[str]) -> bool:
    """Tell whether most cells that hold something are hours; what the others say is told then."""
    filled = [cell for cell in cells if cell]
    return sum(map(_is_figure, filled)) > len(filled) / 2


def _is_figure(cell: str) -> bool:
    with suppress(CellError):
        hours(cell)
        return True
    return False
