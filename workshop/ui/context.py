"""What every part of the console is given by its constructor."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop.domain.dates import session_day
from workshop.ui.bridge import Bridge
from workshop.ui.clock import PhaseClock
from workshop.ui.drafts import Drafts
from workshop.ui.dress import Dress
from workshop.ui.faces import Faces
from workshop.ui.room import Look, Room
from workshop.ui.settings import Settings
from workshop.ui.theme import theme
from workshop.ui.timing import Timing

if TYPE_CHECKING:  # the console stands sooner without it
    from workshop.ui.audience.wall import Wall


class Context(Dress):
    """The session, the room, the clock, the settings, the colors, and a place to say things."""

    # A sentence for the status slot, and whether Undo belongs beside it.
    said = Signal(str, bool)
    # Handouts are for another paper now.
    paper_set = Signal()

    def __init__(self, bridge: Bridge, settings: Settings, parent: QObject | None = None) -> None:
        """Make the room, the clock and the drafts of a session."""
        super().__init__(settings, parent)
        self.bridge = bridge
        self.faces = Faces(bridge, self)  # before anything that paints texts
        self.clock = PhaseClock(self)
        self.timing = Timing(bridge, self.clock, self)
        self.room = Room(bridge, self.clock, self)
        self.drafts = Drafts(bridge, self)

    @cached_property
    def wall(self) -> "Wall":
        """What the room sees, composed; made when first asked for."""
        from workshop.ui.audience.wall import Wall

        return Wall(self.room, self)

    def session_day(self) -> dt.date:
        """Return the day of the session, today where it has none."""
        return session_day(self.bridge.state.facts)

    def set_paper(self, name: str) -> None:
        """Make handouts for a paper from now on."""
        self.settings.paper = name
        self.paper_set.emit()

    def dress_room(self) -> None:
        """Paint the wall in the colors and at the size that are set."""
        settings = self.settings
        self.room.set_look(Look(theme(settings.room_theme), settings.room_scale))

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Tell what was done, or why not, in the status slot."""
        self.said.emit(sentence, undoable)
