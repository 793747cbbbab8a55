"""Write a session as a table that `import` takes back and that a spreadsheet opens.

A row for each activity carries its process, what was said and the first commitment. What a row has
no room for, further commitments, feedback with a date, processes that are set aside, follows in
rows without an activity.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum

from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Commitment, Feedback, Need, Process
from workshop.domain.state import State
from workshop.domain.text import one_line
from workshop.exchange.cells import cell_of
from workshop.exchange.columns import (
    ACTIVITY_COLUMNS,
    COMMITMENT_COLUMNS,
    PROCESS_COLUMNS,
    PROCESS_NAME,
    VOICE_COLUMNS,
    Column,
)
from workshop.exchange.entries import PRIVATE_ANSWERS, PUBLIC_ANSWERS
from workshop.exchange.formulas import with_guard
from workshop.exchange.order import cards_in_order, processes_in_order
from workshop.exchange.voices import Voice, join_voices

Cells = dict[str, str]

# Excel takes a file without this mark for one in the encoding of the country.
_ENCODING = "utf-8-sig"
_CARD_FIELDS = (
    "detail", "unit", "frequency", "hours_per_week", "contributor", "bucket",
    "tally_process", "tally_performance", "tally_abstain",
)  # fmt: skip
_NUMBER = Column("process_number")


class What(StrEnum):
    """What a table holds."""

    ACTIVITIES = "activities"
    INVENTORY = "inventory"
    COMMITMENTS = "commitments"
    ALL = "all"


_COLUMNS: Mapping[What, tuple[Column, ...]] = {
    What.ACTIVITIES: (*ACTIVITY_COLUMNS, PROCESS_NAME, _NUMBER),
    What.INVENTORY: (PROCESS_NAME, *PROCESS_COLUMNS, *VOICE_COLUMNS),
    What.COMMITMENTS: (PROCESS_NAME, _NUMBER, *COMMITMENT_COLUMNS),
    What.ALL: (
        *ACTIVITY_COLUMNS, PROCESS_NAME, *PROCESS_COLUMNS, *VOICE_COLUMNS, *COMMITMENT_COLUMNS,
    ),
}  # fmt: skip


def to_csv(view: PublicView, what: What = What.ALL, private: State | None = None) -> bytes:
    """Return a table as CSV, with the private columns filled from `private` if it is given."""
    columns = [
        column.name
        for column in _COLUMNS[what]
        if column.name != "due_in_days" and (private is not None or not column.private)
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for cells in _Rows(view, private).of(what):
        writer.writerow([with_guard(cells.get(column, "")) for column in columns])
    return text.getvalue().encode(_ENCODING)


class _Rows:
    """The rows of a session, each as cells by column."""

    def __init__(self, view: PublicView, private: State | None) -> None:
        self._view = view
        self._private = private
        self._cards = cards_in_order(view)
        self._processes = processes_in_order(view)
        self._texts: dict[int | None, str] = {card.id: card.text for card in self._cards}
        self._needs: defaultdict[int, list[str]] = defaultdict(list)
        for need in view.all(Need):
            process = view.process(need.process_id)
            self._needs[need.activity_id].append(one_line(process.name) if process else "")
        self._process_number = {process.id: n for n, process in enumerate(self._processes, start=1)}
        self._commitment_number = {c.id: n for n, c in enumerate(view.commitments, start=1)}

    def of(self, what: What) -> Iterator[Cells]:
        """Yield the rows of a table."""
        match what:
            case What.ACTIVITIES:
                yield from map(self._card, self._cards)
            case What.INVENTORY:
                yield from map(self._entry, self._processes)
                yield from self._further_voices()
            case What.COMMITMENTS:
                yield from map(self._commitment, self._view.commitments)
            case What.ALL:
                yield from self._all()

    def _all(self) -> Iterator[Cells]:
        view = self._view
        hosts = {view.activities_of(p.id)[0].id: p for p in view.processes}
        shown: set[int] = set()  # commitments that have a place
        for card in self._cards:
            host = hosts.get(card.id)
            yield self._card(card) | (self._full_entry(host, shown) if host else {})
        named = {card.process_id for card in self._cards}
        for process in self._processes:
            cells = self._full_entry(process, shown) if process.set_aside else {}
            if cells.keys() - self._name(process.id) - {"set_aside"} or (
                cells and process.id not in named
            ):
                yield cells
        yield from self._further_voices()
        for commitment in view.commitments:
            if commitment.id not in shown:
                yield self._commitment(commitment)

    def _card(self, card: Activity) -> Cells:
        cells = {"activity": card.text} | _filled(card, _CARD_FIELDS) | self._name(card.process_id)
        if card.bucket is None:
            cells["merged_into"] = self._texts[card.merged_into_id]
        return cells | {"needs": "\n".join(self._needs.get(card.id, ()))}

    def _name(self, process_id: int | None) -> Cells:
        process = self._view.process(process_id)
        if process is None:
            return {}
        number = self._process_number[process.id]
        return {"process": process.name, "process_number": str(number)}

    def _entry(self, process: Process) -> Cells:
        cells = self._name(process.id) | _filled(process, PUBLIC_ANSWERS)
        if process.set_aside:
            cells["set_aside"] = "yes"
        if not process.votes:
            del cells["votes"]
        into = self._view.process(process.merged_into_id)
        if into is not None:
            cells["process_merged_into"] = into.name
        if self._private is not None:
            cells |= _filled(self._private.private_answers(process.id), PRIVATE_ANSWERS)
        voices = self._voices_in_a_cell(process)
        return cells | ({"feedback_said": voices} if voices else {})

    def _full_entry(self, process: Process, shown: set[int]) -> Cells:
        commitment = next(iter(self._view.commitments_of(process.id)), None)
        if commitment is None:
            return self._entry(process)
        shown.add(commitment.id)
        return self._entry(process) | self._commitment(commitment)

    def _voices_in_a_cell(self, process: Process) -> str | None:
        """Return all feedback as one cell; None where that would lose something."""
        feedback = self._view.feedback_of(process.id)
        if any(each.said_on or each.reached_us_by for each in feedback):
            return None
        return join_voices([Voice(each.who, each.said) for each in feedback])

    def _further_voices(self) -> Iterator[Cells]:
        for process in self._processes:
            if self._voices_in_a_cell(process) is None:
                yield from (self._voice(each) for each in self._view.feedback_of(process.id))

    def _voice(self, feedback: Feedback) -> Cells:
        return self._name(feedback.process_id) | {
            "feedback_who": feedback.who,
            "feedback_quote": feedback.said,
            "feedback_on": cell_of(feedback.said_on),
            "feedback_reached_us_by": feedback.reached_us_by,
        }

    def _commitment(self, commitment: Commitment) -> Cells:
        updates = self._view.updates_of(commitment.id)
        return self._name(commitment.process_id) | {
            "commitment": commitment.text,
            "commitment_number": str(self._commitment_number[commitment.id]),
            "commitment_kind": commitment.kind.value,
            "commitment_owner": commitment.owner,
            "due": cell_of(commitment.due),
            "depends_on": cell_of(commitment.depends_on),
            "measure": commitment.measure,
            "status": commitment.status.value,
            "made_on": cell_of(commitment.made_on),
            "next_check": cell_of(commitment.next_check),
            "carried": cell_of(commitment.carried),
            "updates": "\n".join(
                f"{update.made_on} {update.status.value}"
                + (f": {one_line(update.text)}" if update.text.strip() else "")
                for update in updates
            ),
        }


def _filled(record: object, names: tuple[str, ...]) -> Cells:
    cells = {name: cell_of(getattr(record, name)) for name in names}
    return {name: cell for name, cell in cells.items() if cell}
