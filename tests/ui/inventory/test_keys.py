"""The inventory by keys alone."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.inventory.conftest import Facilitator
from tests.ui.inventory.helpers import COMPLETE, NAMES, answers, cards
from workshop.domain.commands.inventory import ChooseTriage
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import (
    CloseEnough,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    Triage,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records import Feedback, SessionFacts
from workshop.domain.stage import Scene
from workshop.domain.triage import is_answered
from workshop.ui.context import Context
from workshop.ui.models.entries import Column

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
OFFSCREEN_POPUP = pytest.mark.qt_log_ignore("does not support")  # grabbing and raising
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_whole_row_is_answered_by_keys(room: Facilitator) -> None:
    room.press(Key.Key_Return)
    room.type("y")
    room.type("n")
    room.type("Buy scanners")
    room.press(Key.Key_Return, by=ALT)
    room.type("and train")
    room.press(Key.Key_Tab)
    room.type("c")
    room.type("July")
    room.press(Key.Key_Return)
    assert room.question is Column.OWNER
    room.type("Records clerk")
    room.press(Key.Key_Return)
    room.type("y")
    room.type("h")
    room.type("p")
    room.press(Key.Key_Return)
    room.type("y")
    room.type("m")
    room.press(Key.Key_Return)
    room.type("o")
    room.type("k")
    room.press(Key.Key_Return)
    process = room.process(1)
    assert (process.problem, process.quick_fix) == (YesNoUnsure.YES, YesNoUnsure.NO)
    assert process.fix == "Buy scanners\nand train"
    assert (process.waiting_on, process.until) == (WaitingOn.CAPITAL_PLAN, "July")
    assert process.owner == "Records clerk"
    assert (process.needed_in_field, process.managed_at) == (YesNo.YES, ManagedAt.HEADQUARTERS)
    assert process.close_enough is CloseEnough.PARTLY
    assert (process.documented, process.feedback) == (YesNo.YES, FeedbackLevel.SOME)
    assert (process.nature, process.kind) == (Nature.ORGANIZATIONAL, NatureKind.STAKEHOLDERS)
    assert is_answered(process)
    assert room.page.summary() == "1 of 4 answered"
    assert (room.cell, room.question) == ((0, Column.TRIAGE), None)
    assert room.focus is room.grid


def test_find_takes_the_keyboard_from_an_open_editor(room: Facilitator) -> None:
    room.press(Key.Key_Return)
    room.press(Key.Key_Tab, Key.Key_Tab)
    room.type("Scan them")
    room.press(Key.Key_F, by=CONTROL)
    assert room.question is None
    assert room.process(1).fix == "Scan them"
    room.type("yn route")
    assert room.focus is room.page.find_field
    assert room.page.find_field.text() == "yn route"
    assert [room.process(n).problem for n in (1, 2, 3, 4)] == [None] * 4
    room.press(Key.Key_Escape)
    assert (room.focus, room.page.find_field.text()) == (room.grid, "")


def test_find_keeps_the_keyboard_where_a_click_took_it_from_an_editor(room: Facilitator) -> None:
    room.press(Key.Key_Return)
    room.click(room.page.find_field)
    room.type("route")
    assert (room.focus, room.question) == (room.page.find_field, None)
    assert room.page.find_field.text() == "route"


@OFFSCREEN_POPUP
def test_find_puts_an_until_when_by(room: Facilitator) -> None:
    room.press(Key.Key_F4)
    menu = room.page.answering.menu
    assert menu is not None
    room.type_in(menu, "5")
    room.type("the new contract")
    room.press(Key.Key_F, by=CONTROL)
    room.type("route")
    assert (room.focus, room.page.answering.until) == (room.page.find_field, None)
    assert room.page.find_field.text() == "route"
    assert "the new contract" in room.context.drafts.left_over.values()


def test_first_letters_answer_in_the_grid(room: Facilitator) -> None:
    room.grid.go_to(2, Column.FIELD)
    room.type("p")
    room.press(Key.Key_Tab)
    room.type("e")
    room.press(Key.Key_Tab)
    room.type("t")
    process = room.process(3)
    assert process.close_enough is CloseEnough.PARTLY
    assert process.feedback is FeedbackLevel.ENOUGH
    assert process.nature is Nature.TECHNICAL
    assert room.question is None


def test_a_problem_by_letter_asks_at_once_whether_it_is_a_quick_fix(room: Facilitator) -> None:
    room.type("y")
    assert room.question is Column.PROBLEM
    room.type("u")
    process = room.process(1)
    assert (process.problem, process.quick_fix) == (YesNoUnsure.YES, YesNoUnsure.UNSURE)
    room.press(Key.Key_Escape, Key.Key_Down)
    room.type("n")
    assert room.process(2).problem is YesNoUnsure.NO
    assert room.question is None


@pytest.mark.parametrize("answered", [False, True])
def test_the_same_keys_answer_a_problem_the_first_time_and_again(
    answered: bool, room: Facilitator
) -> None:
    if answered:
        room.context.bridge.execute(answers(1, **COMPLETE))
    room.type("yn")
    room.type("use the new form")
    room.press(Key.Key_Return)
    process = room.process(1)
    assert (process.problem, process.quick_fix) == (YesNoUnsure.YES, YesNoUnsure.NO)
    assert process.fix == "use the new form"


def test_what_is_typed_behind_an_answer_is_a_text_and_neither_answer_nor_action(
    room: Facilitator,
) -> None:
    before = room.context.room.stage
    room.type("yn")
    room.type("Raise the limit, use both books. Stop.")
    room.press(Key.Key_Escape)
    process = room.process(1)
    assert process.fix == "Raise the limit, use both books. Stop."
    assert (process.quick_fix, process.waiting_on) == (YesNoUnsure.NO, None)
    assert room.context.room.stage == before


def test_no_letter_of_the_page_acts_while_an_editor_is_open(room: Facilitator) -> None:
    before = room.context.room.stage
    for column in list(Column)[:-1]:
        room.grid.go_to(1, column)
        room.press(Key.Key_Return)
        room.type("sb")
        room.press(Key.Key_Escape)
    assert room.context.room.stage == before
    room.press(Key.Key_S)
    assert room.context.room.stage.scene is Scene.PROCESS


def test_a_letter_answers_only_the_field_that_has_the_keyboard(room: Facilitator) -> None:
    room.press(Key.Key_Return)
    room.type("na")
    process = room.process(1)
    assert (process.problem, process.waiting_on) == (YesNoUnsure.NO, None)
    room.context.bridge.execute(AddRecords((Feedback(id=0, process_id=1, said="Slow"),)))
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    room.press(Key.Key_Tab, Key.Key_Tab)  # on a voice
    room.type("y")
    assert room.process(1).documented is None


def test_an_answer_goes_on_to_what_the_users_said(room: Facilitator) -> None:
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    room.type("ym")
    room.type("Clerks")
    room.press(Key.Key_Tab)
    room.type("Slow")
    room.press(Key.Key_Return)
    voice = room.context.bridge.state.get(Feedback, 1)
    assert voice is not None
    assert (voice.who, voice.said) == ("Clerks", "Slow")
    assert (room.process(1).documented, room.process(1).feedback) == ("yes", "some")


def test_letters_are_still_when_single_keys_are_off(room: Facilitator) -> None:
    room.context.settings.single_keys = False
    room.type("y")
    assert room.process(1).problem is None


def test_s_shows_the_process_with_the_question_asked_in_every_column(room: Facilitator) -> None:
    for column in Column:
        room.grid.go_to(1, column)
        room.press(Key.Key_S)
        assert room.context.room.stage.scene is Scene.PROCESS
        assert room.context.room.stage.subject_id == 2
        asked = int(column) if column.is_question else None
        assert room.context.room.picture.asked == asked
        assert room.page.model.live == 2
        assert room.process(2).feedback is None


def test_tab_goes_from_question_to_question_and_out_at_the_end(room: Facilitator) -> None:
    seen = [room.cell]
    while room.focus is room.grid and len(seen) < 40:
        room.press(Key.Key_Tab)
        seen.append(room.cell)
    expected = [(row, column) for row in range(4) for column in list(Column)[1:]]
    assert seen == [*expected, expected[-1]]
    room.grid.setFocus()
    for _ in range(len(expected)):
        room.press(Key.Key_Tab, by=SHIFT)
    assert room.cell == (0, Column.PROBLEM)
    assert room.focus is not room.grid


def test_f6_leaves_the_grid_and_an_open_editor(room: Facilitator) -> None:
    room.press(Key.Key_F6)
    assert not room.page.isAncestorOf(room.focus)
    room.grid.setFocus()
    room.press(Key.Key_Return, Key.Key_F6)
    assert not room.page.isAncestorOf(room.focus)


def test_tab_in_the_editor_goes_through_its_fields_and_on_to_the_next_question(
    room: Facilitator,
) -> None:
    room.press(Key.Key_Return)
    for _ in range(5):
        assert room.question is Column.PROBLEM
        room.press(Key.Key_Tab)
    assert room.question is Column.OWNER
    room.press(Key.Key_Tab, by=SHIFT)
    assert room.focus is room.grid


@OFFSCREEN_POPUP
def test_ctrl_enter_finds_the_next_open_question(room: Facilitator) -> None:
    for key in (1, 2):
        room.context.bridge.execute(answers(key, **COMPLETE))
    room.context.bridge.execute(answers(3, **{**COMPLETE, "owner": ""}))
    room.press(Key.Key_Return, by=CONTROL)
    assert (room.cell, room.question) == ((2, Column.OWNER), Column.OWNER)
    room.type("Clerk")
    room.press(Key.Key_Return, by=CONTROL)
    assert room.process(3).owner == "Clerk"
    assert (room.cell, room.question) == ((3, Column.PROBLEM), Column.PROBLEM)


def test_ctrl_enter_says_when_nothing_is_open(room: Facilitator) -> None:
    said: list[str] = []
    room.context.said.connect(lambda sentence, _: said.append(sentence))
    for key in (1, 2, 3, 4):
        room.context.bridge.execute(answers(key, **COMPLETE))
    room.press(Key.Key_Return, by=CONTROL)
    assert said[-1] == "Every question is answered."
    assert room.question is None


def test_page_keys_go_from_process_to_process(room: Facilitator) -> None:
    room.grid.go_to(0, Column.NATURE)
    room.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp)
    assert room.cell == (1, Column.NATURE)
    room.press(Key.Key_Home)
    assert room.cell == (1, Column.PROCESS)
    room.press(Key.Key_End)
    assert room.cell == (1, Column.TRIAGE)


def test_alt_arrows_rank_and_the_cell_goes_along(room: Facilitator) -> None:
    room.grid.go_to(2, Column.USERS)
    room.press(Key.Key_Up, by=ALT)
    assert [p.id for p in room.context.bridge.state.processes()] == [1, 3, 2, 4]
    assert room.cell == (1, Column.USERS)
    room.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, by=ALT)
    assert [p.id for p in room.context.bridge.state.processes()] == [1, 2, 4, 3]
    assert room.cell == (3, Column.USERS)


def test_a_sorted_grid_does_not_rank(room: Facilitator) -> None:
    room.console.actions_["sort_process"].trigger()
    room.press(Key.Key_Down, by=ALT)
    assert [p.id for p in room.context.bridge.state.processes()] == [1, 2, 3, 4]


@OFFSCREEN_POPUP
def test_f4_offers_all_six_and_a_digit_decides(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, quick_fix=YesNoUnsure.NO))
    room.press(Key.Key_F4)
    menu = room.page.answering.menu
    assert menu is not None
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == 6
    assert texts[0].startswith("&1  Long term  \u2013  It is a problem that waits on")
    assert texts[1].startswith("&2  Live with it")
    room.type_in(menu, "1")
    assert room.process(1).triage is None
    assert room.page.answering.waiting is not None
    room.type_in(room.page.answering.waiting, "3")
    decided = (room.process(1).triage, room.process(1).waiting_on)
    assert decided == (Triage.LONG_TERM, WaitingOn.CONTRACT)
    assert room.focus is room.grid


@OFFSCREEN_POPUP
def test_live_with_it_until_a_day_keeps_the_day(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES))
    room.context.bridge.execute(EditRecord(SessionFacts, 1, {"date": dt.date(2026, 9, 15)}))
    for typed, shown in (("in 30 days", ""), ("", "15 Oct 2026")):
        room.press(Key.Key_F4)
        texts = [a.text() for a in room.page.answering.menu.actions() if not a.isSeparator()]
        room.type_in(room.page.answering.menu, next(t[1] for t in texts if "Live with it" in t))
        assert room.page.answering.until.until.text() == shown
        room.type(typed)
        room.press(Key.Key_Return)
        assert room.process(1).until == "2026-10-15"


@OFFSCREEN_POPUP
def test_esc_gives_up_an_until_when_that_could_not_be_saved(room: Facilitator, disk) -> None:
    room.press(Key.Key_F4)
    room.press(Key.Key_5)
    room.type("the audit")
    disk(True)
    room.press(Key.Key_Return)
    disk(False)
    room.press(Key.Key_Escape)
    assert room.focus is room.grid
    assert room.context.bridge.try_again()
    assert room.process(1).triage is None
    assert room.context.drafts.left_over == {"inventory.live 1": "the audit"}


@OFFSCREEN_POPUP
def test_live_with_it_asks_until_when_first(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, quick_fix=YesNoUnsure.NO))
    room.press(Key.Key_F4)
    assert room.page.answering.menu is not None
    room.type_in(room.page.answering.menu, "2")
    assert room.page.answering.until is not None
    room.press(Key.Key_Return)
    assert room.process(1).triage is None
    room.type("the contract ends")
    room.press(Key.Key_Return)
    assert room.process(1).triage is Triage.LIVE_WITH_IT
    assert room.process(1).until == "the contract ends"
    assert room.focus is room.grid
    room.context.bridge.undo()
    assert (room.process(1).triage, room.process(1).until) == (None, "")


@OFFSCREEN_POPUP
def test_an_untouched_until_when_follows(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, until="July"))
    room.context.bridge.execute(answers(1, until="August"))
    room.press(Key.Key_F4)
    assert room.page.answering.menu is not None
    texts = [action.text() for action in room.page.answering.menu.actions()]
    room.type_in(room.page.answering.menu, next(t[1] for t in texts if "Live with it" in t))
    assert room.focus.text() == "August"
    room.context.bridge.undo()
    assert room.focus.text() == "July"
    room.press(Key.Key_Return)
    assert (room.process(1).triage, room.process(1).until) == (Triage.LIVE_WITH_IT, "July")


@OFFSCREEN_POPUP
@pytest.mark.parametrize(
    "decided", [(Triage.LIVE_WITH_IT, "the contract ends"), (Triage.FIX_NOW, "2026-11-14")]
)
def test_escape_in_the_until_when_leaves_the_decision_as_it_was(
    decided: tuple[Triage, str], room: Facilitator
) -> None:
    triage, until = decided
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, until=until))
    room.context.bridge.execute(ChooseTriage(1, triage))
    room.press(Key.Key_F4)
    assert room.page.answering.menu is not None
    texts = [action.text() for action in room.page.answering.menu.actions()]
    room.type_in(room.page.answering.menu, next(t[1] for t in texts if "Live with it" in t))
    room.type("another day")
    room.press(Key.Key_Escape)
    assert (room.process(1).triage, room.process(1).until) == decided
    assert (room.focus, room.page.answering.until) == (room.grid, None)
    assert "another day" in room.context.drafts.left_over.values()


def test_an_untouched_voice_follows_and_is_not_written_back(room: Facilitator) -> None:
    bridge = room.context.bridge
    bridge.execute(AddRecords((Feedback(id=0, process_id=1, who="Clerks", said="Slow"),)))
    bridge.execute(EditRecord(Feedback, 1, {"said": "Slow and lost"}))
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    room.page.answering.editor.feedback._edit(1)
    assert room.focus.text() == "Slow and lost"
    bridge.undo()
    assert room.focus.text() == "Slow"
    room.press(Key.Key_Return)
    assert bridge.state.get(Feedback, 1).said == "Slow"
    assert room.focus.text() == ""


def test_a_voice_that_is_half_typed_does_not_give_way_to_another(room: Facilitator) -> None:
    add = AddRecords((Feedback(id=0, process_id=1, who="Clerks", said="Slow"),))
    room.context.bridge.execute(add)
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    form = room.page.answering.editor.feedback
    form.take_focus()
    room.type("Holders")
    form._edit(1)
    assert "Keep what is typed first" in room.console._status.text
    assert form._who.text() == "Holders"


def test_voices_are_added_edited_and_deleted_by_keys(room: Facilitator) -> None:
    day = dt.date(2026, 3, 1)
    room.context.bridge.execute(EditRecord(SessionFacts, 1, {"date": day}))
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    room.press(Key.Key_Tab, Key.Key_Tab)
    room.type("Clerks")
    room.press(Key.Key_Tab)
    room.type("Slow")
    room.press(Key.Key_Return)
    voice = room.context.bridge.state.get(Feedback, 1)
    assert voice is not None
    assert (voice.who, voice.said, voice.process_id) == ("Clerks", "Slow", 1)
    assert voice.said_on == day
    assert room.question is Column.USERS
    room.press(Key.Key_Tab, by=SHIFT)
    room.press(Key.Key_Tab, by=SHIFT)
    room.press(Key.Key_Space)
    room.type(" and lost")
    room.press(Key.Key_Return)
    edited = room.context.bridge.state.get(Feedback, 1)
    assert edited is not None
    assert edited.said == "Slow and lost"
    room.press(Key.Key_Tab, by=SHIFT)
    room.press(Key.Key_Space)
    assert room.context.bridge.state.get(Feedback, 1) is None


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_voice_that_could_not_be_saved_is_added_once_as_typed_last(
    room: Facilitator, disk: Callable[[bool], None], is_closed: bool
) -> None:
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    room.press(Key.Key_Tab, Key.Key_Tab)
    room.type("Clerks")
    room.press(Key.Key_Tab)
    room.type("Slow")
    disk(True)
    room.press(Key.Key_Return)
    disk(False)
    if is_closed:
        room.press(Key.Key_Escape)
        room.context.bridge.try_again()
    else:
        room.type("er")
        room.press(Key.Key_Return)
    said = [each.said for each in room.context.bridge.state.all(Feedback)]
    assert said == ["Slow" if is_closed else "Slower"]
    room.context.drafts.flush()
    assert (room.context.bridge.drafts(), room.context.drafts.left_over) == ([], {})


@pytest.fixture
def half_edited(room: Facilitator) -> Facilitator:
    """A console on a process of which one voice is being edited."""
    voice = Feedback(id=0, process_id=1, who="Clerks", said="Slow")
    room.context.bridge.execute(AddRecords((voice,)))
    room.grid.go_to(0, Column.USERS)
    room.press(Key.Key_Return)
    room.page.answering.editor.feedback._edit(1)
    room.type("er")
    return room


@pytest.mark.parametrize("is_saved_later", [False, True])
def test_an_edited_voice_comes_back_as_the_same_voice(
    half_edited: Facilitator, disk: Callable[[bool], None], is_saved_later: bool
) -> None:
    room, bridge = half_edited, half_edited.context.bridge
    disk(is_saved_later)
    if is_saved_later:
        room.press(Key.Key_Return)
    room.press(Key.Key_Escape)
    disk(False)
    room.press(Key.Key_Return)
    form = room.page.answering.editor.feedback
    assert (form._who.text(), form._said.text()) == ("Clerks", "Slower")
    assert form._keep.text() == "Keep"
    bridge.try_again()
    form.keep()
    assert [(each.who, each.said) for each in bridge.state.all(Feedback)] == [("Clerks", "Slower")]
    assert (form._who.text(), form._said.text(), form._keep.text()) == ("", "", "Add")
    room.press(Key.Key_Escape)
    assert (bridge.drafts(), room.context.drafts.left_over) == ([], {})


def test_an_edit_of_a_voice_that_went_is_handed_over(half_edited: Facilitator) -> None:
    room = half_edited
    room.press(Key.Key_Escape)
    room.context.bridge.execute(DeleteRecords(Feedback, (1,)))
    room.press(Key.Key_Return)
    form = room.page.answering.editor.feedback
    assert (form._who.text(), form._said.text(), form._keep.text()) == ("", "", "Add")
    room.press(Key.Key_Escape)
    room.page.enter()
    assert room.question is None
    room.console._use_draft(next(iter(room.context.drafts.left_over)))
    assert QApplication.clipboard().text() == "Slower"
    assert room.context.bridge.state.all(Feedback) == []


def test_an_answer_that_is_saved_later_leaves_no_draft(
    room: Facilitator, disk: Callable[[bool], None]
) -> None:
    room.press(Key.Key_Return)
    room.press(Key.Key_Tab, Key.Key_Tab)
    room.type("Buy scaners")
    disk(True)
    room.press(Key.Key_Tab)
    disk(False)
    room.context.bridge.try_again()
    room.context.drafts.flush()
    assert room.process(1).fix == "Buy scaners"
    assert (room.context.bridge.drafts(), room.context.drafts.left_over) == ([], {})


def test_undo_takes_back_what_a_letter_did(room: Facilitator) -> None:
    room.grid.go_to(0, Column.NATURE)
    room.type("t")
    room.press(Key.Key_Z, by=CONTROL)
    assert room.process(1).nature is None


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1440, 900), (1920, 1080)])
def test_all_columns_fit_and_the_current_cell_is_in_view(
    size: tuple[int, int],
    make_context: Callable[..., Context],
    sit_down: Callable[..., Facilitator],
) -> None:
    room = sit_down(make_context(cards(*NAMES)), size)
    assert room.grid.horizontalScrollBar().maximum() == 0
    room.grid.go_to(3, Column.TRIAGE)
    rect = room.grid.visualRect(room.grid.currentIndex())
    assert room.grid.viewport().rect().contains(rect)
