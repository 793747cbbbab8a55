"""The sample session: its figures, its history, and that it is made from data."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.cli.helpers import done
from workshop.domain.enums import Bucket, Phase
from workshop.domain.figures import Figures
from workshop.domain.kept import carried_pledges, creep, promises
from workshop.domain.leadership import mix, results
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
    SignOff,
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
    assert (figures.commitments, figures.ready) == (22, 20)
    assert [figures.excuses[state] for state in figures.excuses] == [5, 3, 1]
    assert (figures.pledges, sum(figures.buy_in)) == (4, 12)
    assert session.stage.phase is Phase.BUCKET


def test_the_first_fourteen_processes_are_answered_and_four_have_nobody(state):
    processes = state.processes()
    assert [is_answered(process) for process in processes] == [True] * 14 + [False] * 9
    assert sum(process.owner == NOBODY for process in processes) == 4
    assert len(state.all(Process)) == 23


def test_what_is_unsorted_has_no_entry_in_the_inventory(state):
    assert all(card.process_id is None for card in state.activities(Bucket.UNSORTED))


def test_it_shows_some_of_everything(state):
    assert [note.fingers for note in state.all(Note)] == [None, 2, None]
    assert [bool(line.signed_on) for line in state.all(SignOff)] == [True] * 2 + [False] * 10
    assert len(state.all(ParkingLotItem)) == 3
    assert len(state.all(Need)) == len(state.all(PledgeReturn)) == 3
    assert sum(card.tally_process is not None for card in state.all(Activity)) == 3
    assert {participant.role for participant in state.all(Participant)} >= {"Director"}


def test_it_is_dated_on_the_day_it_is_made_and_promises_lie_ahead(state):
    assert state.facts.date == TODAY
    assert state.facts.next_date == dt.date(2026, 5, 11)
    promised = [*state.all(Commitment), *state.all(Pledge)]
    dues = [record.due for record in promised if record.due and not record.carried]
    assert all(TODAY < due <= TODAY + dt.timedelta(days=90) for due in dues)
    raised = {excuse.raised_on for excuse in state.all(Excuse) if not excuse.carried}
    assert raised == {TODAY}


def test_it_follows_on_an_earlier_session(state):
    view = PublicView.of(state)
    last = promises(view, TODAY)
    assert [len(each) for each in (last.kept, last.late, last.broken)] == [2, 1, 1]
    assert last.rate == 50
    assert state.facts.previous_date < TODAY
    assert all(each.made_on == state.facts.previous_date for each in last.kept)
    assert (creep(view).then, creep(view).now) == (2, 5)
    assert [pledge.actual for pledge in carried_pledges(view)] == ["3 of 10"]


def test_the_answered_processes_are_chosen_by_votes(state):
    chosen = [process for process in state.processes() if process.chosen]
    assert chosen == state.processes()[:14]
    assert sum(process.votes for process in chosen) == 3 * len(state.all(Participant))


def test_twelve_leaders_have_answered_every_item(state):
    found = results(PublicView.of(state))
    assert {result.total for result in found} == {12}
    assert len(found) == 19
    mixed = mix(PublicView.of(state))
    assert (mixed.routine, mixed.future, mixed.lasting) == (8, 3, 1)


def test_its_history_reads_like_a_session(session):
    labels = [line.label for line in session.history()]
    assert labels[:11] == [
        "Created the session",
        "Imported 12 participants",
        "Took up what the last session left",
        "Marked “Post the opening hours of all six counters in…” kept",
        "Marked “Name one person per office who answers…” kept",
        "Marked “Retire the paper copy of the inspection report” late",
        "Marked “Answer every letter of a field office within…” broken",
        "Imported 64 activities",
        "Moved 23 cards to Process",
        "Moved 11 cards to Performance",
        "Counted hands on “Decide which projects get overtime or…”",
    ]
    assert "Answered the five questions" in labels
    assert len(labels) == len(session.history(private=True)) - 3


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
