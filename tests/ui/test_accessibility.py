"""Every window, audited through QAccessible and by the keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from tests.ui.audit import marked_up, missed_by_tab, small, unnamed
from tests.ui.board.cards import add_cards
from tests.ui.console.desk import Desk
from tests.ui.settling import settle
from workshop.domain.enums import Bucket, Phase
from workshop.ui.context import Context
from workshop.ui.dialogs.about import AboutDialog
from workshop.ui.dialogs.keys import KeysDialog
from workshop.ui.dialogs.merge import MergeDialog
from workshop.ui.dialogs.new_session import NewSession
from workshop.ui.dialogs.tally import TallyDialog
from workshop.ui.dress import Dress
from workshop.ui.pages import PAGES
from workshop.ui.start import StartWindow


def seen(window: QWidget, qtbot) -> QWidget:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return window


def at_work(context: Context, qtbot, phase: Phase) -> QWidget:
    """Return the console in a phase, when all of it stands."""
    window = Desk(context, qtbot, phase).window
    settle(window)
    return window


def check(window: QWidget) -> None:
    """Fail for a control without name or role, or too small, and for a label that reads markup."""
    assert unnamed(window) == []
    assert small(window) == []
    assert marked_up(window) == []


def check_tab(window: QWidget) -> None:
    """Fail where Tab misses a control or is trapped, there or back."""
    assert missed_by_tab(window) == []
    assert missed_by_tab(window, back=True) == []


@pytest.mark.parametrize("phase", list(PAGES))
@pytest.mark.parametrize("width", [1024, 1440])
def test_every_phase_is_named_and_large_enough(sample, qtbot, phase, width):
    window = at_work(sample, qtbot, phase)
    window.resize(width, 768)
    settle(window)
    check(window)


@pytest.mark.parametrize("phase", list(PAGES))
def test_every_phase_of_an_empty_session_is_named_and_large_enough(context, qtbot, phase):
    check(at_work(context, qtbot, phase))


@pytest.mark.parametrize("phase", [phase for phase in PAGES if phase is not Phase.INVENTORY])
def test_tab_goes_round_every_phase(sample, qtbot, phase):
    check_tab(at_work(sample, qtbot, phase))


def test_tab_goes_through_the_grid_and_on(make_context, qtbot):
    context = make_context(add_cards("Sign forms", bucket=Bucket.PROCESS))
    check_tab(at_work(context, qtbot, Phase.INVENTORY))


def test_solo_is_named_and_tab_goes_round(sample, qtbot):
    desk = Desk(sample, qtbot, Phase.BUCKET)
    desk.window.solo.enter()
    QApplication.processEvents()
    check(desk.window)
    check_tab(desk.window)
    desk.window.actions_["excuse"].trigger()
    QApplication.processEvents()
    check(desk.window)
    desk.window.solo.leave()


@pytest.mark.parametrize("there_are_recents", [False, True])
def test_the_start_screen(settings, qtbot, tmp_path, there_are_recents):
    if there_are_recents:
        settings.add_recent(tmp_path / "gone.gather")
    window = StartWindow(Dress(settings))
    assert isinstance(window, QMainWindow)
    seen(window, qtbot)
    check(window)
    check_tab(window)
    window.stop_reading()


def _cards(context: Context) -> list:
    return context.bridge.state.activities(Bucket.UNSORTED)[:2]


DIALOGS: dict[str, Callable[[Context], QDialog]] = {
    "about": AboutDialog,
    "keys": lambda context: KeysDialog(context, []),
    "merge": lambda context: MergeDialog(context, _cards(context), key="gather.third"),
    "new session": NewSession,
    "tally": lambda context: TallyDialog(context, _cards(context)[0], "hands"),
}


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog(sample, qtbot, name):
    dialog = seen(DIALOGS[name](sample), qtbot)
    check(dialog)
    check_tab(dialog)
    assert dialog.windowTitle()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
