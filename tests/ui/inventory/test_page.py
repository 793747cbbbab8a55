"""The inventory by mouse, what it keeps to itself, and what it never loses."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from tests.sessions import PRIVATE_MARK
from tests.ui.inventory.conftest import Facilitator
from tests.ui.inventory.helpers import NAMES, answers, cards
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, OwnerFit, Phase, Triage, YesNoUnsure
from workshop.domain.records import Feedback, Process, SessionFacts
from workshop.domain.stage import Scene
from workshop.store.errors import StoreError
from workshop.ui.badges import KeyButton
from workshop.ui.context import Context
from workshop.ui.inventory.columns import column_widths
from workshop.ui.inventory.field_widgets import ChoiceField, TextField
from workshop.ui.models.entries import Column

Key = Qt.Key
MakeContext = Callable[..., Context]
SitDown = Callable[..., Facilitator]


def choice(room: Facilitator, name: str) -> KeyButton:
    editor = room.page.answering.editor
    assert editor is not None
    return next(b for b in editor.findChildren(KeyButton) if b.accessibleName().startswith(name))


def text_field(room: Facilitator, name: str) -> TextField:
    editor = room.page.answering.editor
    assert editor is not None
    found = next(each for each in editor.fields if each.field.name == name)
    assert isinstance(found, TextField)
    return found


# By mouse


def test_a_click_chooses_a_cell_and_a_second_click_opens_it(room: Facilitator) -> None:
    room.click_cell(1, Column.NATURE)
    assert (room.cell, room.question) == ((1, Column.NATURE), None)
    room.click_cell(1, Column.NATURE)
    assert room.question is Column.NATURE
    room.click(choice(room, "Nature organizational"))
    assert room.process(2).nature == "organizational"
    room.click(choice(room, "Nature organizational"))
    assert room.process(2).nature is None


def test_a_click_on_an_answer_goes_on_to_the_next_field(room: Facilitator) -> None:
    room.press(Key.Key_Return)
    room.click(choice(room, "A problem here? yes"))
    room.click(choice(room, "A quick fix? yes"))
    room.type("Use one form")
    room.press(Key.Key_Return)
    assert room.process(1).fix == "Use one form"


def test_arrows_stay_among_the_answers_of_a_field(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, quick_fix=YesNoUnsure.YES))
    room.page.answering.open("problem")
    room.press(Key.Key_Right)
    assert room.process(1).problem is YesNoUnsure.NO
    room.press(Key.Key_Left)
    assert room.process(1).problem is YesNoUnsure.YES
    assert choice(room, "A problem here? yes").hasFocus()


def test_a_click_on_another_cell_keeps_what_was_typed(room: Facilitator) -> None:
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    room.type("Clerk")
    room.click_cell(3, Column.TRIAGE)
    assert room.question is None
    assert room.process(1).owner == "Clerk"


def test_nobody_is_an_answer_with_a_button_and_a_key(room: Facilitator) -> None:
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    room.click(choice(room, "Nobody"))
    assert room.process(1).owner == "nobody"
    room.press(Key.Key_Escape, Key.Key_Down, Key.Key_Return)
    room.press(Key.Key_N, by=Qt.KeyboardModifier.AltModifier)
    assert room.process(2).owner == "nobody"


def test_a_click_on_a_head_sorts_up_then_down_then_back(room: Facilitator) -> None:
    room.grid.go_to(1, Column.OWNER)
    header = room.grid.horizontalHeader()
    orders = []
    for _ in range(3):
        room.click_at(header.viewport(), 60, 20)
        orders.append([room.page.model.entry_at(row).process.name for row in range(4)])
    assert orders == [sorted(NAMES), sorted(NAMES, reverse=True), list(NAMES)]
    assert room.cell == (1, Column.OWNER)


def test_the_editor_lies_in_the_page_and_beside_its_cell(room: Facilitator) -> None:
    room.context.bridge.execute(cards(*(f"Process {n}" for n in range(30))))
    for row in range(0, 34, 3):
        for column in list(Column)[:-1]:
            room.grid.go_to(row, column)
            room.page.answering.open()
            editor = room.page.answering.editor
            assert editor is not None
            assert room.page.rect().contains(editor.geometry())
            cell = room.grid.cell_rect().translated(room.grid.mapTo(room.page, room.grid.pos()))
            assert not editor.geometry().intersects(cell.adjusted(8, 8, -8, -8)), (row, column)
            room.press(Key.Key_Escape)


def test_the_editor_stays_in_the_page_when_voices_are_added(room: Facilitator) -> None:
    room.console.resize(1366, 768)
    room.context.bridge.execute(cards(*(f"Process {n}" for n in range(4))))
    room.grid.go_to(3, Column.USERS)
    room.page.answering.open()
    editor = room.page.answering.editor
    assert editor is not None
    before = editor.height()
    for said in ("Slow", "Lost twice", "Nobody answers"):
        room.context.bridge.execute(AddRecords((Feedback(id=0, process_id=4, said=said),)))
        QApplication.processEvents()
        assert room.page.rect().contains(editor.geometry())
    assert editor.height() > before


# The wall


def test_nothing_here_changes_the_wall_but_showing(room: Facilitator) -> None:
    room.context.room.show(Scene.PROCESS, 2)
    before, painted = room.context.room.stage, room.context.room.picture
    assert painted.stage == before
    room.page.find_field.setText("sign")
    room.page.find_field.clear()
    room.console.actions_["sort_owner"].trigger()
    room.page.private.click()
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    room.type("Cler")
    assert room.context.room.stage == before
    assert room.context.room.picture.view.process(1) == painted.view.process(1)
    room.press(Key.Key_Escape)
    assert room.context.room.stage == before


def test_entering_and_leaving_the_phase_leaves_the_wall(room: Facilitator) -> None:
    room.context.room.show(Scene.HOLD)
    before = room.context.room.stage
    room.console.enter(Phase.INVENTORY)
    assert replace(room.context.room.stage, phase=before.phase) == before


def test_the_row_on_the_wall_is_marked_and_unmarked(room: Facilitator) -> None:
    room.press(Key.Key_S)
    assert room.page.model.live == 1
    room.context.room.show(Scene.OVERVIEW)
    assert room.page.model.live is None


# What is private


def everything_readable(room: Facilitator) -> str:
    """Return every text and accessible text of the page, as a screen reader would find them."""
    texts = [
        str(room.page.model.index(row, column).data(role))
        for row in range(room.page.model.rowCount())
        for column in Column
        for role in Qt.ItemDataRole
    ]
    widgets = room.console.findChildren(QLabel) + room.console.findChildren(QLineEdit)
    texts += [widget.text() for widget in widgets if widget.isVisible()]
    table = QAccessible.queryAccessibleInterface(room.grid)
    for number in range(table.childCount()):
        child = table.child(number)
        texts.append(child.text(QAccessible.Text.Name) if child else "")
    return "\n".join(texts)


@pytest.fixture
def private_room(make_context: MakeContext, sit_down: SitDown) -> Facilitator:
    secret = answers(1, owner="Lee", owner_fit=OwnerFit.NOT_RIGHT, proposed_owner=PRIVATE_MARK)
    return sit_down(make_context(cards(*NAMES), secret))


def test_private_answers_are_in_sight_only_while_they_are_shown(private_room: Facilitator) -> None:
    room = private_room
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    assert PRIVATE_MARK not in everything_readable(room)
    room.press(Key.Key_Escape)
    room.click(room.page.private)
    room.grid.setFocus()
    assert PRIVATE_MARK in everything_readable(room)
    room.press(Key.Key_Return)
    assert text_field(room, "proposed_owner").editor.text() == PRIVATE_MARK
    room.click(room.page.private)
    assert room.question is None
    assert PRIVATE_MARK not in everything_readable(room)


def test_each_entry_into_the_phase_begins_with_private_hidden(private_room: Facilitator) -> None:
    private_room.page.private.click()
    private_room.console.enter(Phase.INVENTORY)
    assert not private_room.page.private.isChecked()
    assert PRIVATE_MARK not in everything_readable(private_room)


def test_the_private_pair_is_answered_where_it_is_shown(room: Facilitator) -> None:
    room.page.private.click()
    room.grid.go_to(2, Column.OWNER)
    room.grid.setFocus()
    room.press(Key.Key_Return, Key.Key_Tab, Key.Key_Tab)
    room.type("u")
    room.type("Deputy")
    room.press(Key.Key_Return)
    assert room.private(3).owner_fit is OwnerFit.UNSURE
    assert room.private(3).proposed_owner == "Deputy"


@pytest.mark.qt_log_ignore("does not support")
def test_the_triage_menu_gives_the_private_reason_only_where_it_is_shown(
    private_room: Facilitator,
) -> None:
    room = private_room
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, quick_fix=YesNoUnsure.YES))
    found = []
    for _ in range(2):
        room.page.answering.open_triage()
        menu = room.page.answering.menu
        assert menu is not None
        found.append("Only you see this" in "".join(action.text() for action in menu.actions()))
        menu.close()
        room.page.private.click()
    assert found == [False, True]


# What is never lost


def fail_saving(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(context.bridge._session, "execute", fail)


def test_a_refused_text_stays_typed(room: Facilitator) -> None:
    room.grid.go_to(0, Column.PROCESS)
    room.press(Key.Key_Return)
    text_field(room, "name").take_focus()
    text_field(room, "name").editor.clear()
    room.type("  ")
    room.press(Key.Key_Return)
    assert room.question is Column.PROCESS
    assert room.process(1).name == NAMES[0]
    room.press(Key.Key_Escape)
    assert text_field(room, "name").editor.text() == "  "
    room.type("Sign")
    room.press(Key.Key_Return)
    assert room.process(1).name.strip() == "Sign"


def test_a_text_that_could_not_be_saved_stays_and_comes_back(
    room: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    room.type("Clerk")
    with monkeypatch.context() as failing:
        fail_saving(room.context, failing)
        room.press(Key.Key_Return)
        assert room.question is Column.OWNER
        assert text_field(room, "owner").editor.text() == "Clerk"
        room.press(Key.Key_Escape, Key.Key_Escape)
        assert room.question is None
        room.press(Key.Key_Return)
        assert text_field(room, "owner").editor.text() == "Clerk"
    room.press(Key.Key_Return)
    assert room.process(1).owner == "Clerk"
    assert room.context.drafts.left_over == {}
    assert room.context.bridge.drafts() == []


def test_a_choice_that_could_not_be_saved_is_not_shown_as_kept(
    room: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.grid.go_to(0, Column.NATURE)
    room.press(Key.Key_Return)
    with monkeypatch.context() as failing:
        fail_saving(room.context, failing)
        room.type("t")
    editor = room.page.answering.editor
    assert editor is not None
    first = editor.fields[0]
    assert isinstance(first, ChoiceField)
    assert first.value is None
    assert not choice(room, "Nature technical").isChecked()


@pytest.mark.qt_log_ignore("does not support")
def test_an_open_text_is_a_draft_that_a_crash_gives_back(
    room: Facilitator, make_context: MakeContext, sit_down: SitDown
) -> None:
    room.grid.go_to(1, Column.PROBLEM)
    room.press(Key.Key_Return, Key.Key_Tab)
    room.page.answering.editor.fields[2].take_focus()  # type: ignore[union-attr]
    room.type("Two scanners")
    room.context.drafts.flush()
    kept = {draft.editor: draft.text for draft in room.context.bridge.drafts()}
    assert kept == {"inventory.fix 2": "Two scanners"}
    room.press(Key.Key_Escape)
    assert room.process(2).fix == "Two scanners"
    assert room.context.bridge.drafts() == []
    context = make_context(cards(*NAMES))
    context.bridge.keep_draft("inventory.until 3", "after the audit")
    context.drafts._left_over["inventory.until 3"] = "after the audit"
    again = sit_down(context)
    assert again.cell == (2, Column.PROBLEM)
    assert text_field(again, "until").editor.text() == "after the audit"
    again.press(Key.Key_Return)
    assert again.process(3).until == "after the audit"


def test_an_until_when_that_names_a_day_is_kept_and_shown_as_that_day(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES, quick_fix=YesNoUnsure.NO))
    room.context.bridge.execute(EditRecord(SessionFacts, 1, {"date": dt.date(2026, 9, 15)}))
    room.grid.go_to(0, Column.PROBLEM)
    room.press(Key.Key_Return)
    field = text_field(room, "until")
    field.take_focus()
    room.type("+30")
    field.finish()
    assert field.editor.text() == "15 Oct 2026"
    assert room.process(1).until == "2026-10-15"
    field.finish()
    assert not field.is_changed
    room.context.bridge.undo()
    assert (field.editor.text(), room.process(1).until) == ("", "")


def test_leaving_the_phase_keeps_what_is_typed(room: Facilitator) -> None:
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    room.type("Clerk")
    room.page.leave()
    assert room.process(1).owner == "Clerk"
    assert room.question is None


def test_undo_shows_in_an_open_editor(room: Facilitator) -> None:
    room.grid.go_to(0, Column.NATURE)
    room.press(Key.Key_Return)
    room.type("t")
    room.context.bridge.undo()
    assert not choice(room, "Nature technical").isChecked()


def test_a_process_that_leaves_while_it_is_answered_takes_no_word_along(
    room: Facilitator,
) -> None:
    room.grid.go_to(0, Column.OWNER)
    room.press(Key.Key_Return)
    room.type("Clerk")
    room.context.bridge.execute(MoveActivities((1,), Bucket.UNSORTED))
    room.press(Key.Key_Return)
    assert room.process(1).owner == "Clerk"


# Finding, emptiness, long and foreign text


def test_finding_keeps_the_current_cell_and_gives_it_back(room: Facilitator) -> None:
    room.grid.go_to(2, Column.USERS)
    room.page.find_field.setText("sign")
    assert room.cell == (0, Column.USERS)
    room.page.find_field.clear()
    assert room.cell == (2, Column.USERS)
    room.page.find_field.setText("no such process")
    assert room.page.findChildren(QLabel)
    assert "No process has “no such process” in it." in everything_readable(room)
    room.page.find_field.clear()
    assert room.cell == (2, Column.USERS)


def test_an_empty_inventory_says_what_to_do(make_context: MakeContext, sit_down: SitDown) -> None:
    room = sit_down(make_context())
    assert "Nothing is in the process bucket yet" in everything_readable(room)
    for key in (Key.Key_Return, Key.Key_S, Key.Key_F4, Key.Key_PageDown, Key.Key_Tab):
        room.press(key)
    room.context.bridge.execute(cards("Sign letters"))
    assert room.grid.isVisible()
    assert room.page.summary() == "0 of 1 answered"


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000, "توقيع تصاريح البناء " * 30])
def test_long_and_right_to_left_text_is_shown_edited_and_kept_whole(
    text: str, room: Facilitator
) -> None:
    room.context.bridge.execute(EditRecord(Process, 1, {"name": text, "owner": text, "fix": text}))
    room.context.bridge.execute(answers(1, until=text, problem=YesNoUnsure.YES))
    assert not room.grid.grab().isNull()
    for column in (Column.PROCESS, Column.PROBLEM, Column.OWNER):
        room.grid.go_to(0, column)
        room.press(Key.Key_Return)
        room.press(Key.Key_Escape)
    process = room.process(1)
    assert (process.name, process.owner, process.fix, process.until) == (text, text, text, text)


def test_the_first_column_stays_in_view_when_the_others_scroll(room: Facilitator) -> None:
    room.grid.resize(500, 400)
    room.grid.fit()
    room.grid.go_to(0, Column.TRIAGE)
    frozen = room.grid._frozen
    assert frozen.isVisible()
    room.click_at(frozen, 30, 56 + 64 + 10)
    assert room.cell == (1, Column.PROCESS)
    room.grid.go_to(1, Column.TRIAGE)
    room.grid.go_to(1, Column.PROBLEM)
    left = room.grid.visualRect(room.grid.currentIndex()).left()
    assert left >= frozen.width() or not frozen.isVisible()


@pytest.mark.parametrize("available", [300, 832, 900, 932, 1000, 1088, 1400, 2000])
def test_columns_fill_the_width(available: int) -> None:
    assert sum(column_widths(available)) == max(available, sum(column_widths(0)))


def test_both_themes_are_painted(room: Facilitator) -> None:
    from workshop.ui.theme import ThemeName

    room.context.bridge.execute(answers(1, problem=YesNoUnsure.NO))
    light = room.grid.grab().toImage()
    room.context.set_theme(ThemeName.DARK)
    assert room.grid.grab().toImage() != light


def test_buttons_are_named_with_their_keys(room: Facilitator) -> None:
    assert room.page.next_open.accessibleName() == "Next unanswered (Ctrl+Enter)"
    room.press(Key.Key_Return)
    names = [b.accessibleName() for b in room.page.answering.editor.findChildren(QPushButton)]  # type: ignore[union-attr]
    assert "A problem here? yes (Y)" in names
    assert all(names)


def test_every_target_is_large_enough(room: Facilitator) -> None:
    for column in list(Column)[:-1]:
        room.grid.go_to(0, column)
        room.page.answering.open()
        editor = room.page.answering.editor
        assert editor is not None
        for button in editor.findChildren(QPushButton):
            assert min(button.width(), button.height()) >= 34, button.accessibleName()


def test_a_decided_triage_can_be_left_open_again(room: Facilitator) -> None:
    room.grid.go_to(0, Column.TRIAGE)
    room.page.answering._decide(Triage.FIND_OUT)
    assert room.process(1).triage is Triage.FIND_OUT
    room.page.answering._decide(None)
    assert room.process(1).triage is None
