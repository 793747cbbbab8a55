"""The session file: the only place that speaks SQL.

Checking and salvaging have modules of their own, imported by who needs them.
"""

from workshop.store.history import HistoryEntry
from workshop.store.schema import SCHEMA_VERSION
from workshop.store.session_file import Draft, SessionFile

__all__ = ["SCHEMA_VERSION", "Draft", "HistoryEntry", "SessionFile"]
