"""How long the move of a card takes until the board is painted, each figure beside its floor.

    python -m tests.benchmarks.bench_board

A move is one durable command, everything that follows from it in the board, and the paint of all
three columns. As by hand, a card that is seen goes before one that is seen, wherever the columns
are scrolled to. Its floors: the same command in a session that nobody looks at, and the paint of
the same board with nothing changed. The sizes are measured in turn: a busy machine slows all.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.session import Session
from workshop.ui.board.page import BucketPage
from workshop.ui.board.view import BoardView
from workshop.ui.bridge import Bridge
from workshop.ui.context import Context
from workshop.ui.settings import Settings
from workshop.ui.theme import ThemeName, apply_theme, load_fonts, theme

FRAME = 1000 / 60
MOVES = 150
SIZES = (100, 1_000, 10_000)
LIMIT = 1.5
WORDS = ("sign", "open", "file", "route", "check", "answer", "permit", "letter", "call", "with")


class Desk:
    """A board with some cards, and a session of the same cards that nobody looks at."""

    def __init__(self, folder: Path, count: int) -> None:
        self.draw = random.Random(count)
        texts = [
            " ".join(self.draw.choices(WORDS, k=self.draw.randrange(3, 14))) for _ in range(count)
        ]
        buckets = [*Bucket] * (count // 3 + 1)
        cards = tuple(Activity(id=-n, text=text, bucket=buckets[n]) for n, text in enumerate(texts))
        self.alone = Session.create(folder / f"alone {count}.gather")
        self.alone.execute(AddRecords(cards))
        session = Session.create(folder / f"seen {count}.gather")
        session.execute(AddRecords(cards))
        self.context = Context(Bridge(session), Settings(folder / "settings.ini"))
        self.page = BucketPage(self.context)
        self.page.resize(880, 700)
        self.page.show()
        self.page.grab()
        self.moves: list[float] = []
        self.commands: list[float] = []
        self.paints: list[float] = []

    def measure(self) -> None:
        """Make one move, and measure its floors beside it."""
        for view in self.page.board:
            bar = view.verticalScrollBar()
            bar.setValue(self.draw.randrange(bar.maximum() + 1))
        self._paint()
        seen = self._command()
        self.moves.append(milliseconds(lambda: self._move(seen)))
        self.commands.append(milliseconds(lambda: self.alone.execute(seen)))
        self.paints.append(milliseconds(self._paint))

    def _command(self) -> MoveActivities:
        source, target = self.draw.choices(self.page.board.columns, k=2)
        card, before = (self._seen_card(each.view) for each in (source, target))
        return MoveActivities((card,), target.bucket, before)

    def _seen_card(self, view: BoardView) -> int:
        row = self.draw.choice(list(view._rows_seen(view.viewport().rect())))
        return view.cards.card(row).id

    def _move(self, command: MoveActivities) -> None:
        self.context.bridge.execute(command)
        target = self.page.board.column(command.bucket).view
        target.select_ids(command.ids)
        self._paint()

    def _paint(self) -> None:
        for view in self.page.board:
            view.viewport().repaint()
        QApplication.processEvents()

    def close(self) -> None:
        """Let go of the sessions."""
        self.page.close()
        self.context.bridge.close()
        self.alone.close()


def milliseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    app = QApplication.instance() or QApplication([])
    load_fonts()
    apply_theme(app, theme(ThemeName.LIGHT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATHER_DATA_DIR"] = folder
        desks = {count: Desk(Path(folder), count) for count in SIZES}
        for _ in range(MOVES):
            for desk in desks.values():
                desk.measure()
        print("   cards   a move   95 %   command alone   paint alone   (ms, medians)")
        for count, desk in desks.items():
            high = quantiles(desk.moves, n=20)[-1]
            print(
                f"{count:8,} {median(desk.moves):8.2f} {high:6.2f} "
                f"{median(desk.commands):15.2f} {median(desk.paints):13.2f}"
            )
            desk.close()
    high = quantiles(desks[1_000].moves, n=20)[-1]
    ratio = median(desks[10_000].moves) / median(desks[100].moves)
    print(f"1,000 cards, 95 %: {high:.1f} ms (limit {FRAME:.1f})")
    print(f"10,000 beside 100: {ratio:.2f} times (limit {LIMIT})")


if __name__ == "__main__":
    main()
