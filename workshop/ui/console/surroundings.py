"""What stands around the work area and is not needed for the first picture of the window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QStackedWidget, QVBoxLayout

from workshop.domain.records import Excuse, ParkingLotItem, Record
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.audience.any_phase import AnyPhase
from workshop.ui.audience.snapshot import Snapshot
from workshop.ui.audience.solo.entry import Entry
from workshop.ui.audience.solo.mode import SoloMode
from workshop.ui.console.draft_bar import DraftBar
from workshop.ui.console.panel import Panel
from workshop.ui.console.room_display import RoomDisplay
from workshop.ui.console.running import Running
from workshop.ui.console.save_bar import SaveBar
from workshop.ui.console.saving import Saving
from workshop.ui.context import Context
from workshop.ui.notice import Notice


class Surroundings(QObject):
    """The panel, the bars, the display of the room, and solo."""

    # A quick entry is to be typed into the panel.
    panel_needed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        context: Context,
        views: QStackedWidget,
        bars: QVBoxLayout,
        menu: QMenu,
        actions: Actions,
        notice: Notice,
    ) -> None:
        """Put the bars into the window; whoever holds it places the panel."""
        super().__init__(window)
        self._context = context
        self.panel = Panel(context)  # before the draft bar, which offers what no editor takes back
        self.save_bar = SaveBar(context)
        self.saving = Saving(window, context, self.save_bar)
        self.draft_bar = DraftBar(context, window)
        bars.insertWidget(0, self.save_bar)
        bars.addWidget(self.draft_bar)
        room = RoomDisplay(context, window, actions, self.panel.display, notice)
        self.displays = room.displays
        AnyPhase(context.room, window, actions)
        self.running = Running(window, context, actions)
        Snapshot(context, window, actions)
        self.solo = SoloMode(context, views, actions, menu, self.displays)
        room.solo_asked.connect(self.solo.enter)
        note = ActionSpec("note", "Add a private note", Menu.EDIT, ("Ctrl+Shift+L",))
        actions.add(note, self.enter_note)
        self.panel.excuse_typed.connect(self._log_excuse)
        self.panel.parking_item_typed.connect(self._park)

    def enter_excuse(self) -> None:
        """Let an excuse be typed, in the panel or in solo."""
        if not self.solo.open_drawer(Entry.EXCUSE):
            self.panel_needed.emit()
            self.panel.excuse.setFocus()

    def enter_parking_item(self) -> None:
        """Let an item for the parking lot be typed, in the panel or in solo."""
        if not self.solo.open_drawer(Entry.PARKING_ITEM):
            self.panel_needed.emit()
            self.panel.parking.setFocus()

    def enter_note(self) -> None:
        """Let a private note be typed in the panel; solo has no place for one."""
        if self.solo.is_on:
            self._context.say("Notes are private: they are typed in the console, not in solo.")
            return
        self.panel_needed.emit()
        self.panel.only_you.new_note.setFocus()

    def _log_excuse(self, text: str) -> None:
        on = self._context.session_day()
        self._keep(Excuse(id=0, text=text, raised_on=on), self.panel.excuse)

    def _park(self, text: str) -> None:
        self._keep(ParkingLotItem(id=0, text=text), self.panel.parking)

    def _keep(self, record: Record, field: QLineEdit) -> None:
        from workshop.domain.commands.records import AddRecords

        self._context.drafts.save(AddRecords((record,)), field)
