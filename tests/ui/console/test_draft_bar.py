"""An unfinished text whose editor cannot be had any more is handed over all the same."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import Desk
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")

TOO_LONG = "9" * 5000  # more digits than Python makes a number of
NO_NUMBERS = ("99", "²", "x", "", TOO_LONG)
KEYS = (
    "bucket.card {}", "commit.{}.0.text", "commit.0.{}.text", "commit.{}.until", "deal.excuse.{}",
    "deal.pledge.{}.text", "gather.card {}", "inventory.fix {}", "solo answer {} fix",
    "solo hands {}", "solo owner {}", "solo excuse {}", "welcome.promise.commitment.{}.on",
)  # fmt: skip


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    card = Activity(id=-1, text="Sign letters", bucket=Bucket.PROCESS)
    return Desk(make_context(AddRecords((card,))), qtbot, Phase.WELCOME)


def click(desk: Desk, words: str) -> None:
    buttons = desk.window.draft_bar.findChildren(QPushButton)
    next(each for each in buttons if each.text() == words).click()


@pytest.mark.parametrize("key", KEYS)
def test_use_hands_over_a_text_of_what_is_gone_and_goes_on_to_the_next(desk, key):
    for number in NO_NUMBERS:
        desk.context.drafts.put_by(key.format(number), f"The new con {number}")
        desk.context.drafts.put_by("nowhere", "The next")
        click(desk, "Use")
        assert QApplication.clipboard().text() == f"The new con {number}"
        assert "can be pasted (Ctrl+V)" in desk.said
        assert "The next" in desk.window.draft_bar.text
        click(desk, "Forget")


def test_a_text_that_is_forgotten_by_a_slip_can_be_pasted_once_more(desk):
    desk.context.drafts.put_by("nowhere", "The new con")
    click(desk, "Forget")
    assert desk.window.draft_bar.isHidden()
    assert QApplication.clipboard().text() == "The new con"
    assert desk.said == "The text is forgotten. It can be pasted once more (Ctrl+V)."
