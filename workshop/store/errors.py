"""What can go wrong with a session file, each told in one sentence with what to do about it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.domain.errors import GatherError
from workshop.files import os_error_sentence, shown


class StoreError(GatherError):
    """A session file that cannot be used as asked."""


class MissingError(StoreError):
    """There is no such file."""


class ExistsError(StoreError):
    """A file is there already."""


class NotASessionError(StoreError):
    """The file is something else."""


class NewerError(StoreError):
    """The file was written by a later version."""


class LockedError(StoreError):
    """The file is open elsewhere."""


class ReadOnlyError(StoreError):
    """The file or its folder cannot be written."""


class DiskFullError(StoreError):
    """The disk has no room left."""


class DiskFailedError(StoreError):
    """The disk did not read or write."""


class DamagedError(StoreError):
    """The file is not sound."""


def missing(path: Path) -> MissingError:
    """Return the error for a file that is not there."""
    return MissingError(f"There is no file {shown(path)}: check the name and where it is.")


def damaged(path: Path, what: str) -> DamagedError:
    """Return the error for a file with a fault, naming the fault."""
    return DamagedError(
        f"{shown(path)} is damaged ({what}): "
        "“gather salvage” saves what can be read into a new file and leaves this one as it is."
    )


def not_a_session(path: Path) -> NotASessionError:
    """Return the error for a file that is something else."""
    return NotASessionError(f"{shown(path)} is not a Gather session: choose a .gather file.")


def locked(path: Path, holder: str = "") -> LockedError:
    """Return the error for a file that is open elsewhere, naming who has it if that is known."""
    where = f"is open elsewhere ({holder})" if holder else "is open elsewhere"
    return LockedError(f"{shown(path)} {where}: close it there first.")


def read_only(path: Path) -> ReadOnlyError:
    """Return the error for a file that cannot be changed where it is."""
    return ReadOnlyError(
        f"{shown(path)} cannot be changed where it is: copy it to a folder that you can write to."
    )


@contextmanager
def as_store_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the system into those of this module.

    A row that breaks a constraint is a fault of ours and stays an sqlite3.IntegrityError.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise _from_sqlite(error, path) from error
    except UnicodeDecodeError as error:  # how Python tells that SQLite gave bytes that are no text
        raise damaged(path, "some of its text cannot be read") from error
    except OSError as error:
        raise DiskFailedError(os_error_sentence(error, path)) from error


def _from_sqlite(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of the bits tell details
    return _OF_SQLITE.get(code, _unlawful)(path)


def _full(path: Path) -> StoreError:
    return DiskFullError(
        f"The disk is full, so nothing was saved to {shown(path)}: "
        "free some space or save a copy elsewhere."
    )


def _cannot_open(path: Path) -> StoreError:
    return ReadOnlyError(
        f"{shown(path)} or its folder cannot be opened: check that you may use it."
    )


def _unreadable(path: Path) -> StoreError:
    return damaged(path, "some of its pages cannot be read")


def _disk_failed(path: Path) -> StoreError:
    return DiskFailedError(
        f"The disk failed on {shown(path)}: check its connection or save a copy elsewhere."
    )


def _unlawful(path: Path) -> StoreError:
    return damaged(path, "its content breaks the rules of a session")


_OF_SQLITE: dict[int, Callable[[Path], StoreError]] = {
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CANTOPEN: _cannot_open,
    sqlite3.SQLITE_NOTADB: not_a_session,
    sqlite3.SQLITE_CORRUPT: _unreadable,
    sqlite3.SQLITE_IOERR: _disk_failed,
}
