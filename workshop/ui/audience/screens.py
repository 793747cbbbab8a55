"""What displays are called, how large they are, and by what they are known again."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QScreen


class Use(Enum):
    """What a display is used for."""

    ROOM = auto()
    YOURS = auto()
    FREE = auto()
    MIRROR = auto()  # it shows what the facilitator's display shows


@dataclass(frozen=True, slots=True)
class Place:
    """A display: its name for people, its size in pixels, where it stands, and its use."""

    screen: QScreen
    name: str
    size: QSize
    rect: QRect
    use: Use


def name_of(screen: QScreen) -> str:
    """Return what a display is called: by its maker, else by its socket."""
    return screen.model().strip() or screen.name()


def size_of(screen: QScreen) -> QSize:
    """Return the size of a display in its own pixels."""
    return screen.geometry().size() * screen.devicePixelRatio()


def key_of(screen: QScreen) -> str:
    """Return what a display is known by: its name, and its serial number or else its size."""
    size = size_of(screen)
    number = screen.serialNumber().strip() or f"{size.width()}x{size.height()}"
    return f"{name_of(screen)} {number}"
