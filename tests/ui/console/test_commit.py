"""The phase Commit as a facilitator drives it, by keys alone."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from tests.sessions import PRIVATE_MARK
from tests.ui.console.desk import CTRL, SHIFT, Desk, Key, words_on
from workshop.domain.commands.inventory import AnswerProcess, ChooseTriage
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    ExcuseState,
    OwnerFit,
    Phase,
    Triage,
    WaitingOn,
    YesNoUnsure,
)
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Commitment, Excuse, Participant, Process
from workshop.domain.stage import Scene
from workshop.store.errors import DiskFullError
from workshop.ui.console.commit import CommitPage
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")

MakeContext = Callable[..., Context]
TODAY = dt.date(2026, 9, 15)

QUICK = {"problem": YesNoUnsure.YES, "quick_fix": YesNoUnsure.YES, "owner": "Intake lead"}
SLOW = {
    "problem": YesNoUnsure.YES,
    "quick_fix": YesNoUnsure.NO,
    "waiting_on": WaitingOn.CONTRACT,
    "owner": "Deputy",
    "close_enough": CloseEnough.NO,
}
FINE = {"problem": YesNoUnsure.NO}


class CommitDesk(Desk):
    """The console in the phase Commit."""

    @property
    def page(self) -> CommitPage:
        found = super().page
        assert isinstance(found, CommitPage)
        return found

    @property
    def queued(self) -> list[str]:
        model = self.page.queue.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def process(self) -> Process:
        assert self.page.process is not None
        return self.page.process

    @property
    def commitments(self) -> list[Commitment]:
        return self.context.bridge.state.all(Commitment)


@pytest.fixture
def context(make_context: MakeContext) -> Context:
    """Three processes: one quick to fix, one slow and far from the field, one that works."""
    names = ("Route applications", "Sign letters", "Open the mail")
    cards = tuple(
        Activity(id=-n, text=name, bucket=Bucket.PROCESS) for n, name in enumerate(names, 1)
    )
    people = (
        Participant(id=-1, name="Lee", role="Permit Intake Lead"),
        Participant(id=-2, name="Ruth", role="Director"),
    )
    excuses = (
        Excuse(id=-1, text="IT says no"),
        Excuse(id=-2, text="It waits for the deputy", process_id=2),
    )
    made = make_context(AddRecords((*cards, *people)), date=TODAY)
    for process_id, answers in enumerate((QUICK, SLOW, FINE), start=1):
        made.bridge.execute(AnswerProcess(process_id, answers))
    made.bridge.execute(AnswerProcess(2, {
        "owner_fit": OwnerFit.NOT_RIGHT, "proposed_owner": PRIVATE_MARK,
    }))  # fmt: skip
    made.bridge.execute(AddRecords(excuses))
    return made


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> CommitDesk:
    return CommitDesk(context, qtbot, Phase.COMMIT)


def test_a_commitment_is_made_by_keys_alone(desk):
    assert desk.queued == ["Route applications", "Sign letters", "Open the mail"]
    desk.press(Key.Key_1)
    assert desk.process.triage is Triage.FIX_NOW
    assert desk.focused is desk.page.form.text
    desk.type("Adopt one intake sheet")
    desk.press(Key.Key_Tab)
    desk.type("Permit Intake Lead")
    desk.press(Key.Key_Tab)
    desk.type("+30")
    assert desk.page.form.readiness.missing == ["Measure"]
    desk.press(Key.Key_Tab)
    assert desk.focused is desk.page.form.measure
    desk.type("Every applicant has a receipt number")
    desk.press(Key.Key_Return, CTRL)
    (made,) = desk.commitments
    assert (made.text, made.owner, made.kind, made.process_id) == (
        "Adopt one intake sheet", "Permit Intake Lead", CommitmentKind.FIX_NOW, 1,
    )  # fmt: skip
    assert made.due == TODAY + dt.timedelta(days=30)
    assert made.measure == "Every applicant has a receipt number"
    assert desk.queued == ["Sign letters", "Open the mail"]
    assert desk.page.answers.title == "Sign letters"
    assert desk.focused is desk.page.queue.list


def test_the_count_tells_what_is_decided(desk):
    assert desk.page.summary() == "0 of 3 decided, 0 commitments"
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.press(Key.Key_Return, CTRL)
    assert desk.page.summary() == "1 of 3 decided, 1 commitment"


def test_what_is_decided_stays_in_the_queue_while_it_is_worked_on(desk):
    desk.press(Key.Key_1)
    assert desk.queued[0] == "Route applications"
    desk.page.queue.list.setFocus()
    desk.press(Key.Key_Down)
    assert desk.queued == ["Sign letters", "Open the mail"]


def test_f4_offers_all_six_and_zero_leaves_it_open_again(desk):
    assert desk.page.suggestions.listed == [Triage.FIX_NOW]
    desk.press(Key.Key_F4)
    assert len(desk.page.suggestions.listed) == 6
    at = desk.page.suggestions.listed.index(Triage.LEAVE_ALONE)
    desk.press([Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6][at])
    assert desk.process.triage is Triage.LEAVE_ALONE
    assert not desk.page.form.isVisible()
    assert "leads to no commitment" in desk.page.hint.text()
    desk.press(Key.Key_0)
    assert desk.process.triage is None


def test_living_with_it_asks_until_when(desk):
    desk.press(Key.Key_Down)
    assert desk.page.suggestions.listed == [
        Triage.LONG_TERM, Triage.LIVE_WITH_IT, Triage.ORG_CHART,
    ]  # fmt: skip
    desk.press(Key.Key_2)
    assert desk.process.triage is None
    desk.press(Key.Key_Return)
    assert desk.said == "Say until when we live with it."
    desk.type("the new contract")
    desk.press(Key.Key_Return)
    assert (desk.process.triage, desk.process.until) == (Triage.LIVE_WITH_IT, "the new contract")
    assert desk.page.hint.text().startswith("Decided: live with it until the new contract.")


def test_keep_and_next_keeps_until_when_too(desk):
    first = desk.process.id
    desk.page.choose(Triage.LIVE_WITH_IT)
    desk.type("the new contract")
    desk.press(Key.Key_Return, CTRL)
    decided = desk.context.bridge.state.get(Process, first)
    assert (decided.triage, decided.until) == (Triage.LIVE_WITH_IT, "the new contract")
    assert desk.process.id != first
    assert drafts(desk) == {}


def test_living_with_it_until_a_day_keeps_the_day(desk):
    desk.press(Key.Key_Down)
    desk.press(Key.Key_2)
    desk.type("+30")
    desk.press(Key.Key_Return)
    assert desk.process.until == (TODAY + dt.timedelta(days=30)).isoformat()
    assert desk.page.hint.text().startswith("Decided: live with it until 15 Oct 2026.")
    desk.page.suggestions.ask_until()
    assert desk.focused.text() == "15 Oct 2026"


@pytest.mark.parametrize("key", ["2", "\x1b"])
def test_long_term_asks_what_it_waits_on(desk, context, key):
    context.bridge.execute(AnswerProcess(2, {"waiting_on": None}))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_1)
    assert desk.process.triage is None
    QTest.keyClicks(desk.page.waiting, key)
    if key != "2":
        assert desk.process.triage is None
        return
    chosen = (desk.process.triage, desk.process.waiting_on)
    assert chosen == (Triage.LONG_TERM, WaitingOn.CAPITAL_PLAN)
    assert desk.page.form.kind.choice is CommitmentKind.LONG_TERM
    context.bridge.undo()
    assert (desk.process.triage, desk.process.waiting_on) == (None, None)


def test_a_private_reason_stands_behind_a_lock_and_never_on_the_wall(desk):
    desk.press(Key.Key_Down)
    shown = list(words_on(desk.page.suggestions))
    assert "Only you see this: its owner may not be the right one (org chart)." in shown
    assert not any(PRIVATE_MARK in words for words in words_on(desk.window))
    desk.press(Key.Key_S)
    assert desk.context.room.stage.scene is Scene.PROCESS
    assert desk.context.room.stage.subject_id == 2
    assert isinstance(desk.context.room.picture.view, PublicView)


def test_a_private_suggestion_has_no_key(desk):
    desk.context.bridge.execute(
        AnswerProcess(1, {"owner_fit": OwnerFit.NOT_RIGHT, "proposed_owner": "Somebody"})
    )
    assert desk.page.suggestions.listed == [Triage.FIX_NOW]


def test_what_lacks_something_is_listed_and_opened_again(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.press(Key.Key_Return, CTRL)
    unready = desk.page.queue.unready
    assert unready.rowCount() == 1
    lacking = desk.page.queue.unready_list
    lacking.setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.page.form.text.text() == "Adopt one intake sheet"
    desk.press(Key.Key_Tab)
    desk.type("Director")
    desk.page.form.due.field.set_day(TODAY)
    desk.page.form.measure.setText("Receipts")
    desk.press(Key.Key_Return, CTRL)
    assert unready.rowCount() == 0
    assert len(desk.commitments) == 1


def test_a_dependency_does_for_a_date(desk, context):
    context.bridge.execute(AnswerProcess(2, {"waiting_on": WaitingOn.POLICY_OR_LAW}))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_1)
    desk.type("Renew the contract")
    desk.page.form.owner.setText("Director")
    desk.page.form.measure.setText("Days")
    assert desk.page.form.readiness.missing == ["Date"]
    box = desk.page.form.depends_on
    box.setFocus()
    desk.press(Key.Key_Down)
    assert box.choice is Dependency.MONEY
    assert desk.page.form.readiness.missing == []
    desk.press(Key.Key_Return, CTRL)
    assert desk.commitments[0].kind is CommitmentKind.LONG_TERM


def test_an_excuse_is_linked_by_a_key_and_undone_with_the_commitment(desk):
    desk.press(Key.Key_Down)
    desk.press(Key.Key_1)
    desk.type("Delegate the notices")
    desk.page.queue.list.setFocus()
    desk.press(Key.Key_R)
    menu = desk.page.form.excuses.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "It waits for the deputy", "IT says no",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    menu.close()
    desk.press(Key.Key_Return, CTRL)
    excuse = desk.context.bridge.state.get(Excuse, 2)
    assert (excuse.state, excuse.removed_by_id) == (ExcuseState.REMOVED, 1)
    desk.press(Key.Key_Z, CTRL)
    assert desk.commitments == []
    assert desk.context.bridge.state.get(Excuse, 2).state is ExcuseState.OPEN


def test_the_load_of_an_owner_is_counted_and_warned_of(desk):
    for n in range(4):
        commitment = Commitment(
            id=0, text=f"Fix {n}", kind=CommitmentKind.FIX_NOW, owner="director "
        )
        desk.context.bridge.execute(AddRecords((commitment,)))
    load = desk.page.side()
    assert "director 4" in load.accessibleName()
    assert load.warnings[0].startswith("Four on one desk.")
    desk.press(Key.Key_1)
    desk.page.form.owner.setText("Director")
    assert "has 4 commitments already" in set(words_on(desk.page.form))


def test_a_commitment_is_withdrawn_and_deleted(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.page.keep()
    desk.press(Key.Key_W, CTRL | SHIFT)
    assert desk.commitments[0].status is CommitmentStatus.WITHDRAWN
    desk.press(Key.Key_Delete, CTRL)
    assert desk.commitments == []
    desk.press(Key.Key_Z, CTRL)
    assert desk.commitments[0].text == "Adopt one intake sheet"


def test_a_commitment_about_no_process(desk):
    desk.press(Key.Key_A, CTRL | SHIFT)
    assert desk.page.answers.title == "About no single process"
    desk.type("Tell the users what we fixed")
    desk.press(Key.Key_Return, CTRL)
    assert desk.commitments[0].process_id is None


def test_leaving_keeps_what_was_typed(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.window.enter(Phase.WELCOME)
    assert [each.text for each in desk.commitments] == ["Adopt one intake sheet"]


def test_closing_the_window_with_an_open_form_loses_nothing(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.window.close()
    assert [each.text for each in desk.commitments] == ["Adopt one intake sheet"]


def test_a_date_that_is_none_is_asked_for_again(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.page.form.due.field.text.setText("soon")
    desk.press(Key.Key_Return, CTRL)
    assert desk.said.startswith("The date is not a day")
    assert desk.commitments == []
    assert desk.page.form.text.text() == "Adopt one intake sheet"


def test_what_cannot_be_saved_stays_in_the_form(desk, monkeypatch):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")

    def refuse(*_args, **_values):
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as failing:
        failing.setattr("workshop.store.SessionFile.write", refuse)
        desk.press(Key.Key_Return, CTRL)
        assert desk.page.form.text.text() == "Adopt one intake sheet"
        assert desk.window.save_bar.isVisible()
        assert desk.commitments == []
    desk.press(Key.Key_Return, CTRL)
    assert [each.text for each in desk.commitments] == ["Adopt one intake sheet"]
    assert not desk.window.save_bar.isVisible()


def test_what_was_saved_in_the_end_is_not_promised_twice(desk, monkeypatch):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")

    def refuse(*_args, **_values):
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as failing:
        failing.setattr("workshop.store.SessionFile.write", refuse)
        desk.press(Key.Key_Return, CTRL)
    desk.window.saving.try_again()
    assert len(desk.commitments) == 1
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.commitments) == 1
    assert desk.process.id == 2
    assert desk.context.bridge.drafts() == []


def test_a_commitment_that_was_mended_and_kept_again_is_made_once(desk, disk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake shet")
    disk(True)
    desk.press(Key.Key_Return, CTRL)
    disk(False)
    desk.page.form.text.setText("Adopt one intake sheet")
    desk.page.form.excuses.show_excuses([1], 1)
    desk.press(Key.Key_Return, CTRL)
    made = desk.commitments
    assert [each.text for each in made] == ["Adopt one intake sheet"]
    ended = desk.context.bridge.state.get(Excuse, 1)
    assert (ended.state, ended.removed_by_id) == (ExcuseState.REMOVED, made[0].id)
    assert drafts(desk) == {}


def test_what_is_chosen_before_a_commitment_is_saved_is_an_edit_of_it(desk, disk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    disk(True)
    desk.press(Key.Key_Return, CTRL)
    disk(False)
    desk.page.form.depends_on.choose(Dependency.MONEY)
    desk.window.saving.try_again()
    assert [each.depends_on for each in desk.commitments] == [None]
    desk.page.form.text.setFocus()
    desk.press(Key.Key_Return, CTRL)
    assert [each.depends_on for each in desk.commitments] == [Dependency.MONEY]
    assert drafts(desk) == {}


def test_a_choice_that_is_as_before_again_takes_back_what_waits(desk, disk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.press(Key.Key_Return, CTRL)
    desk.page.edit(1)
    disk(True)
    desk.page.form.depends_on.choose(Dependency.MONEY)
    assert not desk.page.keep()
    desk.page.form.depends_on.choose(None)
    assert desk.page.keep()
    disk(False)
    desk.window.saving.try_again()
    assert [each.depends_on for each in desk.commitments] == [None]


def test_a_form_that_is_cleared_takes_back_what_waits(desk, disk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    disk(True)
    desk.press(Key.Key_Return, CTRL)
    disk(False)
    desk.page.delete()
    assert not desk.window.save_bar.isVisible()
    desk.window.saving.try_again()
    assert (desk.commitments, drafts(desk)) == ([], {})


def test_what_was_withdrawn_can_be_promised_again(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.press(Key.Key_Return, CTRL)
    desk.page.edit(1)
    desk.page.withdraw()
    desk.page.add()
    desk.type("Adopt one intake sheet")
    desk.press(Key.Key_Return, CTRL)
    open_, withdrawn = CommitmentStatus.OPEN, CommitmentStatus.WITHDRAWN
    assert [each.status for each in desk.commitments] == [withdrawn, open_]


def test_a_date_that_is_no_day_keeps_its_form_in_sight(desk):
    desk.press(Key.Key_1)
    desk.page.form.due.field.setFocus()
    desk.type("next spring")
    desk.page.choose(Triage.LEAVE_ALONE)
    assert desk.page.form.isVisible()
    desk.page.queue.choose_row(1)
    assert desk.process.id == 1
    assert "not a day" in desk.said
    assert desk.focused is desk.page.form.due.field.text
    desk.page.form.due.field.text.clear()
    desk.page.queue.choose_row(1)
    assert desk.process.id == 2


def test_a_text_left_unfinished_comes_back_into_its_form(context, qtbot):
    context.bridge.keep_draft("commit.2.0.text", "Delegate the not")
    again = Context(context.bridge, context.settings)
    desk = CommitDesk(again, qtbot, Phase.COMMIT)
    desk.page.open_draft("commit.2.0.text")
    assert desk.page.answers.title == "Sign letters"
    assert desk.page.form.text.text() == "Delegate the not"


def test_an_empty_inventory_says_what_to_do(make_context, qtbot):
    desk = CommitDesk(make_context(), qtbot, Phase.COMMIT)
    assert "Sort activities into Process" in desk.page.hint.text()
    with suppress(RuntimeError):
        desk.press(Key.Key_Return, CTRL)
    assert desk.commitments == []


def test_long_term_has_a_next_check_and_the_other_kinds_have_none(desk):
    assert not desk.page.form.next_check.isVisible()
    desk.page.queue.choose_row(1)
    desk.press(Key.Key_1)
    assert desk.process.triage is Triage.LONG_TERM
    assert desk.page.form.next_check.isVisible()
    desk.type("Renew the contract early")
    desk.page.form.next_check.text.setText("+45")
    desk.page.keep()
    (made,) = desk.commitments
    assert made.next_check == TODAY + dt.timedelta(days=45)
    desk.window.undo()
    assert desk.commitments == []


def test_the_users_are_asked_by_whoever_is_in_charge_with_one_key(desk):
    desk.press(Key.Key_U)
    (made,) = desk.commitments
    assert made.text == "Ask the users of “Route applications” what gets in their way"
    assert (made.kind, made.owner, made.process_id) == (
        CommitmentKind.FIND_OUT, "Intake lead", 1,
    )  # fmt: skip
    assert made.due == TODAY + dt.timedelta(days=30)
    assert desk.page.form.typed.commitment.id == made.id
    desk.window.undo()
    assert desk.commitments == []


def test_a_decision_that_nothing_suggests_is_given_its_reason(desk):
    desk.press(Key.Key_1)
    assert not desk.page.suggestions.why.isVisible()
    desk.page.choose(Triage.LEAVE_ALONE)
    why = desk.page.suggestions.why
    assert why.isVisible()
    why.setFocus()
    desk.type("The law changes in May")
    desk.press(Key.Key_Return)
    assert desk.process.triage_reason == "The law changes in May"
    desk.page.choose(Triage.FIX_NOW)
    assert not why.isVisible()
    assert desk.process.triage_reason == ""


@pytest.mark.parametrize("name", ["why", "until"])
def test_a_reason_left_unfinished_comes_back_beside_its_decision(context, qtbot, name):
    context.bridge.execute(ChooseTriage(2, Triage.LEAVE_ALONE))
    context.bridge.keep_draft(f"commit.2.{name}", "The new con")
    again = Context(context.bridge, context.settings)
    desk = CommitDesk(again, qtbot, Phase.COMMIT)
    desk.window._use_draft(f"commit.2.{name}")
    field = getattr(desk.page.suggestions, name)
    assert (field.text(), field.hasFocus()) == ("The new con", True)
    assert f"commit.2.{name}" not in again.drafts.left_over


def test_a_reason_that_is_being_typed_survives_a_kill(desk):
    desk.page.choose(Triage.LEAVE_ALONE)
    desk.page.suggestions.why.setFocus()
    desk.type("The law cha")
    desk.context.drafts.flush()
    (draft,) = desk.context.bridge.drafts()
    assert (draft.editor, draft.text) == ("commit.1.why", "The law cha")
    desk.type("nges in May")
    desk.press(Key.Key_Return)
    assert desk.process.triage_reason == "The law changes in May"
    assert desk.context.bridge.drafts() == []


def test_what_is_typed_after_many_processes_and_phases_is_one_draft(desk, qtbot):
    for phase in (*Phase, Phase.COMMIT):
        desk.window.enter(phase)
    for by in (1, 1, -1, -1):
        desk.page.step(by)
    desk.page.choose(Triage.FIX_NOW)
    desk.type("Half a promise")
    bridge = desk.context.bridge
    qtbot.waitUntil(lambda: bool(bridge.drafts()))
    (draft,) = bridge.drafts()
    assert (draft.editor, draft.text) == ("commit.1.0.text", "Half a promise")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("1900-01-01", "1900-01-01 is past: is that the date you mean?"),
        ("2999-12-31", "years away: is the year right?"),
    ],
)
def test_an_odd_date_is_asked_about_and_kept_when_it_is_meant(desk, typed, asked):
    desk.press(Key.Key_1)
    desk.type("Adopt one intake sheet")
    desk.page.form.due.field.text.setText(typed)
    desk.press(Key.Key_Return, CTRL)
    assert asked in desk.said
    assert desk.said.endswith("Do it again to go on.")
    assert desk.commitments == []
    desk.press(Key.Key_Return, CTRL)
    assert [str(each.due) for each in desk.commitments] == [typed]
    desk.page.edit(desk.commitments[0].id)
    desk.page.form.measure.setText("Fewer calls")
    desk.page.keep_and_go_on()
    assert desk.commitments[0].measure == "Fewer calls"


def test_owners_who_are_not_among_the_people_are_named(desk):
    load = desk.page.side()
    made = [
        Commitment(id=-n, text="Sign faster", kind=CommitmentKind.FIX_NOW, owner=owner)
        for n, owner in enumerate(("Ruth Alvarez", "ruth  alvarez", "Dana Wu"), 1)
    ]
    desk.context.bridge.execute(AddRecords(tuple(made)))
    assert load.warnings == ["2 owners are not among the people listed in Welcome."]
    desk.context.bridge.execute(AddRecords((Participant(id=0, name="Dana Wu"),)))
    assert load.warnings == ["Ruth Alvarez is not among the people listed in Welcome."]
    assert "Ruth Alvarez is not" in load.accessibleName()
    desk.context.bridge.execute(AddRecords((Participant(id=0, name="Ruth Alvarez"),)))
    assert load.warnings == []


def typed(desk: CommitDesk, text: str) -> None:
    """Choose the first suggestion and begin its commitment."""
    desk.press(Key.Key_1)
    desk.type(text)


def drafts(desk: CommitDesk) -> dict[str, str]:
    desk.context.drafts.flush()
    return {draft.editor: draft.text for draft in desk.context.bridge.drafts()}


def decide(desk: CommitDesk, process_id: int, triage: Triage) -> None:
    desk.context.bridge.execute(ChooseTriage(process_id, triage))


@pytest.fixture
def two_reasons(desk: CommitDesk) -> CommitDesk:
    """The reason of one process is typed; that of the next one is asked for too."""
    decide(desk, 1, Triage.FIND_OUT)
    decide(desk, 2, Triage.LEAVE_ALONE)
    desk.page.queue.show_all(True)
    desk.page.queue.choose(1)
    desk.page.suggestions.why.setFocus()
    desk.type("Because of A")
    return desk


def reasons(desk: CommitDesk) -> list[str]:
    return [each.triage_reason for each in desk.context.bridge.state.processes()]


def test_a_reason_stays_with_the_process_it_was_typed_about(two_reasons):
    desk = two_reasons
    desk.press(Key.Key_PageDown)
    assert desk.process.id == 2
    assert reasons(desk) == ["Because of A", "", ""]
    assert desk.page.suggestions.why.text() == ""
    desk.press(Key.Key_Return)
    desk.window.enter(Phase.WELCOME)
    assert reasons(desk) == ["Because of A", "", ""]
    assert drafts(desk) == {}


def test_a_reason_that_cannot_be_kept_waits_under_its_process(two_reasons, monkeypatch):
    desk = two_reasons

    def refuse(*_args, **_values):
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as failing:
        failing.setattr("workshop.store.SessionFile.write", refuse)
        desk.press(Key.Key_PageDown)
    assert desk.process.id == 2
    assert desk.page.suggestions.why.text() == ""
    assert desk.context.drafts.left_over == {"commit.1.why": "Because of A"}
    desk.press(Key.Key_PageUp)
    assert desk.page.suggestions.why.text() == "Because of A"
    desk.context.bridge.undo()  # what waits to be saved is given up


def test_a_second_thought_about_a_reason_has_a_draft_too(two_reasons):
    desk = two_reasons
    desk.press(Key.Key_Return)
    assert (reasons(desk)[0], drafts(desk)) == ("Because of A", {})
    desk.type(" and of B")
    assert drafts(desk) == {"commit.1.why": "Because of A and of B"}


def test_a_long_reason_is_not_cut_by_passing_over_it(desk):
    long = "Because\n" + "x" * 600
    desk.context.bridge.execute(ChooseTriage(1, Triage.FIND_OUT, reason=long))
    desk.page.queue.show_all(True)
    desk.page.queue.choose(1)
    desk.page.suggestions.why.setFocus()
    desk.press(Key.Key_PageDown)
    assert reasons(desk)[0] == long


def test_asking_until_when_again_keeps_what_is_typed(desk):
    desk.press(Key.Key_Down)
    desk.press(Key.Key_2)
    desk.type("the new contr")
    row = desk.page.suggestions._rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert desk.focused is desk.page.suggestions.until
    assert desk.focused.text() == "the new contr"
    assert drafts(desk) == {"commit.2.until": "the new contr"}


@pytest.mark.parametrize("way", ["process", "click", "commitment", "new", "general", "users"])
def test_a_date_that_is_none_holds_the_form_until_it_is_one(desk, way):
    kept = Commitment(id=-1, text="Print less", kind=CommitmentKind.FIX_NOW, process_id=1)
    desk.context.bridge.execute(AddRecords((kept,)))
    desk.page.queue.choose(1)
    desk.page.add()
    desk.type("Adopt one intake sheet")
    desk.page.form.due.field.text.setText("next friday")
    page, queue = desk.page, desk.page.queue
    ways = {
        "process": lambda: queue.choose(2),
        "click": lambda: QTest.mouseClick(
            queue.list.viewport(),
            Qt.MouseButton.LeftButton,
            pos=queue.list.visualRect(queue.model.index(1, 0)).center(),
        ),
        "commitment": lambda: QTest.mouseClick(
            page.promises._buttons[0], Qt.MouseButton.LeftButton
        ),
        "new": page.add,
        "general": page.add_general,
        "users": page.ask_users,
    }
    ways[way]()
    assert desk.said.startswith("The date is not a day")
    assert desk.focused is page.form.due.field.text
    assert (page.form.text.text(), desk.focused.text()) == (
        "Adopt one intake sheet", "next friday",
    )  # fmt: skip
    assert (desk.process.id, queue.current) == (1, 1)
    assert [index.row() for index in queue.list.selectedIndexes()] == [0]
    assert not page.promises._buttons[0].isChecked()
    assert len(desk.commitments) == 1
    desk.focused.setText("+30")
    ways[way]()
    assert desk.commitments[1].due == TODAY + dt.timedelta(days=30)


def test_a_date_that_is_none_is_there_when_the_phase_is_entered_again(desk):
    typed(desk, "Adopt one intake sheet")
    desk.page.form.due.field.text.setText("next friday")
    desk.window.enter(Phase.WELCOME)
    assert drafts(desk)["commit.1.0.due"] == "next friday"
    desk.window.enter(Phase.COMMIT)
    assert desk.focused.text() == "next friday"
    desk.focused.setText("+30")
    desk.press(Key.Key_Return, CTRL)
    assert [each.text for each in desk.commitments] == ["Adopt one intake sheet"]
    assert drafts(desk) == {}


def test_a_leftover_text_is_used_though_the_form_is_held(desk):
    desk.context.drafts.put_by("commit.2.0.text", "Delegate the not")
    typed(desk, "Adopt one intake sheet")
    desk.page.form.due.field.text.setText("next friday")
    desk.window._use_draft("commit.2.0.text")
    assert (desk.process.id, desk.page.form.text.text()) == (2, "Delegate the not")
    assert desk.context.drafts.left_over == {
        "commit.1.0.text": "Adopt one intake sheet", "commit.1.0.due": "next friday",
    }  # fmt: skip
    desk.window._use_draft("commit.1.0.due")
    assert desk.page.form.due.field.text.text() == "next friday"


def test_what_is_typed_beside_a_missing_commitment_waits_with_its_process(desk):
    desk.press(Key.Key_1)
    desk.page.form.owner.setText("Intake lead")
    desk.page.queue.choose(2)
    assert desk.context.drafts.left_over == {"commit.1.0.owner": "Intake lead"}
    desk.page.queue.show_all(True)
    desk.page.queue.choose(1)
    assert desk.page.form.owner.text() == "Intake lead"
    desk.page.delete()
    assert desk.page.form.owner.text() == ""
    assert drafts(desk) == desk.context.drafts.left_over == {}


def test_what_is_typed_into_a_commitment_that_goes_away_waits_and_holds_nothing(desk):
    typed(desk, "Adopt one intake sheet")
    desk.page.keep()
    desk.page.form.measure.setText("Receipts")
    desk.context.bridge.undo()
    assert desk.context.drafts.left_over == {"commit.1.1.measure": "Receipts"}
    assert desk.page.queue.choose(2)
    assert desk.process.id == 2
    desk.context.bridge.redo()
    desk.window._use_draft("commit.1.1.measure")
    assert desk.page.form.measure.text() == "Receipts"


@pytest.mark.parametrize("name", ["depends_on", "kind", "keep"])
@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_0, Key.Key_N, Key.Key_U, Key.Key_S, Key.Key_B])
def test_no_single_key_acts_while_the_form_has_the_keyboard(desk, name, key):
    typed(desk, "Adopt one intake sheet")
    stage = desk.context.room.stage
    getattr(desk.page.form, name).setFocus()
    desk.press(key)
    assert desk.process.triage is Triage.FIX_NOW
    assert desk.commitments == []
    assert desk.page.form.text.text() == "Adopt one intake sheet"
    assert desk.context.room.stage == stage


def test_tab_goes_from_the_day_to_the_measure_and_alt_down_opens_the_calendar(desk):
    desk.page.queue.choose_row(1)
    typed(desk, "Renew the contract")
    form = desk.page.form
    order = [form.owner, form.due.field.text, form.measure, form.depends_on, form.next_check.text]
    for field in order:
        desk.press(Key.Key_Tab)
        assert desk.focused is field
    desk.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = form.next_check.findChild(QCalendarWidget)
    assert calendar.isVisible()
    QTest.keyClick(calendar.window(), Key.Key_Escape)
    assert desk.focused is form.next_check.text


def test_what_a_fix_waits_on_goes_into_its_commitment(desk, context):
    context.bridge.execute(AnswerProcess(2, {"waiting_on": None}))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_1)
    assert "Long term: what does it wait on?" in set(words_on(desk.page.waiting))
    QTest.keyClicks(desk.page.waiting, "3")
    assert desk.page.form.depends_on.choice is Dependency.CONTRACT
    desk.type("Renew the contract")
    desk.press(Key.Key_Return, CTRL)
    assert desk.commitments[0].depends_on is Dependency.CONTRACT
    desk.page.queue.choose(1)
    desk.press(Key.Key_1)
    assert desk.page.form.depends_on.choice is None


def test_what_was_chosen_to_depend_on_stays(desk):
    desk.press(Key.Key_Down)
    typed(desk, "Find the money")
    desk.page.form.depends_on.choose(Dependency.MONEY)
    desk.page.choose(Triage.LONG_TERM)
    assert desk.page.form.depends_on.choice is Dependency.MONEY


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Question 1 is not answered yet"),
        ({"problem": YesNoUnsure.YES}, "Question 1 is half answered: is it a quick fix?"),
    ],
)
def test_what_is_yet_to_be_answered_is_told(desk, answers, said):
    cleared = {"problem": None, "quick_fix": None}
    desk.context.bridge.execute(AnswerProcess(1, {**cleared, **answers}))
    assert desk.page.suggestions._title.text() == said


def test_a_promise_to_ask_the_users_names_the_whole_process(desk):
    name = "Approve purchase orders over 500 dollars\n(two approvers, three copies, one stamp)"
    desk.context.bridge.execute(EditRecord(Process, 1, {"name": name}))
    desk.press(Key.Key_U)
    whole = name.replace("\n", " ")
    assert desk.commitments[0].text == f"Ask the users of “{whole}” what gets in their way"


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_N])
def test_the_field_that_is_typed_into_is_in_view(desk, key):
    desk.window.resize(1366, 720)
    desk.page.queue.choose_row(1)
    typed(desk, "Renew the contract")
    form = desk.page.form
    area = form.findChild(QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    desk.page.queue.list.setFocus()
    assert form.text.visibleRegion().isEmpty()
    desk.press(key)
    assert desk.focused is form.text
    assert form.text.visibleRegion().boundingRect() == form.text.rect()


@pytest.mark.parametrize(
    ("typed_day", "remark"),
    [("1900-01-01", "is past"), ("2999-12-31", "is years away"), ("+30", "there")],
)
def test_a_date_that_is_odd_gets_no_green_check(desk, typed_day, remark):
    typed(desk, "Adopt one intake sheet")
    desk.page.form.due.field.text.setText(typed_day)
    assert f"Date: {remark}" in set(words_on(desk.page.form.readiness))
    assert "Date" not in desk.page.form.readiness.missing


def test_a_past_until_is_asked_about_and_shown_as_other_days_are(desk):
    desk.press(Key.Key_Down)
    desk.press(Key.Key_2)
    desk.type("1900-01-01")
    desk.press(Key.Key_Return)
    assert "1900-01-01 is past" in desk.said
    assert desk.process.triage is None
    desk.press(Key.Key_Return)
    assert (desk.process.triage, desk.process.until) == (Triage.LIVE_WITH_IT, "1900-01-01")
    told = " ".join(words_on(desk.page.suggestions))
    assert "We accept it until 1 Jan 1900, and say so." in told


@pytest.mark.parametrize("until", ["the new contract", "1999", "2026-12-31"])
def test_an_until_that_is_no_odd_day_is_not_asked_about(desk, until):
    desk.press(Key.Key_Down)
    desk.press(Key.Key_2)
    desk.type(until)
    desk.press(Key.Key_Return)
    assert desk.process.until == until


def show_this_one(desk):
    desk.page.show_scene(Scene.MAKING)


def on_wall(desk):
    return desk.context.wall.drawing.text


def test_what_is_kept_behind_a_frozen_wall_is_shown_once_it_is_let_go(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one")
    show_this_one(desk)
    desk.press(Key.Key_F7)
    desk.type(" intake sheet")
    desk.press(Key.Key_Tab)
    desk.type("Permit lead")
    desk.press(Key.Key_Return, CTRL)
    assert "Adopt one intake sheet" not in on_wall(desk)
    desk.press(Key.Key_F7)
    assert "Adopt one intake sheet" in on_wall(desk)
    assert "Permit lead" in on_wall(desk)


def test_what_is_kept_and_deleted_behind_a_frozen_wall_is_not_shown_again(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one sheet")
    show_this_one(desk)
    desk.press(Key.Key_F7)
    desk.page.keep()
    desk.page.delete()
    desk.press(Key.Key_F7)
    assert "No commitment is being made" in on_wall(desk)


def test_what_is_undone_leaves_the_commitment_on_the_wall(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one sheet")
    desk.page.keep()
    show_this_one(desk)
    desk.page.form.owner.setFocus()
    desk.type("Permit lead")
    desk.page.keep()
    assert "Permit lead" in on_wall(desk)
    desk.page.queue.list.setFocus()
    desk.press(Key.Key_Z, CTRL)
    assert "Adopt one sheet" in on_wall(desk)
    assert "Permit lead" not in on_wall(desk)


def test_a_new_commitment_that_is_given_up_leaves_the_wall(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one sheet")
    show_this_one(desk)
    assert "Adopt one sheet" in on_wall(desk)
    desk.page.delete()
    assert "Adopt one sheet" not in on_wall(desk)


def test_what_was_typed_into_a_commitment_is_kept_when_it_is_shown(desk):
    desk.press(Key.Key_1)
    desk.type("Adopt one sheet")
    desk.page.keep()
    desk.page.form.owner.setFocus()
    desk.type("Permit lead")
    show_this_one(desk)
    assert "Permit lead" in on_wall(desk)
    assert desk.commitments[0].owner == "Permit lead"


def test_enter_chooses_the_suggestion_that_has_the_keyboard(desk):
    desk.page.suggestions._rows[0].setFocus()
    desk.press(Key.Key_Return)
    assert desk.process.triage is desk.page.suggestions.listed[0]
