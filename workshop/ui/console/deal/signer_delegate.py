"""How a signer looks in the sign-off list."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.ui.checks import is_checked, paint_check_box, turned
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import paint_focus
from workshop.ui.models.sign_offs import DAY_ROLE, NOTE_ROLE, Index
from workshop.ui.theme import font, semibold

_ROW = 52


class SignerDelegate(QStyledItemDelegate):
    """Paints box, name, role and day; a click anywhere and Space check it."""

    def __init__(self, dress: Dress, parent: QObject | None = None) -> None:
        """Paint in the colors of the console."""
        super().__init__(parent)
        self._dress = dress

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(200, _ROW)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take a signature, or take it back."""
        return turned(event, model, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        colors = self._dress.colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = QRectF(option.rect).adjusted(6, 3, -6, -3)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, colors)
        is_on = is_checked(index)
        box = QRectF(rect.left() + 12, rect.center().y() - 11, 22, 22)
        paint_check_box(painter, box, colors, is_on=is_on)
        words = rect.adjusted(48, 0, -14, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colors["text"])
        painter.setFont(semibold(15))
        half = QRectF(words.left(), words.top(), words.width() * 0.42, words.height())
        _paint_cut(painter, half, str(index.data()))
        painter.setFont(font(15))
        painter.setPen(colors["muted"])
        _paint_cut(painter, half.translated(words.width() * 0.44, 0), str(index.data(NOTE_ROLE)))
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, right, str(index.data(DAY_ROLE) or ""))
        painter.restore()


def _paint_cut(painter: QPainter, rect: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
