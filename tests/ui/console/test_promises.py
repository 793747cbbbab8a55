"""Welcome after an earlier session: promises answered on one key, pledges with their actual."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key, words_on
from workshop.domain.commands.commitments import TakeBackUpdate, UpdateCommitment
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import CommitmentKind, CommitmentStatus, ExcuseState, Phase
from workshop.domain.kept import promises
from workshop.domain.records import (
    Commitment,
    CommitmentUpdate,
    Excuse,
    Participant,
    Pledge,
    SessionFacts,
)
from workshop.domain.stage import Scene
from workshop.ui.console.welcome import WelcomePage
from workshop.ui.console.welcome.promises import PromisesPart
from workshop.ui.context import Context
from workshop.ui.models.promises import PromiseModel

pytestmark = pytest.mark.qt_log_ignore("does not support")

MakeContext = Callable[..., Context]
THEN, DAY = dt.date(2026, 5, 12), dt.date(2026, 9, 15)
STATUS = CommitmentStatus


class PromisesDesk(Desk):
    """The console in the phase Welcome of a session that follows another one."""

    @property
    def page(self) -> WelcomePage:
        found = super().page
        assert isinstance(found, WelcomePage)
        return found

    @property
    def part(self) -> PromisesPart:
        assert self.page.promises is not None
        return self.page.promises

    def all(self, kind):
        return self.context.bridge.state.all(kind)

    @property
    def statuses(self) -> list[CommitmentStatus]:
        return [each.status for each in self.all(Commitment)]

    def choose(self, row: int) -> None:
        self.part.list.setCurrentIndex(self.part.model.index(row, 0))


def carried(number: int) -> AddRecords:
    kind = CommitmentKind.FIX_NOW
    promised = [
        Commitment(
            id=-n, text=f"Keep promise {n}", kind=kind, owner="Director", made_on=THEN,
            due=dt.date(2026, 6, n), carried=True,
        )
        for n in range(1, number + 1)
    ]  # fmt: skip
    pledges = [Pledge(id=-1, text="Answer callers", baseline="38", target="5", carried=True)]
    excuses = [Excuse(id=-n, text=f"Excuse {n}", carried=True) for n in (1, 2)]
    return AddRecords((*promised, *pledges, *excuses))


@pytest.fixture
def context(make_context: MakeContext) -> Context:
    facts = {"title": "Riverside", "date": DAY, "previous_date": THEN}
    return make_context(carried(4), **facts)


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> PromisesDesk:
    return PromisesDesk(context, qtbot, Phase.WELCOME)


def test_an_excuse_that_could_not_be_saved_is_logged_once_as_typed_last(desk, disk):
    before = len(desk.all(Excuse))
    desk.press(Key.Key_X)
    desk.type("Only one may sing")
    disk(True)
    desk.press(Key.Key_Return)
    disk(False)
    desk.part._delegate.ask.text.setText("Only one may sign")
    desk.press(Key.Key_Return)
    assert [each.text for each in desk.all(Excuse)][before:] == ["Only one may sign"]
    assert desk.context.bridge.drafts() == []


def test_an_excuse_that_was_saved_by_trying_again_closes_its_field(desk, disk):
    before = len(desk.all(Excuse))
    desk.press(Key.Key_X)
    desk.type("Only one may sign")
    disk(True)
    desk.press(Key.Key_Return)
    disk(False)
    desk.window.saving.try_again()
    assert [each.text for each in desk.all(Excuse)][before:] == ["Only one may sign"]
    assert not desk.part.is_asking
    assert desk.context.bridge.drafts() == []


def test_promises_come_first_and_one_key_answers_each(desk):
    assert desk.focused is desk.part.list
    desk.press(Key.Key_K)
    desk.press(Key.Key_K)
    desk.press(Key.Key_L)
    desk.type("+30")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_X)
    desk.type("Only one may sign")
    desk.press(Key.Key_Return)
    assert desk.statuses == [STATUS.KEPT, STATUS.KEPT, STATUS.LATE, STATUS.BROKEN]
    assert desk.all(Commitment)[2].due == DAY + dt.timedelta(days=30)
    logged = desk.all(Excuse)[-1]
    assert (logged.text, logged.state, logged.raised_on, logged.carried) == (
        "Only one may sign",
        ExcuseState.OPEN,
        DAY,
        False,
    )
    assert desk.page.summary() == "4 of 4 promises answered"
    assert desk.part.bar.words == "2 of 4"
    assert desk.part.bar.accessibleName() == "2 of 4 kept: 2 kept, 1 late, 1 broken"
    told = [*words_on(desk.part)]
    assert any("Excuses: 2 then, 3 now (1 new)." in each for each in told)
    assert any("Open promises by age: 1 over 90 days." in each for each in told)


def test_0_takes_the_word_back_and_undo_brings_it_again(desk):
    desk.press(Key.Key_K)
    desk.choose(0)
    desk.press(Key.Key_0)
    assert desk.statuses[0] is STATUS.OPEN
    assert not desk.all(CommitmentUpdate)
    desk.press(Key.Key_0)
    assert desk.said == "Nothing was said of this commitment yet."
    desk.press(Key.Key_Z, CTRL)
    assert desk.statuses[0] is STATUS.KEPT


def test_the_excuse_is_one_step_and_esc_leaves_the_question(desk):
    desk.press(Key.Key_X)
    assert desk.part.is_asking
    desk.type("No ")
    desk.press(Key.Key_Escape)
    assert not desk.part.is_asking
    assert desk.statuses[0] is STATUS.BROKEN
    assert list(desk.context.drafts.left_over.values()) == ["No "]
    desk.press(Key.Key_X)
    desk.type("money")
    desk.press(Key.Key_Return)
    assert len(desk.all(Excuse)) == 3
    desk.press(Key.Key_Z, CTRL)
    assert len(desk.all(Excuse)) == 2
    assert desk.statuses[0] is STATUS.BROKEN


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "1899-12-31", "3000-01-01"])
def test_a_wrong_new_date_is_told_and_stays_in_its_field(desk, typed):
    desk.press(Key.Key_L)
    desk.type(typed)
    desk.press(Key.Key_Return)
    assert desk.part.is_asking
    assert desk.said.startswith(("The date is not a day", "A date lies between"))
    assert desk.all(Commitment)[0].due == dt.date(2026, 6, 1)


@pytest.mark.parametrize("typed", ["2026-01-01", "1900-01-01", "2999-12-31"])
def test_a_new_date_may_be_long_ago_or_far_off_where_it_is_meant(desk, typed):
    desk.press(Key.Key_L)
    desk.type(typed)
    desk.press(Key.Key_Return)
    assert desk.said.startswith(typed)
    assert desk.part.is_asking
    desk.press(Key.Key_Return)
    assert desk.all(Commitment)[0].due == dt.date.fromisoformat(typed)


def test_a_pledge_gets_its_actual_and_takes_no_k(desk):
    desk.choose(5)
    desk.press(Key.Key_K)
    assert desk.said.startswith("A pledge has no K, L or X")
    desk.press(Key.Key_Return)
    desk.type("12 minutes")
    desk.press(Key.Key_Return)
    assert desk.all(Pledge)[0].actual == "12 minutes"
    said = desk.part.model.index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Pledge: Answer callers. no owner. Target 5, now 12 minutes."
    desk.choose(5)
    desk.press(Key.Key_0)
    assert desk.all(Pledge)[0].actual == ""


def test_an_untouched_actual_follows_and_is_not_written_back(desk):
    bridge = desk.context.bridge
    bridge.execute(EditRecord(Pledge, 1, {"actual": "12 minutes"}))
    desk.choose(5)
    desk.press(Key.Key_Return)
    assert desk.focused.text() == "12 minutes"
    desk.window.undo()
    assert desk.focused.text() == ""
    desk.press(Key.Key_Return)
    assert bridge.state.get(Pledge, 1).actual == ""
    assert not desk.part.is_asking


def test_a_note_is_kept_with_the_promise(desk):
    desk.press(Key.Key_Return)
    desk.type("Waits for the council")
    desk.press(Key.Key_Return)
    update = desk.all(CommitmentUpdate)[0]
    assert (update.text, update.status, update.made_on) == (
        "Waits for the council",
        STATUS.OPEN,
        DAY,
    )


def test_the_mouse_chooses_a_row_and_a_double_click_asks(desk):
    rect = desk.part.list.visualRect(desk.part.model.index(1, 0))
    view = desk.part.list.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center())
    desk.press(Key.Key_K)
    assert desk.statuses[1] is STATUS.KEPT
    rect = desk.part.list.visualRect(desk.part.model.index(0, 0))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=rect.center())
    assert desk.part.is_asking


def test_leaving_keeps_what_stands_in_the_field(desk):
    desk.press(Key.Key_X)
    desk.type("No money")
    desk.window.enter(Phase.GATHER)
    assert desk.all(Excuse)[-1].text == "No money"


def click(desk: PromisesDesk, row: int) -> None:
    place = desk.part.list.visualRect(desk.part.model.index(row, 0)).topLeft() + QPoint(60, 20)
    QTest.mouseClick(desk.part.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_answer_goes_to_the_promise_that_was_asked_about(desk):
    desk.press(Key.Key_X)
    desk.type("Only one may sign")
    field = desk.focused
    click(desk, 2)
    assert desk.part.current.id == 3
    QTest.keyClick(field, Key.Key_Return)
    assert [each.commitment_id for each in desk.all(CommitmentUpdate)] == [1, 1]
    assert desk.statuses == [STATUS.BROKEN, STATUS.OPEN, STATUS.OPEN, STATUS.OPEN]
    assert desk.part.list.currentIndex().row() == 1  # it goes on from there


def test_leaving_keeps_an_answer_with_the_promise_that_was_asked_about(desk):
    desk.press(Key.Key_Return)
    desk.type("Waits for the council")
    click(desk, 2)
    desk.window.enter(Phase.GATHER)
    (update,) = desk.all(CommitmentUpdate)
    assert (update.commitment_id, update.text) == (1, "Waits for the council")


def test_an_answer_is_kept_when_another_promise_is_answered(desk):
    desk.press(Key.Key_Return)
    desk.type("Waits for the council")
    click(desk, 2)
    desk.press(Key.Key_K)
    noted, kept = desk.all(CommitmentUpdate)
    assert (noted.commitment_id, noted.text, noted.status) == (
        1, "Waits for the council", STATUS.OPEN,
    )  # fmt: skip
    assert (kept.commitment_id, kept.status) == (3, STATUS.KEPT)
    assert desk.context.bridge.drafts() == []


def test_a_word_that_could_not_be_saved_is_said_once(desk, disk):
    disk(True)
    desk.press(Key.Key_K)
    desk.press(Key.Key_K)
    disk(False)
    desk.window.saving.try_again()
    assert desk.statuses.count(STATUS.KEPT) == len(desk.all(CommitmentUpdate)) == 1


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_L, Key.Key_X, Key.Key_0, Key.Key_Return])
def test_an_answer_that_is_refused_stays_open_whatever_is_pressed_elsewhere(desk, key):
    desk.press(Key.Key_L)
    desk.type("someday")
    field = desk.focused
    click(desk, 2)
    desk.press(key)
    assert desk.said.startswith("The date is not a day")
    assert field.text() == "someday"
    assert desk.statuses == [STATUS.LATE, STATUS.OPEN, STATUS.OPEN, STATUS.OPEN]
    QTest.keyClick(field, Key.Key_Escape)
    assert not desk.part.is_asking


def test_an_actual_that_is_there_is_no_obstacle(desk):
    desk.context.bridge.execute(EditRecord(Pledge, 1, {"actual": "12"}))
    desk.choose(5)
    desk.press(Key.Key_Return)
    click(desk, 1)
    desk.press(Key.Key_K)
    assert desk.statuses[1] is STATUS.KEPT
    assert desk.all(Pledge)[0].actual == "12"


def test_what_is_typed_about_a_promise_that_is_deleted_waits_and_holds_nothing_up(desk, qapp):
    desk.press(Key.Key_L)
    desk.type("someday")
    part = desk.part
    desk.window.enter(Phase.GATHER)
    desk.context.bridge.execute(DeleteRecords(Commitment, (1,)))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not part.is_asking
    assert desk.context.drafts.left_over == {"welcome.promise.commitment.1.new_date": "someday"}
    desk.window.enter(Phase.WELCOME)
    desk.press(Key.Key_K)
    assert desk.statuses[0] is STATUS.KEPT
    desk.window.enter(Phase.GATHER)
    assert desk.window.close()


def test_a_deleted_promise_that_comes_back_is_asked_about_again(desk):
    desk.press(Key.Key_L)
    desk.type("someday")
    desk.context.bridge.execute(DeleteRecords(Commitment, (1,)))
    desk.context.bridge.undo()
    desk.window._use_draft("welcome.promise.commitment.1.new_date")
    assert (desk.part.current.id, desk.focused.text()) == (1, "someday")


def test_a_text_that_is_asked_for_again_takes_the_place_of_a_refused_one(desk):
    desk.context.drafts.put_by("welcome.promise.commitment.3.note", "Waits")
    desk.press(Key.Key_L)
    desk.type("someday")
    desk.window._use_draft("welcome.promise.commitment.3.note")
    assert (desk.part.current.id, desk.focused.text()) == (3, "Waits")
    assert desk.context.drafts.left_over == {"welcome.promise.commitment.1.new_date": "someday"}


def test_the_console_and_the_wall_count_alike(desk):
    assert desk.part.bar.accessibleName() == "0 of 4 kept: 0 kept, 0 late, 0 broken, 4 open"
    assert promises(desk.context.room.picture.view, DAY).due == 4
    desk.context.bridge.execute(EditRecord(SessionFacts, 1, {"date": dt.date(2026, 6, 3)}))
    assert (
        desk.part.bar.accessibleName()
        == "0 of 2 kept: 0 kept, 0 late, 0 broken, 2 open, 2 not due yet"
    )
    desk.context.bridge.execute(EditRecord(SessionFacts, 1, {"date": dt.date(2026, 5, 13)}))
    assert desk.part.bar.accessibleName().startswith("4 not due yet: 0 kept")
    assert not desk.part.bar.grab().toImage().isNull()


def test_the_wall_changes_with_s_alone(desk):
    desk.press(Key.Key_K)
    assert desk.context.room.stage.scene is Scene.WELCOME
    desk.press(Key.Key_S)
    assert desk.context.room.stage.scene is Scene.PROMISES


def test_many_promises_are_a_bar_and_withdrawn_ones_do_not_count(make_context, qtbot):
    context = make_context(carried(20), title="Riverside", date=DAY)
    desk = PromisesDesk(context, qtbot, Phase.WELCOME)
    for number in range(1, 13):
        context.bridge.execute(UpdateCommitment(number, STATUS.KEPT, DAY))
    context.bridge.execute(UpdateCommitment(13, STATUS.WITHDRAWN, DAY))
    assert desk.part.bar.words == "12 of 19"  # seven are past their day
    assert not desk.part.bar.grab().toImage().isNull()


def test_without_an_earlier_session_there_is_no_such_part(make_context, qtbot):
    desk = PromisesDesk(make_context(title="Riverside"), qtbot, Phase.WELCOME)
    assert desk.page.promises is None
    assert len(desk.page.segments._group.buttons()) == 2


def test_people_and_session_stand_beside_the_promises(desk):
    desk.press(Key.Key_1, CTRL)
    assert desk.focused is desk.page.people.name
    desk.context.bridge.execute(AddRecords((Participant(id=0, name="Ruth"),)))
    names = [each.text() for each in desk.page.segments._group.buttons()]
    assert names == ["Promises 4", "People 1", "Session"]
    desk.press(Key.Key_3, CTRL)
    assert desk.focused is desk.part.list


def test_taking_back_goes_from_word_to_word(context):
    for status in (STATUS.LATE, STATUS.KEPT):
        context.bridge.execute(UpdateCommitment(1, status, DAY))
    context.bridge.execute(TakeBackUpdate(1))
    assert context.bridge.state.get(Commitment, 1).status is STATUS.LATE
    context.bridge.execute(TakeBackUpdate(1))
    assert context.bridge.state.get(Commitment, 1).status is STATUS.OPEN
    assert not context.bridge.state.all(CommitmentUpdate)


def test_the_model_follows_row_by_row(context):
    model = PromiseModel(context.bridge)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert model.rowCount() == 6
    context.bridge.execute(UpdateCommitment(2, STATUS.LATE, DAY, "Waits"))
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Keep promise 2. Director, due 2 Jun 2026. Late. Waits."
    context.bridge.execute(EditRecord(Pledge, 1, {"carried": False}))
    assert model.rowCount() == 4
    context.bridge.undo()
    assert model.rowCount() == 6
    tester.deleteLater()
    model.deleteLater()


def test_an_answer_left_unfinished_is_asked_for_again(context, qtbot):
    context.bridge.keep_draft("welcome.promise.commitment.3.in_the_way", "Only one ma")
    again = Context(context.bridge, context.settings)
    desk = PromisesDesk(again, qtbot, Phase.WELCOME)
    desk.window._use_draft("welcome.promise.commitment.3.in_the_way")
    assert desk.part.list.currentIndex().row() == 2
    desk.type("y sign")
    desk.press(Key.Key_Return)
    assert desk.all(Excuse)[-1].text == "Only one may sign"
    assert again.bridge.drafts() == []


def test_a_leftover_text_opens_no_second_window(context, qtbot, qapp):
    context.bridge.keep_draft("bucket.card 99", "Only one ma")
    watcher = WindowWatcher(qapp)
    qapp.installEventFilter(watcher)
    desk = PromisesDesk(Context(context.bridge, context.settings), qtbot, Phase.WELCOME)
    desk.window.complete()
    qapp.removeEventFilter(watcher)
    assert desk.window.draft_bar.isVisible()
    assert watcher.seen == ["Console"]


class WindowWatcher(QObject):
    """Collects the kinds of what is shown as a window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("key", ["commitment.99.note", "commitment.1.nothing", "", "excuse.1.note"])
def test_a_draft_of_a_promise_that_is_gone_is_handed_over(desk, key):
    desk.context.drafts.put_by(f"welcome.promise.{key}", "Only one ma")
    desk.window._use_draft(f"welcome.promise.{key}")
    assert not desk.part.is_asking
    assert "can be pasted" in desk.said
