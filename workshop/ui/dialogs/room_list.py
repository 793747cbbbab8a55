"""The parking lot and the excuse log: listed, added to, edited, settled."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QWidget

from workshop.domain.commands.records import AddRecords, DeleteRecords
from workshop.domain.records import Excuse, ParkingLotItem
from workshop.domain.stage import Scene
from workshop.ui.check_delegate import CheckDelegate
from workshop.ui.context import Context
from workshop.ui.focus_ring import FocusRing
from workshop.ui.models.room_list import Kind, RoomListModel
from workshop.ui.theme import bold
from workshop.ui.widgets import KeyHints, button, column, label, row

_TITLES: dict[Kind, str] = {ParkingLotItem: "Parking lot", Excuse: "Excuse log"}
_TICKED: dict[Kind, str] = {ParkingLotItem: "Settled or not", Excuse: "Accepted or still said"}
_SCENES: dict[Kind, Scene] = {ParkingLotItem: Scene.PARKING_LOT, Excuse: Scene.EXCUSES}
_HINTS: dict[Kind, str] = {ParkingLotItem: "Park an item", Excuse: "Log an excuse"}


def draft_key(kind: type[Excuse] | type[ParkingLotItem]) -> str:
    """Return the key under which an unfinished line of a list is kept."""
    return f"list {kind.TABLE}"


class RoomListDialog(QDialog):
    """A list with a line to add to it; Space ticks, F2 edits, Delete takes out."""

    def __init__(self, context: Context, kind: Kind, parent: QWidget | None = None) -> None:
        """Show the parking lot or the excuse log of a session."""
        super().__init__(parent)
        self.setWindowTitle(_TITLES[kind])
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 520)
        self._context = context
        self._kind = kind
        self.model = RoomListModel(context.bridge, kind, self)
        self._title = label()
        self._title.setFont(bold(22))
        self._told = label("", "muted", wrap=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(f"{_HINTS[kind]}, then Enter")
        self.field.setAccessibleName(_HINTS[kind])
        self.field.setMaxLength(1000)
        self._keeper = context.drafts.attach(self.field, draft_key(kind))
        self.rejected.connect(self._keeper.give_up)
        self.finished.connect(self._keeper.put_by)
        self.list = QListView()
        self.list.setAccessibleName(_TITLES[kind])
        self._delegate = CheckDelegate(context)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.show_button = button(context, "Show on the wall", "monitor")
        self.drop_button = button(context, "Delete", "trash-2")
        close = button(context, "Close", look="primary")
        for each in (self.show_button, self.drop_button, close):
            each.setAutoDefault(False)
        hints = KeyHints(context)
        hints.set_hints((("Space", _TICKED[kind]), ("F2", "Edit"), ("Delete", "Take out")))
        layout = column(self._title, self.field, self._told, spacing=12, margins=(26, 22, 26, 22))
        layout.addWidget(self.list, 1)
        layout.addWidget(hints)
        layout.addLayout(row(self.show_button, self.drop_button, 1, close))
        self.setLayout(layout)
        self.field.returnPressed.connect(self._add)
        self.show_button.clicked.connect(self._show)
        self.drop_button.clicked.connect(self._delete)
        close.clicked.connect(self.accept)
        where = Qt.ShortcutContext.WidgetShortcut
        delete = QShortcut(QKeySequence("Delete"), self.list, context=where)
        delete.activated.connect(self._delete)
        context.bridge.changed.connect(self._count)
        context.bridge.rejected.connect(self._told.setText)
        self._ring = FocusRing(self, context.colors)
        self._count()
        self.list.setCurrentIndex(self.model.index(0))
        self.field.setFocus()

    def _count(self) -> None:
        self._title.setText(f"{_TITLES[self._kind]}: {self.model.open_count:,} open")
        self._told.setText("" if self.model.rowCount() else "Nothing is kept here yet.")
        self.drop_button.setEnabled(self.model.rowCount() > 0)

    def _add(self) -> None:
        text = self.field.text().strip()
        if not text:
            self._told.setText("Type it first, then press Enter.")
            return
        is_excuse, on = self._kind is Excuse, self._context.session_day()
        new = Excuse(id=0, text=text, raised_on=on) if is_excuse else None
        record = new or ParkingLotItem(id=0, text=text)
        self._context.drafts.save(AddRecords((record,)), self.field)

    def _delete(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            item = self.model.item(index.row())
            self._context.bridge.execute(DeleteRecords(self._kind, (item.id,)))

    def _show(self) -> None:
        if self._context.room.show(_SCENES[self._kind]):
            self._context.say(f"On the wall: the {_TITLES[self._kind].lower()}")
