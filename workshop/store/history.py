"""The history of a session: what was done, in a chain of hashes that nothing rewrites.

An undo or a redo is an entry of its own that points at what it undoes. Entries that belong to one
step (a spinner, a burst of edits to one field) carry the number of its first entry and are undone
together.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from workshop.domain.changes import ChangeSet
from workshop.domain.state import State
from workshop.store.rows import Image, RowError, from_image

_NO_HASH = "0" * 64
_SELECT = "SELECT seq, made_at, label, changes, step, undoes, private, hash FROM history"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry: when (UTC, ISO 8601), what, and the step that it belongs to or undoes."""

    seq: int
    made_at: str
    label: str
    changes: str
    step: int
    undoes: int | None
    private: bool
    hash: str

    def expected_hash(self, previous_hash: str) -> str:
        """Return the SHA-256 over the previous hash and everything in this entry but its hash."""
        from hashlib import sha256  # not needed to open a session

        content = (
            previous_hash, self.seq, self.made_at, self.label, self.changes,
            self.step, self.undoes, self.private,
        )  # fmt: skip
        return sha256(msgspec.json.encode(content)).hexdigest()

    def images(self) -> list[Image]:
        """Return the images of the changes; raises RowError where they are garbled."""
        try:
            return msgspec.json.decode(self.changes, type=list[Image])
        except (msgspec.MsgspecError, RecursionError) as error:
            raise RowError(f"history {self.seq} is garbled") from error

    def change_set(self, state: State) -> ChangeSet:
        """Return the changes, completed from the state right before or right after this entry.

        Raises RowError where they cannot belong to that state.
        """
        return ChangeSet(self.label, tuple(from_image(image, state) for image in self.images()))


@dataclass(frozen=True, slots=True)
class Link:
    """The end of the chain: the number and the hash that the next entry follows."""

    seq: int
    hash: str


def last_link(connection: sqlite3.Connection) -> Link:
    """Return the end of the chain of a file."""
    last = connection.execute("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return Link(*last) if last else Link(0, _NO_HASH)


def append(
    connection: sqlite3.Connection,
    change_set: ChangeSet,
    images: list[Image],
    *,
    last: Link,
    made_at: str,
    step: int | None,
    undoes: int | None,
) -> HistoryEntry:
    """Add an entry with its images to the end; a step of its own where `step` is None."""
    seq, previous_hash = last.seq + 1, last.hash
    entry = HistoryEntry(
        seq=seq,
        made_at=made_at,
        label=change_set.label,
        changes=msgspec.json.encode(images).decode(),
        step=seq if step is None else step,
        undoes=undoes,
        private=change_set.is_private,
        hash="",
    )
    entry = replace(entry, hash=entry.expected_hash(previous_hash))
    row = (
        entry.seq, entry.made_at, entry.label, entry.changes,
        entry.step, entry.undoes, entry.private, entry.hash,
    )  # fmt: skip
    connection.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return entry


def read(connection: sqlite3.Connection, *, step: int | None = None) -> Iterator[HistoryEntry]:
    """Yield the entries, oldest first: all of them, or those of one step."""
    where, values = ("", ()) if step is None else (" WHERE step = ?", (step,))
    for row in connection.execute(f"{_SELECT}{where} ORDER BY seq", values):
        seq, made_at, label, changes, entry_step, undoes, private, digest = row
        yield HistoryEntry(seq, made_at, label, changes, entry_step, undoes, bool(private), digest)


def broken_links(entries: Iterable[HistoryEntry]) -> Iterator[int]:
    """Yield the numbers of the entries whose hash or number does not follow from the one before."""
    previous_hash, expected_seq = _NO_HASH, 1
    for entry in entries:
        if entry.seq != expected_seq or entry.hash != entry.expected_hash(previous_hash):
            yield entry.seq
        previous_hash, expected_seq = entry.hash, entry.seq + 1
