"""The line under the work area: key hints, or what was done last with Undo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from workshop.ui.context import Context
from workshop.ui.widgets import ElidedLabel, KeyHints, button, row


class StatusSlot(QWidget):
    """Says what was done last, until the next action; before that, which keys matter."""

    undo_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with key hints."""
        super().__init__()
        self._context = context
        self.setFixedHeight(44)
        self.hints = KeyHints(context)
        self._said = ElidedLabel(side=Qt.AlignmentFlag.AlignLeft, snug=True)
        self._undo = button(context, "Undo  Ctrl+Z", "undo-2", look="plain")
        self._undo.clicked.connect(self.undo_asked)
        line = QWidget()
        line.setLayout(row(self._said, self._undo, 1))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.hints)
        self._stack.addWidget(line)
        context.said.connect(self.say)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._undo.setIcon(self._context.icon("undo-2"))
        self.hints.update()

    def say(self, sentence: str, undoable: bool) -> None:
        """Show a sentence and tell it to screen readers."""
        self._said.setText(sentence)
        self._undo.setVisible(undoable)
        self._stack.setCurrentIndex(1)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def show_hints(self) -> None:
        """Go back to the key hints."""
        self._stack.setCurrentIndex(0)

    @property
    def text(self) -> str:
        """What is said now, blank while hints are shown."""
        return self._said.whole if self._stack.currentIndex() == 1 else ""
