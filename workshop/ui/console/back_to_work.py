"""Gives the keyboard back to the work when what had it is put away."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid


class BackToWork(QObject):
    """Remembers where the keyboard was in the work area of a window.

    Qt hands the focus of a bar or a list that is hidden on to whatever comes next in the window.
    """

    def __init__(self, window: QMainWindow, work: QWidget) -> None:
        """Follow the focus of the application inside a window."""
        super().__init__(window)
        self._window = window
        self._work = work
        self._last: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        last = self._last
        if before is not None and self._is_put_away(before):
            if last is not None and isValid(last) and last.isVisible():
                last.setFocus()
        elif self._work.isAncestorOf(now):
            self._last = now

    def _is_put_away(self, widget: QWidget) -> bool:
        """Tell whether a widget of the window, outside of the work, was hidden with the focus."""
        if not isValid(widget) or self._work.isAncestorOf(widget):
            return False
        each: QWidget | None = widget
        while each is not None and each is not self._window:
            if each.isHidden():
                return True
            each = each.parentWidget()
        return False
