"""The start screen: the sample, a new session, a file, or one of the recent ones."""

from workshop.ui.start.window import StartWindow

__all__ = ["StartWindow"]
