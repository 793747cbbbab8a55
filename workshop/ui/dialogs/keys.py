"""Every action with its keys, to look up (F1)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from workshop.ui.actions import ActionSpec, Menu
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import FocusRing
from workshop.ui.ring_delegate import RingDelegate
from workshop.ui.theme import bold
from workshop.ui.widgets import button, column, label, row

Index = QModelIndex | QPersistentModelIndex

_COLUMNS = ("Keys", "What they do", "Menu")


class KeysModel(QAbstractTableModel):
    """One row an action, by menu; a search leaves those that contain all of its words."""

    def __init__(self, specs: Sequence[ActionSpec]) -> None:
        """Show the actions in the order of the menus; what two pages share is one row."""
        super().__init__()
        order = list(Menu)
        different = {_cells(spec): spec for spec in specs}.values()
        self._all = sorted(different, key=lambda spec: order.index(spec.menu))
        self._rows = self._all

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of actions that are found."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return keys, words and menu."""
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self._rows[index.row()])[index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        return None

    def search(self, text: str) -> None:
        """Leave the actions that contain all words of a text."""
        words = text.casefold().split()
        wanted = [spec for spec in self._all if _contains(spec, words)]
        for row_ in reversed(range(len(self._rows))):
            if self._rows[row_] not in wanted:
                self.beginRemoveRows(QModelIndex(), row_, row_)
                self._rows = [*self._rows[:row_], *self._rows[row_ + 1 :]]
                self.endRemoveRows()
        for row_, spec in enumerate(wanted):
            if row_ >= len(self._rows) or self._rows[row_] is not spec:
                self.beginInsertRows(QModelIndex(), row_, row_)
                self._rows = [*self._rows[:row_], spec, *self._rows[row_:]]
                self.endInsertRows()


def _cells(spec: ActionSpec) -> tuple[str, str, str]:
    return (shown_keys(spec), spec.text.removesuffix("…"), spec.menu.value)


def _contains(spec: ActionSpec, words: Sequence[str]) -> bool:
    haystack = " ".join(_cells(spec)).casefold()
    return all(word in haystack for word in words)


def shown_keys(spec: ActionSpec) -> str:
    """Return the keys of an action as the keyboard names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ",  ".join(QKeySequence(key).toString(native) for key in spec.keys)


class KeysDialog(QDialog):
    """A list to search by typing."""

    def __init__(
        self, dress: Dress, specs: Sequence[ActionSpec], parent: QWidget | None = None
    ) -> None:
        """List the actions of a window."""
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(QSize(760, 640))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = label("Keys")
        title.setFont(bold(22))
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a key or an action")
        self.field.setAccessibleName("Find a key or an action")
        self.model = KeysModel(specs)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Keys and actions")
        self._delegate = RingDelegate(dress)
        self.table.setItemDelegate(self._delegate)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(38)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 240)
        self.table.setColumnWidth(2, 130)
        close = button(dress, "Close")
        close.clicked.connect(self.accept)
        layout = column(title, self.field, spacing=12, margins=(22, 18, 22, 18))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(1, close))
        self.setLayout(layout)
        self._ring = FocusRing(self, dress.colors)
        self.field.textChanged.connect(self.model.search)
        self.field.setFocus()
