"""Enter presses the button that has the keyboard, as Space does, in every window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid

# The property of a button on which Enter is for whatever the button stands in.
LEAVES_ENTER = "leaves_enter"

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Watches the button that has the keyboard; Qt leaves Enter to dialogs and default buttons."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Follow the keyboard through all windows."""
        super().__init__(parent)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and _is_pressed(now) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter before an action of the window or a default button does."""
        if not isinstance(event, QKeyEvent) or not _is_enter(event):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if isinstance(watched, QAbstractButton) and not event.isAutoRepeat():
            watched.click()
        return True


def _is_pressed(widget: QWidget) -> bool:
    """Tell whether Enter presses a widget; a box is checked by Space, as everywhere."""
    is_box = isinstance(widget, QCheckBox | QRadioButton)
    return isinstance(widget, QAbstractButton) and not is_box and not widget.property(LEAVES_ENTER)


def _is_enter(event: QKeyEvent) -> bool:
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and is_plain
