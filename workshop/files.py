"""Read and write whole files so that nothing half is left, and say in one sentence what is wrong.

The session file has its own rules (see `store`); everything else that comes in or goes out, text,
tables and handouts, passes here.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from workshop.domain.errors import GatherError
from workshop.domain.text import clean, one_line

_BINARY = getattr(os, "O_BINARY", 0)  # Windows translates line ends without it

_FULL = "The disk is full, so {name} was not written: free some space or choose another place."
_FORBIDDEN = "You may not {verb} {name}: ask for permission or choose another place."
_NOT_FOUND = {
    True: "There is no file {name}: check the name and where it is.",
    False: "There is no folder for {name}: check the name or make the folder.",
}
_SILENT = "The disk of {name} does not answer: check that it is connected and try again."
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: "The place of {name} is read-only: choose another place.",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EISDIR: "{name} is a folder: give the name of a file.",
    errno.EEXIST: "{name} is there already and in the way: choose another name or place.",
    errno.ENAMETOOLONG: "The name {name} is too long for this disk: choose a shorter one.",
    errno.EFBIG: "The disk takes no file as large as {name} would be: choose another place.",
    errno.EIO: _SILENT,
    errno.ENODEV: _SILENT,
    errno.ENXIO: _SILENT,
    errno.ESTALE: _SILENT,
    errno.ENOTCONN: _SILENT,
    errno.ETIMEDOUT: _SILENT,
}
_OTHER = "{name} could not be {done} ({reason}): check it or choose another place."


class FileError(GatherError):
    """A file that cannot be read or written."""


class WouldOverwriteError(FileError):
    """A file that is there already, and may not be replaced."""


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path in quotation marks, safe to print whatever bytes it holds."""
    return f"“{one_line(clean(os.fspath(path)))}”"


def os_error_sentence(
    error: OSError, path: str | os.PathLike[str], *, reading: bool = False
) -> str:
    """Return one sentence that says what is wrong with a file and what to do about it."""
    is_missing = error.errno in {errno.ENOENT, errno.ENOTDIR}
    sentence = _NOT_FOUND[reading] if is_missing else _SENTENCES.get(error.errno or 0, _OTHER)
    return sentence.format(
        name=shown(path),
        verb="read" if reading else "write",
        done="read" if reading else "written",
        reason=one_line(clean(error.strerror or "the system gave no reason")),
    )


def require_reachable(path: Path) -> os.stat_result:
    """Return the details of what a path names; raises FileError where none can be had."""
    try:
        return path.stat()
    except OSError as error:
        raise FileError(os_error_sentence(error, path, reading=True)) from error


def require_file(path: Path) -> None:
    """Raise FileError where a path names no file that can be read, saying what is wrong."""
    mode = require_reachable(path).st_mode
    if stat.S_ISDIR(mode):
        raise FileError(f"{shown(path)} is a folder: give the name of a file.")
    if not stat.S_ISREG(mode):
        raise FileError(f"{shown(path)} is not a file: give the name of a file.")
    try:
        path.open("rb").close()
    except OSError as error:
        raise FileError(os_error_sentence(error, path, reading=True)) from error


def read_file(path: Path, *, limit: int) -> bytes:
    """Return the bytes of a file.

    Raises FileError where there is no such file, it may not be read, or it has over `limit` bytes.
    """
    try:
        # Without O_NONBLOCK the opening of a named pipe waits for a writer that may never come.
        number = os.open(path, os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(number, "rb") as file:
            details = os.fstat(number)
            if not stat.S_ISREG(details.st_mode):
                raise FileError(f"{shown(path)} is not a file: give the name of a file.")
            if details.st_size > limit:
                most = f"{limit // 1_000_000:,} MB"
                raise FileError(f"{shown(path)} is larger than {most}: split it into parts.")
            return file.read()
    except OSError as error:
        # Windows answers "permission denied" for a folder.
        told = IsADirectoryError(errno.EISDIR, "") if os.path.isdir(path) else error  # noqa: PTH112  # never fails
        raise FileError(os_error_sentence(told, path, reading=True)) from error


def write_atomically(path: Path, write: Callable[[BinaryIO], None], *, replace: bool) -> None:
    """Write a file under another name and put it in place when it is whole and on the disk.

    Raises WouldOverwriteError where the file is there and `replace` is false, and FileError where
    it cannot be written; what was there before is then untouched.
    """
    from secrets import token_hex  # not needed to open a session

    require_writable(path, replace=replace)
    unfinished = path.with_name(f".gather-{token_hex(8)}.part")
    try:
        _write_durably(unfinished, write)
        require_writable(path, replace=replace)  # another program may have been quicker
        unfinished.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise FileError(os_error_sentence(error, path)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def require_writable(path: Path, *, replace: bool) -> None:
    """Refuse what can be told before any work is done.

    Raises WouldOverwriteError where the file is there and `replace` is false, and FileError where
    the path is not one of a file.
    """
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        if error.errno != errno.ENOENT or not path.parent.is_dir():
            raise FileError(os_error_sentence(error, path)) from error
        return
    if stat.S_ISDIR(mode):
        raise FileError(f"{shown(path)} is a folder: give the name of a file.")
    if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
        raise FileError(f"{shown(path)} is not a file that can be replaced: choose another name.")
    if not replace:
        raise WouldOverwriteError(
            f"{shown(path)} is there already: choose another name, or add --force to replace it."
        )


def _write_durably(path: Path, write: Callable[[BinaryIO], None]) -> None:
    # The mode is what any program asks for: the user's own mask decides who else may read it.
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    with os.fdopen(number, "wb") as file:
        write(file)
        file.flush()
        os.fsync(number)


def sync_folder(folder: Path) -> None:
    """Make the new name durable too, where the system has a way to."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
