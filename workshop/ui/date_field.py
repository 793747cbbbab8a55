"""A field for a day, which may be empty."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QWidget

from workshop.domain.dates import short_day
from workshop.ui.dates import DAY_HINT, parse_day
from workshop.ui.dress import Dress
from workshop.ui.widgets import button, column, row

_CALENDAR = QSize(300, 300)  # days that a finger hits


class DateField(QWidget):
    """Takes a day as text or from a calendar, which Alt+Down opens from the text."""

    # The day has changed.
    changed = Signal()
    # The field was left or Enter was pressed.
    finished = Signal()

    def __init__(self, dress: Dress, name: str, start: Callable[[], dt.date]) -> None:
        """Begin empty; `name` is what a screen reader says, "+30" counts from `start`."""
        super().__init__()
        self._dress = dress
        self._start = start
        self.text = QLineEdit()
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(DAY_HINT)
        self.setFocusProxy(self.text)
        self._pick = button(dress, "", "calendar", name=f"{name}: calendar (Alt+Down)")
        # As in a list of choices, Tab goes on to the next field.
        self._pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._calendar: QFrame | None = None
        self.setLayout(row(self.text, self._pick, spacing=4))
        self.text.textChanged.connect(self._tell)
        self.text.editingFinished.connect(self._finish)
        self._pick.clicked.connect(self._open)
        dress.themed.connect(self._dress_all)

    def _dress_all(self) -> None:
        self._pick.setIcon(self._dress.icon("calendar"))

    @property
    def day(self) -> dt.date | None:
        """The day, or None where there is none or the text names none."""
        return parse_day(self.text.text(), self._start())

    @property
    def is_understood(self) -> bool:
        """Whether the field is empty or names a day."""
        return not self.text.text().strip() or self.day is not None

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or none."""
        self.text.setText(short_day(day) if day else "")

    def event(self, event: QEvent) -> bool:
        """Claim Alt+Down, which may be an action of the page around."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _opens(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by Alt+Down."""
        if _opens(event):
            self._open()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.changed.emit()

    def _finish(self) -> None:
        if self.day is not None:
            self.set_day(self.day)
        self.finished.emit()

    def _open(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("look", "card")
        calendar = _calendar(self._dress)
        day = self.day or self._start()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        popup.setLayout(column(calendar, margins=(6, 6, 6, 6)))
        popup.adjustSize()
        popup.move(self._place_for(popup.height()))
        popup.show()
        calendar.setFocus()
        self._calendar = popup

    def _place_for(self, height: int) -> QPoint:
        """Return the place of a popup below the field, or above it where the screen ends."""
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        fits = below.y() + height <= self.screen().availableGeometry().bottom()
        return below if fits else self.mapToGlobal(QPoint(0, -height - 2))

    def _take(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.set_day(dt.date(day.year(), day.month(), day.day()))
        self.text.setFocus()
        self.finished.emit()


def _calendar(dress: Dress) -> QCalendarWidget:
    """Return a calendar in the colors of the theme: Qt's own paints weekends and arrows its way."""
    found = QCalendarWidget()
    found.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    found.setGridVisible(False)
    found.setMinimumSize(_CALENDAR)
    days, head = QTextCharFormat(), QTextCharFormat()
    days.setForeground(dress.colors["text"])
    head.setForeground(dress.colors["muted"])
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        found.setWeekdayTextFormat(day, days)
    found.setHeaderTextFormat(head)
    for name, icon, words in (
        ("qt_calendar_prevmonth", "chevron-left", "Previous month"),
        ("qt_calendar_nextmonth", "chevron-right", "Next month"),
    ):
        arrow = found.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(dress.icon(icon))
            arrow.setAccessibleName(words)
    return found


def _opens(event: QKeyEvent) -> bool:
    has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return has_alt and event.key() == Qt.Key.Key_Down
