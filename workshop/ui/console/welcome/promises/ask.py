"""What is asked about one promise: a new date, what stood in the way, a note, an actual."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.domain.text import MAX_TEXT_LENGTH
from workshop.ui.badges import KeyButton
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, label, row


class Question(Enum):
    """What is asked, and the words of the button that keeps it."""

    NEW_DATE = ("New date?", "Keep the date")
    IN_THE_WAY = ("What stood in the way?", "Log as excuse")
    NOTE = ("What is there to say?", "Keep the note")
    ACTUAL = ("What is it now?", "Keep")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a promise, by its key in the model, with what the field begins with."""

    key: int
    question: Question
    begin: str = ""


class Ask(QWidget):
    """A field below the words of a promise: Enter keeps, Esc leaves it."""

    kept = Signal()
    left = Signal()

    def __init__(self, context: Context, asked: Asked, parent: QWidget) -> None:
        """Ask one question."""
        super().__init__(parent)
        self.asked = asked
        words, keep_words = asked.question.value
        name = label(words)
        name.setFont(semibold(15))
        self.date: DateField | None = None
        self.text = QLineEdit()
        field: QWidget = self.text
        if asked.question is Question.NEW_DATE:
            self.date = DateField(context, words, context.session_day)
            self.text = self.date.text
            field = self.date
        self.text.setAccessibleName(words)
        self.text.setMaxLength(MAX_TEXT_LENGTH)
        self.text.setText(asked.begin)
        keep = KeyButton(context, keep_words, "Enter")
        leave = button(context, "Leave it")
        keep.clicked.connect(self.kept)
        leave.clicked.connect(self.left)
        self.text.returnPressed.connect(self.kept)
        line = row(name, field, leave, keep, spacing=10)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusProxy(self.text)
        self.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it with Esc; Enter, which the field passes on, is not for the list behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
