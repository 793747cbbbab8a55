"""Days as they are written on every screen and on paper: in English, whatever the system speaks."""

import datetime as dt
from contextlib import suppress

# Not strftime: its names follow the user's system.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
