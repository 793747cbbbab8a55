"""Handouts: what leaves the room on paper, drawn from the public view of a session.

The drawing library is imported when the first handout is made.
"""

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.private import PrivateView
from workshop.domain.public import PublicView
from workshop.handouts.marking import Marking, MarkingError, MarkingProfile
from workshop.handouts.options import PLAIN, Options
from workshop.handouts.paper import Paper

__all__ = [
    "ANNEX",
    "HANDOUTS",
    "TAKE_PRIVATE",
    "Marking",
    "MarkingError",
    "MarkingProfile",
    "Options",
    "Paper",
    "Report",
    "render",
]

HANDOUTS = {
    "commitments": "Commitments",
    "owners": "Commitments by owner",
    "deal": "The deal",
    "inventory": "Process inventory",
    "buckets": "Process and performance",
    "promise": "What we heard, what we fix",
    "excuses": "Excuse log",
    "leave-alone": "Leave these alone",
    "leadership": "Leadership check",
    "follow-up": "Follow-up sheet",
    "worksheet": "What do you do in a day?",
    "run-sheet": "Run sheet",
    "poster": "Process is not performance",
    "pack": "Handout pack",
}
"""The title of each handout by the name that the command line gives it."""

ANNEX = {"annex": "Leader-only annex"}
"""The handout that is for the leader alone; it stands apart from the others everywhere."""

TAKE_PRIVATE = ("annex", "run-sheet")
"""What may be given a private view: the annex needs one, the run sheet takes one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was made: the number of pages, and the characters that the typeface could not show.

    Each of these was replaced by an empty square.
    """

    pages: int
    missing: tuple[str, ...] = ()


def render(
    view: PublicView,
    what: str,
    path: Path,
    *,
    made: dt.datetime,
    options: Options = PLAIN,
    replace: bool = False,
    private: PrivateView | None = None,
) -> Report:
    """Write the handout `what` of `HANDOUTS` or `ANNEX` to a PDF file, whole or not at all.

    The same views, `made` and options give the same bytes. Raises KeyError where there is no such
    handout, MarkingError where the session lacks what its marking shows, WouldOverwriteError where
    the file is there and `replace` is false, and FileError where it cannot be written; these are
    GatherErrors with a sentence for the user.
    """
    from workshop.files import require_writable, write_atomically
    from workshop.handouts.compose import compose
    from workshop.handouts.pdf import write_pdf

    title = {**HANDOUTS, **ANNEX}[what]
    require_writable(path, replace=replace)
    with _resting_collector():
        handout = compose(view, what, title, options=options, made=made, private=private)
        write_atomically(path, lambda file: write_pdf(handout, file), replace=replace)
    return Report(len(handout.document.pages), handout.fonts.missing)


@contextmanager
def _resting_collector() -> Iterator[None]:
    """Let the garbage collector rest.

    Nearly all that a handout makes is needed until its file is written; to walk through it again
    and again takes a third of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
