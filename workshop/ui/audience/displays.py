"""Which display the room is shown on, and what happens when it is pulled out."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.audience.window import AudienceWindow
from workshop.ui.context import Context

LOST = "The projector was pulled out; the room comes back by itself."
NONE = "There is no second display for the room. Connect one, or use Solo (F12)."
MIRRORED = (
    "The displays show the same picture. Extend the desktop to a second one, or use Solo (F12)."
)
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

    def __init__(self, context: Context, console: QMainWindow, actions: Actions) -> None:
        """Add the actions; the room opens by itself where its display is known."""
        super().__init__(console)
        self._context = context
        self._console = console
        self._actions = actions
        self._window: AudienceWindow | None = None
        self._screen: QScreen | None = None
        self._lost = ""
        self._switch = self._add_actions()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._lose)
        app.screenAdded.connect(self._find_again)
        app.primaryScreenChanged.connect(self._check)

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
        size = self._screen.geometry().size() * self._screen.devicePixelRatio()
        return Shown(self._screen.model() or self._screen.name(), size)

    @property
    def window(self) -> AudienceWindow | None:
        """The window of the room while it is shown."""
        return self._window

    def start(self) -> None:
        """Show the room where the display that it was last shown on is connected."""
        known = self._context.settings.room_display
        screen = next((each for each in self._free() if key_of(each) == known), None)
        if screen is not None:
            self._open(screen)

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
        free.sort(key=lambda screen: key_of(screen) != known)
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

    def _free(self) -> list[QScreen]:
        """Return the displays that neither the facilitator nor the system's desktop is on."""
        taken = {QGuiApplication.primaryScreen(), self._console.screen()}
        return [
            screen
            for screen in QGuiApplication.screens()
            if screen not in taken
            and not any(screen.geometry().intersects(each.geometry()) for each in taken)
        ]

    def _open(self, screen: QScreen) -> None:
        self._close()
        forwarded = [self._actions[name] for name in _FORWARDED]
        window = AudienceWindow(self._context.wall, forwarded)
        self._window, self._screen, self._lost = window, screen, ""
        self._context.settings.room_display = key_of(screen)
        screen.geometryChanged.connect(self._fit)
        window.keyboard_taken.connect(self._console.activateWindow)
        window.show_on(screen)
        self._switch.setChecked(True)
        self.told.emit("")
        self.changed.emit()

    def _close(self) -> None:
        """Close the window at once, before Qt can move it to another display."""
        window, self._window = self._window, None
        screen, self._screen = self._screen, None
        if screen is not None:
            screen.geometryChanged.disconnect(self._fit)
        if window is not None:
            window.hide()
            window.deleteLater()
            self._switch.setChecked(False)
            self.changed.emit()

    def _lose(self, screen: QScreen) -> None:
        if screen == self._screen:
            self._lost = key_of(screen)
            self._close()
            self.told.emit(LOST)

    def _find_again(self, screen: QScreen) -> None:
        if self._lost and key_of(screen) == self._lost and screen in self._free():
            self._open(screen)

    def _fit(self) -> None:
        """Follow a change of resolution; close where the displays show the same now."""
        if self._screen is not None and self._window is not None:
            if self._screen in self._free():
                self._window.show_on(self._screen)
            else:
                self._lost = key_of(self._screen)
                self._close()
                self.told.emit(MIRRORED)

    def _check(self) -> None:
        if self._screen is not None and self._screen not in self._free():
            self._lose(self._screen)


def key_of(screen: QScreen) -> str:
    """Return what a display is known by: its name and its serial number."""
    return f"{screen.name()} {screen.serialNumber()}".strip()
