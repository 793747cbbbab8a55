"""A card in large type, to be chosen among others that mean the same."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.domain.text import one_line
from workshop.ui.board.painting import paint_band
from workshop.ui.board.wrapping import MOST_LINES, Wrapping
from workshop.ui.dress import Dress
from workshop.ui.theme import Size, font, semibold

_LINE = 23
_FEWEST_LINES = 2  # nearly equal texts begin alike; the bucket gives way to the second one
_TOOLTIP = 1_000  # characters
_ABOVE, _BELOW = 12, 44  # and below the lines: the bucket, and the key


class Wording(QAbstractButton):
    """A card in large type, with the key that chooses it where there is one."""

    def __init__(self, dress: Dress, card: Activity, key: str = "") -> None:
        """Show a card."""
        super().__init__()
        self._dress = dress
        self._card = card
        self._key = key
        self.setCheckable(True)
        self.setMinimumSize(QSize(270, _ABOVE + _LINE + _BELOW))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(f"<p>{escape(one_line(card.text[:_TOOLTIP]))}</p>")
        bucket = (card.bucket or Bucket.UNSORTED).value.capitalize()
        by = f", written by {card.contributor}" if card.contributor else ""
        self._below = f"{bucket}{by}"
        self.setAccessibleName(
            f"{key + ': ' if key else ''}{one_line(card.text[:300])}. {self._below}"
        )

    def sizeHint(self) -> QSize:
        """Return room for all lines that a card shows."""
        return QSize(270, _ABOVE + MOST_LINES * _LINE + _BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card larger than on the board; the chosen one has an ink frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, rect = self._dress.colors, QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        bucket = self._card.bucket or Bucket.UNSORTED
        outline = QPainterPath()
        outline.addRoundedRect(rect, 6, 6)
        painter.fillPath(outline, colors[f"{bucket.value} tint"])
        painter.setClipPath(outline)
        band = QRectF(rect.left(), rect.top(), 7, rect.height())
        paint_band(painter, band, bucket, colors)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chosen = self.isChecked()
        painter.setPen(
            QPen(colors["text" if chosen else f"{bucket.value} edge"], 2.6 if chosen else 1.4)
        )
        painter.drawPath(outline)
        self._write(painter, rect)
        painter.end()

    def _write(self, painter: QPainter, rect: QRectF) -> None:
        colors = self._dress.colors
        wrapping = Wrapping(semibold(Size.HEADING + 2))
        painter.setFont(wrapping.font)
        painter.setPen(colors["text"])
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        y = rect.top() + _ABOVE
        most = max(1, (self.height() - _ABOVE - _BELOW) // _LINE)
        has_foot = most >= _FEWEST_LINES or bool(self._key)
        if not has_foot:
            most = (self.height() - 2 * _ABOVE) // _LINE
        for line in wrapping.lines(self._card.text, rect.width() - 44, most):
            painter.drawText(QRectF(rect.left() + 24, y, rect.width() - 40, _LINE), flags, line)
            y += _LINE
        painter.setFont(font(Size.SMALL))
        painter.setPen(colors["muted"])
        foot = QRectF(rect.left() + 24, rect.bottom() - 34, rect.width() - 84, 24)
        if has_foot:
            painter.drawText(foot, flags, self._below)
        if self._key:
            self._paint_key(painter, rect)

    def _paint_key(self, painter: QPainter, rect: QRectF) -> None:
        colors = self._dress.colors
        cap = QRectF(rect.right() - 36, rect.bottom() - 34, 22, 22)
        painter.setPen(QPen(colors["strong border"], 1.2))
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(colors["text"])
        painter.setFont(semibold(13))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
