"""The display check: which display the room sees, and whether its back row can read it."""

from workshop.ui.display_check.dialog import DisplayCheck

__all__ = ["DisplayCheck"]
