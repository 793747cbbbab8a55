"""Close the leadership check, and record the leadership mix."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.domain.changes import ChangeSet
from workshop.domain.edits import Edits
from workshop.domain.errors import Rejected
from workshop.domain.leadership import ANSWERS, Counts
from workshop.domain.public import FEWEST_ANSWERS
from workshop.domain.records import LeadershipAnswers, LeadershipMix
from workshop.domain.state import State
from workshop.domain.text import counted


@dataclass(frozen=True, slots=True)
class CloseLeadershipCheck:
    """Keep how often each answer was given to each item, in place of an earlier check.

    An item that fewer than five have answered is not kept: it could tell who answered what.
    """

    counts: Mapping[int, Counts]

    def plan(self, state: State) -> ChangeSet:
        """Return the result; raises Rejected where no item has five answers."""
        kept = {
            item: counts
            for item, counts in sorted(self.counts.items())
            if sum(counts) >= FEWEST_ANSWERS
        }
        if not kept:
            raise Rejected("Fewer than five have answered: ask more leaders before you close it.")
        edits = Edits(state)
        edits.delete(LeadershipAnswers, list(state.table(LeadershipAnswers)))
        for item, counts in kept.items():
            new_id = edits.new_id(LeadershipAnswers)
            values = dict(zip(ANSWERS, counts, strict=True))
            edits.put(LeadershipAnswers(id=new_id, item=item, **values))
        items = counted(len(kept), ("item", "items"))
        return edits.change_set(f"Closed the leadership check: {items}")


@dataclass(frozen=True, slots=True)
class CountLeadershipMix:
    """Record how many leaders do what; it replaces an earlier count."""

    routine: int
    future: int
    lasting: int

    def plan(self, state: State) -> ChangeSet:
        """Return the count; raises Rejected for a negative one."""
        edits = Edits(state)
        earlier = next(iter(state.all(LeadershipMix)), None)
        mix = earlier or LeadershipMix(id=edits.new_id(LeadershipMix))
        edits.edit(mix, routine=self.routine, future=self.future, lasting=self.lasting)
        return edits.change_set("Counted the leadership mix")
