"""Read rows of participants, and rows of feedback about processes that are there."""

from workshop.domain.records import Feedback, Participant
from workshop.domain.state import State
from workshop.domain.text import sameness_key
from workshop.exchange.entries import Entries
from workshop.exchange.journal import Cells, Journal
from workshop.exchange.promises import Voices
from workshop.exchange.report import Reason

_FIELDS = ("name", "role", "unit", "kind")


def read_participants(state: State, rows: list[Cells], journal: Journal) -> list[Participant]:
    """Return the new participants, with ids below 1; one without a name goes by the role."""
    known = {_key(participant) for participant in state.all(Participant)}
    found: list[Participant] = []
    for cells in rows:
        values = journal.values(cells, Participant, {name: name for name in _FIELDS})
        name = values.pop("name", values.get("role"))
        if name is None:
            journal.skip(cells.line, Reason.BLANK)
            continue
        participant = Participant(id=-len(found) - 1, name=name, **values)
        if _key(participant) in known:
            journal.skip(cells.line, Reason.REPEAT, name)
            continue
        known.add(_key(participant))
        found.append(participant)
    return found


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
            journal.skip(cells.line, Reason.BLANK)
        elif entry is None:
            journal.skip(cells.line, Reason.NO_SUCH_PROCESS, cells.get("process"))
        elif not voices.add_one(cells, entry, fields):
            journal.skip(cells.line, Reason.REPEAT, cells.get("said"))
    return list(voices.records())
