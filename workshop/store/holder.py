"""A small file beside an open session that says who has it open.

SQLite's own lock keeps a second writer out; this file only lets the refusal name the first one and
the session, so that its latest snapshot can be offered. A stale one does no harm.
"""

import getpass
import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from workshop.domain.text import clean, one_line, shorten
from workshop.files import FileError, read_file

_LONGEST = 10_000  # bytes


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a session open: user and computer, since when (local time), and which session."""

    user: str
    computer: str
    since: str
    session_id: str

    def __str__(self) -> str:
        """Return the holder as a refusal names it; what the file says is not trusted."""
        user, computer, since = (
            shorten(one_line(clean(text)), 40) for text in (self.user, self.computer, self.since)
        )
        return f"by {user} on {computer} since {since}"


def holder_path(path: Path) -> Path:
    """Return where the holder of a session file is noted."""
    return path.with_name(f".{path.name}.lock")


def note_holder(path: Path, since: str, session_id: str) -> None:
    """Note that this user has a session open; a folder that takes no such note is no obstacle."""
    target = holder_path(path)
    with suppress(OSError):
        target.unlink(missing_ok=True)
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(target, flags, 0o600), "wb") as file:
            file.write(msgspec.json.encode(Holder(_user(), platform.node(), since, session_id)))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without a name
        return "somebody"


def read_holder(path: Path) -> Holder | None:
    """Return who has a session open, or None where that is not known."""
    try:
        content = read_file(holder_path(path), limit=_LONGEST)
        return msgspec.json.decode(content, type=Holder)
    except (FileError, msgspec.MsgspecError, RecursionError):
        return None


def forget_holder(path: Path) -> None:
    """Remove the note."""
    with suppress(OSError):
        holder_path(path).unlink(missing_ok=True)
