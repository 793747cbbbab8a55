"""Records as rows of their tables, and as the images that history keeps."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import msgspec

from workshop.domain.changes import Change
from workshop.domain.errors import Rejected
from workshop.domain.records import RECORD_TYPE_OF_TABLE, RECORD_TYPES, Record
from workshop.domain.rules import cleaned
from workshop.domain.state import State

# Table, id, and the columns before and after: all of them for a record that comes or goes, those
# that differ for one that is edited.
Image = tuple[str, int, dict[str, Any] | None, dict[str, Any] | None]

_COLUMNS = {kind: tuple(item.name for item in fields(kind)) for kind in RECORD_TYPES}
_INSERT = {
    kind: f"INSERT INTO {kind.TABLE} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    for kind, names in _COLUMNS.items()
}
_SELECT = {kind: f"SELECT {', '.join(names)} FROM {kind.TABLE}" for kind, names in _COLUMNS.items()}


# Far above what any session counts to, and far below where arithmetic ends.
HIGHEST_ID = 1 << 53


class RowError(Exception):
    """A row that is not a record: the file was changed by something else."""


def columns(kind: type[Record]) -> tuple[str, ...]:
    """Return the columns of a record's table, in the order of its fields."""
    return _COLUMNS[kind]


def from_row(kind: type[Record], row: Iterable[Any]) -> Record:
    """Return the record of a row; raises RowError where a value is none that a session holds."""
    record = _from_columns(kind, dict(zip(_COLUMNS[kind], row, strict=True)))
    try:
        is_clean = cleaned(record) == record
    except Rejected as error:
        raise RowError(f"{kind.TABLE} {record.id}: {error}") from error
    if not is_clean or not 1 <= record.id <= HIGHEST_ID:
        raise RowError(f"{kind.TABLE} {record.id}: holds what no session holds")
    return record


def _from_columns(kind: type[Record], values: dict[str, Any]) -> Record:
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        raise RowError(f"{kind.TABLE} {values.get('id')}: {error}") from error


def read_all(connection: sqlite3.Connection) -> Iterator[Record]:
    """Yield every record of a file; raises RowError for a row that is none."""
    for kind in RECORD_TYPES:
        for row in connection.execute(_SELECT[kind]):
            yield from_row(kind, row)


def write(connection: sqlite3.Connection, images: Iterable[Image]) -> None:
    """Write images to the tables; the caller holds the transaction."""
    inserted: dict[str, list[tuple[Any, ...]]] = {}
    for table, record_id, before, after in images:
        if after is None:
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (record_id,))
        elif before is None:
            inserted.setdefault(table, []).append(tuple(after.values()))
        else:
            names = ", ".join(f"{name} = ?" for name in after)
            connection.execute(
                f"UPDATE {table} SET {names} WHERE id = ?", (*after.values(), record_id)
            )
    for table, rows in inserted.items():
        connection.executemany(_INSERT[RECORD_TYPE_OF_TABLE[table]], rows)


def to_image(change: Change) -> Image:
    """Return the image of a change for the tables and for history."""
    before = None if change.before is None else msgspec.to_builtins(change.before)
    after = None if change.after is None else msgspec.to_builtins(change.after)
    if before is not None and after is not None:
        names = [name for name, value in after.items() if value != before[name]]
        before = {name: before[name] for name in names}
        after = {name: after[name] for name in names}
    return (change.kind.TABLE, change.id, before, after)


def from_image(image: Image, state: State) -> Change:
    """Return the change that an image describes, against the state that it is to be applied to.

    Raises RowError where the image names a table or a record that is not there.
    """
    table, record_id, before, after = image
    kind = RECORD_TYPE_OF_TABLE.get(table)
    if kind is None:
        raise RowError(f"history names a table {table}")
    if before is None and after is None:
        raise RowError(f"history changes nothing of {table} {record_id}")
    if before is None or after is None:
        return Change(
            None if before is None else _from_columns(kind, before),
            None if after is None else _from_columns(kind, after),
        )
    record = state.get(kind, record_id)
    if record is None:
        raise RowError(f"history edits {table} {record_id}, which is not there")
    current = msgspec.to_builtins(record)
    return Change(_from_columns(kind, current | before), _from_columns(kind, current | after))
