"""Which steps can be undone and redone, worked out from the entries of the history.

Undoing is an entry that points at the step it undoes, and redoing one that points at an undoing, so
the two stacks follow from the file alone and survive a crash.
"""

from collections.abc import Iterable

from workshop.store import HistoryEntry

# The step of entries that are kept for the record and never undone: the time that phases took.
NO_STEP = 0


class Steps:
    """The stacks of steps that can be undone and redone, each step with its label."""

    def __init__(self, entries: Iterable[HistoryEntry]) -> None:
        """Work the stacks out from the history, oldest entry first."""
        self._done: list[tuple[int, str]] = []
        self._undone: list[tuple[int, str]] = []
        for entry in entries:
            self.follow(entry)

    def follow(self, entry: HistoryEntry) -> None:
        """Take in an entry that was added to the history."""
        if entry.seq == 1 or entry.step == NO_STEP:  # nor is the creation undone
            return
        if entry.undoes is None:
            if not self._done or self._done[-1][0] != entry.step:
                self._done.append((entry.step, entry.label))
            self._undone.clear()
        elif self._done and self._done[-1][0] == entry.undoes:
            self._undone.append((entry.step, self._done.pop()[1]))
        elif self._undone and self._undone[-1][0] == entry.undoes:
            self._done.append((entry.step, self._undone.pop()[1]))

    @property
    def to_undo(self) -> tuple[int, str] | None:
        """The step that undo takes back, with its label."""
        return self._done[-1] if self._done else None

    @property
    def done(self) -> list[tuple[int, str]]:
        """The steps that can be undone, oldest first, each with its label."""
        return list(self._done)

    @property
    def to_redo(self) -> tuple[int, str] | None:
        """The step that redo takes back, with the label of what comes again."""
        return self._undone[-1] if self._undone else None
