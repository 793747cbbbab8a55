"""Boxes to check in the rows of a list."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from workshop.ui.icons import paint_icon
from workshop.ui.theme import Theme


def turned(
    event: QEvent, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
) -> bool:
    """Check or uncheck a row where the event is a click or Space; tell whether it was."""
    is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
    if event.type() != QEvent.Type.MouseButtonRelease and not (
        is_space and event.type() == QEvent.Type.KeyPress
    ):
        return False
    is_on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    after = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
    return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)


def paint_check_box(painter: QPainter, box: QRectF, colors: Theme, *, is_on: bool) -> None:
    """Paint a box, with a check where it is on."""
    painter.setPen(QPen(colors["primary" if is_on else "strong border"], 1.6))
    painter.setBrush(colors["primary" if is_on else "surface"])
    painter.drawRoundedRect(box, 4, 4)
    if is_on:
        paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), colors["on primary"])
