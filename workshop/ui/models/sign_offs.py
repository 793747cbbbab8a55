"""The sign-off list."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.deal import Sign
from workshop.domain.dates import session_day, short_day
from workshop.domain.records import SignOff
from workshop.domain.text import one_line
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel

Index = QModelIndex | QPersistentModelIndex

NOTE_ROLE = Qt.ItemDataRole.UserRole
DAY_ROLE = Qt.ItemDataRole.UserRole + 1


class SignOffModel(ArrangedModel):
    """One row a signer, with a box to check when that one has signed."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the list once; then follow."""
        self._bridge = bridge
        super().__init__([each.id for each in bridge.state.all(SignOff)], parent)
        bridge.changed.connect(self._follow)

    @property
    def signed(self) -> int:
        """How many have signed."""
        return sum(each.signed_on is not None for each in self._bridge.state.all(SignOff))

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return name, role, day, check, and what a screen reader says."""
        line = self._bridge.state.get(SignOff, self.id_at(index.row())) if index.isValid() else None
        if line is None:
            return None
        day = short_day(line.signed_on) if line.signed_on else ""
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if day else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            when = f"signed on {day}" if day else "not signed"
            return ", ".join(filter(None, (one_line(line.name), one_line(line.role), when)))
        values = {
            int(Qt.ItemDataRole.DisplayRole): one_line(line.name),
            int(NOTE_ROLE): one_line(line.role),
            int(DAY_ROLE): day,
        }
        return values.get(int(role))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a signature, or take it back; False where it was refused."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_on = Qt.CheckState(value) is Qt.CheckState.Checked
        day = session_day(self._bridge.state.facts) if is_on else None
        return self._bridge.execute(Sign(self.id_at(index.row()), day)) is not None

    def _follow(self, change_set: ChangeSet) -> None:
        changed = [change.id for change in change_set.changes if change.kind is SignOff]
        if not changed:
            return
        self.arrange([each.id for each in self._bridge.state.all(SignOff)])
        for key in changed:
            row = self.row_of(key)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
