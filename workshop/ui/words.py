"""The words in the room, as data that an agency can edit (resources/prompts)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from workshop.domain.enums import Phase
from workshop.resources import resource


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a facilitator says in a phase and watches for. Private."""

    say: str
    watch: str


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions: its short name, icon, wording on the wall, and private help."""

    short: str
    icon: str
    wall: str
    help: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the wall."""

    wall: dict[str, str]
    questions: tuple[Question, ...]
    ground_rules: tuple[str, ...]


def _read(name: str) -> bytes:
    path: Path = resource("prompts", name)
    return path.read_bytes()


@cache
def words() -> Words:
    """Return the words of the wall and the five questions."""
    return msgspec.json.decode(_read("words.json"), type=Words)


@cache
def prompts() -> dict[Phase, Prompt]:
    """Return the private prompts by phase."""
    return msgspec.json.decode(_read("prompts.json"), type=dict[Phase, Prompt])


# The name and the icon of each phase, as the rail shows them.
PHASE_ICONS = {
    Phase.WELCOME: "users",
    Phase.GATHER: "file",
    Phase.BUCKET: "split",
    Phase.INVENTORY: "table",
    Phase.COMMIT: "hammer",
    Phase.DEAL: "handshake",
    Phase.LEADERSHIP: "gauge",
    Phase.CLOSE: "printer",
}
