"""A break: when the room is wanted back."""

import datetime as dt

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QDialog, QTimeEdit, QWidget

from workshop.ui.context import Context
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import button, column, label, row

CHOICES = (5, 10, 15, 30, 60)  # minutes
_DEFAULT = 10
_STEP = 5  # a break ends at a time that is said in one breath


class HoldDialog(QDialog):
    """Takes the time at which work goes on: from a choice of minutes, or typed."""

    def __init__(self, context: Context, now: dt.datetime, parent: QWidget | None = None) -> None:
        """Begin with ten minutes from now."""
        super().__init__(parent)
        self.setWindowTitle("Break")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._now = now
        title = label("Back at")
        title.setFont(bold(Size.HEADING))
        self.time = QTimeEdit(back_at(now, _DEFAULT))
        self.time.setDisplayFormat("HH:mm")
        self.time.setFont(bold(27))
        self.time.setFixedWidth(140)
        self.time.setMinimumHeight(52)
        self.time.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.time.setAccessibleName("Back at")
        self.choices = {minutes: button(context, f"{minutes} min") for minutes in CHOICES}
        for minutes, each in self.choices.items():
            each.setProperty("minutes", minutes)
            each.setAccessibleName(f"In {minutes} minutes")
            each.setAutoDefault(False)
            each.clicked.connect(self._choose)
        self.show_button = button(context, "Show the break", "hourglass", look="primary")
        self.show_button.setDefault(True)
        self.show_button.clicked.connect(self._show)
        layout = column(title, self.time, spacing=14, margins=(26, 22, 26, 22))
        layout.addLayout(row(*self.choices.values()))
        layout.addLayout(row(1, self.show_button))
        self.setLayout(layout)
        self._ring = FocusRing(self, context.colors)
        self.time.setFocus()

    def _choose(self) -> None:
        self.time.setTime(back_at(self._now, self.sender().property("minutes")))

    def _show(self) -> None:
        until = self.time.time().toString("HH:mm")
        if self._context.room.hold(until):
            self._context.say(f"On the wall: a break, back at {until}")
        self.accept()


def back_at(now: dt.datetime, minutes: int) -> QTime:
    """Return a time so many minutes on, at the next five minutes."""
    total = now.hour * 60 + now.minute + minutes
    total = -(-total // _STEP) * _STEP % (24 * 60)
    return QTime(total // 60, total % 60)
