"""What the next session begins with: what of the last one is still to be done."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workshop.domain.enums import CommitmentStatus, ExcuseState
from workshop.domain.kept import OPEN_STATUSES
from workshop.domain.records import (
    Activity,
    AgendaItem,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Feedback,
    Need,
    Participant,
    Pledge,
    PledgeReturn,
    PrivateAnswers,
    Process,
    Prompt,
    Record,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.domain.text import counted

# What comes along as it is.
_WHOLE: tuple[type[Record], ...] = (Participant, PrivateAnswers, Activity, Need, Feedback, Prompt)

_NOT_KEPT = frozenset({CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN})


def carried(state: State, session_id: str) -> list[Record]:
    """Return the records that the next session begins with, under the ids they have.

    It lies on the day that the last one has named. Votes, choices and the minutes used start
    afresh, and so does all that a room does once: buy-in, signatures, leadership check, notes.
    """
    commitments = list(_commitments(state))
    promised = {commitment.id for commitment in commitments}
    pledges = [replace(pledge, carried=True) for pledge in state.all(Pledge) if _is_due(pledge)]
    pledged = {pledge.id for pledge in pledges}
    return [
        _facts(state.facts, session_id),
        *(replace(item, actual_seconds=0) for item in state.all(AgendaItem)),
        *(replace(process, votes=0, chosen=False) for process in state.all(Process)),
        *(record for kind in _WHOLE for record in state.all(kind)),
        *commitments,
        *(word for word in state.all(CommitmentUpdate) if word.commitment_id in promised),
        *_excuses(state, promised),
        *pledges,
        *(
            each
            for each in state.all(PledgeReturn)
            if each.pledge_id in pledged and each.commitment_id in promised
        ),
    ]


def summary(records: Iterable[Record]) -> str:
    """Return in words what is carried over."""
    found = list(records)
    kinds = (Process, Commitment, Excuse, Pledge, Participant)
    numbers = [
        counted(number, kind.NOUN)
        for kind in kinds
        if (number := sum(type(record) is kind for record in found))
    ]
    return ", ".join(numbers) or "nothing"


def _facts(last: SessionFacts, session_id: str) -> SessionFacts:
    return replace(
        last,
        session_id=session_id,
        previous_session_id=last.session_id,
        previous_date=last.date,
        date=last.next_date,
        next_date=None,
    )


def _commitments(state: State) -> Iterator[Commitment]:
    """Yield what is still promised, each dated, so that it ages over several sessions."""
    for commitment in state.all(Commitment):
        if commitment.status in OPEN_STATUSES:
            session = state.facts.previous_date if commitment.carried else state.facts.date
            yield replace(commitment, carried=True, made_on=commitment.made_on or session)


def _excuses(state: State, promised: set[int]) -> Iterator[Excuse]:
    """Yield the open excuses, and those that an open commitment is to remove.

    Where that commitment was not kept, the excuse is open again.
    """
    for excuse in state.all(Excuse):
        removing = state.get(Commitment, excuse.removed_by_id) if excuse.removed_by_id else None
        if excuse.state is ExcuseState.OPEN or (removing and removing.status in _NOT_KEPT):
            yield replace(excuse, state=ExcuseState.OPEN, removed_by_id=None, carried=True)
        elif removing and removing.id in promised:
            yield replace(excuse, carried=False)


def _is_due(pledge: Pledge) -> bool:
    """Tell whether a pledge is still to be looked at; one is settled where it was carried here."""
    return not (pledge.carried and pledge.actual.strip())
