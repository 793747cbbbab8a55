"""The recent files of the start screen, read without holding up the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal


@dataclass(frozen=True, slots=True)
class Recent:
    """A recent file: its title, how it stands, when it was last changed.

    `drafts` counts the unfinished texts that are kept in a file whose program ended without closing
    it, and is None where it was closed.
    """

    path: Path
    title: str
    state: str = ""
    changed_at: datetime | None = None
    is_missing: bool = False
    drafts: int | None = None


def unread(path: Path) -> Recent:
    """Return what a file's name alone tells."""
    return Recent(path, path.stem)


class RecentReader(QThread):
    """Reads recent files one after the other."""

    # A Recent.
    found = Signal(object)

    def __init__(self, paths: Sequence[Path], parent: QObject | None = None) -> None:
        """Take the files to read; `start` begins."""
        super().__init__(parent)
        self._paths = tuple(paths)

    def run(self) -> None:
        """Read until the end, or until it is stopped."""
        from workshop.ui.start.reading import read_recent

        for path in self._paths:
            if self.isInterruptionRequested():
                return
            self.found.emit(read_recent(path))

    def stop(self) -> None:
        """Stop after the file that is being read; no file is open then."""
        self.requestInterruption()
        self.wait()
