"""How soon the window can be used, beside a bare QMainWindow.

    python -m tests.benchmarks.bench_start

Both are whole processes, from start to the end of the first paint, in turn, with the byte code
that an installed program has. Ours shows the start screen, then a session of 64 cards in the
bucket phase. Without a display set QT_QPA_PLATFORM=offscreen.
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
print("complete", flush=True)
print("[]", flush=True)
"""

GATHER = """
import gc
import sys
gc.disable()  # as the command line does
from pathlib import Path
from workshop.ui.app import Application
from PySide6.QtWidgets import QApplication
from workshop.ui.settings import Settings
app = QApplication(sys.argv[:1])
application = Application(app, Settings())
application.open_session(Path(sys.argv[1]))
app.processEvents()
print("painted", flush=True)
app.processEvents()
print("complete", flush=True)
application.console.close()
print(sorted({"reportlab", "sqlite_utils", "openpyxl", "PySide6.QtNetwork", "PySide6.QtQml"}
      & set(sys.modules)), flush=True)
"""


START = """
import gc
import sys
gc.disable()  # as the command line does
from workshop.ui.app import Application
from PySide6.QtWidgets import QApplication
from workshop.ui.settings import Settings
app = QApplication(sys.argv[:1])
application = Application(app, Settings())
application.show_start()
app.processEvents()
print("painted", flush=True)
while "workshop.ui.pages" not in sys.modules:
    app.processEvents()
print("complete", flush=True)
application.start.close()
print("[]", flush=True)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("GATHER_DATA_DIR", None)  # as a user has it
        os.environ["XDG_DATA_HOME"] = folder
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        path = make_session(Path(folder, "start.gather"))
        start(BARE)  # writes the byte code, warms the disk
        bare: list[float] = []
        ours: dict[str, list[tuple[float, float]]] = {"the start screen": [], "a session": []}
        for _ in range(RUNS + 1):  # the first run writes the byte code
            bare.append(start(BARE)[0])
            ours["the start screen"].append(start(START))
            ours["a session"].append(start(GATHER, str(path)))
    floor = median(bare[1:])
    print(f"a bare QMainWindow: {floor * 1000:.0f} ms")
    for name, runs in ours.items():
        painted, complete = (median(times) for times in zip(*runs[1:], strict=True))
        ratio = painted / floor
        print(
            f"{name}, to the first usable frame: {painted * 1000:.0f} ms, ratio {ratio:.2f} "
            f"(at most {LIMIT}: {'met' if ratio <= LIMIT else 'MISSED'}); "
            f"complete: {complete * 1000:.0f} ms"
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


def start(script: str, *arguments: str) -> tuple[float, float]:
    """Return the seconds to the first frame and until nothing is left to do."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        lines, times = [], []
        for line in child.stdout:
            lines.append(line.strip())
            times.append(time.perf_counter() - began)
    if lines != ["painted", "complete", "[]"] or child.returncode != 0:
        raise SystemExit(f"the window did not start: {lines}")
    return times[0], times[1]


if __name__ == "__main__":
    main()
