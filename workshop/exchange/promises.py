"""The commitments and the feedback that rows add to processes."""

import datetime as dt
import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshop.domain.enums import CommitmentKind, CommitmentStatus
from workshop.domain.records import Commitment, CommitmentUpdate, Feedback, Record
from workshop.domain.state import State
from workshop.domain.text import sameness_key
from workshop.domain.triage import commitment_kind_of
from workshop.exchange.cells import CellError, choice, day, days_after
from workshop.exchange.entries import Entry
from workshop.exchange.journal import Cells, Journal
from workshop.exchange.voices import split_voices

_COMMITMENT_FIELDS = {
    "commitment_kind": "kind",
    "commitment_owner": "owner",
    "due": "due",
    "depends_on": "depends_on",
    "measure": "measure",
    "status": "status",
    "made_on": "made_on",
    "next_check": "next_check",
    "carried": "carried",
}
_DESCRIBING = (*_COMMITMENT_FIELDS, "due_in_days", "updates")
_VOICE_FIELDS = {
    "feedback_who": "who",
    "feedback_quote": "said",
    "feedback_on": "said_on",
    "feedback_reached_us_by": "reached_us_by",
}


@dataclass(slots=True)
class _Promise:
    """A commitment before its kind is settled, which its process may have a say in."""

    text: str
    entry: Entry | None
    values: dict[str, Any]
    number: int | None
    updates: list[CommitmentUpdate]

    def record(self, key: int) -> Commitment:
        kind = self.values.pop("kind", None)
        if kind is None and "depends_on" in self.values:
            kind = CommitmentKind.LONG_TERM
        elif kind is None:
            kind = commitment_kind_of(self.entry.process) if self.entry else CommitmentKind.FIX_NOW
        process_id = self.entry.id if self.entry else None
        return Commitment(id=key, text=self.text, kind=kind, process_id=process_id, **self.values)


class Promises:
    """The commitments that rows add, each once."""

    def __init__(self, state: State, journal: Journal, today: dt.date) -> None:
        """Begin with the commitments of a session; days count from its date, else from today."""
        self._journal = journal
        self._stray: set[str] = set()
        self._start = state.facts.date or today
        self._promises: list[_Promise] = []
        self._known = {
            (commitment.process_id, sameness_key(commitment.text))
            for commitment in state.all(Commitment)
        }

    def add(self, cells: Cells, entry: Entry | None) -> bool:
        """Take the commitment of a row, if it has one that is not there yet; tell whether so."""
        text = cells.get("commitment")
        key = (entry.id if entry else None, sameness_key(text))
        if not text:
            self._stray |= {name for name in _DESCRIBING if cells.get(name)}
        if not text or key in self._known:
            return False
        self._known.add(key)
        values = self._journal.values(cells, Commitment, _COMMITMENT_FIELDS)
        if "due" not in values and cells.get("due_in_days"):
            values |= self._due_in_days(cells)
        number = self._journal.number(cells, "commitment_number")
        self._promises.append(_Promise(text, entry, values, number, self._updates(cells)))
        return True

    def _due_in_days(self, cells: Cells) -> dict[str, Any]:
        try:
            return {"due": days_after(cells.get("due_in_days"), self._start)}
        except CellError as error:
            self._journal.refuse_cell(cells, "due_in_days", error)
            return {}

    def _updates(self, cells: Cells) -> list[CommitmentUpdate]:
        """Return dated updates, one a line: a date, a status and a word on it."""
        found = []
        for line in filter(None, map(str.strip, cells.get("updates").split("\n"))):
            try:
                found.append(_update(line))
            except CellError as error:
                self._journal.refuse_cell(cells, "updates", error)
        return found

    def records(self) -> Iterator[Record]:
        """Yield the new commitments in the order of their numbers, each with its updates."""
        if self._stray:
            names = ", ".join(name for name in _DESCRIBING if name in self._stray)
            self._journal.remark(f"{names}: left out in the rows that have no commitment")
        updates = itertools.count(-1, -1)
        ordered = sorted(self._promises, key=lambda promise: promise.number or math.inf)
        for key, promise in zip(itertools.count(-1, -1), ordered):
            yield promise.record(key)
            for update in promise.updates:
                yield replace(update, id=next(updates), commitment_id=key)


def _update(line: str) -> CommitmentUpdate:
    """Return "2026-04-01 in progress: asked twice"; raises CellError for anything else."""
    made_on, *rest = line.split(maxsplit=1)
    status, _, text = "".join(rest).partition(":")
    if not status:
        raise CellError("has a line that is no date and status")
    return CommitmentUpdate(
        id=0,
        commitment_id=0,
        made_on=day(made_on),
        status=choice(CommitmentStatus, status),
        text=text.strip(),
    )


class Voices:
    """The feedback that rows add, each voice once for a process."""

    def __init__(self, state: State, journal: Journal) -> None:
        """Begin with the feedback of a session."""
        self._journal = journal
        self._new: list[Feedback] = []
        self._known = {self._key(feedback) for feedback in state.all(Feedback)}

    @staticmethod
    def _key(feedback: Feedback) -> tuple[object, ...]:
        who, said = sameness_key(feedback.who), sameness_key(feedback.said)
        return feedback.process_id, who, said, feedback.said_on

    def add(self, cells: Cells, entry: Entry) -> bool:
        """Take what a row says that its users said; tell whether any of it is new."""
        voices = [
            Feedback(id=0, process_id=entry.id, who=voice.who, said=voice.said)
            for voice in split_voices(cells.get("feedback_said"))
        ]
        in_a_cell = [self._keep(feedback) for feedback in voices]
        return self.add_one(cells, entry, _VOICE_FIELDS) or any(in_a_cell)

    def add_one(self, cells: Cells, entry: Entry, fields: Mapping[str, str]) -> bool:
        """Take the one voice that the columns of a row describe; tell whether it is new."""
        values = self._journal.values(cells, Feedback, fields)
        return "said" in values and self._keep(Feedback(id=0, process_id=entry.id, **values))

    def _keep(self, feedback: Feedback) -> bool:
        is_new = self._key(feedback) not in self._known
        if is_new:
            self._known.add(self._key(feedback))
            self._new.append(feedback)
        return is_new

    def records(self) -> Iterator[Feedback]:
        """Yield the new feedback in the order of the rows."""
        for key, feedback in zip(itertools.count(-1, -1), self._new, strict=False):
            yield replace(feedback, id=key)
