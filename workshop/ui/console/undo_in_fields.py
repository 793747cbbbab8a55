"""Lets undo and redo reach the session from a field that is empty."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

TextField = QLineEdit | QPlainTextEdit


class UndoInFields(QObject):
    """Leaves the keys of undo and redo to a field while it holds a text or has typing to take back.

    Qt's fields claim these keys always, so that they would do nothing in a field just emptied. A
    text may be that of a record: a step taken back behind it would be seen by nobody.
    """

    def __init__(self, window: QWidget) -> None:
        """Follow the focus of the application inside a window."""
        super().__init__(window)
        self._window = window
        self._field: TextField | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        if isinstance(now, TextField) and now.window() is self._window:
            self._field = now
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from claiming a key that it has no use for."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, TextField) or not _is_of_no_use(watched, event):
            return False
        event.ignore()
        return True


def _is_of_no_use(field: TextField, key: QKeyEvent) -> bool:
    if not _is_empty(field):
        return False
    history = field if isinstance(field, QLineEdit) else field.document()
    if key.matches(QKeySequence.StandardKey.Undo):
        return not history.isUndoAvailable()
    return key.matches(QKeySequence.StandardKey.Redo) and not history.isRedoAvailable()


def _is_empty(field: TextField) -> bool:
    return not field.text() if isinstance(field, QLineEdit) else field.document().isEmpty()
