"""Where the windows are put together."""

import sys
from pathlib import Path

from workshop.ui.guard import guard

guard()  # before Qt is imported, which reads its variables then

from PySide6.QtCore import QObject  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from workshop.domain.errors import GatherError  # noqa: E402
from workshop.session import Session  # noqa: E402
from workshop.ui.bridge import Bridge  # noqa: E402
from workshop.ui.console.window import Console  # noqa: E402
from workshop.ui.context import Context  # noqa: E402
from workshop.ui.pages import PAGES  # noqa: E402
from workshop.ui.room import Look  # noqa: E402
from workshop.ui.settings import Settings  # noqa: E402
from workshop.ui.theme import apply_theme, load_fonts, theme  # noqa: E402


class Application(QObject):
    """Opens sessions in windows, one at a time, and the start screen when there is none."""

    def __init__(self, qt: QApplication, settings: Settings) -> None:
        """Dress the application."""
        super().__init__()
        self._qt = qt
        self._settings = settings
        self._console: Console | None = None
        self._context: Context | None = None
        load_fonts()
        apply_theme(qt, theme(settings.console_theme))

    @property
    def console(self) -> Console | None:
        """The window of the facilitator while a session is open."""
        return self._console

    def open_session(self, path: Path) -> None:
        """Open a session in the window; raises GatherError where it cannot be opened."""
        session = Session.open(path)
        self.close_session()
        self._settings.add_recent(path)
        context = Context(Bridge(session), self._settings)
        context.room.set_look(Look(theme(self._settings.room_theme)))
        context.themed.connect(self._dress)
        self._context = context
        self._console = Console(context, PAGES)
        self._console.closing.connect(self.close_session)
        self._console.fill_menu()
        self._console.resize(1440, 900)
        self._console.show()

    def close_session(self) -> None:
        """Close the session that is open, if one is."""
        context, self._context = self._context, None
        if context is not None:
            context.bridge.close()

    def _dress(self) -> None:
        apply_theme(self._qt, theme(self._settings.console_theme))


def run(path: Path | None) -> int:
    """Open the window on a session, or the start screen; return the exit code."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Gather")
    qt.setDesktopFileName("gather")
    application = Application(qt, Settings())
    try:
        if path is not None:
            application.open_session(path)
    except GatherError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return qt.exec()
