"""The history in the place of the panel: newest first, named, taken back to a step."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands.agenda import TimePhase
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Phase
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
    model = desk.window._history.list.model()
    return [str(model.index(n, 0).data()).split("   ")[1] for n in range(model.rowCount())]


def test_what_was_done_is_listed_newest_first_without_the_clock(desk):
    assert shown(desk) == [f"Added activity “Sign form {n}”" for n in (3, 2, 1, 0)]
    assert desk.window._history.isVisible()
    assert not desk.window.panel.isVisible()
    assert desk.window._side.width() == 360
    assert desk.window._top.on_screen.isVisible()  # the preview is covered


def test_the_work_is_taken_back_to_the_chosen_step_and_brought_again(desk):
    history = desk.window._history
    assert not history.back.isEnabled()
    history.list.setCurrentIndex(history.list.model().index(2, 0))
    history.back.click()
    texts = [card.text for card in desk.context.bridge.state.all(Activity)]
    assert texts == ["Sign form 0", "Sign form 1"]
    assert len(shown(desk)) == 2
    desk.press(Key.Key_Y, CTRL)
    assert len(shown(desk)) == 3


def test_the_list_is_altered_where_it_changes_and_never_filled_anew(desk):
    model = desk.window._history.list.model()
    resets, removed, inserted = [], [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    desk.context.bridge.undo()
    desk.context.bridge.execute(AddRecords((Activity(id=0, text="Call back"),)))
    assert shown(desk)[0] == "Added activity “Call back”"
    assert (resets, removed, inserted) == ([], [(0, 0)], [(0, 0)])


def test_closing_it_brings_the_panel_back(desk):
    desk.window._history._close.click()
    assert desk.window.panel.isVisible()
    assert not desk.window._history.isVisible()
    assert desk.window._side.width() != 360
