"""Where the windows are put together."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.ui.guard import prepare_qt, shut_network

prepare_qt()

from PySide6.QtCore import QLocale, QObject, QSize  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

from workshop.domain.dates import today  # noqa: E402
from workshop.domain.errors import GatherError  # noqa: E402
from workshop.ui.collector import Collector  # noqa: E402
from workshop.ui.dress import Dress  # noqa: E402
from workshop.ui.enter_key import EnterKey  # noqa: E402
from workshop.ui.settings import Settings  # noqa: E402
from workshop.ui.theme import apply_theme, load_fonts, theme  # noqa: E402
from workshop.ui.unexpected import watch  # noqa: E402

if TYPE_CHECKING:  # the start screen stands sooner without them, and so does a session
    from workshop.domain.state import State
    from workshop.session import Session
    from workshop.ui.console.window import Console
    from workshop.ui.context import Context
    from workshop.ui.dialogs.new_session import NewSession
    from workshop.ui.opening import Refusal
    from workshop.ui.start import StartWindow


class Application(QObject):
    """Opens sessions in windows, one at a time, and the start screen when there is none."""

    def __init__(self, qt: QApplication, settings: Settings) -> None:
        """Dress the application, and shut the network."""
        super().__init__()
        shut_network()
        keep_english()
        self._qt = qt
        self._settings = settings
        self._dress = Dress(settings, self)
        self._enter_key = EnterKey(qt, self)
        self._start: StartWindow | None = None
        self._console: Console | None = None
        self._context: Context | None = None
        self._new: NewSession | None = None
        self._refusal: Refusal | None = None
        self._goes_on = False
        load_fonts()
        apply_theme(qt, theme(settings.console_theme))
        # Closing one window may be the way to the next one.
        qt.setQuitOnLastWindowClosed(False)

    @property
    def console(self) -> "Console | None":
        """The window of the facilitator while a session is open."""
        return self._console

    @property
    def start(self) -> "StartWindow | None":
        """The start screen while no session is open."""
        return self._start

    @property
    def has_window(self) -> bool:
        """Whether there is something on the screen."""
        return self._window is not None

    @property
    def _window(self) -> "Console | StartWindow | None":
        return self._console or self._start

    # The start screen

    def show_start(self) -> None:
        """Show the start screen."""
        from workshop.ui.start import StartWindow

        start = StartWindow(self._dress)
        start.sample_asked.connect(self.open_sample)
        start.new_asked.connect(self.ask_new)
        start.open_asked.connect(self.ask_open)
        start.file_chosen.connect(self.open)
        start.follow_up_asked.connect(self.follow_up)
        start.keys_asked.connect(self._show_keys)
        start.about_asked.connect(self._show_about)
        start.quit_asked.connect(start.close)
        start.closing.connect(self._end_start)
        start.notice.chosen.connect(self._go_on)
        self._start = start
        start.stands.connect(self._prepare)
        _show(start, None)

    def _prepare(self) -> None:
        """Read the recent files, and load what a session needs before one is asked for."""
        if self._start is not None:
            self._start.read_recents()
        import workshop.ui.console.window
        import workshop.ui.pages  # noqa: F401

    def _end_start(self) -> None:
        start, self._start = self._start, None
        if start is not None:
            start.deleteLater()
        if not self._goes_on:
            self._qt.quit()

    # Sessions

    def open(self, path: Path) -> None:
        """Open a session, or tell in the window why it cannot be opened."""
        from workshop.ui.opening import refusal

        if self._context is not None and _is_same(path, self._context.bridge.path):
            self._context.say("This session is open already.")
            return
        try:
            self.open_session(path)
        except GatherError as error:
            self._refuse(refusal(path, error))

    def begin_with(self, path: Path) -> None:
        """Open a session as the first thing; where that fails, offer the ways on if there are.

        One that is open elsewhere is told in a window too: who starts it twice may see no terminal.
        """
        from workshop.ui.opening import refusal

        try:
            self.open_session(path)
        except GatherError as error:
            self.tell(str(error))
            refused = refusal(path, error)
            if refused.ways or refused.is_open_elsewhere:
                self.show_start()
                self._refuse(refused)

    def open_session(self, path: Path) -> None:
        """Open a session in the window; raises GatherError where it cannot be opened."""
        from workshop.session import Session

        if self._start is not None:
            self._start.stop_reading()
        self._settle(Session.open(path))
        self._settings.add_recent(path)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample."""
        from workshop.sample import make_sample, sample_path

        try:
            session = make_sample(sample_path(), today=today())
        except GatherError as error:
            self.tell(str(error))
            return
        self._settle(session)
        self._settings.add_recent(session.path)

    def open_copy(self, refused: "Refusal") -> None:
        """Open the latest safety copy of a session that is open elsewhere, to look at."""
        from workshop.session import Session
        from workshop.ui.opening import copy_time

        if refused.copy is None:
            return
        try:
            session = Session.open(refused.copy.path, read_only=True)
        except GatherError as error:
            self.tell(str(error))
            return
        self._settle(session, read_only=True)
        if self._console is not None:
            words = f"Read-only copy of {copy_time(refused.copy)}. {refused.sentence}"
            self._console.notice.tell(words, quiet=True)

    def _settle(self, session: "Session", *, read_only: bool = False) -> None:
        """Put a session into a window of its own, in place of the window that is there."""
        from workshop.ui.bridge import Bridge
        from workshop.ui.context import Context

        context = Context(Bridge(session, read_only=read_only), self._settings, self)
        context.dress_room()
        context.themed.connect(self._dress_all)
        console = self._make_console(context)
        before = self._window
        if before is not None and not self._leave(before):
            self._let_go(console, context)
            return
        self._console, self._context = console, context
        _show(console, before)

    def _leave(self, window: "Console | StartWindow") -> bool:
        """Close a window to go on in another one; False where the user would not."""
        self._goes_on = True
        is_closed = window.close()
        self._goes_on = False
        return is_closed

    def _make_console(self, context: "Context") -> "Console":
        from workshop.ui.console.window import Console
        from workshop.ui.pages import PAGES

        console = Console(context, PAGES)
        console.completed.connect(self._complete)
        console.closing.connect(self._end_console)
        console.notice.chosen.connect(self._go_on)
        return console

    def _complete(self) -> None:
        """Add what a console has once its first picture stands."""
        from workshop.ui.console.file_menu import FileMenu
        from workshop.words import faults

        console, context = self._console, self._context
        assert console is not None
        assert context is not None
        menu = FileMenu(console.actions_, context, console.saving)
        menu.new_asked.connect(self.ask_new)
        menu.next_asked.connect(self.ask_next)
        menu.open_asked.connect(self.ask_open)
        menu.close_asked.connect(self.close_session)
        menu.quit_asked.connect(console.close)
        menu.keys_asked.connect(self._show_keys)
        menu.about_asked.connect(self._show_about)
        console.displays.start()
        if context.faces.warning:
            context.say(context.faces.warning)
        if faults():
            console.notice.tell(" ".join(faults()), quiet=True)

    def close_session(self) -> None:
        """Close the session that is open and go back to the start screen."""
        if self._console is not None and self._leave(self._console):
            self.show_start()

    def _end_console(self) -> None:
        console, self._console = self._console, None
        context, self._context = self._context, None
        if console is not None and context is not None:
            self._let_go(console, context)
        if not self._goes_on:
            self._qt.quit()

    def _let_go(self, console: "Console", context: "Context") -> None:
        try:
            context.bridge.close()
        except GatherError as error:
            sys.stderr.write(f"The session is saved, but no safety copy was made: {error}\n")
        console.deleteLater()
        context.deleteLater()

    # What is asked of the user

    def ask_open(self) -> None:
        """Ask which session to open, and open it."""
        from workshop.ui.dialogs.files import ask_session, documents

        window = self._window
        recent = self._settings.recent
        folder = recent[0].parent if recent and recent[0].parent.is_dir() else documents()
        path = ask_session(window, folder) if window is not None else None
        if path is not None:
            self.open(path)

    def ask_new(self) -> None:
        """Show the form for a new session."""
        from workshop.ui.dialogs.new_session import NewSession

        if self._new is None:
            self._new = NewSession(self._dress)
            self._new.made.connect(self._make_new)
        # No child of the window, which may go while the form and what was typed in it stay.
        self._new.winId()
        if self._window is not None:
            self._new.windowHandle().setTransientParent(self._window.windowHandle())
        self._new.open()

    def ask_next(self) -> None:
        """Begin the next session with what is still to be done in the one that is open."""
        context, console = self._context, self._console
        if context is None or console is None:
            return
        if context.bridge.is_unsaved:
            context.say("Save this session first: what is not saved cannot be carried over.")
            return
        self._begin_next(context.bridge.state, context.bridge.path, console)

    def follow_up(self, path: Path) -> None:
        """Begin the next session with what is still to be done in one that is not open."""
        from workshop.session import Session
        from workshop.ui.opening import refusal

        if self._start is None:
            return
        self._start.stop_reading()
        try:
            with Session.open(path, read_only=True) as last:
                state = last.state
        except GatherError as error:
            self._refuse(refusal(path, error))
            return
        self._begin_next(state, path, self._start)

    def _begin_next(self, state: "State", last: Path, window: QMainWindow) -> None:
        """Ask for the file of the next session, and begin it."""
        from workshop.session.follow_up import begin_next
        from workshop.ui.dialogs.files import ask_new_file, untaken

        path = ask_new_file(window, "Next session", untaken(last.with_stem(f"{last.stem} next")))
        if path is None:
            return
        try:
            session = begin_next(state, path)
        except GatherError as error:
            say = self._context.say if self._context is not None else self.tell
            say(str(error))
            return
        self._settle(session)
        self._settings.add_recent(path)

    def _make_new(self, path: Path, facts: dict[str, Any]) -> None:
        from workshop.session import Session

        assert self._new is not None
        try:
            session = Session.create(path, **facts)
        except GatherError as error:
            self._new.refuse(str(error))
            return
        self._new.accept()
        self._new.clear()
        self._settle(session)
        self._settings.add_recent(path)

    # What is told

    def _refuse(self, refused: "Refusal") -> None:
        self._refusal = refused
        self.tell(refused.sentence, *refused.ways)
        if self._window is not None:
            self._window.notice.focus_first()

    def tell(self, sentence: str, *ways: str) -> None:
        """Tell a sentence in the window, on standard error where there is none."""
        window = self._window
        if window is None:
            sys.stderr.write(f"{sentence}\n")
        else:
            window.notice.tell(sentence, *ways, "Close")

    def _go_on(self, words: str) -> None:
        from workshop.ui.opening import SALVAGE

        refused, window = self._refusal, self._window
        if window is not None:
            window.notice.hide()
        if refused is None:
            return
        if words == refused.copy_words:
            self.open_copy(refused)
        elif words == SALVAGE:
            self._salvage(refused.path)

    def _salvage(self, path: Path) -> None:
        from workshop.ui.dialogs.files import ask_new_file, untaken
        from workshop.ui.dialogs.salvage import salvage_sentence

        window = self._window
        suggested = untaken(path.with_stem(f"{path.stem} salvaged"))
        new = ask_new_file(window, "Salvage into a new file", suggested) if window else None
        if new is None:
            return
        try:
            sentence = salvage_sentence(path, new)
            self.open_session(new)
        except GatherError as error:
            self.tell(str(error))
            return
        self.tell(sentence)

    def _show_keys(self) -> None:
        from workshop.ui.dialogs.keys import KeysDialog

        window = self._window
        if window is not None:
            KeysDialog(self._dress, window.all_actions(), window).open()

    def _show_about(self) -> None:
        from workshop.ui.dialogs.about import AboutDialog

        if self._window is not None:
            AboutDialog(self._dress, self._window).open()

    def _dress_all(self) -> None:
        apply_theme(self._qt, theme(self._settings.console_theme))
        self._dress.themed.emit()


def keep_english() -> None:
    """Let calendars name months and days in the language of all other words.

    Call it once there is an application: Qt takes over the desktop's language then.
    """
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


def _show(window: QMainWindow, before: QMainWindow | None) -> None:
    """Show a window where the one before it was."""
    if before is not None:
        window.restoreGeometry(before.saveGeometry())
    else:
        # The screen less a title bar, at most the size that the windows are laid out for.
        free = window.screen().availableGeometry().size() - QSize(0, 40)
        window.resize(QSize(1440, 900).boundedTo(free))
    window.show()


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def run(path: Path | None, *, sample: bool = False) -> int:
    """Open the window on a session, a fresh sample or the start screen; return the exit code.

    A file that cannot be opened is told on standard error, and in the window if there is a way on
    or it is open elsewhere.
    """
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Gather")
    qt.setDesktopFileName("gather")
    application = Application(qt, Settings())
    watch(application.tell)
    if sample:
        application.open_sample()
    elif path is not None:
        application.begin_with(path)
    else:
        application.show_start()
    if not application.has_window:
        return 1
    collector = Collector(application)
    code = qt.exec()
    collector.deleteLater()
    return code
