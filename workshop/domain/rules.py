"""Rules that hold for one record, whichever command makes it."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from workshop.domain.enums import Triage
from workshop.domain.errors import Rejected
from workshop.domain.records import (
    RECORD_TYPES,
    TEXT_FIELDS,
    Activity,
    AgendaItem,
    BuyIn,
    Commitment,
    Excuse,
    Feedback,
    LeadershipAnswers,
    LeadershipMix,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    Process,
    Record,
    SignOff,
)
from workshop.domain.text import MAX_TEXT_LENGTH, clean

R = TypeVar("R", bound=Record)

Check = Callable[[Any], None]

MAX_COUNT = 1_000_000
MAX_HOURS = 10_000_000.0
MAX_SECONDS = 10_000_000
MOST_FINGERS = 5
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)

# The field that a record cannot be without, and what to say where it is blank.
_REQUIRED: dict[type[Record], tuple[str, str]] = {
    Activity: ("text", "Type what is done before keeping the card."),
    Process: ("name", "A process needs a name."),
    Participant: ("name", "Type the name of the participant."),
    Feedback: ("said", "Type what the user said."),
    Commitment: ("text", "Type what is promised, starting with a verb."),
    Excuse: ("text", "Type what stands in the way."),
    Pledge: ("text", "Type what the team will produce."),
    SignOff: ("name", "Type the name of who signs."),
    ParkingLotItem: ("text", "Type what to park."),
    Note: ("text", "Type the note before keeping it."),
}

_COUNTED: tuple[type[Record], ...] = (BuyIn, LeadershipAnswers, LeadershipMix)


def cleaned(record: R) -> R:
    """Return a record with safe text; raises Rejected where it breaks a rule of its own."""
    kind = type(record)
    texts: dict[str, Any] = {name: getattr(record, name) for name in TEXT_FIELDS[kind]}
    safe: dict[str, Any] = {name: clean(text) for name, text in texts.items()}
    if safe != texts:
        record = replace(record, **safe)
    if any(len(text) > MAX_TEXT_LENGTH for text in safe.values()):
        raise Rejected(f"A text may be at most {MAX_TEXT_LENGTH:,} characters long; shorten it.")
    if kind in _REQUIRED and not safe[_REQUIRED[kind][0]].strip():
        raise Rejected(_REQUIRED[kind][1])
    for name, check in _CHECKS[kind]:
        check(getattr(record, name))
    match record:
        case Activity():
            _check_card(record)
        case Process():
            _check_living_with(record)
            _check_merged(record)
    return record


def _find_checks(kind: type[Record]) -> list[tuple[str, Check]]:
    """Return the fields of a record type that have a rule, with the rule."""
    found: list[tuple[str, Check]] = []
    for item in fields(kind):
        if item.type == date | None or item.type is date:
            found.append((item.name, _check_date))
        elif (kind is Activity and item.name.startswith("tally_")) or (
            kind in _COUNTED and item.name != "id"
        ):
            found.append((item.name, _check_count))
    if kind is Activity:
        found.append(("hours_per_week", _check_hours))
    if kind is Process:
        found.append(("votes", _check_count))
    if kind is Note:
        found.append(("fingers", _check_fingers))
    if kind is AgendaItem:
        found += [("planned_minutes", _check_count), ("actual_seconds", _check_seconds)]
    return found


def _check_date(value: date | None) -> None:
    if value is not None and not EARLIEST <= value <= LATEST:
        raise Rejected(f"A date lies between 1900 and 2999, not in {value.year}.")


def _check_count(value: int | None) -> None:
    if value is not None and not 0 <= value <= MAX_COUNT:
        raise Rejected(f"A count lies between 0 and {MAX_COUNT:,}, not at {value:,}.")


def _check_hours(value: float | None) -> None:
    if value is not None and not 0 <= value <= MAX_HOURS:
        raise Rejected(f"Hours per week lie between 0 and {MAX_HOURS:,.0f}.")


def _check_seconds(value: int) -> None:
    if value < 0:
        raise Rejected("Time used cannot be negative.")
    if value > MAX_SECONDS:
        raise Rejected(f"Time used is at most {MAX_SECONDS:,} seconds.")


def _check_fingers(value: int | None) -> None:
    if value is not None and not 0 <= value <= MOST_FINGERS:
        raise Rejected(f"A hand shows 0 to {MOST_FINGERS} fingers, not {value:,}.")


def _check_card(card: Activity) -> None:
    if (card.bucket is None) is (card.merged_into_id is None):
        raise Rejected("A card is either in a bucket or merged into another.")


def _check_living_with(process: Process) -> None:
    if process.triage is Triage.LIVE_WITH_IT and not process.until.strip():
        raise Rejected("Say until when we live with it.")


def _check_merged(process: Process) -> None:
    if process.merged_into_id == process.id:
        raise Rejected("A process cannot be merged into itself.")


_CHECKS = {kind: _find_checks(kind) for kind in RECORD_TYPES}
