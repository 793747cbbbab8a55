"""Who signs the deal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from workshop.domain.commands.deal import ListSigners
from workshop.domain.commands.records import AddRecords, DeleteRecords
from workshop.domain.records import SignOff
from workshop.ui.console.deal.signer_delegate import SignerDelegate
from workshop.ui.context import Context
from workshop.ui.models.sign_offs import SignOffModel
from workshop.ui.widgets import button, column, frame, label, row
from workshop.words import words

_EMPTY = "Nobody is on the list yet. List the participants, or type a name above and press Enter."


class Signers(QWidget):
    """A row to type a signer into, and everybody so far with a box for the signature."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__()
        self._context = context
        self.model = SignOffModel(context.bridge, self)
        self.list = QListView()
        self.name = _field("Name")
        self.role = _field("Role")
        self._add = button(context, "Add", "plus", look="primary", name="Add a signer (Enter)")
        self.everybody = button(context, "List the participants", "users")
        self._remove = button(context, "Take out", "trash-2", name="Take out of the list (Delete)")
        self._empty = label(_EMPTY, "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        context.drafts.attach(self.name, "deal.signer")
        context.drafts.attach(self.role, "deal.signer.role")
        self._build()
        for each in (self.name, self.role):
            each.returnPressed.connect(self.add)
        self._add.clicked.connect(self.add)
        self.everybody.clicked.connect(self.list_everybody)
        self._remove.clicked.connect(self.delete)
        context.bridge.changed.connect(self._show_list)
        context.themed.connect(self._dress)
        self._show_list()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(SignerDelegate(self._context, self.list))
        self.list.setAccessibleName("Sign-off list")
        self.list.setUniformItemSizes(True)
        said = label(words().deal.both, "heading", wrap=True)
        said.setContentsMargins(16, 14, 16, 0)
        entry = row(self.name, self.role, self._add, margins=(14, 6, 14, 10))
        entry.setStretch(0, 1)
        entry.setStretch(1, 1)
        foot = row(self.everybody, self._remove, 1, margins=(14, 8, 14, 12))
        inner = column(said, spacing=4)
        inner.addLayout(entry)
        inner.addWidget(frame("line"))
        inner.addWidget(self.list, 1)
        inner.addWidget(self._empty, 1)
        inner.addLayout(foot)
        card = frame("card")
        card.setLayout(inner)
        self.setLayout(column(card))

    def _dress(self) -> None:
        self._add.setIcon(self._context.icon("plus", "on primary"))
        self.everybody.setIcon(self._context.icon("users"))
        self._remove.setIcon(self._context.icon("trash-2"))
        self.list.viewport().update()

    def _show_list(self) -> None:
        there_are = self.model.rowCount() > 0
        self.list.setVisible(there_are)
        self._empty.setVisible(not there_are)
        self._remove.setEnabled(there_are)

    def begin(self) -> None:
        """Put the focus on the list, or where one types while it is empty."""
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus()
        else:
            self.everybody.setFocus()

    def add(self) -> None:
        """Add who was typed."""
        name, role = self.name.text().strip(), self.role.text().strip()
        line = SignOff(id=0, name=name or role, role=role)
        if self._context.drafts.save(AddRecords((line,)), self.name, self.role) is not None:
            self.name.setFocus()

    def list_everybody(self) -> None:
        """Put every participant on the list who is not on it yet."""
        if self._context.bridge.execute(ListSigners()) is not None:
            self.begin()

    def delete(self) -> None:
        """Take the chosen signer out of the list."""
        index = self.list.currentIndex()
        if index.isValid():
            self._context.bridge.execute(DeleteRecords(SignOff, (self.model.id_at(index.row()),)))


def _field(name: str) -> QLineEdit:
    found = QLineEdit()
    found.setPlaceholderText(name)
    found.setAccessibleName(name)
    found.setMaxLength(500)
    return found
