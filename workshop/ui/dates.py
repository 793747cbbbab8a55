"""Days as people type and read them."""

import datetime as dt
import locale
import re

from PySide6.QtCore import QLocale

DAY_HINT = "14 Nov, +30, 2026-11-14"
"""How a day can be typed."""
NOT_A_DAY = f"The date is not a day: type it as {DAY_HINT}."
"""What is said where a text names no day."""

_NUMERIC = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y")
_WITH_YEAR = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")
_IN_DAYS = re.compile(r"\+?\s*(\d{1,4})\s*d?(?:ays?)?", re.IGNORECASE)


def keep_english() -> None:
    """Name months and days in the language of all other words, not in that of the desktop.

    Call it once there is an application: Qt takes over the desktop's language then.
    """
    locale.setlocale(locale.LC_TIME, "C")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


def today() -> dt.date:
    """Return the day it is here."""
    return dt.datetime.now().astimezone().date()


def shown_day(day: dt.date | None) -> str:
    """Return a day as "14 Nov 2026", blank where there is none."""
    return f"{day.day} {day:%b %Y}" if day else ""


def parse_day(text: str, start: dt.date) -> dt.date | None:
    """Return the day that a text names, or None.

    Takes "2026-11-14", "11/14/2026", "14 Nov 2026", "Nov 14", and "+30" or "30 days" counted from
    `start`. A day without a year is the next one.
    """
    words = " ".join(text.replace(",", " ").replace(".", " ").split())
    in_days = _IN_DAYS.fullmatch(words)
    if in_days:
        return start + dt.timedelta(days=int(in_days.group(1)))
    found = _matched(words, (*_NUMERIC, *_WITH_YEAR))
    if found is None:
        found = _matched(f"{words} {start.year}", _WITH_YEAR)
        if found is not None and found < start:
            found = _matched(f"{words} {start.year + 1}", _WITH_YEAR)
    return found


def named_day(text: str, start: dt.date) -> dt.date | None:
    """Return the day that a text names which may as well name an event; "2030" is no day."""
    return None if text.strip().isdecimal() else parse_day(text, start)


def _matched(words: str, forms: tuple[str, ...]) -> dt.date | None:
    for form in forms:
        try:
            return dt.datetime.strptime(words, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    return None
