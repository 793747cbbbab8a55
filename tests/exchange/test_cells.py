import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.enums import Bucket, ManagedAt, OwnerFit, YesNo, YesNoUnsure
from workshop.domain.records import Activity
from workshop.exchange.cells import (
    CellError,
    cell_of,
    choice,
    count,
    day,
    days_after,
    hours,
    value_of,
)


@pytest.mark.parametrize(
    ("kind", "cell", "meant"),
    [
        (Bucket, "PROCESS", Bucket.PROCESS),
        (OwnerFit, "Not_right", OwnerFit.NOT_RIGHT),
        (ManagedAt, "HQ", ManagedAt.HEADQUARTERS),
        (YesNo, "Y", YesNo.YES),
        (YesNo, "false", YesNo.NO),
        (YesNoUnsure, "?", YesNoUnsure.UNSURE),
        (YesNoUnsure, "not sure", YesNoUnsure.UNSURE),
    ],
)
def test_a_choice_is_known_whatever_its_case_and_spaces(kind, cell, meant):
    assert choice(kind, cell) is meant


def test_a_word_that_is_no_choice_is_refused_with_the_choices():
    with pytest.raises(CellError, match="is none of unsorted, process, performance"):
        choice(Bucket, "both")


@pytest.mark.parametrize(
    ("cell", "number"),
    [("95", 95), ("1,200.5", 1200.5), ("3,5", 3.5), ("4 h", 4), ("0.25 hours", 0.25), (".5", 0.5)],
)
def test_hours_are_read_as_people_write_them(cell, number):
    assert hours(cell) == number


@pytest.mark.parametrize("cell", ["-1", "nan", "inf", "a lot", "1,2,3", "10000001", "٣", "1e9"])
def test_what_is_no_number_of_hours_is_refused(cell):
    with pytest.raises(CellError):
        hours(cell)


@given(st.floats(0, 10_000_000))
def test_hours_that_are_exported_are_read_again_to_the_last_bit(number):
    assert hours(cell_of(number)) == number


@pytest.mark.parametrize(("cell", "number"), [("7", 7), ("1,200", 1200), ("3.0", 3)])
def test_counts_are_read_as_spreadsheets_write_them(cell, number):
    assert count(cell) == number


@pytest.mark.parametrize("cell", ["-1", "2.5", "1000001", "12,34", "9" * 5000, "²"])
def test_what_is_no_count_is_refused(cell):
    with pytest.raises(CellError):
        count(cell)


def test_dates_are_read_in_two_spellings():
    assert day("2026-03-31") == day("3/31/2026") == dt.date(2026, 3, 31)


@pytest.mark.parametrize("cell", ["31.3.2026", "2026-02-30", "13/1/2026", "1899-12-31", "soon"])
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(CellError):
        day(cell)


def test_days_are_counted_from_a_date_and_not_beyond_the_calendar():
    assert days_after("30", dt.date(2026, 3, 2)) == dt.date(2026, 4, 1)
    with pytest.raises(CellError):
        days_after("999999", dt.date(2026, 3, 2))


def test_the_type_of_a_field_decides_how_its_cell_is_read():
    assert value_of(Activity, "bucket", "Process") is Bucket.PROCESS
    assert value_of(Activity, "tally_process", "4") == 4
    assert value_of(Activity, "unit", "4") == "4"
