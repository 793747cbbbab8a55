"""What a window without a session is given too: the settings and the colors."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from workshop.ui.icons import icon
from workshop.ui.settings import Settings
from workshop.ui.theme import Theme, ThemeName, theme


class Dress(QObject):
    """The colors of the console, as the user has set them."""

    themed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Dress by the settings."""
        super().__init__(parent)
        self.settings = settings

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
