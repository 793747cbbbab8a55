"""A lock on a session file that stays where SQLite's own is lost.

A process that closes any handle of a file drops its POSIX locks on it (fcntl(2)), and SQLite's are
such: a file dialog that looks into the session to name its type is enough, or an import of the
session itself. A lock of an open file description goes with that alone. Only Linux has them; on
Windows locks belong to handles anyway, and on macOS the dialog is another process.
"""

import errno
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from workshop.store.errors import locked

if sys.platform == "linux":
    from fcntl import F_OFD_SETLK, F_RDLCK, F_WRLCK, fcntl

_FLOCK = "@hhqqi4x"  # struct flock: type, whence, start, length, process (0)
_FAR_OFF = 1 << 62  # SQLite locks bytes from 1 GiB on


def hold(path: Path) -> int | None:
    """Lock a file for this process alone and return the handle, None where that cannot be had.

    Raises LockedError where another has the file open to write.
    """
    return _take(path, os.O_RDWR)


def require_free(path: Path) -> None:
    """Raise LockedError where another has a file open to write."""
    let_go(_take(path, os.O_RDONLY))


def let_go(handle: int | None) -> None:
    """Let go of a lock; SQLite has to be done with the file by then."""
    if handle is not None:
        os.close(handle)


def _take(path: Path, mode: int) -> int | None:
    if sys.platform != "linux":
        return None
    with suppress(OSError):  # SQLite says what is wrong with the file
        handle = os.open(path, mode | os.O_NONBLOCK | os.O_CLOEXEC)
        kind = F_WRLCK if mode == os.O_RDWR else F_RDLCK
        try:
            fcntl(handle, F_OFD_SETLK, struct.pack(_FLOCK, kind, os.SEEK_SET, _FAR_OFF, 1, 0))
        except OSError as error:  # a disk may have no locks at all
            os.close(handle)
            if error.errno in {errno.EACCES, errno.EAGAIN}:
                raise locked(path) from error
        else:
            return handle
    return None
