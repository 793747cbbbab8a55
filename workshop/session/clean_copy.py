"""A copy of a session to hand on: what it is now, without how it came to be."""

from pathlib import Path

from workshop.domain.changes import Change, ChangeSet
from workshop.domain.records import RECORD_TYPES
from workshop.domain.state import State
from workshop.session.session import Clock, utc_now
from workshop.store import SessionFile

LEFT_OUT = "without the history, unfinished texts, private notes and private answers"


def save_clean_copy(state: State, path: Path, *, clock: Clock = utc_now) -> None:
    """Write the public records of a session into a new file whose history begins with them.

    Raises StoreError where the file is there already or cannot be written; none is left then.
    """
    kinds = (kind for kind in RECORD_TYPES if not kind.PRIVATE)
    changes = tuple(Change(None, record) for kind in kinds for record in state.all(kind))
    SessionFile.create(path, ChangeSet("Saved a clean copy", changes), now=clock()).close()
