"""What a gesture does to a session: each command plans its changes and alters nothing."""

from typing import Protocol

from workshop.domain.changes import ChangeSet
from workshop.domain.state import State


class Command(Protocol):
    """Anything that can plan changes to a session."""

    def plan(self, state: State) -> ChangeSet:
        """Return what it would change; raises Rejected with the reason where it may not."""
        ...
