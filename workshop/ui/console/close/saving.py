"""Save handouts into a folder: names, one question before replacing, progress, the outcome."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QMessageBox, QProgressBar

from workshop.domain.records import SessionFacts
from workshop.domain.text import counted
from workshop.handouts import HANDOUTS, Paper
from workshop.ui.console.close.worker import HandoutWorker, Job, Made
from workshop.ui.context import Context
from workshop.ui.dialogs.files import documents, file_name
from workshop.ui.widgets import button, column, label, row

SLOW = 500  # milliseconds after which progress is shown

_PDF = ("PDF", "PDFs")


def pdf_name(facts: SessionFacts, name: str) -> str:
    """Return the name of a handout's file: day, session, handout, marking."""
    day = facts.date.isoformat() if facts.date else ""
    title = file_name(facts.title) or "Session"
    marking = file_name(facts.marking)
    start = f"{day} {title}".strip()
    return " - ".join(filter(None, (start, HANDOUTS[name], marking))) + ".pdf"


class PdfSaver(QFrame):
    """A card that tells where the pages went, and while they are made how far it is."""

    finished = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with nothing saved."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self._worker: HandoutWorker | None = None
        self._folder: Path | None = None
        self._done: list[Made] = []
        self._trouble = ""
        self._said = label("Nothing is saved yet.", wrap=True)
        self._said.setAccessibleName("Saved handouts")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Progress")
        self._cancel = button(context, "Cancel")
        self._open = button(context, "Open the folder", "folder-open")
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        layout = column(label("Saved", "heading"), self._said, spacing=12, margins=(20, 16, 20, 18))
        working = row(self._progress, self._cancel)
        working.setStretch(0, 1)
        layout.addLayout(working)
        layout.addLayout(row(self._open, 1))
        layout.addStretch(1)
        self.setLayout(layout)
        for each in (self._progress, self._cancel, self._open):
            each.hide()
        self._slow.timeout.connect(self._show_progress)
        self._cancel.clicked.connect(self.cancel)
        self._open.clicked.connect(self.open_folder)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._open.setIcon(self._context.icon("folder-open"))

    @property
    def text(self) -> str:
        """What is told."""
        return self._said.text()

    @property
    def is_working(self) -> bool:
        """Whether pages are being made."""
        return self._worker is not None

    def ask_and_save(self, names: tuple[str, ...], paper: Paper) -> None:
        """Ask for a folder and save the handouts there."""
        from workshop.ui.dialogs.files import ask_folder

        start = self._folder or self._context.bridge.path.parent
        folder = ask_folder(self, "Save the PDFs into", start if start.is_dir() else documents())
        if folder is not None:
            self.save(names, paper, folder)

    def save(self, names: tuple[str, ...], paper: Paper, folder: Path) -> None:
        """Save handouts into a folder; ask once before files are replaced."""
        view = self._context.bridge.view
        files = tuple(pdf_name(view.facts, name) for name in names)
        there = [file for file in files if (folder / file).exists()]
        if self.is_working or (there and not self._may_replace(there)):
            return
        job = Job(view, names, paper, folder, files, replace=bool(there))
        self._folder, self._done, self._trouble = folder, [], ""
        self._progress.setRange(0, len(names))
        self._progress.setValue(0)
        self._said.setText(f"Making {counted(len(names), _PDF)}…")
        self._open.hide()
        worker = HandoutWorker(job, self)
        worker.made.connect(self._count)
        worker.failed.connect(self._note_trouble)
        worker.finished.connect(self._end)
        self._worker = worker
        self._slow.start()
        worker.start()

    def _may_replace(self, there: list[str]) -> bool:
        question = QMessageBox(self)
        question.setWindowTitle("Replace")
        what = f"“{there[0]}” is" if len(there) == 1 else f"{len(there)} of these files are"
        question.setText(f"{what} in the folder already.")
        replace = question.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
        back = question.addButton("Go back", QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(back)
        question.setEscapeButton(back)
        question.exec()
        pressed = question.clickedButton()
        question.deleteLater()
        return pressed is replace

    def _show_progress(self) -> None:
        self._progress.show()
        self._cancel.show()

    def _count(self, made: Made) -> None:
        self._done.append(made)
        self._progress.setValue(len(self._done))

    def _note_trouble(self, sentence: str) -> None:
        self._trouble = sentence

    def cancel(self) -> None:
        """Stop after the page that is being made."""
        if self._worker is not None:
            self._worker.requestInterruption()

    def stop(self) -> None:
        """Stop and wait until nothing is being written."""
        if self._worker is not None:
            self._worker.stop()
            self._end()

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        self._slow.stop()
        for each in (self._progress, self._cancel):
            each.hide()
        self._said.setText(self._outcome(len(worker.job.names)))
        self._open.setVisible(bool(self._done))
        self._context.say(self._said.text())
        worker.deleteLater()
        self.finished.emit()

    def _outcome(self, wanted: int) -> str:
        done = len(self._done)
        of = f" of {wanted}" if done < wanted else ""
        where = f" in “{self._folder}”" if done else ""
        parts = [f"Saved {done}{of} {_PDF[0] if done == 1 else _PDF[1]}{where}."]
        missing = sorted({sign for made in self._done for sign in made.missing})
        if missing:
            parts.append(f"The typeface lacks {' '.join(missing)}, shown as empty squares.")
        return " ".join([*([self._trouble] if self._trouble else []), *parts])

    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
