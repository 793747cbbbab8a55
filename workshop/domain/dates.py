"""The day it is, and days as all screens and pages write them.

They are written in English, whatever the system speaks.
"""

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the start screen shows days and has no session
    from workshop.domain.records import SessionFacts

# Not strftime: its names follow the user's system.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def today() -> dt.date:
    """Return the day it is here."""
    return dt.datetime.now().astimezone().date()


def session_day(facts: "SessionFacts") -> dt.date:
    """Return the day of a session, today where it has none: what is typed counts from it."""
    return facts.date or today()


def day_month(day: dt.date) -> str:
    """Return a day as "14 Nov"; its year has to stand beside it."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_day(day: dt.date, now: dt.date | None = None) -> str:
    """Return a day as "14 Nov 2026", without its year where that is the one of `now`."""
    return f"{day_month(day)}{_year(day, now)}"


def long_day(day: dt.date, now: dt.date | None = None) -> str:
    """Return a day as "14 November 2026", without its year where that is the one of `now`."""
    return f"{day.day} {MONTHS[day.month - 1]}{_year(day, now)}"


def weekday(day: dt.date) -> str:
    """Return the day of the week that a day is: "Saturday"."""
    return _WEEKDAYS[day.weekday()]


def shown_until(until: str) -> str:
    """Return an until-when as it is read: "2026-11-14" as "14 Nov 2026", else as it was typed."""
    words = until.strip()
    with suppress(ValueError):
        return short_day(dt.datetime.strptime(words, "%Y-%m-%d").replace(tzinfo=dt.UTC))
    return words


def _year(day: dt.date, now: dt.date | None) -> str:
    return "" if now is not None and day.year == now.year else f" {day.year}"
