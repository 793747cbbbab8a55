"""Days and quotes as the wall writes them."""

import datetime as dt

from workshop.domain.text import one_line


def day(date: dt.date) -> str:
    """Return a day as in "14 Nov"."""
    return f"{date.day} {date:%b}"


def long_day(date: dt.date) -> str:
    """Return a day as in "14 November"."""
    return f"{date.day} {date:%B}"


def quoted(text: str) -> str:
    """Return what somebody said, in quotation marks."""
    said = one_line(text).strip('“”"')
    return f"“{said}”"
