"""What a session file is made of, version by version."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils.db import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x47544852  # "GTHR"
SCHEMA_VERSION = 2

# STRICT tables came with this release.
MIN_SQLITE = (3, 37, 0)

_FOLDER = Path(__file__).parent / "schema"
_BOOKKEEPING = "_sqlite_migrations"


def statements(version: int) -> list[str]:
    """Return the statements that lead from the version before to this one."""
    found, statement = [], ""
    for line in (_FOLDER / f"{version}.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith("--"):
            statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement.strip())
            statement = ""
    return found


@cache
def migrations() -> "Migrations":
    """Return the migrations, one for each version."""
    from sqlite_utils.migrations import Migrations

    found = Migrations("gather")
    for version in range(1, SCHEMA_VERSION + 1):

        def migrate(db: "Database", version: int = version) -> None:
            for statement in statements(version):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {version}")

        found(name=f"version {version}")(migrate)
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables of a file to the newest version, each version in a transaction."""
    from sqlite_utils.db import Database

    migrations().apply(Database(connection, execute_plugins=False, strict=True))


def unexpected_entries(connection: sqlite3.Connection, version: int) -> list[str]:
    """Return what a file's schema has that a session of that version has not, or lacks of it."""
    expected = _expected_entries(version)
    found = _entries(connection)
    return sorted(
        name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name)
    )


def wordings() -> dict[str, str]:
    """Return the statement behind each of our tables, by name, in the newest version."""
    return {
        name.removeprefix("table "): sql
        for name, sql in _expected_entries(SCHEMA_VERSION).items()
        if name.startswith("table ")
    }


@cache
def _expected_entries(version: int) -> dict[str, str]:
    with sqlite3.connect(":memory:") as blank:
        for earlier in range(1, version + 1):
            for statement in statements(earlier):
                blank.execute(statement)
        found = _entries(blank)
    blank.close()
    return found


def _entries(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the statement behind each table, index, trigger and view that has one.

    The table and the index with which sqlite-utils books the migrations are known by their table
    alone, since their wording is not ours.
    """
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        " AND NOT (tbl_name = ? AND type IN ('table', 'index'))",
        (_BOOKKEEPING,),
    )
    return {f"{kind} {name}": sql for kind, name, sql in rows}
