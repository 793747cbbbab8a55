"""The agenda at the left: phases with their minutes, and two counts at the foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from workshop.domain.enums import ExcuseState, Phase
from workshop.domain.records import Excuse, ParkingLotItem
from workshop.domain.text import counted
from workshop.ui.context import Context
from workshop.ui.icons import PHASE_ICONS
from workshop.ui.widgets import column, label, restyle

WIDE, NARROW = 208, 60
_DONE_FROM = 60  # seconds; looking into a phase is not working in it


class _Entry(QPushButton):
    """One line of the rail: an icon, a name, and something at the right."""

    def __init__(self, context: Context, icon: str, name: str) -> None:
        super().__init__()
        self._context = context
        self._icon = icon
        self.name = name
        self.setProperty("look", "plain")
        self.setIconSize(QSize(20, 20))
        self._name = label(name)
        self._right = label("", "muted")
        for each in (self._name, self._right):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(40, 0, 10, 0)
        layout.addWidget(self._name)
        layout.addStretch(1)
        layout.addWidget(self._right)
        self.setFixedHeight(44)
        self._narrow = False
        self._is_over = False
        self._told = name
        self._done = False
        self._dressed: tuple[object, ...] = ()

    def dress(self) -> None:
        """Draw in the colors of the theme and the state of the entry."""
        kind = (self._done, self._narrow, self._is_over)
        state = (self._context.colors.name, self.isChecked(), *kind)
        if state == self._dressed:
            return
        self._dressed = state
        token = "on primary" if self.isChecked() else "text"
        shown = "circle-check" if self._done and not self.isChecked() else self._icon
        self.setIcon(self._context.icon(shown, token, checked=None))
        align = "center" if self._narrow else "left"
        restyle(self, f"text-align: {align}; padding: 0 0 0 {0 if self._narrow else 10}px;")
        weight = 600 if self.isChecked() else 400
        for each in (self._name, self._right):
            quiet = "overtime ink" if self._is_over else "muted"
            shade = token if self.isChecked() or each is self._name else quiet
            restyle(each, f"color: {self._context.colors.hex(shade)}; font-weight: {weight};")

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        for each in (self._name, self._right):
            each.setVisible(not narrow)
        self.setToolTip(self._told if narrow else "")
        self.dress()

    def set_done(self, done: bool) -> None:
        self._done = done
        self.dress()

    def set_right(self, text: str, told: str = "") -> None:
        self._right.setText(text)
        self._told = f"{self.name}, {told or text}" if text else self.name
        self.setAccessibleName(self._told)
        self.setToolTip(self._told if self._narrow or told else "")

    def set_minutes(self, planned: int, used: int) -> None:
        """Show the minutes that are planned, behind those that were used."""
        if not used:
            self.set_right(_hours(planned))
            return
        over = f", {used - planned} over" if used > planned else ""
        told = f"{used} of {counted(planned, ('minute', 'minutes'))}{over}"
        self._is_over = used > planned
        self.set_right(f"{used} / {planned}", told)
        self.dress()


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


class Rail(QFrame):
    """Leads from phase to phase."""

    chosen = Signal(object)  # Phase
    parking_lot_asked = Signal()
    excuses_asked = Signal()

    def __init__(self, context: Context, phases: list[Phase]) -> None:
        """Show the phases of the agenda that have a page."""
        super().__init__()
        self.setProperty("look", "rail")
        self._context = context
        self._entries: dict[Phase, _Entry] = {}
        for phase in phases:
            entry = _Entry(context, PHASE_ICONS[phase], phase.value.capitalize())
            entry.setCheckable(True)
            entry.clicked.connect(self._choose)
            self._entries[phase] = entry
        self._parking = _Entry(context, "circle-parking", "Parking lot")
        self._excuses = _Entry(context, "message-square-warning", "Excuse log")
        self._parking.clicked.connect(self.parking_lot_asked)
        self._excuses.clicked.connect(self.excuses_asked)
        entries: list[QWidget | int] = [*self._entries.values(), 1, self._parking, self._excuses]
        self._lines = column(*entries, spacing=4, margins=(6, 10, 6, 10))
        self.setLayout(self._lines)
        self._current: Phase | None = None
        self._count()
        context.bridge.changed.connect(self._count)
        context.themed.connect(self._dress)
        self.set_narrow(False)

    def _choose(self) -> None:
        entry = self.sender()
        self.chosen.emit(next(phase for phase, each in self._entries.items() if each is entry))

    def _dress(self) -> None:
        for entry in (*self._entries.values(), self._parking, self._excuses):
            entry.dress()

    def _count(self) -> None:
        view = self._context.bridge.view
        for place, item in enumerate(view.agenda):
            entry = self._entries.get(item.phase)
            if entry is not None:
                if self._lines.indexOf(entry) != place:
                    self._lines.removeWidget(entry)
                    self._lines.insertWidget(place, entry)
                entry.set_minutes(item.planned_minutes, item.actual_seconds // 60)
        self._mark_done()
        parked = sum(not item.settled for item in view.all(ParkingLotItem))
        still_said = sum(e.state is ExcuseState.OPEN for e in view.all(Excuse))
        self._parking.set_right(str(parked))
        self._excuses.set_right(str(still_said))

    def set_current(self, phase: Phase) -> None:
        """Mark the phase that is worked in, and tick those that are done."""
        self._current = phase
        for each, entry in self._entries.items():
            entry.setChecked(each is phase)
        self._mark_done()

    def _mark_done(self) -> None:
        """Tick the phases before the current one, and those that have taken their time."""
        is_before = self._current is not None
        for item in self._context.bridge.view.agenda:
            is_before = is_before and item.phase is not self._current
            if item.phase in self._entries:
                self._entries[item.phase].set_done(is_before or item.actual_seconds >= _DONE_FROM)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        for entry in (*self._entries.values(), self._parking, self._excuses):
            entry.set_narrow(narrow)
