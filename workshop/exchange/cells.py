"""From the text of a cell to the value of a field, and back."""

import datetime as dt
import math
import re
import types
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar, get_args

from workshop.domain.enums import ParticipantKind, YesNo, YesNoUnsure
from workshop.domain.records import RECORD_TYPES, Record
from workshop.domain.rules import EARLIEST, LATEST, MAX_COUNT, MAX_HOURS
from workshop.exchange.columns import folded

E = TypeVar("E", bound=StrEnum)

# What people write for yes and no, beside the words themselves.
_YES, _NO = {"y", "true", "1", "x", "✓", "✔", "☑"}, {"n", "false", "0"}
_UNSURE = {"notsure", "dontknow", "maybe"}
_OTHER_WORDS = {"hq": "headquarters", "user": "processuser"}
_AMERICAN_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
# 1,200.5 as Americans write it, 3,5 as Europeans do, and 1e-05 as the export may.
_HOURS = re.compile(
    r"(?:(?P<plain>\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d*)?)"
    r"|(?P<whole>\d+),(?P<part>\d{1,2}))\s*(?:h|hrs?|hours?)?",
    re.IGNORECASE | re.ASCII,
)
_COUNT = re.compile(r"(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0+)?", re.ASCII)


def _without_none(hint: Any) -> type:
    options = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    found: type = next(option for option in options if option is not types.NoneType)
    return found


# The type of each field, without the None that a blank stands for.
_TYPES = {
    kind: {item.name: _without_none(item.type) for item in fields(kind)} for kind in RECORD_TYPES
}


class CellError(ValueError):
    """A cell that says nothing its field can hold; the message ends the sentence about it."""


def choice(kind: type[E], cell: str) -> E:
    """Return a choice by its word, whatever the case and spaces; raises CellError for others."""
    word = folded(cell) or cell
    word = _OTHER_WORDS.get(word, word)
    if kind in {YesNo, YesNoUnsure, ParticipantKind}:
        word = "yes" if word in _YES else "no" if word in _NO else word
    if kind is ParticipantKind:  # of a column headed "Leader?"
        word = {"yes": "leader", "no": "processuser"}.get(word, word)
    elif kind in {YesNo, YesNoUnsure}:
        word = "unsure" if word in _UNSURE or cell == "?" else word
    for member in kind:
        if folded(member.value) == word:
            return member
    raise CellError("is none of " + ", ".join(member.value for member in kind))


def yes_or_no(cell: str) -> bool:
    """Return True for yes and False for no; raises CellError for anything else."""
    return choice(YesNo, cell) is YesNo.YES


def says_yes(cell: str) -> bool:
    """Tell whether a cell says yes, by a word or a tick, rather than no or anything else."""
    with suppress(CellError):
        return yes_or_no(cell)
    return False


def hours(cell: str) -> float:
    """Return a number of hours; raises CellError for anything else."""
    found = _HOURS.fullmatch(cell)
    if found is None:
        value = math.nan
    elif found["plain"]:
        value = float(found["plain"].replace(",", ""))
    else:
        value = float(f"{found['whole']}.{found['part']}")
    if not 0 <= value <= MAX_HOURS:
        raise CellError(f"is no number of hours from 0 to {MAX_HOURS:,.0f}")
    return value


def count(cell: str) -> int:
    """Return a count; raises CellError for anything else."""
    found = _COUNT.fullmatch(cell)
    value = int(found[1].replace(",", "")) if found else -1
    if not 0 <= value <= MAX_COUNT:
        raise CellError(f"is no number from 0 to {MAX_COUNT:,}")
    return value


def day(cell: str) -> dt.date:
    """Return a date, 2026-03-31 or 3/31/2026; raises CellError for anything else."""
    american = _AMERICAN_DATE.fullmatch(cell)
    try:
        if american:
            value = dt.date(int(american[3]), int(american[1]), int(american[2]))
        else:
            value = dt.date.fromisoformat(cell)
    except ValueError:
        value = dt.date.min
    if not EARLIEST <= value <= LATEST:
        raise CellError("is no date such as 2026-03-31")
    return value


def until(cell: str) -> str:
    """Return an until-when: 3/31/2026 as the day it is, else what is said."""
    with suppress(CellError):
        return day(cell).isoformat() if _AMERICAN_DATE.fullmatch(cell) else cell
    return cell


def days_after(cell: str, start: dt.date) -> dt.date:
    """Return the date that lies some days after another; raises CellError for anything else."""
    later = start + dt.timedelta(days=min(count(cell), 400_000))
    if later > LATEST:
        raise CellError("is too many days")
    return later


_READERS: dict[type, Callable[[str], Any]] = {
    bool: yes_or_no, dt.date: day, float: hours, int: count,
}  # fmt: skip


def value_of(kind: type[Record], field: str, cell: str) -> Any:
    """Return the value of a record's field; raises CellError where the cell holds none."""
    wanted = _TYPES[kind][field]
    if field == "until":
        return until(cell)
    if issubclass(wanted, StrEnum):
        return choice(wanted, cell)
    read = _READERS.get(wanted)
    return read(cell) if read else cell


def cell_of(value: object) -> str:
    """Return a value as a cell shows it; blank for None."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case StrEnum():
            return value.value
        case dt.date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
