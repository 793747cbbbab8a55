"""Promise, follow what was promised, and count how far the room stands behind it."""

from dataclasses import dataclass, replace
from datetime import date

from workshop.domain.changes import ChangeSet
from workshop.domain.deal import too_many_hands
from workshop.domain.edits import Edits
from workshop.domain.enums import CommitmentStatus, ExcuseState
from workshop.domain.errors import Rejected
from workshop.domain.records import BuyIn, Commitment, CommitmentUpdate, Excuse, Process
from workshop.domain.state import State
from workshop.domain.text import shorten


@dataclass(frozen=True, slots=True)
class KeepCommitment:
    """Keep a commitment, a new one where its number is 0, and say which excuses it ends.

    The status of one that is there stays: it changes by updates alone.
    """

    commitment: Commitment
    excuse_ids: frozenset[int] = frozenset()

    def plan(self, state: State) -> ChangeSet:
        """Return the commitment and its excuses; raises Rejected where it breaks a rule."""
        edits = Edits(state)
        typed = self.commitment
        if typed.process_id is not None:
            edits.require(Process, typed.process_id)
        if typed.id:
            kept = replace(typed, status=edits.require(Commitment, typed.id).status)
        else:
            kept = replace(typed, id=edits.new_id(Commitment))
        edits.put(kept)
        for excuse in state.all(Excuse):
            is_ended, was_ended = excuse.id in self.excuse_ids, excuse.removed_by_id == kept.id
            if is_ended and not was_ended:
                edits.edit(excuse, state=ExcuseState.REMOVED, removed_by_id=kept.id)
            elif was_ended and not is_ended:
                edits.edit(excuse, state=ExcuseState.OPEN, removed_by_id=None)
        verb = "Changed" if typed.id else "Committed to"
        return edits.change_set(f"{verb} “{shorten(typed.text)}”")


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
