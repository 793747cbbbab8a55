"""The state of a session: every record by id, as an immutable value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from workshop.domain.changes import Change
from workshop.domain.enums import Bucket
from workshop.domain.errors import StaleChangeError
from workshop.domain.ranking import INVENTORY, Ranking
from workshop.domain.records import (
    RECORD_TYPES,
    Activity,
    PrivateAnswers,
    Process,
    Record,
    SessionFacts,
)

R = TypeVar("R", bound=Record)
Tables = Mapping[type[Record], Mapping[int, Record]]


def _empty_tables() -> Tables:
    return {kind: {} for kind in RECORD_TYPES}


@dataclass(frozen=True, slots=True)
class State:
    """Records by type and id, their order, and for each type the next id that was never used.

    Two states are equal when their records are.
    """

    tables: Tables = field(default_factory=_empty_tables)
    ranking: Ranking = field(default_factory=Ranking, compare=False)
    next_ids: Mapping[type[Record], int] = field(default_factory=dict, compare=False)

    @classmethod
    def of(
        cls, records: Iterable[Record], next_ids: Mapping[type[Record], int] | None = None
    ) -> "State":
        """Return the state that holds the given records."""
        return cls(next_ids=next_ids or {}).apply(Change(None, record) for record in records)

    def table(self, kind: type[R]) -> Mapping[int, R]:
        """Return all records of a type by id."""
        return cast("Mapping[int, R]", self.tables[kind])

    def all(self, kind: type[R]) -> list[R]:
        """Return all records of a type, oldest first."""
        table = self.table(kind)
        return [table[key] for key in sorted(table)]

    def get(self, kind: type[R], record_id: int) -> R | None:
        """Return a record, or None."""
        return self.table(kind).get(record_id)

    def __len__(self) -> int:
        """Return the number of records."""
        return sum(map(len, self.tables.values()))

    @property
    def facts(self) -> SessionFacts:
        """Return the facts of the session."""
        return next(iter(self.table(SessionFacts).values()))

    def activities(self, bucket: Bucket) -> list[Activity]:
        """Return the activities of a bucket in order."""
        table = self.table(Activity)
        return [table[key] for key in self.ranking.ids(bucket)]

    def processes(self) -> list[Process]:
        """Return the inventory in order, without what is set aside."""
        table = self.table(Process)
        return [table[key] for key in self.ranking.ids(INVENTORY)]

    def activities_of(self, process_id: int) -> list[Activity]:
        """Return the process activities that an entry of the inventory is made from."""
        table = self.table(Activity)
        return [table[key] for key in self.ranking.ids((Process, process_id))]

    def private_answers(self, process_id: int) -> PrivateAnswers:
        """Return the private answers for a process, blank ones where there are none."""
        found = self.get(PrivateAnswers, process_id)
        return found if found is not None else PrivateAnswers(id=process_id)

    def apply(self, changes: Iterable[Change]) -> "State":
        """Return the state after the changes.

        Raises StaleChangeError where a change's before image is not what the state holds.
        """
        changes = tuple(changes)
        tables: dict[type[Record], dict[int, Record]] = {}
        next_ids = dict(self.next_ids)
        for change in changes:
            kind, key = change.kind, change.id
            if kind not in tables:
                tables[kind] = dict(self.tables[kind])
            table = tables[kind]
            if table.get(key) != change.before:
                raise StaleChangeError(f"{kind.TABLE} {key} is not as the change expects")
            if change.after is None:
                del table[key]
            else:
                table[key] = change.after
                next_ids[kind] = max(next_ids.get(kind, 1), key + 1)
        ranking = self.ranking.updated((change.before, change.after) for change in changes)
        return State({**self.tables, **tables}, ranking, next_ids)
