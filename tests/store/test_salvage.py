import os

import pytest

from tests.sessions import full_session
from tests.store.helpers import NOW, new_session, run_sql, tables
from workshop.domain.changes import Change, ChangeSet
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.enums import Bucket
from workshop.domain.records import RECORD_TYPES, Activity
from workshop.session import Session
from workshop.store import SessionFile
from workshop.store.checking import check
from workshop.store.errors import ExistsError, MissingError, StoreError
from workshop.store.salvage import salvage


def destroy_pages(path, *pages):
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * 4096 : (page + 1) * 4096] = os.urandom(4096)
    path.write_bytes(content)


def test_what_can_be_read_comes_back_in_a_sound_file_and_the_damaged_one_stays(tmp_path):
    damaged, new = tmp_path / "damaged.gather", tmp_path / "new.gather"
    new_session(damaged, *(f"Sign form number {n} with care" for n in range(5000)))
    with Session.open(damaged) as session:
        session.execute(MoveActivities(tuple(range(1, 200)), Bucket.PROCESS))
    pages = damaged.stat().st_size // 4096
    destroy_pages(damaged, pages // 8, pages // 6, pages // 5)
    before = damaged.read_bytes()
    with pytest.raises(StoreError):
        Session.open(damaged)

    report = salvage(damaged, new, now=NOW)

    assert damaged.read_bytes() == before
    assert check(new) == []
    assert report.recovered["activity"] == len(tables(new)["activity"]) >= 4700
    assert report.recovered["activity"] + report.lost["activity"] <= 5000
    assert sum(report.lost.values()) > 0


def test_a_sound_file_is_salvaged_whole(tmp_path):
    first = ChangeSet(
        "Created the session",
        tuple(Change(None, r) for kind in RECORD_TYPES for r in full_session().all(kind)),
    )
    SessionFile.create(tmp_path / "s.gather", first, now=NOW).close()
    report = salvage(tmp_path / "s.gather", tmp_path / "new.gather", now=NOW)
    assert tables(tmp_path / "new.gather") == tables(tmp_path / "s.gather")
    assert sum(report.lost.values()) == 0


def test_what_refers_to_lost_rows_lets_go_of_them(tmp_path):
    path = tmp_path / "s.gather"
    first = ChangeSet(
        "Created the session",
        tuple(Change(None, r) for kind in RECORD_TYPES for r in full_session().all(kind)),
    )
    SessionFile.create(path, first, now=NOW).close()
    run_sql(
        path,
        "DELETE FROM process",
        "DELETE FROM activity WHERE id = 6",
        "DELETE FROM session_facts",
    )

    salvage(path, tmp_path / "new.gather", now=NOW)

    assert check(tmp_path / "new.gather") == []
    with Session.open(tmp_path / "new.gather") as session:
        state = session.state
    assert state.facts.title == "Salvaged session"
    assert len(state.all(Activity)) == len(full_session().all(Activity)) - 1
    assert all(card.merged_into_id is None for card in state.all(Activity))
    assert [p.name for p in state.processes()] == [a.text for a in state.activities(Bucket.PROCESS)]


def test_what_a_crash_left_half_written_is_rolled_back_in_the_copy_alone(tmp_path):
    path = new_session(tmp_path / "s.gather", "Sign letters")
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"not a journal")
    salvage(path, tmp_path / "new.gather", now=NOW)
    assert journal.read_bytes() == b"not a journal"
    assert len(tables(tmp_path / "new.gather")["activity"]) == 1


def test_a_file_with_nothing_in_it_is_refused_and_none_is_made(tmp_path):
    (tmp_path / "s.gather").write_bytes(b"Dear colleague,")
    with pytest.raises(StoreError):
        salvage(tmp_path / "s.gather", tmp_path / "new.gather", now=NOW)
    with pytest.raises(MissingError):
        salvage(tmp_path / "gone.gather", tmp_path / "new.gather", now=NOW)
    assert not (tmp_path / "new.gather").exists()


def test_salvage_never_writes_over_a_file(tmp_path):
    path = new_session(tmp_path / "s.gather", "Sign letters")
    other = new_session(tmp_path / "other.gather", "Keep me")
    before = other.read_bytes()
    with pytest.raises(ExistsError):
        salvage(path, other, now=NOW)
    assert other.read_bytes() == before


def test_a_flipped_bit_in_the_wording_of_one_table_hides_nothing(tmp_path):
    path = new_session(tmp_path / "s.gather", "Sign letters")
    content = path.read_bytes()
    at = content.index(b"CREATE TABLE process")
    for offset, flip in ((7, 0x80), (15, 0x01)):
        broken = bytearray(content)
        broken[at + offset] ^= flip
        path.write_bytes(broken)
        with pytest.raises(StoreError):
            Session.open(path)
        new = tmp_path / f"new {offset}.gather"
        salvage(path, new, now=NOW)
        assert len(tables(new)["activity"]) == 1


def test_a_view_in_place_of_a_table_and_a_mad_counter_do_not_hold_it_up(tmp_path):
    path = new_session(tmp_path / "s.gather", "Sign letters")
    endless = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
    run_sql(
        path,
        "UPDATE id_counter SET next_id = 9223372036854775807",
        "DROP TABLE note",
        f"CREATE VIEW note AS {endless} SELECT id, 'x' AS text, NULL AS phase FROM n",
    )
    salvage(path, tmp_path / "new.gather", now=NOW)
    assert len(tables(tmp_path / "new.gather")["activity"]) == 1
