"""The deal as a table: pairs first, then whatever has no other side."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.dates import short_day
from workshop.domain.deal import Deal
from workshop.domain.records import (
    Activity,
    Commitment,
    Excuse,
    Pledge,
    PledgeReturn,
    Record,
    SessionFacts,
)
from workshop.domain.text import one_line, shorten
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole

_SHOWN_BY = {Commitment, Excuse, Pledge, PledgeReturn, Activity, SessionFacts}


class Side(IntEnum):
    """The columns."""

    LEADER = 0
    BETWEEN = 1
    TEAM = 2


class Look(Enum):
    """How a cell is drawn."""

    BLANK = "blank"
    HEAD = "head"
    PAIRED = "paired"
    GOES_ON = "goes on"  # a commitment that has another pledge above
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a record, the excuses that a commitment ends, or the words of a head.

    `says` is what a screen reader says.
    """

    look: Look = Look.BLANK
    record: Commitment | Excuse | Pledge | None = None
    excuses: tuple[Excuse, ...] = ()
    words: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, with a key of its own."""

    key: tuple[str, int, int]
    left: Cell = Cell()
    right: Cell = Cell()

    @property
    def is_pair(self) -> bool:
        """Whether both sides hold each other."""
        return self.left.record is not None and self.right.look is Look.PAIRED


class DealModel(ArrangedModel):
    """Follows the session; a row stays what it is while rows come and go around it."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the deal once; then follow."""
        self._bridge = bridge
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._rows: dict[int, Row] = {}
        self.deal = Deal.of(bridge.view)
        super().__init__([], parent)
        self._take()
        bridge.changed.connect(self._follow)

    def _take(self) -> None:
        self.deal = Deal.of(self._bridge.view)
        before = self._rows
        numbered = {
            self._numbers.setdefault(row.key, len(self._numbers)): row for row in _rows(self.deal)
        }
        self._rows = {**before, **numbered}
        self.arrange([*numbered])
        self._rows = numbered
        for number, row in numbered.items():
            at = self.row_of(number)
            if at is not None and before.get(number) not in (None, row):
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(Side) - 1))

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind in _SHOWN_BY for change in change_set.changes):
            self._take()

    def row(self, at: int) -> Row:
        """Return a row."""
        return self._rows[self.id_at(at)]

    def cell(self, index: Index) -> Cell:
        """Return what stands in a cell."""
        row = self.row(index.row())
        between = Cell(Look.PAIRED if row.is_pair else Look.BLANK)
        return (row.left, between, row.right)[index.column()]

    def record_at(self, index: Index) -> Record | None:
        """Return the record of a cell, or None."""
        return self.cell(index).record if index.isValid() else None

    def index_of(self, record: Record) -> QModelIndex:
        """Return the first cell that stands for a record; an invalid index where none does."""
        for at in range(self.rowCount()):
            for side in (Side.LEADER, Side.TEAM):
                found = self.record_at(self.index(at, side))
                if isinstance(found, type(record)) and found.id == record.id:
                    return self.index(at, side)
        return QModelIndex()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return both sides, and what is between them."""
        return 0 if parent is not None and parent.isValid() else len(Side)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only what stands for a record be chosen."""
        if not index.isValid() or self.cell(index).record is None:
            return Qt.ItemFlag.NoItemFlags
        if self.cell(index).look is Look.GOES_ON:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the cell, its text, what a screen reader says."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        text = one_line(cell.record.text) if cell.record is not None else cell.words
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return shorten(text, 400) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.says
        return None


def _rows(deal: Deal) -> Iterator[Row]:
    for pair in deal.pairs:
        for n, pledge in enumerate(pair.pledges or (None,)):
            left = Cell(
                Look.GOES_ON if n else Look.PAIRED,
                pair.commitment,
                () if n else pair.excuses,
                says=_says_commitment(pair.commitment, pair.excuses),
            )
            right = Cell(words=_NO_PLEDGE, look=Look.BLANK)
            if pledge is not None:
                right = Cell(Look.PAIRED, pledge, says=_says_pledge(pledge, pair.commitment))
            yield Row(("pair", pair.commitment.id, pledge.id if pledge else 0), left, right)
    yield from _loose(deal)


def _loose(deal: Deal) -> Iterator[Row]:
    """Yield what has no other side: excuses beside pledges, then commitments."""
    excuses, pledges = deal.loose_excuses, deal.loose_pledges
    if excuses or pledges:
        yield Row(
            ("head", 0, 0),
            Cell(Look.HEAD, words="Excuses nothing removes yet" if excuses else ""),
            Cell(Look.HEAD, words="Pledges with nothing in return" if pledges else ""),
        )
    for n in range(max(len(excuses), len(pledges))):
        left, right = Cell(), Cell()
        if n < len(excuses):
            said = f"Excuse: {one_line(excuses[n].text)}. Nothing removes it yet."
            left = Cell(Look.LOOSE, excuses[n], says=said)
        if n < len(pledges):
            right = Cell(Look.LOOSE, pledges[n], says=_says_pledge(pledges[n], None))
        yield Row(("loose", n, 0), left, right)
    if deal.loose_commitments:
        yield Row(("head", 1, 0), Cell(Look.HEAD, words="Commitments that stand alone"))
    for commitment in deal.loose_commitments:
        said = f"Commitment: {one_line(commitment.text)}. It ends no excuse and has no pledge."
        yield Row(("alone", commitment.id, 0), Cell(Look.LOOSE, commitment, says=said))


_NO_PLEDGE = "No pledge in return yet"


def _says_commitment(commitment: Commitment, excuses: tuple[Excuse, ...]) -> str:
    ends = "".join(f" Ends the excuse: {one_line(each.text)}." for each in excuses)
    return f"Commitment: {one_line(commitment.text)}.{ends}"


def _says_pledge(pledge: Pledge, commitment: Commitment | None) -> str:
    due = f", by {short_day(pledge.due)}" if pledge.due else ""
    figures = figures_of(pledge)
    what = f": {figures}" if figures else ""
    given = f"In return for: {one_line(commitment.text)}" if commitment else "Nothing in return"
    return f"Pledge: {one_line(pledge.text)}{what}{due}. {given}."


def figures_of(pledge: Pledge) -> str:
    """Return "from 94 to 30 days", or the one that is given; blank where neither is."""
    start, end = one_line(pledge.baseline), one_line(pledge.target)
    if start and end:
        return f"from {start} to {end}"
    return start or end
