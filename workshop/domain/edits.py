"""What a command collects while it plans: the state as it will be."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from workshop.domain.changes import Change, ChangeSet
from workshop.domain.enums import Bucket, ExcuseState
from workshop.domain.errors import Rejected
from workshop.domain.positions import STEP, between
from workshop.domain.ranking import INVENTORY, Entry
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    Activity,
    Excuse,
    OnDelete,
    Process,
    Record,
    Reference,
)
from workshop.domain.rules import cleaned
from workshop.domain.state import State
from workshop.domain.text import clean

R = TypeVar("R", bound=Record)
Ranked = TypeVar("Ranked", Activity, Process)

_REMOVED = ExcuseState.REMOVED


class Edits:
    """Pending edits on top of a state."""

    def __init__(self, state: State) -> None:
        """Begin with no edit."""
        self.state = state
        self._pending: dict[tuple[type[Record], int], Record | None] = {}
        self._next_ids = dict(state.next_ids)
        self._ends: dict[Hashable, int] = {}

    def new_id(self, kind: type[Record]) -> int:
        """Return an id that no record of a type has ever had."""
        new = self._next_ids.get(kind, 1)
        self._next_ids[kind] = new + 1
        return new

    def get(self, kind: type[R], record_id: int | None) -> R | None:
        """Return a record as it will be, or None."""
        if record_id is None:
            return None
        key = (kind, record_id)
        if key in self._pending:
            return self._pending[key]  # type: ignore[return-value]  # keyed by its own type
        return self.state.get(kind, record_id)

    def require(self, kind: type[R], record_id: int) -> R:
        """Return a record as it will be; raises Rejected where there is none."""
        record = self.get(kind, record_id)
        if record is None:
            raise Rejected(f"There is no {kind.NOUN[0]} with the number {record_id}.")
        return record

    def put(self, record: Record) -> None:
        """Add a record or replace it; raises Rejected where it breaks a rule."""
        self._pending[type(record), record.id] = cleaned(record)

    def edit(self, record: Record, **values: Any) -> None:
        """Replace fields of a record; raises Rejected where it breaks a rule."""
        self.put(replace(record, **values))

    def delete(self, kind: type[Record], ids: Iterable[int]) -> None:
        """Delete records with what cannot be without them, and clear what else refers to them."""
        gone = set(ids)
        self._pending.update(dict.fromkeys(((kind, key) for key in gone), None))
        for other, reference in _REFERENCES_TO[kind]:
            referring = [r for r in self.all(other) if getattr(r, reference.field) in gone]
            if reference.on_delete is OnDelete.DELETE and referring:
                self.delete(other, (record.id for record in referring))
            elif reference.on_delete is OnDelete.CLEAR:
                for record in referring:
                    self.edit(record, **{reference.field: None})

    def all(self, kind: type[R]) -> list[R]:
        """Return all records of a type as they will be, oldest first."""
        ids = self.state.table(kind).keys() | {key for each, key in self._pending if each is kind}
        return [r for r in (self.get(kind, key) for key in sorted(ids)) if r is not None]

    def redirect(self, kind: type[Record], old_id: int, new_id: int) -> None:
        """Let what was said of one record be said of another: needs, pledges, voices, promises.

        Cards and private answers stay with the record that they are a part of.
        """
        for other, reference in _REFERENCES_TO[kind]:
            if other is Activity or reference.field == "id":
                continue
            for record in self.all(other):
                if getattr(record, reference.field) == old_id:
                    self.edit(record, **{reference.field: new_id})

    def place(
        self, records: Iterable[Ranked], key: Hashable, before_id: int | None = None
    ) -> list[Ranked]:
        """Return records with positions at the end of a list, or before one of its members.

        Spreads the rest of the list afresh where the gap is used up. Nothing is put. Raises
        Rejected where the list does not have the member to place before.
        """
        moved = list(records)
        moved_ids = {record.id for record in moved}
        present = self.state.ranking.entries(key)
        target = next((n for n, entry in enumerate(present) if entry[1] == before_id), None)
        if before_id is not None and target is None:
            raise Rejected("The place to move to is no longer there; choose it again.")
        entries = [entry for entry in present if entry[1] not in moved_ids]
        index = sum(entry[1] not in moved_ids for entry in present[:target])
        if _is_in_place(moved, present, index):
            return moved
        left = entries[index - 1][0] if index else None
        if index == len(entries):
            left = max((p for p in (left, self._ends.get(key)) if p is not None), default=None)
        right = entries[index][0] if index < len(entries) else None
        positions = between(left, right, len(moved))
        if positions is None:
            kind = type(moved[0])
            for n, (_, other_id) in enumerate(entries):
                shift = len(moved) if n >= index else 0
                self.edit(self.require(kind, other_id), position=STEP * (n + shift + 1))
            positions = [STEP * (index + n + 1) for n in range(len(moved))]
        if index == len(entries) and positions:
            self._ends[key] = positions[-1]
        return [
            replace(record, position=position)
            for record, position in zip(moved, positions, strict=True)
        ]

    def change_set(self, label: str) -> ChangeSet:
        """Return the changes, after the rules that tie records together have been restored."""
        self._settle_names()
        self._settle_processes()
        self._settle_excuses()
        changes = (
            Change(self.state.get(kind, key), after) for (kind, key), after in self._pending.items()
        )
        return ChangeSet(clean(label), tuple(c for c in changes if c.before != c.after))

    def _settle_names(self) -> None:
        """Let an entry of the inventory follow the text of the card that it was named after."""
        for key in [key for kind, key in self._pending if kind is Activity]:
            before, card = self.state.get(Activity, key), self.get(Activity, key)
            process = self.get(Process, card.process_id) if card else None
            if before and card and process and process.name == before.text:
                self.edit(process, name=card.text)

    def _settle_processes(self) -> None:
        """Give each process activity its entry, and set aside the entries that have none."""
        cards = {key: self.get(Activity, key) for kind, key in self._pending if kind is Activity}
        entries = {key for kind, key in self._pending if kind is Process}
        for key, card in cards.items():
            for each in (self.state.get(Activity, key), card):
                if each is not None and each.process_id is not None:
                    entries.add(each.process_id)
        entering: list[Process] = []
        for card in cards.values():
            if card and card.bucket is Bucket.PROCESS and card.process_id is None:
                entering.append(Process(id=self.new_id(Process), name=card.text))
                self.edit(card, process_id=entering[-1].id)
        staffed = {
            card.process_id for card in cards.values() if card and card.bucket is Bucket.PROCESS
        }
        remaining = [self.get(Process, key) for key in sorted(entries)]
        for process in (process for process in remaining if process is not None):
            stays = any(card.id not in cards for card in self.state.activities_of(process.id))
            set_aside = not stays and process.id not in staffed
            if process.set_aside and not set_aside:
                entering.append(replace(process, set_aside=False, merged_into_id=None))
            else:
                merged_into_id = process.merged_into_id if set_aside else None
                self.edit(process, set_aside=set_aside, merged_into_id=merged_into_id)
        for process in self.place(entering, INVENTORY) if entering else ():
            self.put(process)

    def _settle_excuses(self) -> None:
        """Keep the state of an excuse and the commitment that removes it in step.

        Where they disagree, the one that was edited counts.
        """
        for key in [key for kind, key in self._pending if kind is Excuse]:
            before, excuse = self.state.get(Excuse, key), self.get(Excuse, key)
            if excuse is None or (excuse.state is _REMOVED) == (excuse.removed_by_id is not None):
                continue
            was_removed = before is not None and before.state is _REMOVED
            if excuse.state is not _REMOVED:
                kept = before is not None and before.removed_by_id == excuse.removed_by_id
                self.edit(excuse, **({"removed_by_id": None} if kept else {"state": _REMOVED}))
            elif was_removed:
                self.edit(excuse, state=ExcuseState.OPEN)
            else:
                raise Rejected("Say which commitment removes the excuse.")


def _is_in_place(
    moved: Sequence[Activity] | Sequence[Process], present: Sequence[Entry], index: int
) -> bool:
    there = present[index : index + len(moved)]
    return there == [(record.position, record.id) for record in moved]


_REFERENCES_TO: dict[type[Record], list[tuple[type[Record], Reference]]] = {
    kind: [
        (other, reference)
        for other in RECORD_TYPES
        for reference in REFERENCES[other]
        if reference.table == kind.TABLE
    ]
    for kind in RECORD_TYPES
}


def remapped(record: R, ids: Mapping[tuple[type[Record], int], int]) -> R:
    """Return a record with its id and its references replaced where `ids` names them."""
    values = {"id": ids.get((type(record), record.id), record.id)}
    for reference in REFERENCES[type(record)]:
        target = getattr(record, reference.field)
        key = (RECORD_TYPE_OF_TABLE[reference.table], target)
        values[reference.field] = ids.get(key, target)
    return replace(record, **values)
