"""Ask for a file or a folder. Everything is answered on this computer."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop.domain.text import clean, one_line

PICTURES = "Pictures (*.png)"
SESSIONS = "Sessions (*.gather)"
TABLES = "Lists and tables (*.csv *.tsv *.txt *.json);;All files (*)"

# On Linux the desktop's own dialog may come from another program; Qt's is the same everywhere.
_OPTIONS = (
    QFileDialog.Option.DontUseNativeDialog if sys.platform == "linux" else QFileDialog.Option(0)
)
_UNFIT = set('<>:"/\\|?*')
_LONGEST = 80


def ask_session(parent: QWidget, folder: Path) -> Path | None:
    """Ask which session to open."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "Open a session", str(folder), SESSIONS, "", _OPTIONS
    )
    return Path(name) if name else None


def ask_new_file(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask where to keep a session; the name ends in .gather."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        title,
        str(suggested),
        SESSIONS,
        "",
        # A session is never written over: the store refuses a name that is taken.
        _OPTIONS | QFileDialog.Option.DontConfirmOverwrite,
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ".gather" else path.with_name(f"{path.name}.gather")


def ask_picture(parent: QWidget, suggested: Path) -> Path | None:
    """Ask where to save a picture, and whether to replace one; the name ends in .png."""
    dialog = QFileDialog(parent, "Save this picture", str(suggested.parent), PICTURES)
    dialog.setOptions(_OPTIONS)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("png")  # so that it asks about the file which is really replaced
    dialog.selectFile(suggested.name)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    path = Path(dialog.selectedFiles()[0])
    return path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")


def ask_table(parent: QWidget, folder: Path) -> Path | None:
    """Ask which file of activities to import."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "Import cards from a file", str(folder), TABLES, "", _OPTIONS
    )
    return Path(name) if name else None


def ask_source(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a text or a table to import."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), TABLES, "", _OPTIONS)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(
        parent, title, str(folder), _OPTIONS | QFileDialog.Option.ShowDirsOnly
    )
    return Path(name) if name else None


def documents() -> Path:
    """Return the folder in which a user keeps documents."""
    name = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(name) if name else Path.home()
    return folder if folder.is_dir() else Path.home()


def file_name(text: str) -> str:
    """Return a text as a part of a file name that every system takes."""
    safe = "".join(" " if each in _UNFIT else each for each in clean(text))
    return one_line(safe)[:_LONGEST].strip(" .")


def untaken(path: Path) -> Path:
    """Return a path, with a number where it is taken."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return found
