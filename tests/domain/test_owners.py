"""Who has promised what, and whom nobody in the room knows."""

import datetime as dt

import pytest

from tests.handouts.views import FACTS, commitment
from workshop.domain.enums import CommitmentStatus
from workshop.domain.owners import load_of, promises_of, without_anybody
from workshop.domain.questions import about_date, about_deleting
from workshop.domain.records import NOBODY, Participant
from workshop.domain.state import State

LEE = Participant(id=1, name="Lee Ahn", role="Permit Lead", unit="North")
TODAY = dt.date(2026, 3, 12)


def test_the_busiest_comes_first_and_spelling_does_not_part_them():
    made = [
        commitment(1, owner="Director"),
        commitment(2, owner="permit  lead"),
        commitment(3, owner="Permit Lead"),
        commitment(4, owner="Director", status=CommitmentStatus.KEPT),
        commitment(5, owner=" "),
    ]
    assert load_of(made) == [("permit lead", 2), ("Director", 1)]


@pytest.mark.parametrize(
    "owner", ["Lee Ahn", "PERMIT LEAD", "Permit Lead, North", "Permit Lead (North)"]
)
def test_a_participant_owns_what_goes_by_name_role_or_role_with_unit(owner):
    state = State.of([FACTS, LEE, commitment(1, owner=owner), commitment(2, owner="Clerk")])
    assert [each.id for each in promises_of(state, LEE)] == [1]
    assert [each.id for each in without_anybody(state)] == [2]


def test_nobody_is_missed_where_nobody_is_listed_or_nobody_is_the_owner():
    assert without_anybody(State.of([FACTS, commitment(1, owner="Clerk")])) == []
    assert without_anybody(State.of([FACTS, LEE, commitment(1, owner=NOBODY)])) == []


def test_deleting_somebody_who_owns_promises_is_asked_about():
    state = State.of([FACTS, LEE, commitment(1, owner="Lee Ahn"), commitment(2, owner="Lee Ahn")])
    assert about_deleting(state, [LEE]) == "Lee Ahn owns 2 open commitments: who takes over?"
    assert about_deleting(State.of([FACTS, LEE]), [LEE]) == ""


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (None, ""),
        (TODAY, ""),
        (dt.date(2026, 3, 11), "2026-03-11 is past: is that the date you mean?"),
        (dt.date(1900, 1, 1), "1900-01-01 is past: is that the date you mean?"),
        (dt.date(2999, 12, 31), "2999-12-31 is 973 years away: is the year right?"),
    ],
)
def test_odd_dates_are_asked_about(day, asked):
    assert about_date(day, TODAY) == asked
