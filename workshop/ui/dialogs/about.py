"""Whose ideas and whose work Gather stands on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from workshop import __version__
from workshop.resources import resource
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import bold
from workshop.ui.widgets import button, column, label, row
from workshop.words import METHOD_CREDIT

_LEADERSHIP = (
    "The three components of performance leadership and the agency's part in it: David Paschane's "
    "public articles on performance leadership."
)
_PARTS = (
    "Typefaces: Source Sans 3 and Noto Sans, SIL Open Font License 1.1. Icons: Lucide, ISC "
    "License. Windows: Qt for Python, GNU LGPL 3."
)
_ITSELF = "Gather itself: Apache License 2.0. It opens no internet connection."

CREDITS = (METHOD_CREDIT, _LEADERSHIP, _PARTS, _ITSELF)


class AboutDialog(QDialog):
    """Credits, and the licenses of typeface and icons."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        """Show the credits."""
        super().__init__(parent)
        self.setWindowTitle("About Gather")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(640, 620))
        title = label(f"Gather {__version__}")
        title.setFont(bold(22))
        layout = column(title, spacing=12, margins=(26, 22, 26, 22))
        for text in CREDITS:
            layout.addWidget(label(text, wrap=True))
        licenses = QPlainTextEdit()
        licenses.setReadOnly(True)
        licenses.setTabChangesFocus(True)
        licenses.setAccessibleName("Licenses of typeface and icons")
        licenses.setPlainText(_licenses())
        layout.addWidget(licenses, 1)
        close = button(dress, "Close")
        close.clicked.connect(self.accept)
        layout.addLayout(row(1, close))
        self.setLayout(layout)
        self._ring = FocusRing(self, dress.colors)
        close.setFocus()


def _licenses() -> str:
    texts = (resource(folder, "LICENSE.txt").read_text("utf-8") for folder in ("fonts", "icons"))
    return "\n\n".join(text.strip() for text in texts)
