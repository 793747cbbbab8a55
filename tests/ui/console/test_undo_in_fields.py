"""Ctrl+Z in a field: first what was typed, and in an emptied field the last step."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.enums import Phase
from workshop.domain.records import (
    Activity,
    Excuse,
    Note,
    ParkingLotItem,
    Participant,
    Record,
    SignOff,
)
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")


def in_gather(desk: Desk) -> None:
    desk.window.enter(Phase.GATHER)


def in_welcome(desk: Desk) -> None:
    desk.window.enter(Phase.WELCOME)


def in_sign_off(desk: Desk) -> None:
    desk.window.enter(Phase.DEAL)
    desk.page.show_signers()
    desk.page.signers.name.setFocus()


def with_an_excuse(desk: Desk) -> None:
    desk.press(Key.Key_E, CTRL)


def with_an_item(desk: Desk) -> None:
    desk.press(Key.Key_L, CTRL)


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> Desk:
    return Desk(context, qtbot, Phase.GATHER)


@pytest.mark.parametrize(
    ("go", "kind"),
    [
        (in_gather, Activity),
        (in_welcome, Participant),
        (in_sign_off, SignOff),
        (with_an_excuse, Excuse),
        (with_an_item, ParkingLotItem),
    ],
)
def test_what_was_just_kept_is_undone_from_the_emptied_field(
    desk: Desk, go: Callable[[Desk], None], kind: type[Record]
) -> None:
    go(desk)
    field = desk.focused
    desk.type("Ann Lee")
    desk.press(Key.Key_Return)
    assert len(desk.context.bridge.state.all(kind)) == 1
    desk.press(Key.Key_Z, CTRL)
    assert not desk.context.bridge.state.all(kind)
    assert field.text() == ""
    desk.press(Key.Key_Y, CTRL)
    assert len(desk.context.bridge.state.all(kind)) == 1
    desk.press(Key.Key_Z, CTRL)
    desk.press(Key.Key_Z, CTRL | SHIFT)
    assert len(desk.context.bridge.state.all(kind)) == 1


def test_what_is_being_typed_is_taken_back_before_the_last_step(desk: Desk) -> None:
    desk.type("Open mail")
    desk.press(Key.Key_Return)
    desk.type("Sign")
    desk.press(Key.Key_Z, CTRL)
    assert desk.focused.text() == ""
    assert len(desk.context.bridge.state.all(Activity)) == 1
    desk.press(Key.Key_Z, CTRL)
    assert not desk.context.bridge.state.all(Activity)


def test_nobody_is_added_twice_by_undoing_and_going_on(desk: Desk) -> None:
    desk.window.enter(Phase.WELCOME)
    desk.type("Ann Lee")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Z, CTRL)
    desk.press(Key.Key_PageDown, CTRL)
    assert not desk.context.bridge.state.all(Participant)


def test_a_note_is_undone_from_the_emptied_field(desk: Desk) -> None:
    desk.press(Key.Key_L, CTRL | SHIFT)
    desk.type("Watch the clock")
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.context.bridge.state.all(Note)) == 1
    desk.press(Key.Key_Z, CTRL)
    assert not desk.context.bridge.state.all(Note)
