"""What the keys of the commit phase do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workshop.ui.actions import ActionSpec, Menu

if TYPE_CHECKING:
    from workshop.ui.console.commit.page import CommitPage

_MENU = Menu.COMMITMENTS


def commit_actions(page: CommitPage) -> Iterator[tuple[ActionSpec, Callable[[], object]]]:
    """Yield each action with what it runs."""
    for n in range(1, 7):
        yield _spec(f"choose_{n}", f"Choose suggestion {n}", str(n)), page.choose_by_key
    yield _spec("reopen", "Leave it open again", "0"), page.reopen
    yield _spec("all_six", "All six", "F4"), page.suggestions.toggle_all
    yield _spec("keep", "Keep and next", "Ctrl+Return", "Ctrl+Enter"), page.keep_and_go_on
    yield _spec("add_commitment", "Add a commitment", "N"), page.add
    yield _spec("add_general", "Add one about no process", "Ctrl+Shift+A"), page.add_general
    yield _spec("ask_users", "Ask the users", "U"), page.ask_users
    yield _spec("link_excuse", "Link an excuse", "R"), page.form.excuses.offer
    yield _spec("withdraw", "Withdraw the commitment", "Ctrl+Shift+W"), page.withdraw
    yield _spec("delete_commitment", "Delete the commitment", "Ctrl+Delete"), page.delete


def _spec(name: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(name, text, _MENU, keys)
