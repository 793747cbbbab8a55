"""A text that came in longer than anybody types is never cut by the field that shows it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands import Command
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, CommitmentKind, Phase
from workshop.domain.records import Activity, Commitment, Excuse, Pledge, SessionFacts
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")

LONG = "Answer " + "x" * 3000


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
