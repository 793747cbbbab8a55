"""The deal phase: what the leader removes beside what the team produces, and who stands behind."""

from workshop.ui.console.deal.page import DealPage

__all__ = ["DealPage"]
