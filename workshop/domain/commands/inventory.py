"""Answer the five questions, order the inventory, decide the triage."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from workshop.domain.changes import ChangeSet
from workshop.domain.edits import Edits
from workshop.domain.enums import Triage, WaitingOn
from workshop.domain.errors import Rejected
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import PrivateAnswers, Process
from workshop.domain.state import State
from workshop.domain.text import counted, shorten

_PRIVATE = frozenset(item.name for item in fields(PrivateAnswers)) - {"id"}
_PUBLIC = frozenset(item.name for item in fields(Process)) - {
    "id", "position", "set_aside", "votes", "chosen", "merged_into_id", "triage", "triage_reason",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnswerProcess:
    """Give answers about a process, public or private, by field name."""

    process_id: int
    answers: Mapping[str, Any]

    def plan(self, state: State) -> ChangeSet:
        """Return the answers as edits; raises Rejected for an unknown field."""
        edits = Edits(state)
        process = edits.require(Process, self.process_id)
        for name in self.answers.keys() - _PUBLIC - _PRIVATE:
            raise Rejected(f"A process has no answer “{name}”.")
        public = {name: value for name, value in self.answers.items() if name in _PUBLIC}
        private = {name: value for name, value in self.answers.items() if name in _PRIVATE}
        if public:
            edits.edit(process, **public)
        if private:
            edits.edit(state.private_answers(process.id), **private)
        return edits.change_set(f"Answered about “{shorten(process.name)}”")


@dataclass(frozen=True, slots=True)
class RankProcesses:
    """Move processes within the inventory, before one of them or to the end."""

    ids: tuple[int, ...]
    before_id: int | None = None

    def plan(self, state: State) -> ChangeSet:
        """Return the moves; raises Rejected for a process that is set aside, moved or target."""
        edits = Edits(state)
        moved = [edits.require(Process, process_id) for process_id in dict.fromkeys(self.ids)]
        if any(process.set_aside for process in moved):
            raise Rejected("A process that is set aside has no place in the inventory.")
        for process in edits.place(moved, INVENTORY, self.before_id):
            edits.put(process)
        return edits.change_set(f"Ranked {counted(len(moved), Process.NOUN)}")


@dataclass(frozen=True, slots=True)
class ChooseTriage:
    """Record what the room decides about a process; None leaves it open again."""

    process_id: int
    triage: Triage | None
    reason: str = ""
    waiting_on: WaitingOn | None = None

    def plan(self, state: State) -> ChangeSet:
        """Return the choice.

        Raises Rejected for "live with it" without an until-when, and for "long term" where neither
        the process nor the choice says what it waits on.
        """
        edits = Edits(state)
        process = edits.require(Process, self.process_id)
        waiting_on = self.waiting_on or process.waiting_on
        if self.triage is Triage.LONG_TERM and waiting_on is None:
            raise Rejected("Say what it waits on: an approval, a plan, a contract, a law or other.")
        edits.edit(process, triage=self.triage, triage_reason=self.reason, waiting_on=waiting_on)
        choice = f"Decided “{self.triage.value}” for" if self.triage else "Left open"
        return edits.change_set(f"{choice} “{shorten(process.name)}”")


@dataclass(frozen=True, slots=True)
class LiveWith:
    """Decide to live with a process as it is until a day or an event."""

    process_id: int
    until: str

    def plan(self, state: State) -> ChangeSet:
        """Return the decision; raises Rejected without an until-when."""
        edits = Edits(state)
        process = edits.require(Process, self.process_id)
        triage = Triage.LIVE_WITH_IT
        edits.edit(process, until=self.until, triage=triage, triage_reason="")
        return edits.change_set(f"Decided “{triage.value}” for “{shorten(process.name)}”")
