"""A process that runs a whole session by hand in the real window, and then waits to be killed.

    python -m tests.ui.whole_session FILE FOLDER keys|drags

It types 10 activities and pastes 60, buckets all, answers 12 processes, makes 6 commitments and
saves the handouts into FOLDER. "keys" touches no mouse; "drags" carries the cards to their buckets.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from workshop.ui.app import Application  # isort: skip  # guards the process before Qt is there

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.board.cards import Drag
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Commitment, Process
from workshop.domain.triage import is_answered
from workshop.ui.board.page import BucketPage
from workshop.ui.console.close import ClosePage
from workshop.ui.console.commit import CommitPage
from workshop.ui.console.leadership import LeadershipPage
from workshop.ui.console.window import Console
from workshop.ui.dialogs import files
from workshop.ui.dialogs.add_many import AddMany
from workshop.ui.settings import Settings

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier

TYPED = [f"Sign {number} letters" for number in ("one", "two", "three", "four", "five")]
TYPED += [f"Answer {number} callers" for number in ("one", "two", "three", "four", "five")]
PASTED = [f"Do the pasted thing number {number} with care" for number in range(1, 61)]
PROCESSES = 12
EXCUSE, PLEDGE = "The form is always missing", "Answer in three days"
COMMITMENTS = 6
LEADERS = 6


class Facilitator:
    """Hands on a keyboard, and eyes that wait until they see something."""

    def __init__(self, path: Path) -> None:
        # The keys that were pressed; what is typed as text is not counted.
        self.keys = 0
        self.qt = QApplication(sys.argv[:1])
        self.application = Application(self.qt, Settings())
        self.application.open_session(path)
        self.wait_for(self.console.isActiveWindow)

    @property
    def console(self) -> Console:
        assert self.application.console is not None
        return self.application.console

    def wait_for(self, seen: Callable[[], bool]) -> None:
        """Go on when something is seen; give up after 30 seconds."""
        for _ in range(1500):
            if seen():
                return
            QTest.qWait(20)
        raise SystemExit("what was waited for never came")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key wherever the keyboard is."""
        self.keys += 1
        window = self.qt.activeModalWidget() or self.console
        QTest.keyClick(window.windowHandle(), key, modifiers)

    def type(self, text: str) -> None:
        """Type wherever the keyboard is."""
        for letter in text:
            QTest.keyClick(self.console.windowHandle(), letter)

    def answer(self, letters: str) -> None:
        """Give answers, each by its letter."""
        for letter in letters:
            self.press(Key[f"Key_{letter.upper()}"])

    def go_on(self, phase: Phase) -> QWidget:
        """Go to the next phase by its key."""
        self.console.activateWindow()  # as a window manager does when a dialog goes
        self.wait_for(self.console.isActiveWindow)
        self.press(Key.Key_PageDown, CTRL)
        page = self.console.page
        assert page is not None
        assert page.PHASE is phase, page.PHASE
        return page


def gather(hands: Facilitator) -> None:
    hands.go_on(Phase.GATHER)
    for text in TYPED:
        hands.type(text)
        hands.press(Key.Key_Return)
    QGuiApplication.clipboard().setText("\n".join(PASTED))
    hands.press(Key.Key_V, CTRL)
    preview = hands.console.findChild(AddMany)
    assert preview is not None
    hands.wait_for(preview._progress.isHidden)
    hands.press(Key.Key_Return)
    hands.wait_for(lambda: hands.console.findChild(AddMany) is None)


def bucket_by_keys(hands: Facilitator) -> None:
    hands.go_on(Phase.BUCKET)
    for number in range(len(TYPED) + len(PASTED)):
        hands.press(Key.Key_2 if number % 3 == 2 else Key.Key_1)


def bucket_by_drags(hands: Facilitator) -> None:
    page = hands.go_on(Phase.BUCKET)
    assert isinstance(page, BucketPage)
    board, state = page.board, hands.console._context.bridge
    views = {bucket: board.column(bucket).view for bucket in Bucket}
    for number in range(0, len(TYPED) + len(PASTED), 5):
        ids = [card.id for card in state.state.activities(Bucket.UNSORTED)[:5]]
        bucket = Bucket.PERFORMANCE if number % 3 == 2 else Bucket.PROCESS
        Drag(views[Bucket.UNSORTED], ids).onto(views[bucket], QPoint(40, 30))


def answer(hands: Facilitator) -> None:
    hands.go_on(Phase.INVENTORY)
    for number in range(PROCESSES):
        hands.press(Key.Key_Return)
        for text in ("yn" if number % 2 else "yy", f"Clerk {number}", "yhp", "ym", "ok"):
            hands.type(text)
            hands.press(Key.Key_Return)
        hands.press(Key.Key_Tab)  # from the triage to the next process


def commit(hands: Facilitator) -> None:
    page = hands.go_on(Phase.COMMIT)
    assert isinstance(page, CommitPage)
    for number in range(COMMITMENTS):
        hands.press(Key.Key_1)
        if page.waiting is not None and page.waiting.isVisible():
            QTest.keyClicks(page.waiting, "3")  # a long-term fix waits on something
        hands.type(f"Adopt promise number {number}")
        hands.press(Key.Key_Tab)
        hands.type(f"Clerk {number}")
        hands.press(Key.Key_Tab)
        hands.type("+30")
        hands.press(Key.Key_Return, CTRL)


def deal(hands: Facilitator) -> None:
    hands.go_on(Phase.DEAL)
    hands.press(Key.Key_N)
    hands.type(EXCUSE)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_G)
    hands.type(PLEDGE)
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


def close(hands: Facilitator, folder: Path) -> None:
    # The system's own dialog is the one thing that cannot be pressed here.
    files.ask_folder = lambda *_: folder
    page = hands.go_on(Phase.CLOSE)
    assert isinstance(page, ClosePage)
    hands.press(Key.Key_S, CTRL)
    hands.wait_for(lambda: len(list(folder.glob("*.pdf"))) >= 4 and not page.saver.is_working)


def main(path: str, folder: str, how: str) -> None:
    hands = Facilitator(Path(path))
    gather(hands)
    (bucket_by_drags if how == "drags" else bucket_by_keys)(hands)
    answer(hands)
    commit(hands)
    deal(hands)
    lead(hands)
    close(hands, Path(folder))
    state = hands.console._context.bridge.state
    answered = sum(map(is_answered, state.processes()))
    made = len(state.table(Commitment))
    processes = len(state.table(Process))
    sys.stdout.write(f"done {answered} of {processes} answered, {made} commitments\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
