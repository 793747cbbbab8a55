"""Commitments in the order and the groups in which handouts show them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.domain.enums import CommitmentKind, CommitmentStatus
from workshop.domain.records import Commitment
from workshop.domain.text import one_line, sameness_key
from workshop.handouts import styles
from workshop.handouts.handout import Handout
from workshop.handouts.table import Block, Cell
from workshop.handouts.words import NO_DATE, day_month, label

NO_OWNER = "No owner yet"

_KIND_ORDER = {kind: n for n, kind in enumerate(CommitmentKind)}


def in_order(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Return commitments by due date, those without one last, then by kind, oldest first."""
    return sorted(commitments, key=lambda c: (c.due or dt.date.max, _KIND_ORDER[c.kind], c.id))


@dataclass(frozen=True, slots=True)
class OwnerPromises:
    """What one owner has promised, in order; a blank name gathers what has no owner."""

    owner: str
    commitments: Sequence[Commitment]


def by_owner(commitments: Iterable[Commitment]) -> list[OwnerPromises]:
    """Return commitments by owner in the order of their names; those without one come last.

    Owners that differ in case and spacing alone are one; the first spelling stands.
    """
    found: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        found.setdefault(sameness_key(commitment.owner), []).append(commitment)
    return [
        OwnerPromises(one_line(found[key][0].owner), in_order(found[key]))
        for key in sorted(found, key=lambda key: (not key, key))
    ]


def first_day(handout: Handout) -> dt.date:
    """Return the day from which dates are counted: of the session, else of the handout."""
    return handout.facts.date or handout.made.date()


def due_cell(handout: Handout, commitment: Commitment) -> Cell:
    """Return the due date; its year stands underneath where it is not that of the session."""
    if commitment.due is None:
        return (Block((NO_DATE.replace(" ", "\u00a0"),), styles.CELL_MUTED),)
    day = Block((day_month(commitment.due),), styles.CELL_STRONG)
    if commitment.due.year == first_day(handout).year:
        return (day,)
    return (day, Block((str(commitment.due.year),), styles.CELL_MUTED))


def due_group(commitment: Commitment) -> str:
    """Return what commitments share that print their date once."""
    return commitment.due.isoformat() if commitment.due else NO_DATE


def status_words(commitment: Commitment) -> str:
    """Return how far a commitment has come; nothing for one that is just made."""
    return "" if commitment.status is CommitmentStatus.OPEN else label(commitment.status)
