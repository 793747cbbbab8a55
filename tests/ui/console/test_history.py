"""The history in the place of the panel: newest first, named, taken back to a step."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands.agenda import TimePhase
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    cards = [AddRecords((Activity(id=0, text=f"Sign form {n}"),)) for n in range(4)]
    found = Desk(make_context(*cards, TimePhase(1, 90)), qtbot, Phase.GATHER)
    found.window.complete()
    found.window.actions_["history"].trigger()
    return found


def shown(desk: Desk) -> list[str]:
    model = desk.window._side.history.list.model()
    return [str(model.index(n, 0).data()).split("   ")[1] for n in range(model.rowCount())]


def test_what_was_done_is_listed_newest_first_without_the_clock(desk):
    assert shown(desk) == [f"Added activity “Sign form {n}”" for n in (3, 2, 1, 0)]
    assert desk.window._side.history.isVisible()
    assert not desk.window.panel.isVisible()
    assert desk.window._side.width() == 360
    assert desk.window._top.on_screen.isVisible()  # the preview is covered


def test_the_work_is_taken_back_to_the_chosen_step_and_brought_again(desk):
    history = desk.window._side.history
    assert not history.back.isEnabled()
    history.list.setCurrentIndex(history.list.model().index(2, 0))
    history.back.click()
    texts = [card.text for card in desk.context.bridge.state.all(Activity)]
    assert texts == ["Sign form 0", "Sign form 1"]
    assert [line.startswith("Taken back: ") for line in shown(desk)] == [True, True, False, False]
    assert history._count.text() == "2 steps"
    desk.press(Key.Key_Y, CTRL)
    assert [line.startswith("Taken back: ") for line in shown(desk)] == [True, False, False, False]


def test_what_was_taken_back_is_brought_again_up_to_the_chosen_step(desk):
    history = desk.window._side.history
    for _ in range(3):
        desk.context.bridge.undo()
    history.list.setCurrentIndex(history.list.model().index(1, 0))
    assert history.back.text().strip() == "Bring again to here"
    history.back.click()
    texts = [card.text for card in desk.context.bridge.state.all(Activity)]
    assert texts == ["Sign form 0", "Sign form 1", "Sign form 2"]
    assert shown(desk)[0] == "Taken back: Added activity “Sign form 3”"
    assert "Done again: 2 steps" in desk.said
    desk.context.bridge.execute(AddRecords((Activity(id=0, text="Call back"),)))
    assert not any(line.startswith("Taken back: ") for line in shown(desk))


def test_the_list_is_altered_where_it_changes_and_never_filled_anew(desk):
    model = desk.window._side.history.list.model()
    resets, removed, inserted = [], [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    desk.context.bridge.undo()
    desk.context.bridge.execute(AddRecords((Activity(id=0, text="Call back"),)))
    assert shown(desk)[0] == "Added activity “Call back”"
    assert (resets, removed, inserted) == ([], [(0, 0)] * 2, [(0, 0)] * 2)


def test_closing_it_brings_the_panel_back(desk):
    desk.window._side.history._close.click()
    assert desk.window.panel.isVisible()
    assert not desk.window._side.history.isVisible()
    assert desk.window._side.width() != 360


def test_logging_an_excuse_brings_the_panel_back_to_type_into(desk):
    desk.press(Key.Key_E, CTRL)
    assert not desk.window._side.history.isVisible()
    assert desk.window.panel.excuse.hasFocus()


def test_closing_it_gives_the_keyboard_back_to_the_work(desk):
    desk.page.entry.setFocus()
    desk.window.actions_["history"].trigger()
    desk.window.actions_["history"].trigger()
    assert desk.window._side.history.list.hasFocus()
    desk.window.actions_["history"].trigger()
    assert desk.page.entry.hasFocus()


def test_a_notice_that_is_closed_gives_the_keyboard_back_to_the_work(desk):
    desk.page.entry.setFocus()
    desk.window.notice.tell("The projector was pulled out.", "Close")
    desk.window.notice.focus_first()
    desk.window.notice.hide()
    assert desk.page.entry.hasFocus()


def test_once_hidden_it_stays_hidden_in_the_next_phase_and_comes_back_when_asked(desk):
    desk.press(Key.Key_F8)
    desk.window.enter(Phase.DEAL)
    assert not desk.window._side.isVisible()
    desk.window.actions_["history"].trigger()
    assert desk.window._side.history.isVisible()


@pytest.mark.parametrize("phase", list(Phase))
def test_hiding_the_panel_gives_the_keyboard_back_to_where_it_was(make_context, qtbot, phase):
    cards = (
        Activity(id=-1, text="Sign forms", bucket=Bucket.PROCESS),
        Activity(id=-2, text="Coach"),
    )
    desk = Desk(make_context(AddRecords(cards)), qtbot, phase)
    desk.window.complete()
    desk.window.enter(phase)
    at_work = desk.focused
    desk.press(Key.Key_E, CTRL)
    assert desk.window.panel.excuse.hasFocus()
    desk.press(Key.Key_F8)
    assert desk.focused is at_work
    desk.window.close()
