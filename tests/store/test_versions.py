"""Files of earlier versions open, whole, in this one."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from shutil import copyfile

import pytest

from tests.sessions import full_session
from tests.store.helpers import NOW
from workshop.domain.records import (
    RECORD_TYPES,
    Commitment,
    Excuse,
    Note,
    Pledge,
    Process,
    Prompt,
    Record,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.session import Session
from workshop.store import SCHEMA_VERSION, snapshots
from workshop.store.checking import check
from workshop.store.salvage import salvage

FIXTURES = Path(__file__).parent / "fixtures"

# What each version added: whole record types, or fields, which an earlier file leaves blank.
ADDED: Mapping[int, Mapping[type[Record], Sequence[str]]] = {
    2: {
        SessionFacts: (
            "previous_date", "promise", "controlled_by", "cui_category", "dissemination",
            "distribution", "point_of_contact",
        ),
        Process: ("votes", "chosen", "merged_into_id"),
        Commitment: ("made_on", "next_check", "carried"),
        Excuse: ("carried",),
        Pledge: ("actual", "carried"),
        Note: ("fingers",),
        Prompt: (),
    },
}  # fmt: skip


def as_of(version: int) -> State:
    """Return the full session as a file of a version can hold it."""
    added: dict[type[Record], set[str]] = {}
    for later in range(version + 1, SCHEMA_VERSION + 1):
        for kind, names in ADDED[later].items():
            added.setdefault(kind, set()).update(names)
    records = [r for kind in RECORD_TYPES for r in full_session().all(kind)]
    return State.of(
        without(record, added.get(type(record), set()))
        for record in records
        if added.get(type(record)) != set()
    )


def without(record: Record, names: set[str]) -> Record:
    blank = {item.name: item.default for item in fields(record) if item.name in names}
    return replace(record, **blank)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_an_earlier_version_opens_whole(tmp_path, version):
    path = tmp_path / "s.gather"
    copyfile(FIXTURES / f"version-{version}.gather", path)
    with Session.open(path, read_only=True) as session:
        assert session.state == as_of(version)
    with Session.open(path) as session:
        assert session.state == as_of(version)
        assert [draft.text for draft in session.drafts()] == ["Half a text"]
    assert check(path) == []


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_an_earlier_version_that_is_only_read_stays_as_it_is(tmp_path, version):
    path = tmp_path / "s.gather"
    copyfile(FIXTURES / f"version-{version}.gather", path)
    before = path.read_bytes()
    Session.open(path, read_only=True).close()
    assert check(path) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_an_earlier_version_is_salvaged_whole(tmp_path, version):
    path, new = tmp_path / "s.gather", tmp_path / "new.gather"
    copyfile(FIXTURES / f"version-{version}.gather", path)
    assert sum(salvage(path, new, now=NOW).lost.values()) == 0
    with Session.open(new) as session:
        assert session.state == as_of(version)


def test_there_is_a_safety_copy_of_a_file_as_it_was_before_it_is_migrated(tmp_path):
    path = tmp_path / "s.gather"
    copyfile(FIXTURES / "version-1.gather", path)
    Session.open(path).close()
    copy = snapshots.latest("0" * 32)
    assert copy is not None
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
