"""The private view of a session: what only the facilitator and the leader may see.

It is a type of its own, so that nothing that is given a public view can be given this by mistake.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.domain.enums import Phase
from workshop.domain.records import Note, PrivateAnswers, Prompt
from workshop.domain.state import State


@dataclass(frozen=True)
class PrivateView:
    """Private answers by process, the facilitator's notes, and own prompts by phase."""

    answers: Mapping[int, PrivateAnswers]
    notes: Sequence[Note]
    prompts: Mapping[Phase, Prompt]

    @classmethod
    def of(cls, state: State) -> "PrivateView":
        """Return the private view of a state."""
        return cls(
            answers=state.table(PrivateAnswers),
            notes=state.all(Note),
            prompts={prompt.phase: prompt for prompt in state.all(Prompt)},
        )
