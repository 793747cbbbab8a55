"""Last session's promises first: what was kept, what is late, what was broken."""

from workshop.ui.console.welcome.promises.part import DRAFT, PromisesPart

__all__ = ["DRAFT", "PromisesPart"]
