"""An open editor follows its record until something is typed; untouched, it writes nothing."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands.deal import MatchPledge
from workshop.domain.commands.inventory import ChooseTriage
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import Bucket, CommitmentKind, Dependency, ExcuseState, Phase, Triage
from workshop.domain.records import (
    Activity,
    Commitment,
    Excuse,
    Pledge,
    PledgeReturn,
    Process,
    Record,
    SessionFacts,
)
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")

BEFORE, AFTER = "As it was", "As it is"
DAY = dt.date(2026, 9, 15)


@pytest.fixture
def context(make_context: Callable[..., Context]) -> Context:
    return make_context(
        AddRecords((Activity(id=-1, text=BEFORE, bucket=Bucket.PROCESS),)),
        AddRecords((Activity(id=-1, text="Inspect roads", bucket=Bucket.PERFORMANCE),)),
        AddRecords((Commitment(id=-1, text=BEFORE, kind=CommitmentKind.FIX_NOW, process_id=1),)),
        AddRecords((Excuse(id=-1, text=BEFORE),)),
        AddRecords((Pledge(id=-1, text=BEFORE, owner="Ann"),)),
    )


def in_the_card(desk: Desk) -> QPlainTextEdit:
    desk.window.enter(Phase.BUCKET)
    desk.page.board.activate(desk.page.board.column(Bucket.PROCESS))
    desk.page.gestures.edit_card(1)
    return desk.focused


def in_the_excuse(desk: Desk) -> QLineEdit:
    desk.window.enter(Phase.DEAL)
    desk.page.excuse_form.open_for(desk.context.bridge.state.get(Excuse, 1))
    return desk.focused


def in_the_pledge(desk: Desk) -> QLineEdit:
    desk.window.enter(Phase.DEAL)
    desk.page.pledge_form.open_for(desk.context.bridge.state.get(Pledge, 1))
    return desk.focused


def in_the_commitment(desk: Desk) -> QLineEdit:
    desk.window.enter(Phase.COMMIT)
    desk.page.edit(1)
    return desk.focused


def in_the_agency(desk: Desk) -> QLineEdit:
    desk.window.enter(Phase.WELCOME)
    desk.page.facts.texts["agency"].setFocus()
    return desk.focused


def in_the_promise(desk: Desk) -> QPlainTextEdit:
    desk.window.enter(Phase.WELCOME)
    desk.page.facts.promise.setFocus()
    return desk.focused


EDITORS = [
    (in_the_card, Activity, "text"),
    (in_the_excuse, Excuse, "text"),
    (in_the_pledge, Pledge, "text"),
    (in_the_commitment, Commitment, "text"),
    (in_the_agency, SessionFacts, "agency"),
    (in_the_promise, SessionFacts, "promise"),
]
Open = Callable[[Desk], QLineEdit | QPlainTextEdit]


class Opened:
    """An editor of a record whose text was changed a step ago."""

    def __init__(self, desk: Desk, opens: Open, kind: type[Record], name: str) -> None:
        self.desk, self._kind, self._name = desk, kind, name
        self.change(BEFORE)
        self.change(AFTER)
        self.editor = opens(desk)

    def change(self, text: str) -> None:
        self.desk.context.bridge.execute(EditRecord(self._kind, 1, {self._name: text}))

    @property
    def shown(self) -> str:
        editor = self.editor
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    @property
    def kept(self) -> str:
        return getattr(self.desk.context.bridge.state.get(self._kind, 1), self._name)

    def leave(self) -> None:
        self.desk.window.enter(Phase.CLOSE)


@pytest.fixture(params=EDITORS, ids=[opens.__name__ for opens, *_ in EDITORS])
def opened(request: pytest.FixtureRequest, context: Context, qtbot: QtBot) -> Opened:
    return Opened(Desk(context, qtbot, Phase.CLOSE), *request.param)


def test_ctrl_z_in_a_text_takes_no_step_back_unseen(opened):
    assert opened.shown == AFTER
    opened.desk.press(Key.Key_Z, CTRL)
    opened.leave()
    assert opened.kept == AFTER


def test_an_untouched_editor_shows_what_undo_and_redo_made_of_its_record(opened):
    opened.desk.window.undo()
    assert opened.shown == BEFORE
    opened.desk.window.redo()
    assert opened.shown == AFTER
    opened.desk.window.undo()
    opened.leave()
    assert opened.kept == BEFORE
    opened.desk.context.drafts.flush()
    assert opened.desk.context.bridge.drafts() == []


def test_what_is_half_typed_stays_and_is_kept(opened):
    opened.editor.selectAll()
    opened.desk.type("Typed")
    opened.desk.window.undo()
    assert opened.shown == "Typed"
    opened.leave()
    assert opened.kept == "Typed"


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> Desk:
    return Desk(context, qtbot, Phase.CLOSE)


@pytest.mark.parametrize(
    ("opens", "kind", "key"),
    [
        (in_the_card, Activity, "bucket.card 1"),
        (in_the_excuse, Excuse, "deal.excuse.1"),
        (in_the_pledge, Pledge, "deal.pledge.1.text"),
        (in_the_commitment, Commitment, "commit.1.1.text"),
    ],
)
def test_what_is_typed_about_a_record_that_goes_waits(desk, opens, kind, key):
    opens(desk).selectAll()
    desk.type("Typed")
    desk.context.bridge.execute(DeleteRecords(kind, (1,)))
    assert desk.context.drafts.left_over == {key: "Typed"}


def test_a_pledge_keeps_what_is_typed_and_takes_the_rest_from_undo(desk):
    bridge = desk.context.bridge
    edit = {"owner": "Lee", "due": DAY, "activity_id": 2}
    bridge.execute(EditRecord(Pledge, 1, edit))
    in_the_pledge(desk).selectAll()
    desk.type("Typed")
    bridge.execute(MatchPledge(1, (1,)))
    form = desk.page.pledge_form
    assert form.returns.ids == (1,)
    bridge.undo()
    bridge.undo()
    shown = (form.texts["owner"].text(), form.due.day, form.activity.choice, form.returns.ids)
    assert shown == ("Ann", None, None, ())
    form.keep()
    assert bridge.state.get(Pledge, 1) == Pledge(id=1, text="Typed", owner="Ann")
    assert not bridge.state.all(PledgeReturn)


def test_a_commitment_keeps_what_is_typed_and_takes_the_rest_from_undo(desk):
    bridge = desk.context.bridge
    before = bridge.state.get(Commitment, 1)
    edit = {"owner": "Lee", "due": DAY, "depends_on": Dependency.CONTRACT}
    bridge.execute(EditRecord(Commitment, 1, edit))
    ends = {"state": ExcuseState.REMOVED, "removed_by_id": 1}
    bridge.execute(EditRecord(Excuse, 1, ends))
    in_the_commitment(desk).selectAll()
    desk.type("Typed")
    bridge.undo()
    assert desk.page.form.typed.excuse_ids == frozenset()
    bridge.undo()
    assert desk.page.form.owner.text() == ""
    desk.page.keep()
    now = bridge.state.get(Commitment, 1)
    assert (now.text, now.owner, now.due) == ("Typed", before.owner, before.due)
    assert now.depends_on is before.depends_on
    assert bridge.state.get(Excuse, 1).state is ExcuseState.OPEN


def test_the_reason_for_a_decision_follows_undo_while_its_field_has_the_keyboard(desk):
    bridge = desk.context.bridge
    bridge.execute(ChooseTriage(1, Triage.LEAVE_ALONE))
    bridge.execute(ChooseTriage(1, Triage.LEAVE_ALONE, reason="It works"))
    desk.window.enter(Phase.COMMIT)
    desk.page.suggestions.why.setFocus()
    assert desk.focused.text() == "It works"
    desk.window.undo()
    assert desk.focused.text() == ""
    desk.page.queue.list.setFocus()
    assert bridge.state.get(Process, 1).triage_reason == ""


def test_a_text_that_was_put_into_a_field_is_no_reason_to_undo_the_session(desk):
    in_the_commitment(desk)
    desk.page.form.owner.setFocus()
    desk.page.form.owner.completer().activated.emit("Ann")
    assert desk.focused.text() == "Ann"
    desk.press(Key.Key_Z, CTRL)
    assert desk.focused.text() == "Ann"
    assert desk.context.bridge.state.get(Pledge, 1) is not None


def test_an_untouched_date_follows_and_a_typed_one_is_kept(desk):
    bridge = desk.context.bridge
    desk.window.enter(Phase.WELCOME)
    field = desk.page.facts.dates["next_date"].text
    field.setFocus()
    bridge.execute(EditRecord(SessionFacts, 1, {"next_date": DAY}))
    assert field.text() == "15 Sep 2026"
    field.selectAll()
    desk.type("16 Sep 2026")
    bridge.undo()
    assert field.text() == "16 Sep 2026"
    desk.press(Key.Key_Return)
    assert bridge.state.facts.next_date == dt.date(2026, 9, 16)
