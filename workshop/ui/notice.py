"""A bar across a window with one sentence and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPushButton

from workshop.ui.dress import Dress
from workshop.ui.widgets import button, label, row


class Notice(QFrame):
    """Says what went wrong or how things are, until it is answered."""

    # The words of the button that was pressed.
    chosen = Signal(str)

    def __init__(self, dress: Dress) -> None:
        """Begin hidden."""
        super().__init__()
        self._dress = dress
        self.setProperty("look", "notice")
        self._text = label(wrap=True)
        self._buttons: list[QPushButton] = []
        self._row = row(self._text, margins=(16, 8, 16, 8))
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        self.setMinimumHeight(52)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence, blank while the bar is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, sentence: str, *ways: str, quiet: bool = False) -> None:
        """Show a sentence with a button for each way on; a quiet one is no warning."""
        self.setProperty("look", "quiet" if quiet else "notice")
        for part in (self, self._text):
            self.style().unpolish(part)
            self.style().polish(part)
        self._text.setText(sentence)
        for each in self._buttons:
            self._row.removeWidget(each)
            each.deleteLater()
        self._buttons = [button(self._dress, way) for way in ways]
        for each in self._buttons:
            each.clicked.connect(self._choose)
            self._row.addWidget(each)
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def focus_first(self) -> None:
        """Put the focus on the first way on."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        self.chosen.emit(pressed.text())
