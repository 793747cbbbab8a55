"""A clean copy: all that is public, and nothing of how it came to be."""

import pytest

from tests.sessions import DAY, PRIVATE_MARK
from workshop.domain.commands.records import AddRecords, DeleteRecords
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Note
from workshop.sample import make_sample
from workshop.session import Session
from workshop.session.clean_copy import save_clean_copy
from workshop.store.errors import StoreError

GONE = "a word that was taken back"


@pytest.fixture
def session(tmp_path):
    with make_sample(tmp_path / "s.gather", today=DAY) as found:
        found.execute(AddRecords((Note(id=0, text=PRIVATE_MARK), Activity(id=0, text=GONE))))
        found.execute(DeleteRecords(Activity, (found.state.all(Activity)[-1].id,)))
        found.keep_draft("excuse", "an unfinished text")
        yield found


def test_it_has_what_is_public_and_opens_with_one_entry(session, tmp_path):
    path = tmp_path / "clean.gather"
    save_clean_copy(session.state, path)
    with Session.open(path) as copy:
        assert PublicView.of(copy.state) == PublicView.of(session.state)
        assert [line.label for line in copy.history(private=True)] == ["Saved a clean copy"]
        assert copy.drafts() == []
        assert copy.undo_label is None


def test_nothing_private_and_nothing_deleted_is_left_in_its_bytes(session, tmp_path):
    path = tmp_path / "clean.gather"
    save_clean_copy(session.state, path)
    written, source = path.read_bytes(), session.path.read_bytes()
    for word in (PRIVATE_MARK, GONE, "an unfinished text"):
        assert word.encode() in source
        assert word.encode() not in written


def test_it_is_written_over_nothing(session):
    with pytest.raises(StoreError):
        save_clean_copy(session.state, session.path)
