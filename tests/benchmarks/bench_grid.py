"""The inventory of 10,000 processes: a page down with its repaint, a sort, a find.

Floors, in the same run: a bare QTableView over a model that returns a constant, paged in the same
way; `sorted` of the same keys; a list comprehension over the same haystacks.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    YesNoUnsure,
)
from workshop.domain.records import Activity, Process
from workshop.session import Session
from workshop.ui.bridge import Bridge
from workshop.ui.context import Context
from workshop.ui.inventory.grid import Grid
from workshop.ui.models.entries import SORT_KEYS, Column
from workshop.ui.models.processes import ProcessModel
from workshop.ui.settings import Settings
from workshop.ui.theme import ThemeName, apply_theme, load_fonts, theme

ROWS = 10_000
RUNS = 15


class TrivialModel(QAbstractTableModel):
    """As many cells, all alike."""

    def rowCount(self, parent: object = None) -> int:  # noqa: N802 - Qt's name
        return 0 if isinstance(parent, QModelIndex) and parent.isValid() else ROWS

    def columnCount(self, parent: object = None) -> int:  # noqa: N802 - Qt's name
        return len(Column)

    def data(self, index: object, role: int = 0) -> str | None:
        return "a cell" if role == 0 else None


def choice(kind: type, n: int) -> object:
    options = [*kind, None]
    return options[n % len(options)]


def inventory() -> AddRecords:
    """Return 10,000 processes with an answer to most of their 15 public fields."""
    processes = [
        Process(
            id=-n,
            name=f"{('Sign', 'Route', 'Check', 'Order', 'Close')[n % 5]} the {n:,}th kind of paper",
            problem=choice(YesNoUnsure, n),
            quick_fix=choice(YesNoUnsure, n // 3),
            fix=f"What would fix number {n}",
            until=f"month {n % 12}",
            owner=f"Supervisor {n % 397} of the district office",
            managed_at=choice(ManagedAt, n // 2),
            close_enough=choice(CloseEnough, n // 5),
            feedback=choice(FeedbackLevel, n // 7),
            nature=choice(Nature, n),
            kind=choice(NatureKind, n),
        )
        for n in range(1, ROWS + 1)
    ]
    cards = [
        Activity(id=-n, text=process.name, bucket=Bucket.PROCESS, process_id=-n)
        for n, process in enumerate(processes, 1)
    ]
    return AddRecords((*processes, *cards))


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds of one run."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def pages(view: QTableView) -> tuple[float, float]:
    """Return the median and the longest time of a page down with its repaint."""
    bar = view.verticalScrollBar()
    found = []
    for number in range(60):
        bar.setValue(number * bar.pageStep())
        found.append(timed(view.viewport().repaint))
    return median(found[5:]), max(found[5:])


def repeated(actions: list[Callable[[], object]]) -> tuple[float, float]:
    """Return the median and the longest time of actions done in turn."""
    found = [timed(actions[number % len(actions)]) for number in range(RUNS)]
    return median(found), max(found)


def report(what: str, figures: tuple[float, float], floor: tuple[float, float], of: str) -> None:
    """Print a figure beside its floor."""
    print(f"{what:<26}{figures[0]:8.2f} ms (at most {figures[1]:.2f})", end="")
    print(f"   floor {floor[0]:8.2f} ms   {of}")


def measure(context: Context) -> None:
    """Measure a grid and its floors."""
    model = ProcessModel(context.bridge)
    grid = Grid(context, model)
    bare = QTableView()
    trivial = TrivialModel()
    bare.setModel(trivial)
    for view in (grid, bare):
        view.resize(1088, 760)
        view.show()
        QApplication.processEvents()
    report("page and repaint", pages(grid), pages(bare), "QTableView of a constant")
    entries = {key: model.entry(key) for key in model.ids}
    for column in (Column.PROCESS, Column.PROBLEM, Column.OWNER, Column.TRIAGE):
        key = SORT_KEYS[column]
        sorts = [lambda c=column, o=order: model.sort(c, o) for order in Qt.SortOrder]
        floor = repeated([lambda k=key: sorted(entries.values(), key=k)])
        report(f"sort by {column.name.lower()}", repeated(sorts), floor, "sorted() of the keys")
    model.sort(-1)
    finds = [lambda: model.find("district 1"), lambda: model.find(""), lambda: model.find("route")]
    hay = [entry.haystack for entry in entries.values() if entry]
    floor = repeated([lambda: [text for text in hay if "route" in text]])
    report("find", repeated(finds), floor, "a comprehension over the texts")


def main() -> None:
    """Measure in a folder that is gone afterwards."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_theme(app, theme(ThemeName.LIGHT))
    with TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "bench.gather", title="Bench")
        session.execute(inventory())
        context = Context(Bridge(session), Settings(Path(folder) / "settings.ini"))
        measure(context)
        session.close()


if __name__ == "__main__":
    main()
