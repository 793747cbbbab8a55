"""What is noted while the rows of a source are read."""

from collections.abc import Iterable, Mapping
from typing import Any

from workshop.domain.records import Record
from workshop.domain.text import MAX_TEXT_LENGTH, shorten
from workshop.exchange.cells import CellError, count, value_of
from workshop.exchange.columns import Layout
from workshop.exchange.report import Reason, Remark, Skipped
from workshop.exchange.table import Row


class Cells:
    """One row, its cells by field."""

    def __init__(self, row: Row, places: Mapping[str, int]) -> None:
        """Look up cells of a row by the places of fields."""
        self.line = row.line
        self._row = row
        self._places = places

    def get(self, field: str) -> str:
        """Return the cell of a field, blank where the row or the source has none."""
        place = self._places.get(field)
        return self._row.cells[place] if place is not None and place < len(self._row.cells) else ""

    @property
    def first(self) -> str:
        """The first cell with content, whether or not it is that of a field."""
        return next(filter(None, self._row.cells), "")

    def has_any(self, fields: Iterable[str]) -> bool:
        """Tell whether any of the fields has content."""
        return any(self.get(field) for field in fields)

    @property
    def is_blank(self) -> bool:
        """Tell whether no field has content."""
        return not self.has_any(self._places)

    @property
    def is_too_long(self) -> bool:
        """Tell whether a cell holds more than a text may."""
        return any(len(self.get(field)) > MAX_TEXT_LENGTH for field in self._places)


class Journal:
    """The rows that were read and skipped, and what there is to say about others."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.read = 0
        self.replaced = 0
        self._skipped: list[Skipped] = []
        self._remarks: list[Remark] = []

    def rows(self, rows: Iterable[Row], layout: Layout) -> list[Cells]:
        """Count the rows and return those that something can be taken from."""
        kept: list[Cells] = []
        for row in rows:
            self.read += 1
            cells = Cells(row, layout.places)
            if cells.is_blank:
                self.skip(cells.line, Reason.BLANK)
            elif cells.is_too_long:
                self.skip(cells.line, Reason.TOO_LONG, cells.first)
            else:
                self._note_extra_cells(row, layout)
                kept.append(cells)
        return kept

    def _note_extra_cells(self, row: Row, layout: Layout) -> None:
        if layout.header and any(row.cells[len(layout.header) :]):
            text = (
                f"has {len(row.cells)} cells, the header {len(layout.header)}; the rest is left out"
            )
            self.remark(text, row.line)

    def skip(self, line: int, reason: Reason, text: str = "") -> None:
        """Note a row that is not added."""
        self._skipped.append(Skipped(line, reason, shorten(text, 120)))

    def remark(self, text: str, line: int | None = None) -> None:
        """Note something to know."""
        self._remarks.append(Remark(text, line))

    def value(self, cells: Cells, column: str, kind: type[Record], field: str) -> Any:
        """Return the value of a cell; None where it is blank, or holds none and that is noted."""
        cell = cells.get(column)
        if not cell:
            return None
        try:
            return value_of(kind, field, cell)
        except CellError as error:
            self.refuse_cell(cells, column, error)
            return None

    def number(self, cells: Cells, column: str) -> int | None:
        """Return the count in a cell; None where it is blank, or holds none and that is noted."""
        try:
            return count(cells.get(column)) if cells.get(column) else None
        except CellError as error:
            self.refuse_cell(cells, column, error)
            return None

    def refuse_cell(self, cells: Cells, column: str, error: CellError) -> None:
        """Note a cell that is left out."""
        self.remark(f"{column} “{shorten(cells.get(column))}” {error}; it is left out", cells.line)

    def values(self, cells: Cells, kind: type[Record], fields: Mapping[str, str]) -> dict[str, Any]:
        """Return the values of those columns that have one, by record field."""
        found = {field: self.value(cells, column, kind, field) for column, field in fields.items()}
        return {field: value for field, value in found.items() if value is not None}

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rows that are not added, by line."""
        return tuple(sorted(self._skipped, key=lambda skipped: skipped.line))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What there is to say, by line, and first what concerns the whole source."""
        return tuple(sorted(self._remarks, key=lambda remark: remark.line or 0))
