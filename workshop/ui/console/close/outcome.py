"""The strip that tells what became of the pages, and how far the work on them is."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from workshop.ui.context import Context
from workshop.ui.widgets import button, label, row

SLOW = 500  # milliseconds after which progress is shown


class Outcome(QFrame):
    """Hidden until there is something to tell."""

    cancel_asked = Signal()
    open_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with nothing to tell."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self._said = label(wrap=True)
        self._said.setAccessibleName("What became of the pages")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Progress")
        self._progress.setFixedWidth(160)
        self._cancel = button(context, "Cancel")
        self._open = button(context, "Open the folder", "folder-open")
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        line = row(
            self._said, self._progress, self._cancel, self._open, margins=(16, 8, 10, 8), spacing=10
        )
        line.setStretch(0, 1)
        self.setLayout(line)
        self._slow.timeout.connect(self._show_progress)
        self._cancel.clicked.connect(self.cancel_asked)
        self._open.clicked.connect(self.open_asked)
        context.themed.connect(self._dress)
        for each in (self, self._progress, self._cancel, self._open):
            each.hide()

    def _dress(self) -> None:
        self._open.setIcon(self._context.icon("folder-open"))

    @property
    def text(self) -> str:
        """What is told."""
        return self._said.text()

    def begin(self, sentence: str, steps: int) -> None:
        """Tell what is being done, in so many steps; progress shows when it takes long."""
        self._said.setText(sentence)
        self._progress.setRange(0, steps)
        self._progress.setValue(0)
        self._open.hide()
        self.show()
        self._slow.start()

    def advance(self, done: int) -> None:
        """Show how many steps are done."""
        self._progress.setValue(done)

    def end(self, sentence: str, *, can_open: bool = False) -> None:
        """Tell what came of it, here and in the status slot; offer the folder if there is one."""
        self._slow.stop()
        for each in (self._progress, self._cancel):
            each.hide()
        self._said.setText(sentence)
        self._open.setVisible(can_open)
        self._context.say(sentence)

    def _show_progress(self) -> None:
        self._progress.show()
        self._cancel.show()
