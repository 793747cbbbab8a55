"""The two lists of the room, parking lot and excuse log, to edit and settle."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import ExcuseState
from workshop.domain.records import Excuse, ParkingLotItem
from workshop.ui.bridge import Bridge

Index = QModelIndex | QPersistentModelIndex
Item = Excuse | ParkingLotItem
Kind = type[Excuse] | type[ParkingLotItem]


class RoomListModel(QAbstractListModel):
    """Open ones first; a tick settles one, and its text is edited in place."""

    def __init__(self, bridge: Bridge, kind: Kind, parent: QObject | None = None) -> None:
        """Follow one kind of record of a session."""
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._items: list[Item] = self._read()
        bridge.changed.connect(self._follow)

    def _read(self) -> list[Item]:
        found: Sequence[Item] = list(self._bridge.state.all(self._kind))
        return sorted(found, key=lambda item: (is_settled(item), item.id))

    def item(self, row: int) -> Item:
        """Return what stands in a row."""
        return self._items[row]

    @property
    def open_count(self) -> int:
        """How many are not settled."""
        return sum(not is_settled(item) for item in self._items)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the text be edited, and all be ticked but what a commitment has ended."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        found |= Qt.ItemFlag.ItemIsEditable
        if not _is_removed(self._items[index.row()]):
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the tick, or how it reads aloud."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        ended = " (ended by a commitment)" if _is_removed(item) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{item.text}{ended}"
            case Qt.ItemDataRole.EditRole:
                return item.text
            case Qt.ItemDataRole.CheckStateRole:
                on = is_settled(item)
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                state = "settled" if is_settled(item) else "open"
                return f"{item.text}{ended}. {state}. {index.row() + 1} of {len(self._items)}."
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep another text, or settle and open again; False where it was refused."""
        item = self._items[index.row()]
        values: dict[str, object]
        if role == Qt.ItemDataRole.EditRole:
            values = {"text": str(value).strip()}
        elif role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) is Qt.CheckState.Checked
            state = ExcuseState.ACCEPTED if on else ExcuseState.OPEN
            values = {"state": state} if isinstance(item, Excuse) else {"settled": on}
        else:
            return False
        return self._bridge.execute(EditRecord(self._kind, item.id, values)) is not None

    def _follow(self, change_set: ChangeSet) -> None:
        if not any(change.kind is self._kind for change in change_set.changes):
            return
        wanted = self._read()
        ids = {item.id for item in wanted}
        for row in reversed(range(len(self._items))):
            if self._items[row].id not in ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._items[row]
                self.endRemoveRows()
        for row, item in enumerate(wanted):
            self._put(row, item)

    def _put(self, row: int, item: Item) -> None:
        at = next((n for n, each in enumerate(self._items) if each.id == item.id), None)
        if at is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._items.insert(row, item)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
            self._items.insert(row, self._items.pop(at))
            self.endMoveRows()
        if self._items[row] != item:
            self._items[row] = item
            self.dataChanged.emit(self.index(row), self.index(row))


def is_settled(item: Item) -> bool:
    """Tell whether an item needs nothing more."""
    return item.settled if isinstance(item, ParkingLotItem) else item.state is not ExcuseState.OPEN


def _is_removed(item: Item) -> bool:
    return isinstance(item, Excuse) and item.state is ExcuseState.REMOVED
