"""Carry out several commands as one step."""

from dataclasses import dataclass

from workshop.domain.changes import Change, ChangeSet, net
from workshop.domain.commands import Command
from workshop.domain.state import State
from workshop.domain.text import clean


@dataclass(frozen=True, slots=True)
class Several:
    """Commands that are done, and undone, together: each is planned on what the last one left."""

    commands: tuple[Command, ...]
    label: str

    def plan(self, state: State) -> ChangeSet:
        """Return all changes in one; raises Rejected where any of the commands is."""
        changes: list[Change] = []
        for command in self.commands:
            planned = command.plan(state).changes
            state = state.apply(planned)
            changes += planned
        return ChangeSet(clean(self.label), net(changes))
