"""Days as they are written."""

import datetime as dt

import pytest

from workshop.domain.dates import long_day, short_day, shown_until, weekday

DAY = dt.date(2026, 3, 3)


def test_a_day_goes_without_its_year_where_that_is_known():
    assert (short_day(DAY), long_day(DAY)) == ("3 Mar 2026", "3 March 2026")
    now = dt.date(2026, 12, 31)
    assert (short_day(DAY, now), long_day(DAY, now)) == ("3 Mar", "3 March")
    now = dt.date(2027, 1, 1)
    assert (short_day(DAY, now), long_day(DAY, now)) == ("3 Mar 2026", "3 March 2026")


def test_days_are_in_english_on_a_computer_that_speaks_another_language(in_german):
    assert f"{weekday(DAY)}, {long_day(DAY)}" == "Tuesday, 3 March 2026"
    assert shown_until("2026-12-03") == "3 Dec 2026"


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        ("2026-11-14", "14 Nov 2026"),
        (" 1900-01-01 ", "1 Jan 1900"),
        ("the new contract", "the new contract"),
        ("14 Nov", "14 Nov"),
        ("2026-1-4", "4 Jan 2026"),
        ("20261114", "20261114"),
        ("2026-02-30", "2026-02-30"),
        ("", ""),
    ],
)
def test_an_until_that_is_a_day_reads_like_other_days(until: str, shown: str) -> None:
    assert shown_until(until) == shown
