import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.helpers import new_session, run_sql, tables
from tests.strategies import draw_command
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.session import Session
from workshop.store.checking import check
from workshop.store.errors import DamagedError, StoreError
from workshop.store.history import read
from workshop.store.session_file import SessionFile


@pytest.fixture
def path(tmp_path):
    return new_session(tmp_path / "s.gather", "Sign letters", "Answer the phone")


def test_a_session_as_it_was_left_is_sound(path):
    assert check(path) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data())
def test_whatever_is_done_the_file_is_sound_and_undo_and_redo_lead_back(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("walk") / "s.gather"
    with Session.create(path, title="Riverside") as session:
        empty = session.state
        for _ in range(data.draw(st.integers(1, 8))):
            merge_key = data.draw(st.sampled_from([None, "hours"]))
            try:
                session.execute(draw_command(data.draw, session.state), merge_key=merge_key)
            except Rejected:
                continue
        last = session.state
    assert check(path) == []
    rows = tables(path)
    with Session.open(path) as session:
        assert session.state == last
        while session.undo_label is not None:
            session.undo()
        assert session.state == empty
    with Session.open(path) as session:  # what can be redone survives a restart
        while session.redo_label is not None:
            session.redo()
        assert session.state == last
        assert session.state.ranking == last.ranking
    assert tables(path) == rows
    assert check(path) == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE activity SET text = 'Sign nothing' WHERE id = 1", "activity 1: is not what"),
        ("DELETE FROM activity WHERE id = 2", "activity 2: is not what"),
        ("INSERT INTO note VALUES (7, 'planted', NULL, NULL)", "note 7: is not what"),
        ("UPDATE history SET label = 'Nothing' WHERE seq = 2", "history 2: does not follow"),
        ("UPDATE history SET made_at = '2020-01-01T00:00:00.000+00:00'", "history 1: does not"),
        ("UPDATE history SET private = 1 WHERE seq = 2", "history 2: does not follow"),
        ("DELETE FROM history WHERE seq = 1", "history 2: does not follow"),
        ("DELETE FROM history WHERE seq = 2", "activity 1: is not what"),
        ("UPDATE history SET changes = '[[' WHERE seq = 2", "history 2: cannot be replayed"),
        ("UPDATE activity SET process_id = 55 WHERE id = 1", "refers to a process"),
    ],
)
def test_a_change_from_outside_is_found(path, statement, finding):
    run_sql(path, statement)
    assert any(finding in line for line in check(path)), check(path)


def test_records_that_do_not_fit_together_are_found_even_where_the_history_agrees(path):
    with Session.open(path) as session:
        session.execute(MoveActivities((1,), Bucket.PROCESS))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE process SET set_aside = 1")
        *_, before, last = list(read(connection))
        changes = last.changes.replace('"set_aside":false', '"set_aside":true')
        forged = replace(last, changes=changes)
        connection.execute(
            "UPDATE history SET changes = ?, hash = ? WHERE seq = ?",
            (changes, forged.expected_hash(before.hash), last.seq),
        )
    assert check(path) == ["process 1: is set aside, or not, against its activities"]


def test_a_counter_that_was_set_back_is_found(path):
    with Session.open(path) as session:
        session.undo()
    run_sql(path, "UPDATE id_counter SET next_id = 1 WHERE table_name = 'activity'")
    assert check(path) == ["activity: a number that was used could be given again"]


def test_a_history_rewritten_with_its_own_hash_still_breaks_the_chain(path):
    with Session.open(path) as session:
        session.undo()
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        first, second, _ = list(read(connection))
        forged = replace(second, label="Forged")
        forged = replace(forged, hash=forged.expected_hash(first.hash))
        connection.execute(
            "UPDATE history SET label = ?, hash = ? WHERE seq = 2", (forged.label, forged.hash)
        )
    assert any(line.startswith("history 3: does not follow") for line in check(path))


def test_history_holds_before_and_after_images(path):
    with closing(sqlite3.connect(path)) as connection:
        (changes,) = connection.execute("SELECT changes FROM history WHERE seq = 2").fetchone()
    table, record_id, before, after = json.loads(changes)[0]
    assert (table, record_id, before) == ("activity", 1, None)
    assert after["text"] == "Sign letters"


def test_what_is_compared_is_of_one_moment(path):
    # A writer that comes between the history and the tables must wait or be seen in neither.
    file = SessionFile.open(path, read_only=True, now=datetime.now(UTC))
    with file.reading():
        before = file.history()
        with pytest.raises(StoreError):
            Session.open(path)
        assert file.history() == before
    file.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE id_counter SET next_id = 9223372036854775807",
        "UPDATE session_facts SET title = char(27) || ']0;owned'",
        "UPDATE activity SET hours_per_week = -1e308",
        "UPDATE activity SET text = ''",
    ],
)
def test_a_value_that_no_session_holds_is_refused_when_the_file_is_opened(path, statement):
    run_sql(path, statement)
    with pytest.raises(DamagedError):
        check(path)
    with pytest.raises(DamagedError):
        Session.open(path)


@pytest.mark.parametrize("changes", ["[" * 100_000, '[["note",1,null,null]]', '[["x"]]'])
def test_garbled_changes_are_a_finding_and_undo_refuses_them(path, changes):
    run_sql(path, f"UPDATE history SET changes = '{changes}' WHERE seq = 2")
    assert any("history 2: cannot be replayed" in line for line in check(path))
    with Session.open(path) as session, pytest.raises(DamagedError, match="history"):
        session.undo()


def test_an_entry_without_a_time_is_told(path):
    run_sql(path, "UPDATE history SET made_at = 'x' WHERE seq = 2")
    with Session.open(path, read_only=True) as session, pytest.raises(DamagedError, match="time"):
        session.history()
