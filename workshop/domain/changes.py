"""What a command does to a session, as before and after images that can be flipped."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it was not there yet, or is there no longer."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Return the image that exists, the later one if both do."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    @property
    def kind(self) -> type[Record]:
        """Return the type of the record."""
        return type(self.record)

    @property
    def id(self) -> int:
        """Return the id of the record."""
        return self.record.id

    def flip(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All changes of one command, with the label that history and undo show."""

    label: str
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.changes)

    def flip(self, label: str) -> "ChangeSet":
        """Return the change set that takes this one back, under a label of its own."""
        return ChangeSet(label, tuple(change.flip() for change in reversed(self.changes)))

    def touches(self, kind: type[Record], record_id: int, *names: str) -> bool:
        """Tell whether a record changes; in one of these fields, where any are named."""
        for each in self.changes:
            if (each.kind, each.id) == (kind, record_id):
                return not names or any(
                    getattr(each.before, name, None) != getattr(each.after, name, None)
                    for name in names
                )
        return False

    @property
    def is_private(self) -> bool:
        """Tell whether nothing in it may be shown: only private records change."""
        return all(change.kind.PRIVATE for change in self.changes)


def net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return at most one change for each record: from its first before to its last after."""
    found: dict[tuple[type[Record], int], Change] = {}
    for change in changes:
        key = (change.kind, change.id)
        first = found.get(key, change)
        found[key] = Change(first.before, change.after)
    return tuple(change for change in found.values() if change.before != change.after)
