"""Dates, counts and labels as handouts write them."""

import datetime as dt
from enum import StrEnum

from workshop.domain.enums import FeedbackLevel, Triage

_NO_BREAK = "\u00a0"
# Not strftime: its month names follow the user's system, and handouts are in English.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
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


def day_month(date: dt.date) -> str:
    """Return a date as "24 Nov", which no line end parts; its year has to stand beside it."""
    return f"{date.day}{_NO_BREAK}{_MONTHS[date.month - 1][:3]}"


def near_date(date: dt.date, now: dt.date) -> str:
    """Return a date as "24 Nov", with its year where that is not the one of `now`."""
    return day_month(date) if date.year == now.year else short_date(date)


def short_date(date: dt.date) -> str:
    """Return a date as "24 Nov 2026", which no line end parts."""
    return f"{day_month(date)}{_NO_BREAK}{date.year}"


def long_date(date: dt.date) -> str:
    """Return a date as "24 November 2026", which no line end parts."""
    return _NO_BREAK.join((str(date.day), _MONTHS[date.month - 1], str(date.year)))


def number_word(number: int) -> str:
    """Return a number as it starts a sentence: in words below ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def hours(value: float) -> str:
    """Return hours with their noun, without a needless decimal."""
    shown = f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:,.1f}"
    return f"{shown} {'hour' if shown == '1' else 'hours'}"
