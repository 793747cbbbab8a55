"""The agenda: the time that a phase has and took, and its place among the others."""

from dataclasses import dataclass, replace

from workshop.domain.changes import ChangeSet
from workshop.domain.edits import Edits
from workshop.domain.errors import Rejected
from workshop.domain.positions import STEP
from workshop.domain.records import AgendaItem
from workshop.domain.state import State
from workshop.domain.text import counted


@dataclass(frozen=True, slots=True)
class TimePhase:
    """Keep how many seconds a phase has taken; no step of undo."""

    id: int
    seconds: int

    def plan(self, state: State) -> ChangeSet:
        """Return the new time."""
        edits = Edits(state)
        item = edits.require(AgendaItem, self.id)
        edits.put(replace(item, actual_seconds=self.seconds))
        return edits.change_set(f"Timed {item.phase.value.capitalize()}")


@dataclass(frozen=True, slots=True)
class ExtendPhase:
    """Plan some minutes more for a phase."""

    id: int
    minutes: int

    def plan(self, state: State) -> ChangeSet:
        """Return the new plan; raises Rejected past what an agenda holds."""
        edits = Edits(state)
        item = edits.require(AgendaItem, self.id)
        edits.put(replace(item, planned_minutes=item.planned_minutes + self.minutes))
        more = counted(self.minutes, ("minute", "minutes"))
        return edits.change_set(f"Gave {item.phase.value.capitalize()} {more} more")


@dataclass(frozen=True, slots=True)
class MovePhase:
    """Move a phase of the agenda by one place, earlier (-1) or later (1)."""

    id: int
    by: int

    def plan(self, state: State) -> ChangeSet:
        """Return the new order; raises Rejected at either end."""
        edits = Edits(state)
        moved = edits.require(AgendaItem, self.id)
        order = sorted(state.all(AgendaItem), key=lambda item: (item.position, item.id))
        at = order.index(moved)
        if not 0 <= at + self.by < len(order):
            end = "first" if self.by < 0 else "last"
            raise Rejected(f"{moved.phase.value.capitalize()} is the {end} phase already.")
        order.insert(at + self.by, order.pop(at))
        for place, item in enumerate(order, start=1):
            edits.put(replace(item, position=place * STEP))
        way = "earlier" if self.by < 0 else "later"
        return edits.change_set(f"Moved {moved.phase.value.capitalize()} {way}")


def is_timing(change_set: ChangeSet) -> bool:
    """Tell whether nothing has changed but the time that phases took."""
    return bool(change_set) and all(
        isinstance(change.before, AgendaItem)
        and isinstance(change.after, AgendaItem)
        and replace(change.before, actual_seconds=change.after.actual_seconds) == change.after
        for change in change_set.changes
    )
