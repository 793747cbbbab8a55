"""What is left to do in the commit phase: processes to decide, commitments that lack something."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import CommitmentStatus
from workshop.domain.readiness import lacks
from workshop.domain.records import Commitment, Process, Record
from workshop.domain.triage import decision_of
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel

Index = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole

_SETTLED = {CommitmentStatus.KEPT, CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN}


class _RecordList(ArrangedModel):
    """One column of records that are known by id."""

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def _update(self, change_set: ChangeSet, kind: type[Record], target: list[int]) -> None:
        self.arrange(target)
        for change in change_set.changes:
            row = self.row_of(change.id) if change.kind is kind else None
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))


class QueueModel(_RecordList):
    """The processes that the room has yet to decide about, or all; in the order of the inventory.

    The one that is worked on stays until another one is, though it was decided meanwhile.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Begin with those to decide."""
        self._bridge = bridge
        self._shows_all = False
        self._held: int | None = None
        super().__init__([], parent)
        self.arrange(self._target())
        bridge.changed.connect(self._follow)

    @property
    def to_decide(self) -> int:
        """How many are yet to be decided about."""
        return sum(process.triage is None for process in self._bridge.state.processes())

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._bridge.state.processes())

    def show_all(self, on: bool) -> None:
        """Show all, or those to decide."""
        self._shows_all = on
        self.arrange(self._target())

    def hold(self, process_id: int | None) -> None:
        """Keep a process in the list while it is worked on."""
        self._held = process_id
        self.arrange(self._target())

    def _target(self) -> list[int]:
        return [
            process.id
            for process in self._bridge.state.processes()
            if self._shows_all or process.triage is None or process.id == self._held
        ]

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Process for change in change_set.changes):
            self._update(change_set, Process, self._target())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the process, what a screen reader says."""
        if not index.isValid():
            return None
        process = self._bridge.state.get(Process, self.id_at(index.row()))
        if process is None:
            return None
        if role == RECORD_ROLE:
            return process
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return process.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            decided = decision_of(process) or "to decide"
            return f"{process.name}. {decided}. {index.row() + 1} of {self.rowCount()}."
        return None


class UnreadyModel(_RecordList):
    """The commitments that still lack something, oldest first."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the commitments once; then follow."""
        self._bridge = bridge
        super().__init__([], parent)
        self.arrange(self._target())
        bridge.changed.connect(self._follow)

    def _target(self) -> list[int]:
        commitments = self._bridge.state.all(Commitment)
        return [each.id for each in commitments if each.status not in _SETTLED and lacks(each)]

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Commitment for change in change_set.changes):
            self._update(change_set, Commitment, self._target())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the commitment, what a screen reader says."""
        if not index.isValid():
            return None
        found = self._bridge.state.get(Commitment, self.id_at(index.row()))
        if found is None:
            return None
        if role == RECORD_ROLE:
            return found
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return found.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.text}. {lacking(found)}."
        return None


def lacking(commitment: Commitment) -> str:
    """Return what a commitment lacks in words: "no owner, no date"."""
    return ", ".join(f"no {lack.value}" for lack in lacks(commitment))
