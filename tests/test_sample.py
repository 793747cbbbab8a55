"""The sample session: its figures, its history, and that it is made from data."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.cli.helpers import done
from workshop.domain.enums import Bucket, Phase
from workshop.domain.figures import Figures
from workshop.domain.public import PublicView
from workshop.domain.records import (
    NOBODY,
    Activity,
    Commitment,
    Excuse,
    Need,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    PledgeReturn,
    Process,
)
from workshop.domain.triage import is_answered
from workshop.exchange.columns import Kind
from workshop.exchange.importing import Options, Source, plan_import
from workshop.files import FileError
from workshop.resources import resource
from workshop.sample import make_sample, sample_path
from workshop.session import Session
from workshop.store.checking import check

TODAY = dt.date(2026, 3, 12)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("sample")
        patch.setenv("GATHER_DATA_DIR", str(folder / "data"))
        made = folder / "sample.gather"
        make_sample(made, today=TODAY).close()
        yield made


@pytest.fixture
def session(path):
    with Session.open(path, read_only=True) as session:
        yield session


@pytest.fixture
def state(session):
    return session.state


def test_it_has_the_figures_of_a_session_half_way(session, state):
    figures = Figures.of(PublicView.of(state))
    assert figures.activities == {Bucket.UNSORTED: 30, Bucket.PROCESS: 23, Bucket.PERFORMANCE: 11}
    assert (figures.processes, figures.answered, figures.participants) == (23, 14, 12)
    assert (figures.commitments, figures.ready) == (18, 16)
    assert [figures.excuses[state] for state in figures.excuses] == [3, 3, 1]
    assert (figures.pledges, sum(figures.buy_in)) == (3, 12)
    assert session.stage.phase is Phase.BUCKET


def test_the_first_fourteen_processes_are_answered_and_four_have_nobody(state):
    processes = state.processes()
    assert [is_answered(process) for process in processes] == [True] * 14 + [False] * 9
    assert sum(process.owner == NOBODY for process in processes) == 4
    assert len(state.all(Process)) == 23


def test_what_is_unsorted_has_no_entry_in_the_inventory(state):
    assert all(card.process_id is None for card in state.activities(Bucket.UNSORTED))


def test_it_shows_some_of_everything(state):
    assert len(state.all(Note)) == 2
    assert len(state.all(ParkingLotItem)) == 3
    assert len(state.all(Need)) == len(state.all(PledgeReturn)) == 3
    assert sum(card.tally_process is not None for card in state.all(Activity)) == 3
    assert {participant.role for participant in state.all(Participant)} >= {"Director"}


def test_it_is_dated_on_the_day_it_is_made_and_promises_lie_ahead(state):
    assert state.facts.date == TODAY
    assert state.facts.next_date == dt.date(2026, 5, 11)
    dues = [record.due for kind in (Commitment, Pledge) for record in state.all(kind) if record.due]
    assert all(TODAY < due <= TODAY + dt.timedelta(days=90) for due in dues)
    assert {excuse.raised_on for excuse in state.all(Excuse)} == {TODAY}


def test_its_history_reads_like_a_session(session):
    labels = [line.label for line in session.history()]
    assert labels[:6] == [
        "Created the session",
        "Imported 12 participants",
        "Imported 64 activities",
        "Moved 23 cards to Process",
        "Moved 11 cards to Performance",
        "Counted hands on “Decide which projects get overtime or…”",
    ]
    assert "Answered the five questions" in labels
    assert len(labels) == len(session.history(private=True)) - 2


def test_it_is_sound(path):
    assert check(path) == []


def test_nothing_private_stands_in_what_is_public(state):
    public = repr(PublicView.of(state).tables)
    for note in state.all(Note):
        assert note.text not in public


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("participants.csv", Kind.PARTICIPANTS),
        ("activities.csv", Kind.ACTIVITIES),
        ("inventory.csv", Kind.ACTIVITIES),
        ("commitments.csv", Kind.ACTIVITIES),
    ],
)
def test_its_tables_are_read_to_the_last_cell(state, name, kind):
    source = Source(resource("sample", name).read_bytes(), name)
    report = plan_import(state, source, Options(TODAY, kind)).report
    assert report.added == 0
    assert (report.remarks, report.ignored, report.replaced) == ((), (), 0)


def test_each_copy_is_a_fresh_one(user_folder):
    for name in ("sample.gather", "sample-2.gather", "sample-3.gather"):
        path = sample_path()
        assert path == user_folder / name
        make_sample(path, today=TODAY).close()
    shown = json.loads(done("show", user_folder / "sample-3.gather", "--json"))
    assert shown["title"] == "Leaders' workshop on permits and services"


def test_a_data_folder_that_cannot_be_made_is_told(user_folder: Path):
    user_folder.write_bytes(b"no folder")
    with pytest.raises(FileError, match=r"^“.*\.$"):
        sample_path()
