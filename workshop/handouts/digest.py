"""Find out which state of a session a handout shows, from a file that nobody need trust.

The file is not interpreted: a handout keeps its mark in plain letters.
"""

import re
from pathlib import Path

from workshop.domain.errors import GatherError
from workshop.files import read_file, shown

DIGEST_MARK = "gather-state:"

_LARGEST = 200_000_000
_MARK = re.compile(rb"gather-state:([0-9a-f]{64})(?![0-9a-f])")


class UnmarkedError(GatherError):
    """A file that does not say which state it shows."""


def find_digest(path: Path) -> str:
    """Return the 64 hex digits that a handout carries.

    Raises UnmarkedError where it has none or contradicts itself, and FileError where it cannot be
    read; both have a sentence for the user.
    """
    data = read_file(path, limit=_LARGEST)
    if not data.startswith(b"%PDF-"):
        raise UnmarkedError(f"{shown(path)} is not a PDF: give a handout that Gather made.")
    found = {match.group(1) for match in _MARK.finditer(data)}
    if len(found) > 1:
        raise UnmarkedError(
            f"{shown(path)} says of itself that it shows several states, so it was changed: give "
            "the handout as it was exported."
        )
    if not found:
        raise UnmarkedError(
            f"{shown(path)} does not say which state it shows: give a handout as Gather exported "
            "it, unchanged by other programs."
        )
    return found.pop().decode("ascii")
