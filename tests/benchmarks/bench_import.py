"""How fast a list is imported, each figure beside its floor.

    python -m tests.benchmarks.bench_import [TABLE]

TABLE is a csv or tsv file with a column of activities; without it 2,070 made-up ones are taken.
Floors: parsing the table and inserting its texts into a bare SQLite file in one transaction; and
starting the interpreter with the command line, which does nothing but print its version.
"""

import csv
import io
import itertools
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

ROUNDS = 5
MADE_UP = 2_070
VERBS = ("Sign", "Review", "Schedule", "Answer", "Inspect", "Record", "Route", "Explain", "Check")
THINGS = ("permit", "benefit", "license", "vehicle", "budget", "hearing", "contract", "culvert")
FORMS = ("letters", "requests", "files", "complaints", "reports", "payments")
PLACES = ("at the counter", "in the field", "by phone", "for other agencies", "each morning")


def main() -> None:
    """Print the seconds of an import beside its floors, the median of several rounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = Path(sys.argv[1]) if sys.argv[1:] else _made_up(folder / "made-up.csv")
        text = source.read_text(encoding="utf-8-sig")
        imports, dry, starts, floors = [], [], [], []
        for n in range(ROUNDS):
            session = folder / f"{n}.gather"
            _gather("new", session)
            dry.append(_seconds(partial(_gather, "import", session, source, "--dry-run")))
            imports.append(_seconds(partial(_gather, "import", session, source)))
            starts.append(_seconds(partial(_gather, "--version")))
            floors.append(_seconds(partial(_parse_and_insert, text, folder / f"{n}.db")))
    rows = text.count("\n")
    print(f"import of {rows:,} lines with near-duplicates, whole process: {median(imports):.3f} s")
    print(f"    as a dry run, so without the write: {median(dry):.3f} s")
    print(f"    floor: starting the command line: {median(starts):.3f} s")
    print(f"    floor: csv parse and one executemany: {median(floors):.3f} s")


def _made_up(path: Path) -> Path:
    texts = (" ".join(words) for words in itertools.product(VERBS, THINGS, FORMS, PLACES))
    path.write_text("\n".join(["activity", *itertools.islice(texts, MADE_UP)]), encoding="utf-8")
    return path


def _gather(*arguments: object) -> None:
    command = [sys.executable, "-m", "workshop", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _parse_and_insert(text: str, path: Path) -> None:
    dialect = csv.excel_tab if "\t" in text else csv.excel
    rows = [(row[-1],) for row in csv.reader(io.StringIO(text), dialect)]
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE activity (id INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO activity (text) VALUES (?)", rows)
    connection.close()


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
