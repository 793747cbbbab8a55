"""What the wall and general handouts are made from."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sessions import PRIVATE_MARK, full_session, run, texts
from tests.strategies import sessions, with_other_privates
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.inventory import RankProcesses
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import Bucket, ExcuseState, OwnerFit, Phase, Triage
from workshop.domain.figures import Figures
from workshop.domain.public import PUBLIC_TYPES, PublicView
from workshop.domain.records import (
    RECORD_TYPES,
    Activity,
    Excuse,
    LeadershipAnswers,
    Note,
    PrivateAnswers,
    Process,
    Prompt,
    Record,
)
from workshop.domain.state import State
from workshop.domain.triage import suggest, triage_of

PRIVATE_FIELDS = {"owner_fit", "proposed_owner"}


@pytest.fixture
def view():
    return PublicView.of(full_session())


def test_the_view_offers_every_type_but_the_private_ones(view):
    assert set(view.tables) == set(PUBLIC_TYPES) == {*RECORD_TYPES} - {Note, PrivateAnswers, Prompt}
    assert all(len(view.all(kind)) > 0 for kind in PUBLIC_TYPES)


@pytest.mark.parametrize("kind", [Note, PrivateAnswers, Prompt])
def test_the_view_refuses_a_private_type(view, kind):
    with pytest.raises(KeyError):
        view.all(kind)


def test_no_public_record_has_a_private_field():
    for kind in PUBLIC_TYPES:
        assert not PRIVATE_FIELDS & {item.name for item in fields(kind)}, kind
    assert {item.name for item in fields(PrivateAnswers)} == PRIVATE_FIELDS | {"id"}


@given(st.data())
def test_flipping_what_is_private_leaves_all_that_is_public_the_same(data):
    state = data.draw(sessions())
    other = data.draw(with_other_privates(state))
    one, two = PublicView.of(state), PublicView.of(other)
    assert one.tables == two.tables
    assert one.ranking == two.ranking
    assert one.digest == two.digest
    assert PRIVATE_MARK not in repr(one) + repr(two)
    assert Figures.of(one) == Figures.of(two)
    for mine, theirs in zip(state.processes(), other.processes(), strict=True):
        assert triage_of(mine) == triage_of(theirs)
        assert suggest(mine) == suggest(theirs)


@pytest.mark.parametrize(
    "command",
    [
        EditRecord(PrivateAnswers, 1, {"owner_fit": OwnerFit.RIGHT}),
        EditRecord(PrivateAnswers, 1, {"proposed_owner": PRIVATE_MARK * 2}),
        EditRecord(Note, 1, {"text": "other"}),
        AddRecords((Note(id=0, text=PRIVATE_MARK),)),
        DeleteRecords(Note, (1,)),
        DeleteRecords(PrivateAnswers, (1,)),
    ],
)
def test_a_command_on_what_is_private_changes_the_session_but_not_its_digest(view, command):
    after = run(full_session(), command)
    assert after != full_session()
    assert PublicView.of(after).digest == view.digest


def test_every_public_record_counts_in_the_digest(view):
    # Taken out one by one: a digest that overlooked a type would stay the same.
    records = [record for kind in RECORD_TYPES for record in full_session().all(kind)]
    digests = {view.digest}
    for kind in PUBLIC_TYPES:
        last = view.all(kind)[-1]
        rest = State.of(record for record in records if record != last)
        digests.add(PublicView.of(rest).digest)
    assert len(digests) == len(PUBLIC_TYPES) + 1
    assert len(view.digest) == 64


def test_the_order_counts_in_the_digest(view):
    state = run(full_session(), RankProcesses((2,), 1))
    assert PublicView.of(state).digest != view.digest


def test_cards_and_processes_are_shown_in_their_order():
    state = run(full_session(), MoveActivities((5,), Bucket.PERFORMANCE, 4), RankProcesses((1,)))
    view = PublicView.of(state)
    assert texts(view.activities(Bucket.PERFORMANCE)) == ["Coach leads", "Choose results"]
    assert texts(view.merged_activities) == ["Answer the phone!"]
    assert len(view.all(Activity)) == 8
    assert [process.name for process in view.processes] == ["Intake", "Sign permit letters"]
    assert [process.id for process in view.all(Process)] == [2, 1, 3]


@given(sessions())
def test_the_view_agrees_with_the_session(state):
    view = PublicView.of(state)
    for bucket in Bucket:
        assert view.activities(bucket) == state.activities(bucket)
    assert view.processes == state.processes()
    for process in state.all(Process):
        assert view.process(process.id) == process
        assert view.activities_of(process.id) == state.activities_of(process.id)
    for kind in PUBLIC_TYPES:
        assert ids(view.all(kind)) == set(state.table(kind))


def ids(records: list[Record]) -> set[int]:
    return {record.id for record in records}


def test_what_belongs_together_is_found(view):
    assert [each.said for each in view.feedback_of(1)] == ["Nobody calls back"]
    assert view.feedback_of(2) == []
    assert [each.text for each in view.commitments_of(1)] == ["Hire a clerk"]
    assert view.commitments_of(2) == []
    assert [each.text for each in view.updates_of(1)] == ["Asked"]
    assert texts(view.activities_of(2)) == ["Route applications", "Log applications"]
    assert view.process(3).name == "Set aside"
    assert view.process(None) is None
    assert view.process(99) is None
    assert view.excuses_removed_by(2) == []
    removed = run(full_session(), EditRecord(Excuse, 2, {"removed_by_id": 2}))
    excuses = PublicView.of(removed).excuses_removed_by(2)
    assert [(each.text, each.state) for each in excuses] == [("IT says no", ExcuseState.REMOVED)]


def test_processes_are_found_by_the_triage_they_count_under(view):
    assert [process.id for process in view.processes_in(Triage.LIVE_WITH_IT)] == [1]
    assert [process.id for process in view.processes_in(Triage.LEAVE_ALONE)] == [2]
    assert view.processes_in(Triage.FIX_NOW) == []


def test_the_rest_of_the_view(view):
    assert view.facts.title == "Riverside"
    assert [item.phase for item in view.agenda] == list(Phase)
    assert [each.name for each in view.participants] == ["Lee"]
    assert [each.text for each in view.pledges] == ["Answer in two days"]
    assert view.buy_in.counts == (0, 0, 0, 2, 5, 0)


def test_a_leadership_item_with_fewer_than_five_answers_is_not_shown():
    item = LeadershipAnswers(id=0, item=2, often=3, always=1)
    state = run(full_session(), AddRecords((item,)))
    assert [each.item for each in PublicView.of(state).all(LeadershipAnswers)] == [1]
