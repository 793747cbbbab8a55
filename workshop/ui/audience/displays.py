"""Which display the room is shown on, and what happens when it is pulled out."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.audience.screens import Place, Use, key_of, name_of, size_of
from workshop.ui.audience.window import AudienceWindow
from workshop.ui.context import Context

LOST = "The projector was pulled out; the room comes back by itself."
NONE = "There is no second display for the room. Connect one, or use Solo (F12)."
MIRRORED = (
    "The displays show the same picture. Extend the desktop to a second one, or use Solo (F12)."
)
COVERED = "Your window is on the display of the room; move it away and the room comes back."
# What a presenter remote or a keyboard may do while the room's window has the focus.
_FORWARDED = (
    "next_page", "previous_page", "freeze", "blank", "audience", "timer", "minute",
    "next_phase", "previous_phase",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """The display of the room: its name for people, and its size in pixels."""

    name: str
    size: QSize


class Displays(QObject):
    """Opens and closes the window of the room; it never stands on the facilitator's display."""

    # The room is shown on another display now, or on none.
    changed = Signal()
    # A sentence for the banner of the console; blank when it no longer holds.
    told = Signal(str)
    # The name of a display that is free and was never shown the room.
    found = Signal(str)
    # A display was connected, pulled out or changed, or is used in another way.
    listed = Signal()

    def __init__(self, context: Context, console: QMainWindow, actions: Actions) -> None:
        """Add the actions; the room opens by itself where its display is known."""
        super().__init__(console)
        self._context = context
        self._console = console
        self._actions = actions
        self._window: AudienceWindow | None = None
        self._screen: QScreen | None = None
        self._key = ""  # of the display that the room is shown on
        self._lost = ""
        self._gave_way = ""  # the display that solo took the room from
        self._follows_console = False
        self._switch = self._add_actions()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._lose)
        app.screenAdded.connect(self._add)
        app.primaryScreenChanged.connect(self._look)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._look)
        self.changed.connect(self.listed)

    def _add_actions(self) -> QAction:
        add = self._actions.add
        switch = add(ActionSpec("audience", "Audience window", Menu.ROOM, ("F11",)), self.toggle)
        switch.setCheckable(True)
        move = ActionSpec("next_display", "Room on the next display", Menu.ROOM, ("Ctrl+F11",))
        add(move, self.move_on)
        return switch

    @property
    def shown(self) -> Shown | None:
        """Where the room is shown."""
        if self._screen is None:
            return None
        return Shown(name_of(self._screen), size_of(self._screen))

    @property
    def window(self) -> AudienceWindow | None:
        """The window of the room while it is shown."""
        return self._window

    def places(self) -> list[Place]:
        """Return every display that is connected, with its use."""
        free = self._free()
        return [
            Place(
                screen, name_of(screen), size_of(screen), screen.geometry(), self._use(screen, free)
            )
            for screen in QGuiApplication.screens()
        ]

    def _use(self, screen: QScreen, free: list[QScreen]) -> Use:
        if screen == self._screen:
            return Use.ROOM
        if screen == self._console.screen():
            return Use.YOURS
        return Use.FREE if screen in free else Use.MIRROR

    def choose(self, screen: QScreen) -> None:
        """Show the room on a display, where that is free for it."""
        if screen in self._free() and screen != self._screen:
            self._open(screen)

    def start(self) -> None:
        """Show the room where the display that it was last shown on is connected."""
        known, free = self._context.settings.room_display, self._free()
        screen = next((each for each in free if key_of(each) == known), None)
        if screen is not None:
            self._open(screen)
        elif free:
            self.found.emit(name_of(free[0]))

    def toggle(self) -> None:
        """Show the room on its display, or close it."""
        if self._window is not None:
            self._close()
            self.told.emit("")
        else:
            self._show_anywhere()
        self._switch.setChecked(self._window is not None)

    def _show_anywhere(self) -> None:
        free = self._free()
        known = self._context.settings.room_display
        free.sort(key=lambda screen: (key_of(screen) != known, _is_primary(screen)))
        if free:
            self._open(free[0])
        else:
            self.told.emit(NONE if len(QGuiApplication.screens()) < 2 else MIRRORED)

    def move_on(self) -> None:
        """Show the room on the next display that is free for it."""
        free = self._free()
        if not free:
            self._show_anywhere()
            return
        at = free.index(self._screen) if self._screen in free else -1
        self._open(free[(at + 1) % len(free)])

    def close(self) -> None:
        """Close the room for good, when its session is closed."""
        self._lost = ""
        self._close()
        self.told.emit("")

    def give_way(self) -> None:
        """Close the room while solo takes its place."""
        self._gave_way = self._key if self._window is not None else self._lost
        self.close()

    def come_back(self) -> None:
        """Show the room again where solo took its place, as soon as its display is there."""
        if self._window is None:
            self._lost = self._gave_way
            self._look()
        if self._lost:
            self.told.emit(LOST if len(QGuiApplication.screens()) < 2 else MIRRORED)
        self._gave_way = ""

    def _free(self) -> list[QScreen]:
        """Return the displays on which nothing of the facilitator's is to be seen."""
        yours = self._console.screen()
        return [
            screen
            for screen in QGuiApplication.screens()
            if screen != yours and not screen.geometry().intersects(yours.geometry())
        ]

    def _open(self, screen: QScreen) -> None:
        self._close()
        forwarded = [self._actions[name] for name in _FORWARDED]
        window = AudienceWindow(self._context.wall, forwarded)
        self._window, self._screen, self._lost = window, screen, ""
        self._key = self._context.settings.room_display = key_of(screen)
        window.keyboard_taken.connect(self._console.activateWindow)
        window.show_on(screen)
        self._follow_console()
        self._switch.setChecked(True)
        self.told.emit("")
        self.changed.emit()

    def _follow_console(self) -> None:
        """Notice when the facilitator's window is moved to another display."""
        if self._console.internalWinId() and not self._follows_console:
            self._follows_console = True
            self._console.windowHandle().screenChanged.connect(self._look)

    def _close(self) -> None:
        """Close the window at once, before Qt can move it to another display."""
        window, self._window = self._window, None
        self._screen = None
        if window is not None:
            window.hide()
            window.deleteLater()
            self._switch.setChecked(False)
            self.changed.emit()

    def _lose(self, screen: QScreen) -> None:
        if screen == self._screen:
            self._leave(LOST)
        self.listed.emit()

    def _leave(self, sentence: str) -> None:
        self._lost = self._key
        self._close()
        self.told.emit(sentence)

    def _add(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        """See whether the room still has its display for itself, or has it again."""
        if self._screen is not None:
            self._fit(self._screen)
        else:
            self._find_again()
        self.listed.emit()

    def _fit(self, screen: QScreen) -> None:
        """Follow a change of resolution; close where the facilitator would be covered."""
        if screen not in QGuiApplication.screens():
            self._leave(LOST)
        elif screen not in self._free():
            is_moved = screen == self._console.screen()
            self._leave(COVERED if is_moved else MIRRORED)
        elif self._window is not None and self._window.geometry() != screen.geometry():
            self._window.show_on(screen)
            self._key = self._context.settings.room_display = key_of(screen)

    def _find_again(self) -> None:
        """Show the room where it was lost, once that display is there and free."""
        for screen in self._free() if self._lost else ():
            if key_of(screen) == self._lost:
                self._open(screen)
                return


def _is_primary(screen: QScreen) -> bool:
    return screen == QGuiApplication.primaryScreen()
