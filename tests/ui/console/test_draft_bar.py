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


@pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda number: number[:4])
@pytest.mark.parametrize("key", KEYS)
def test_use_hands_over_a_text_of_what_is_gone_and_goes_on_to_the_next(desk, key, number):
    bar, drafts = desk.window.draft_bar, desk.context.drafts
    drafts.put_by(key.format(number), "The new con")
    drafts.put_by("nowhere", "The next")
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Use").click()
    assert QApplication.clipboard().text() == "The new con"
    assert "can be pasted (Ctrl+V)" in desk.said
    assert "The next" in bar.text


def test_a_text_that_is_forgotten_by_a_slip_can_be_pasted_once_more(desk):
    bar, drafts = desk.window.draft_bar, desk.context.drafts
    drafts.put_by("nowhere", "The new con")
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Forget").click()
    assert bar.isHidden()
    assert QApplication.clipboard().text() == "The new con"
    assert desk.said == "The text is forgotten. It can be pasted once more (Ctrl+V)."
