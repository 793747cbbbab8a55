"""One display among those that the room may see, as a large radio button."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from workshop.ui.badges import keycap_width, paint_keycap
from workshop.ui.dress import Dress
from workshop.ui.theme import Size, font, semibold

_HEIGHT = 58
_LEFT = 46


class Choice(QRadioButton):
    """A circle, a name, what is to be known of it, and its key."""

    def __init__(self, dress: Dress, name: str, words: str, key: int) -> None:
        """Show a name over some words; nobody can choose it while it is disabled."""
        super().__init__()
        self._dress = dress
        self._name, self._words, self._key = name, words, str(key)
        self.setAccessibleName(f"{name} ({key})")
        self.setAccessibleDescription(words)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(320, _HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere in the frame."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the circle and the two lines."""
        colors, on = self._dress.colors, self.isChecked()
        ink = colors["text" if self.isEnabled() else "strong border"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colors["sunken" if self.underMouse() and self.isEnabled() else "surface"])
        painter.setPen(QPen(colors["text"], 2.4) if on else QPen(colors["border"], 1.2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        circle = QRectF(16, self.height() / 2 - 9, 18, 18)
        painter.setBrush(colors["surface"])
        painter.setPen(QPen(ink, 2))
        painter.drawEllipse(circle)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5))
        cap = self.width() - keycap_width(self._key) - 16
        if self.isEnabled():
            paint_keycap(painter, cap, self.height() / 2, self._key, colors["muted"])
        self._write(painter, self._name, 9, cap, font_is_bold=True)
        self._write(painter, self._words, 30, cap, font_is_bold=False)
        painter.end()

    def _write(
        self, painter: QPainter, text: str, top: float, right: float, *, font_is_bold: bool
    ) -> None:
        colors = self._dress.colors
        painter.setFont(semibold(Size.BODY) if font_is_bold else font(Size.SMALL))
        painter.setPen(colors["text" if font_is_bold and self.isEnabled() else "muted"])
        line = QRectF(_LEFT, top, right - _LEFT - 10, 20)
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
