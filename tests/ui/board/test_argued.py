"""Cards that split the room: listed closest first, gone to, counted anew."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, SHIFT, Desk, Key
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity
from workshop.ui.board.argued import margin_of
from workshop.ui.console.panel import Panel
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")


def card(number: int, hands: tuple[int, int, int] | None, bucket: Bucket) -> Activity:
    names = ("tally_process", "tally_performance", "tally_abstain")
    counts = dict(zip(names, hands, strict=True)) if hands else {}
    return Activity(id=-number, text=f"Sign form {number}", bucket=bucket, **counts)


CARDS = (
    card(1, (9, 2, 0), Bucket.PROCESS),
    card(2, None, Bucket.UNSORTED),
    card(3, (5, 6, 1), Bucket.PERFORMANCE),
    card(4, (11, 0, 0), Bucket.PROCESS),
)


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    return Desk(make_context(AddRecords(CARDS)), qtbot, Phase.BUCKET)


def test_a_margin_is_what_decided_a_split():
    assert [margin_of(each) for each in CARDS] == [7, None, 1, None]


def test_the_closest_card_stands_first(desk):
    shown = [each.text() for each in desk.page.argued.buttons if not each.isHidden()]
    assert shown == ["by 1: Sign form 3", "by 7: Sign form 1"]


def test_the_list_follows_the_counts(desk):
    four = next(c for c in desk.context.bridge.state.all(Activity) if c.text == "Sign form 4")
    desk.context.bridge.execute(EditRecord(Activity, four.id, {"tally_performance": 11}))
    assert desk.page.argued.buttons[0].text() == "even: Sign form 4"
    desk.window.undo()
    assert desk.page.argued.buttons[0].text() == "by 1: Sign form 3"


def test_a_key_and_a_button_lead_to_the_card(desk):
    view = desk.page._active_view
    desk.press(Key.Key_A, CTRL | SHIFT)
    assert desk.context.bridge.state.get(Activity, view().current_id()).text == "Sign form 3"
    desk.press(Key.Key_A, CTRL | SHIFT)
    assert desk.context.bridge.state.get(Activity, view().current_id()).text == "Sign form 1"
    desk.page.argued.buttons[0].click()
    assert desk.context.bridge.state.get(Activity, view().current_id()).text == "Sign form 3"
    assert view().hasFocus()


def test_a_long_card_is_cut_and_does_not_push_the_prompts_out_of_the_panel(desk, qtbot):
    desk.window.resize(1366, 768)
    three = next(c for c in desk.context.bridge.state.all(Activity) if c.text == "Sign form 3")
    desk.context.bridge.execute(EditRecord(Activity, three.id, {"text": "Sign " + "forms " * 60}))
    button = desk.page.argued.buttons[0]
    qtbot.waitUntil(lambda: button.text().endswith("…"))
    panel = desk.window.findChild(Panel).findChild(QScrollArea)
    assert panel.widget().width() <= panel.viewport().width()
    assert button.accessibleName().startswith("Sign forms forms")
