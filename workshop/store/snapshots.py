"""Copies of a session in the user's own folder, for the day its disk or stick fails.

They live apart from the session file, by session id, readable by this user alone.
"""

import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop.files import sync_folder
from workshop.places import data_folder, make_private
from workshop.store.connection import create_empty
from workshop.store.errors import DamagedError, as_store_errors, damaged

KEPT = 5

_STAMP = "%Y%m%dT%H%M%S%fZ"
_SESSION_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a session as it was at a time (UTC)."""

    path: Path
    made_at: datetime


def take(connection: sqlite3.Connection, session_id: str, now: datetime) -> Snapshot:
    """Copy an open session, check the copy, and put it in place of the oldest one.

    Raises StoreError where the copy cannot be made; earlier ones are then untouched.
    """
    from secrets import token_hex  # not needed to open a session

    folder = _folder(session_id)
    target = folder / f"{now.astimezone(UTC).strftime(_STAMP)}.gather"
    unfinished = folder / f".{token_hex(8)}.part"
    with as_store_errors(target):
        make_private(folder)
        try:
            create_empty(unfinished)
            copy_into(connection, unfinished)
            unfinished.replace(target)
            sync_folder(folder)
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
    for old in all_of(session_id)[KEPT:]:
        with suppress(OSError):
            old.path.unlink()
    return Snapshot(target, now)


def copy_into(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a session into an empty file, and see that the copy is sound and on the disk."""
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        connection.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(target, "the copy is not what was copied")
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def all_of(session_id: str) -> list[Snapshot]:
    """Return the snapshots of a session, newest first."""
    found = []
    for path in _folder(session_id).glob("*.gather"):
        with suppress(ValueError):
            made_at = datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
            found.append(Snapshot(path, made_at))
    return sorted(found, key=lambda snapshot: snapshot.made_at, reverse=True)


def latest(session_id: str) -> Snapshot | None:
    """Return the newest snapshot of a session, or None."""
    return next(iter(all_of(session_id)), None)


def _folder(session_id: str) -> Path:
    # An id comes from a file that may be hostile: it may not lead out of the folder.
    if not _SESSION_ID.fullmatch(session_id):
        raise DamagedError("The session has no proper id, so no copy of it can be kept.")
    return data_folder() / "snapshots" / session_id
