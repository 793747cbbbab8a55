"""Make handouts beside the window, from a snapshot of the session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QThread, Signal

from workshop.domain.errors import GatherError
from workshop.domain.private import PrivateView
from workshop.domain.public import PublicView
from workshop.handouts import Options, render


@dataclass(frozen=True, slots=True)
class Job:
    """Handouts to make from one view; `folder` is None where they are only shown.

    `files` are their names in the folder. `private` is for those that are not for the room.
    """

    view: PublicView
    names: tuple[str, ...]
    options: Options
    folder: Path | None = None
    files: tuple[str, ...] = ()
    replace: bool = False
    private: PrivateView | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """One handout that was made; its bytes where it is only shown."""

    name: str
    pages: int
    missing: tuple[str, ...]
    data: bytes = b""


class HandoutWorker(QThread):
    """Makes the handouts of one job; each is whole or not there."""

    # A Made.
    made = Signal(object)
    # Why it ended early, as a sentence.
    failed = Signal(str)

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        """Take a job; `start` begins."""
        super().__init__(parent)
        self.job = job

    def run(self) -> None:
        """Make them one after the other, until the end or until it is stopped."""
        try:
            if self.job.folder is None:
                with TemporaryDirectory(prefix="gather-") as folder:
                    self._make(Path(folder), [f"{name}.pdf" for name in self.job.names])
            else:
                self._make(self.job.folder, self.job.files)
        except GatherError as error:
            self.failed.emit(str(error))
        except OSError as error:
            self.failed.emit(f"There is no room to make the pages: {error.strerror}.")

    def _make(self, folder: Path, files: Sequence[str]) -> None:
        job, now = self.job, datetime.now().astimezone()
        for name, file in zip(job.names, files, strict=True):
            if self.isInterruptionRequested():
                return
            path = folder / file
            report = render(
                job.view,
                name,
                path,
                made=now,
                options=job.options,
                replace=job.replace,
                private=job.private,
            )
            data = b"" if job.folder else self._take(path)
            self.made.emit(Made(name, report.pages, report.missing, data))

    def _take(self, path: Path) -> bytes:
        """Return what is in a file that nobody else is to see, and remove it at once."""
        data = path.read_bytes()
        path.unlink()
        return data

    def stop(self) -> None:
        """Stop after the handout that is being made."""
        self.requestInterruption()
        self.wait()
