"""Save what can be read of a damaged session file into a new one."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from workshop.domain.changes import Change, ChangeSet
from workshop.domain.edits import Edits
from workshop.domain.enums import Bucket
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    Activity,
    Excuse,
    OnDelete,
    Process,
    Record,
    Reference,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.domain.text import clean, shorten
from workshop.files import shown
from workshop.store import rows
from workshop.store.connection import connect
from workshop.store.errors import StoreError, as_store_errors, missing
from workshop.store.schema import wordings
from workshop.store.session_file import SessionFile

Key = tuple[type[Record], int]

# Whatever a counter claims, no more row numbers are searched than a file of this size could have
# used, the deleted ones included.
_ROWS_A_PAGE = 1000
_FEWEST_ROWS = 100_000

# SQLite tells of bytes that are no text by a Unicode error of Python's.
_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """How many rows of each table were saved, and how many were seen but could not be."""

    recovered: dict[str, int]
    lost: dict[str, int]


def salvage(path: Path, new: Path, *, now: datetime) -> SalvageReport:
    """Write what can be read of a damaged file into a new file; the damaged one is not touched.

    Raises StoreError where nothing at all can be read, or the new file cannot be written.
    """
    records: list[Record] = []
    lost: dict[str, int] = {}
    with _opened_copy(path) as connection:
        for kind in RECORD_TYPES:
            found, lost[kind.TABLE] = _read_around_damage(connection, kind)
            records += found
    if not records:
        raise StoreError(
            f"Nothing in {shown(path)} can be read: open the latest safety copy of the session."
        )
    state = _fitted(records)
    changes = tuple(
        Change(None, record) for table in state.tables.values() for record in table.values()
    )
    label = f"Salvaged from “{shorten(clean(path.name))}”"
    SessionFile.create(new, ChangeSet(label, changes), now=now).close()
    recovered = {kind.TABLE: len(state.table(kind)) for kind in RECORD_TYPES}
    return SalvageReport(recovered, lost)


@contextmanager
def _opened_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a copy, so that a journal left by a crash is rolled back there and not in the file."""
    with as_store_errors(path), TemporaryDirectory(prefix="gather-") as folder:
        copy = Path(folder, "damaged.gather")
        for suffix in ("", "-journal"):
            source = path.with_name(path.name + suffix)
            if source.is_file():
                copyfile(source, copy.with_name(copy.name + suffix))
        if not copy.exists():
            raise missing(path)
        _mend_schema(copy)
        with closing(connect(copy)) as connection:
            yield connection


def _mend_schema(copy: Path) -> None:
    """Give our tables their own wording again, and drop what is not ours.

    A flipped bit in the wording of one table would else hide all of them, and a view in place of a
    table could run for ever.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        opened.execute("PRAGMA writable_schema = ON")
        opened.execute("BEGIN")
        opened.execute("DELETE FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL")
        # Rows of an earlier version are shorter; what they lack reads as its default.
        for name, statement in wordings().items():
            opened.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (statement, name))
        opened.execute("COMMIT")


def _read_around_damage(
    connection: sqlite3.Connection, kind: type[Record]
) -> tuple[list[Record], int]:
    """Return the records of a table that can be read, and how many rows could not be."""
    records: list[Record] = []
    lost = 0
    select = f"SELECT {', '.join(rows.columns(kind))} FROM {kind.TABLE} WHERE rowid = ?"
    for row_id in range(1, _last_row(connection, kind) + 1):
        try:
            row = connection.execute(select, (row_id,)).fetchone()
            if row is not None:
                records.append(rows.from_row(kind, row))
        except (*_UNREADABLE, rows.RowError):
            lost += 1
    return records, lost


def _last_row(connection: sqlite3.Connection, kind: type[Record]) -> int:
    """Return the highest row number that a table can have, from whichever page still tells it."""
    questions = (
        f"SELECT next_id - 1 FROM id_counter WHERE table_name = '{kind.TABLE}'",
        f"SELECT max(rowid) FROM {kind.TABLE}",
    )
    found = [0]
    for question in questions:
        with suppress(*_UNREADABLE, TypeError):
            found.append(int(connection.execute(question).fetchone()[0]))
    pages: int = connection.execute("PRAGMA page_count").fetchone()[0]
    return min(max(found), max(_FEWEST_ROWS, pages * _ROWS_A_PAGE))


def _fitted(records: Iterable[Record]) -> State:
    """Return a state of the records that fits the rules: references to lost ones are let go."""
    kept = {(type(record), record.id): record for record in records}
    if not any(kind is SessionFacts for kind, _ in kept):
        kept[SessionFacts, 1] = SessionFacts(id=1, session_id=uuid4().hex, title="Salvaged session")
    while dangling := [
        (key, reference) for key in kept for reference in _dangling_references(kept, key)
    ]:
        for key, reference in dangling:
            _let_go(kept, key, reference)
    state = State.of(kept.values())
    edits = Edits(state)
    for kind in (Activity, Process, Excuse):
        for record in state.all(kind):
            edits.put(record)
    return state.apply(edits.change_set("").changes)


def _dangling_references(kept: dict[Key, Record], key: Key) -> list[Reference]:
    record = kept[key]
    return [
        reference
        for reference in REFERENCES[type(record)]
        if (target := getattr(record, reference.field)) is not None
        and (RECORD_TYPE_OF_TABLE[reference.table], target) not in kept
    ]


def _let_go(
    kept: dict[Key, Record],
    key: Key,
    reference: Reference,
) -> None:
    record = kept.get(key)
    cleared: dict[str, Any] = {reference.field: None}
    if isinstance(record, Activity):  # never lost with the card that it was merged into
        if reference.field == "merged_into_id":
            cleared["bucket"] = Bucket.UNSORTED
        kept[key] = replace(record, **cleared)
    elif record is not None and reference.on_delete is OnDelete.CLEAR:
        kept[key] = replace(record, **cleared)
    else:
        kept.pop(key, None)
