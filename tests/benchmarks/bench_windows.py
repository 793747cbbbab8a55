"""How long the move of a card takes until both windows are painted, beside its floor.

    python -m tests.benchmarks.bench_windows

A move is the key 1 or 2 on the first card that is not sorted: one durable command, the board, the
panel with its preview, and the room's window at 1920x1080 with one card and both buckets. The
floor is the same command in a session that nobody looks at.
"""

import os
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workshop.ui.app import Application  # isort: skip  # guards the process before Qt is there

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity
from workshop.domain.stage import Scene, Stage
from workshop.session import Session
from workshop.ui.audience.window import AudienceWindow
from workshop.ui.settings import Settings

MOVES = 120
SIZES = (100, 1_000, 10_000)
FRAME = 1000 / 60
LIMIT = 1.5


def main() -> None:
    qt = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATHER_DATA_DIR"] = folder
        medians = {size: measure(qt, Path(folder), size) for size in SIZES}
    ratio = medians[10_000] / medians[100]
    print(
        f"10,000 cards beside 100: {ratio:.2f} "
        f"(at most {LIMIT}: {'met' if ratio <= LIMIT else 'MISSED'})"
    )


def measure(qt: QApplication, folder: Path, size: int) -> float:
    """Print the figures of one size; return the median in milliseconds."""
    path = make_session(folder / f"{size}.gather", size)
    application = Application(qt, Settings(folder / "settings.ini"))
    application.open_session(path)
    console = application.console
    assert console is not None
    context = console._context
    room = AudienceWindow(context.wall, ())
    room.resize(1920, 1080)
    room.show()
    console.activateWindow()
    context.room.show(Scene.CARD, context.bridge.state.activities(Bucket.UNSORTED)[0].id)
    qt.processEvents()
    times = []
    for number in range(MOVES if size > MOVES else size // 2):
        start = time.perf_counter()
        QTest.keyClick(console.windowHandle(), Qt.Key.Key_1 if number % 2 else Qt.Key.Key_2)
        qt.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    moved = size - context.bridge.view.count(Bucket.UNSORTED)
    room.close()
    console.close()
    if moved != len(times):
        raise SystemExit(f"{moved} of {len(times)} cards were moved")
    slow = quantiles(times, n=20)[-1]
    verdict = f", limit {FRAME:.1f}: {'met' if slow <= FRAME else 'MISSED'}" if size == 1000 else ""
    floor = median(bare_moves(folder / f"bare {size}.gather", size))
    print(
        f"{size:,} cards: median {median(times):.1f} ms, 95 % {slow:.1f} ms{verdict}, "
        f"command alone {floor:.1f} ms"
    )
    return median(times)


def make_session(path: Path, size: int) -> Path:
    with Session.create(path, title="Benchmark") as session:
        cards = (Activity(id=-n, text=f"Sign the form with number {n}") for n in range(1, size + 1))
        session.execute(AddRecords(tuple(cards)))
        session.show(Stage(phase=Phase.BUCKET))
    return path


def bare_moves(path: Path, size: int) -> list[float]:
    make_session(path, size)
    times = []
    with Session.open(path) as session:
        for card_id in range(1, min(size, 60) + 1):
            start = time.perf_counter()
            session.execute(MoveActivities((card_id,), Bucket.PROCESS))
            times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    main()
