"""Lines of a list with a box to check before each."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from workshop.ui.checks import is_checked, paint_check_box, turned
from workshop.ui.ring_delegate import Index, RingDelegate

_BOX = 40  # the width of what a click ticks


class CheckDelegate(RingDelegate):
    """Paints a box before the text; a click on it and Space tick."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Check or uncheck a line."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        is_beside = (
            isinstance(event, QMouseEvent) and event.position().x() > option.rect.left() + _BOX
        )
        return not is_beside and turned(event, model, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the box, then the text as other lists do."""
        rect = QRectF(option.rect)
        box = QRectF(rect.left() + 9, rect.center().y() - 11, 22, 22)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_check_box(painter, box, self._dress.colors, is_on=is_checked(index))
        painter.restore()
        words = QStyleOptionViewItem(option)
        words.rect = option.rect.adjusted(_BOX, 0, 0, 0)
        super().paint(painter, words, index)
