"""The records of a session: one frozen dataclass for each thing that PRODUCT names.

A record type is also a table of the session file: `TABLE` is its name, its fields are the columns.
Private records (`PRIVATE = True`) hold everything that the wall and general handouts may not show,
so that a view without them cannot leak it.
"""

from dataclasses import fields

from workshop.domain.records.base import OnDelete, Record, Reference
from workshop.domain.records.deal import (
    BuyIn,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Pledge,
    PledgeReturn,
    SignOff,
)
from workshop.domain.records.leadership import LeadershipAnswers, LeadershipMix
from workshop.domain.records.room import (
    AgendaItem,
    Note,
    ParkingLotItem,
    Participant,
    Prompt,
    SessionFacts,
)
from workshop.domain.records.work import Activity, Feedback, Need, PrivateAnswers, Process

__all__ = [
    "NOBODY",
    "RECORD_TYPES",
    "RECORD_TYPE_OF_TABLE",
    "REFERENCES",
    "TEXT_FIELDS",
    "Activity",
    "AgendaItem",
    "BuyIn",
    "Commitment",
    "CommitmentUpdate",
    "Excuse",
    "Feedback",
    "LeadershipAnswers",
    "LeadershipMix",
    "Need",
    "Note",
    "OnDelete",
    "ParkingLotItem",
    "Participant",
    "Pledge",
    "PledgeReturn",
    "PrivateAnswers",
    "Process",
    "Prompt",
    "Record",
    "Reference",
    "SessionFacts",
    "SignOff",
]

NOBODY = "nobody"

# In an order in which every reference points backwards (or to its own table).
RECORD_TYPES: tuple[type[Record], ...] = (
    SessionFacts,
    AgendaItem,
    Participant,
    Process,
    PrivateAnswers,
    Activity,
    Need,
    Feedback,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Pledge,
    PledgeReturn,
    BuyIn,
    SignOff,
    LeadershipAnswers,
    LeadershipMix,
    ParkingLotItem,
    Note,
    Prompt,
)

RECORD_TYPE_OF_TABLE: dict[str, type[Record]] = {kind.TABLE: kind for kind in RECORD_TYPES}


REFERENCES: dict[type[Record], tuple[Reference, ...]] = {
    kind: tuple(
        Reference(item.name, item.metadata["table"], item.metadata["on_delete"], item.type is int)
        for item in fields(kind)
        if "table" in item.metadata
    )
    for kind in RECORD_TYPES
}

# The fields that hold free text.
TEXT_FIELDS: dict[type[Record], tuple[str, ...]] = {
    kind: tuple(item.name for item in fields(kind) if item.type is str) for kind in RECORD_TYPES
}
