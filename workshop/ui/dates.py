"""Days as people type them."""

import datetime as dt
import re
from contextlib import suppress

from workshop.domain.dates import MONTHS, today

DAY_HINT = "14 Nov, +30, 2026-11-14"
"""How a day can be typed."""
NOT_A_DAY = f"The date is not a day: type it as {DAY_HINT}."
"""What is said where a text names no day."""

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<day>\d{1,2}) (?P<month>[a-z]{3,})(?: (?P<year>\d{4}))?",
        r"(?P<month>[a-z]{3,}) (?P<day>\d{1,2})(?: (?P<year>\d{4}))?",
    )
)
_IN_DAYS = re.compile(r"(?:in (?=\d+ ?d)|\+ ?)?(\d{1,4})(?: ?d(?:ays?)?)?")  # "in 2030" is a year
_BETWEEN = re.compile(r"\s|,|(?<!\d)\.|\.(?!\d)")
_CENTURY = 2000


def a_year_ago() -> dt.date:
    """Return the day from which a day without a year is one of the past year."""
    return today() - dt.timedelta(days=364)


def parse_day(text: str, start: dt.date) -> dt.date | None:
    """Return the day that a text names, or None.

    Takes "2026-11-14", "11/14/2026", "14.11.2026", "14 Nov 2026", "Nov 14", and "+30" or "in 30
    days" counted from `start`. A day without a year is the next one.
    """
    words = " ".join(filter(None, _BETWEEN.split(text.casefold())))
    in_days = _IN_DAYS.fullmatch(words)
    if in_days:
        return start + dt.timedelta(days=int(in_days[1]))
    named = next(filter(None, (form.fullmatch(words) for form in _FORMS)), None)
    return _day_of(named, start) if named else None


def named_day(text: str, start: dt.date) -> dt.date | None:
    """Return the day that a text names which may as well name an event; "2030" is no day."""
    return None if text.strip().isdecimal() else parse_day(text, start)


def kept_until(text: str, start: dt.date) -> str:
    """Return an until-when as it is kept: a day as "2026-11-14", else as it was typed."""
    day = named_day(text, start)
    return day.isoformat() if day else text


def _day_of(named: re.Match[str], start: dt.date) -> dt.date | None:
    month, day = _month_of(named["month"]), int(named["day"])
    if named["year"]:
        year = int(named["year"])
        return _date(year if len(named["year"]) > 2 else _CENTURY + year, month, day)
    found = _date(start.year, month, day)
    return found if found and found >= start else _date(start.year + 1, month, day)


def _month_of(word: str) -> int:
    """Return the number of a month, which a word names by its beginning; 0 where it is none."""
    if word.isdecimal():
        return int(word)
    names = enumerate(MONTHS, start=1)
    return next((number for number, name in names if name.casefold().startswith(word)), 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    with suppress(ValueError):
        return dt.date(year, month, day)
    return None
