"""Follow what was promised, and count how far the room stands behind it."""

from dataclasses import dataclass
from datetime import date

from workshop.domain.changes import ChangeSet
from workshop.domain.deal import too_many_hands
from workshop.domain.edits import Edits
from workshop.domain.enums import CommitmentStatus
from workshop.domain.errors import Rejected
from workshop.domain.records import BuyIn, Commitment, CommitmentUpdate
from workshop.domain.state import State
from workshop.domain.text import shorten


@dataclass(frozen=True, slots=True)
class UpdateCommitment:
    """Give a commitment a status, with the day and a word on it."""

    commitment_id: int
    status: CommitmentStatus
    made_on: date
    text: str = ""

    def plan(self, state: State) -> ChangeSet:
        """Return the new status and its dated update."""
        edits = Edits(state)
        commitment = edits.require(Commitment, self.commitment_id)
        edits.edit(commitment, status=self.status)
        edits.put(
            CommitmentUpdate(
                id=edits.new_id(CommitmentUpdate),
                commitment_id=commitment.id,
                made_on=self.made_on,
                status=self.status,
                text=self.text,
            )
        )
        label = f"Marked “{shorten(commitment.text)}” {self.status.value}"
        return edits.change_set(label)


@dataclass(frozen=True, slots=True)
class CountBuyIn:
    """Record how many hands showed 0 to 5 fingers; it replaces an earlier count."""

    counts: tuple[int, int, int, int, int, int]

    def plan(self, state: State) -> ChangeSet:
        """Return the count; raises Rejected for a negative one or more hands than people."""
        reason = too_many_hands(state, self.counts)
        if reason:
            raise Rejected(reason)
        edits = Edits(state)
        earlier = next(iter(state.all(BuyIn)), None) or BuyIn(id=edits.new_id(BuyIn))
        names = ("zero", "one", "two", "three", "four", "five")
        edits.edit(earlier, **dict(zip(names, self.counts, strict=True)))
        return edits.change_set("Counted fist to five")
