"""The red bar that stays while a change could not be saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from workshop.ui.context import Context
from workshop.ui.widgets import button, label, row


class SaveBar(QFrame):
    """Says why nothing was saved, and offers the ways on."""

    copy_asked = Signal()
    retry_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Begin hidden."""
        super().__init__()
        self.setProperty("look", "banner")
        self.setFixedHeight(56)
        self._text = label(wrap=True)
        copy = button(context, "Save a copy…")
        retry = button(context, "Try again")
        copy.clicked.connect(self.copy_asked)
        retry.clicked.connect(self.retry_asked)
        layout = row(self._text, copy, retry, margins=(16, 0, 16, 0))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show why saving failed; a blank sentence hides the bar."""
        self._text.setText(
            f"Not saved. {sentence} What you did last waits to be saved; the room sees nothing."
        )
        self.setVisible(bool(sentence))
