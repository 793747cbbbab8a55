"""The phase Bucket as a facilitator drives it: keys, drags, search, menus, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.cards import Drag, add_cards, numbered, selected, texts
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions
from workshop.ui.board.page import BucketPage
from workshop.ui.board.view import BoardView
from workshop.ui.context import Context

MakeContext = Callable[..., Context]


class Desk:
    """The page in a window, with hands."""

    def __init__(self, context: Context, qtbot: QtBot, width: int = 1100) -> None:
        self.context = context
        self.said: list[str] = []
        context.said.connect(lambda sentence, _: self.said.append(sentence))
        context.bridge.rejected.connect(self.said.append)
        self.window = QWidget()
        self.page = BucketPage(context)
        self.page.setParent(self.window)
        self.page.resize(width, 640)
        self.window.resize(width, 640)
        self.actions = Actions(self.window, single_keys=True)
        self.page.add_actions(self.actions)
        self.page.find_field.setParent(self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.enter()

    def view(self, bucket: Bucket) -> BoardView:
        return self.page.board.column(bucket).view

    @property
    def unsorted(self) -> BoardView:
        return self.view(Bucket.UNSORTED)

    @property
    def process(self) -> BoardView:
        return self.view(Bucket.PROCESS)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        times: int = 1,
    ) -> None:
        for _ in range(times):
            QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def order(self, bucket: Bucket) -> list[str]:
        return [card.text for card in self.context.bridge.state.activities(bucket)]

    @property
    def focused(self) -> str | None:
        view = self.page.board.active.view
        index = view.currentIndex()
        return index.data() if index.isValid() else None


_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def desk(make_context: MakeContext, qtbot: QtBot) -> Desk:
    return Desk(make_context(numbered(8)), qtbot)


def test_a_key_moves_the_card_and_the_next_one_has_the_focus(desk: Desk) -> None:
    assert desk.focused == "Do thing 1"
    desk.key(Key.Key_1)
    assert desk.focused == "Do thing 2"
    desk.key(Key.Key_2)
    assert desk.focused == "Do thing 3"
    assert desk.order(Bucket.PROCESS) == ["Do thing 1"]
    assert desk.order(Bucket.PERFORMANCE) == ["Do thing 2"]
    assert desk.page.summary() == "2 of 8 sorted"
    assert desk.unsorted.hasFocus()


def test_all_cards_are_sorted_by_one_key_each(desk: Desk) -> None:
    desk.key(Key.Key_1, times=8)
    assert texts(desk.process) == [f"Do thing {n}" for n in range(1, 9)]
    assert desk.page.board.column(Bucket.UNSORTED).collapsed
    assert desk.context.bridge.undo() is not None
    assert not desk.page.board.column(Bucket.UNSORTED).collapsed


def test_the_last_of_a_range_gives_the_focus_to_what_follows(desk: Desk) -> None:
    desk.key(Key.Key_Down, _SHIFT, times=2)
    assert selected(desk.unsorted) == ["Do thing 1", "Do thing 2", "Do thing 3"]
    desk.key(Key.Key_2)
    assert texts(desk.view(Bucket.PERFORMANCE)) == ["Do thing 1", "Do thing 2", "Do thing 3"]
    assert selected(desk.unsorted) == ["Do thing 4"]


def test_a_range_is_one_step_of_undo(desk: Desk) -> None:
    desk.key(Key.Key_A, _CTRL)
    desk.key(Key.Key_1)
    assert not texts(desk.unsorted)
    desk.context.bridge.undo()
    assert texts(desk.unsorted) == [f"Do thing {n}" for n in range(1, 9)]


def test_a_card_goes_back_to_unsorted(desk: Desk) -> None:
    desk.key(Key.Key_1, times=2)
    desk.key(Key.Key_Right)
    assert desk.process.hasFocus()
    desk.key(Key.Key_0)
    assert desk.order(Bucket.UNSORTED)[-1].startswith("Do thing")
    assert len(desk.order(Bucket.PROCESS)) == 1


def test_a_card_that_is_there_already_does_not_move(desk: Desk) -> None:
    label_before = desk.context.bridge.undo_label
    desk.key(Key.Key_0)
    assert desk.context.bridge.undo_label == label_before


def test_cards_are_reordered_by_keys(desk: Desk) -> None:
    desk.key(Key.Key_Down, times=2)
    desk.key(Key.Key_Up, _ALT)
    assert texts(desk.unsorted)[:3] == ["Do thing 1", "Do thing 3", "Do thing 2"]
    desk.key(Key.Key_Up, _ALT, times=3)
    assert texts(desk.unsorted)[:3] == ["Do thing 3", "Do thing 1", "Do thing 2"]
    desk.key(Key.Key_Down, _SHIFT)
    desk.key(Key.Key_Down, _ALT, times=9)
    assert texts(desk.unsorted)[-2:] == ["Do thing 3", "Do thing 1"]
    assert selected(desk.unsorted) == ["Do thing 3", "Do thing 1"]


def test_arrows_pass_over_a_column_without_cards(desk: Desk) -> None:
    desk.key(Key.Key_2)
    desk.key(Key.Key_Right)
    assert desk.view(Bucket.PERFORMANCE).hasFocus()
    desk.key(Key.Key_Right)
    assert desk.view(Bucket.PERFORMANCE).hasFocus()
    desk.key(Key.Key_Left)
    assert desk.unsorted.hasFocus()


def test_only_the_column_that_is_worked_in_has_selected_cards(desk: Desk) -> None:
    desk.key(Key.Key_1, times=3)
    desk.key(Key.Key_A, _CTRL)
    desk.key(Key.Key_Right)
    assert not desk.unsorted.selected_rows()
    assert len(desk.process.selected_rows()) == 1


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_a_card_is_edited_in_its_place(desk: Desk, key: Qt.Key) -> None:
    desk.key(key)
    editor = desk.unsorted.editor
    assert editor is not None
    QTest.keyClicks(editor, "Sort 12 letters")
    QTest.keyClick(editor, Key.Key_Return)
    assert texts(desk.unsorted)[0] == "Sort 12 letters"
    assert desk.unsorted.editor is None
    assert desk.unsorted.hasFocus()


def test_escape_leaves_the_card_as_it_was_and_puts_by_what_was_typed(desk: Desk) -> None:
    for typed in ("", "not yet"):
        desk.key(Key.Key_Return)
        QTest.keyClicks(desk.unsorted.editor, typed)
        QTest.keyClick(desk.unsorted.editor, Key.Key_Escape)
        assert texts(desk.unsorted)[0] == "Do thing 1"
        assert list(desk.context.drafts.left_over.values()) == [typed] * bool(typed)
    desk.page.open_draft("bucket.card 1")
    assert desk.unsorted.editor.text == "not yet"


def test_a_blank_text_is_refused_and_the_editor_stays(desk: Desk) -> None:
    desk.key(Key.Key_Return)
    editor = desk.unsorted.editor
    editor.setPlainText("  ")
    QTest.keyClick(editor, Key.Key_Return)
    assert desk.unsorted.editor is editor
    assert desk.said[-1] == "Type what is done before keeping the card."
    QTest.keyClick(editor, Key.Key_Escape)


def test_leaving_the_phase_keeps_an_open_edit(desk: Desk) -> None:
    desk.key(Key.Key_Return)
    QTest.keyClicks(desk.unsorted.editor, "Kept")
    desk.page.leave()
    assert texts(desk.unsorted)[0] == "Kept"


def test_a_long_text_is_counted_while_it_is_typed(desk: Desk) -> None:
    desk.key(Key.Key_Return)
    editor = desk.unsorted.editor
    editor.setPlainText("x" * 59)
    assert not editor._counter.isVisible()
    editor.setPlainText("x" * 60)
    assert editor._counter.isVisible()
    assert editor._counter.text() == "60 characters"
    QTest.keyClick(editor, Key.Key_Escape)


def test_an_undo_that_takes_the_edited_card_away_closes_the_editor(desk: Desk) -> None:
    desk.key(Key.Key_Return)
    desk.context.bridge.undo()
    assert desk.unsorted.editor is None


def test_cards_are_deleted_and_come_back(desk: Desk) -> None:
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Down, _SHIFT)
    desk.key(Key.Key_Delete)
    assert desk.focused == "Do thing 4"
    assert len(texts(desk.unsorted)) == 6
    desk.context.bridge.undo()
    assert len(texts(desk.unsorted)) == 8


def test_new_cards_are_typed_into_the_column_that_is_worked_in(desk: Desk) -> None:
    desk.key(Key.Key_1)
    desk.key(Key.Key_Right)
    desk.key(Key.Key_N)
    field = desk.page.board.column(Bucket.PROCESS).field
    assert field.hasFocus()
    for text in ("Open mail", "1 more 2 do"):
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Key.Key_Return)
    assert texts(desk.process) == ["Do thing 1", "Open mail", "1 more 2 do"]
    assert field.hasFocus()
    QTest.keyClick(field, Key.Key_Escape)
    assert desk.process.hasFocus()
    assert desk.context.drafts.left_over == {}


def test_a_new_card_that_is_there_already_is_not_added_twice(desk: Desk) -> None:
    desk.key(Key.Key_1)
    desk.key(Key.Key_N)
    field = desk.page.board.column(Bucket.UNSORTED).field
    QTest.keyClicks(field, "do THING 1 ")
    QTest.keyClick(field, Key.Key_Return)
    assert desk.said[-1] == "“Do thing 1” is there already, in Process."
    assert (field.text(), field.hasFocus()) == ("do THING 1 ", True)
    QTest.keyClicks(field, "again")
    QTest.keyClick(field, Key.Key_Return)
    assert texts(desk.unsorted)[-1] == "do THING 1 again"


def test_a_new_card_that_is_not_kept_waits_and_is_offered_back(desk: Desk) -> None:
    desk.key(Key.Key_N)
    field = desk.page.board.column(Bucket.UNSORTED).field
    QTest.keyClicks(field, "Open ma")
    QTest.keyClick(field, Key.Key_Escape)
    assert not field.isVisible()
    [key] = desk.context.drafts.left_over
    desk.page.open_draft(key)
    assert (field.isVisible(), field.hasFocus(), field.text()) == (True, True, "Open ma")
    QTest.keyClicks(field, "il")
    QTest.keyClick(field, Key.Key_Return)
    assert texts(desk.unsorted)[-1] == "Open mail"
    assert (desk.context.drafts.left_over, desk.context.bridge.drafts()) == ({}, [])


def test_what_waits_for_a_column_without_cards_is_typed_on_in_full_width(desk: Desk) -> None:
    column = desk.page.board.column(Bucket.UNSORTED)
    desk.context.drafts.put_by("bucket.new unsorted", "Open ma")
    desk.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.key(Key.Key_1)
    assert column.collapsed
    desk.page.open_draft("bucket.new unsorted")
    assert not column.collapsed
    assert column.field.text() == "Open ma"


def test_s_shows_the_card_on_the_wall(desk: Desk) -> None:
    desk.key(Key.Key_Down)
    desk.page.show_on_wall()
    stage = desk.context.room.stage
    assert (stage.scene, stage.subject_id) == (Scene.CARD, 2)


def test_a_remote_goes_from_card_to_card_only_while_the_wall_shows_one(desk: Desk) -> None:
    assert not desk.page.step(1)
    desk.page.show_on_wall()
    assert desk.page.step(1)
    assert desk.context.room.stage.subject_id == 2
    assert desk.focused == "Do thing 2"
    assert desk.page.step(-1)
    assert desk.page.step(-1)
    assert desk.context.room.stage.subject_id == 1
    desk.context.room.show(Scene.TALLY, 2)
    assert desk.unsorted.cards.is_live(2)
    assert desk.page.step(1)
    assert (desk.context.room.stage.scene, desk.focused) == (Scene.CARD, "Do thing 3")
    desk.context.room.show(Scene.BOARD)
    assert not desk.page.step(1)


def test_search_hides_what_does_not_match_in_every_column(
    make_context: MakeContext, qtbot: QtBot
) -> None:
    context = make_context(
        add_cards("Open mail", "Drive"), add_cards("Sort MAIL", "Sign", bucket=Bucket.PROCESS)
    )
    desk = Desk(context, qtbot)
    desk.page.focus_find()
    QTest.keyClicks(desk.page.find_field, "mail")
    assert (texts(desk.unsorted), texts(desk.process)) == (["Open mail"], ["Sort MAIL"])
    QTest.keyClick(desk.page.find_field, Key.Key_Return)
    assert desk.unsorted.hasFocus()
    assert selected(desk.unsorted) == ["Open mail"]
    desk.key(Key.Key_1)
    desk.key(Key.Key_1)
    assert context.bridge.state.get(Activity, 2).bucket is Bucket.UNSORTED
    desk.context.bridge.undo()
    desk.page.focus_find()
    QTest.keyClick(desk.page.find_field, Key.Key_Escape)
    assert len(texts(desk.unsorted)) == 2
    assert desk.unsorted.hasFocus()


def test_a_drag_within_a_column_reorders_as_one_step(desk: Desk) -> None:
    third = desk.unsorted.visualRect(desk.unsorted.cards.index(2))
    Drag(desk.unsorted, (6, 8)).onto(desk.unsorted, third.topLeft() + QPoint(9, 2))
    assert texts(desk.unsorted)[:5] == [f"Do thing {n}" for n in (1, 2, 6, 8, 3)]
    assert selected(desk.unsorted) == ["Do thing 6", "Do thing 8"]
    desk.context.bridge.undo()
    assert texts(desk.unsorted) == [f"Do thing {n}" for n in range(1, 9)]


def test_a_drag_to_another_column_is_one_step_and_undo_restores_the_order(desk: Desk) -> None:
    before = texts(desk.unsorted)
    drag = Drag(desk.unsorted, (2, 5, 7))
    drag.enter(desk.process, QPoint(40, 200))
    assert desk.page.board.column(Bucket.PROCESS)._is_target
    drag.drop(desk.process, QPoint(40, 200))
    assert not desk.page.board.column(Bucket.PROCESS)._is_target
    assert texts(desk.process) == selected(desk.process) == [f"Do thing {n}" for n in (2, 5, 7)]
    assert desk.process.hasFocus()
    desk.context.bridge.undo()
    assert texts(desk.unsorted) == before
    assert not texts(desk.process)
    desk.key(Key.Key_Left)
    assert desk.focused is None or desk.focused in before


def test_moved_cards_are_in_view_after_a_drag(make_context: MakeContext, qtbot: QtBot) -> None:
    context = make_context(numbered(5), numbered(80, Bucket.PROCESS))
    desk = Desk(context, qtbot)
    desk.process.scrollToBottom()
    bottom = QPoint(40, desk.process.viewport().height() - 2)
    Drag(desk.unsorted, (1, 2)).onto(desk.process, bottom)
    seen = desk.process.viewport().rect()
    for text in ("Do thing 1", "Do thing 2"):
        row = desk.order(Bucket.PROCESS).index(text, 60)
        assert seen.contains(desk.process.visualRect(desk.process.cards.index(row)))


def test_beside_the_lists_the_nearest_column_is_the_target(desk: Desk) -> None:
    from tests.ui.board.cards import _Drop, _Move

    board = desk.page.board
    over_head = board.column(Bucket.PERFORMANCE).geometry().center()
    drag = Drag(desk.unsorted, (3,))
    for kind in (_Move, _Drop):
        at = QPoint(over_head.x(), 10)
        if kind is _Move:
            event = _Move(at, Qt.DropAction.MoveAction, drag._data, Qt.MouseButton.LeftButton,
                          Qt.KeyboardModifier.NoModifier)  # fmt: skip
            event.drag_source = desk.unsorted
            board.dragMoveEvent(event)
            assert board.column(Bucket.PERFORMANCE)._is_target
        else:
            event = _Drop(at, Qt.DropAction.MoveAction, drag._data, Qt.MouseButton.LeftButton,
                          Qt.KeyboardModifier.NoModifier)  # fmt: skip
            event.drag_source = desk.unsorted
            board.dropEvent(event)
    assert texts(desk.view(Bucket.PERFORMANCE)) == ["Do thing 3"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_merging_takes_the_chosen_wording(desk: Desk, qtbot: QtBot) -> None:
    from workshop.ui.board.wording import Wording
    from workshop.ui.dialogs.merge import MergeDialog

    desk.key(Key.Key_Down, _SHIFT)
    desk.key(Key.Key_M)
    dialog = desk.window.findChild(MergeDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.focusWidget(), Key.Key_2)
    assert isinstance(dialog.focusWidget(), Wording)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert texts(desk.unsorted)[0] == "Do thing 2"
    assert len(texts(desk.unsorted)) == 7
    assert selected(desk.unsorted) == ["Do thing 2"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_third_wording_that_is_not_kept_waits_and_is_offered_back(
    desk: Desk, qtbot: QtBot
) -> None:
    from workshop.ui.dialogs.merge import MergeDialog

    def dialog() -> MergeDialog:
        (found,) = [each for each in desk.window.findChildren(MergeDialog) if each.isVisible()]
        qtbot.waitUntil(found.isActiveWindow)
        return found

    desk.key(Key.Key_Down, _SHIFT)
    desk.key(Key.Key_M)
    dialog().open_third()
    QTest.keyClicks(dialog().focusWidget(), "Do both")
    QTest.keyClick(dialog(), Key.Key_Escape)
    assert list(desk.context.drafts.left_over.values()) == ["Do both"]
    [key] = desk.context.drafts.left_over
    desk.page.open_draft(key)
    assert dialog().focusWidget().text() == "Do both"
    QTest.keyClick(dialog().focusWidget(), Key.Key_Return)
    assert "Do both" in texts(desk.unsorted)
    assert (desk.context.drafts.left_over, desk.context.bridge.drafts()) == ({}, [])
    desk.context.drafts.put_by(key, "Do both")
    desk.page.open_draft(key)  # of cards that are one by now
    assert desk.context.drafts.left_over == {key: "Do both"}


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("is_given_up", [True, False])
def test_a_merge_that_is_not_saved_keeps_its_wording_and_is_made_once_or_given_up(
    desk: Desk, qtbot: QtBot, disk: Callable[[bool], None], *, is_given_up: bool
) -> None:
    from workshop.ui.dialogs.merge import MergeDialog

    desk.key(Key.Key_Down, _SHIFT)
    desk.key(Key.Key_M)
    dialog = desk.window.findChild(MergeDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.open_third()
    QTest.keyClicks(dialog.focusWidget(), "Do both")
    disk(True)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget().text() == "Do both"
    assert dialog._warning.text().startswith("Nothing was merged")
    disk(False)
    if is_given_up:
        QTest.keyClick(dialog, Key.Key_Escape)
    desk.context.bridge.try_again()
    assert dialog.isHidden()
    assert ("Do both" in texts(desk.unsorted)) is not is_given_up
    assert list(desk.context.drafts.left_over.values()) == ["Do both"] * is_given_up


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_was_merged_is_taken_apart_again(desk: Desk, qtbot: QtBot) -> None:
    from workshop.domain.commands.activities import MergeActivities

    keep, other = desk.unsorted.cards.card(0), desk.unsorted.cards.card(1)
    desk.context.bridge.execute(MergeActivities(keep.id, (other.id,)))
    assert len(texts(desk.unsorted)) == 7
    desk.key(Key.Key_M, _CTRL | _SHIFT)
    assert sorted(texts(desk.unsorted)) == [f"Do thing {n}" for n in range(1, 9)]
    desk.key(Key.Key_M, _CTRL | _SHIFT)
    assert desk.said[-1] == "Nothing was merged into the chosen cards."


def test_one_card_is_not_merged(desk: Desk) -> None:
    desk.key(Key.Key_M)
    assert desk.said[-1].startswith("Select two or more cards to merge")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_hands_are_counted_with_tab_and_digits(desk: Desk, qtbot: QtBot) -> None:
    from workshop.ui.dialogs.tally import TallyDialog

    desk.key(Key.Key_T)
    dialog = desk.window.findChild(TallyDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    for count in ("7", "5", "1"):
        spin = dialog.focusWidget()
        QTest.keyClicks(spin, count)
        QTest.keyClick(spin, Key.Key_Tab)
    QTest.keyClick(dialog, Key.Key_Return)
    card = desk.context.bridge.state.get(Activity, 1)
    assert (card.tally_process, card.tally_performance, card.tally_abstain) == (7, 5, 1)
    assert desk.context.room.stage.scene is Scene.TALLY
    assert "12 hands up, 1 abstained" in desk.context.wall.drawing.text


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_counts_that_are_left_come_back_when_hands_are_counted_again(
    desk: Desk, qtbot: QtBot
) -> None:
    from workshop.ui.dialogs.tally import TallyDialog

    desk.key(Key.Key_T)
    dialog = desk.window.findChild(TallyDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.focusWidget(), "7")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert desk.context.bridge.state.get(Activity, 1).tally_process is None
    (key,) = desk.context.drafts.left_over
    desk.page.open_draft(key)
    again = desk.window.findChildren(TallyDialog)[-1]
    assert again.focusWidget().value() == 7
    QTest.keyClick(again, Key.Key_Return)
    assert desk.context.bridge.state.get(Activity, 1).tally_process == 7
    assert desk.context.drafts.left_over == {}
    assert desk.context.bridge.drafts() == []


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("is_cancelled", [False, True])
def test_a_count_that_could_not_be_saved_is_revealed_once_it_is_or_cancelled(
    desk: Desk, qtbot: QtBot, disk: Callable[[bool], None], is_cancelled: bool
) -> None:
    from workshop.ui.dialogs.tally import TallyDialog

    desk.key(Key.Key_T)
    dialog = desk.window.findChild(TallyDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.focusWidget(), "7")
    disk(True)
    QTest.keyClick(dialog, Key.Key_Return)
    disk(False)
    if is_cancelled:
        QTest.keyClick(dialog, Key.Key_Escape)
    desk.context.bridge.try_again()
    assert not dialog.isVisible()
    counted = desk.context.bridge.state.get(Activity, 1).tally_process
    left = [each.text for each in desk.context.bridge.drafts()]
    is_revealed = desk.context.room.stage.scene is Scene.TALLY
    assert (counted, left, is_revealed) == ((None, ["7"], False) if is_cancelled else (7, [], True))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_counts_that_are_left_give_way_to_a_count_that_is_made_since(
    desk: Desk, qtbot: QtBot
) -> None:
    from workshop.domain.commands.activities import CountHands
    from workshop.ui.dialogs.tally import TallyDialog

    desk.key(Key.Key_T)
    dialog = desk.window.findChild(TallyDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.focusWidget(), "7")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert desk.context.drafts.left_over
    desk.context.bridge.execute(CountHands(1, (9, 1, 0)))
    assert desk.context.drafts.left_over == {}
    desk.page.gestures.count_hands_on(desk.context.bridge.state.get(Activity, 1))
    again = desk.window.findChildren(TallyDialog)[-1]
    assert again.focusWidget().value() == 9


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_gesture_stands_in_the_menu_of_a_card(desk: Desk) -> None:
    desk.key(Key.Key_F10, _SHIFT)
    menu = desk.page.gestures._menu
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    for name in ("Move to Process", "Edit the card", "Merge the selected cards",
                 "Delete the cards", "Move the cards up"):  # fmt: skip
        assert name in names


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_column_moves_the_selected_cards_there(desk: Desk) -> None:
    desk.key(Key.Key_Down, _SHIFT)
    column = desk.page.board.column(Bucket.PERFORMANCE)
    column.head.menu.click()
    menu = desk.page._column_menu
    menu.actions()[0].trigger()
    menu.close()
    assert texts(column.view) == ["Do thing 1", "Do thing 2"]


def test_an_empty_board_says_what_to_do(context: Context, qtbot: QtBot) -> None:
    desk = Desk(context, qtbot)
    assert "press N" in desk.unsorted.empty_text
    assert "press 2" in desk.view(Bucket.PERFORMANCE).empty_text
    desk.window.grab()


def test_two_cards_stand_side_by_side_when_everything_is_sorted(
    make_context: MakeContext, qtbot: QtBot
) -> None:
    desk = Desk(make_context(numbered(6)), qtbot, width=1330)
    assert desk.process.columns == 1
    desk.context.bridge.execute(MoveActivities(tuple(range(1, 7)), Bucket.PROCESS))
    qtbot.waitUntil(lambda: desk.process.columns == 2)
    assert desk.page.board.column(Bucket.UNSORTED).width() == 72


def test_what_comes_up_follows_the_wall(desk: Desk) -> None:
    lines = desk.page._coming_up._lines
    desk.context.room.show(Scene.CARD, 3)
    assert [line.text() for line in lines] == ["Do thing 4", "Do thing 5", "Do thing 6"]
    desk.key(Key.Key_1)
    assert desk.page.summary() == "1 of 8 sorted"


def test_a_first_click_with_ctrl_chooses_one_card_only(desk: Desk) -> None:
    desk.key(Key.Key_1, times=3)
    second = desk.process.visualRect(desk.process.cards.index(1)).center()
    QTest.mouseClick(desk.process.viewport(), Qt.MouseButton.LeftButton, _CTRL, second)
    assert selected(desk.process) == ["Do thing 2"]
