import os
import stat
from datetime import timedelta

import pytest

from tests.store.helpers import NOW, new_session, tables
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import Activity
from workshop.session import Session
from workshop.store import snapshots
from workshop.store.errors import StoreError


@pytest.fixture
def path(tmp_path):
    return new_session(tmp_path / "s.gather", "Sign letters")


def session_id(path):
    with Session.open(path, read_only=True) as session:
        return session.state.facts.session_id


def add_card(path, text, at=NOW):
    with Session.open(path, clock=lambda: at) as session:
        session.execute(AddRecords((Activity(id=-1, text=text),)))


def test_closing_a_changed_session_leaves_a_copy_in_the_users_folder(path, user_folder):
    snapshot = snapshots.latest(session_id(path))
    assert snapshot is not None
    assert user_folder in snapshot.path.parents
    assert tables(snapshot.path) == tables(path)
    if os.name == "posix":
        assert stat.S_IMODE(snapshot.path.stat().st_mode) == 0o600
        folders = [snapshot.path.parent, snapshot.path.parent.parent, user_folder]
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_looking_at_a_session_leaves_no_copy(path):
    before = snapshots.all_of(session_id(path))
    Session.open(path).close()
    assert snapshots.all_of(session_id(path)) == before


def test_the_newest_copies_are_kept(path):
    for n in range(8):
        add_card(path, f"Card {n}", NOW + timedelta(minutes=n))
    kept = snapshots.all_of(session_id(path))
    assert len(kept) == snapshots.KEPT
    assert tables(kept[0].path) == tables(path) or kept[0].made_at > NOW + timedelta(minutes=7)
    assert [each.made_at for each in kept] == sorted((each.made_at for each in kept), reverse=True)


def test_a_copy_opens_as_a_session(path):
    snapshot = snapshots.latest(session_id(path))
    assert snapshot is not None
    with Session.open(snapshot.path, read_only=True) as session:
        assert [card.text for card in session.state.all(Activity)] == ["Sign letters"]


def test_a_folder_that_cannot_be_made_is_told_and_the_session_is_whole(path, user_folder):
    for each in sorted(user_folder.rglob("*"), reverse=True):
        each.unlink() if each.is_file() else each.rmdir()
    user_folder.rmdir()
    user_folder.write_text("in the way")
    with pytest.raises(StoreError):
        add_card(path, "Kept all the same")
    assert len(tables(path)["activity"]) == 2
    Session.open(path).close()


@pytest.mark.parametrize("hostile", ["", "..", "../../etc", "a" * 31, "A" * 32, "x/y"])
def test_an_id_cannot_lead_out_of_the_folder(hostile):
    with pytest.raises(StoreError):
        snapshots.all_of(hostile)
