"""Who is in the room: fast entry above a table, and the ground rules."""

from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import AddRecords, DeleteRecords
from workshop.domain.enums import ParticipantKind
from workshop.domain.errors import GatherError
from workshop.domain.questions import about_deleting
from workshop.domain.records import Participant
from workshop.domain.text import sameness_key, shorten
from workshop.ui.context import Context
from workshop.ui.dress import Dress
from workshop.ui.models.participants import ParticipantModel, Who
from workshop.ui.pasting import ManyPasted
from workshop.ui.ring_delegate import HEIGHT, RingDelegate
from workshop.ui.widgets import ChoiceBox, button, column, frame, label, make_blank, row

_EMPTY = "Nobody is listed yet. Type a name above and press Enter, or paste a list."
_LARGEST = 20_000_000


class People(QWidget):
    """A row to type the next person into, and everybody so far."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__()
        self._context = context
        self.name = _field("Name")
        self.role = _field("Role")
        self.unit = _field("Unit")
        self.kind = _kinds(context)
        self._many = ManyPasted(self.name)
        self._add = button(context, "Add", "plus", look="primary", name="Add a person (Enter)")
        self._paste = button(context, "Paste a list", "clipboard-paste")
        self._import = button(context, "Import…", "download")
        self.model = ParticipantModel(context.bridge, self)
        self.table = QTableView()
        self._delegate = _KindDelegate(context)
        self._empty = label(_EMPTY, "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for name, field in (("name", self.name), ("role", self.role), ("unit", self.unit)):
            context.drafts.attach(field, f"welcome.participant.{name}")
        self._build()
        self._connect()
        self._show_table()

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName("Participants")
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(HEIGHT)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for section in (Who.NAME, Who.ROLE, Who.UNIT):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(Who.KIND, 150)
        entry = row(self.name, self.role, self.unit, self.kind, self._add, margins=(14, 14, 14, 10))
        for place, stretch in enumerate((4, 4, 3)):
            entry.setStretch(place, stretch)
        foot = row(self._paste, self._import, 1, margins=(14, 8, 14, 12))
        card = frame("card")
        inner = column(spacing=0)
        inner.addLayout(entry)
        inner.addWidget(frame("line"))
        inner.addWidget(table, 1)
        inner.addWidget(self._empty, 1)
        inner.addLayout(foot)
        card.setLayout(inner)
        self.setLayout(column(card))

    def _connect(self) -> None:
        for each in (self.name, self.role, self.unit):
            each.returnPressed.connect(self.add)
        self._add.clicked.connect(self.add)
        self._many.pasted.connect(self.preview_text)
        self._paste.clicked.connect(self.paste)
        self._import.clicked.connect(self.ask_file)
        # Enter and a double click; as a shortcut, Enter would not reach the open editor.
        self.table.activated.connect(self.table.edit)
        self._context.bridge.changed.connect(self._show_table)
        self._context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._add.setIcon(self._context.icon("plus", "on primary"))
        self._paste.setIcon(self._context.icon("clipboard-paste"))
        self._import.setIcon(self._context.icon("download"))

    def _show_table(self) -> None:
        there_are = self.model.rowCount() > 0
        self.table.setVisible(there_are)
        self._empty.setVisible(not there_are)

    def add(self) -> None:
        """Add who was typed; the unit stays, for people come by unit."""
        name, role = self.name.text().strip(), self.role.text().strip()
        person = Participant(
            id=0,
            name=name or role,
            role=role,
            unit=self.unit.text().strip(),
            kind=self.kind.choice,
        )
        typed = (self.name, self.role, self.unit)
        add = AddRecords((person,))
        if self._context.drafts.save(add, *typed, then=self._begin_next) is None:
            return
        self.name.setFocus()
        self.table.scrollToBottom()
        self._tell_namesakes(person.name)

    def _begin_next(self, _: ChangeSet) -> None:
        make_blank(self.name, self.role)

    def _tell_namesakes(self, name: str) -> None:
        """Say that a name stands on the list more than once, as two people can share one."""
        people = self._context.bridge.state.all(Participant)
        same = sum(sameness_key(each.name) == sameness_key(name) for each in people)
        if same > 1:
            times = "twice" if same == 2 else f"{same:,} times"
            self._context.say(f"“{shorten(name)}” is on the list {times} now.", undoable=True)

    def edit(self) -> None:
        """Edit the current cell."""
        if self.table.currentIndex().isValid():
            self.table.edit(self.table.currentIndex())

    def delete(self) -> None:
        """Take the selected people out."""
        rows = self.table.selectionModel().selectedRows()
        ids = tuple(self.model.id_at(index.row()) for index in rows)
        bridge = self._context.bridge
        people = [person for each in ids if (person := bridge.state.get(Participant, each))]
        if people and bridge.is_meant(about_deleting(bridge.state, people)):
            bridge.execute(DeleteRecords(Participant, ids))

    # Many at once

    def paste(self) -> None:
        """Show what the clipboard would add: a person a line, or columns from a sheet."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.preview_text(text)
        else:
            self._context.say("The clipboard holds no text: copy a list first.")

    def preview_text(self, text: str) -> None:
        """Show whom a text of many lines would add."""
        self._preview(text.encode("utf-8", "replace"), "")

    def ask_file(self) -> None:
        """Ask for a file of people, and show whom it would add."""
        from workshop.ui.dialogs.files import ask_source, documents

        path = ask_source(self, "Import people", documents())
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Show whom a file would add."""
        from workshop.files import read_file

        try:
            data = read_file(path, limit=_LARGEST)
        except GatherError as error:
            self._context.say(str(error))
            return
        self._preview(data, path.name)

    def _preview(self, data: bytes, name: str) -> None:
        from workshop.exchange.columns import Kind
        from workshop.exchange.importing import Source
        from workshop.ui.dialogs.add_many import AddMany

        source = Source(data, name)
        dialog = AddMany(self._context, source, self.window(), kind=Kind.PARTICIPANTS)
        dialog.finished.connect(self.name.setFocus)
        dialog.open()


class _KindDelegate(RingDelegate):
    """Offers the two kinds in their column."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        if index.column() != Who.KIND:
            editor = super().createEditor(parent, option, index)
            editor.setAccessibleName(Who(index.column()).field.capitalize())
            return editor
        kinds = _kinds(self._dress)
        kinds.setParent(parent)
        return kinds

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, ChoiceBox):
            editor.choose(ParticipantKind(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, ChoiceBox):
            model.setData(index, editor.choice.value)
        else:
            super().setModelData(editor, model, index)


def _field(name: str) -> QLineEdit:
    found = QLineEdit()
    found.setPlaceholderText(name)
    found.setAccessibleName(name)
    found.setMaxLength(500)
    return found


def _kinds(dress: Dress) -> ChoiceBox:
    return ChoiceBox(dress, "Kind", [(kind.value.capitalize(), kind) for kind in ParticipantKind])
