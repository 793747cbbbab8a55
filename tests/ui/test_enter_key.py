"""Enter presses the button that has the keyboard, once, and is left to everything else."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from workshop.ui.enter_key import LEAVES_ENTER

pytestmark = pytest.mark.qt_log_ignore("does not support")

Key = Qt.Key


class Painted(QAbstractButton):
    """A button that paints itself, as a wording does."""

    def paintEvent(self, event: QPaintEvent) -> None: ...  # noqa: N802 - Qt's name


class Window(QDialog):
    """A dialog with a field, some buttons, and an action on Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.field = QLineEdit()
        self.plain, self.auto, self.main = (QPushButton(name) for name in ("plain", "auto", "main"))
        self.tool = QToolButton()
        self.tool.setText("tool")
        self.tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.painted = Painted(text="painted")
        self.painted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.check, self.radio = QCheckBox("check"), QRadioButton("radio")
        self.plain.setAutoDefault(False)
        self.main.setDefault(True)
        self.setLayout(QVBoxLayout())
        pressed = (self.plain, self.auto, self.main, self.tool, self.painted)
        for each in (self.field, *pressed, self.check, self.radio):
            self.layout().addWidget(each)
        for each in pressed:
            each.clicked.connect(self._note)

    def _note(self) -> None:
        self.pressed.append(self.sender().text())


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
@pytest.mark.parametrize("name", ["plain", "auto", "main", "tool", "painted"])
def test_enter_presses_the_button_that_has_the_keyboard_once(
    name: str, key: Qt.Key, window: Window
) -> None:
    getattr(window, name).setFocus()
    QTest.keyClick(window.windowHandle(), key)
    assert window.pressed == [name]


def test_enter_in_a_field_is_for_the_default_button(window: Window) -> None:
    window.field.setFocus()
    QTest.keyClick(window.windowHandle(), Key.Key_Return)
    assert window.pressed == ["main"]


@pytest.mark.parametrize("name", ["check", "radio"])
def test_enter_on_a_box_is_for_the_default_button(name: str, window: Window) -> None:
    box = getattr(window, name)
    box.setFocus()
    QTest.keyClick(window.windowHandle(), Key.Key_Return)
    assert window.pressed == ["main"]
    assert not box.isChecked()


def test_an_action_on_enter_waits_while_a_button_has_the_keyboard(window: Window) -> None:
    shortcut = QShortcut(QKeySequence("Return"), window)
    ran: list[str] = []
    shortcut.activated.connect(lambda: ran.append("ran"))
    window.plain.setFocus()
    QTest.keyClick(window.windowHandle(), Key.Key_Return)
    assert (window.pressed, ran) == (["plain"], [])
    window.field.setFocus()
    QTest.keyClick(window.windowHandle(), Key.Key_Return)
    assert (window.pressed, ran) == (["plain"], ["ran"])


def test_ctrl_enter_and_a_held_enter_press_nothing(window: Window) -> None:
    window.plain.setFocus()
    QTest.keyClick(window.windowHandle(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(window.plain, held)
    assert window.pressed == []


def test_a_button_may_leave_enter_to_what_it_stands_in(window: Window) -> None:
    window.plain.setProperty(LEAVES_ENTER, True)
    window.plain.setFocus()
    QTest.keyClick(window.windowHandle(), Key.Key_Return)
    assert window.pressed == ["main"]
