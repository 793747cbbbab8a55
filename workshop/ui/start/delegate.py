"""How a recent file looks in the list."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.domain.dates import short_day
from workshop.domain.text import one_line
from workshop.ui.dress import Dress
from workshop.ui.start.model import RECENT_ROLE
from workshop.ui.start.recents import Recent
from workshop.ui.theme import bold, font, semibold

HEIGHT, GAP, RING = 96, 8, 4

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecentDelegate(QStyledItemDelegate):
    """Paints a card: title, state and path, the day it was last changed, and Open on the chosen."""

    def __init__(self, dress: Dress) -> None:
        """Paint in the colors of the console."""
        super().__init__()
        self._dress = dress

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a card with the gap below it."""
        return QSize(200, HEIGHT + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one card."""
        recent: Recent = index.data(RECENT_ROLE)
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect).adjusted(RING, RING, -RING, -RING - GAP + RING)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_card(painter, rect, is_chosen=is_chosen, is_hot=is_hot)
        self._paint_words(painter, rect.adjusted(20, 10, -20, -10), recent, is_chosen=is_chosen)
        painter.restore()

    def _paint_card(
        self, painter: QPainter, rect: QRectF, *, is_chosen: bool, is_hot: bool
    ) -> None:
        colors = self._dress.colors
        if is_chosen:
            painter.setPen(QPen(colors["focus"], 3))
            painter.drawRoundedRect(rect.adjusted(-2.2, -2.2, 2.2, 2.2), 9, 9)
        edge = "text" if is_chosen else "strong border" if is_hot else "border"
        painter.setPen(QPen(colors[edge], 2.4 if is_chosen else 1))
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(rect, 7, 7)

    def _paint_words(
        self, painter: QPainter, rect: QRectF, recent: Recent, *, is_chosen: bool
    ) -> None:
        colors = self._dress.colors
        words, muted = colors["muted" if recent.is_missing else "text"], colors["muted"]
        right = rect.adjusted(rect.width() - 150, 0, 0, 0)
        left = rect.adjusted(0, 0, -160, 0)
        third = rect.height() / 3
        day = shown_time(recent.changed_at) if recent.changed_at else ""
        _line(painter, left, 0, third, recent.title, bold(17), words)
        _line(painter, left, 1, third, recent.state, font(15), words)
        _line(
            painter, left, 2, third, str(recent.path), font(14), muted, Qt.TextElideMode.ElideMiddle
        )
        painter.setFont(font(14))
        painter.setPen(muted)
        painter.drawText(QRectF(right.left(), right.top(), right.width(), third), _RIGHT, day)
        if is_chosen and not recent.is_missing:
            self._paint_open(painter, QRectF(rect.right() - 108, rect.bottom() - 38, 112, 36))

    def _paint_open(self, painter: QPainter, box: QRectF) -> None:
        colors = self._dress.colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["primary"])
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(colors["on primary"])
        painter.setFont(semibold(15))
        painter.drawText(box.adjusted(12, 0, 0, 0), _LEFT, "Open")
        cap = QRectF(box.right() - 56, box.center().y() - 10, 46, 20)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(semibold(13))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, "Enter")


def _line(
    painter: QPainter,
    rect: QRectF,
    number: int,
    height: float,
    text: str,
    typeface: QFont,
    color: QColor,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(typeface)
    painter.setPen(color)
    box = QRectF(rect.left(), rect.top() + number * height, rect.width(), height)
    shown = painter.fontMetrics().elidedText(one_line(text), elide, int(box.width()))
    painter.drawText(box, _LEFT, shown)


def shown_time(at: datetime) -> str:
    """Return "Today 10:41" or "12 May 2026"."""
    now = datetime.now().astimezone()
    return f"Today {at:%H:%M}" if at.date() == now.date() else short_day(at)
