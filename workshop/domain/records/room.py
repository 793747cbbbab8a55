"""The room: what a session is, who is in it, and what the facilitator keeps by hand."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from workshop.domain.enums import ParticipantKind, Phase
from workshop.domain.records.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts(Record):
    """What a session is: the one record that every session has."""

    TABLE: ClassVar[str] = "session_facts"
    NOUN: ClassVar[tuple[str, str]] = ("session facts", "session facts")

    session_id: str
    previous_session_id: str = ""
    title: str = ""
    agency: str = ""
    sponsor: str = ""
    facilitator: str = ""
    place: str = ""
    date: dt.date | None = None
    next_date: dt.date | None = None
    marking: str = ""
    previous_date: dt.date | None = None
    promise: str = ""
    controlled_by: str = ""
    cui_category: str = ""
    dissemination: str = ""
    distribution: str = ""
    point_of_contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """A phase of the agenda with its minutes, planned and used."""

    TABLE: ClassVar[str] = "agenda_item"
    NOUN: ClassVar[tuple[str, str]] = ("agenda item", "agenda items")

    phase: Phase
    position: int
    planned_minutes: int
    actual_seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A person in the room."""

    TABLE: ClassVar[str] = "participant"
    NOUN: ClassVar[tuple[str, str]] = ("participant", "participants")

    name: str
    role: str = ""
    unit: str = ""
    kind: ParticipantKind = ParticipantKind.LEADER


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkingLotItem(Record):
    """Something raised that is for another time."""

    TABLE: ClassVar[str] = "parking_lot_item"
    NOUN: ClassVar[tuple[str, str]] = ("parking lot item", "parking lot items")

    text: str
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A private note of the facilitator."""

    TABLE: ClassVar[str] = "note"
    NOUN: ClassVar[tuple[str, str]] = ("note", "notes")
    PRIVATE: ClassVar[bool] = True

    text: str
    phase: Phase | None = None
    fingers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt(Record):
    """The facilitator's own wording of what to say in a phase, and what to watch for."""

    TABLE: ClassVar[str] = "prompt"
    NOUN: ClassVar[tuple[str, str]] = ("prompt", "prompts")
    PRIVATE: ClassVar[bool] = True

    phase: Phase
    say: str = ""
    watch: str = ""
