"""Move, merge and take apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sessions import PRIVATE_MARK, full_session, run, texts, with_cards
from workshop.domain.commands.activities import MergeActivities, MoveActivities, UnmergeActivities
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.domain.records import Activity, Commitment, Feedback, Need, Pledge, Process

UNSORTED, PROCESS, PERFORMANCE = Bucket


# Move


@given(st.data())
def test_cards_stand_where_they_were_put(data):
    """Moving within a bucket gives the order that taking out and putting in gives in a list."""
    ids = list(range(1, 8))
    state = with_cards(*"abcdefg")
    for _ in range(data.draw(st.integers(1, 5))):
        moved = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
        target = data.draw(st.sampled_from([None, *ids]))
        state = run(state, MoveActivities(tuple(moved), UNSORTED, target))
        rest = [key for key in ids if key not in moved]
        behind = ids[ids.index(target) :] if target else []
        place = next((rest.index(key) for key in behind if key in rest), len(rest))
        ids = [*rest[:place], *moved, *rest[place:]]
        assert [card.id for card in state.activities(UNSORTED)] == ids


def test_a_card_moved_to_process_gets_an_entry_at_the_end_of_the_inventory():
    changes = MoveActivities((8,), PROCESS).plan(full_session())
    state = full_session().apply(changes.changes)
    assert changes.label == "Moved “Open the mail” to Process"
    assert texts(state.activities(PROCESS))[-1] == "Open the mail"
    assert state.processes()[-1].name == "Open the mail"


def test_a_card_moved_out_sets_its_entry_aside_and_back_brings_back_its_answers():
    out = run(full_session(), MoveActivities((1,), UNSORTED))
    assert [process.id for process in out.processes()] == [2]
    back = run(out, MoveActivities((1,), PROCESS))
    assert [process.id for process in back.processes()] == [2, 1]
    assert back.get(Process, 1).owner == "nobody"
    assert len(back.all(Process)) == len(full_session().all(Process))


def test_an_entry_stays_while_one_of_its_activities_does():
    state = run(full_session(), MoveActivities((2,), PERFORMANCE))
    assert not state.get(Process, 2).set_aside
    assert texts(state.activities_of(2)) == ["Log applications"]


def test_many_cards_move_in_one_step_with_one_label():
    changes = MoveActivities((8, 6), PERFORMANCE, before_id=5).plan(full_session())
    state = full_session().apply(changes.changes)
    assert changes.label == "Moved 2 cards to Performance"
    assert texts(state.activities(PERFORMANCE)) == [
        "Choose results",
        "Open the mail",
        "Answer the phone",
        "Coach leads",
    ]


def test_reordering_says_so():
    assert MoveActivities((3,), PROCESS, 1).plan(full_session()).label == "Reordered 1 card"


@pytest.mark.parametrize("before_id", [1, 8, 99])
def test_a_card_cannot_be_moved_before_one_that_is_not_in_that_bucket(before_id):
    with pytest.raises(Rejected, match="no longer there; choose it again"):
        MoveActivities((5,), PERFORMANCE, before_id).plan(full_session())


def test_a_merged_card_cannot_be_moved():
    with pytest.raises(Rejected, match="“Answer the phone!” was merged; take it apart first"):
        MoveActivities((7,), PROCESS).plan(full_session())


def test_a_place_that_is_moved_to_a_hundred_times_never_runs_out():
    state = with_cards(*"abc")
    for n in range(100):
        # Card 2 and card 3 take turns right behind card 1: the gap there is halved each time.
        order = [card.id for card in state.activities(UNSORTED)]
        state = run(state, MoveActivities((order[2],), UNSORTED, order[1]))
        assert [card.id for card in state.activities(UNSORTED)] == [1, order[2], order[1]], n


# Merge


def test_the_kept_card_takes_what_it_lacks():
    state = run(full_session(), MergeActivities(8, (4, 6)))
    kept = state.get(Activity, 8)
    assert kept.text == "Open the mail"
    assert kept.contributor == "Lee"
    assert kept.hours_per_week == 4.5


def test_no_hours_at_all_are_hours_and_stay():
    state = run(full_session(), MergeActivities(6, (4,)))
    assert state.get(Activity, 6).hours_per_week == 0.0


def test_an_unsorted_card_takes_the_bucket_and_the_entry_of_the_first_sorted_one():
    state = run(full_session(), MergeActivities(8, (6, 1, 4)))
    assert texts(state.activities(PROCESS))[-1] == "Open the mail"
    assert texts(state.activities_of(1)) == ["Open the mail"]
    assert not state.get(Process, 1).set_aside


def test_an_unsorted_card_that_had_an_entry_brings_it_back():
    state = run(full_session(), MoveActivities((1,), UNSORTED), MergeActivities(1, (2,)))
    assert texts(state.activities_of(1)) == ["Sign permit letters"]
    assert [process.id for process in state.processes()] == [2, 1]


def test_a_sorted_card_keeps_its_bucket_and_its_place():
    state = run(full_session(), MergeActivities(4, (1, 8)))
    assert texts(state.activities(PERFORMANCE)) == ["Choose results", "Coach leads"]
    assert state.get(Process, 1).set_aside


def test_cards_that_were_merged_before_come_along():
    state = run(full_session(), MergeActivities(8, (6,)))
    assert [state.get(Activity, key).merged_into_id for key in (6, 7)] == [8, 8]


def test_a_new_wording_is_kept_named_and_given_to_the_entry():
    changes = MergeActivities(1, (8,), "Sign and mail letters").plan(full_session())
    state = full_session().apply(changes.changes)
    assert changes.label == "Merged 2 cards into “Sign and mail letters”"
    assert state.get(Activity, 1).text == "Sign and mail letters"
    assert state.get(Process, 1).name == "Sign and mail letters"


@pytest.mark.parametrize("others", [(), (8,), (8, 8), (4, 8)])
def test_a_merge_needs_two_cards(others):
    with pytest.raises(Rejected, match="Select two or more cards to merge"):
        MergeActivities(8, others).plan(full_session())


@pytest.mark.parametrize(("keep", "others"), [(7, (8,)), (8, (7,))])
def test_a_merged_card_cannot_be_merged_again(keep, others):
    with pytest.raises(Rejected, match="take it apart first"):
        MergeActivities(keep, others).plan(full_session())


# Take apart


def test_cards_taken_apart_return_to_the_unsorted():
    state = run(full_session(), EditRecord(Activity, 7, {"text": "Call back"}))
    changes = UnmergeActivities((7, 7)).plan(state)
    state = state.apply(changes.changes)
    assert changes.label == "Took apart 1 card"
    assert texts(state.activities(UNSORTED)) == ["Answer the phone", "Open the mail", "Call back"]
    assert state.get(Activity, 7).merged_into_id is None


def test_only_a_merged_card_can_be_taken_apart():
    with pytest.raises(Rejected, match="Only a merged card can be taken apart"):
        UnmergeActivities((7, 8)).plan(full_session())


def test_what_was_said_of_a_merged_card_is_said_of_the_kept_one():
    state = run(full_session(), MergeActivities(5, (4,)), MergeActivities(2, (1,)))
    assert [need.activity_id for need in state.all(Need)] == [5]
    assert [pledge.activity_id for pledge in state.all(Pledge)] == [5]
    assert [voice.process_id for voice in state.all(Feedback)] == [2]
    assert [promise.process_id for promise in state.all(Commitment)] == [2, None]
    assert state.table(Process)[1].set_aside
    assert state.private_answers(1).proposed_owner == PRIVATE_MARK


def test_a_card_that_is_moved_to_where_it_is_changes_nothing():
    state = with_cards("One", "Two", "Three")
    assert not MoveActivities((2,), Bucket.UNSORTED, 3).plan(state)
    assert not MoveActivities((2, 3), Bucket.UNSORTED).plan(state)
    assert MoveActivities((2,), Bucket.UNSORTED, 1).plan(state)
