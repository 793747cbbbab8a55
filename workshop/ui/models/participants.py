"""The people in the room as a table."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import ParticipantKind
from workshop.domain.records import Participant
from workshop.domain.text import one_line
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel

Index = QModelIndex | QPersistentModelIndex


class Who(IntEnum):
    """The columns."""

    NAME = 0
    ROLE = 1
    UNIT = 2
    KIND = 3

    @property
    def field(self) -> str:
        """The field of the record."""
        return self.name.lower()


class ParticipantModel(ArrangedModel):
    """One row a person, in the order in which they were added; every cell can be edited."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the people once; then follow."""
        self._bridge = bridge
        super().__init__([each.id for each in bridge.state.all(Participant)], parent)
        bridge.changed.connect(self._follow)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of fields."""
        return 0 if parent is not None and parent.isValid() else len(Who)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a field."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return Who(section).field.capitalize()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and what a screen reader says."""
        if not index.isValid():
            return None
        person = self._bridge.state.get(Participant, self.id_at(index.row()))
        if person is None:
            return None
        column = Who(index.column())
        value = getattr(person, column.field)
        text = value.value if isinstance(value, ParticipantKind) else value
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return text.capitalize() if column is Who.KIND else one_line(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one_line(person.name)}. {column.field.capitalize()}. {text or 'not given'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was typed into a cell; False where it was refused."""
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        column = Who(index.column())
        kept = ParticipantKind(value) if column is Who.KIND else str(value).strip()
        command = EditRecord(Participant, self.id_at(index.row()), {column.field: kept})
        return self._bridge.execute(command) is not None

    def _follow(self, change_set: ChangeSet) -> None:
        changed = [change.id for change in change_set.changes if change.kind is Participant]
        if not changed:
            return
        self.arrange([each.id for each in self._bridge.state.all(Participant)])
        for key in changed:
            row = self.row_of(key)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Who) - 1))
