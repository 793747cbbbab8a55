"""The order of cards and processes, kept up to date change by change.

Each list is sorted by position; a rank is a place in it, so ranks are dense and unique by
construction. Lists are copied on change, never altered: a ranking belongs to one state.
"""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Process, Record

INVENTORY = "inventory"

Entry = tuple[int, int]  # position, id


def lists_of(record: Record | None) -> Iterator[Hashable]:
    """Yield the keys of the lists that a record stands in."""
    match record:
        case Activity(bucket=Bucket() as bucket, process_id=process_id):
            yield bucket
            if bucket is Bucket.PROCESS:
                yield (Process, process_id)
        case Process(set_aside=False):
            yield INVENTORY


def _entry(record: Record) -> Entry:
    assert isinstance(record, Activity | Process)
    return (record.position, record.id)


def _is_where_it_was(before: Record | None, after: Record | None) -> bool:
    """Tell whether a change leaves every list as it is, as most edits do."""
    if before is None or after is None:
        return False
    keys = list(lists_of(before))
    return keys == list(lists_of(after)) and (not keys or _entry(before) == _entry(after))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Sorted lists of (position, id) by key: a bucket, the inventory, or a process's activities."""

    lists: Mapping[Hashable, list[Entry]] = field(default_factory=dict)

    def ids(self, key: Hashable) -> list[int]:
        """Return the ids of a list in order."""
        return [entry[1] for entry in self.lists.get(key, ())]

    def last_ids(self, key: Hashable, number: int) -> list[int]:
        """Return the last ids of a list, the last one first."""
        entries = self.lists.get(key, [])
        return [entry[1] for entry in reversed(entries[max(0, len(entries) - number) :])]

    def entries(self, key: Hashable) -> list[Entry]:
        """Return a copy of a list's entries in order."""
        return list(self.lists.get(key, ()))

    def count(self, key: Hashable) -> int:
        """Return the length of a list."""
        return len(self.lists.get(key, ()))

    def rank(self, key: Hashable, record: Record) -> int:
        """Return the place of a record in a list, from 1."""
        return bisect_left(self.lists[key], _entry(record)) + 1

    def updated(self, changes: Iterable[tuple[Record | None, Record | None]]) -> "Ranking":
        """Return the ranking after records have changed from the first to the second."""
        lists = dict(self.lists)
        copied: set[Hashable] = set()

        def own(key: Hashable) -> list[Entry]:
            if key not in copied:
                copied.add(key)
                lists[key] = list(lists.get(key, ()))
            return lists[key]

        for before, after in changes:
            if _is_where_it_was(before, after):
                continue
            for key in lists_of(before):
                assert before is not None
                entries = own(key)
                del entries[bisect_left(entries, _entry(before))]
            for key in lists_of(after):
                assert after is not None
                insort(own(key), _entry(after))
        for key in copied:
            if not lists[key]:
                del lists[key]
        return Ranking(lists)
