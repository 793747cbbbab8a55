"""One open session file: its state, its changes with their history, its drafts and stage."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from workshop.domain.changes import Change, ChangeSet
from workshop.domain.records import RECORD_TYPE_OF_TABLE, Record, SessionFacts
from workshop.domain.stage import Stage
from workshop.domain.state import State
from workshop.files import shown
from workshop.store import history, rows, snapshots
from workshop.store.connection import (
    connect,
    create_empty,
    lock,
    make_durable,
    require_session,
)
from workshop.store.errors import LockedError, MissingError, as_store_errors, damaged, locked
from workshop.store.holder import forget_holder, note_holder, read_holder
from workshop.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrate
from workshop.store.steady_lock import hold, let_go, require_free


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an editor that was open, and when it was last kept (UTC, ISO 8601)."""

    editor: str
    text: str
    saved_at: str


class SessionFile:
    """A session file that is open, for this process alone unless it is only read."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: int | None, *, read_only: bool
    ) -> None:
        """Take over a connection that has been guarded, and its lock; use `create` or `open`."""
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = lock
        self._identity = _identity(path)
        # Nobody else adds to the history while this process holds the file.
        self._last: history.Link | None = None

    @classmethod
    def create(cls, path: Path, first: ChangeSet, *, now: datetime) -> "SessionFile":
        """Create a file whose first entry is the given one, which is never undone.

        Raises StoreError where the file is there already or cannot be written; none is left then.
        """
        create_empty(path)
        try:
            with _locked(path) as held, _connected(path) as connection, as_store_errors(path):
                make_durable(connection)
                lock(connection, 0)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(connection)
                file = cls(path, connection, held, read_only=False)
                state = State().apply(first.changes)
                file.write(first, state.next_ids, now=now)
                file.set_stage(Stage())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        note_holder(path, _local_time(now), state.facts.session_id)
        return file

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, now: datetime) -> "SessionFile":
        """Open a session file, migrated to the newest version unless it is only read.

        Raises StoreError: missing, not a session, newer, damaged, locked, read-only.
        """
        try:
            with as_store_errors(path):
                if read_only:
                    return cls._open_to_read(path)
                file = cls._open_to_write(path, now)
        except LockedError as error:
            holder = read_holder(path)
            raise (locked(path, str(holder)) if holder else error) from error
        note_holder(path, _local_time(now), file.session_id())
        return file

    @classmethod
    def _open_to_read(cls, path: Path) -> "SessionFile":
        # A crash may have left a journal, which a connection that cannot write cannot roll back.
        require_free(path)
        mode = "rw" if os.access(path, os.W_OK) else "ro"
        with _connected(path, mode) as connection:
            version = require_session(connection, path)
            is_old = version < SCHEMA_VERSION
            read = _migrated_copy(connection) if is_old else connection
            return cls(path, read, None, read_only=True)

    @classmethod
    def _open_to_write(cls, path: Path, now: datetime) -> "SessionFile":
        with _locked(path) as held, _connected(path) as connection:
            version = require_session(connection, path)
            make_durable(connection)
            lock(connection, version)
            file = cls(path, connection, held, read_only=False)
            if version < SCHEMA_VERSION:
                file.take_snapshot(now=now)
                migrate(connection)
            return file

    def session_id(self) -> str:
        """Return the id of the session, blank where the file has lost it."""
        with as_store_errors(self.path):
            row = self._connection.execute("SELECT session_id FROM session_facts").fetchone()
        return str(row[0]) if row else ""

    def load(self) -> State:
        """Read the state; raises DamagedError where a row is no record."""
        with self.reading():
            try:
                state = State.of(rows.read_all(self._connection), self._read_counters())
            except rows.RowError as error:
                raise damaged(self.path, str(error)) from error
        if len(state.table(SessionFacts)) != 1:
            raise damaged(self.path, "the facts of the session are missing")
        return state

    def write(
        self,
        change_set: ChangeSet,
        next_ids: Mapping[type[Record], int],
        *,
        now: datetime,
        step: int | None = None,
        undoes: int | None = None,
    ) -> history.HistoryEntry:
        """Write changes and their history entry in one transaction, durable on return.

        Raises StoreError where they cannot be written; the file is then as it was.
        """
        images = [rows.to_image(change) for change in change_set.changes]
        with self._writing():
            rows.write(self._connection, images)
            self._write_counters(change_set.changes, next_ids)
            entry = history.append(
                self._connection,
                change_set,
                images,
                last=self._last or history.last_link(self._connection),
                made_at=now.astimezone(UTC).isoformat(timespec="milliseconds"),
                step=step,
                undoes=undoes,
            )
        self._last = history.Link(entry.seq, entry.hash)
        return entry

    def history(self, *, step: int | None = None) -> list[history.HistoryEntry]:
        """Return the entries, oldest first: all of them, or those of one step."""
        with as_store_errors(self.path):
            return list(history.read(self._connection, step=step))

    def stage(self) -> Stage:
        """Return what the wall shows; the welcome where the row makes no sense."""
        names = [item.name for item in fields(Stage)]
        with as_store_errors(self.path):
            row = self._connection.execute(f"SELECT {', '.join(names)} FROM stage").fetchone()
        try:
            return msgspec.convert(dict(zip(names, row or (), strict=True)), Stage, strict=False)
        except (msgspec.ValidationError, ValueError):
            return Stage()

    def set_stage(self, stage: Stage) -> None:
        """Keep what the wall shows."""
        with self._writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO stage VALUES (1, ?, ?, ?, ?, ?, ?, ?)", astuple(stage)
            )

    def drafts(self) -> list[Draft]:
        """Return the texts of editors that were open, newest first."""
        with as_store_errors(self.path):
            found = self._connection.execute(
                "SELECT editor, text, saved_at FROM draft ORDER BY saved_at DESC"
            )
            return [Draft(*row) for row in found]

    def keep_draft(self, editor: str, text: str, *, now: datetime) -> None:
        """Keep the text of an open editor in place of its earlier one."""
        saved_at = now.astimezone(UTC).isoformat(timespec="milliseconds")
        with self._writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (editor, text, saved_at)
            )

    def drop_draft(self, editor: str) -> None:
        """Forget the text of an editor that was closed."""
        with self._writing():
            self._connection.execute("DELETE FROM draft WHERE editor = ?", (editor,))

    def take_snapshot(self, *, now: datetime) -> snapshots.Snapshot:
        """Copy the session into the user's own folder; raises StoreError where that fails."""
        return snapshots.take(self._connection, self.session_id(), now)

    def copy_to(self, path: Path) -> None:
        """Copy the session, history and all, into a new file.

        Raises StoreError where the file is there already or cannot be written; none is left then.
        """
        create_empty(path)
        try:
            with as_store_errors(path):
                snapshots.copy_into(self._connection, path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def find_faults(self) -> Iterator[str]:
        """Yield what SQLite finds wrong with pages, tables and references."""
        with as_store_errors(self.path):
            for (finding,) in self._connection.execute("PRAGMA integrity_check"):
                if finding != "ok":
                    yield f"file: {finding}"
            for table, row, target, _ in self._connection.execute("PRAGMA foreign_key_check"):
                yield f"{table} {row}: refers to a {target} that is not there"

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        let_go(self._lock)
        self._lock = None
        if not self.read_only:
            forget_holder(self.path)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep what is read as it was at the first look, whoever writes meanwhile."""
        with as_store_errors(self.path), self._transaction("DEFERRED"):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._require_in_place()
        with as_store_errors(self.path), self._transaction("IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[None]:
        if self._connection.in_transaction:  # a part of a longer look
            yield
            return
        self._connection.execute(f"BEGIN {kind}")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._take_back()
            raise

    def _take_back(self) -> None:
        """Leave the file as it was before the transaction.

        On a full disk SQLite ends the transaction by itself, but leaves pages half written until
        the next look at the file plays its journal back: so look.
        """
        for statement in ("ROLLBACK", "SELECT count(*) FROM sqlite_schema"):
            with suppress(sqlite3.Error):
                self._connection.execute(statement).fetchone()

    def _require_in_place(self) -> None:
        """Refuse to write into a file that was removed or replaced behind our back."""
        if _identity(self.path) != self._identity:
            raise MissingError(
                f"{shown(self.path)} is no longer where it was: "
                "bring its disk back or save a copy elsewhere."
            )

    def _read_counters(self) -> dict[type[Record], int]:
        found = self._connection.execute("SELECT table_name, next_id FROM id_counter")
        counters = {
            RECORD_TYPE_OF_TABLE[name]: n for name, n in found if name in RECORD_TYPE_OF_TABLE
        }
        if any(not 1 <= next_id <= rows.HIGHEST_ID for next_id in counters.values()):
            raise rows.RowError("id_counter: a number that no session reaches")
        return counters

    def _write_counters(
        self, changes: tuple[Change, ...], next_ids: Mapping[type[Record], int]
    ) -> None:
        for kind in {change.kind for change in changes if change.before is None}:
            self._connection.execute(
                "INSERT OR REPLACE INTO id_counter VALUES (?, ?)", (kind.TABLE, next_ids[kind])
            )


@contextmanager
def _locked(path: Path) -> Iterator[int | None]:
    """Hold a file, and let it go only where it cannot be opened."""
    lock = hold(path)
    try:
        yield lock
    except BaseException:
        let_go(lock)
        raise


@contextmanager
def _connected(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """Connect to a file, and close it only where it is no session that can be opened."""
    connection = connect(path, mode=mode)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _migrated_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return an older file's content in memory in the newest version; the file stays as it is."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    connection.close()
    migrate(copy)
    return copy


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _local_time(now: datetime) -> str:
    return now.astimezone().strftime("%Y-%m-%d %H:%M")
