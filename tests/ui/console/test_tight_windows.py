"""In the smallest windows nothing is covered, and what is cut says so."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import (
    Bucket,
    CommitmentKind,
    FeedbackLevel,
    Phase,
    WaitingOn,
    YesNoUnsure,
)
from workshop.domain.records import Activity, Commitment, Process, SessionFacts
from workshop.ui.context import Context
from workshop.ui.widgets import KeyHints

pytestmark = pytest.mark.qt_log_ignore("does not support")

SIZES = [(1024, 768), (1366, 768)]
LONG = "Moved <b>the card</b> “" + "W" * 200 + "” to Process"


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    cards = [Activity(id=-n, text=f"Route {n}", bucket=Bucket.PROCESS) for n in range(1, 13)]
    made = Commitment(id=-1, text="Ask the crews", kind=CommitmentKind.FIND_OUT)
    return Desk(make_context(AddRecords((*cards, made))), qtbot, Phase.DEAL)


def right_of(widget: QWidget, desk: Desk) -> int:
    """Return where a widget ends in the window."""
    return widget.mapTo(desk.window, QPoint(widget.width(), 0)).x()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", [Phase.DEAL, Phase.COMMIT])
def test_undo_stays_beside_a_long_sentence(desk, phase, size):
    desk.window.resize(*size)
    desk.window.enter(phase)
    desk.context.say(LONG, undoable=True)
    QApplication.processEvents()
    status = desk.window._status
    assert desk.said == LONG
    assert desk.window.minimumSizeHint().width() <= size[0]
    undo = status._undo
    assert undo.width() >= undo.sizeHint().width()
    assert right_of(undo, desk) <= right_of(status, desk)
    assert status._said.text().endswith("…")
    assert "&lt;b&gt;the card" in status._said.toolTip()


def test_undo_stands_close_behind_a_short_sentence(desk):
    desk.context.say(LONG, undoable=True)
    desk.context.say("Moved it", undoable=True)
    QApplication.processEvents()
    status = desk.window._status
    assert (status._said.text(), status._said.toolTip()) == ("Moved it", "")
    undo = status._undo
    assert undo.x() - status._said.geometry().right() < 20


def test_a_long_unfinished_text_is_cut_with_an_ellipsis(desk):
    desk.window.resize(1024, 768)
    desk.context.drafts.put_by("leadership.x", "W" * 100)
    desk.context.drafts.put_by("nowhere", "The next")
    QApplication.processEvents()
    bar = desk.window.draft_bar
    assert bar.text.startswith("An unfinished text in Leadership was kept: “WWW")
    assert bar._text.fontMetrics().horizontalAdvance(bar._text.text()) <= bar._text.width()
    assert right_of(bar._text, desk) < right_of(bar._more, desk) <= 1024


def test_a_count_gives_way_to_the_title_and_the_tools(desk):
    desk.window.resize(1024, 768)
    heading = desk.window._heading
    heading._summary.setText("12 of 23 answered, " * 20)
    QApplication.processEvents()
    assert desk.window.minimumSizeHint().width() <= 1024
    assert heading._title.width() >= heading._title.sizeHint().width()
    assert right_of(heading._undo, desk) <= right_of(heading, desk)
    assert heading._summary.text().endswith("…")


def test_processes_have_the_height_that_commitments_leave(desk):
    desk.window.resize(1024, 768)
    desk.window.enter(Phase.COMMIT)
    QApplication.processEvents()
    queue = desk.page.queue
    assert queue.unready.rowCount() == 1
    row = queue.unready_list.sizeHintForRow(0)
    assert row <= queue.unready_list.height() < row + 10
    assert queue.list.height() > 6 * queue.list.sizeHintForRow(0)


def test_a_key_is_hinted_at_whole_or_not_at_all(desk, qtbot):
    hints = KeyHints(desk.context)
    qtbot.addWidget(hints)
    hints.set_hints([("S", "Show on the wall"), ("Ctrl+Enter", "Next unanswered question")])
    for width in range(100, 420, 3):
        hints.resize(width, 30)
        edge = hints.grab().toImage()
        shades = {edge.pixel(edge.width() - 1, y) for y in range(edge.height())}
        assert len(shades) == 1, width


@pytest.mark.parametrize("size", SIZES)
def test_the_inventory_says_whole_how_many_are_answered(desk, size):
    desk.window.resize(*size)
    desk.window.enter(Phase.INVENTORY)
    heading = desk.window._heading
    heading._summary.setText("23 of 23 answered")
    QApplication.processEvents()
    assert heading._summary.text() == "23 of 23 answered"


@pytest.mark.parametrize("size", SIZES)
def test_what_who_when_and_measure_of_a_commitment_are_seen_together(desk, size):
    answers = {
        "problem": YesNoUnsure.YES, "quick_fix": YesNoUnsure.NO, "owner": "nobody",
        "waiting_on": WaitingOn.APPROVAL, "feedback": FeedbackLevel.NONE,
    }  # fmt: skip
    bridge = desk.context.bridge
    bridge.execute(EditRecord(SessionFacts, 1, {"marking": "CUI"}))
    bridge.execute(EditRecord(Process, 1, answers))
    desk.window.resize(*size)
    desk.window.enter(Phase.COMMIT)
    desk.page.add()
    QApplication.processEvents()
    form = desk.page.form
    assert len(desk.page.suggestions.listed) == 4
    for field in (form.text, form.owner, form.due.field, form.measure):
        assert field.visibleRegion().boundingRect() == field.rect(), field.accessibleName()


def test_a_private_note_stays_in_view_while_it_grows(desk):
    desk.context.bridge.execute(EditRecord(SessionFacts, 1, {"marking": "CUI"}))
    desk.window.resize(1366, 768)
    desk.window.enter(Phase.WELCOME)
    desk.press(Key.Key_L, CTRL | SHIFT)
    for _ in range(3):
        QApplication.processEvents()
        note = desk.focused
        assert note.visibleRegion().boundingRect() == note.rect()
        desk.type("Ask Sam first about the pumps. ")
