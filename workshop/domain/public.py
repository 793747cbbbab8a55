"""The public view of a session: what the wall and general handouts are made from.

It is built from the record types that are not private and holds no other, so that nothing drawn
from it can show a private answer or a note.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import TypeVar, cast

import msgspec

from workshop.domain.enums import Bucket, ParticipantKind, Triage
from workshop.domain.ranking import INVENTORY, Ranking
from workshop.domain.records import (
    RECORD_TYPES,
    Activity,
    AgendaItem,
    BuyIn,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Feedback,
    LeadershipAnswers,
    Participant,
    Pledge,
    Process,
    Record,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.domain.triage import triage_of

R = TypeVar("R", bound=Record)

# A leadership item is shown from this many answers on (PRODUCT, "Leadership check").
FEWEST_ANSWERS = 5

PUBLIC_TYPES: tuple[type[Record], ...] = tuple(kind for kind in RECORD_TYPES if not kind.PRIVATE)


@dataclass(frozen=True)
class PublicView:
    """The public tables of a session and their order.

    Lists are made when they are first asked for, so that a scene which shows one card among
    10,000 does not pay for the others.
    """

    tables: Mapping[type[Record], Mapping[int, Record]]
    ranking: Ranking

    @classmethod
    def of(cls, state: State) -> "PublicView":
        """Return the public view of a state."""
        tables = {kind: state.tables[kind] for kind in PUBLIC_TYPES}
        tables[LeadershipAnswers] = _shown(state.table(LeadershipAnswers))
        return cls(tables, state.ranking)

    def all(self, kind: type[R]) -> Sequence[R]:
        """Return all records of a public type as they are shown; KeyError for a private one.

        Cards come bucket by bucket, then the merged ones; processes in their order, then those set
        aside; anything else oldest first.
        """
        ranked = {Activity: tuple(Bucket), Process: (INVENTORY,)}.get(kind, ())
        ids = [key for group in ranked for key in self.ranking.ids(group)]
        rest = self.tables[kind].keys() - ids if ids else self.tables[kind]
        return self._ranked(kind, [*ids, *sorted(rest)])

    def get(self, kind: type[R], record_id: int | None) -> R | None:
        """Return a record of a public type, or None; raises KeyError for a private one."""
        table = cast("Mapping[int, R]", self.tables[kind])
        return None if record_id is None else table.get(record_id)

    def _ranked(self, kind: type[R], ids: Iterable[int]) -> Sequence[R]:
        table = cast("Mapping[int, R]", self.tables[kind])
        return [table[key] for key in ids]

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

    @cached_property
    def leaders(self) -> Sequence[Participant]:
        """The participants who are there as leaders."""
        return [each for each in self.participants if each.kind is ParticipantKind.LEADER]

    def activities(self, bucket: Bucket) -> Sequence[Activity]:
        """Return the activities of a bucket in order."""
        return self._ranked(Activity, self.ranking.ids(bucket))

    def count(self, bucket: Bucket) -> int:
        """Return how many activities a bucket holds."""
        return self.ranking.count(bucket)

    def last_activities(self, bucket: Bucket, number: int) -> Sequence[Activity]:
        """Return the activities at the end of a bucket, the last one first."""
        return self._ranked(Activity, self.ranking.last_ids(bucket, number))

    @property
    def merged_activities(self) -> Sequence[Activity]:
        """The activities that were merged into others."""
        return [card for card in self.all(Activity) if card.bucket is None]

    @cached_property
    def processes(self) -> Sequence[Process]:
        """The inventory in order, without what is set aside."""
        return self._ranked(Process, self.ranking.ids(INVENTORY))

    def process(self, process_id: int | None) -> Process | None:
        """Return a process, set aside or not, or None."""
        return self.get(Process, process_id)

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

    def activities_of(self, process_id: int) -> Sequence[Activity]:
        """Return the process activities that an entry of the inventory is made from."""
        return self._ranked(Activity, self.ranking.ids((Process, process_id)))

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
        """The SHA-256 of all that is public, as hex: handouts print its first 12 digits.

        The time that phases took is left out: pages that say the same are of the same state,
        however long the clock runs between them.
        """
        content = {kind.TABLE: self.all(kind) for kind in PUBLIC_TYPES}
        content[AgendaItem.TABLE] = [
            replace(item, actual_seconds=0) for item in self.all(AgendaItem)
        ]
        return sha256(msgspec.json.encode(content)).hexdigest()


def _shown(table: Mapping[int, LeadershipAnswers]) -> Mapping[int, LeadershipAnswers]:
    """Leave out items with so few answers that they could be told apart."""
    return {key: item for key, item in table.items() if item.total >= FEWEST_ANSWERS}


def _grouped(records: Sequence[R], field: str) -> Mapping[int, Sequence[R]]:
    found: defaultdict[int, list[R]] = defaultdict(list)
    for record in records:
        key = getattr(record, field)
        if key is not None:
            found[key].append(record)
    return found
