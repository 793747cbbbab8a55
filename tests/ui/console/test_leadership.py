"""The phase Leadership: answered on a screen that tells nothing of others, shown from five on."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key, words_on
from workshop.domain.commands.leadership import CloseLeadershipCheck
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, ParticipantKind, Phase, YesNo
from workshop.domain.records import Activity, LeadershipAnswers, LeadershipMix, Participant, Process
from workshop.domain.stage import Scene
from workshop.store.errors import StoreError
from workshop.ui.console.leadership import LeadershipPage
from workshop.ui.console.leadership.entry import EntryScreen
from workshop.ui.context import Context
from workshop.ui.models.leadership import LeadershipModel
from workshop.words import words

pytestmark = pytest.mark.qt_log_ignore("does not support")

MakeContext = Callable[..., Context]
ITEMS = len(words().leadership.items)


class LeadershipDesk(Desk):
    """The console in the phase Leadership."""

    @property
    def page(self) -> LeadershipPage:
        found = super().page
        assert isinstance(found, LeadershipPage)
        return found

    @property
    def screen(self) -> EntryScreen:
        found = self.page.check.entry
        assert found is not None
        return found

    def answer(self, digits: str) -> None:
        """Answer all statements and hand in, by keys."""
        self.press_enter()
        for digit in digits:
            QTest.keyClick(self.screen, digit)
        self.press_enter()

    def press_enter(self) -> None:
        """Press Enter where the keyboard is on the screen of the leaders."""
        self.qtbot.waitUntil(self.screen.isActiveWindow)
        QTest.keyClick(self.screen.focusWidget(), Key.Key_Return)

    def leave_screen(self) -> None:
        """Go back to the console."""
        self.screen.leave()
        self.window.activateWindow()  # as a window manager does when a dialog goes
        self.qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def answers(self) -> list[LeadershipAnswers]:
        return self.context.bridge.state.all(LeadershipAnswers)


@pytest.fixture
def context(make_context: MakeContext) -> Context:
    people = AddRecords(tuple(Participant(id=-n, name=f"Leader {n}") for n in range(1, 13)))
    return make_context(people, title="Riverside")


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> LeadershipDesk:
    return LeadershipDesk(context, qtbot, Phase.LEADERSHIP)


def test_five_leaders_answer_by_keys_and_the_result_is_one_step(desk):
    desk.press(Key.Key_P)
    for digits in ("5" * ITEMS, "4" * ITEMS, "4" * ITEMS, "1" * ITEMS):
        desk.answer(digits)
    assert desk.page.check.sheets.number == 4
    desk.answer("3" * ITEMS)
    desk.leave_screen()
    assert desk.focused is desk.page.check.pass_along
    steps = len(desk.context.bridge._session.history())
    desk.press(Key.Key_C)
    assert len(desk.context.bridge._session.history()) == steps + 1
    assert len(desk.answers) == ITEMS
    assert (desk.answers[0].never, desk.answers[0].often, desk.answers[0].always) == (1, 2, 1)
    assert desk.page.check.sheets.number == 0
    assert desk.page.model.rowCount() == ITEMS + 2
    desk.press(Key.Key_Z, CTRL)
    assert desk.page.model.rowCount() == 0


def test_the_screen_tells_nothing_of_others(desk):
    desk.press(Key.Key_P)
    fresh = set(words_on(desk.screen))
    pictures = []
    for digits in ("5" * ITEMS, "1" * ITEMS, "1234500000" + "3" * (ITEMS - 10)):
        desk.answer(digits)
        shown = set(words_on(desk.screen))
        assert shown - fresh == {"Handed in. Thank you: pass it to the next one."}
        pictures.append(desk.screen.grab().toImage())
    assert pictures[0] == pictures[1] == pictures[2]
    desk.leave_screen()


def test_the_screen_has_no_chrome_and_covers_the_window(desk):
    desk.press(Key.Key_P)
    screen = desk.screen
    assert screen.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert screen.isModal()
    assert screen.geometry() == desk.window.geometry()
    assert any("No name, no time and no order is kept" in each for each in words_on(screen))
    screen.leave()


def test_keys_of_the_console_are_dead_while_leaders_answer(desk):
    desk.press(Key.Key_P)
    label, stage = desk.context.bridge.undo_label, desk.context.room.stage
    QTest.keyClick(desk.screen, Key.Key_Z, CTRL)
    for key in (Key.Key_B, Key.Key_S, Key.Key_F9, Key.Key_F7):
        QTest.keyClick(desk.screen, key)
    QTest.keyClick(desk.screen, Key.Key_PageDown, CTRL)
    assert desk.context.bridge.undo_label == label
    assert desk.context.room.stage == stage
    assert desk.page.PHASE is Phase.LEADERSHIP
    desk.leave_screen()


def test_only_esc_that_is_held_leaves_and_gives_up_what_was_not_handed_in(desk, monkeypatch):
    desk.press(Key.Key_P)
    screen = desk.screen
    screen._esc.setInterval(60)
    desk.press_enter()
    QTest.keyClick(screen, "5")
    QTest.keyClick(screen, Key.Key_Escape)
    screen.close()
    QTest.qWait(100)
    assert desk.page.check.entry is screen
    assert screen.isVisible()
    QTest.keyPress(screen, Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.page.check.entry is None)
    assert desk.page.check.sheets.number == 0


def test_leaders_answer_with_the_mouse_go_back_and_skip(desk):
    left = Qt.MouseButton.LeftButton
    desk.press(Key.Key_P)
    screen = desk.screen
    QTest.mouseClick(screen.next, left)
    QTest.mouseClick(screen.answers[1], left)
    QTest.mouseClick(screen.back, left)
    assert screen.answers[1].isChecked()
    QTest.mouseClick(screen.answers[3], left)
    for _ in range(ITEMS - 1):
        QTest.mouseClick(screen.skip, left)
    assert screen.item is None
    QTest.mouseClick(screen.next, left)
    assert desk.page.check.sheets.counts == {1: (0, 0, 0, 1, 0)}
    screen.leave()


def test_a_sheet_without_an_answer_is_not_counted(desk):
    desk.press(Key.Key_P)
    desk.answer("0" * ITEMS)
    desk.leave_screen()
    assert desk.page.check.sheets.number == 0
    desk.press(Key.Key_T)
    desk.type("0" * ITEMS)
    desk.press(Key.Key_Return)
    assert desk.said.startswith("Nothing is answered")
    assert desk.page.check.sheets.number == 0


def test_sheets_are_typed_from_paper(desk):
    desk.press(Key.Key_T)
    desk.type("123")
    desk.press(Key.Key_Return)
    assert desk.said == f"A sheet has {ITEMS} digits, this one 3: type 0 for none."
    desk.type("4" * (ITEMS - 3))
    desk.press(Key.Key_Return)
    assert desk.page.check.paper.text() == ""
    assert desk.page.check.sheets.counts[1] == (1, 0, 0, 0, 0)
    desk.type("9876")
    assert desk.page.check.paper.text() == ""


def test_four_sheets_cannot_be_closed_and_nothing_is_shown(desk):
    for _ in range(4):
        desk.page.check.take({1: 5})
    assert not desk.page.check.close_check.isEnabled()
    desk.press(Key.Key_C)
    assert desk.said.startswith("Fewer than five have answered")
    assert not desk.answers
    desk.press(Key.Key_R)
    assert desk.context.room.stage.scene is not Scene.RESULT
    shown = {each.text() for each in desk.page.findChildren(QLabel)}
    assert "4 of 12 answered" in shown


@pytest.mark.parametrize("way", ["click", "key"])
def test_once_the_check_is_closed_its_result_is_shown_by_the_key_that_is_named(desk, way):
    for _ in range(6):
        desk.page.check.take({1: 5})
    desk.window.complete()
    if way == "click":
        desk.press(Key.Key_T)
        desk.press(Key.Key_Tab)
        assert desk.focused is desk.page.check.close_check
        desk.press(Key.Key_Return)
    else:
        desk.press(Key.Key_C)
    desk.press(Key.Key_R)
    assert desk.page.check.paper.text() == ""
    assert desk.context.room.stage.scene is Scene.RESULT


def test_esc_leads_from_a_field_to_where_letters_act(desk):
    for _ in range(6):
        desk.page.check.take({1: 5})
    desk.press(Key.Key_T)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_C)
    assert desk.answers
    desk.press(Key.Key_M)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_R)
    assert desk.context.room.stage.scene is Scene.RESULT


def test_users_in_the_room_are_no_leaders_where_leaders_are_counted(desk):
    user = Participant(id=0, name="Ana", kind=ParticipantKind.PROCESS_USER)
    desk.context.bridge.execute(AddRecords((user,)))
    desk.page.check.take({1: 5})
    shown = [*words_on(desk.window)]
    assert "1 of 12 answered" in shown
    assert "Riverside — 12 leaders" in shown


def test_a_closed_check_says_how_many_answered_and_what_a_new_sheet_does(desk):
    for _ in range(6):
        desk.page.check.take({1: 5})
    desk.press(Key.Key_C)
    shown = [*words_on(desk.page.check)]
    assert "6 answered" in shown
    assert any(text.startswith("The check is closed. Another sheet begins") for text in shown)
    desk.page.check.take({1: 2})
    assert "1 of 12 answered" in [*words_on(desk.page.check)]
    desk.page.check.throw_away()
    desk.context.bridge.undo()
    assert "0 of 12 answered" in [*words_on(desk.page.check)]


def test_file_and_history_hold_no_order_and_no_time_of_the_answers(desk):
    for answer in (5, 1, 3):
        desk.page.check.take(dict.fromkeys(range(1, ITEMS + 1), answer))
    history = desk.context.bridge._session.history(private=True)
    assert not any("leadership" in line.label.casefold() for line in history)
    text = desk.context.bridge.sheets.to_text()
    assert json.loads(text)["counts"]["1"] == [1, 0, 1, 0, 1]


def test_a_disk_that_fills_up_loses_no_sheet(desk, monkeypatch):
    def fail(_):
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(desk.context.bridge._session, "keep_sheets", fail)
        desk.page.check.take({1: 5})
    desk.page.check.take({1: 4})
    assert desk.context.bridge.sheets.number == 2


def test_a_check_that_could_not_be_closed_forgets_its_sheets_once_it_is(desk, disk):
    for _ in range(5):
        desk.page.check.take({1: 5})
    disk(True)
    desk.page.check.close_it()
    disk(False)
    assert desk.context.bridge.sheets.number == 5
    desk.window.saving.try_again()
    assert desk.context.bridge.sheets.number == 0
    assert len(desk.context.bridge.state.all(LeadershipAnswers)) == 1


def test_sheets_of_a_check_that_waits_to_be_closed_can_be_thrown_away(desk, disk):
    for _ in range(5):
        desk.page.check.take({1: 5})
    disk(True)
    desk.page.check.close_it()
    disk(False)
    desk.page.check.throw_away()
    desk.window.saving.try_again()
    assert desk.context.bridge.state.all(LeadershipAnswers) == []


def test_the_sheets_are_still_there_after_the_window_was_closed(desk, qtbot):
    desk.page.check.take({1: 5})
    again = LeadershipDesk(desk.context, qtbot, Phase.LEADERSHIP)
    assert again.page.summary() == "1 answered"
    assert not desk.context.drafts.left_over


def test_the_mix_is_counted_and_wrong_numbers_cannot_be_typed(desk):
    desk.press(Key.Key_M)
    for text in ("7", "x4", "1"):
        desk.type(text)
        desk.press(Key.Key_Tab)
    mix = desk.context.bridge.state.all(LeadershipMix)[0]
    assert (mix.routine, mix.future, mix.lasting) == (7, 4, 1)


def test_key_processes_without_a_successor_are_listed(desk):
    card = Activity(id=-1, text="Sign permit letters", bucket=Bucket.PROCESS)
    desk.context.bridge.execute(AddRecords((card,)))
    assert "No process is marked as key yet" in "".join(words_on(desk.page.successors))
    desk.context.bridge.execute(EditRecord(Process, 1, {"key": YesNo.YES}))
    assert "Sign permit letters" in [*words_on(desk.page.successors)]
    desk.context.bridge.execute(EditRecord(Process, 1, {"successor": "Deputy"}))
    assert "Sign permit letters" not in [*words_on(desk.page.successors)]


def test_the_gap_and_the_lowest_two_are_told(desk):
    counts = {n: (0, 0, 0, 5, 0) if n < 10 else (0, 5, 0, 0, 0) for n in range(1, ITEMS + 1)}
    counts[12], counts[18] = (5, 0, 0, 0, 0), (4, 1, 0, 0, 0)
    desk.context.bridge.execute(CloseLeadershipCheck(counts))
    shown = [*words_on(desk.page.points)]
    assert any(each.startswith("Leaders 4.0, agency 1.8: leaders see") for each in shown)
    texts = {item.number: item.text for item in words().leadership.items}
    assert f"1.0  {texts[12]}" in shown
    assert f"1.2  {texts[18]}" in shown
    desk.press(Key.Key_R)
    assert desk.context.room.stage.scene is Scene.RESULT


def test_the_model_follows_row_by_row(context):
    model = LeadershipModel(context.bridge)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    context.bridge.execute(CloseLeadershipCheck({1: (0, 0, 1, 3, 1), 12: (5, 0, 0, 0, 0)}))
    assert model.rowCount() == 4
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Understands performance. I can say")
    assert "On average 4.0: 1 sometimes, 3 often, 1 always." in said
    context.bridge.execute(CloseLeadershipCheck({1: (0, 0, 0, 5, 0)}))
    assert model.rowCount() == 2
    context.bridge.undo()
    context.bridge.undo()
    assert model.rowCount() == 0
    tester.deleteLater()
    model.deleteLater()
