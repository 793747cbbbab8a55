"""Solo in the window of the facilitator, by its own keys: nothing is typed behind the wall."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity, ParkingLotItem, Participant, Process
from workshop.domain.stage import Scene
from workshop.ui.audience.solo.drawer import Drawer
from workshop.ui.context import Context
from workshop.ui.dialogs.hold import HoldDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    """Two processes and a card; the facilitator is in Bucket."""
    cards = (
        Activity(id=-1, text="Route applications", bucket=Bucket.PROCESS),
        Activity(id=-2, text="Sign letters", bucket=Bucket.PROCESS),
        Activity(id=-3, text="Book rooms"),
    )
    return Desk(make_context(AddRecords(cards)), qtbot, Phase.BUCKET)


def drawer(desk: Desk) -> Drawer:
    return desk.window.solo.view.drawer


def type_text(desk: Desk, text: str) -> None:
    for letter in text:
        desk.type(letter)  # where the one before has put the keyboard


def at_the_wall(desk: Desk) -> bool:
    return QApplication.focusWidget() is desk.window.solo.view.scene


def test_a_remote_that_goes_on_takes_no_answer_along(desk):
    desk.press(Key.Key_F12)
    desk.context.room.show(Scene.PROCESS, 1)
    desk.press(Key.Key_Return)
    desk.type("y")
    desk.press(Key.Key_PageDown)
    desk.press(Key.Key_Return)
    assert desk.context.room.stage.subject_id == 2
    assert drawer(desk).line.process_id == 2
    desk.type("n")
    desk.press(Key.Key_Return)
    first, second = desk.context.bridge.state.all(Process)
    assert (first.problem, second.problem) == (None, "no")


@pytest.mark.parametrize("phase", list(Phase))
def test_in_every_phase_that_is_entered_typing_opens_the_line(desk, phase):
    desk.press(Key.Key_F12)
    desk.context.room.show(Scene.PARKING_LOT)
    while desk.page.PHASE is not phase:
        is_before = list(Phase).index(desk.page.PHASE) > list(Phase).index(phase)
        desk.press(Key.Key_PageUp if is_before else Key.Key_PageDown, CTRL)
    assert at_the_wall(desk)
    type_text(desk, "Paint the")
    assert drawer(desk).field.text() == "Paint the"
    desk.press(Key.Key_Return)
    assert [each.text for each in desk.context.bridge.state.all(ParkingLotItem)] == ["Paint the"]
    assert not list(desk.context.bridge.state.all(Participant))
    assert len(list(desk.context.bridge.state.all(Activity))) == 3
    desk.press(Key.Key_F12)
    assert desk.page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("name", ["find", "undo", "redo", "region", "panel", "history"])
def test_no_action_of_the_console_takes_the_keyboard_from_solo(desk, name):
    desk.press(Key.Key_F12)
    desk.window.actions_[name].trigger()
    assert desk.window.solo.view.isAncestorOf(QApplication.focusWidget())
    desk.type("Q")
    assert drawer(desk).field.text() == "Q"


def test_after_a_dialog_the_keyboard_is_at_the_wall(desk):
    desk.press(Key.Key_F12)
    desk.press(Key.Key_H, CTRL)
    dialog = desk.window.findChild(HoldDialog)
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    desk.window.enter(Phase.WELCOME)
    QTest.keyClick(dialog, Key.Key_Escape)
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    assert at_the_wall(desk)


def test_a_line_that_is_open_keeps_the_keyboard_when_a_phase_is_entered(desk):
    desk.press(Key.Key_F12)
    desk.type("Paint")
    desk.press(Key.Key_PageUp, CTRL)
    desk.type(" the")
    assert drawer(desk).field.text() == "Paint the"


def test_solo_from_an_open_editor_keeps_its_text_and_goes_back_to_the_cards(desk):
    desk.press(Key.Key_F2)
    desk.type("Sort the mail")
    desk.press(Key.Key_F12)
    desk.press(Key.Key_F12)
    assert not desk.window.solo.is_on
    assert any(each.text == "Sort the mail" for each in desk.context.bridge.state.all(Activity))
    assert desk.page.isAncestorOf(QApplication.focusWidget())


def test_solo_that_is_chosen_again_in_solo_goes_back_to_the_same_place(desk):
    before = QApplication.focusWidget()
    desk.press(Key.Key_F12)
    desk.window.solo.enter()
    assert at_the_wall(desk)
    desk.press(Key.Key_F12)
    assert QApplication.focusWidget() is before
