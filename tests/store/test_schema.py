import sqlite3
from contextlib import closing

import pytest

from tests.store.helpers import new_session
from workshop.domain.records import RECORD_TYPES, REFERENCES
from workshop.store.rows import columns


@pytest.fixture
def connection(tmp_path):
    with closing(sqlite3.connect(new_session(tmp_path / "s.gather"))) as opened:
        yield opened


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.TABLE)
def test_a_record_table_has_the_fields_of_its_record_type(connection, kind):
    found = tuple(row[1] for row in connection.execute(f"PRAGMA table_info({kind.TABLE})"))
    assert found == columns(kind)


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.TABLE)
def test_a_record_table_has_a_foreign_key_for_each_reference(connection, kind):
    keys = connection.execute(f"PRAGMA foreign_key_list({kind.TABLE})")
    found = {(row[3], row[2], row[4]) for row in keys}
    assert found == {(each.field, each.table, "id") for each in REFERENCES[kind]}


def test_every_table_is_strict(connection):
    rows = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    loose = {name for name, strict in rows if not strict}
    assert loose == {"sqlite_schema"}
