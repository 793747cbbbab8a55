"""What to ask before something is done that may be a slip; blank where there is nothing to ask."""

import datetime as dt
from collections.abc import Sequence

from workshop.domain.enums import Bucket
from workshop.domain.owners import promises_of
from workshop.domain.records import Activity, Commitment, Feedback, Participant, Process
from workshop.domain.state import State
from workshop.domain.text import counted, shorten
from workshop.domain.triage import answered_questions

_FAR_AHEAD = 5  # years


def about_date(day: dt.date | None, today: dt.date) -> str:
    """Return what to ask about a date by which something is promised."""
    if day is None:
        return ""
    if day < today:
        return f"{day.isoformat()} is past: is that the date you mean?"
    if day.year > today.year + _FAR_AHEAD:
        return f"{day.isoformat()} is {day.year - today.year:,} years away: is the year right?"
    return ""


def about_deleting(state: State, people: Sequence[Participant]) -> str:
    """Return what to ask before participants are deleted who have promised something."""
    found = [(person, len(promises_of(state, person))) for person in people]
    owners = [(person, count) for person, count in found if count]
    if not owners:
        return ""
    total = sum(count for _, count in owners)
    if len(owners) > 1:
        return f"{len(owners):,} of them own {total:,} open commitments: who takes them over?"
    name = shorten(owners[0][0].name)
    return f"{name} owns {counted(total, ('open commitment', 'open commitments'))}: who takes over?"


def about_moving(state: State, card_ids: Sequence[int], bucket: Bucket) -> str:
    """Return what to say before activities leave the process bucket with answers behind them."""
    if bucket is Bucket.PROCESS:
        return ""
    leaving = set(card_ids)
    emptied = [
        process
        for process in state.processes()
        if {card.id for card in state.activities_of(process.id)} <= leaving
        and _has_content(state, process)
    ]
    if not emptied:
        return ""
    if len(emptied) > 1:
        return f"{len(emptied):,} processes with answers are set aside; they come back with them."
    name = shorten(emptied[0].name)
    return f"The answers about “{name}” are set aside; they come back with the activity."


def _has_content(state: State, process: Process) -> bool:
    return (
        any(answered_questions(process))
        or any(feedback.process_id == process.id for feedback in state.all(Feedback))
        or any(commitment.process_id == process.id for commitment in state.all(Commitment))
    )


def about_merging(state: State, keep_id: int, other_ids: Sequence[int]) -> str:
    """Return what to say before cards are merged whose processes have answers of their own."""
    keep = state.get(Activity, keep_id)
    cards = [state.get(Activity, key) for key in other_ids]
    ids = {card.process_id for card in (keep, *cards) if card and card.bucket is Bucket.PROCESS}
    answered = [
        process
        for process in state.processes()
        if process.id in ids and any(answered_questions(process))
    ]
    if len(answered) < 2:  # one alone has nobody to disagree with
        return ""
    return "More than one of them has answers: what disagrees is set aside with the merged one."
