"""A list that is pasted into a field for one entry."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_LOOKED_AT = 50  # lines


class ManyPasted(QObject):
    """Hands on what is pasted into a field where it is many entries, or cells of a sheet."""

    pasted = Signal(str)

    def __init__(self, field: QLineEdit) -> None:
        """Watch a field."""
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pasted list; one line of text is the field's own."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        text = QGuiApplication.clipboard().text()
        if not _is_many(text):
            return False
        self.pasted.emit(text)
        return True


def _is_many(text: str) -> bool:
    lines = [line for line in map(str.strip, text.splitlines()[:_LOOKED_AT]) if line]
    return len(lines) > 1 or any("\t" in line for line in lines)
