"""The close phase: the pages that leave the room, and the next date."""

from workshop.ui.console.close.page import ClosePage

__all__ = ["ClosePage"]
