"""A text that came in longer than anybody types is never cut by the field that shows it."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands import Command
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, CommitmentKind, Phase, Triage
from workshop.domain.records import (
    Activity,
    Commitment,
    Excuse,
    Participant,
    Pledge,
    Process,
    SessionFacts,
)
from workshop.ui.context import Context
from workshop.ui.dialogs.merge import MergeDialog
from workshop.ui.dialogs.room_list import RoomListDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")

LONG = "Answer " + "x" * 3000
LONGER = "Answer " + "x" * 40_000  # than a field of Qt's own holds


@pytest.fixture
def open_desk(make_context: Callable[..., Context], qtbot: QtBot) -> Callable[..., Desk]:
    def opened(phase: Phase, *commands: Command) -> Desk:
        return Desk(make_context(*commands), qtbot, phase)

    return opened


@pytest.mark.parametrize("phase", [Phase.WELCOME, Phase.CLOSE])
def test_the_facts_of_a_session_stay_whole_when_a_phase_is_left(open_desk, phase):
    facts = {"title": LONG, "marking": LONG}
    desk = open_desk(phase, EditRecord(SessionFacts, 1, facts))
    desk.window.enter(Phase.GATHER)
    kept = desk.context.bridge.state.facts
    assert (kept.title, kept.marking) == (LONG, LONG)


def test_an_excuse_stays_whole_when_its_form_is_kept(open_desk):
    desk = open_desk(Phase.DEAL, AddRecords((Excuse(id=-1, text=LONG),)))
    form = desk.page.excuse_form
    form.open_for(desk.context.bridge.state.get(Excuse, 1))
    form.keep()
    assert desk.context.bridge.state.get(Excuse, 1).text == LONG


def test_a_pledge_stays_whole_when_its_form_is_kept(open_desk):
    card = Activity(id=-1, text="Answer calls", bucket=Bucket.PERFORMANCE)
    pledge = Pledge(id=-1, text=LONG, measure=LONG, activity_id=1)
    desk = open_desk(Phase.DEAL, AddRecords((card,)), AddRecords((pledge,)))
    desk.page.pledge_form.open_for(desk.context.bridge.state.get(Pledge, 1))
    desk.page.leave()
    kept = desk.context.bridge.state.get(Pledge, 1)
    assert (kept.text, kept.measure) == (LONG, LONG)


def test_a_commitment_stays_whole_when_its_owner_is_typed(open_desk):
    made = Commitment(id=-1, text=LONG, measure=LONG, kind=CommitmentKind.FIX_NOW)
    desk = open_desk(Phase.COMMIT, AddRecords((made,)))
    desk.page.open_draft("commit.0.1.text")
    desk.page.form.owner.setFocus()
    desk.type("Deputy")
    desk.press(Key.Key_Return, CTRL)
    kept = desk.context.bridge.state.get(Commitment, 1)
    assert (kept.text, kept.measure, kept.owner) == (LONG, LONG, "Deputy")


def test_a_third_wording_may_be_as_long_as_the_card_it_begins_with(open_desk, qtbot):
    cards = (Activity(id=-1, text=LONGER), Activity(id=-2, text="Answer calls"))
    desk = open_desk(Phase.GATHER, AddRecords(cards))
    bridge = desk.context.bridge
    dialog = MergeDialog(desk.context, [bridge.view.get(Activity, n) for n in (1, 2)], key="x")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.open_third()
    field = dialog.focusWidget()
    QTest.keyClick(field, Key.Key_End)
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Key.Key_Return)
    assert [card.text for card in bridge.view.activities(Bucket.UNSORTED)] == [f"{LONGER}!"]


def test_a_line_of_a_list_stays_whole_when_it_is_edited(open_desk, qtbot):
    desk = open_desk(Phase.GATHER, AddRecords((Excuse(id=-1, text=LONGER),)))
    dialog = RoomListDialog(desk.context, Excuse, desk.window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.edit(dialog.model.index(0))
    _type_at_the_end("!")
    qtbot.waitUntil(lambda: desk.context.bridge.state.get(Excuse, 1).text == f"{LONGER}!")
    dialog.close()


def test_a_name_stays_whole_when_it_is_edited(open_desk, qtbot):
    desk = open_desk(Phase.WELCOME, AddRecords((Participant(id=-1, name=LONGER),)))
    table = desk.page.people.table
    table.setFocus()
    table.edit(table.model().index(0, 0))
    _type_at_the_end("!")
    qtbot.waitUntil(lambda: desk.context.bridge.state.get(Participant, 1).name == f"{LONGER}!")


def test_an_until_when_stays_whole_when_the_room_lives_with_it(open_desk):
    card = Activity(id=-1, text="Route applications", bucket=Bucket.PROCESS)
    until = EditRecord(Process, 1, {"until": LONGER})
    desk = open_desk(Phase.COMMIT, AddRecords((card,)), until)
    desk.page.suggestions.ask_until()
    desk.press(Key.Key_End)
    desk.type("!")
    desk.press(Key.Key_Return)
    process = desk.context.bridge.state.get(Process, 1)
    assert (process.triage, process.until) == (Triage.LIVE_WITH_IT, f"{LONGER}!")


def _type_at_the_end(text: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Key.Key_End)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
