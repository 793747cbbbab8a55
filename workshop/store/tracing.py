"""From which state of a session a handout was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop.domain.public import PublicView
from workshop.domain.records import SessionFacts
from workshop.domain.state import State
from workshop.store.history import HistoryEntry
from workshop.store.session_file import SessionFile


@dataclass(frozen=True, slots=True)
class Origin:
    """The last entry of the history after which a session was in a state.

    `made_at` is its time (UTC, ISO 8601). `edits_since` counts the entries that have changed it
    since, of those that the room may see or, for a state named by its entry, of all.
    """

    seq: int
    made_at: str
    edits_since: int


def trace(path: Path, digits: str) -> Origin | None:
    """Return where a session stood when it had a digest that starts with these digits.

    General handouts are named by the public view alone, so that they tell nothing of what is
    private; the leader-only annex by its entry of the history. None where no state fits. Raises
    StoreError where the file cannot be opened or its history cannot be followed.
    """
    file = SessionFile.open(path, read_only=True, now=datetime.now(UTC))
    try:
        entries = file.history()
    finally:
        file.close()
    return _of_entry(entries, digits) or _of_view(entries, digits)


def _of_entry(entries: Sequence[HistoryEntry], digits: str) -> Origin | None:
    for n, entry in enumerate(entries, 1):
        if entry.hash.startswith(digits):
            return Origin(entry.seq, entry.made_at, len(entries) - n)
    return None


def _of_view(entries: Sequence[HistoryEntry], digits: str) -> Origin | None:
    """Go through the history once; a private entry leaves the public view as it is."""
    found: Origin | None = None
    state = State()
    since = 0
    for entry in entries:
        state = state.apply(entry.change_set(state).changes)
        if entry.private:
            continue
        since += 1
        if state.table(SessionFacts) and PublicView.of(state).digest.startswith(digits):
            found, since = Origin(entry.seq, entry.made_at, 0), 0
    return None if found is None else Origin(found.seq, found.made_at, since)
