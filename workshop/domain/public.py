"""The public view of a session: what the wall and general handouts are made from.

It is built from the record types that are not private and holds no other, so that nothing drawn
from it can show a private answer or a note.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TypeVar, cast

import msgspec

from workshop.domain.enums import Bucket, Triage
from workshop.domain.records import (
    RECORD_TYPES,
    Activity,
    AgendaItem,
    BuyIn,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Feedback,
    Participant,
    Pledge,
    Process,
    Record,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.domain.triage import triage_of

R = TypeVar("R", bound=Record)

PUBLIC_TYPES: tuple[type[Record], ...] = tuple(kind for kind in RECORD_TYPES if not kind.PRIVATE)


@dataclass(frozen=True)
class PublicView:
    """The public records of a session, each type in the order in which it is shown."""

    records: Mapping[type[Record], Sequence[Record]]

    @classmethod
    def of(cls, state: State) -> "PublicView":
        """Return the public view of a state."""
        records: dict[type[Record], Sequence[Record]] = {
            kind: state.all(kind) for kind in PUBLIC_TYPES
        }
        records[Activity] = [
            *(card for bucket in Bucket for card in state.activities(bucket)),
            *(card for card in state.all(Activity) if card.bucket is None),
        ]
        set_aside = [process for process in state.all(Process) if process.set_aside]
        records[Process] = [*state.processes(), *set_aside]
        return cls(records)

    def all(self, kind: type[R]) -> Sequence[R]:
        """Return all records of a public type; raises KeyError for a private one."""
        return cast("Sequence[R]", self.records[kind])

    @cached_property
    def facts(self) -> SessionFacts:
        """The facts of the session."""
        return self.all(SessionFacts)[0]

    @cached_property
    def agenda(self) -> Sequence[AgendaItem]:
        """The phases in their order."""
        return sorted(self.all(AgendaItem), key=lambda item: (item.position, item.id))

    @cached_property
    def participants(self) -> Sequence[Participant]:
        """The people in the room."""
        return self.all(Participant)

    def activities(self, bucket: Bucket) -> Sequence[Activity]:
        """Return the activities of a bucket in order."""
        return self._by_bucket.get(bucket, [])

    @cached_property
    def _by_bucket(self) -> Mapping[Bucket | None, Sequence[Activity]]:
        found: defaultdict[Bucket | None, list[Activity]] = defaultdict(list)
        for card in self.all(Activity):
            found[card.bucket].append(card)
        return found

    @property
    def merged_activities(self) -> Sequence[Activity]:
        """The activities that were merged into others."""
        return self._by_bucket.get(None, [])

    @cached_property
    def processes(self) -> Sequence[Process]:
        """The inventory in order, without what is set aside."""
        return [process for process in self.all(Process) if not process.set_aside]

    @cached_property
    def _process_by_id(self) -> Mapping[int, Process]:
        return {process.id: process for process in self.all(Process)}

    def process(self, process_id: int | None) -> Process | None:
        """Return a process, set aside or not, or None."""
        return None if process_id is None else self._process_by_id.get(process_id)

    def processes_in(self, triage: Triage) -> Sequence[Process]:
        """Return the processes that count under a triage."""
        return [process for process in self.processes if triage_of(process) is triage]

    @cached_property
    def commitments(self) -> Sequence[Commitment]:
        """The commitments, oldest first."""
        return self.all(Commitment)

    @cached_property
    def _updates(self) -> Mapping[int, Sequence[CommitmentUpdate]]:
        return _grouped(self.all(CommitmentUpdate), "commitment_id")

    def updates_of(self, commitment_id: int) -> Sequence[CommitmentUpdate]:
        """Return the dated updates of a commitment."""
        return self._updates.get(commitment_id, [])

    @cached_property
    def _feedback(self) -> Mapping[int, Sequence[Feedback]]:
        return _grouped(self.all(Feedback), "process_id")

    def feedback_of(self, process_id: int) -> Sequence[Feedback]:
        """Return what the users of a process said."""
        return self._feedback.get(process_id, [])

    @cached_property
    def _commitments_of(self) -> Mapping[int, Sequence[Commitment]]:
        return _grouped(self.commitments, "process_id")

    def commitments_of(self, process_id: int) -> Sequence[Commitment]:
        """Return the commitments made about a process."""
        return self._commitments_of.get(process_id, [])

    @cached_property
    def _activities_of(self) -> Mapping[int, Sequence[Activity]]:
        return _grouped(self.activities(Bucket.PROCESS), "process_id")

    def activities_of(self, process_id: int) -> Sequence[Activity]:
        """Return the process activities that an entry of the inventory is made from."""
        return self._activities_of.get(process_id, [])

    @cached_property
    def excuses(self) -> Sequence[Excuse]:
        """The excuses, oldest first."""
        return self.all(Excuse)

    @cached_property
    def _excuses_removed(self) -> Mapping[int, Sequence[Excuse]]:
        return _grouped(self.excuses, "removed_by_id")

    def excuses_removed_by(self, commitment_id: int) -> Sequence[Excuse]:
        """Return the excuses that a commitment removes."""
        return self._excuses_removed.get(commitment_id, [])

    @cached_property
    def pledges(self) -> Sequence[Pledge]:
        """The pledges, oldest first."""
        return self.all(Pledge)

    @cached_property
    def buy_in(self) -> BuyIn | None:
        """The fist-to-five count, if one was taken."""
        return next(iter(self.all(BuyIn)), None)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all that is public, as hex: handouts print its first 12 digits."""
        content = {kind.TABLE: list(records) for kind, records in self.records.items()}
        return sha256(msgspec.json.encode(content)).hexdigest()


def _grouped(records: Sequence[R], field: str) -> Mapping[int, Sequence[R]]:
    found: defaultdict[int, list[R]] = defaultdict(list)
    for record in records:
        key = getattr(record, field)
        if key is not None:
            found[key].append(record)
    return found
