"""The clock: what a phase took is kept, never undone, and what is left is planned anew."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.changes import ChangeSet
from workshop.domain.commands.agenda import MovePhase
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.edits import Edits
from workshop.domain.enums import Bucket, Phase
from workshop.domain.planning import card_sentence
from workshop.domain.records import Activity, AgendaItem
from workshop.domain.state import State
from workshop.session import Session
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    cards = AddRecords(
        tuple(
            Activity(
                id=-n, text=f"Sign form {n}", bucket=Bucket.PROCESS if n < 4 else Bucket.UNSORTED
            )
            for n in range(10)
        )
    )
    return Desk(make_context(cards), qtbot, Phase.BUCKET)


def item(desk: Desk, phase: Phase = Phase.BUCKET) -> AgendaItem:
    return next(each for each in desk.context.bridge.view.agenda if each.phase is phase)


def let_pass(desk: Desk, seconds: int) -> None:
    desk.context.clock._used_before += seconds
    desk.context.clock.ticked.emit()


def entry(desk: Desk, name: str) -> QPushButton:
    found = desk.window._rail.findChildren(QPushButton)
    return next(each for each in found if each.accessibleName().startswith(name))


def test_what_a_phase_took_is_kept_when_it_is_left(desk):
    let_pass(desk, 100)
    desk.window.enter(Phase.INVENTORY)
    assert item(desk).actual_seconds == 100
    assert item(desk, Phase.INVENTORY).actual_seconds == 0
    desk.window.enter(Phase.BUCKET)
    assert desk.context.clock.used == 100


def test_what_a_phase_took_is_kept_while_the_clock_runs_and_when_it_is_paused(desk):
    desk.context.clock.start()
    let_pass(desk, 130)
    assert item(desk).actual_seconds == 130
    let_pass(desk, 10)
    assert item(desk).actual_seconds == 130
    desk.context.clock.pause()
    assert item(desk).actual_seconds == 140


def test_a_running_clock_goes_on_in_the_next_phase_from_its_own_time(desk):
    desk.context.clock.start()
    let_pass(desk, 70)
    desk.window.enter(Phase.COMMIT)
    assert desk.context.clock.is_running
    assert desk.context.clock.used < 5
    desk.context.clock.pause()
    assert item(desk).actual_seconds == 70
    assert item(desk, Phase.COMMIT).actual_seconds < 5


def test_what_a_phase_took_is_kept_when_the_window_closes(desk):
    let_pass(desk, 55)
    desk.window.close()
    assert item(desk).actual_seconds == 55


def test_time_is_no_step_of_undo_and_survives_one(desk):
    card = desk.context.bridge.state.all(Activity)[0]
    desk.context.bridge.execute(EditRecord(Activity, card.id, {"text": "Sign it"}))
    let_pass(desk, 200)
    desk.context.timing.keep()
    assert desk.said.startswith("Edited")
    desk.window.undo()
    assert desk.context.bridge.state.get(Activity, card.id).text == card.text
    assert item(desk).actual_seconds == 200
    let_pass(desk, 20)
    desk.context.timing.keep()
    desk.window.redo()
    assert desk.context.bridge.state.get(Activity, card.id).text == "Sign it"


def test_undo_reaches_the_same_steps_after_a_restart(desk):
    let_pass(desk, 200)
    desk.context.timing.keep()
    label = desk.context.bridge.undo_label
    path = desk.context.bridge.path
    desk.context.bridge.close()
    with Session.open(path, read_only=True) as session:
        assert session.undo_label == label


def test_a_minute_more_stays_with_its_phase(desk):
    desk.press(Key.Key_T, CTRL | SHIFT)
    assert desk.context.clock.left == 26 * 60
    desk.window.enter(Phase.COMMIT)
    assert desk.context.clock.left == 20 * 60
    desk.window.enter(Phase.BUCKET)
    assert desk.context.clock.left == 26 * 60


def test_minutes_more_are_in_the_file_and_one_step_to_take_back(desk):
    for _ in range(3):
        desk.press(Key.Key_T, CTRL | SHIFT)
    assert item(desk).planned_minutes == 28
    desk.window.undo()
    assert item(desk).planned_minutes == 25
    assert desk.context.clock.left == 25 * 60


class WithoutPhase:
    """An agenda from elsewhere may lack a phase; no command of ours takes one out."""

    def __init__(self, id_: int) -> None:
        self.id = id_

    def plan(self, state: State) -> ChangeSet:
        edits = Edits(state)
        edits.delete(AgendaItem, (self.id,))
        return edits.change_set("Deleted a phase")


def test_a_phase_that_is_not_on_the_agenda_has_no_minutes_to_add_to(desk):
    desk.context.bridge.execute(WithoutPhase(item(desk).id))
    desk.press(Key.Key_T, CTRL | SHIFT)
    assert desk.said == "This phase is not on the agenda: it has no minutes."


def test_edited_minutes_count_at_once_and_a_running_clock_runs_on(desk):
    desk.context.clock.start()
    edit = EditRecord(AgendaItem, item(desk).id, {"planned_minutes": 40})
    desk.context.bridge.execute(edit)
    assert desk.context.clock.is_running
    assert 40 * 60 - 5 <= desk.context.clock.left <= 40 * 60
    desk.context.clock.pause()


def test_the_rail_shows_planned_against_used_and_ticks_what_was_done(desk):
    let_pass(desk, 27 * 60)
    desk.window.enter(Phase.WELCOME)
    found = entry(desk, "Bucket")
    assert found.accessibleName() == "Bucket, 27 of 25 minutes, 2 over"
    assert found._right.text() == "27 / 25"
    assert found._done
    assert not entry(desk, "Gather")._done


def test_a_moved_phase_moves_in_the_rail_and_for_the_next_key(desk):
    desk.context.bridge.execute(MovePhase(item(desk).id, 1))
    desk.window._rail.layout().activate()
    top = {each.name: each.y() for each in desk.window._rail.findChildren(QPushButton)}
    assert top["Inventory"] < top["Bucket"] < top["Commit"]
    desk.window._go_forward()
    assert desk.page.PHASE is Phase.COMMIT


def test_the_agenda_is_reordered_by_key(desk):
    desk.window.enter(Phase.WELCOME)
    desk.press(Key.Key_2, CTRL)
    box = desk.page.agenda.minutes[item(desk).id]
    box.setFocus()
    desk.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    phases = [each.phase for each in desk.context.bridge.view.agenda]
    assert phases[:3] == [Phase.WELCOME, Phase.BUCKET, Phase.GATHER]
    assert box.hasFocus()


def test_the_plan_is_made_anew_as_processes_are_left(desk):
    desk.window.enter(Phase.INVENTORY)
    replan = desk.window.panel.replan
    assert replan.line.text() == "70 minutes for 4 processes: about 18 each; you will reach all 4."
    let_pass(desk, 60 * 60)
    assert replan.line.text() == "10 minutes for 4 processes: about 2 each; you will reach 2 of 4."


def test_the_plan_of_bucketing_counts_cards(desk):
    assert desk.window.panel.replan.line.text() == "25 minutes for 6 cards: about 4 minutes each."


@pytest.mark.parametrize(
    ("seconds", "cards", "words"),
    [
        (600, 0, ""),
        (600, 1, "10 minutes for 1 card: about 10 minutes each."),
        (600, 30, "10 minutes for 30 cards: about 20 seconds each."),
        (-5, 3, "No time is left for 3 cards: count hands on the contested ones, take the rest."),
    ],
)
def test_the_time_for_each_card(seconds, cards, words):
    assert card_sentence(seconds, cards) == words


def test_the_end_is_told_from_now_and_the_phases_to_come(desk):
    replan = desk.window.panel.replan
    replan._now = lambda: dt.datetime(2026, 5, 12, 10, 0, tzinfo=dt.UTC)
    replan.show_plan()
    assert replan.end.text() == "On plan from here, you end at 12:30."  # 25+70+20+15+10+10
