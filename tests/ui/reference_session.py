"""The reference session by hand, and its follow-up 90 days later, with the keys counted.

    python -m tests.ui.reference_session FOLDER

64 activities, 14 processes answered, 20 commitments, 8 excuses, 5 pledges, 12 leaders' checks; then
12 promises kept, 5 late, 3 broken. Typed text is not counted as keys.
"""

import csv
import datetime as dt
import json
import sys
from pathlib import Path

from tests.ui.whole_session import CTRL, Facilitator, Key  # isort: skip  # prepares Qt

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Commitment, Process, SessionFacts
from workshop.domain.triage import is_answered
from workshop.resources import resource
from workshop.session import Session
from workshop.ui.console.commit import CommitPage
from workshop.ui.console.leadership import LeadershipPage
from workshop.ui.console.welcome import WelcomePage
from workshop.ui.dialogs import files
from workshop.ui.dialogs.add_many import AddMany
from workshop.ui.inventory.page import InventoryPage

ACTIVITIES = [
    row["activity"]
    for row in csv.DictReader(
        resource("sample", "activities.csv").read_text(encoding="utf-8").splitlines()
    )
]
PROCESSES, COMMITMENTS, EXCUSES, PLEDGES, LEADERS = 14, 20, 8, 5, 12
KEPT, LATE, BROKEN = 12, 5, 3
DAY = dt.date(2026, 3, 12)
FIELDS = 11  # of a process that is a quick fix
SHIFT = Qt.KeyboardModifier.ShiftModifier


def gather(hands: Facilitator) -> None:
    hands.go_on(Phase.GATHER)
    QGuiApplication.clipboard().setText("\n".join(ACTIVITIES))
    hands.press(Key.Key_V, CTRL)
    preview = hands.console.findChild(AddMany)
    assert preview is not None
    hands.wait_for(preview._progress.isHidden)
    hands.press(Key.Key_Return)
    hands.wait_for(lambda: hands.console.findChild(AddMany) is None)


def bucket(hands: Facilitator) -> None:
    hands.go_on(Phase.BUCKET)
    for number in range(len(ACTIVITIES)):
        hands.press(Key.Key_2 if number % 3 == 2 else Key.Key_1)


def ask(hands: Facilitator) -> None:
    page = hands.go_on(Phase.INVENTORY)
    assert isinstance(page, InventoryPage)
    hands.press(Key.Key_F5)
    for number in range(PROCESSES):
        hands.answer("yy")
        hands.type("Let the counter decide")
        hands.press(Key.Key_Return)
        hands.type(f"Lead {number % 6}")
        hands.press(Key.Key_Return)
        hands.answer("yhp" + "ym" + "tp")
    hands.press(Key.Key_Escape)


def commit(hands: Facilitator) -> None:
    page = hands.go_on(Phase.COMMIT)
    assert isinstance(page, CommitPage)
    for number in range(COMMITMENTS):
        hands.press(Key.Key_1 if number < PROCESSES else Key.Key_N)
        hands.type(f"Adopt promise number {number}")
        hands.press(Key.Key_Tab)
        hands.type(f"Lead {number % 6}")
        hands.press(Key.Key_Tab)
        hands.type("+60")
        while not page.form.measure.hasFocus():
            hands.press(Key.Key_Tab)
        hands.type("Its users say so")
        hands.press(Key.Key_Return, CTRL)


def deal(hands: Facilitator) -> None:
    hands.go_on(Phase.DEAL)
    for number in range(EXCUSES):
        hands.press(Key.Key_N)
        hands.type(f"Excuse number {number}")
        hands.press(Key.Key_Return)
    for number in range(PLEDGES):
        hands.press(Key.Key_G)
        hands.type(f"Answer {number} days sooner")
        hands.press(Key.Key_Return, CTRL)


def lead(hands: Facilitator) -> None:
    page = hands.go_on(Phase.LEADERSHIP)
    assert isinstance(page, LeadershipPage)
    hands.press(Key.Key_P)
    screen = page.check.entry
    assert screen is not None
    for number in range(LEADERS):
        hands.press(Key.Key_Return)
        for _ in page.check.items:
            hands.press(Key(Key.Key_1 + number % 5))
        hands.press(Key.Key_Return)
    QTest.keyPress(screen, Key.Key_Escape)
    hands.wait_for(lambda: page.check.entry is None)
    hands.console.activateWindow()
    hands.wait_for(hands.console.isActiveWindow)
    hands.press(Key.Key_C)


def follow_up(hands: Facilitator, path: Path) -> None:
    """Begin the session after it, 90 days on, and say what became of each promise."""
    # The system's own dialog is the one thing that cannot be pressed here.
    files.ask_new_file = lambda *_: path
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.wait_for(lambda: hands.console._context.bridge.path == path)
    hands.wait_for(hands.console.isActiveWindow)
    bridge = hands.console._context.bridge
    facts = bridge.state.facts
    bridge.execute(EditRecord(SessionFacts, facts.id, {"date": DAY + dt.timedelta(days=90)}))
    hands.console.enter(Phase.WELCOME)
    page = hands.console.page
    assert isinstance(page, WelcomePage)
    hands.keys = 0
    for _ in range(KEPT):
        hands.press(Key.Key_K)
    for _ in range(LATE):
        hands.press(Key.Key_L)
        hands.type("+30")
        hands.press(Key.Key_Return)
    for number in range(BROKEN):
        hands.press(Key.Key_X)
        hands.type(f"It stood in the way, number {number}")
        hands.press(Key.Key_Return)


def main(folder: Path) -> dict[str, float]:
    """Run both sessions; return the keys that each thing took."""
    first, second = folder / "reference.gather", folder / "follow-up.gather"
    with Session.create(first, title="Reference", agency="Riverside", date=DAY):
        pass
    hands = Facilitator(first)
    took: dict[str, float] = {}

    def count(name: str, number: int, part) -> None:
        before = hands.keys
        part(hands)
        took[name] = round((hands.keys - before) / number, 2)

    gather(hands)
    count("an activity bucketed", len(ACTIVITIES), bucket)
    count("a field answered", PROCESSES * FIELDS, ask)
    count("a commitment made", COMMITMENTS, commit)
    deal(hands)
    lead(hands)
    state = hands.console._context.bridge.state
    assert sum(map(is_answered, state.processes())) == PROCESSES
    assert len(state.table(Commitment)) == COMMITMENTS
    assert len(state.table(Process)) == len(state.activities(Bucket.PROCESS))
    follow_up(hands, second)
    took["a promise told"] = round(hands.keys / COMMITMENTS, 2)
    return took


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
