"""The inventory as a table: one row a process, one column a question."""

from collections import Counter
from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import Change, ChangeSet
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import Activity, Commitment, Feedback, PrivateAnswers, Process
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel
from workshop.ui.models.entries import SORT_KEYS, Cell, Column, Entry, brief, cell_of, said
from workshop.words import words

Index = QModelIndex | QPersistentModelIndex

# As numbers, since `data` is called for every role of every cell and enums compare slowly.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
_HORIZONTAL = Qt.Orientation.Horizontal
_TOOL_TIP_LENGTH = 1000

_PARTS: tuple[type, ...] = (PrivateAnswers, Feedback, Activity, Commitment)


def column_title(column: Column) -> str:
    """Return what a column is called."""
    if column.is_question:
        return words().questions[column - 1].short
    return column.name.capitalize()


class ProcessModel(ArrangedModel):
    """Follows the processes of a session, in the order of the inventory or sorted, all or found.

    Sorting and finding hold until they are asked for again: a row neither jumps nor vanishes
    while it is being answered.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the inventory once; from then on follow what changes."""
        self._bridge = bridge
        state = bridge.state
        self._voices = Counter(each.process_id for each in state.all(Feedback))
        self._promised = Counter(each.process_id for each in state.all(Commitment))
        self._entries = {process.id: self._entry(process) for process in state.processes()}
        self._answered = sum(map(_is_done, self._entries.values()))
        self._order = list(self._entries)
        self._sorted_by: Column | None = None
        self._descending = False
        self._needle = ""
        self._hidden: set[int] = set()
        self._private_shown = False
        self._live: int | None = None
        super().__init__(list(self._order), parent)
        bridge.changed.connect(self._follow)

    def _entry(self, process: Process) -> Entry:
        state = self._bridge.state
        activities = state.activities_of(process.id)
        return Entry(
            process,
            state.get(PrivateAnswers, process.id),
            self._voices[process.id],
            sum(card.hours_per_week or 0.0 for card in activities),
            self._promised[process.id],
        )

    # What views ask

    def columnCount(self, parent: object = None) -> int:
        """Return the number of columns."""
        return 0 if isinstance(parent, QModelIndex) and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the words of a cell, for the eye, the ear or a tool tip."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._words(index.row(), Column(index.column()))
        if role == _ACCESSIBLE_TEXT:
            return self._spoken(index.row(), Column(index.column()))
        if role == _TOOL_TIP:
            return self._tool_tip(index.row(), Column(index.column()))
        return None

    def _words(self, row: int, column: Column) -> str:
        entry = self.entry_at(row)
        if column is Column.PROCESS:
            return brief(entry.process.name)
        if column is Column.TRIAGE:
            return entry.triage.value if entry.triage else ""
        return self.cell(row, column).answer

    def _spoken(self, row: int, column: Column) -> str:
        entry = self.entry_at(row)
        title = "" if column is Column.PROCESS else f" {column_title(column)}."
        answer = said(entry, column, private_shown=self._private_shown)
        return f"{brief(entry.process.name)}.{title} {answer}"

    def _tool_tip(self, row: int, column: Column) -> str:
        entry = self.entry_at(row)
        texts = {
            Column.PROCESS: entry.process.name,
            Column.PROBLEM: entry.process.fix,
            Column.OWNER: entry.process.owner,
            Column.TRIAGE: said(entry, column, private_shown=False) if entry.triage else "",
        }
        text = texts.get(column, "")[:_TOOL_TIP_LENGTH]
        # A tool tip that looks like markup would be read as such; this one is, and says so.
        return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return what a column is called."""
        if role == _DISPLAY and orientation == _HORIZONTAL and section < len(Column):
            return column_title(Column(section))
        return None

    def entry_at(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._entries[self._ids[row]]

    def entry(self, process_id: int) -> Entry | None:
        """Return the entry of a process, shown or not."""
        return self._entries.get(process_id)

    def cell(self, row: int, column: Column) -> Cell:
        """Return what a question shows in a row."""
        return cell_of(self.entry_at(row), column, private_shown=self._private_shown)

    @property
    def total(self) -> int:
        """The number of processes, shown or not."""
        return len(self._entries)

    @property
    def answered(self) -> int:
        """The number of processes of which all five questions are answered."""
        return self._answered

    def next_open(self, row: int, column: int) -> tuple[int, Column] | None:
        """Return the next question that is not answered, going on from the top, or None."""
        count = len(self._ids)
        for step in range(count + 1):
            at = (row + step) % count if count else 0
            answered = self.entry_at(at).answered if count else ()
            for question, done in enumerate(answered, start=1):
                if not done and (step > 0 or question > column):
                    return at, Column(question)
        return None

    # What the facilitator chooses to see

    @property
    def private_shown(self) -> bool:
        """Whether cells show what only the facilitator may see."""
        return self._private_shown

    def show_private(self, on: bool) -> None:
        """Show the private answers, or hide them."""
        if on != self._private_shown:
            self._private_shown = on
            self._tell_rows(0, len(self._ids) - 1, Column.OWNER, Column.OWNER)

    @property
    def live(self) -> int | None:
        """The process that is on the wall."""
        return self._live

    def set_live(self, process_id: int | None) -> None:
        """Mark the process that is on the wall."""
        before, self._live = self._live, process_id
        for each in (before, process_id):
            if each is not None and before != process_id:
                self._tell(each)

    @property
    def sorted_by(self) -> Column | None:
        """The column that the rows are sorted by; None in the order of the inventory."""
        return self._sorted_by

    @property
    def is_descending(self) -> bool:
        """Whether the rows are sorted from last to first."""
        return self._descending

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the order of the inventory."""
        self._sorted_by = Column(column) if column >= 0 else None
        self._descending = column >= 0 and order == Qt.SortOrder.DescendingOrder
        self._order = self._bridge.state.ranking.ids(INVENTORY)
        if self._sorted_by is not None:
            keys = self._keys(self._order)
            self._order.sort(key=keys.__getitem__, reverse=self._descending)
        self._show()

    def _keys(self, ids: list[int]) -> dict[int, Any]:
        assert self._sorted_by is not None
        key, entries = SORT_KEYS[self._sorted_by], self._entries
        return {each: key(entries[each]) for each in ids}

    def inventory_after(self, process_id: int) -> int | None:
        """Return the process behind another in the order of the inventory, or None at its end."""
        inventory = self._bridge.state.ranking.ids(INVENTORY)
        at = inventory.index(process_id) + 1
        return inventory[at] if at < len(inventory) else None

    def find(self, text: str) -> None:
        """Show the processes that have a text in their name or in their public answers."""
        self._needle = " ".join(text.split()).casefold()
        needle, entries = self._needle, self._entries
        self._hidden = {key for key in self._order if needle not in entries[key].haystack}
        self._show()

    def _show(self) -> None:
        hidden = self._hidden
        self.arrange([key for key in self._order if key not in hidden])

    # What has changed

    def _follow(self, change_set: ChangeSet) -> None:
        touched: set[int] = set()
        is_placed = False
        for change in change_set.changes:
            touched |= self._touched(change)
            is_placed = is_placed or _moves(change)
        shown = {key for key in touched if key in self._row_of}
        self._renew(touched)
        if is_placed:
            self._place()
        for key in shown:
            self._tell(key)

    def _touched(self, change: Change) -> set[int]:
        """Return the processes that a change is about, after counting what it counts."""
        if change.kind is Process:
            return {change.id}
        if change.kind not in _PARTS:
            return set()
        name = "id" if change.kind is PrivateAnswers else "process_id"
        found: set[int] = set()
        for image, by in ((change.before, -1), (change.after, 1)):
            key = getattr(image, name) if image is not None else None
            if key is not None:
                found.add(key)
                if isinstance(image, Feedback):
                    self._voices[key] += by
                elif isinstance(image, Commitment):
                    self._promised[key] += by
        return found

    def _renew(self, touched: set[int]) -> None:
        """Take the entries anew; those that leave stay until their rows are gone."""
        state = self._bridge.state
        for key in touched:
            process = state.get(Process, key)
            before = self._entries.get(key)
            self._answered -= before is not None and _is_done(before)
            if process is not None and not process.set_aside:
                self._entries[key] = self._entry(process)
                self._answered += _is_done(self._entries[key])

    def _place(self) -> None:
        inventory = self._bridge.state.ranking.ids(INVENTORY)
        present = set(inventory)
        before = set(self._order)
        new = [key for key in inventory if key not in before]
        self._hidden -= before - present
        self._hidden |= {key for key in new if self._needle not in self._entries[key].haystack}
        if self._sorted_by is None:
            self._order = inventory
        else:  # what is new comes last until it is sorted again
            self._order = [*(key for key in self._order if key in present), *new]
        self._show()
        for key in before - present:
            del self._entries[key]

    def _tell(self, process_id: int) -> None:
        row = self._row_of.get(process_id)
        if row is not None:
            self._tell_rows(row, row, Column.PROCESS, Column.TRIAGE)

    def _tell_rows(self, first: int, last: int, left: Column, right: Column) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, left), self.index(last, right))


def _is_done(entry: Entry) -> bool:
    return all(entry.answered)


def _moves(change: Change) -> bool:
    """Tell whether a change alters which processes the inventory has, or their order."""
    before, after = change.before, change.after
    if not isinstance(before, Process) or not isinstance(after, Process):
        return change.kind is Process
    return (before.position, before.set_aside) != (after.position, after.set_aside)
