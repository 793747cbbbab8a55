"""Write a whole session as JSON.

Records are numbered from 1 in the order in which they are shown, so that two sessions with the same
content give the same text; positions and the id of the session itself are left out.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from workshop.domain.edits import remapped
from workshop.domain.public import PublicView
from workshop.domain.records import (
    RECORD_TYPES,
    Activity,
    AgendaItem,
    PrivateAnswers,
    Process,
    Record,
)
from workshop.domain.state import State
from workshop.exchange.order import cards_in_order, processes_in_order

FORMAT = "gather"
VERSION = 2
LEFT_OUT = ("session_id", "position")


def to_json(view: PublicView, private: State | None = None) -> bytes:
    """Return a session as JSON in UTF-8, with the private records of `private` if it is given."""
    tables = tables_in_order(view, private)
    ids = {
        (kind, record.id): number
        for kind, records in tables.items()
        for number, record in enumerate(records, start=1)
    }
    content: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for kind, records in tables.items():
        content[kind.TABLE] = [_plain(remapped(record, ids)) for record in records]
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def tables_in_order(
    view: PublicView, private: State | None
) -> Mapping[type[Record], Sequence[Record]]:
    """Return the records of each type in the order in which they are numbered."""
    tables: dict[type[Record], Sequence[Record]] = {}
    for kind in RECORD_TYPES:
        if not kind.PRIVATE:
            tables[kind] = view.all(kind)
        elif private is not None:
            tables[kind] = private.all(kind)
    tables[AgendaItem] = view.agenda
    tables[Activity] = cards_in_order(view)
    tables[Process] = processes_in_order(view)
    if private is not None:  # these go by the number of their process
        answers = private.table(PrivateAnswers)
        tables[PrivateAnswers] = [answers[p.id] for p in tables[Process] if p.id in answers]
    return tables


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return {name: value for name, value in plain.items() if name not in LEFT_OUT}
