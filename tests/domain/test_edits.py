"""How a list is spread afresh once a gap is used up."""

import pytest

from tests.invariants import assert_whole
from tests.sessions import run, with_cards
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.inventory import RankProcesses
from workshop.domain.edits import Edits
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.domain.positions import STEP
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import Activity, Process


def test_inserting_at_one_place_a_hundred_times_keeps_the_order():
    state = with_cards("first", "last", *(f"card {n}" for n in range(100)))
    spread = 0
    for n in range(3, 103):
        changes = MoveActivities((n,), Bucket.UNSORTED, before_id=2).plan(state)
        spread += len(changes.changes) > 1
        state = state.apply(changes.changes)
        behind = [card.id for card in state.activities(Bucket.UNSORTED)]
        assert behind == [1, *range(3, n + 1), 2, *range(n + 1, 103)]
    assert_whole(state)
    assert 1 <= spread <= 10, "the gap is to be used up, but seldom"


def test_the_inventory_is_spread_afresh_too():
    state = with_cards(*(f"process {n}" for n in range(60)), bucket=Bucket.PROCESS)
    for n in range(3, 61):
        state = run(state, RankProcesses((n,), before_id=2))
    assert [process.id for process in state.processes()] == [1, *range(3, 61), 2]
    assert_whole(state)


def test_many_cards_moved_into_a_narrow_gap_keep_their_order():
    state = with_cards("a", "b", *(f"card {n}" for n in range(100)))
    first, second = state.activities(Bucket.UNSORTED)[:2]
    edits = Edits(state)
    edits.edit(second, position=first.position + 2)
    state = state.apply(edits.change_set("Narrow").changes)
    moved = tuple(range(102, 2, -1))
    state = run(state, MoveActivities(moved, Bucket.UNSORTED, before_id=2))
    assert [card.id for card in state.activities(Bucket.UNSORTED)] == [1, *moved, 2]
    assert_whole(state)


def test_what_is_placed_twice_at_the_end_stands_behind_the_first():
    edits = Edits(with_cards("a", bucket=Bucket.PROCESS))
    first = edits.place([Process(id=8, name="b")], INVENTORY)
    second = edits.place([Process(id=9, name="c")], INVENTORY)
    assert [first[0].position, second[0].position] == [2 * STEP, 3 * STEP]


def test_a_record_is_seen_as_it_will_be():
    edits = Edits(with_cards("a", "b"))
    edits.edit(edits.require(Activity, 1), text="c")
    edits.delete(Activity, [2])
    assert edits.require(Activity, 1).text == "c"
    assert edits.get(Activity, 2) is None
    assert edits.get(Activity, None) is None
    with pytest.raises(Rejected, match="There is no activity with the number 2"):
        edits.require(Activity, 2)


def test_new_ids_follow_each_other():
    edits = Edits(with_cards("a", "b"))
    assert [edits.new_id(Activity), edits.new_id(Activity), edits.new_id(Process)] == [3, 4, 1]
