"""What the wall shows, and where the session stands. Kept in the file, not undoable."""

from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.enums import Phase


class Scene(StrEnum):
    """A picture of the wall."""

    WELCOME = "welcome"
    GATHER = "gather"
    CARD = "card"
    BOARD = "board"
    PICTURE = "picture"
    PROCESS = "process"
    OVERVIEW = "overview"
    TALLY = "tally"
    MAKING = "making"
    COMMITMENTS = "commitments"
    BY_OWNER = "by-owner"
    PROMISES = "promises"
    EXCUSES = "excuses"
    DEAL = "deal"
    FIST = "fist"
    LEADERSHIP = "leadership"
    RESULT = "result"
    INSIGHT = "insight"
    PARKING_LOT = "parking-lot"
    TIMER = "timer"
    HOLD = "hold"
    CLOSE = "close"
    TEST_CARD = "test-card"


CARD_SCENES = (Scene.CARD, Scene.TALLY)
"""The scenes about one card: alone, and with the hands that were counted on it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The phase of the facilitator and the scene of the room, which need not agree.

    `subject_id` is the card, process or commitment that a scene is about; pages count from 1.
    """

    phase: Phase = Phase.WELCOME
    scene: Scene = Scene.WELCOME
    subject_id: int | None = None
    page: int = 1
    frozen: bool = False
    blank: bool = False
    hold_until: str = ""
