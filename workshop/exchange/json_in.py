"""Read a session that was exported as JSON into another one.

What is there already is left out and what refers to it follows; blank facts are filled; the agenda
comes along where nothing has been gathered yet. Within the source nothing counts as a repeat.
"""

import json
from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, NoReturn

import msgspec

from workshop.domain.commands import Command
from workshop.domain.commands.records import EditRecord
from workshop.domain.edits import remapped
from workshop.domain.positions import STEP
from workshop.domain.public import PUBLIC_TYPES, PublicView
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    TEXT_FIELDS,
    Activity,
    AgendaItem,
    BuyIn,
    Commitment,
    Excuse,
    Feedback,
    LeadershipAnswers,
    LeadershipMix,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    PrivateAnswers,
    Process,
    Prompt,
    Record,
    SessionFacts,
    SignOff,
)
from workshop.domain.state import State
from workshop.domain.text import clean, count_unsafe, sameness_key
from workshop.exchange.errors import ImportRefusedError
from workshop.exchange.journal import Journal
from workshop.exchange.json_out import FORMAT, VERSION, tables_in_order
from workshop.exchange.report import Reason

Tables = Mapping[type[Record], Sequence[Record]]
Ids = dict[tuple[type[Record], int], int]

# What the export leaves out and a record cannot be without.
_LEFT_OUT: Mapping[type[Record], dict[str, Any]] = {
    SessionFacts: {"session_id": ""},
    AgendaItem: {"position": 0},
}
# The fields by which two records are the same; of other types all fields but the id.
_IDENTITY: Mapping[type[Record], tuple[str, ...]] = {
    Participant: ("name", "role", "unit"),
    Process: ("name",),
    PrivateAnswers: ("id",),
    Activity: ("text",),
    Feedback: ("process_id", "who", "said", "said_on"),
    Commitment: ("process_id", "text"),
    Excuse: ("process_id", "text"),
    Pledge: ("text",),
    BuyIn: (),
    SignOff: ("name", "role"),
    LeadershipAnswers: ("item",),
    LeadershipMix: (),
    ParkingLotItem: ("text",),
    Note: ("text", "phase", "fingers"),
    Prompt: ("phase",),
}


def looks_like_json(text: str) -> bool:
    """Tell whether a text of unknown kind is meant to be a JSON object."""
    return text.lstrip().startswith("{") and f'"{FORMAT}"' in text


def read_json(state: State, text: str) -> tuple[list[Record], list[Command], Journal]:
    """Return new records with ids below 1, edits of what is there, and what is to be said.

    Raises ImportRefusedError where the text is no export of a session.
    """
    content = _content(text)
    journal = Journal()
    tables = {kind: _records(content, kind) for kind in RECORD_TYPES}
    if not any(tables.values()):
        raise ImportRefusedError("There is nothing to import in the file: it has no records.")
    for records in tables.values():
        journal.replaced += sum(map(_count_unsafe, records))
    merge = _Merge(state, tables, journal)
    agenda, edits = _agenda(state, tables)
    edits += _facts(state, tables)
    return [*agenda, *merge.records()], edits, journal


def _content(text: str) -> dict[str, Any]:
    try:
        content = json.loads(clean(text), strict=False, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(
            "The file is no sound JSON: export it again, or choose another file."
        ) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ImportRefusedError(
            "The file is JSON, but not the export of a session: choose a file that Gather wrote."
        )
    version = content.get("version")
    # An earlier version had fewer fields, which are blank then; true and 1.0 equal 1.
    if type(version) is not int or not 1 <= version <= VERSION:
        raise ImportRefusedError(
            "The file was written by another version of Gather: export it with this one."
        )
    return content


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _records(content: Mapping[str, Any], kind: type[Record]) -> list[Record]:
    """Return the records of a table; raises ImportRefusedError for one that is not as it should."""
    rows = content.get(kind.TABLE, [])
    extra = _LEFT_OUT.get(kind, {})
    try:
        found = [msgspec.convert({**extra, **row}, kind) for row in rows]
    except (TypeError, msgspec.ValidationError) as error:
        raise ImportRefusedError(
            f"The {kind.NOUN[1]} in the file are not as Gather writes them: export it again."
        ) from error
    if len({record.id for record in found}) < len(found):
        raise ImportRefusedError(
            f"Two {kind.NOUN[1]} in the file have the same number: export it again."
        )
    return found


def _count_unsafe(record: Record) -> int:
    return sum(count_unsafe(getattr(record, name)) for name in TEXT_FIELDS[type(record)])


class _Merge:
    """Finds which records are new, and gives them ids below 1 that references follow."""

    def __init__(self, state: State, tables: Tables, journal: Journal) -> None:
        self._state = state
        self._tables = tables
        self._journal = journal
        self._there = tables_in_order(PublicView.of(state), state)
        self._ids: Ids = {}

    def records(self) -> list[Record]:
        """Return the new records of all types."""
        return [record for kind in RECORD_TYPES for record in self._new(kind)]

    def _new(self, kind: type[Record]) -> Iterator[Record]:
        if kind in {SessionFacts, AgendaItem}:
            return
        known: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for record in self._there[kind]:
            known[_identity(record)].append(record.id)
        others = self._known_by_activity() if kind is Process else {}
        new: list[Record] = []
        for line, record in enumerate(self._tables[kind], start=1):
            self._journal.read += 1
            same = known[_identity(self._referring(record))]
            there = same[0] if same else others.get(record.id)
            if len(same) > 1:  # the next record that reads the same is another one
                same.popleft()
            if there is None:
                new.append(record)
            else:
                self._journal.skip(
                    line, Reason.REPEAT, f"{kind.NOUN[0]} {_text_of(record)}".strip()
                )
            if kind is not PrivateAnswers:  # these go by the id of their process
                self._ids[(kind, record.id)] = -len(new) if there is None else there
        yield from (self._referring(record, strictly=True) for record in new)

    def _known_by_activity(self) -> dict[int, int]:
        """Return the processes of activities that are there, which may go by other names there."""
        there = {_identity(card): card.process_id for card in self._state.all(Activity)}
        found = {
            card.process_id: there.get(_identity(card))
            for card in self._tables[Activity]
            if isinstance(card, Activity) and card.process_id is not None
        }
        return {number: known for number, known in found.items() if known is not None}

    def _referring(self, record: Record, *, strictly: bool = False) -> Record:
        """Return a record under its new id, referring to new ids."""
        for reference in REFERENCES[type(record)]:
            target = (RECORD_TYPE_OF_TABLE[reference.table], getattr(record, reference.field))
            if strictly and target[1] is not None and target not in self._ids:
                noun = type(record).NOUN[0]
                raise ImportRefusedError(
                    f"A {noun} in the file refers to something that is not in it: export it again."
                )
        return self._merged_into_kept(remapped(record, self._ids))

    def _merged_into_kept(self, record: Record) -> Record:
        """Return a card merged into one that is not merged itself."""
        if not isinstance(record, Activity) or record.merged_into_id is None:
            return record
        there = self._state.get(Activity, record.merged_into_id)
        into = there.merged_into_id if there and there.merged_into_id else record.merged_into_id
        return replace(record, merged_into_id=into)


def _identity(record: Record) -> Hashable:
    """Return what two records share when they are the same to a reader."""
    names = _IDENTITY.get(type(record))
    if names is None:
        names = tuple(item.name for item in fields(record) if item.name != "id")
    values = (getattr(record, name) for name in names)
    return tuple(sameness_key(value) if isinstance(value, str) else value for value in values)


def _text_of(record: Record) -> str:
    names = TEXT_FIELDS[type(record)]
    return getattr(record, names[0]) if names and not type(record).PRIVATE else ""


def _facts(state: State, tables: Tables) -> list[Command]:
    """Return what fills the blank facts."""
    given = next(iter(tables[SessionFacts]), None)
    if given is None:
        return []
    blank = [
        item.name for item in fields(SessionFacts) if getattr(state.facts, item.name) in ("", None)
    ]
    values = {name: getattr(given, name) for name in blank if getattr(given, name)}
    return [EditRecord(SessionFacts, state.facts.id, values)] if values else []


def _agenda(state: State, tables: Tables) -> tuple[list[Record], list[Command]]:
    """Return agenda items to add and to edit, where the session has nothing but an agenda."""
    there = list(PublicView.of(state).agenda)
    given = [item for item in tables[AgendaItem] if isinstance(item, AgendaItem)]
    begun = sum(len(state.table(kind)) for kind in PUBLIC_TYPES) > 1 + len(there)
    if begun or list(map(_plan, given)) == list(map(_plan, there)):
        return [], []
    added: list[Record] = []
    edits: list[Command] = []
    for place, item in enumerate(given, start=1):
        placed = replace(item, id=-place, position=STEP * place)
        same = next((other for other in there if other.phase is item.phase), None)
        if same is None:
            added.append(placed)
            continue
        there.remove(same)
        names = ("position", "planned_minutes", "actual_seconds")
        edits.append(EditRecord(AgendaItem, same.id, {n: getattr(placed, n) for n in names}))
    return added, edits


def _plan(item: AgendaItem) -> tuple[object, ...]:
    return item.phase, item.planned_minutes, item.actual_seconds
