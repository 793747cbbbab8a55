"""What a start does without, so that the first picture stands soon."""

import json
import subprocess
import sys

from workshop.domain.enums import Phase
from workshop.domain.stage import Stage
from workshop.session import Session

HEAVY = {
    "reportlab", "sqlite_utils", "openpyxl", "rapidfuzz", "fontTools", "pypdfium2", "pikepdf",
    "PIL", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtPrintSupport",
}  # fmt: skip
LATER = {
    "workshop.handouts", "workshop.exchange", "workshop.words", "workshop.ui.audience.wall",
    "workshop.ui.console.panel", "workshop.ui.console.welcome", "workshop.ui.console.gather",
    "workshop.ui.inventory.page", "workshop.ui.console.commit", "workshop.ui.console.close",
    "workshop.ui.dialogs", "workshop.domain.commands.records",
}  # fmt: skip
SCRIPT = """
import json
import sys
from pathlib import Path
from workshop.ui.app import Application
from PySide6.QtWidgets import QApplication
from workshop.ui.settings import Settings
qt = QApplication([])
application = Application(qt, Settings())
application.open_session(Path(sys.argv[1]))
qt.processEvents()
first = sorted(sys.modules)
for _ in range(20):
    qt.processEvents()
print(json.dumps([first, sorted(sys.modules)]))
application.console.close()
"""


START = """
import json
import sys
from workshop.ui.app import Application
from PySide6.QtWidgets import QApplication
from workshop.ui.settings import Settings
qt = QApplication([])
application = Application(qt, Settings())
application.show_start()
qt.processEvents()
first = sorted(sys.modules)
while "workshop.ui.pages" not in sys.modules:
    qt.processEvents()
print(json.dumps(first))
application.start.close()
"""
NOT_FOR_THE_START_SCREEN = {
    "workshop.session", "workshop.store", "workshop.domain.records", "workshop.domain.state",
    "workshop.ui.console", "workshop.ui.bridge",
}  # fmt: skip


def test_the_start_screen_stands_before_anything_of_a_session_is_loaded():
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    first = set(json.loads(done.stdout.splitlines()[0]))
    assert "workshop.ui.start" in first
    assert first & HEAVY == set()
    assert first & NOT_FOR_THE_START_SCREEN == set()


def test_the_first_picture_needs_nothing_heavy_and_the_rest_comes_by_itself(tmp_path):
    path = tmp_path / "s.gather"
    with Session.create(path, title="Riverside") as session:
        session.show(Stage(phase=Phase.BUCKET))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, path], capture_output=True, text=True, check=True
    )
    first, complete = (set(names) for names in json.loads(done.stdout.splitlines()[0]))
    assert "workshop.ui.board.page" in first
    assert first & HEAVY == set()
    assert first & LATER == set()
    assert "workshop.ui.console.panel" in complete
    assert complete & HEAVY == set()


def test_no_import_reads_the_source_of_a_module():
    script = (
        "import linecache\nimport workshop.ui.app\n"
        "print([name for name in linecache.cache if 'workshop' in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
