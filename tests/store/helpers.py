"""What the tests of the session file share."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from workshop.domain.commands.records import AddRecords
from workshop.domain.records import RECORD_TYPES, Activity
from workshop.session import Session

NOW = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)


def new_session(path: Path, *texts: str) -> Path:
    """Write a session file with one card for each text."""
    with Session.create(path, title="Riverside") as session:
        cards = tuple(Activity(id=-n, text=text) for n, text in enumerate(texts, 1))
        if cards:
            session.execute(AddRecords(cards))
    return path


def run_sql(path: Path, *statements: str) -> None:
    """Change a session file behind Gather's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every record table, as they are in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            kind.TABLE: connection.execute(f"SELECT * FROM {kind.TABLE} ORDER BY id").fetchall()
            for kind in RECORD_TYPES
        }
