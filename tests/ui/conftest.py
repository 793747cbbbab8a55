"""What tests of the windows share: sessions behind a bridge, and nothing left behind."""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.sessions import DAY
from workshop.domain.commands import Command
from workshop.sample import make_sample
from workshop.session import Session
from workshop.store.errors import DiskFullError
from workshop.ui.bridge import Bridge
from workshop.ui.context import Context
from workshop.ui.enter_key import EnterKey
from workshop.ui.room import Look
from workshop.ui.settings import Settings
from workshop.ui.theme import ThemeName, apply_theme, load_fonts, theme

_GARBAGE = 50_000


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Load typeface and theme once, and let Enter press buttons, as the application does."""
    load_fonts()
    apply_theme(qapp, theme(ThemeName.LIGHT))
    enter_key = EnterKey(qapp)
    yield
    enter_key.deleteLater()


@pytest.fixture(scope="session", autouse=True)
def collected_here_alone() -> Iterator[None]:
    """Keep Python from taking widgets apart on a thread that makes handouts, as the window does."""
    gc.disable()
    collect()
    yield
    gc.unfreeze()
    gc.enable()


def collect() -> None:
    """Take garbage apart; what stays is looked through no more: modules, and what they keep."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a thread."""
    threads = set(threading.enumerate())
    yield
    if gc.get_count()[0] > _GARBAGE:
        collect()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    windows = [w for w in qapp.topLevelWidgets() if isValid(w) and w.isVisible()]
    timers = [t for t in gc.get_objects() if isinstance(t, QTimer) and isValid(t) and t.isActive()]
    left = set(threading.enumerate()) - threads
    for window in windows:
        window.close()
        window.deleteLater()
    for timer in timers:
        timer.stop()
    assert not windows, f"windows left open: {windows}"
    assert not timers, f"timers left running: {[t.parent() for t in timers]}"
    assert not left, f"threads left running: {left}"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user who has set nothing."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def make_context(
    tmp_path: Path, settings: Settings, qapp: QApplication
) -> Iterator[Callable[..., Context]]:
    """Return a function that opens a new session, after some commands, in a context."""
    made: list[Context] = []

    def make(*commands: Command, **facts: object) -> Context:
        path = tmp_path / f"session {len(made)}.gather"
        session = Session.create(path, **{"title": "Riverside", **facts})
        for command in commands:
            session.execute(command)
        context = Context(Bridge(session), settings)
        context.room.set_look(Look(theme(ThemeName.LIGHT)))
        made.append(context)
        return context

    yield make
    for context in made:
        context.clock.pause()
        context.bridge.close()
        context.deleteLater()


@pytest.fixture
def context(make_context: Callable[..., Context]) -> Context:
    """A context of an empty session."""
    return make_context()


@pytest.fixture
def sample(tmp_path: Path, settings: Settings, qapp: QApplication) -> Iterator[Context]:
    """A context of the sample session, which has everything."""
    session = make_sample(tmp_path / "sample.gather", today=DAY)
    context = Context(Bridge(session), settings)
    yield context
    context.clock.pause()
    context.bridge.close()
    context.deleteLater()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[bool], None]:
    """Return a function that fills the disk up for the sessions there are, or frees it."""
    full: set[Path] = set()
    real = Session._write

    def write(session: Session, *args: Any, **values: Any) -> Any:
        if session.path in full:
            raise DiskFullError("The disk is full, so nothing was saved.")
        return real(session, *args, **values)

    def fill(on: bool) -> None:
        full.clear()
        if on:
            full.update(tmp_path.glob("*.gather"))

    monkeypatch.setattr(Session, "_write", write)
    return fill
