"""How far one is through the statements."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workshop.ui.dress import Dress

_HEIGHT, _GAP = 8, 6


class Steps(QWidget):
    """A dash for each statement: done, current, to come."""

    def __init__(self, dress: Dress, number: int) -> None:
        """Begin with none done."""
        super().__init__()
        self._dress = dress
        self._number = number
        self._done, self._current = 0, -1
        self.setFixedHeight(_HEIGHT)

    def show_step(self, done: int, *, current: int) -> None:
        """Show how many are done, and which one is asked, counted from 0."""
        self._done, self._current = done, current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - _GAP * (self._number - 1)) / self._number
        for n in range(self._number):
            state = "text" if n < self._done else "border"
            shown = "strong border" if n == self._current else state
            painter.setBrush(self._dress.colors[shown])
            dash = QRectF(n * (width + _GAP), 0, width, _HEIGHT)
            painter.drawRoundedRect(dash, _HEIGHT / 2, _HEIGHT / 2)
        painter.end()
