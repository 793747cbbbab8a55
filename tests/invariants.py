"""What holds in every session, whatever was done to it."""

from itertools import pairwise

from workshop.domain.enums import Bucket, ExcuseState
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    Activity,
    Excuse,
    Process,
    Record,
    SessionFacts,
)
from workshop.domain.rules import cleaned
from workshop.domain.state import State


def assert_whole(state: State) -> None:
    """Fail with what is broken, if anything is."""
    assert len(state.table(SessionFacts)) == 1
    assert_ranks_are_dense(state)
    assert_cards_are_whole(state)
    assert_inventory_is_whole(state)
    for kind in RECORD_TYPES:
        for key, record in state.table(kind).items():
            assert type(record) is kind
            assert record.id == key
            assert 1 <= key < state.next_ids[kind]
            assert cleaned(record) == record
            assert_references_exist(state, record)
    for excuse in state.all(Excuse):
        assert (excuse.state is ExcuseState.REMOVED) == (excuse.removed_by_id is not None), excuse


def assert_ranks_are_dense(state: State) -> None:
    """Each bucket and the inventory rank their members 1 to n, in an order of positions."""
    for key, members in [
        *((bucket, state.activities(bucket)) for bucket in Bucket),
        (INVENTORY, state.processes()),
    ]:
        ranks = [state.ranking.rank(key, member) for member in members]
        assert ranks == list(range(1, len(members) + 1)), key
        assert all(a.position < b.position for a, b in pairwise(members)), key
        assert state.ranking.count(key) == len(members)
    records = (record for kind in RECORD_TYPES for record in state.all(kind))
    assert state.ranking == State.of(records).ranking


def assert_cards_are_whole(state: State) -> None:
    """Each card is in one bucket, or merged into a card that is in one."""
    listed = [card.id for bucket in Bucket for card in state.activities(bucket)]
    assert len(listed) == len(set(listed))
    for card in state.all(Activity):
        assert (card.bucket is None) == (card.merged_into_id is not None) == (card.id not in listed)
        if card.merged_into_id is not None:
            kept = state.get(Activity, card.merged_into_id)
            assert kept is not None, card
            assert kept.bucket is not None, card


def assert_inventory_is_whole(state: State) -> None:
    """Each process activity has its entry, and an entry without one is set aside."""
    for process in state.all(Process):
        assert process.set_aside == (not state.activities_of(process.id)), process
        assert process.set_aside or process.merged_into_id is None, process
    in_entries = [card.id for p in state.processes() for card in state.activities_of(p.id)]
    assert sorted(in_entries) == sorted(card.id for card in state.activities(Bucket.PROCESS))


def assert_references_exist(state: State, record: Record) -> None:
    """What a record refers to is there."""
    for reference in REFERENCES[type(record)]:
        target = getattr(record, reference.field)
        if target is not None:
            assert state.get(RECORD_TYPE_OF_TABLE[reference.table], target), record
