"""A session at work: commands in, changes out, everything durable."""

from workshop.session.session import HistoryLine, Session

__all__ = ["HistoryLine", "Session"]
