"""What could not be saved at once is made once in the end, with the text that was typed last."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, NONE, Desk, Key
from workshop.domain.enums import Phase
from workshop.domain.records import (
    Activity,
    Excuse,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    Record,
    SignOff,
)
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")

Disk = Callable[[bool], None]


@dataclass(frozen=True)
class Place:
    """Where something is typed, and what it becomes."""

    phase: Phase
    kind: type[Record]
    open: Callable[[Desk], QLineEdit | QPlainTextEdit]
    name: str = "text"
    by: object = NONE

    def made(self, desk: Desk) -> list[str]:
        return [getattr(each, self.name) for each in desk.context.bridge.state.all(self.kind)]


def excuse(desk: Desk) -> QLineEdit:
    desk.page.add_excuse()
    return desk.page.excuse_form.text


def pledge(desk: Desk) -> QLineEdit:
    desk.page.add_pledge()
    return desk.page.pledge_form.texts["text"]


def signer(desk: Desk) -> QLineEdit:
    desk.page.show_part(1)
    return desk.page.signers.name


def fingers(desk: Desk) -> QLineEdit:
    return desk.page.hands.notes.text


def column(desk: Desk) -> QLineEdit:
    column = desk.page.board.columns[0]
    column.open_field()
    return column.field


PLACES = {
    "card": Place(Phase.GATHER, Activity, lambda desk: desk.page.entry),
    "card in a bucket": Place(Phase.BUCKET, Activity, column),
    "participant": Place(Phase.WELCOME, Participant, lambda d: d.page.people.name, "name"),
    "excuse": Place(Phase.DEAL, Excuse, excuse),
    "pledge": Place(Phase.DEAL, Pledge, pledge, by=CTRL),
    "signer": Place(Phase.DEAL, SignOff, signer, "name"),
    "note on fingers": Place(Phase.DEAL, Note, fingers),
    "excuse heard": Place(Phase.GATHER, Excuse, lambda desk: desk.window.panel.excuse),
    "parked": Place(Phase.GATHER, ParkingLotItem, lambda desk: desk.window.panel.parking),
    "note": Place(Phase.GATHER, Note, lambda d: d.window.panel.only_you.new_note, by=CTRL),
}


@pytest.fixture(params=PLACES.values(), ids=PLACES)
def place(request: pytest.FixtureRequest) -> Place:
    return request.param


@pytest.fixture
def desk(context: Context, qtbot: QtBot, place: Place) -> Desk:
    return Desk(context, qtbot, place.phase)


@pytest.fixture
def editor(desk: Desk, disk: Disk, place: Place) -> QLineEdit | QPlainTextEdit:
    """An editor with a text that could not be saved, on a disk that has room again."""
    editor = place.open(desk)
    editor.setFocus()
    desk.type("Nobody asked uss")
    disk(True)
    desk.press(Key.Key_Return, place.by)
    assert place.made(desk) == []
    assert desk.window.save_bar.isVisible()
    assert desk.focused is editor
    disk(False)
    return editor


def drafts(desk: Desk) -> dict[str, str]:
    desk.context.drafts.flush()
    return {each.editor: each.text for each in desk.context.bridge.drafts()}


def test_a_text_that_was_mended_and_kept_again_is_made_once(desk, editor, place) -> None:
    desk.press(Key.Key_Backspace)
    assert list(drafts(desk).values()) == ["Nobody asked us"]
    desk.press(Key.Key_Return, place.by)
    assert place.made(desk) == ["Nobody asked us"]
    assert not desk.window.save_bar.isVisible()
    assert drafts(desk) == {}
    assert not (editor.isVisible() and (editor.property("text") or editor.property("plainText")))


def test_what_was_saved_by_trying_again_is_not_made_twice(desk, editor, place) -> None:
    desk.window.saving.try_again()
    assert place.made(desk) == ["Nobody asked uss"]
    assert drafts(desk) == {}
    desk.press(Key.Key_Return, place.by)
    assert place.made(desk) == ["Nobody asked uss"]


def test_undo_gives_up_what_waits_and_leaves_what_is_typed(desk, editor, place) -> None:
    desk.context.bridge.undo()
    assert not desk.window.save_bar.isVisible()
    desk.window.saving.try_again()
    assert place.made(desk) == []
    assert list(drafts(desk).values()) == ["Nobody asked uss"]
    desk.press(Key.Key_Return, place.by)
    assert place.made(desk) == ["Nobody asked uss"]


@pytest.mark.parametrize("place", [PLACES["excuse"], PLACES["pledge"]], ids=["excuse", "pledge"])
def test_what_is_typed_before_the_last_text_is_saved_is_an_edit_of_it(desk, editor, place) -> None:
    desk.press(Key.Key_Backspace)
    desk.window.saving.try_again()
    assert place.made(desk) == ["Nobody asked uss"]
    assert list(drafts(desk).values()) == ["Nobody asked us"]
    assert desk.focused is editor
    desk.press(Key.Key_Return, place.by)
    assert place.made(desk) == ["Nobody asked us"]
    assert drafts(desk) == {}


@pytest.mark.parametrize("place", [PLACES["excuse"], PLACES["pledge"]], ids=["excuse", "pledge"])
def test_a_form_that_is_cancelled_takes_back_what_waits(desk, editor, place) -> None:
    form = editor.parentWidget()
    form.close_form()
    assert not desk.window.save_bar.isVisible()
    desk.window.saving.try_again()
    assert (place.made(desk), drafts(desk)) == ([], {})


@pytest.mark.parametrize("place", [PLACES["excuse"], PLACES["pledge"]], ids=["excuse", "pledge"])
def test_a_form_that_is_saved_later_leaves_the_keyboard_where_it_is(desk, editor, place) -> None:
    desk.window.panel.parking.setFocus()
    desk.window.saving.try_again()
    assert editor.parentWidget().isHidden()
    assert desk.focused is desk.window.panel.parking
