"""The console: every phase empty, typical and full, and the states that a facilitator may meet."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures.album import Album
from tests.sessions import DAY, add
from tests.ui.audience.rooms import ARABIC, LONG, crowd
from tests.ui.board.cards import Drag
from tests.ui.settling import settle
from workshop.domain.changes import Change, ChangeSet
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import RECORD_TYPES, Participant
from workshop.domain.stage import Scene
from workshop.domain.state import State
from workshop.sample import make_sample
from workshop.session import Session
from workshop.ui.audience.displays import LOST
from workshop.ui.board.geometry import face_of
from workshop.ui.board.page import BucketPage
from workshop.ui.bridge import Bridge
from workshop.ui.console.file_menu import FileMenu
from workshop.ui.console.window import Console
from workshop.ui.context import Context
from workshop.ui.dress import Dress
from workshop.ui.pages import PAGES
from workshop.ui.room import Look
from workshop.ui.settings import Settings
from workshop.ui.start import StartWindow
from workshop.ui.theme import ThemeName, apply_theme, theme

SIZES = ("1024x768", "1366x768", "1440x900", "1920x1080")
_FULL = {0: LONG[:900], 5: ARABIC}


@dataclass(frozen=True)
class _Fill:
    """A command that gives a new session all that another one holds."""

    state: State

    def plan(self, before: State) -> ChangeSet:
        """Return the records that are not there yet."""
        records = (record for kind in RECORD_TYPES for record in self.state.all(kind))
        changes = [Change(before.get(type(record), record.id), record) for record in records]
        return ChangeSet("Filled", tuple(c for c in changes if c.before != c.after))


def _full_text(n: int) -> str:
    return _FULL.get(n % 10, f"Sign form {n} of the day and send it on to the district")


def _crowded_room() -> list[Participant]:
    names = [f"Maria-Alejandra Featherstonehaugh-Villanueva {n}" for n in range(1, 41)]
    return [Participant(id=-n, name=name, role=LONG[:80]) for n, name in enumerate(names, 1)]


def _new(path: Path, state: State | None) -> Session:
    session = Session.create(path, title="Riverside")
    if state is not None:
        session.execute(_Fill(state))
    return session


SESSIONS: dict[str, Callable[[Path], Session]] = {
    "empty": lambda path: _new(path, None),
    "typical": lambda path: make_sample(path, today=DAY),
    "full": lambda path: _new(path, add(crowd(120, _full_text), *_crowded_room())),
}


def draw(
    out: Path, sizes: Sequence[str], themes: Sequence[ThemeName], phases: Sequence[str]
) -> list[Path]:
    """Write the pictures and a sheet for each size and theme; no phases are all, and the states."""
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    chosen = [phase for phase in PAGES if not phases or phase.value in phases]
    states = {name: act for name, act in STATES.items() if not phases or name in phases}
    if not chosen and not states and "start" not in phases:
        return []
    ratio = qt.devicePixelRatio()
    sheets = []
    for text in sizes:
        size = QSize(*map(int, text.split("x")))
        for name in themes:
            apply_theme(qt, theme(name))
            at = "" if ratio == 1 else f" at {ratio:g}"
            album = Album(out, f"console {text}{at} {name}")
            for caption in SESSIONS:
                with _desk(caption, name, size) as window:
                    for phase in chosen:
                        window.enter(phase)
                        album.add(phase.value, caption, _grab(window))
            for caption, act in states.items():
                with _desk("typical", name, size) as window:
                    album.add("states", caption, act(window))
            if not phases or "start" in phases:
                for caption, recent in (("first run", False), ("recent files", True)):
                    album.add("start", caption, _start(name, size, recent))
            sheets.append(album.write_sheet())
    return sheets


@contextmanager
def _desk(caption: str, name: ThemeName, size: QSize) -> Iterator[Console]:
    """Open a session in a console of a size."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder, "settings.ini"))
        settings.console_theme = settings.room_theme = name
        bridge = Bridge(SESSIONS[caption](Path(folder, "Riverside.gather")))
        context = Context(bridge, settings)
        context.room.set_look(Look(theme(name)))
        window = Console(context, PAGES)
        FileMenu(window.actions_, context, window.saving)
        window.resize(size)
        window.show()
        window.activateWindow()
        yield window
        context.clock.pause()
        window.close()
        bridge.close()
        window.deleteLater()
        context.deleteLater()
        QApplication.processEvents()


def _start(name: ThemeName, size: QSize, recent: bool) -> QImage:
    """Return the start screen, with recent files or as it first is."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder, "settings.ini"))
        settings.console_theme = name
        if recent:
            path = Path(folder, "Riverside.gather")
            make_sample(path, today=DAY).close()
            settings.add_recent(Path(folder, "A stick that is gone.gather"))
            settings.add_recent(path)
        window = StartWindow(Dress(settings))
        window.resize(size)
        window.show()
        window.read_recents()
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            QApplication.processEvents()
        image = _grab(window)
        window.stop_reading()
        window.close()
        window.deleteLater()
    return image


def _grab(window: QWidget) -> QImage:
    settle(window)
    return window.grab().toImage()


# The states


def _bucket(window: Console) -> BucketPage:
    window.enter(Phase.BUCKET)
    settle(window)
    page = window.page
    assert isinstance(page, BucketPage)
    return page


def _several_selected(window: Console) -> QImage:
    board = _bucket(window).board
    view = board.column(Bucket.PROCESS).view
    view.setFocus()
    view.select_ids([view.cards.card(row).id for row in range(min(3, view.cards.rowCount()))])
    return _grab(window)


def _drag(window: Console) -> tuple[Drag, BucketPage, QPoint, list[int]]:
    page = _bucket(window)
    source, target = (page.board.column(b).view for b in (Bucket.PROCESS, Bucket.PERFORMANCE))
    ids = [source.cards.card(row).id for row in range(min(3, source.cards.rowCount()))]
    source.select_ids(ids)
    at = QPoint(target.width() // 3, min(150, target.height() - 20))
    drag = Drag(source, ids)
    drag.enter(target, at)
    drag.move(target, at)
    return drag, page, at, ids


def _dragging(window: Console) -> QImage:
    _, page, at, ids = _drag(window)
    target = page.board.column(Bucket.PERFORMANCE).view
    source = page.board.column(Bucket.PROCESS).view
    image = _grab(window)
    card = source.cards.card(0)
    size = source.visualRect(source.cards.index(0)).size()
    ratio = image.devicePixelRatio()
    painter = QPainter(image)
    corner = QPointF(target.viewport().mapTo(window, at)) - QPointF(60, 30)
    stack = page.board.painter.stack(face_of(card), size, len(ids), ratio)
    painter.drawPixmap(corner, stack)
    painter.end()
    return image


def _dropped(window: Console) -> QImage:
    drag, page, at, _ = _drag(window)
    drag.drop(page.board.column(Bucket.PERFORMANCE).view, at)
    return _grab(window)


def _not_saved(window: Console) -> QImage:
    _bucket(window)
    window._context.bridge.save_failed.emit("The disk is full: free some space.")
    return _grab(window)


def _display_lost(window: Console) -> QImage:
    _bucket(window)
    window.displays.told.emit(LOST)
    return _grab(window)


def _timer_over(window: Console) -> QImage:
    _bucket(window)
    clock = window._context.clock
    clock.set_phase(60, 102)
    clock.start()
    return _grab(window)


def _solo(window: Console) -> QImage:
    _bucket(window)
    window._context.room.show(Scene.BOARD)
    window.solo.enter()
    return _grab(window)


STATES: dict[str, Callable[[Console], QImage]] = {
    "several selected": _several_selected,
    "dragging": _dragging,
    "dropped": _dropped,
    "not saved": _not_saved,
    "display lost": _display_lost,
    "over time": _timer_over,
    "solo": _solo,
}
