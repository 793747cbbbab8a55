"""What holds performance back."""

from tests.handouts.views import activity, commitment, process, view_of
from workshop.domain.enums import Bucket, CommitmentStatus, YesNoUnsure
from workshop.domain.needs import held_back, is_fine
from workshop.domain.records import Need, Record

RIDE = activity(10, Bucket.PERFORMANCE, position=1)
COACH = activity(11, Bucket.PERFORMANCE, position=2)


def needs(*pairs: tuple[int, int]) -> list[Record]:
    return [Need(id=n, activity_id=a, process_id=p) for n, (a, p) in enumerate(pairs, 1)]


def test_a_process_that_is_no_problem_is_fine():
    works = process(1, problem=YesNoUnsure.NO)
    assert is_fine(view_of(works), works)


def test_a_process_is_fine_once_all_that_was_promised_on_it_is_kept():
    kept = commitment(1, process_id=1, status=CommitmentStatus.KEPT)
    gone = commitment(2, process_id=1, status=CommitmentStatus.WITHDRAWN)
    still = commitment(3, process_id=1)
    assert is_fine(view_of(process(1), kept, gone), process(1))
    assert not is_fine(view_of(process(1), kept, still), process(1))
    assert not is_fine(view_of(process(1)), process(1))


def test_only_what_does_not_work_holds_an_activity_back():
    view = view_of(
        process(1),
        process(2, problem=YesNoUnsure.NO),
        RIDE,
        COACH,
        *needs((10, 1), (10, 2), (11, 2)),
    )
    (only,) = held_back(view)
    assert only.activity.id == 10
    assert [each.id for each in only.processes] == [1]


def test_an_activity_that_is_performance_no_more_is_held_back_by_nothing():
    view = view_of(process(1), activity(10, Bucket.UNSORTED), *needs((10, 1)))
    assert held_back(view) == []
