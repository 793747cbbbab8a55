"""What the keys of the deal phase do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workshop.ui.actions import ActionSpec, Menu

if TYPE_CHECKING:
    from workshop.ui.console.deal.page import DealPage

_MENU = Menu.DEAL


def deal_actions(page: DealPage) -> Iterator[tuple[ActionSpec, Callable[[], object]]]:
    """Yield each action with what it runs."""
    yield _spec("link", "Link the card to the other side", "R"), page.link
    yield _spec("add_deal_excuse", "Add an excuse", "N"), page.add_excuse
    yield _spec("add_pledge", "Add a pledge", "G"), page.add_pledge
    yield _spec("accept", "Accept the excuse as it is", "A"), page.accept
    yield _spec("edit_card", "Edit the excuse or pledge", "F2"), page.edit
    yield _spec("delete_card", "Delete the excuse or pledge", "Delete"), page.delete
    yield _spec("keep_card", "Keep what is typed", "Ctrl+Return", "Ctrl+Enter"), page.keep
    yield _spec("count_hands", "Count hands", "H"), page.count_hands
    yield _spec("show_fist", "Show the bars of fist to five"), page.show_bars
    yield _spec("the_deal", "Show the two sides", "Ctrl+1"), page.show_sides
    yield _spec("sign_off", "Show the sign-off list", "Ctrl+2"), page.show_signers


def _spec(name: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(name, text, _MENU, keys)
