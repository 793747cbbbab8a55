"""A facilitator at the console: the whole window, a keyboard, and eyes."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workshop.domain.enums import Phase
from workshop.ui.console.file_menu import FileMenu
from workshop.ui.console.page import PhasePage
from workshop.ui.console.window import Console
from workshop.ui.context import Context
from workshop.ui.pages import PAGES

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """The console on a session, in one phase."""

    def __init__(self, context: Context, qtbot: QtBot, phase: Phase) -> None:
        self.context, self.qtbot = context, qtbot
        self.window = Console(context, PAGES)
        self.menu = FileMenu(self.window.actions_, context, self.window.saving)
        qtbot.addWidget(self.window)
        self.window.resize(1440, 860)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.enter(phase)

    @property
    def page(self) -> PhasePage:
        assert self.window.page is not None
        return self.window.page

    @property
    def focused(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        """Type wherever the focus is."""
        QTest.keyClicks(self.focused, text)

    @property
    def said(self) -> str:
        """What the status slot says."""
        return self.window._status.text


def words_on(widget: QWidget) -> Iterator[str]:
    """Yield every text that a widget and its children show or tell a screen reader."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield each.accessibleName()
        for name in ("text", "toPlainText", "title", "placeholderText"):
            found = getattr(each, name, None)
            if callable(found):
                value = found()
                if isinstance(value, str):
                    yield value
