"""What the facilitator says in a phase and watches for, in words of their own."""

from dataclasses import dataclass, replace
from typing import Literal

from workshop.domain.changes import ChangeSet
from workshop.domain.edits import Edits
from workshop.domain.enums import Phase
from workshop.domain.records import Prompt
from workshop.domain.state import State

Part = Literal["say", "watch"]


@dataclass(frozen=True, slots=True)
class WritePrompt:
    """Give a phase words of one's own; where they are blank, those that came with it hold."""

    phase: Phase
    part: Part
    words: str

    def plan(self, state: State) -> ChangeSet:
        """Return the prompt of the phase, or that it has none of its own any more."""
        edits = Edits(state)
        own = next((each for each in state.all(Prompt) if each.phase is self.phase), None)
        before = own or Prompt(id=edits.new_id(Prompt), phase=self.phase)
        if self.part == "say":
            after = replace(before, say=self.words)
        else:
            after = replace(before, watch=self.words)
        if after.say or after.watch:
            edits.put(after)
        else:
            edits.delete(Prompt, (after.id,))
        return edits.change_set(f"Wrote the prompt of {self.phase.value.capitalize()}")
