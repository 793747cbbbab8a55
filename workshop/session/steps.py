"""Which steps can be undone and redone, worked out from the entries of the history.

Undoing is an entry that points at the step it undoes, and redoing one that points at an undoing, so
the two stacks follow from the file alone and survive a crash.
"""

from collections.abc import Iterable
from typing import NamedTuple

from workshop.store import HistoryEntry

# The step of entries that are kept for the record and never undone: the time that phases took.
NO_STEP = 0


class Step(NamedTuple):
    """A step: the number by which it is undone, its label, and when it began as the file says."""

    number: int
    label: str
    made_at: str


class Steps:
    """The stacks of steps that can be undone and redone."""

    def __init__(self, entries: Iterable[HistoryEntry]) -> None:
        """Work the stacks out from the history, oldest entry first."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for entry in entries:
            self.follow(entry)

    def follow(self, entry: HistoryEntry) -> None:
        """Take in an entry that was added to the history."""
        if entry.seq == 1 or entry.step == NO_STEP:  # nor is the creation undone
            return
        if entry.undoes is None:
            if not self._done or self._done[-1].number != entry.step:
                self._done.append(Step(entry.step, entry.label, entry.made_at))
            self._undone.clear()
        elif self._done and self._done[-1].number == entry.undoes:
            self._undone.append(self._done.pop()._replace(number=entry.step))
        elif self._undone and self._undone[-1].number == entry.undoes:
            self._done.append(self._undone.pop()._replace(number=entry.step))

    @property
    def to_undo(self) -> Step | None:
        """The step that undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def done(self) -> list[Step]:
        """The steps that can be undone, oldest first."""
        return list(self._done)

    @property
    def undone(self) -> list[Step]:
        """The steps that redo brings again one by one, the next one last."""
        return list(self._undone)

    @property
    def to_redo(self) -> Step | None:
        """The step that redo takes back, under the label of what comes again."""
        return self._undone[-1] if self._undone else None
