"""Begin the next session from the last one."""

from pathlib import Path

from workshop.domain.follow_up import carried
from workshop.domain.state import State
from workshop.session.session import Clock, Session, utc_now


def begin_next(state: State, path: Path, *, clock: Clock = utc_now) -> Session:
    """Create the file of the next session, with a history of its own, and open it.

    The last session is only read. Raises StoreError where the file is there already or cannot be
    written.
    """
    from uuid import uuid4

    return Session.create_with(carried(state, uuid4().hex), path, _LABEL, clock=clock)


_LABEL = "Began the session after the last one"
