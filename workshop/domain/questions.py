"""What to ask or say about something that may be a slip; blank where there is nothing to."""

import datetime as dt
from collections.abc import Sequence

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Bucket
from workshop.domain.owners import promises_of
from workshop.domain.records import Activity, Commitment, Feedback, Participant, Process
from workshop.domain.rules import EARLIEST, LATEST
from workshop.domain.state import State
from workshop.domain.text import counted, shorten
from workshop.domain.triage import answered_questions

_FAR_AHEAD = 5  # years
_PAST, _FAR = "is past", "is years away"


def about_date(day: dt.date | None, today: dt.date) -> str:
    """Return what to ask about a date by which something is promised."""
    remark = remark_on_date(day, today)
    if day is None or not remark:
        return ""
    if remark == _PAST:
        return f"{day.isoformat()} is past: is that the date you mean?"
    return f"{day.isoformat()} is {day.year - today.year:,} years away: is the year right?"


def remark_on_date(day: dt.date | None, today: dt.date) -> str:
    """Return what is odd about a date by which something is promised: "is past"."""
    if day is None or not EARLIEST <= day <= LATEST:  # the rules refuse what lies outside
        return ""
    if day < today:
        return _PAST
    return _FAR if day.year > today.year + _FAR_AHEAD else ""


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


def about_set_aside(change_set: ChangeSet, state: State) -> str:
    """Return what to say once processes have left the inventory with answers behind them."""
    emptied = [
        change.after
        for change in change_set.changes
        if isinstance(change.before, Process)
        and isinstance(change.after, Process)
        and change.after.set_aside > change.before.set_aside
        and change.after.merged_into_id is None
        and _has_content(state, change.after)
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


def about_merging(state: State, card_ids: Sequence[int]) -> str:
    """Return what to say before cards are merged whose processes have answers of their own."""
    cards = [state.get(Activity, card_id) for card_id in card_ids]
    ids = {card.process_id for card in cards if card and card.bucket is Bucket.PROCESS}
    answered = [
        process
        for process in state.processes()
        if process.id in ids and any(answered_questions(process))
    ]
    if len(answered) < 2:  # one alone has nobody to disagree with
        return ""
    return "More than one of them has answers: what disagrees is set aside with the merged one."
