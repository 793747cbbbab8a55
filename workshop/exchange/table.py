"""From text to rows of cells, each with the line it starts on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from workshop.domain.text import clean
from workshop.exchange.formulas import without_guard

DELIMITERS = (",", ";", "\t", "|")
_NONE = "\x1f"  # for a list of one column: a separator that no text may hold
_SAMPLE_ROWS = 200
CONSISTENT = 0.8
"""The share of rows that makes what they have in common a rule."""
_LINE_END = re.compile("\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one record, clean and without outer spaces."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether there is nothing in it."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a text, and whether a quotation mark in it is never closed."""

    rows: tuple[Row, ...]
    open_quote: bool = False


def read_lines(text: str) -> Table:
    """Return a table of one column, a row for each line."""
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    rows = (Row(n, (clean(line).strip(),)) for n, line in enumerate(lines, start=1))
    return Table(tuple(rows))


def read_table(text: str, is_column: Callable[[str], bool]) -> Table:
    """Return the rows of a table; `is_column` knows the names that a header can have."""
    return read_cells(text, find_delimiter(text, is_column))


def read_cells(text: str, delimiter: str) -> Table:
    """Return the rows of a text whose cells are apart by a delimiter."""
    rows = _records(text, delimiter, csv.QUOTE_MINIMAL)
    open_quote = _ends_in_quotes(text, delimiter)
    if open_quote:
        rows = _records(text, delimiter, csv.QUOTE_NONE)
    return Table(
        tuple(Row(line, tuple(map(_clean_cell, cells))) for line, cells in rows), open_quote
    )


def find_delimiter(text: str, is_column: Callable[[str], bool]) -> str:
    """Return what separates the cells of a text: the separator that most rows agree on.

    A header decides at once. Without one a separator must cut nearly all rows into as many cells,
    and a comma before a space is taken as prose.
    """
    best, best_score = _NONE, (0, 0.0, 0)
    for delimiter in DELIMITERS:
        sample = _records(text, delimiter, csv.QUOTE_MINIMAL, _SAMPLE_ROWS)
        rows = [cells for _, cells in sample if any(cell.strip() for cell in cells)]
        if not rows or delimiter not in text:
            continue
        known = sum(map(is_column, rows[0])) if len(rows[0]) > 1 else 0
        width, count = Counter(map(len, rows)).most_common(1)[0]
        share = count / len(rows)
        is_table = width > 1 and share >= CONSISTENT and not _is_prose(rows)
        if (known or is_table) and (known, share, width) > best_score:
            best, best_score = delimiter, (known, share, width)
    return best


def _is_prose(rows: list[list[str]]) -> bool:
    """Tell whether most separators stand before a space, as commas in sentences do."""
    behind = [cell for row in rows for cell in row[1:]]
    return sum(cell.startswith(" ") for cell in behind) > len(behind) / 2


def _records(
    text: str, delimiter: str, quoting: Literal[0, 3], most: int | None = None
) -> list[tuple[int, list[str]]]:
    """Return the records, at most `most`, each with the number of its first line."""
    found: list[tuple[int, list[str]]] = []
    with _fields_of_any_size(len(text)):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
        line = 1
        for cells in islice(reader, most):
            found.append((line, cells))
            line = reader.line_num + 1
    return found


def _ends_in_quotes(text: str, delimiter: str) -> bool:
    """Tell whether the text ends within quotation marks: one more row then joins the last."""
    if '"' not in text:
        return False
    _, last = _records(f"{text}\n{_NONE}end", delimiter, csv.QUOTE_MINIMAL)[-1]
    return "".join(last) not in {f"{_NONE}end", "end"}


@contextmanager
def _fields_of_any_size(size: int) -> Iterator[None]:
    """Lift the limit of the csv module, which is one for the whole program, for a while."""
    limit = csv.field_size_limit(size + 1024)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _clean_cell(cell: str) -> str:
    return without_guard(clean(cell).strip()).strip()
