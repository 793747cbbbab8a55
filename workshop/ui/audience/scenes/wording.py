"""Days and quotes as the wall writes them."""

import datetime as dt

from workshop.domain.public import PublicView
from workshop.domain.text import one_line
from workshop.ui.dates import today


def session_day(view: PublicView) -> dt.date:
    """Return the day of a session, today where it has none: days of its year go without a year."""
    return view.facts.date or today()


def day(date: dt.date, now: dt.date) -> str:
    """Return a day as in "14 Nov", with its year where that is not the one of `now`."""
    return f"{date.day} {date:%b}{_year(date, now)}"


def long_day(date: dt.date, now: dt.date) -> str:
    """Return a day as in "14 November", with its year where that is not the one of `now`."""
    return f"{date.day} {date:%B}{_year(date, now)}"


def _year(date: dt.date, now: dt.date) -> str:
    return "" if date.year == now.year else f" {date.year}"


def quoted(text: str) -> str:
    """Return what somebody said, in quotation marks."""
    said = one_line(text).strip('“”"')
    return f"“{said}”"
