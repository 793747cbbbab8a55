"""What runs the room in any phase: the break, the parking lot, the excuse log."""

import datetime as dt

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from workshop.domain.records import Excuse, ParkingLotItem
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.context import Context


class Running(QObject):
    """Adds its actions to a console; each dialog is made when it is asked for."""

    history_asked = Signal()

    def __init__(self, window: QMainWindow, context: Context, actions: Actions) -> None:
        """Add the actions."""
        super().__init__(window)
        self._window = window
        self._context = context
        for name, text, menu, key, run in (
            ("hold", "Break with a return time…", Menu.ROOM, "Ctrl+H", self.ask_hold),
            ("excuse_log", "Excuse log…", Menu.EDIT, "Ctrl+Shift+E", self.open_excuses),
            ("parking_lot", "Parking lot…", Menu.EDIT, "Ctrl+Shift+K", self.open_parking_lot),
        ):
            actions.add(ActionSpec(name, text, menu, (key,)), run)
        spec = ActionSpec("history", "History", Menu.EDIT, ("Ctrl+Alt+H",))
        actions.add(spec, self.history_asked.emit)

    def ask_hold(self) -> None:
        """Ask when the room is wanted back."""
        from workshop.ui.dialogs.hold import HoldDialog

        HoldDialog(self._context, dt.datetime.now().astimezone(), self._window).open()

    def use_draft(self, key: str) -> bool:
        """Open the list in which a line was left unfinished; False for any other editor."""
        opens = {"list excuse": self.open_excuses, "list parking_lot_item": self.open_parking_lot}
        if key in opens:
            opens[key]()
        return key in opens

    def open_excuses(self) -> None:
        """Open the excuse log."""
        from workshop.ui.dialogs.room_list import RoomListDialog

        RoomListDialog(self._context, Excuse, self._window).open()

    def open_parking_lot(self) -> None:
        """Open the parking lot."""
        from workshop.ui.dialogs.room_list import RoomListDialog

        RoomListDialog(self._context, ParkingLotItem, self._window).open()
