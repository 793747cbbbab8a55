"""Boxes to check, in the rows of a list and on their own."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from workshop.ui.dress import Dress
from workshop.ui.icons import paint_icon
from workshop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


def is_checked(index: Index) -> bool:
    """Tell whether a row is checked; some models of Qt say so by a number."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    return state is not None and Qt.CheckState(state) is Qt.CheckState.Checked


def turned(event: QEvent, model: QAbstractItemModel, index: Index) -> bool:
    """Check or uncheck a row where the event is a click or Space; tell whether it was."""
    is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
    if event.type() != QEvent.Type.MouseButtonRelease and not (
        is_space and event.type() == QEvent.Type.KeyPress
    ):
        return False
    after = Qt.CheckState.Unchecked if is_checked(index) else Qt.CheckState.Checked
    return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)


def paint_check_box(painter: QPainter, box: QRectF, colors: Theme, *, is_on: bool) -> None:
    """Paint a box, with a check where it is on."""
    painter.setPen(QPen(colors["primary" if is_on else "strong border"], 1.6))
    painter.setBrush(colors["primary" if is_on else "surface"])
    painter.drawRoundedRect(box, 4, 4)
    if is_on:
        paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), colors["on primary"])


class CheckBox(QCheckBox):
    """A box with words, whose check is a mark and not a color alone."""

    def __init__(self, dress: Dress, text: str) -> None:
        """Begin unchecked."""
        super().__init__(text)
        self._dress = dress
        dress.themed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the style paints, then the mark, which a style sheet cannot color."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(part, option, self))
        painter = QPainter(self)
        mark = box.adjusted(3, 3, -3, -3)
        paint_icon(painter, "check", mark, self._dress.colors["on primary"])
        painter.end()
