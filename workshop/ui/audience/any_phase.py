"""The scenes that the room may see in any phase, on command."""

from PySide6.QtCore import QObject

from workshop.domain.stage import Scene
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.room import Room


class AnyPhase(QObject):
    """Adds them to the menu of the room."""

    def __init__(self, room: Room, parent: QObject, actions: Actions) -> None:
        """Add an action for each."""
        super().__init__(parent)
        self._room = room
        for name, text, key, run in (
            ("show_timer", "Show the timer", "Ctrl+Alt+T", self.show_timer),
            ("show_excuses", "Show the excuses", "Ctrl+Alt+E", self.show_excuses),
            ("show_parking_lot", "Show the parking lot", "Ctrl+Alt+L", self.show_parking_lot),
        ):
            actions.add(ActionSpec(name, text, Menu.ROOM, (key,)), run)

    def show_timer(self) -> None:
        """Show the time that is left."""
        self._room.show(Scene.TIMER)

    def show_excuses(self) -> None:
        """Show the excuses."""
        self._room.show(Scene.EXCUSES)

    def show_parking_lot(self) -> None:
        """Show what is for another time."""
        self._room.show(Scene.PARKING_LOT)
