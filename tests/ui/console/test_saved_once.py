"""What could not be saved at once is made once in the end, with the text that was typed last."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, NONE, Desk, Key
from workshop.domain.commands.inventory import ChooseTriage
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase, Triage
from workshop.domain.records import (
    Activity,
    Commitment,
    Excuse,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    Process,
    Record,
    SignOff,
)
from workshop.domain.state import State
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
    desk.window.saving.try_again()
    assert place.made(desk) == []
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


@pytest.mark.parametrize(
    "place",
    [PLACES["excuse"], PLACES["pledge"], PLACES["card in a bucket"]],
    ids=["excuse", "pledge", "card in a bucket"],
)
def test_esc_takes_back_what_waits_and_puts_its_text_by(desk, editor, place) -> None:
    desk.press(Key.Key_Escape)
    assert not desk.window.save_bar.isVisible()
    desk.window.saving.try_again()
    assert (place.made(desk), list(drafts(desk).values())) == ([], ["Nobody asked uss"])


@pytest.mark.parametrize("place", [PLACES["excuse"], PLACES["pledge"]], ids=["excuse", "pledge"])
def test_a_form_that_is_saved_later_leaves_the_keyboard_where_it_is(desk, editor, place) -> None:
    desk.window.panel.parking.setFocus()
    desk.window.saving.try_again()
    assert editor.parentWidget().isHidden()
    assert desk.focused is desk.window.panel.parking


# What has a text already


def title(desk: Desk) -> QLineEdit:
    return desk.page.facts.texts["title"]


def reason(desk: Desk) -> QLineEdit:
    desk.context.bridge.execute(ChooseTriage(1, Triage.LEAVE_ALONE, reason="It works"))
    return desk.page.suggestions.why


def commitment(desk: Desk) -> QLineEdit:
    desk.page.add()
    desk.type("Sign letters once")
    assert desk.page.keep()
    desk.page.edit(1)
    return desk.page.form.text


@dataclass(frozen=True)
class Kept:
    """A text of a record that can be edited."""

    phase: Phase
    open: Callable[[Desk], QLineEdit | QPlainTextEdit]
    text: Callable[[State], str]
    by: object = NONE


KEPT = {
    "title": Kept(Phase.WELCOME, title, lambda state: state.facts.title),
    "promise": Kept(
        Phase.WELCOME, lambda d: d.page.facts.promise, lambda state: state.facts.promise, CTRL
    ),
    "reason": Kept(Phase.COMMIT, reason, lambda state: state.get(Process, 1).triage_reason),
    "commitment": Kept(Phase.COMMIT, commitment, lambda s: s.get(Commitment, 1).text, CTRL),
}


@pytest.mark.parametrize("field", KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("is_mended", [True, False])
def test_a_text_that_is_as_before_again_takes_back_what_waits(
    make_context, qtbot, disk, field: Kept, is_mended: bool
) -> None:
    card = Activity(id=0, text="Sign letters", bucket=Bucket.PROCESS)
    desk = Desk(make_context(AddRecords((card,))), qtbot, field.phase)
    editor = field.open(desk)
    before = field.text(desk.context.bridge.state)
    editor.setFocus()
    editor.selectAll()
    desk.type("Wrong")
    disk(True)
    desk.press(Key.Key_Return, field.by)
    assert desk.window.save_bar.isVisible()
    if is_mended:
        editor.selectAll()
        desk.type(before) if before else desk.press(Key.Key_Delete)
        desk.press(Key.Key_Return, field.by)
    disk(False)
    desk.window.saving.try_again()
    assert field.text(desk.context.bridge.state) == (before if is_mended else "Wrong")
    assert drafts(desk) == {}
    assert not desk.window.save_bar.isVisible()


@pytest.mark.parametrize(
    "place", [PLACES["participant"], PLACES["signer"]], ids=["person", "signer"]
)
def test_a_row_whose_second_field_is_mended_is_made_once(desk, editor, place) -> None:
    desk.press(Key.Key_Tab)
    desk.type("Chief")
    desk.window.saving.try_again()
    assert place.made(desk) == []
    desk.press(Key.Key_Return)
    assert [(each.name, each.role) for each in desk.context.bridge.state.all(place.kind)] == [
        ("Nobody asked uss", "Chief")
    ]
    assert drafts(desk) == {}
