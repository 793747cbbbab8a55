"""The order of cards and processes."""

from dataclasses import replace

from workshop.domain.enums import Bucket
from workshop.domain.ranking import INVENTORY, Ranking, lists_of
from workshop.domain.records import Activity, Note, Process

A = Activity(id=1, text="a", bucket=Bucket.PROCESS, position=10, process_id=5)
B = Activity(id=2, text="b", bucket=Bucket.PROCESS, position=5, process_id=5)
P = Process(id=5, name="p")


def test_a_record_stands_in_the_lists_that_its_fields_name():
    assert list(lists_of(A)) == [Bucket.PROCESS, (Process, 5)]
    assert list(lists_of(replace(A, bucket=Bucket.UNSORTED))) == [Bucket.UNSORTED]
    assert list(lists_of(replace(A, bucket=None, merged_into_id=2))) == []
    assert list(lists_of(P)) == [INVENTORY]
    assert list(lists_of(replace(P, set_aside=True))) == []
    assert list(lists_of(Note(id=1, text="n"))) == []
    assert list(lists_of(None)) == []


def test_ranks_follow_the_positions():
    ranking = Ranking().updated([(None, A), (None, B), (None, P)])
    assert ranking.ids(Bucket.PROCESS) == ranking.ids((Process, 5)) == [2, 1]
    assert ranking.entries(Bucket.PROCESS) == [(5, 2), (10, 1)]
    assert [ranking.rank(Bucket.PROCESS, card) for card in (B, A)] == [1, 2]
    assert ranking.count(INVENTORY) == 1
    assert ranking.count(Bucket.UNSORTED) == 0
    assert ranking.ids(Bucket.UNSORTED) == ranking.entries(Bucket.UNSORTED) == []


def test_a_ranking_belongs_to_one_state():
    first = Ranking().updated([(None, A), (None, B)])
    second = first.updated([(A, replace(A, position=1)), (B, None)])
    assert first.ids(Bucket.PROCESS) == [2, 1]
    assert second.ids(Bucket.PROCESS) == [1]
    second.entries(Bucket.PROCESS).clear()
    assert second.count(Bucket.PROCESS) == 1


def test_an_emptied_list_is_as_if_it_had_never_been():
    assert Ranking().updated([(None, A), (A, None)]) == Ranking()
