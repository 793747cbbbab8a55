"""By when: a day, or one of three days counted from the session."""

import datetime as dt

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.widgets import row

_DAYS = (30, 60, 90)


class DueField(QObject):
    """A field for a day, and chips for 30, 60 and 90 days."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__(context)
        self._context = context
        self.field = DateField(context, "By", context.session_day)
        self.chips = QWidget()
        self._chips: dict[int, QPushButton] = {}
        for days in _DAYS:
            chip = QPushButton(f"{days} d")
            chip.setCheckable(True)
            chip.setProperty("look", "chip")
            chip.setAccessibleName(f"In {days} days")
            # For the mouse: the keys say the same by "+30", and go from the day to the measure.
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(self._choose)
            self._chips[days] = chip
        self.chips.setLayout(row(*self._chips.values(), 1, spacing=6, margins=(0, 0, 0, 0)))
        self.field.changed.connect(self._follow)

    @property
    def day(self) -> dt.date | None:
        """The day, or None."""
        return self.field.day

    def set_day(self, day: dt.date | None) -> None:
        """Show a day."""
        self.field.set_day(day)
        self._follow()

    def _choose(self) -> None:
        days = next(days for days, chip in self._chips.items() if chip is self.sender())
        self.field.set_day(self._context.session_day() + dt.timedelta(days=days))
        self._follow()

    def _follow(self) -> None:
        day = self.field.day
        for days, chip in self._chips.items():
            chip.setChecked(day == self._context.session_day() + dt.timedelta(days=days))
        self.changed.emit()
