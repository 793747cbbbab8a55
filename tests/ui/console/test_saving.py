"""What a failing save looks like, and that no way out of it loses a change."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Phase
from workshop.domain.records import Note, ParkingLotItem
from workshop.session import Session
from workshop.ui.bridge import Bridge
from workshop.ui.console import saving
from workshop.ui.context import Context
from workshop.ui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("does not support")

FULL = "The disk is full, so nothing was saved."


@pytest.fixture
def desk(context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    # Closing the window at the end of a test asks about what is not saved.
    answer(monkeypatch, "Close without it")
    return Desk(context, qtbot, Phase.WELCOME)


def place(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Answer the question for a place."""
    monkeypatch.setattr(saving, "ask_new_file", lambda *_: path)


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Answer the question at the end, and return what was asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        button = next(each for each in box.buttons() if each.text() == words)
        monkeypatch.setattr(box, "clickedButton", lambda: button, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def park(desk: Desk, text: str) -> None:
    desk.context.bridge.execute(AddRecords((ParkingLotItem(id=0, text=text),)))


def parked(bridge: Bridge) -> list[str]:
    return [item.text for item in bridge.state.all(ParkingLotItem)]


def click(desk: Desk, words: str) -> None:
    button = next(b for b in desk.window.save_bar.findChildren(QPushButton) if b.text() == words)
    button.click()


def test_a_red_bar_tells_the_cause_and_stays(desk, disk):
    disk(True)
    park(desk, "Shared vehicles")
    bar = desk.window.save_bar
    assert bar.isVisible()
    assert any(FULL in each.text() for each in bar.findChildren(QLabel))
    park(desk, "A glossary")
    assert bar.isVisible()
    disk(False)
    click(desk, "Try again")
    assert not bar.isVisible()
    assert parked(desk.context.bridge) == ["Shared vehicles", "A glossary"]


def test_work_goes_on_in_a_copy_elsewhere(desk, disk, tmp_path, monkeypatch):
    disk(True)
    park(desk, "Shared vehicles")
    old, new = desk.context.bridge.path, tmp_path / "stick.gather"
    place(monkeypatch, new)
    click(desk, "Save a copy…")
    assert desk.context.bridge.path == new
    assert not desk.window.save_bar.isVisible()
    assert parked(desk.context.bridge) == ["Shared vehicles"]
    assert desk.said == "Saved. Work goes on in “stick.gather”."
    with Session.open(old, read_only=True) as left:
        assert left.state.all(ParkingLotItem) == []


def test_a_copy_that_fails_too_is_told_and_nothing_is_given_up(desk, disk, tmp_path, monkeypatch):
    disk(True)
    park(desk, "Shared vehicles")
    place(monkeypatch, tmp_path / "gone" / "stick.gather")
    click(desk, "Save a copy…")
    assert any("gone" in each.text() for each in desk.window.save_bar.findChildren(QLabel))
    assert desk.context.bridge.is_unsaved


def test_no_place_is_no_harm(desk, disk, monkeypatch):
    disk(True)
    park(desk, "Shared vehicles")
    place(monkeypatch, None)
    click(desk, "Save a copy…")
    assert desk.context.bridge.is_unsaved


def test_undo_gives_up_what_was_not_saved(desk, disk):
    disk(True)
    park(desk, "Shared vehicles")
    desk.window.undo()
    assert not desk.context.bridge.is_unsaved
    assert not desk.window.save_bar.isVisible()
    disk(False)
    assert parked(desk.context.bridge) == []


def test_closing_over_an_unsaved_change_asks_once(desk, disk, monkeypatch):
    disk(True)
    park(desk, "Shared vehicles")
    asked = answer(monkeypatch, "Go back")
    assert not desk.window.close()
    assert asked == ["Your last change is not saved."]
    assert desk.window.isVisible()
    answer(monkeypatch, "Close without it")
    assert desk.window.close()


def test_closing_can_save_the_copy(desk, disk, tmp_path, monkeypatch):
    disk(True)
    park(desk, "Shared vehicles")
    answer(monkeypatch, "Save a copy…")
    place(monkeypatch, tmp_path / "stick.gather")
    assert desk.window.close()
    assert parked(desk.context.bridge) == ["Shared vehicles"]


def test_closing_asks_nothing_once_saving_works_again(desk, disk, monkeypatch):
    disk(True)
    park(desk, "Shared vehicles")
    disk(False)
    asked = answer(monkeypatch, "Go back")
    assert desk.window.close()
    assert asked == []
    assert parked(desk.context.bridge) == ["Shared vehicles"]


def test_a_copy_in_good_times_leaves_the_session_where_it_is(desk, tmp_path, monkeypatch):
    park(desk, "Shared vehicles")
    old, new = desk.context.bridge.path, tmp_path / "copy.gather"
    place(monkeypatch, new)
    desk.press(Key.Key_S, CTRL | SHIFT)
    assert desk.context.bridge.path == old
    assert desk.said == "Saved a copy as “copy.gather”."
    with Session.open(new) as copy:
        assert [item.text for item in copy.state.all(ParkingLotItem)] == ["Shared vehicles"]


def test_a_read_only_copy_is_looked_at_and_goes_on_in_a_copy(context, tmp_path, qtbot, monkeypatch):
    park_one = AddRecords((ParkingLotItem(id=0, text="Shared vehicles"),))
    context.bridge.execute(park_one)
    context.bridge.save_copy(tmp_path / "copy.gather")
    session = Session.open(tmp_path / "copy.gather", read_only=True)
    bridge = Bridge(session, read_only=True)
    desk = Desk(Context(bridge, Settings(tmp_path / "other.ini")), qtbot, Phase.WELCOME)
    before = (tmp_path / "copy.gather").read_bytes()
    park(desk, "A glossary")
    assert "read-only copy" in desk.said
    desk.context.room.freeze(True)
    desk.context.bridge.keep_draft("gather.entry", "Sign")
    assert (tmp_path / "copy.gather").read_bytes() == before
    place(monkeypatch, tmp_path / "mine.gather")
    desk.window.saving.save_copy()
    park(desk, "A glossary")
    assert parked(bridge) == ["Shared vehicles", "A glossary"]
    desk.window.close()
    bridge.close()


def test_a_clean_copy_is_saved_from_the_menu_and_says_what_it_leaves_out(
    desk, tmp_path, monkeypatch
):
    desk.window.complete()
    path = tmp_path / "clean.gather"
    asked: list[str] = []

    def choose(_window, title, _suggested):
        asked.append(title)
        return path

    monkeypatch.setattr(saving, "ask_new_file", choose)
    desk.context.bridge.execute(AddRecords((Note(id=0, text="Only for me"),)))
    desk.window.actions_["clean_copy"].trigger()
    assert "without the history" in asked[0]
    assert "private notes" in desk.said
    with Session.open(path) as copy:
        assert not copy.state.all(Note)
        assert copy.state.facts == desk.context.bridge.state.facts
    desk.window.actions_["clean_copy"].trigger()
    assert "clean.gather" in desk.said
    assert desk.context.bridge.path != path
