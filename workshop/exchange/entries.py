"""The entries of the inventory that the rows of a source name, new ones and those there already."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from workshop.domain.commands import Command
from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import Triage
from workshop.domain.records import Activity, PrivateAnswers, Process, Record
from workshop.domain.state import State
from workshop.domain.text import sameness_key, shorten
from workshop.exchange.journal import Cells, Journal

PUBLIC_ANSWERS = (
    "key", "successor", "problem", "quick_fix", "fix", "waiting_on", "until", "owner",
    "needed_in_field", "managed_at", "close_enough", "documented", "feedback", "nature", "kind",
    "triage", "triage_reason", "votes", "chosen",
)  # fmt: skip
PRIVATE_ANSWERS = ("owner_fit", "proposed_owner")


@dataclass(slots=True)
class Entry:
    """A process with the answers that rows add to it; a new one has an id below 1."""

    id: int
    before: Process
    private_before: PrivateAnswers
    number: int | None = None
    public: dict[str, Any] = field(default_factory=dict)
    private: dict[str, Any] = field(default_factory=dict)
    merged_into: str = ""

    @property
    def is_new(self) -> bool:
        """Tell whether the session does not have it yet."""
        return self.id < 1

    @property
    def process(self) -> Process:
        """The process as it will be."""
        return replace(self.before, **self.public)


class Entries:
    """All entries, found by name and number, or by the text of one of their activities."""

    def __init__(self, state: State, journal: Journal) -> None:
        """Begin with the entries of a session."""
        self._journal = journal
        self._count = 0
        self._all: dict[int, Entry] = {}
        # The first of a name, so one that the session has where there is one.
        self._by_name: dict[str, Entry] = {}
        self._by_number: dict[tuple[str, int | None], Entry] = {}
        for process in state.all(Process):
            self._keep(Entry(process.id, process, state.private_answers(process.id)))
        self._by_activity = {
            sameness_key(card.text): self._all[card.process_id]
            for card in state.all(Activity)
            if card.process_id is not None
        }

    def _keep(self, entry: Entry) -> Entry:
        self._all[entry.id] = entry
        key = sameness_key(entry.before.name)
        self._by_name.setdefault(key, entry)
        self._by_number.setdefault((key, entry.number), entry)
        return entry

    def add(self, name: str, number: int | None = None) -> Entry:
        """Add an entry that the session does not have."""
        self._count += 1
        key = -self._count
        return self._keep(Entry(key, Process(id=key, name=name), PrivateAnswers(id=key), number))

    def name_after(self, text: str, entry: Entry) -> None:
        """Let an entry be found by the text of an activity."""
        self._by_activity.setdefault(sameness_key(text), entry)

    def new(self) -> Iterator[Entry]:
        """Yield the entries that the session does not have."""
        return (entry for entry in self._all.values() if entry.is_new)

    def find(self, name: str, number: int | None = None) -> Entry | None:
        """Return the entry of a name: of those with the same one that with the number."""
        key = sameness_key(name)
        named = self._by_name.get(key)
        if number is not None:
            there = named if named and not named.is_new else None
            named = self._by_number.get((key, number), there)
        return named or self._by_activity.get(key)

    def fill(self, entry: Entry, cells: Cells) -> bool:
        """Add the answers of a row where there is none yet; tell whether there was one to add."""
        public = self._journal.values(cells, Process, {name: name for name in PUBLIC_ANSWERS})
        private = self._journal.values(
            cells, PrivateAnswers, {name: name for name in PRIVATE_ANSWERS}
        )
        added = [
            self._set(entry.public, entry.before, name, value, cells)
            for name, value in public.items()
        ] + [
            self._set(entry.private, entry.private_before, name, value, cells)
            for name, value in private.items()
        ]
        self._require_until(entry, cells)
        entry.merged_into = entry.merged_into or cells.get("process_merged_into")
        return any(added)

    def _set(
        self, answers: dict[str, Any], before: Record, name: str, value: object, cells: Cells
    ) -> bool:
        current = answers.get(name, getattr(before, name))
        if current in (None, "", 0):
            answers[name] = value
            return True
        if current != value:
            process = self._all[before.id].before.name
            self._journal.remark(
                f"“{shorten(process)}” has its {name} already; another one is left out", cells.line
            )
        return False

    def _require_until(self, entry: Entry, cells: Cells) -> None:
        if entry.public.get("triage") is Triage.LIVE_WITH_IT and not entry.process.until:
            del entry.public["triage"]
            self._journal.remark("“live with it” needs an until; it is left out", cells.line)

    def records(self) -> list[Record]:
        """Return the new processes in the order of their numbers, with their private answers."""
        new = sorted(self.new(), key=lambda entry: entry.number or math.inf)
        private = [replace(entry.private_before, **entry.private) for entry in new if entry.private]
        return [*map(self._merged, new), *private]

    def _merged(self, entry: Entry) -> Process:
        """Return a new process with the one that it was merged into, if the source names it."""
        into = self.find(entry.merged_into) if entry.merged_into else None
        if into is None or into is entry:
            return entry.process
        return replace(entry.process, merged_into_id=into.id)

    def edits(self) -> Iterator[Command]:
        """Yield what fills the blank answers of processes that the session has."""
        for entry in self._all.values():
            if not entry.is_new and entry.public:
                yield EditRecord(Process, entry.id, entry.public)
            if not entry.is_new and entry.private:
                yield AnswerProcess(entry.id, entry.private)
