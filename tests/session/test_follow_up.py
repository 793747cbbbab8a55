"""The file of the next session."""

import json

import pytest

from tests.cli.helpers import done, refused
from tests.sessions import DAY, PRIVATE_MARK
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import Note, Participant
from workshop.sample import make_sample
from workshop.session import Session
from workshop.session.follow_up import begin_next
from workshop.store.checking import check
from workshop.store.errors import StoreError


@pytest.fixture
def last(tmp_path):
    path = tmp_path / "last.gather"
    with make_sample(path, today=DAY) as session:
        session.execute(AddRecords((Note(id=-1, text=PRIVATE_MARK),)))
    return path


def test_it_is_sound_and_has_a_history_of_its_own(last, tmp_path):
    new = tmp_path / "new.gather"
    with Session.open(last, read_only=True) as session:
        begin_next(session.state, new).close()
    assert check(new) == []
    with Session.open(new) as following:
        assert [line.label for line in following.history(private=True)] == [
            "Began the session after the last one"
        ]
        assert following.undo_label is None
        known = {person.id for person in following.state.all(Participant)}
        following.execute(AddRecords((Participant(id=-1, name="New"),)))
        assert len(following.state.all(Participant)) == len(known) + 1


def test_notes_of_the_last_session_are_nowhere_in_the_new_file(last, tmp_path):
    new = tmp_path / "new.gather"
    done("follow-up", last, new)
    assert PRIVATE_MARK.encode() in last.read_bytes()
    assert PRIVATE_MARK.encode() not in new.read_bytes()


def test_the_command_says_what_comes_along_and_leaves_the_last_one_as_it_is(last, tmp_path):
    before = last.read_bytes()
    new = tmp_path / "new.gather"
    told = done("follow-up", last, new)
    assert told.startswith(f"Made “{new}”. Carried over: 23 processes, ")
    assert last.read_bytes() == before
    assert "is sound" in done("check", new)
    assert "Carried over" in done("follow-up", new, tmp_path / "third.gather")


def test_the_figures_tell_what_became_of_the_last_promises(last, tmp_path):
    new = tmp_path / "new.gather"
    done("follow-up", last, new)
    assert json.loads(done("show", last, "--json"))["last_session"]["promises"]["rate"] == 50
    found = json.loads(done("show", new, "--json"))["last_session"]
    promises = found["promises"]
    assert promises["total"] == sum(
        promises[name] for name in ("kept", "late", "broken", "unanswered", "withdrawn", "ahead")
    )
    assert sum(found["open_by_age"].values()) > 0
    assert found["excuses"]["then"] == found["excuses"]["now"] == 5
    assert "Last promises" in done("show", new)
    assert "Leadership" in done("show", last)


def test_it_never_replaces_a_file(last, tmp_path):
    (tmp_path / "there.gather").write_bytes(b"mine")
    assert " is there already: " in refused("follow-up", last, tmp_path / "there.gather")
    assert (tmp_path / "there.gather").read_bytes() == b"mine"
    before = last.read_bytes()
    assert " is there already: " in refused("follow-up", last, last)
    assert last.read_bytes() == before


def test_it_needs_a_session_and_a_folder(last, tmp_path):
    assert refused("follow-up", tmp_path / "none.gather", tmp_path / "n.gather").startswith(
        "There is no file “"
    )
    assert not (tmp_path / "n.gather").exists()
    refused("follow-up", last, tmp_path / "none" / "n.gather")
    refused("follow-up", last, code=2)


def test_a_session_without_anything_is_followed_too(tmp_path):
    done("new", tmp_path / "s.gather")
    told = done("follow-up", tmp_path / "s.gather", tmp_path / "n.gather")
    assert told.endswith("Carried over: nothing.\n")


def test_the_file_cannot_be_made_twice(last, tmp_path):
    with Session.open(last, read_only=True) as session:
        begin_next(session.state, tmp_path / "n.gather").close()
        with pytest.raises(StoreError):
            begin_next(session.state, tmp_path / "n.gather")
