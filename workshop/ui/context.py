"""What every part of the console is given by its constructor."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from workshop.ui.bridge import Bridge
from workshop.ui.clock import PhaseClock
from workshop.ui.icons import icon
from workshop.ui.room import Room
from workshop.ui.settings import Settings
from workshop.ui.theme import Theme, ThemeName, theme


class Context(QObject):
    """The session, the room, the clock, the settings, the colors, and a place to say things."""

    themed = Signal()
    # A sentence for the status slot, and whether Undo belongs beside it.
    said = Signal(str, bool)

    def __init__(self, bridge: Bridge, settings: Settings, parent: QObject | None = None) -> None:
        """Make the room and the clock of a session."""
        super().__init__(parent)
        self.bridge = bridge
        self.settings = settings
        self.clock = PhaseClock(self)
        self.room = Room(bridge, self.clock, self)

    @property
    def colors(self) -> Theme:
        """The colors of the console."""
        return theme(self.settings.console_theme)

    def set_theme(self, name: ThemeName) -> None:
        """Dress the console in another theme."""
        self.settings.console_theme = name
        self.themed.emit()

    def icon(self, name: str, color: str = "text", checked: str | None = "on primary") -> QIcon:
        """Return an icon in a color of the console."""
        return icon(name, self.colors[color], checked=self.colors[checked] if checked else None)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Tell what was done, or why not, in the status slot."""
        self.said.emit(sentence, undoable)
