"""Prompts and notes for the facilitator's eyes, edited where they stand."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Phase
from workshop.domain.records import Note, Prompt
from workshop.domain.stage import Scene
from workshop.ui.console.only_you import OnlyYou
from workshop.ui.console.text_in_place import TextInPlace
from workshop.ui.context import Context
from workshop.words import prompts

pytestmark = pytest.mark.qt_log_ignore("does not support")

MARKER = "zebra-4711"


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    old = AddRecords((Note(id=0, text="Ask Sam first", phase=Phase.BUCKET),))
    return Desk(make_context(old), qtbot, Phase.BUCKET)


def only_you(desk: Desk) -> OnlyYou:
    return desk.window.panel.only_you


def write(desk: Desk, editor: TextInPlace, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    desk.type(text)
    desk.press(Key.Key_Return, CTRL)


def all_of(desk: Desk, kind: type) -> list:
    return list(desk.context.bridge.state.all(kind))


def test_a_prompt_is_edited_where_it_stands_and_stays_with_its_phase(desk):
    write(desk, only_you(desk).say, "Hands up on three")
    assert [(p.phase, p.say, p.watch) for p in all_of(desk, Prompt)] == [
        (Phase.BUCKET, "Hands up on three", "")
    ]
    desk.window.enter(Phase.COMMIT)
    assert only_you(desk).say.toPlainText() == prompts()[Phase.COMMIT].say
    desk.window.enter(Phase.BUCKET)
    assert only_you(desk).say.toPlainText() == "Hands up on three"
    assert only_you(desk).watch.toPlainText() == prompts()[Phase.BUCKET].watch


def test_prompts_that_could_not_be_saved_are_one_with_what_was_typed_last(desk, disk):
    disk(True)
    write(desk, only_you(desk).say, "Hands up on tree")
    write(desk, only_you(desk).watch, "Who waits for whom")
    write(desk, only_you(desk).say, "Hands up on three")
    disk(False)
    desk.window.saving.try_again()
    assert [(p.say, p.watch) for p in all_of(desk, Prompt)] == [
        ("Hands up on three", "Who waits for whom")
    ]
    desk.context.drafts.flush()
    assert desk.context.bridge.drafts() == []


def test_a_note_that_is_as_before_again_is_not_changed_later(desk, disk):
    note = next(iter(only_you(desk).notes.values()))
    disk(True)
    write(desk, note, "Ask Sam last")
    write(desk, note, "Ask Sam first")
    disk(False)
    assert not desk.context.bridge.is_unsaved
    desk.window.saving.try_again()
    assert [each.text for each in all_of(desk, Note)] == ["Ask Sam first"]


def test_a_prompt_that_is_emptied_is_as_shipped_again(desk):
    write(desk, only_you(desk).say, "Hands up on three")
    only_you(desk).say.setFocus()
    only_you(desk).say.selectAll()
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Return, CTRL)
    assert only_you(desk).say.toPlainText() == prompts()[Phase.BUCKET].say
    assert all_of(desk, Prompt) == []


def test_undo_brings_the_prompt_back(desk):
    write(desk, only_you(desk).watch, "The clock")
    desk.window.undo()
    assert only_you(desk).watch.toPlainText() == prompts()[Phase.BUCKET].watch
    desk.window.redo()
    assert only_you(desk).watch.toPlainText() == "The clock"


def test_a_note_is_added_by_key_and_kept_when_the_focus_leaves(desk):
    desk.press(Key.Key_L, CTRL | SHIFT)
    assert desk.focused is only_you(desk).new_note
    desk.type("Boss votes last")
    desk.page.enter()
    assert [note.text for note in all_of(desk, Note)] == ["Ask Sam first", "Boss votes last"]
    assert all_of(desk, Note)[1].phase is Phase.BUCKET
    assert only_you(desk).new_note.toPlainText() == ""
    assert len(only_you(desk).notes) == 2


def test_a_note_is_edited_emptied_and_brought_back(desk):
    (note,) = all_of(desk, Note)
    row = only_you(desk).notes[note.id]
    write(desk, row, "Ask Kim first")
    assert all_of(desk, Note)[0].text == "Ask Kim first"
    row.setFocus()
    row.selectAll()
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Return, CTRL)
    assert all_of(desk, Note) == []
    assert only_you(desk).notes == {}
    desk.window.undo()
    assert [each.toPlainText() for each in only_you(desk).notes.values()] == ["Ask Kim first"]


def test_esc_keeps_what_was_typed_as_leaving_does(desk):
    (row,) = only_you(desk).notes.values()
    row.setFocus()
    row.moveCursor(QTextCursor.MoveOperation.End)
    desk.type(", alone")
    desk.press(Key.Key_Escape)
    assert all_of(desk, Note)[0].text == "Ask Sam first, alone"
    desk.context.bridge.undo()
    assert row.toPlainText() == "Ask Sam first"


def test_notes_of_other_phases_and_fingers_are_not_shown(desk):
    more = (
        Note(id=0, text="Fingers", phase=Phase.BUCKET, fingers=2),
        Note(id=-1, text="Later", phase=Phase.DEAL),
    )
    desk.context.bridge.execute(AddRecords(more))
    assert len(only_you(desk).notes) == 1
    desk.window.enter(Phase.DEAL)
    assert [each.toPlainText() for each in only_you(desk).notes.values()] == ["Later"]


def test_what_is_half_typed_is_kept_when_the_phase_changes(desk):
    only_you(desk).new_note.setFocus()
    desk.type("Half a thought")
    desk.window.enter(Phase.COMMIT)
    assert [(n.text, n.phase) for n in all_of(desk, Note)][1] == ("Half a thought", Phase.BUCKET)


def test_what_is_half_typed_survives_as_a_draft(desk):
    only_you(desk).new_note.setFocus()
    desk.type("Half a thought")
    desk.context.drafts.flush()
    (draft,) = desk.context.bridge.drafts()
    assert (draft.editor, draft.text) == ("bucket.note", "Half a thought")
    desk.press(Key.Key_Return, CTRL)
    assert desk.context.bridge.drafts() == []


def test_nothing_of_it_is_on_the_wall(desk):
    for editor in (only_you(desk).say, only_you(desk).watch, only_you(desk).new_note):
        write(desk, editor, MARKER)
    assert MARKER in only_you(desk).say.toPlainText()
    for scene in Scene:
        desk.context.room.show(scene)
        drawing = desk.context.wall.drawing
        assert MARKER not in drawing.text + " ".join(line.text for line in drawing.lines)
        assert MARKER not in desk.said


def test_tab_leads_on_and_types_nothing(desk):
    only_you(desk).say.setFocus()
    QTest.keyClick(desk.focused, Key.Key_Tab)
    assert desk.focused is only_you(desk).watch
