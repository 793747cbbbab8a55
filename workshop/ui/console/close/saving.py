"""Save handouts into a folder: names, one question before replacing, progress, the outcome."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from workshop.domain.private import PrivateView
from workshop.domain.records import SessionFacts
from workshop.domain.text import counted
from workshop.handouts import Marking, MarkingError, MarkingProfile, Options
from workshop.ui.console.close.handouts import FOR_EVERYONE, NOT_FOR_THE_ROOM
from workshop.ui.console.close.outcome import Outcome
from workshop.ui.console.close.worker import HandoutWorker, Job, Made
from workshop.ui.context import Context
from workshop.ui.dialogs.files import documents, file_name

_PDF = ("PDF", "PDFs")


def pdf_name(facts: SessionFacts, name: str, profile: MarkingProfile | None = None) -> str:
    """Return the name of a handout's file: day, session, handout, marking.

    Raises MarkingError where the session lacks what the profile of its marking shows.
    """
    day = facts.date.isoformat() if facts.date else ""
    title = file_name(facts.title) or "Session"
    marking = file_name(Marking.of(facts, profile).banner)
    start = f"{day} {title}".strip()
    handout = {**FOR_EVERYONE, **NOT_FOR_THE_ROOM}[name]
    return " - ".join(filter(None, (start, handout, marking))) + ".pdf"


class PdfSaver(QObject):
    """Writes the pages beside the window and tells where they went."""

    finished = Signal()

    def __init__(self, context: Context, outcome: Outcome, window: QWidget) -> None:
        """Tell of it in a strip; ask what is asked over a window."""
        super().__init__(window)
        self._context = context
        self._outcome = outcome
        self._window = window
        self._worker: HandoutWorker | None = None
        self._folder: Path | None = None
        self._done: list[Made] = []
        self._trouble = ""
        outcome.cancel_asked.connect(self.cancel)
        outcome.open_asked.connect(self.open_folder)

    @property
    def is_working(self) -> bool:
        """Whether pages are being made."""
        return self._worker is not None

    def ask_and_save(self, names: tuple[str, ...], options: Options) -> None:
        """Ask for a folder and save the handouts there."""
        from workshop.ui.dialogs.files import ask_folder

        start = self._folder or self._context.bridge.path.parent
        where = start if start.is_dir() else documents()
        is_apart = any(name in NOT_FOR_THE_ROOM for name in names)
        asked = "Save what is not for the room into" if is_apart else "Save the PDFs into"
        folder = ask_folder(self._window, asked, where)
        if folder is not None:
            self.save(names, options, folder)

    def save(self, names: tuple[str, ...], options: Options, folder: Path) -> None:
        """Save handouts into a folder; ask once before files are replaced."""
        view = self._context.bridge.view
        try:
            files = tuple(pdf_name(view.facts, name, options.marking) for name in names)
        except MarkingError as error:
            self._outcome.end(str(error))
            self._outcome.show()
            return
        there = [file for file in files if (folder / file).exists()]
        if self.is_working or (there and not self._may_replace(there)):
            return
        private = PrivateView.of(self._context.bridge.state)
        job = Job(view, names, options, folder, files, replace=bool(there), private=private)
        self._folder, self._done, self._trouble = folder, [], ""
        self._outcome.begin(f"Making {counted(len(names), _PDF)}…", len(names))
        worker = HandoutWorker(job, self)
        worker.made.connect(self._count)
        worker.failed.connect(self._note_trouble)
        worker.finished.connect(self._end)
        self._worker = worker
        worker.start()

    def _may_replace(self, there: list[str]) -> bool:
        question = QMessageBox(self._window)
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

    def _count(self, made: Made) -> None:
        self._done.append(made)
        self._outcome.advance(len(self._done))

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
        self._outcome.end(self._sentence(len(worker.job.names)), can_open=bool(self._done))
        worker.deleteLater()
        self.finished.emit()

    def _sentence(self, wanted: int) -> str:
        done = len(self._done)
        of = f" of {wanted}" if done < wanted else ""
        where = f" in “{self._folder}”" if done else ""
        saved = f"Saved {done}{of} {_PDF[0] if done == 1 else _PDF[1]}{where}."
        return f"{self._trouble} {saved}".strip()

    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        if self._folder is None:
            self._context.say("No PDF is saved yet: press Ctrl+S.")
        elif not self._folder.is_dir():
            self._context.say(f"The folder “{self._folder}” is not there now.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._context.say(f"No program here shows folders: look in “{self._folder}”.")
