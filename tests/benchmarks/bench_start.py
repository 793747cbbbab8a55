"""How soon the window can be used, beside a bare QMainWindow.

    python -m tests.benchmarks.bench_start

Both are whole processes, from start to the end of the first paint, in turn. Ours opens a
session of 64 cards in the bucket phase. Without a display set QT_QPA_PLATFORM=offscreen.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity
from workshop.domain.stage import Stage
from workshop.session import Session

RUNS = 9
LIMIT = 1.5

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
print("painted", flush=True)
"""

GATHER = """
import sys
from pathlib import Path
from workshop.ui.app import Application
from PySide6.QtWidgets import QApplication
from workshop.ui.settings import Settings
app = QApplication(sys.argv[:1])
application = Application(app, Settings())
application.open_session(Path(sys.argv[1]))
app.processEvents()
print("painted", flush=True)
application.console.close()
print(sorted({"reportlab", "sqlite_utils", "openpyxl", "PySide6.QtNetwork", "PySide6.QtQml"}
      & set(sys.modules)))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATHER_DATA_DIR"] = folder
        path = make_session(Path(folder, "start.gather"))
        bare, ours = [], []
        for _ in range(RUNS):
            bare.append(seconds_to_paint(BARE))
            ours.append(seconds_to_paint(GATHER, str(path)))
    ratio = median(ours) / median(bare)
    print(
        f"to the first usable frame: {median(ours) * 1000:.0f} ms, "
        f"bare QMainWindow {median(bare) * 1000:.0f} ms, ratio {ratio:.2f} "
        f"(at most {LIMIT}: {'met' if ratio <= LIMIT else 'MISSED'})"
    )


def make_session(path: Path) -> Path:
    with Session.create(path, title="Benchmark") as session:
        buckets = list(Bucket)
        cards = (
            Activity(id=-n, text=f"Sign form number {n}", bucket=buckets[n % 3])
            for n in range(1, 65)
        )
        session.execute(AddRecords(tuple(cards)))
        session.show(Stage(phase=Phase.BUCKET))
    return path


def seconds_to_paint(script: str, *arguments: str) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        took = time.perf_counter() - start
        rest = child.stdout.read()
    if line.strip() != "painted" or child.returncode != 0:
        raise SystemExit(f"the window did not start: {line}{rest}")
    return took


if __name__ == "__main__":
    main()
