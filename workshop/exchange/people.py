"""Read rows of participants, and rows of feedback about processes that are there."""

import re

from workshop.domain.enums import ParticipantKind
from workshop.domain.records import Feedback, Participant
from workshop.domain.state import State
from workshop.domain.text import counted, sameness_key
from workshop.exchange.cells import says_yes
from workshop.exchange.entries import Entries
from workshop.exchange.journal import Cells, Journal
from workshop.exchange.promises import Voices
from workshop.exchange.report import Reason

_BETWEEN = re.compile(r"[\s,.]+")
_FIELDS = ("role", "unit", "kind")


def read_participants(state: State, rows: list[Cells], journal: Journal) -> list[Participant]:
    """Return the new participants, with ids below 1; one without a name goes by the role."""
    known = {_key(participant) for participant in state.all(Participant)}
    found: list[Participant] = []
    nameless = 0
    others = {"kind": ParticipantKind.PROCESS_USER} if _ticks_leaders(rows) else {}
    for cells in rows:
        values = others | journal.values(cells, Participant, {name: name for name in _FIELDS})
        name = _name(cells) or values.get("role")
        if name is None:
            journal.skip(cells.line, Reason.INCOMPLETE, cells.first)
            continue
        participant = Participant(id=-len(found) - 1, name=name, **values)
        if _key(participant) in known:
            journal.skip(cells.line, Reason.REPEAT, name)
            continue
        known.add(_key(participant))
        found.append(participant)
        nameless += not _name(cells)
    if nameless:
        journal.remark(f"{counted(nameless, Participant.NOUN)} without a name, known by the role")
    return found


def _ticks_leaders(rows: list[Cells]) -> bool:
    """Tell whether the leaders are ticked, so that a blank says that somebody is none."""
    said = {cells.get("kind") for cells in rows} - {""}
    return bool(said) and all(map(says_yes, said))


def _name(cells: Cells) -> str:
    """Return a name; beside a first name alone a column of names may hold the last ones."""
    whole, first, last = map(cells.get, ("name", "first_name", "last_name"))
    if whole and (last or not _words(first) - _words(whole)):
        return whole
    return " ".join(filter(None, (first, last or whole)))


def _words(name: str) -> set[str]:
    return set(_BETWEEN.split(sameness_key(name))) - {""}


def _key(participant: Participant) -> tuple[str, ...]:
    return tuple(map(sameness_key, (participant.name, participant.role, participant.unit)))


def read_feedback(state: State, rows: list[Cells], journal: Journal) -> list[Feedback]:
    """Return the new feedback, with ids below 1."""
    entries = Entries(state, journal)
    voices = Voices(state, journal)
    fields = {name: name for name in ("who", "said", "said_on", "reached_us_by")}
    for cells in rows:
        entry = entries.find(cells.get("process"))
        if not cells.get("said"):
            journal.skip(cells.line, Reason.INCOMPLETE, cells.first)
        elif entry is None:
            journal.skip(cells.line, Reason.NO_SUCH_PROCESS, cells.get("process"))
        elif not voices.add_one(cells, entry, fields):
            journal.skip(cells.line, Reason.REPEAT, cells.get("said"))
    return list(voices.records())
