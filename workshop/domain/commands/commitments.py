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
class TakeBackUpdate:
    """Take back the last word on a commitment: its status is that of the word before, or open."""

    commitment_id: int

    def plan(self, state: State) -> ChangeSet:
        """Return the earlier status; raises Rejected where nothing was said of the commitment."""
        edits = Edits(state)
        commitment = edits.require(Commitment, self.commitment_id)
        updates = [u for u in state.all(CommitmentUpdate) if u.commitment_id == commitment.id]
        if not updates:
            raise Rejected("Nothing was said of this commitment yet.")
        before = updates[-2].status if len(updates) > 1 else CommitmentStatus.OPEN
        edits.delete(CommitmentUpdate, (updates[-1].id,))
        edits.edit(commitment, status=before)
        return edits.change_set(f"Took back the word on “{shorten(commitment.text)}”")


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
