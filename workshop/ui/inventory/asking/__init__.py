"""One process, one question at a time, large, the wall in step."""

from workshop.ui.inventory.asking.view import AskingView

__all__ = ["AskingView"]
