"""Which processes there are: chosen, voted for, made one, taken apart, needed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.inventory.conftest import Facilitator
from tests.ui.inventory.helpers import answers
from tests.ui.inventory.test_ranking import order
from workshop.domain.commands import Command
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.processes import MergeProcesses, VoteProcesses
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Feedback, Need, Process
from workshop.ui.board.needs import ask_needs
from workshop.ui.dialogs.add_many import AddMany
from workshop.ui.dialogs.pick import PickDialog
from workshop.ui.dialogs.votes import VotesDialog
from workshop.ui.models.entries import Column

pytestmark = pytest.mark.qt_log_ignore("does not support")  # dialogs are windows

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def pick(room: Facilitator, dialog: PickDialog, *rows: int) -> None:
    """Pick rows by the keyboard and end with the button."""
    for row in rows:
        dialog.list.setCurrentIndex(dialog.list.model().index(row, 0))
        QTest.keyClick(dialog.list, Key.Key_Space)
    dialog.done_button.click()
    room.console.activateWindow()  # a window system does so by itself
    assert QTest.qWaitForWindowActive(room.console)


def dialog_of(room: Facilitator) -> PickDialog:
    found = room.page.shaping.dialog
    assert found is not None
    return found


def test_processes_are_chosen_and_the_next_time_are_picked_already(room: Facilitator) -> None:
    room.press(Key.Key_D, by=CTRL)
    pick(room, dialog_of(room), 0, 2)
    assert [room.process(n).chosen for n in (1, 2, 3, 4)] == [True, False, True, False]
    assert room.focus is room.grid
    room.press(Key.Key_D, by=CTRL)
    assert dialog_of(room).ids == (1, 3)
    pick(room, dialog_of(room), 0)
    assert not room.process(1).chosen


def votes_dialog(room: Facilitator) -> VotesDialog:
    return room.console.findChildren(VotesDialog)[-1]


def test_votes_that_are_left_come_back_and_are_kept_by_keys_alone(room: Facilitator) -> None:
    room.press(Key.Key_V, by=CTRL | SHIFT)
    for votes in ("2", "7"):
        field = QApplication.focusWidget()
        field.selectAll()
        QTest.keyClicks(field, votes)
        QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(votes_dialog(room), Key.Key_Escape)
    assert [room.process(n).votes for n in (1, 2)] == [0, 0]
    room.press(Key.Key_F6)
    room.page.enter()  # the dialog does not come by itself
    assert room.question is None
    room.console._use_draft(next(iter(room.context.drafts.left_over)))
    dialog = votes_dialog(room)
    assert QTest.qWaitForWindowActive(dialog)
    assert [field.value() for field in dialog.fields.values()] == [2, 7, 0, 0]
    assert room.context.drafts.left_over == {}
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert [room.process(n).votes for n in (1, 2, 3, 4)] == [2, 7, 0, 0]
    assert room.context.drafts.left_over == {}
    assert room.context.bridge.drafts() == []


@pytest.mark.parametrize("since", [VoteProcesses({1: 3}), MergeProcesses(2, (1,))])
def test_a_vote_that_is_left_gives_way_to_a_later_one_and_goes_with_its_process(
    room: Facilitator, since: Command
) -> None:
    room.press(Key.Key_V, by=CTRL | SHIFT)
    dialog = votes_dialog(room)
    for number in (1, 3):
        dialog.fields[number].lineEdit().selectAll()
        QTest.keyClicks(dialog.fields[number], "7")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert set(room.context.drafts.left_over) == {"inventory.votes 1", "inventory.votes 3"}
    room.context.bridge.execute(since)
    assert room.context.drafts.left_over == {"inventory.votes 3": "7"}


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_Down])
def test_a_vote_that_is_none_again_takes_back_what_waits(
    room: Facilitator, disk: Callable[[bool], None], key: Key
) -> None:
    room.press(Key.Key_V, by=CTRL | SHIFT)
    dialog = votes_dialog(room)
    field = dialog.fields[1]
    field.selectAll()
    QTest.keyClicks(field, "1")
    disk(True)
    dialog.keep.click()
    assert dialog.isVisible()
    disk(False)
    field.selectAll()
    QTest.keyClick(field, key)
    dialog.keep.click()
    assert not dialog.isVisible()
    assert room.process(1).votes == 0
    assert room.context.bridge.drafts() == []


def test_votes_rank_the_inventory(room: Facilitator) -> None:
    room.press(Key.Key_V, by=CTRL | SHIFT)
    (dialog,) = room.console.findChildren(VotesDialog)
    for number, votes in ((1, "2"), (2, ""), (3, "7"), (4, "")):
        field = dialog.fields[number]
        assert QApplication.focusWidget() is field
        if votes:
            field.selectAll()
            QTest.keyClicks(field, votes)
        QTest.keyClick(field, Key.Key_Return)
    dialog.keep.click()
    assert [room.process(n).votes for n in (1, 2, 3, 4)] == [2, 0, 7, 0]
    assert order(room) == [3, 1, 2, 4]
    room.console.undo()
    assert order(room) == [1, 2, 3, 4]
    assert room.process(3).votes == 7


def test_merged_answers_that_disagree_are_told_and_both_are_kept(room: Facilitator) -> None:
    for number, owner in ((1, "Clerk"), (2, "Registrar")):
        room.context.bridge.execute(answers(number, owner=owner))
    room.grid.go_to(0, Column.PROBLEM)
    room.press(Key.Key_M, by=CTRL)
    dialog = dialog_of(room)
    assert not dialog.done_button.isEnabled()
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert dialog._told.text() == "owner: “Clerk” stays, “Registrar” is set aside."
    dialog.done_button.click()
    assert order(room) == [1, 3, 4]
    assert room.process(1).owner == "Clerk"
    other = room.process(2)
    assert other.set_aside
    assert other.owner == "Registrar"
    room.console.undo()
    assert order(room) == [1, 2, 3, 4]


def test_what_is_private_is_counted_and_not_told(room: Facilitator) -> None:
    for number in (1, 2):
        room.context.bridge.execute(answers(number, proposed_owner=f"Somebody {number}"))
    room.press(Key.Key_M, by=CTRL)
    dialog = dialog_of(room)
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert dialog._told.text() == "1 more answer disagrees."


def test_a_process_is_taken_apart_again(room: Facilitator) -> None:
    room.press(Key.Key_M, by=CTRL)
    pick(room, dialog_of(room), 0)
    room.press(Key.Key_M, by=CTRL | SHIFT)
    dialog = dialog_of(room)
    assert [dialog.model.item(n).text() for n in range(2)] == [
        "Sign permit letters", "Route applications",
    ]  # fmt: skip
    pick(room, dialog, 1)
    assert {room.process(n).name for n in order(room)} == {
        "Sign permit letters", "Route applications", "Order parts", "Certify timesheets",
    }  # fmt: skip


def test_one_activity_cannot_be_taken_apart(room: Facilitator) -> None:
    room.press(Key.Key_M, by=CTRL | SHIFT)
    assert room.page.shaping.dialog is None


def test_a_performance_activity_names_what_holds_it_back(room: Facilitator) -> None:
    bridge = room.context.bridge
    card = bridge.state.activities_of(4)[0]
    assert ask_needs(room.context, card, room.console) is None
    bridge.execute(MoveActivities((card.id,), Bucket.PERFORMANCE))
    moved = bridge.state.get(Activity, card.id)
    dialog = ask_needs(room.context, moved, room.console)
    assert dialog is not None
    pick(room, dialog, 0)
    assert [(need.activity_id, need.process_id) for need in bridge.state.all(Need)] == [
        (card.id, 1)
    ]
    room.grid.go_to(1, Column.PROBLEM)
    room.grid.go_to(0, Column.PROBLEM)
    assert "Holds back “Certify timesheets”" in room.page._side._weight.text()


def test_the_list_is_searched_by_any_part(room: Facilitator) -> None:
    room.press(Key.Key_D, by=CTRL)
    dialog = dialog_of(room)
    dialog.find_field.setText("ROUTE")
    assert dialog.list.model().rowCount() == 1
    pick(room, dialog, 0)
    assert [each.id for each in room.context.bridge.state.all(Process) if each.chosen] == [2]


def test_what_users_said_comes_from_a_table_after_a_look_at_it(
    room: Facilitator, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "voices.csv"
    path.write_text("process,who,said\nSign permit letters,Applicants,Too late\nFly,Crows,Caw\n")
    room.page.shaping.preview_voices(path)
    (dialog,) = room.console.findChildren(AddMany)
    qtbot.waitUntil(dialog._add.isEnabled)
    assert dialog._title.text() == "Add 1 voice?"
    assert dialog._model.stringList() == ["Applicants: Too late"]
    assert "1 skipped" in dialog._summary.text()
    dialog._add.click()
    (heard,) = room.context.bridge.state.all(Feedback)
    assert (heard.process_id, heard.who, heard.said) == (1, "Applicants", "Too late")


def test_a_table_that_is_none_is_refused_in_one_sentence(
    room: Facilitator, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "voices.csv"
    path.write_bytes(b"")
    room.page.shaping.preview_voices(path)
    (dialog,) = room.console.findChildren(AddMany)
    qtbot.waitUntil(lambda: dialog._title.text() == "Nothing to add")
    assert dialog._summary.text().endswith("it is empty.")
    dialog.reject()
    room.page.shaping.preview_voices(tmp_path / "gone.csv")
    assert "gone.csv" in room.console._status.text
