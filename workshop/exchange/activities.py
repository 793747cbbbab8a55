"""Read rows of activities, with the inventory and the commitments that they may carry."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workshop.domain.commands import Command
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Need, Record
from workshop.domain.state import State
from workshop.domain.text import sameness_key, shorten
from workshop.exchange.cells import CellError, choice
from workshop.exchange.entries import PRIVATE_ANSWERS, PUBLIC_ANSWERS, Entries, Entry
from workshop.exchange.journal import Cells, Journal
from workshop.exchange.promises import Promises, Voices
from workshop.exchange.report import Reason

_FIELDS = (
    "detail", "unit", "frequency", "hours_per_week", "contributor",
    "tally_process", "tally_performance", "tally_abstain",
)  # fmt: skip
# With content in one of these a row without a bucket is about a process. An owner does not tell, as
# any list of tasks may name one: it waits, set aside, until the room calls the activity a process.
_TELLS_A_PROCESS = (
    "process", "commitment", "problem", "quick_fix", "waiting_on", "needed_in_field", "managed_at",
    "close_enough", "documented", "feedback", "feedback_said", "feedback_quote", "nature", "triage",
)  # fmt: skip
# A private answer is none of these: what anyone may see must be the same with it and without it.
_NEEDS_AN_ENTRY = (*PUBLIC_ANSWERS, "feedback_said", "feedback_quote")


@dataclass(slots=True)
class _Card:
    """A new activity with what it names, which may stand further down."""

    record: Activity
    line: int
    merged_into: str
    needs: list[str]


class ActivityReader:
    """Turns rows into new activities, processes, feedback and commitments.

    Rows with an activity are read first, so that the others find the processes that they name.
    """

    def __init__(
        self, state: State, journal: Journal, *, bucket: Bucket | None, today: dt.date
    ) -> None:
        """Begin with what a session has; `bucket` is for rows that name none."""
        self._state = state
        self._journal = journal
        self._bucket = bucket
        self._entries = Entries(state, journal)
        self._promises = Promises(state, journal, today)
        self._voices = Voices(state, journal)
        self._cards: list[_Card] = []
        self._ids = {sameness_key(card.text): card.id for card in state.all(Activity)}

    def read(self, rows: list[Cells]) -> None:
        """Read all rows."""
        for cells in rows:
            if cells.get("activity"):
                self._read_activity(cells, cells.get("activity"))
        for cells in rows:
            if not cells.get("activity"):
                self._read_addition(cells)

    def _read_activity(self, cells: Cells, text: str) -> None:
        if sameness_key(text) in self._ids:
            self._journal.skip(cells.line, Reason.REPEAT, text)
            return
        bucket = self._bucket_of(cells)
        entry = self._entry_of(cells, text, bucket)
        if entry is not None:
            self._entries.fill(entry, cells)
            self._voices.add(cells, entry)
            self._entries.name_after(text, entry)
        else:
            self._note_private_answers(cells)
        self._promises.add(cells, entry)
        self._add_card(cells, text, bucket, entry)

    def _bucket_of(self, cells: Cells) -> Bucket:
        bucket = None
        try:
            bucket = choice(Bucket, cells.get("bucket")) if cells.get("bucket") else None
        except CellError as error:
            self._journal.refuse_cell(cells, "bucket", error)
        implied = Bucket.PROCESS if cells.has_any(_TELLS_A_PROCESS) else Bucket.UNSORTED
        return bucket or self._bucket or implied

    def _entry_of(self, cells: Cells, text: str, bucket: Bucket) -> Entry | None:
        """Return the entry that a row names, else one of its own where it needs one."""
        name = cells.get("process")
        number = self._number(cells)
        if name:
            return self._entries.find(name, number) or self._entries.add(name, number)
        if bucket is Bucket.PROCESS or cells.has_any(_NEEDS_AN_ENTRY):
            return self._entries.add(text, number)
        return None

    def _note_private_answers(self, cells: Cells) -> None:
        names = [name for name in PRIVATE_ANSWERS if cells.get(name)]
        if names:
            text = "left out, as the row has no process to keep this with"
            self._journal.remark(f"{', '.join(names)}: {text}", cells.line)

    def _number(self, cells: Cells) -> int | None:
        return self._journal.number(cells, "process_number")

    def _add_card(self, cells: Cells, text: str, bucket: Bucket, entry: Entry | None) -> None:
        key = -len(self._cards) - 1
        record = Activity(
            id=key,
            text=text,
            bucket=bucket,
            process_id=entry.id if entry else None,
            **self._journal.values(cells, Activity, {name: name for name in _FIELDS}),
        )
        needs = [name for name in map(str.strip, cells.get("needs").split("\n")) if name]
        self._cards.append(_Card(record, cells.line, cells.get("merged_into"), needs))
        self._ids[sameness_key(text)] = key

    def _read_addition(self, cells: Cells) -> None:
        """Read a row without an activity: it adds to a process, or is a commitment alone."""
        name = cells.get("process")
        if not name:
            self._read_commitment(cells)
            return
        entry = self._entries.find(name, self._number(cells))
        if entry is None and cells.get("set_aside").casefold() == "yes":
            entry = self._entries.add(name, self._number(cells))
            self._add_to(entry, cells)
        elif entry is not None:
            if not self._add_to(entry, cells):
                self._journal.skip(cells.line, Reason.REPEAT, name)
        elif sameness_key(name) in self._ids:
            self._journal.skip(cells.line, Reason.NO_SUCH_PROCESS, name)
        else:  # a list of processes: each is an activity too
            self._read_activity(cells, name)

    def _read_commitment(self, cells: Cells) -> None:
        text = cells.get("commitment")
        if not text:
            self._journal.skip(cells.line, Reason.INCOMPLETE, cells.first)
        elif not self._promises.add(cells, None):
            self._journal.skip(cells.line, Reason.REPEAT, text)

    def _add_to(self, entry: Entry, cells: Cells) -> bool:
        filled = self._entries.fill(entry, cells)
        heard = self._voices.add(cells, entry)
        promised = self._promises.add(cells, entry)
        return filled or heard or promised

    def records(self) -> list[Record]:
        """Return everything new, with ids below 1."""
        return [
            *self._entries.records(),
            *self._settled_cards(),
            *self._needs(),
            *self._voices.records(),
            *self._promises.records(),
        ]

    def edits(self) -> Iterator[Command]:
        """Yield what changes about processes that the session has."""
        return self._entries.edits()

    def _settled_cards(self) -> Iterator[Activity]:
        """Yield the new activities, those that name another one merged into it."""
        targets = {card.record.id: self._ids.get(sameness_key(card.merged_into)) for card in
                   self._cards if card.merged_into}  # fmt: skip
        ends = self._ends(targets)
        for card in self._cards:
            target = ends.get(card.record.id)
            if card.merged_into and target is None:
                text = f"merged_into names no other activity: “{shorten(card.merged_into)}”"
                self._journal.remark(f"{text}; the row is not merged", card.line)
            if target is None:
                yield card.record
            else:
                yield replace(card.record, bucket=None, merged_into_id=target)

    def _ends(self, targets: Mapping[int, int | None]) -> dict[int, int | None]:
        """Return the activity at the end of each chain of merges; None where it goes in a circle.

        Each step of a chain is gone once, however many chains share it.
        """
        ends: dict[int, int | None] = {}
        for start in targets:
            way: list[int] = []
            key = start
            while key not in ends and (target := self._target(key, targets)) is not None:
                ends[key] = None  # what comes back to here goes in a circle
                way.append(key)
                key = target
            ends |= dict.fromkeys(way, ends.get(key, key))
        return ends

    def _target(self, key: int, targets: Mapping[int, int | None]) -> int | None:
        there = self._state.get(Activity, key)
        return there.merged_into_id if there else targets.get(key)

    def _needs(self) -> Iterator[Need]:
        key = 0
        for card in self._cards:
            for name in card.needs:
                entry = self._entries.find(name)
                if entry is None:
                    text = f"needs a process that is not there: “{shorten(name)}”; it is left out"
                    self._journal.remark(text, card.line)
                    continue
                key -= 1
                yield Need(id=key, activity_id=card.record.id, process_id=entry.id)
