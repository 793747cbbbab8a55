"""The recent files as a list."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.ui.start.recents import Recent, unread

Index = QModelIndex | QPersistentModelIndex

RECENT_ROLE = Qt.ItemDataRole.UserRole


class RecentModel(QAbstractListModel):
    """One row a file, newest first; what is in them comes as it is read."""

    def __init__(self, paths: Sequence[Path], parent: QObject | None = None) -> None:
        """Show the files by their names."""
        super().__init__(parent)
        self._rows = [unread(path) for path in paths]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of files."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the path as a tooltip, all of it for screen readers."""
        if not index.isValid():
            return None
        recent = self._rows[index.row()]
        if role == RECENT_ROLE:
            return recent
        if role == Qt.ItemDataRole.DisplayRole:
            return recent.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{recent.title}. {recent.state} {recent.path}"
        return None

    def recent(self, row: int) -> Recent:
        """Return the file of a row."""
        return self._rows[row]

    def follow(self, recent: Recent) -> None:
        """Take what was read of a file."""
        for row, each in enumerate(self._rows):
            if each.path == recent.path:
                self._rows[row] = recent
                self.dataChanged.emit(self.index(row), self.index(row))

    def forget(self, row: int) -> None:
        """Take a file out of the list."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def crashed(self) -> Recent | None:
        """Return the newest file whose program ended without closing it, or None."""
        found = [each for each in self._rows if each.drafts is not None]
        return max(found, key=_changed_at, default=None)


def _changed_at(recent: Recent) -> float:
    return recent.changed_at.timestamp() if recent.changed_at else 0.0
