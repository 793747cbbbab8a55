"""What would move somebody one finger up: private notes, each with a number of fingers."""

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import AddRecords, DeleteRecords
from workshop.domain.enums import Phase
from workshop.domain.records import Note
from workshop.domain.text import one_line
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import ChoiceBox, button, column, label, row

_FINGERS = (("Fist", 0), ("1", 1), ("2", 2))


class FingerNotes(QWidget):
    """A field with a number of fingers, and the notes so far. Only the facilitator sees them."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__()
        self._context = context
        self._shown: list[QWidget] = []
        title = label("One finger up, for you alone", "muted")
        title.setFont(semibold(14))
        self.fingers = ChoiceBox(context, "Fingers shown", _FINGERS)
        self.fingers.choose(2)
        self.fingers.setFixedWidth(74)
        self.text = QLineEdit()
        self.text.setAccessibleName("What would move somebody one finger up (private)")
        self.text.setPlaceholderText("What it would take")
        self.text.setMaxLength(1000)
        context.drafts.attach(self.text, "deal.finger")
        self.text.returnPressed.connect(self.keep)
        entry = row(self.fingers, self.text, spacing=6)
        entry.setStretch(1, 1)
        self._rows = column(spacing=4)
        layout = column(title, spacing=6, margins=(0, 8, 0, 0))
        layout.addLayout(entry)
        layout.addLayout(self._rows)
        self.setLayout(layout)
        context.bridge.changed.connect(self._follow)
        self._show_notes()

    def keep(self) -> None:
        """Keep the note that is typed."""
        text = self.text.text().strip()
        note = Note(id=0, text=text, phase=Phase.DEAL, fingers=self.fingers.choice)
        if text:
            self._context.drafts.save(AddRecords((note,)), self.text)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Note for change in change_set.changes):
            self._show_notes()

    def _show_notes(self) -> None:
        for each in self._shown:
            self._rows.removeWidget(each)
            each.hide()
            each.deleteLater()
        notes = [n for n in self._context.bridge.state.all(Note) if n.fingers is not None]
        self._shown = [self._line(note) for note in notes]
        for each in self._shown:
            self._rows.addWidget(each)

    def _line(self, note: Note) -> QWidget:
        shown = "Fist" if not note.fingers else str(note.fingers)
        words = label(f"{shown}: {one_line(note.text)}", wrap=True)
        drop = button(self._context, "", "x", look="plain", name="Delete this note")
        drop.setFixedWidth(34)
        drop.setProperty("note", note.id)
        drop.clicked.connect(self._delete)
        line = row(words, drop, margins=(8, 2, 2, 2))
        line.setStretch(0, 1)
        found = QFrame()
        found.setProperty("look", "sunken")
        found.setLayout(line)
        return found

    def _delete(self) -> None:
        self._context.bridge.execute(DeleteRecords(Note, (self.sender().property("note"),)))
