"""From the start screen into a session and back, and every file that is refused on the way."""

import datetime as dt
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import words_on
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import ParkingLotItem
from workshop.session import Session
from workshop.ui import app as app_module
from workshop.ui.app import Application, keep_english
from workshop.ui.console.status_slot import StatusSlot
from workshop.ui.dialogs import files
from workshop.ui.dialogs.keys import KeysDialog
from workshop.ui.dialogs.new_session import NewSession
from workshop.ui.opening import SALVAGE
from workshop.ui.settings import Settings
from workshop.ui.start.window import GO_ON
from workshop.ui.unexpected import sentence_for, watch

pytestmark = pytest.mark.qt_log_ignore("does not support")

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Screen:
    """The application, and a user in front of it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.app, self._qtbot = application, qtbot

    @property
    def window(self) -> QWidget:
        found = self.app.console or self.app.start
        assert found is not None
        return found

    def begin(self) -> None:
        self.app.show_start()
        self._settle()
        assert self.app.start is not None
        self._qtbot.waitUntil(self.app.start._reader.isFinished)
        self._qtbot.wait(1)  # what was read arrives through the event loop

    def _settle(self) -> None:
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)

    def click(self, words: str) -> None:
        buttons = self.window.findChildren(QPushButton)
        next(b for b in buttons if b.text() == words and not b.isHidden()).click()

    @property
    def notice(self) -> str:
        return self.window.notice.text

    @property
    def title(self) -> str:
        assert self.app.console is not None
        return self.app.console._context.bridge.state.facts.title


@pytest.fixture
def screen(qapp: QApplication, settings: Settings, qtbot: QtBot) -> Iterator[Screen]:
    application = Application(qapp, settings)
    yield Screen(application, qtbot)
    if application.console is not None or application.start is not None:
        (application.console or application.start).close()
    if application._new is not None:
        application._new.reject()
        application._new.deleteLater()
    application.deleteLater()


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[..., Path]:
    def make(name: str = "riverside.gather", **facts: object) -> Path:
        path = tmp_path / name
        Session.create(
            path, **{"title": "Riverside leaders", "agency": "Riverside", **facts}
        ).close()
        return path

    return make


def recents(screen: Screen) -> list[tuple[str, str]]:
    model = screen.app.start.recents
    return [(model.recent(n).title, model.recent(n).state) for n in range(model.rowCount())]


def test_the_first_start_offers_three_ways_by_number(screen):
    screen.begin()
    shown = [each.text() for each in screen.window.findChildren(QLabel) if each.isVisible()]
    assert "Process is not performance." in shown
    assert "Works offline. A session is one file on this computer." in shown
    buttons = [b for b in screen.window.findChildren(QPushButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons] == [
        "Try the sample (1)", "New session (2)", "Open a session file (3)",
    ]  # fmt: skip


def test_one_key_opens_the_sample_in_the_window(screen, settings):
    screen.begin()
    screen.press(Key.Key_1)
    assert screen.app.start is None
    assert screen.title == "Leaders' workshop on permits and services"
    assert len(settings.recent) == 1


def test_a_file_is_opened_and_closed_again_and_is_recent_then(screen, make_file, settings):
    path = make_file()
    screen.app.open(path)
    assert screen.title == "Riverside leaders"
    screen.app.close_session()
    assert screen.app.console is None
    assert settings.recent == [path]
    screen._qtbot.waitUntil(lambda: recents(screen)[0][1] != "")
    assert recents(screen) == [("Riverside leaders", "Riverside. Welcome, 0 activities.")]
    with Session.open(path):
        pass  # it was let go of


def test_characters_without_a_typeface_are_told_when_a_session_is_opened(screen, make_file):
    path = make_file("odd.gather", title="Riverside 𐎀 שבוע")
    screen.app.open(path)
    slot = screen.window.findChild(StatusSlot)
    screen._qtbot.waitUntil(lambda: slot.text.startswith("No typeface here has 𐎀: "))


def test_enter_opens_the_recent_file_and_n_asks_for_a_new_one(screen, make_file, settings):
    settings.add_recent(make_file())
    screen.begin()
    screen.press(Key.Key_N)
    dialog = screen.app._new
    assert dialog.isVisible()
    dialog.reject()
    screen.press(Key.Key_Return)
    assert screen.title == "Riverside leaders"


def test_a_recent_file_that_is_gone_says_so_and_can_be_forgotten(screen, tmp_path, settings):
    settings.add_recent(tmp_path / "gone.gather")
    screen.begin()
    assert recents(screen) == [("gone", "This file is not there now.")]
    screen.press(Key.Key_Return)
    assert "is not there now" in screen.notice
    screen.press(Key.Key_Delete)
    assert settings.recent == []
    assert any(words.startswith("Welcome. Where") for words in words_on(screen.window))


def test_after_a_crash_the_start_screen_says_what_was_kept(screen, make_file, settings):
    path = make_file()
    with Session.open(path) as session:
        session.keep_draft("gather.entry", "Sign over")
        note = path.with_name(f".{path.name}.lock").read_bytes()
    path.with_name(f".{path.name}.lock").write_bytes(note)  # as a kill leaves it
    os.utime(path, (dt.datetime(2025, 5, 3, 10, 41).astimezone().timestamp(),) * 2)
    settings.add_recent(path)
    screen.begin()
    assert "Gather closed unexpectedly at 10:41 on 3 May 2025 with" in screen.notice
    assert (
        "Everything up to then is in the file, and one unfinished text was kept." in screen.notice
    )
    screen.click(GO_ON)
    assert screen.title == "Riverside leaders"


def test_a_file_that_is_open_elsewhere_is_refused_and_its_copy_offered(screen, make_file):
    path = make_file()
    with Session.open(path) as session:
        session.execute(AddRecords((ParkingLotItem(id=0, text="Vehicles"),)))
    with Session.open(path) as elsewhere:
        screen.begin()
        screen.app.open(path)
        assert "is open elsewhere" in screen.notice
        button = screen.window.focusWidget()
        assert button.text().startswith("Open the copy of ")
        QTest.keyClick(button, Key.Key_Space)
        assert screen.app.console is not None
        assert screen.notice.startswith("Read-only copy of ")
        bridge = screen.app.console._context.bridge
        assert bridge.is_read_only
        assert [item.text for item in bridge.state.all(ParkingLotItem)] == ["Vehicles"]
        assert elsewhere.execute(AddRecords((ParkingLotItem(id=0, text="Glossary"),)))


def test_a_damaged_file_is_refused_and_salvaged_into_a_new_one(
    screen, make_file, tmp_path, monkeypatch
):
    path, new = make_file(), tmp_path / "saved.gather"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("CREATE TABLE stranger (x)")
    connection.close()
    screen.begin()
    screen.app.open(path)
    assert "is damaged" in screen.notice
    before = path.read_bytes()
    monkeypatch.setattr(files, "ask_new_file", lambda *_: new)
    screen.click(SALVAGE)
    assert screen.title == "Riverside leaders"
    assert screen.notice.startswith("Saved ")
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no session", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_session_is_refused_in_a_sentence(screen, tmp_path, content):
    path = tmp_path / "other.gather"
    path.write_bytes(content)
    screen.begin()
    screen.app.open(path)
    assert screen.notice.endswith((": choose a .gather file.", "leaves this one as it is."))
    screen.click("Close")
    assert screen.notice == ""


def test_a_newer_file_is_refused_while_the_open_session_stays(screen, make_file, monkeypatch):
    screen.app.open(make_file())
    newer = make_file("newer.gather")
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    screen.app.open(newer)
    assert "newer version" in screen.notice
    assert screen.title == "Riverside leaders"


def test_the_file_that_is_open_is_not_opened_again(screen, make_file):
    path = make_file()
    screen.app.open(path)
    first = screen.app.console
    screen.app.open(path)
    assert screen.app.console is first
    assert screen.app.console._status.text == "This session is open already."


def test_another_file_takes_the_place_of_the_first(screen, make_file):
    first, second = make_file(), make_file("second.gather", title="Second")
    screen.app.open(first)
    screen.app.open(second)
    assert screen.title == "Second"
    with Session.open(first):
        pass


def test_a_file_is_dropped_on_the_start_screen(screen, make_file):
    path = make_file()
    screen.begin()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(700, 500), Qt.DropAction.CopyAction, mime, left, none)
    screen.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    screen.window.dropEvent(
        QDropEvent(QPointF(700, 500), Qt.DropAction.CopyAction, mime, left, none)
    )
    assert screen.title == "Riverside leaders"


def test_a_new_session_is_made_from_the_form(screen, tmp_path, settings):
    screen.begin()
    screen.press(Key.Key_2)
    form = screen.app._new
    assert isinstance(form, NewSession)
    fields = {each.accessibleName(): each for each in form.findChildren(QLineEdit)}
    form._folder = tmp_path
    fields["Where to keep it"].clear()
    QTest.keyClicks(fields["Title"], "Fleet: yards?")
    QTest.keyClicks(fields["Agency"], "Riverside")
    suggested = Path(fields["Where to keep it"].text())
    assert suggested.parent == tmp_path
    assert suggested.name.endswith(" Fleet yards.gather")
    QTest.keyClick(fields["Title"], Key.Key_Return)
    assert screen.title == "Fleet: yards?"
    assert settings.recent == [suggested]
    assert fields["Title"].text() == ""


def test_a_name_that_is_taken_is_refused_in_the_form(screen, make_file):
    path = make_file()
    before = path.read_bytes()
    screen.begin()
    screen.press(Key.Key_2)
    form = screen.app._new
    form._texts["title"].setText("Mine")
    form._path.setText(str(path))
    form._save.click()
    assert form.isVisible()
    assert "is there already" in form._trouble.text()
    assert form._texts["title"].text() == "Mine"
    assert path.read_bytes() == before
    form.reject()


def test_f1_lists_the_keys_of_every_phase(screen, make_file):
    screen.app.open(make_file())
    screen._settle()
    screen.press(Key.Key_F1)
    dialog = screen.window.findChild(KeysDialog)
    model = dialog.model
    rows = {
        str(model.index(n, 1).data()): str(model.index(n, 0).data())
        for n in range(model.rowCount())
    }
    assert rows["Undo"] == "Ctrl+Z"
    assert rows["Keep and next"].startswith("Ctrl+Return")
    assert rows["Save the chosen PDFs"] == "Ctrl+S"
    dialog.close()


def test_the_themes_and_single_keys_are_switched_from_the_menu(screen, make_file, settings):
    screen.app.open(make_file())
    console = screen.app.console
    console.complete()
    console.actions_["console_dark"].trigger()
    assert settings.console_theme.value == "dark"
    console.actions_["room_dark"].trigger()
    assert console._context.room.look.theme.name.value == "dark"
    console.actions_["single_keys"].trigger()
    assert not settings.single_keys
    assert "B" not in [key.toString() for key in console.actions_["blank"].shortcuts()]
    console.actions_["console_dark"].trigger()


def test_a_session_that_cannot_be_opened_ends_the_program_before_a_window(screen, tmp_path, capsys):
    screen.app.begin_with(tmp_path / "none.gather")
    assert not screen.app.has_window
    assert capsys.readouterr().err.startswith("There is no file")


def test_a_locked_session_given_at_the_start_is_offered_as_a_copy(screen, make_file, capsys):
    path = make_file()
    with Session.open(path) as session:
        session.execute(AddRecords((ParkingLotItem(id=0, text="Vehicles"),)))
    with Session.open(path):
        screen.app.begin_with(path)
        assert "is open elsewhere" in screen.notice
        assert "is open elsewhere" in capsys.readouterr().err


def test_a_new_session_that_is_started_twice_is_told_in_a_window(screen, make_file):
    path = make_file()
    with Session.open(path):
        screen.app.begin_with(path)
        assert "close it there first" in screen.notice


def test_a_sample_that_cannot_be_made_is_told(screen, user_folder):
    user_folder.write_bytes(b"no folder")
    screen.app.show_start()
    screen.app.open_sample()
    assert screen.app.console is None
    assert "user-data" in screen.notice


def test_what_nobody_expected_is_a_sentence_without_a_traceback(user_folder, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr("sys.excepthook", None)
    watch(told.append)
    noted = "what the facilitator noted"
    error = RuntimeError(noted)
    sys.excepthook(RuntimeError, error, None)
    (sentence,) = told
    assert "Traceback" not in sentence
    assert "gather.log" in sentence
    log = (user_folder / "gather.log").read_text()
    assert "RuntimeError" in log
    assert noted not in log


def test_a_log_that_cannot_be_written_is_no_obstacle(user_folder):
    user_folder.write_bytes(b"no folder")
    assert "ValueError" in sentence_for(ValueError())


def test_the_run_ends_with_an_exit_code(qapp, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(app_module, "QApplication", lambda _: qapp)
    monkeypatch.setattr("sys.excepthook", None)
    assert app_module.run(tmp_path / "none.gather") == 1
    assert "There is no file" in capsys.readouterr().err


def test_the_next_session_opens_in_place_of_the_last_one(
    screen, make_file, tmp_path, settings, monkeypatch
):
    last, new = make_file(), tmp_path / "next.gather"
    screen.app.open(last)
    first = screen.app.console._context.bridge.state.facts
    asked = []
    monkeypatch.setattr(files, "ask_new_file", lambda *given: asked.append(given) or new)
    action(screen, "next_session").trigger()
    assert asked[0][1:] == ("Next session", tmp_path / "riverside next.gather")
    facts = screen.app.console._context.bridge.state.facts
    assert (facts.title, facts.previous_session_id) == (first.title, first.session_id)
    assert settings.recent[0] == new
    with Session.open(last):
        pass


def test_a_session_is_followed_up_from_the_start_screen_by_a_key(
    screen, make_file, tmp_path, settings, monkeypatch
):
    last, new = make_file(), tmp_path / "next.gather"
    before = last.read_bytes()
    screen.app.open(last)
    first = screen.app.console._context.bridge.state.facts
    screen.app.close_session()
    monkeypatch.setattr(files, "ask_new_file", lambda *_: new)
    screen._settle()
    screen.press(Key.Key_F)
    facts = screen.app.console._context.bridge.state.facts
    assert facts.previous_session_id == first.session_id
    assert settings.recent[0] == new
    assert last.read_bytes() == before


def test_a_session_that_is_gone_is_not_followed_up(screen, make_file):
    last = make_file()
    screen.app.open(last)
    screen.app.close_session()
    last.unlink()
    screen.app.follow_up(last)
    assert screen.app.console is None
    assert "There is no file" in screen.app.start.notice.text


def test_the_next_session_is_refused_where_its_file_is_there(
    screen, make_file, tmp_path, monkeypatch
):
    taken = make_file("taken.gather", title="Taken")
    before = taken.read_bytes()
    screen.app.open(make_file())
    console = screen.app.console
    monkeypatch.setattr(files, "ask_new_file", lambda *_: None)
    action(screen, "next_session").trigger()
    assert screen.app.console is console
    monkeypatch.setattr(files, "ask_new_file", lambda *_: taken)
    action(screen, "next_session").trigger()
    assert "is there already" in console._status.text
    assert screen.title == "Riverside leaders"
    assert taken.read_bytes() == before


def test_what_is_not_saved_is_not_left_behind_by_the_next_session(screen, make_file, monkeypatch):
    screen.app.open(make_file())
    bridge = screen.app.console._context.bridge
    monkeypatch.setattr(bridge, "_unsaved", [object()])
    action(screen, "next_session").trigger()
    assert screen.app.console._status.text.startswith("Save this session first")
    monkeypatch.undo()


def action(screen: Screen, name: str) -> QAction:
    """Return an action of the console; what it has on the menu is made when it stands."""
    console = screen.app.console
    screen._qtbot.waitUntil(lambda: name in {spec.name for spec in console.actions_.specs()})
    return console.actions_[name]


def test_on_a_desktop_in_another_language_calendars_are_in_the_words_of_the_rest():
    QLocale.setDefault(QLocale(QLocale.Language.German))
    keep_english()
    assert QLocale().monthName(12) == "December"
