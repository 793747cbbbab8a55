"""How fast a session is saved and loaded, each figure beside its floor.

    python -m tests.benchmarks.bench_store

Floors: the bare transaction that changes one row and adds one row of the same length, on a file of
the same size under the same pragmas; and reading the same rows without making records of them.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.records import RECORD_TYPES, Activity
from workshop.session import Session
from workshop.store.connection import make_durable

EDITS = 400
CARDS = 10_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.gather")
        with Session.create(path, title="Benchmark") as session:
            cards = (Activity(id=-n, text=f"Sign form number {n}") for n in range(1, CARDS + 1))
            session.execute(AddRecords(tuple(cards)))
        compare_edits(path, Path(folder, "floor.gather"))
        compare_loads(path)


def compare_edits(path: Path, floor_path: Path) -> None:
    """Print the median time of a durable edit beside that of the bare transaction, in turn."""
    floor_path.write_bytes(path.read_bytes())
    floor = sqlite3.connect(floor_path, isolation_level=None)
    make_durable(floor)
    edits, bare = [], []
    with Session.open(path) as session:
        for n in range(1, EDITS + 1):
            command = EditRecord(Activity, n, {"text": f"Sign form number {n} again"})
            edits.append(_seconds(partial(session.execute, command)))
            bare.append(_seconds(partial(_bare_edit, floor, n)))
    floor.close()
    _print("one durable edit among 10,000 cards", median(edits), median(bare), 1.5)


def _bare_edit(floor: sqlite3.Connection, n: int) -> None:
    text = f"Sign form number {n} again"
    image = f'[["activity",{n},{{"text":"Sign form number {n}"}},{{"text":"{text}"}}]]'
    entry = ("2026-03-12T10:00:00.000+00:00", f"Edited activity “{text}”", image, n + 2, None, 0)
    floor.execute("BEGIN IMMEDIATE")
    floor.execute("UPDATE activity SET text = ? WHERE id = ?", (text, n))
    floor.execute("INSERT INTO history VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (*entry, "0" * 64))
    floor.execute("COMMIT")


def compare_loads(path: Path) -> None:
    """Print the median time to open a session of 10,000 cards beside that of reading its rows."""
    opened = median(_seconds(lambda: Session.open(path).close()) for _ in range(7))
    read = median(_seconds(lambda: _read_rows(path)) for _ in range(7))
    _print("open a session of 10,000 cards", opened, read, None)
    print(f"  limit 500 ms: {'met' if opened < 0.5 else 'MISSED'}")


def _read_rows(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA quick_check").fetchall()
        for kind in RECORD_TYPES:
            connection.execute(f"SELECT * FROM {kind.TABLE}").fetchall()
    connection.close()


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _print(what: str, figure: float, floor: float, limit: float | None) -> None:
    line = (
        f"{what}: {figure * 1000:.2f} ms, floor {floor * 1000:.2f} ms, ratio {figure / floor:.2f}"
    )
    if limit is not None:
        line += f" (at most {limit}: {'met' if figure / floor <= limit else 'MISSED'})"
    print(line)


if __name__ == "__main__":
    sys.exit(main())
