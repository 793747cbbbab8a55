"""What a user chooses for an export."""

from dataclasses import dataclass

from workshop.handouts.marking import MarkingProfile
from workshop.handouts.paper import Paper


@dataclass(frozen=True, slots=True)
class Options:
    """How handouts are made.

    `marking` is None for the session's own banner, if it has one. `roles` shows the roles of people
    in place of their names. `pdfa` makes a file for records (PDF/A-2a).
    """

    paper: Paper = Paper.LETTER
    marking: MarkingProfile | None = None
    roles: bool = False
    pdfa: bool = False


PLAIN = Options()
"""Letter paper, the session's own banner, names, and no record."""
