"""Cells of plain tables, with the ring of the keyboard on the current one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop.domain.text import MAX_TEXT_LENGTH
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import paint_focus

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 40


class RingDelegate(QStyledItemDelegate):
    """Paints text and selection; yellow outside ink around the cell that has the keyboard."""

    def __init__(self, dress: Dress) -> None:
        """Paint in the colors of the console."""
        super().__init__()
        self._dress = dress

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a height that a finger can hit."""
        return QSize(super().sizeHint(option, index).width(), HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field that holds whatever the session can."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(MAX_TEXT_LENGTH)
        return editor

    def ink(self, index: Index) -> str:
        """Return the color in which a cell is written, by its name."""
        return "text"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        colors = self._dress.colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colors["sunken"])
        foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(foot, colors["border"])
        painter.setPen(colors[self.ink(index)])
        words = option.rect.adjusted(10, 0, -8, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = painter.fontMetrics().elidedText(
            text[:500], Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, colors)
        painter.restore()
