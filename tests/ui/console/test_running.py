"""The break with its return time; parking lot and excuse log listed, edited, settled."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import ExcuseState, Phase
from workshop.domain.records import Excuse, ParkingLotItem
from workshop.domain.stage import Scene
from workshop.ui.audience.solo.entry import Entry
from workshop.ui.context import Context
from workshop.ui.dialogs.hold import HoldDialog, back_at
from workshop.ui.dialogs.room_list import RoomListDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    kept = AddRecords(
        (
            ParkingLotItem(id=-1, text="Parking permits"),
            ParkingLotItem(id=-2, text="New uniforms"),
            Excuse(id=-1, text="No budget"),
        )
    )
    return Desk(make_context(kept), qtbot, Phase.GATHER)


def opened(desk: Desk, kind: type) -> RoomListDialog | HoldDialog:
    (found,) = desk.window.findChildren(kind)
    tester = QAbstractItemModelTester.FailureReportingMode.Fatal
    if isinstance(found, RoomListDialog):
        QAbstractItemModelTester(found.model, tester, found)
    desk.qtbot.waitUntil(found.isActiveWindow)
    return found


def items(desk: Desk, kind: type) -> list:
    return list(desk.context.bridge.state.all(kind))


@pytest.mark.parametrize(
    ("now", "minutes", "back"),
    [("10:32", 10, "10:45"), ("10:35", 10, "10:45"), ("23:58", 5, "00:05")],
)
def test_a_break_ends_at_the_next_five_minutes(now, minutes, back):
    at = dt.datetime.fromisoformat(f"2026-05-12T{now}+00:00")
    assert back_at(at, minutes).toString("HH:mm") == back


def test_the_console_says_whether_the_wall_stands_still(desk):
    desk.press(Key.Key_F7)
    assert desk.said == "The wall stands still: F7 lets it go."
    desk.press(Key.Key_W, CTRL | Qt.KeyboardModifier.AltModifier)
    assert desk.said == "The wall is frozen: F7 shows what you chose."
    desk.press(Key.Key_F7)
    assert desk.said == "The wall is live."
    assert desk.context.room.stage.scene is Scene.GATHER


def test_the_break_is_shown_with_its_return_time(desk):
    desk.press(Key.Key_H, CTRL)
    dialog = opened(desk, HoldDialog)
    assert desk.context.room.stage.scene is not Scene.HOLD
    dialog.choices[30].click()
    dialog.time.setTime(QTime(10, 45))
    QTest.keyClick(dialog.time, Key.Key_Return)
    assert desk.context.room.stage.scene is Scene.HOLD
    assert "Back at 10:45" in desk.context.wall.drawing.text


def test_the_rail_opens_the_lists(desk):
    desk.window._rail.parking_lot_asked.emit()
    assert "2 open" in opened(desk, RoomListDialog)._title.text()


def test_an_item_is_added_edited_settled_and_brought_back_by_key(desk):
    desk.press(Key.Key_K, CTRL | SHIFT)
    dialog = opened(desk, RoomListDialog)
    dialog.field.setFocus()
    QTest.keyClicks(dialog.field, "Lobby chairs")
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert [each.text for each in items(desk, ParkingLotItem)][2] == "Lobby chairs"
    assert dialog.isVisible()
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert [each.settled for each in items(desk, ParkingLotItem)] == [True, False, False]
    assert [dialog.model.item(n).text for n in range(3)][2] == "Parking permits"
    assert dialog.model.setData(dialog.model.index(0), "Newer uniforms")
    assert items(desk, ParkingLotItem)[1].text == "Newer uniforms"
    dialog.list.setCurrentIndex(dialog.model.index(0))
    QTest.keyClick(dialog.list, Key.Key_Delete)
    assert [each.text for each in items(desk, ParkingLotItem)] == [
        "Parking permits",
        "Lobby chairs",
    ]
    desk.window.undo()
    assert dialog.model.rowCount() == 3


def test_an_excuse_is_raised_on_the_day_of_the_session_wherever_it_is_typed(make_context, qtbot):
    desk = Desk(make_context(date=dt.date(2026, 3, 1)), qtbot, Phase.DEAL)
    desk.window.panel.excuse.setFocus()
    desk.type("No money")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_E, CTRL | SHIFT)
    dialog = opened(desk, RoomListDialog)
    QTest.keyClicks(dialog.field, "No time")
    QTest.keyClick(dialog.field, Key.Key_Return)
    dialog.reject()
    desk.page.add_excuse()
    desk.type("No staff")
    desk.press(Key.Key_Return)
    desk.window.solo.enter()
    desk.window.solo.open_drawer(Entry.EXCUSE)
    QTest.keyClicks(desk.window.solo.view.drawer.field, "No law")
    QTest.keyClick(desk.window.solo.view.drawer.field, Key.Key_Return)
    desk.window.solo.leave()
    assert {each.text: each.raised_on for each in items(desk, Excuse)} == dict.fromkeys(
        ("No money", "No time", "No staff", "No law"), dt.date(2026, 3, 1)
    )


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_a_line_of_a_list_that_could_not_be_saved_is_given_up_by_esc(desk, disk, is_cancelled):
    desk.press(Key.Key_K, CTRL | SHIFT)
    dialog = opened(desk, RoomListDialog)
    QTest.keyClicks(dialog.field, "Lobby chairs")
    disk(True)
    QTest.keyClick(dialog.field, Key.Key_Return)
    disk(False)
    dialog.reject() if is_cancelled else dialog.accept()
    desk.window.saving.try_again()
    is_there = "Lobby chairs" in [each.text for each in items(desk, ParkingLotItem)]
    assert is_there is not is_cancelled
    assert bool(desk.context.drafts.left_over) is is_cancelled


def test_an_excuse_is_accepted_and_a_blank_text_refused(desk):
    desk.press(Key.Key_E, CTRL | SHIFT)
    dialog = opened(desk, RoomListDialog)
    index, tick = dialog.model.index(0), Qt.ItemDataRole.CheckStateRole
    assert not dialog.model.setData(index, "   ")
    assert items(desk, Excuse)[0].text == "No budget"
    assert dialog._told.text()
    assert dialog.model.setData(index, Qt.CheckState.Checked, tick)
    assert items(desk, Excuse)[0].state is ExcuseState.ACCEPTED
    assert dialog.model.setData(index, Qt.CheckState.Unchecked, tick)
    assert items(desk, Excuse)[0].state is ExcuseState.OPEN


def test_the_lists_reach_the_wall_only_when_shown(desk):
    before = desk.context.room.stage
    desk.press(Key.Key_E, CTRL | SHIFT)
    dialog = opened(desk, RoomListDialog)
    assert desk.context.room.stage == before
    dialog.show_button.click()
    assert desk.context.room.stage.scene is Scene.EXCUSES


@pytest.mark.parametrize(
    ("key", "kind"), [("list excuse", Excuse), ("list parking_lot_item", ParkingLotItem)]
)
def test_a_line_left_unfinished_comes_back_into_its_list(desk, key, kind):
    desk.context.drafts.put_by(key, "We have no")
    desk.window._use_draft(key)
    dialog = opened(desk, RoomListDialog)
    assert (dialog._kind, dialog.field.text()) == (kind, "We have no")
    dialog.reject()
    assert desk.context.drafts.left_over == {key: "We have no"}
    desk.window._use_draft(key)
    again = next(each for each in desk.window.findChildren(RoomListDialog) if each.isVisible())
    QTest.keyClick(again.field, Key.Key_Return)
    again.reject()
    assert items(desk, kind)[-1].text == "We have no"
    assert desk.context.drafts.left_over == {}
