"""Open a session file so that it cannot harm us, and so that no acknowledged edit is lost.

The order of the steps matters; it and the pragmas follow from measurements (see ARCHITECTURE.md).
Never open or copy a session file by other means while a connection to it is open in this process:
closing the second handle would drop the locks of the first (POSIX).
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from workshop.files import os_error_sentence, shown
from workshop.store.errors import (
    ExistsError,
    NewerError,
    NotASessionError,
    StoreError,
    damaged,
    missing,
    not_a_session,
)
from workshop.store.schema import (
    APPLICATION_ID,
    MIN_SQLITE,
    SCHEMA_VERSION,
    unexpected_entries,
)

# How long to wait for another program to let go of a file, in seconds.
LOCK_WAIT = 0.5


def create_empty(path: Path) -> None:
    """Create an empty file that only this user may read; raises ExistsError where there is one."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    try:
        os.close(os.open(path, flags, 0o600))
    except FileExistsError as error:
        raise ExistsError(
            f"{shown(path)} is there already: choose another name or open it."
        ) from error
    except OSError as error:
        raise StoreError(os_error_sentence(error, path)) from error


def connect(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """Connect to a file that exists; `mode` is that of an SQLite URI: rw or ro.

    Raises MissingError or NotASessionError where there is no such file, and errors of SQLite.
    """
    if sqlite3.sqlite_version_info < MIN_SQLITE:
        needed = ".".join(map(str, MIN_SQLITE))
        raise StoreError(
            f"Gather needs SQLite {needed} or later, not {sqlite3.sqlite_version}: update Python."
        )
    if path.is_dir():
        raise NotASessionError(f"{shown(path)} is a folder: choose a .gather file.")
    if not path.exists():
        raise missing(path)
    if not path.is_file():
        raise not_a_session(path)
    connection = sqlite3.connect(
        f"{_uri(path)}?mode={mode}", uri=True, isolation_level=None, timeout=LOCK_WAIT
    )
    # Tables of a hostile file may not call functions, and damaged pages are noticed when read.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    return connection


def _uri(path: Path) -> str:
    """Return the file URI of a path; a Windows share keeps its slashes behind the empty host."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name))}"


def require_session(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of a sound session file.

    Raises NotASessionError, NewerError or DamagedError, and errors of SQLite.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise not_a_session(path)
    findings = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if findings != ["ok"]:
        raise damaged(path, "some of its pages do not fit together")
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise NewerError(
            f"{shown(path)} was made by a newer version of Gather: open it with that version."
        )
    if version < 1:
        raise damaged(path, "it was never finished")
    strangers = unexpected_entries(connection, version)
    if strangers:
        raise damaged(path, f"its tables are not those of a session: {', '.join(strangers[:3])}")
    return version


def make_durable(connection: sqlite3.Connection) -> None:
    """Set what keeps every acknowledged edit through a power cut, and leaves no deleted text."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def lock(connection: sqlite3.Connection, version: int) -> None:
    """Take the exclusive lock and keep it, and see that the file can be written.

    Raises an SQLite error where another program has it, or the file or its folder is read-only.
    """
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute(f"PRAGMA user_version = {version}")  # a write that changes nothing
    connection.execute("ROLLBACK")
