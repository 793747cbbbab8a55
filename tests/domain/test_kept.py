"""What became of the last promises and excuses."""

import datetime as dt

from tests.handouts.views import commitment, view_of
from workshop.domain.enums import CommitmentStatus, ExcuseState
from workshop.domain.kept import ageing, creep, promises
from workshop.domain.records import Excuse

DAY = dt.date(2026, 6, 10)
BEFORE, AFTER = DAY - dt.timedelta(1), DAY + dt.timedelta(1)
STATUS = CommitmentStatus


def carried(number: int, status: CommitmentStatus, due: dt.date | None = AFTER):
    return commitment(number, carried=True, status=status, due=due)


def test_the_rate_is_of_what_had_to_be_kept_by_now():
    found = promises(
        view_of(
            carried(1, STATUS.KEPT),
            carried(2, STATUS.KEPT, BEFORE),
            carried(3, STATUS.LATE),
            carried(4, STATUS.BROKEN),
            carried(5, STATUS.WITHDRAWN),
            carried(6, STATUS.OPEN),
            commitment(7, status=STATUS.KEPT),
        ),
        DAY,
    )
    assert [len(each) for each in (found.kept, found.late, found.broken)] == [2, 1, 1]
    assert [len(each) for each in (found.withdrawn, found.ahead)] == [1, 1]
    assert (found.total, found.rate) == (6, 50)


def test_what_is_open_past_its_date_waits_for_an_answer_and_had_to_be_kept():
    view = view_of(carried(1, STATUS.OPEN, BEFORE), carried(2, STATUS.IN_PROGRESS, None))
    found = promises(view, DAY)
    assert [c.id for c in found.unanswered] == [1]
    assert found.late == ()
    assert [c.id for c in found.ahead] == [2]
    assert found.rate == 0


def test_without_a_promise_that_had_to_be_kept_there_is_no_rate():
    assert promises(view_of(carried(1, STATUS.OPEN)), DAY).rate is None


def test_open_promises_are_counted_by_their_age():
    ages = (0, 30, 31, 60, 61, 90, 91)
    made = [
        commitment(n, made_on=DAY - dt.timedelta(days), status=STATUS.OPEN)
        for n, days in enumerate(ages, 1)
    ]
    kept = commitment(9, made_on=DAY - dt.timedelta(200), status=STATUS.KEPT)
    assert ageing(view_of(*made, kept), DAY).counts == (2, 2, 2, 1)


def test_excuses_creep_by_those_that_are_new():
    found = creep(
        view_of(
            Excuse(id=1, text="It waits", carried=True),
            Excuse(id=2, text="No money", carried=True, state=ExcuseState.ACCEPTED),
            Excuse(id=3, text="Nobody told us"),
            Excuse(id=4, text="The form"),
        )
    )
    assert (found.then, found.now) == (2, 3)
    assert [each.id for each in found.new] == [3, 4]
    assert [each.id for each in found.still] == [1]
    assert [each.id for each in found.accepted] == [2]
    assert found.removed == ()
