"""Move, count hands on, merge and take apart the cards."""

from dataclasses import dataclass, replace
from typing import Any

from workshop.domain.changes import ChangeSet
from workshop.domain.edits import Edits
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.domain.merging import absorb
from workshop.domain.records import Activity
from workshop.domain.state import State
from workshop.domain.text import counted, shorten

# What a kept card takes from the merged ones where it has nothing of its own.
_FILLED = ("detail", "unit", "frequency", "hours_per_week", "contributor")


@dataclass(frozen=True, slots=True)
class CountHands:
    """Record the hands on a card for process, performance and neither; None takes them away."""

    id: int
    counts: tuple[int, int, int] | None

    def plan(self, state: State) -> ChangeSet:
        """Return the count; it replaces an earlier one."""
        edits = Edits(state)
        card = edits.require(Activity, self.id)
        process, performance, abstain = self.counts or (None, None, None)
        edits.edit(
            card, tally_process=process, tally_performance=performance, tally_abstain=abstain
        )
        verb = "Took away the count of" if self.counts is None else "Counted hands on"
        return edits.change_set(f"{verb} “{shorten(card.text)}”")


@dataclass(frozen=True, slots=True)
class MoveActivities:
    """Move cards to a bucket, in the order given, before one of its cards or to its end."""

    ids: tuple[int, ...]
    bucket: Bucket
    before_id: int | None = None

    def plan(self, state: State) -> ChangeSet:
        """Return the moves; raises Rejected for a merged card or a bucket that lacks the target."""
        edits = Edits(state)
        cards = [_unmerged(edits, card_id) for card_id in dict.fromkeys(self.ids)]
        for card in edits.place(cards, self.bucket, self.before_id):
            edits.edit(card, bucket=self.bucket)
        return edits.change_set(self._label(cards))

    def _label(self, cards: list[Activity]) -> str:
        if all(card.bucket is self.bucket for card in cards):
            return f"Reordered {counted(len(cards), ('card', 'cards'))}"
        what = f"“{shorten(cards[0].text)}”" if len(cards) == 1 else f"{len(cards):,} cards"
        return f"Moved {what} to {self.bucket.value.capitalize()}"


@dataclass(frozen=True, slots=True)
class MergeActivities:
    """Merge cards that mean the same into one, under its own wording or a new one.

    The kept card takes what it lacks from the others, and their bucket while it is unsorted. Cards
    merged into the others before come along, and so does what was said of them: pledges, needs, and
    the voices and promises of an entry that no card is left for. The other entry takes the answers
    that it lacks; those that disagree are set aside (see `merging.conflicts`).
    """

    keep_id: int
    other_ids: tuple[int, ...]
    text: str | None = None

    def plan(self, state: State) -> ChangeSet:
        """Return the merge; raises Rejected where there is nothing to merge."""
        edits = Edits(state)
        keep = _unmerged(edits, self.keep_id)
        others = [_unmerged(edits, card_id) for card_id in dict.fromkeys(self.other_ids)]
        if not others or keep in others:
            raise Rejected("Select two or more cards to merge.")
        for card in state.all(Activity):
            if card.merged_into_id in self.other_ids:
                edits.edit(card, merged_into_id=keep.id)
        for other in others:
            edits.edit(other, bucket=None, merged_into_id=keep.id)
        kept = self._kept(edits, keep, others)
        edits.put(kept)
        for other in others:
            edits.redirect(Activity, other.id, kept.id)
            self._redirect_entry(edits, other, kept)
        return edits.change_set(f"Merged {len(others) + 1:,} cards into “{shorten(kept.text)}”")

    def _redirect_entry(self, edits: Edits, other: Activity, kept: Activity) -> None:
        if other.bucket is not Bucket.PROCESS or kept.bucket is not Bucket.PROCESS:
            return
        if other.process_id is None or kept.process_id in (None, other.process_id):
            return
        left = {card.id for card in edits.state.activities_of(other.process_id)}
        if left <= {*self.other_ids}:
            absorb(edits, kept.process_id, other.process_id)

    def _kept(self, edits: Edits, keep: Activity, others: list[Activity]) -> Activity:
        filled = {name: _first_given((keep, *others), name) for name in _FILLED}
        kept = replace(keep, text=self.text if self.text is not None else keep.text, **filled)
        sorted_ones = [card for card in others if card.bucket is not Bucket.UNSORTED]
        if keep.bucket is not Bucket.UNSORTED or not sorted_ones:
            return kept
        bucket, process_id = sorted_ones[0].bucket, sorted_ones[0].process_id
        moved = replace(kept, bucket=bucket, process_id=kept.process_id or process_id)
        return edits.place([moved], bucket)[0]


@dataclass(frozen=True, slots=True)
class UnmergeActivities:
    """Take merged cards apart again: they return to the unsorted ones."""

    ids: tuple[int, ...]

    def plan(self, state: State) -> ChangeSet:
        """Return the cards to the unsorted; raises Rejected for one that is not merged."""
        edits = Edits(state)
        cards = [edits.require(Activity, card_id) for card_id in dict.fromkeys(self.ids)]
        if any(card.merged_into_id is None for card in cards):
            raise Rejected("Only a merged card can be taken apart.")
        for card in edits.place(cards, Bucket.UNSORTED):
            edits.edit(card, bucket=Bucket.UNSORTED, merged_into_id=None)
        return edits.change_set(f"Took apart {counted(len(cards), ('card', 'cards'))}")


def _first_given(cards: tuple[Activity, ...], name: str) -> Any:
    values = [getattr(card, name) for card in cards]
    return next((value for value in values if value not in (None, "")), values[0])


def _unmerged(edits: Edits, card_id: int) -> Activity:
    card = edits.require(Activity, card_id)
    if card.merged_into_id is not None:
        raise Rejected(f"The card “{shorten(card.text)}” was merged; take it apart first.")
    return card
