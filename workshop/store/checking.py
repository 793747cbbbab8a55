"""Whether a session file is sound: pages, references, the chain of history, and its replay."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workshop.domain.errors import StaleChangeError
from workshop.domain.records import RECORD_TYPES
from workshop.domain.soundness import misfits
from workshop.domain.state import State
from workshop.store.history import HistoryEntry, broken_links
from workshop.store.rows import RowError
from workshop.store.session_file import SessionFile


def check(path: Path) -> list[str]:
    """Return what is wrong with a session file, a line each; nothing where it is sound.

    Raises StoreError where it cannot be opened as a session at all.
    """
    file = SessionFile.open(path, read_only=True, now=datetime.now(UTC))
    try:
        with file.reading():  # else a writer could come between the history and the tables
            return list(_findings(file))
    finally:
        file.close()


def _findings(file: SessionFile) -> Iterator[str]:
    yield from file.find_faults()
    entries = file.history()
    for seq in broken_links(entries):
        yield f"history {seq}: does not follow from the entry before, so it was changed"
    state = file.load()
    yield from misfits(state)
    try:
        replayed = replay(entries)
    except _ReplayError as error:
        yield str(error)
        return
    for kind in RECORD_TYPES:
        kept, expected = state.table(kind), replayed.table(kind)
        for key in sorted(kept.keys() | expected.keys()):
            if kept.get(key) != expected.get(key):
                yield f"{kind.TABLE} {key}: is not what the history says"
        if state.next_ids.get(kind, 1) < replayed.next_ids.get(kind, 1):
            yield f"{kind.TABLE}: a number that was used could be given again"


class _ReplayError(Exception):
    pass


def replay(entries: list[HistoryEntry]) -> State:
    """Return the state that the history leads to; raises _ReplayError at the first misfit."""
    state = State()
    for entry in entries:
        try:
            state = state.apply(entry.change_set(state).changes)
        except (RowError, StaleChangeError) as error:
            raise _ReplayError(f"history {entry.seq}: cannot be replayed ({error})") from error
    return state
