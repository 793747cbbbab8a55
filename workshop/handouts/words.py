"""Days, counts and labels as handouts write them."""

import datetime as dt
from enum import StrEnum

from workshop.domain import dates
from workshop.domain.enums import FeedbackLevel, Triage

_NO_BREAK = "\u00a0"
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

NOT_ANSWERED = "Not answered"
NO_DATE = "No date"

# What is true of the users of a process of whose words none are kept.
UNHEARD = {
    None: "Nothing written down yet",
    FeedbackLevel.NONE: "Not asked yet",
    FeedbackLevel.SOME: "Asked; nothing written down",
    FeedbackLevel.ENOUGH: "Asked; nothing written down",
}

GLOSSES = {
    Triage.FIX_NOW: "Ours to fix, soon",
    Triage.ORG_CHART: "Who is in charge",
    Triage.LONG_TERM: "Needs money, approval",
    Triage.FIND_OUT: "Ask, then decide",
    Triage.LIVE_WITH_IT: "For now, and we say so",
    Triage.LEAVE_ALONE: "It works",
}


def label(choice: StrEnum) -> str:
    """Return the word of a choice as a label starts: "Fix now"."""
    return choice.value.capitalize()


def day_month(day: dt.date) -> str:
    """Return a day as "24 Nov", which no line end parts; its year has to stand beside it."""
    return _unparted(dates.day_month(day))


def short_day(day: dt.date, now: dt.date | None = None) -> str:
    """Return a day as "24 Nov 2026", which no line end parts; without the year of `now`."""
    return _unparted(dates.short_day(day, now))


def long_day(day: dt.date) -> str:
    """Return a day as "24 November 2026", which no line end parts."""
    return _unparted(dates.long_day(day))


def _unparted(words: str) -> str:
    return words.replace(" ", _NO_BREAK)


def number_word(number: int) -> str:
    """Return a number as it starts a sentence: in words below ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def hours(value: float) -> str:
    """Return hours with their noun, without a needless decimal."""
    shown = f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:,.1f}"
    return f"{shown} {'hour' if shown == '1' else 'hours'}"
