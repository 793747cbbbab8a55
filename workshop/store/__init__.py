"""The session file: the only place that speaks SQL."""

from workshop.store.checking import check
from workshop.store.history import HistoryEntry
from workshop.store.salvage import SalvageReport, salvage
from workshop.store.schema import SCHEMA_VERSION
from workshop.store.session_file import Draft, SessionFile

__all__ = [
    "SCHEMA_VERSION",
    "Draft",
    "HistoryEntry",
    "SalvageReport",
    "SessionFile",
    "check",
    "salvage",
]
