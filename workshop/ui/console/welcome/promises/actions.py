"""What the keys on a promise of the last session do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workshop.ui.actions import ActionSpec, Menu

if TYPE_CHECKING:
    from workshop.ui.console.welcome.promises.part import PromisesPart

_MENU = Menu.PROMISES


def promise_actions(part: PromisesPart) -> Iterator[tuple[ActionSpec, Callable[[], object]]]:
    """Yield each action with what it runs."""
    yield _spec("promise_kept", "The promise is kept", "K"), part.keep
    yield _spec("promise_late", "The promise is late", "L"), part.late
    yield _spec("promise_broken", "The promise is broken", "X"), part.broken
    yield _spec("promise_back", "Take the word on it back", "0"), part.take_back


def _spec(name: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(name, text, _MENU, keys)
