"""The phase Gather as a facilitator drives it: typing, pasting, importing, pairs."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.cards import add_cards, selected, texts
from tests.ui.console.desk import CTRL
from tests.ui.console.desk import Desk as Console
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity, Participant
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions
from workshop.ui.console.gather import GatherPage
from workshop.ui.context import Context
from workshop.ui.dialogs.add_many import AddMany

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MakeContext = Callable[..., Context]
Key = Qt.Key


class Desk:
    """The page in a window, with hands and a clipboard."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.context, self._qtbot = context, qtbot
        self.window = QWidget()
        self.page = GatherPage(context)
        self.page.setParent(self.window)
        self.page.resize(900, 640)
        self.window.resize(900, 640)
        self.page.add_actions(Actions(self.window, single_keys=True))
        self.page.find_field.setParent(self.window)
        qtbot.addWidget(self.window, before_close_func=self._leave)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.enter()

    def _leave(self, _: QWidget) -> None:
        self.page.leave()
        self.page.near.stop()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.page.entry, text)
        QTest.keyClick(self.page.entry, Key.Key_Return)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self.page.entry, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def preview(self) -> AddMany:
        """Return the preview once it has read everything."""
        (dialog,) = [each for each in self.window.findChildren(AddMany) if each.isVisible()]
        self._qtbot.waitUntil(dialog._progress.isHidden, timeout=20_000)
        return dialog

    @property
    def cards(self) -> list[str]:
        return texts(self.page.view)

    @property
    def told(self) -> str:
        return self.page._told.text()

    def wait_for_pairs(self, number: int) -> None:
        self._qtbot.waitUntil(lambda: len(self.page.near.pairs) == number, timeout=10_000)


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> Desk:
    return Desk(context, qtbot)


def test_cards_are_typed_one_after_the_other(desk: Desk) -> None:
    for text in ("Open mail", "Sign overtime forms", "2 b or not 2 b"):
        desk.type(text)
    assert desk.cards == ["2 b or not 2 b", "Sign overtime forms", "Open mail"]
    assert desk.page.entry.hasFocus()
    assert desk.page.entry.text() == ""
    assert desk.page.summary() == "3 cards"


def test_a_repeat_is_refused_in_a_sentence_and_the_text_stays(desk: Desk) -> None:
    desk.type("Open mail")
    desk.type("open  MAIL")
    assert desk.told == "“Open mail” is there already. Change it, or press Esc."
    assert desk.page.entry.text() == "open  MAIL"
    assert selected(desk.page.view) == ["Open mail"]
    assert desk.cards == ["Open mail"]


def test_esc_gives_up_a_repeat_and_nothing_else(desk: Desk) -> None:
    desk.type("Open mail")
    desk.type("open mail")
    QTest.keyClick(desk.page.entry, Key.Key_Escape)
    assert (desk.page.entry.text(), desk.told) == ("", "")
    QTest.keyClicks(desk.page.entry, "Sign")
    QTest.keyClick(desk.page.entry, Key.Key_Escape)
    assert desk.page.entry.text() == "Sign"


def test_after_a_refusal_by_the_button_one_types_on(desk: Desk) -> None:
    desk.type("Open mail")
    QTest.keyClicks(desk.page.entry, "open mail")
    desk.page._keep.setFocus()
    QTest.keyClick(desk.page._keep, Key.Key_Return)
    assert desk.page.entry.hasFocus()
    QTest.keyClicks(desk.page.entry, "s")
    assert desk.page.entry.text() == "open mails"


def test_a_blank_card_is_not_kept(desk: Desk) -> None:
    desk.type("   ")
    assert desk.told == "Type what is done, then press Enter."
    assert not desk.cards


def test_what_is_typed_stays_where_it_cannot_be_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.context.bridge, "execute", lambda *_, **__: None)
    desk.type("Open mail")
    assert desk.page.entry.text() == "Open mail"


def test_a_near_duplicate_is_told_quietly(desk: Desk, qtbot: QtBot) -> None:
    desk.type("Resolve customer complaints or problems")
    desk.wait_for_pairs(0)
    with qtbot.waitSignal(desk.page.near.looked, timeout=10_000):
        pass
    desk.type("Respond to customer problems or complaints")
    desk.wait_for_pairs(1)
    assert desk.told == "Close to “Resolve customer complaints or problems”"
    assert desk.page.pairs.isVisible()
    assert desk.page.entry.hasFocus()


@pytest.fixture
def pair(make_context: MakeContext, qtbot: QtBot) -> Desk:
    commands = add_cards("Approve travel vouchers", "Drive", "Approve travel voucher")
    desk = Desk(make_context(commands), qtbot)
    desk.wait_for_pairs(1)
    return desk


def test_a_click_on_a_wording_merges_the_pair(pair: Desk) -> None:
    pair.page.pairs._group.button(3).click()
    assert pair.cards == ["Approve travel voucher", "Drive"]
    assert not pair.page.pairs.isVisible()
    pair.context.bridge.undo()
    pair.wait_for_pairs(1)


def test_enter_on_a_wording_merges_the_pair(pair: Desk) -> None:
    assert pair.page.pairs._group is not None
    wording = pair.page.pairs._group.buttons()[0]
    wording.setFocus()
    QTest.keyClick(wording, Key.Key_Return)
    assert pair.cards == ["Drive", "Approve travel vouchers"]


def test_two_things_are_kept_apart_and_not_asked_again(pair: Desk, qtbot: QtBot) -> None:
    pair.page.pairs._apart.click()
    assert not pair.page.pairs.isVisible()
    with qtbot.waitSignal(pair.page.near.looked, timeout=10_000):
        pair.type("Approve a travel voucher")
    assert {(p.a, p.b) for p in pair.page.near.pairs} == {(1, 4), (3, 4)}


def test_a_third_wording_is_typed(pair: Desk, qtbot: QtBot) -> None:
    from workshop.ui.dialogs.merge import MergeDialog

    pair.page.pairs._third.click()
    dialog = pair.window.findChild(MergeDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.focusWidget()
    QTest.keyClicks(field, "Check 1 travel claim, keep it")
    QTest.keyClick(field, Key.Key_Return)
    assert "Check 1 travel claim, keep it" in pair.cards
    assert len(pair.cards) == 2
    assert pair.window.focusWidget() is pair.page.entry


@pytest.mark.parametrize("settle", ["keep", "apart", "undone"])
def test_the_next_card_is_typed_after_a_pair_is_settled(pair: Desk, settle: str) -> None:
    panel = pair.page.pairs
    chosen = panel._apart if settle == "apart" else panel._group.button(3)
    chosen.setFocus()
    if settle == "undone":
        pair.context.bridge.undo()
    else:
        QTest.keyClick(chosen, Key.Key_Space)
    assert panel.isHidden()
    assert pair.page.entry.hasFocus()


def test_two_things_of_the_chooser_are_kept_apart(pair: Desk) -> None:
    from workshop.ui.dialogs.merge import MergeDialog

    pair.page.pairs._third.click()
    pair.window.findChild(MergeDialog)._apart.click()
    assert not pair.page.pairs.isVisible()
    assert len(pair.cards) == 3


@pytest.mark.parametrize("height", [640, 420])
def test_nothing_of_a_pair_covers_anything_else(
    make_context: MakeContext, qtbot: QtBot, height: int
) -> None:
    text = "Approve travel vouchers of everybody who goes to one of the field offices and back"
    desk = Desk(make_context(add_cards(text, text.replace("vouchers", "voucher"))), qtbot)
    desk.page.resize(900, height)
    desk.wait_for_pairs(1)
    QGuiApplication.processEvents()
    panel = desk.page.pairs
    parts = [*panel._group.buttons(), panel._third, panel._back]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    assert panel._back.geometry().bottom() < panel.height()


def keys(desk: Desk) -> list[str]:
    return [key for key, _ in desk.page.hints()]


def test_the_keys_that_are_hinted_at_are_those_that_act(desk: Desk, qtbot: QtBot) -> None:
    assert "S" not in keys(desk)
    assert "↓" not in keys(desk)
    desk.type("Open mail")
    assert "↓" in keys(desk)
    with qtbot.waitSignal(desk.page.hinted):
        QTest.keyClick(desk.page.entry, Key.Key_Down)
    assert {"S", "M", "N"} <= set(keys(desk))
    with qtbot.waitSignal(desk.page.hinted):
        QTest.keyClick(desk.page.view, Key.Key_N)
    assert "S" not in keys(desk)


def test_several_pasted_lines_are_shown_before_they_are_added(desk: Desk) -> None:
    desk.type("Open mail")
    desk.paste("Sign forms\nopen mail\n\nDrive\n")
    dialog = desk.preview()
    assert dialog._title.text() == "Add 2 cards?"
    assert dialog._summary.text() == "3 lines read · 1 skipped"
    dialog._list(1)
    assert dialog._model.stringList() == ["Line 2: “open mail” is there already"]
    assert desk.cards == ["Open mail"]
    dialog._add.click()
    assert desk.cards == ["Drive", "Sign forms", "Open mail"]
    desk.context.bridge.undo()
    assert desk.cards == ["Open mail"]


def test_a_pasted_list_loses_its_marks_and_cells_of_a_sheet_find_their_fields(desk: Desk) -> None:
    desk.paste("1. Sign forms\n2. Drive\n")
    dialog = desk.preview()
    assert dialog._model.stringList() == ["Sign forms", "Drive"]
    dialog.reject()
    desk.paste("Sign forms\tPermits\t12\n")
    dialog = desk.preview()
    assert dialog._model.stringList() == ["Sign forms · Permits · 12 hours a week"]
    dialog._add.click()
    (card,) = desk.context.bridge.state.activities(Bucket.UNSORTED)
    assert (card.text, card.unit, card.hours_per_week) == ("Sign forms", "Permits", 12)


def test_one_pasted_line_is_typed_text(desk: Desk) -> None:
    desk.paste("Sign forms")
    assert desk.page.entry.text() == "Sign forms"
    assert desk.window.findChild(AddMany) is None


def test_10000_pasted_lines_are_read_beside_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.paste("\n".join(f"Do thing {n} with form {n * 7919 % 10007}" for n in range(10_000)))
    dialog = desk.window.findChild(AddMany)
    assert not dialog._progress.isHidden()  # the key has returned while it is read
    dialog = desk.preview()
    assert dialog._title.text() == "Add 10,000 cards?"
    dialog._add.click()
    assert desk.page.summary() == "10,000 cards"
    assert len(desk.cards) == 10_000
    desk.page.near.stop()


def test_a_given_up_preview_adds_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.paste("Sign forms\nDrive")
    desk.window.findChild(AddMany).reject()
    assert not desk.cards


def test_a_file_is_previewed_and_a_broken_one_is_refused(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Task,Bucket,Hat size\nSign forms,process,7\n", encoding="utf-8")
    desk.page.preview_file(table)
    dialog = desk.preview()
    dialog._list(3)
    assert dialog._model.stringList() == ["Columns left out: Hat size"]
    dialog._add.click()
    assert [card.text for card in desk.context.bridge.state.activities(Bucket.PROCESS)] == [
        "Sign forms"
    ]
    desk.page.preview_file(tmp_path / "missing.csv")
    assert "missing.csv" in desk.told


def test_a_file_that_is_no_list_says_so(desk: Desk) -> None:
    desk.page.preview(b"%PDF-1.7 ...", "scan.pdf")
    dialog = desk.preview()
    assert dialog._title.text() == "Nothing to add"
    assert "scan.pdf" in dialog._summary.text()
    assert not dialog._add.isEnabled()
    dialog.reject()


def test_who_has_given_no_card_is_listed_once_cards_have_names(
    make_context: MakeContext, qtbot: QtBot
) -> None:
    people = AddRecords((Participant(id=-1, name="Ana"), Participant(id=-2, name="Ben")))
    desk = Desk(make_context(people), qtbot)
    assert desk.page._silent.text() == ""
    desk.page._who.setCurrentText("Ana")
    desk.type("Open mail")
    assert desk.page._silent.text() == "Ben"
    assert desk.context.bridge.state.get(Activity, 1).contributor == "Ana"


def test_the_keys_of_cards_work_in_the_list(desk: Desk) -> None:
    for text in ("Open mail", "Sign forms", "Drive"):
        desk.type(text)
    QTest.keyClick(desk.page.entry, Key.Key_Down)
    assert desk.page.view.hasFocus()
    QTest.keyClick(desk.page.view, Key.Key_Delete)
    assert desk.cards == ["Sign forms", "Open mail"]
    QTest.keyClick(desk.page.view, Key.Key_1)
    assert desk.context.bridge.state.get(Activity, 2).bucket is Bucket.PROCESS
    assert desk.page.view.current_id() == 2
    QTest.keyClick(desk.page.view, Key.Key_Return)
    editor = desk.page.view.editor
    QTest.keyClicks(editor, "Sign all forms")
    QTest.keyClick(editor, Key.Key_Return)
    assert desk.cards == ["Sign all forms", "Open mail"]


def test_search_and_escape(desk: Desk) -> None:
    for text in ("Open mail", "Sign forms"):
        desk.type(text)
    desk.page.focus_find()
    QTest.keyClicks(desk.page.find_field, "sign")
    assert desk.cards == ["Sign forms"]
    QTest.keyClick(desk.page.find_field, Key.Key_Return)
    QTest.keyClick(desk.page.view, Key.Key_Delete)
    QTest.keyClick(desk.page.view, Key.Key_Delete)
    desk.page.focus_find()
    QTest.keyClick(desk.page.find_field, Key.Key_Escape)
    assert desk.cards == ["Open mail"]
    desk.context.bridge.undo()
    desk.page.focus_find()
    QTest.keyClick(desk.page.find_field, Key.Key_Escape)
    assert len(desk.cards) == 2
    assert desk.page.entry.hasFocus()


def test_an_empty_list_says_what_to_do(desk: Desk) -> None:
    assert "press Enter" in desk.page.view.empty_text
    desk.page.show_on_wall()
    assert desk.context.room.stage.scene is Scene.GATHER


def test_the_question_is_shown_from_the_entry_before_there_are_cards(
    context: Context, qtbot: QtBot
) -> None:
    console = Console(context, qtbot, Phase.GATHER)
    console.type("S")
    assert context.room.stage.scene is Scene.WELCOME
    console.press(Key.Key_W, CTRL | Qt.KeyboardModifier.AltModifier)
    assert context.room.stage.scene is Scene.GATHER
    assert console.focused.text() == "S"
    context.room.show(Scene.WELCOME)
    console.window.panel._segments._group.button(0).click()
    assert context.room.stage.scene is Scene.GATHER
