"""Choose and rank the processes to dig into, make several one and take them apart again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workshop.domain.changes import ChangeSet
from workshop.domain.dig import RankBy, ranked
from workshop.domain.edits import Edits
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.domain.merging import absorb
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import Activity, Need, Process
from workshop.domain.state import State
from workshop.domain.text import counted, sameness_key, shorten


@dataclass(frozen=True, slots=True)
class ChooseProcesses:
    """Choose processes to dig into, or leave them out again."""

    ids: tuple[int, ...]
    chosen: bool = True

    def plan(self, state: State) -> ChangeSet:
        """Return the choice; raises Rejected for a process that is set aside."""
        edits = Edits(state)
        for process_id in dict.fromkeys(self.ids):
            edits.edit(_in_inventory(edits, process_id), chosen=self.chosen)
        verb = "Chose" if self.chosen else "Left out"
        return edits.change_set(f"{verb} {counted(len(set(self.ids)), Process.NOUN)}")


@dataclass(frozen=True, slots=True)
class VoteProcesses:
    """Record how many votes processes were given by the room; it replaces an earlier count."""

    votes: Mapping[int, int]

    def plan(self, state: State) -> ChangeSet:
        """Return the count; raises Rejected for a negative one or a process that is set aside."""
        edits = Edits(state)
        for process_id, votes in self.votes.items():
            edits.edit(_in_inventory(edits, process_id), votes=votes)
        return edits.change_set(f"Counted votes for {counted(len(self.votes), Process.NOUN)}")


@dataclass(frozen=True, slots=True)
class SortProcesses:
    """Put the whole inventory into an order."""

    by: RankBy

    def plan(self, state: State) -> ChangeSet:
        """Return the moves that lead to the order."""
        edits = Edits(state)
        for process in edits.place(ranked(state, self.by), INVENTORY):
            edits.put(process)
        return edits.change_set(f"Ranked the processes by {_BY[self.by]}")


_BY = {RankBy.VOTES: "votes", RankBy.HOURS: "hours a week", RankBy.KEY: "whether they are key"}


@dataclass(frozen=True, slots=True)
class MergeProcesses:
    """Make several entries of the inventory one, under the name of the first or a new one.

    Its activities come along, and so does what was said and promised. It takes the answers that it
    lacks; the others are set aside with theirs.
    """

    keep_id: int
    other_ids: tuple[int, ...]
    name: str | None = None

    def plan(self, state: State) -> ChangeSet:
        """Return the merge; raises Rejected where there is nothing to merge."""
        edits = Edits(state)
        keep = _in_inventory(edits, self.keep_id)
        others = [_in_inventory(edits, key) for key in dict.fromkeys(self.other_ids)]
        if not others or keep in others:
            raise Rejected("Select two or more processes to make them one.")
        if self.name is not None:
            edits.edit(keep, name=self.name)
        for other in others:
            for card in state.all(Activity):
                if card.process_id == other.id:
                    edits.edit(card, process_id=keep.id)
            absorb(edits, keep.id, other.id)
        name = shorten(edits.require(Process, keep.id).name)
        return edits.change_set(f"Made {len(others) + 1:,} processes one: “{name}”")


@dataclass(frozen=True, slots=True)
class SplitProcess:
    """Give activities of a process an entry of their own.

    Where an entry was made one with the process before and is named after one of them, that one
    comes back with its answers.
    """

    process_id: int
    activity_ids: tuple[int, ...]
    name: str = ""

    def plan(self, state: State) -> ChangeSet:
        """Return the split; raises Rejected where all activities, none or others are named."""
        edits = Edits(state)
        process = _in_inventory(edits, self.process_id)
        leaving = dict.fromkeys(self.activity_ids)
        cards = [card for card in state.activities_of(process.id) if card.id in leaving]
        if not cards or len(cards) < len(leaving):
            raise Rejected("Select activities of the process to take them out of it.")
        if len(cards) == len(state.activities_of(process.id)):
            raise Rejected("Leave one activity or more with the process.")
        entry = self._entry(edits, process, cards)
        for card in cards:
            edits.edit(card, process_id=entry.id)
        return edits.change_set(f"Took “{shorten(entry.name)}” out of “{shorten(process.name)}”")

    def _entry(self, edits: Edits, process: Process, cards: list[Activity]) -> Process:
        texts = {sameness_key(card.text) for card in cards} | {sameness_key(self.name)}
        for earlier in edits.state.all(Process):
            if earlier.merged_into_id == process.id and sameness_key(earlier.name) in texts:
                named = replace(earlier, name=self.name or earlier.name)
                edits.put(named)
                return named
        entry = Process(id=edits.new_id(Process), name=self.name or cards[0].text)
        (placed,) = edits.place([entry], INVENTORY)
        edits.put(placed)
        return entry


@dataclass(frozen=True, slots=True)
class SetNeeds:
    """Say which processes a performance activity needs, in place of what was said before."""

    activity_id: int
    process_ids: tuple[int, ...]

    def plan(self, state: State) -> ChangeSet:
        """Return the needs; raises Rejected for an activity that is not performance."""
        edits = Edits(state)
        card = edits.require(Activity, self.activity_id)
        if card.bucket is not Bucket.PERFORMANCE:
            raise Rejected("Only a performance activity names the processes that it needs.")
        wanted = dict.fromkeys(self.process_ids)
        for process_id in wanted:
            _in_inventory(edits, process_id)
        there = [need for need in state.all(Need) if need.activity_id == card.id]
        edits.delete(Need, [need.id for need in there if need.process_id not in wanted])
        known = {need.process_id for need in there}
        for process_id in wanted:
            if process_id not in known:
                new_id = edits.new_id(Need)
                edits.put(Need(id=new_id, activity_id=card.id, process_id=process_id))
        return edits.change_set(f"Said what “{shorten(card.text)}” needs")


def _in_inventory(edits: Edits, process_id: int) -> Process:
    process = edits.require(Process, process_id)
    if process.set_aside:
        raise Rejected(f"The process “{shorten(process.name)}” is set aside: choose another one.")
    return process
