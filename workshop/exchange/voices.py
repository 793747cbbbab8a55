"""What the users of a process said, as one cell holds it.

A cell with line breaks is one voice a line, "Who: what". A cell on one line is cut where a sentence
ends and "Who: " follows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NEXT_VOICE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z][^.:;!?]{0,48}:\s)")
_WHO = re.compile(r"([^\W\d_][^.:;!?\n]{0,59}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Voice:
    """Something said, by whom if that is known."""

    who: str
    said: str


def split_voices(cell: str) -> list[Voice]:
    """Return the voices of a cell."""
    lines = cell.splitlines() if "\n" in cell else _NEXT_VOICE.split(cell)
    return [_voice(line.strip()) for line in lines if line.strip()]


def _voice(text: str) -> Voice:
    found = _WHO.match(text)
    return Voice(found[1].strip(), text[found.end() :]) if found else Voice("", text)


def join_voices(voices: Sequence[Voice]) -> str | None:
    """Return the cell that `split_voices` takes apart into the same voices, or None."""
    lines = (f"{voice.who}: {voice.said}" if voice.who else voice.said for voice in voices)
    cell = "\n".join(lines)
    return cell if split_voices(cell.strip()) == list(voices) else None
