"""Add, edit and delete records of any type."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from workshop.domain.changes import ChangeSet
from workshop.domain.edits import Edits, remapped
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    REFERENCES,
    TEXT_FIELDS,
    Activity,
    AgendaItem,
    PrivateAnswers,
    Process,
    Record,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.domain.text import counted, shorten

# Fields that follow from a move, a merge or a bucket, and change with those alone.
_MANAGED: dict[type[Record], frozenset[str]] = {
    SessionFacts: frozenset({"id", "session_id"}),
    Activity: frozenset({"id", "bucket", "position", "merged_into_id"}),
    Process: frozenset({"id", "position", "set_aside", "merged_into_id"}),
}
_PERMANENT: dict[type[Record], str] = {
    SessionFacts: "The facts of a session can be edited but not deleted.",
    Process: "A process leaves the inventory when its activities leave the process bucket.",
    AgendaItem: "A phase can be given no minutes but not be deleted.",
}


@dataclass(frozen=True, slots=True)
class AddRecords:
    """Add records of any types at the end of their lists, as one step.

    Each has an id of its own below 1 and gets a new one; references among them follow. Ids from 1
    on refer to records that the session has.
    """

    records: tuple[Record, ...]
    label: str = ""

    def plan(self, state: State) -> ChangeSet:
        """Return the additions; raises Rejected where a record breaks a rule."""
        edits = Edits(state)
        ids = {
            (type(record), record.id): edits.new_id(type(record))
            for record in self.records
            if not isinstance(record, PrivateAnswers)
        }
        added = [remapped(record, ids) for record in self.records]
        self._require_new(edits, added)
        _place_at_end(edits, added)
        _require_references(edits, added)
        _require_unmerged_targets(edits, added)
        return edits.change_set(self.label or _label("Added", added))

    def _require_new(self, edits: Edits, added: list[Record]) -> None:
        """Raise Rejected for facts, and for a number that is taken or that is given twice."""
        if any(isinstance(record, SessionFacts) for record in added):
            raise Rejected("A session has its facts already; edit them.")
        seen: set[tuple[type[Record], int]] = set()
        for record, new in zip(self.records, added, strict=True):
            kind, key = type(record), record.id
            is_taken = edits.get(kind, new.id) is not None
            if (kind is not PrivateAnswers and key > 0) or (kind, key) in seen or is_taken:
                raise Rejected(f"The {kind.NOUN[0]} cannot have the number {key}.")
            seen.add((kind, key))


def _place_at_end(edits: Edits, records: list[Record]) -> None:
    """Put records, activities and processes in the order given behind what is there."""
    for bucket in Bucket:
        cards = [r for r in records if isinstance(r, Activity) and r.bucket is bucket]
        for card in edits.place(cards, bucket):
            edits.put(card)
    for process in edits.place((r for r in records if isinstance(r, Process)), INVENTORY):
        edits.put(process)
    for record in records:
        is_card = isinstance(record, Activity) and record.bucket is not None
        if not is_card and not isinstance(record, Process):
            edits.put(record)


def _require_references(edits: Edits, records: Iterable[Record]) -> None:
    for record in records:
        for reference in REFERENCES[type(record)]:
            target = getattr(record, reference.field)
            kind = RECORD_TYPE_OF_TABLE[reference.table]
            if target is not None:
                edits.require(kind, target)
            elif reference.required:
                raise Rejected(f"Say which {kind.NOUN[0]} the {record.NOUN[0]} belongs to.")


def _require_unmerged_targets(edits: Edits, records: Iterable[Record]) -> None:
    for record in records:
        if isinstance(record, Activity) and record.merged_into_id is not None:
            target = edits.require(Activity, record.merged_into_id)
            if target.merged_into_id is not None:
                raise Rejected("A card is merged into one that is not merged itself.")


@dataclass(frozen=True, slots=True)
class EditRecord:
    """Edit fields of one record."""

    kind: type[Record]
    id: int
    values: Mapping[str, Any]
    label: str = ""

    def plan(self, state: State) -> ChangeSet:
        """Return the edit; raises Rejected where it breaks a rule."""
        edits = Edits(state)
        record = edits.require(self.kind, self.id)
        known = {item.name for item in fields(record)} - _MANAGED.get(self.kind, {"id"})
        for name in self.values.keys() - known:
            raise Rejected(f"The field “{name}” of {self.kind.NOUN[1]} cannot be edited.")
        after = replace(record, **self.values)
        edits.put(after)
        _require_references(edits, [after])
        return edits.change_set(self.label or _label("Edited", [after]))


@dataclass(frozen=True, slots=True)
class DeleteRecords:
    """Delete records of one type, with what cannot be without them."""

    kind: type[Record]
    ids: tuple[int, ...]

    def plan(self, state: State) -> ChangeSet:
        """Return the deletions; raises Rejected where they may not be."""
        if self.kind in _PERMANENT:
            raise Rejected(_PERMANENT[self.kind])
        edits = Edits(state)
        records = [edits.require(self.kind, record_id) for record_id in dict.fromkeys(self.ids)]
        edits.delete(self.kind, (record.id for record in records))
        return edits.change_set(_label("Deleted", records))


def _label(verb: str, records: list[Record]) -> str:
    """Return "Added 3 activities" or "Added activity “Sign forms”"; never a private text.

    Beside public records private ones are not even counted.
    """
    records = [record for record in records if not record.PRIVATE] or records
    if not records:
        return f"{verb} nothing"
    kind = type(records[0])
    if any(type(record) is not kind for record in records):
        return f"{verb} {len(records):,} entries"
    if len(records) > 1 or kind.PRIVATE:
        return f"{verb} {counted(len(records), kind.NOUN)}"
    names = [name for name in ("text", "name", "said") if name in TEXT_FIELDS[kind]]
    if not names:
        return f"{verb} {kind.NOUN[0]}"
    return f"{verb} {kind.NOUN[0]} “{shorten(getattr(records[0], names[0]))}”"
