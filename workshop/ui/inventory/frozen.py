"""The first column of the inventory, which stays in view when the others scroll."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workshop.ui.inventory.delegate import CellDelegate
from workshop.ui.inventory.header import HEIGHT, QuestionHeader
from workshop.ui.models.entries import Column

if TYPE_CHECKING:
    from workshop.ui.inventory.grid import Grid


class FrozenColumn(QWidget):
    """Lies over a grid that is scrolled sideways, and paints its processes there."""

    def __init__(self, grid: "Grid", delegate: CellDelegate, header: QuestionHeader) -> None:
        """Begin hidden."""
        super().__init__(grid)
        self._grid = grid
        self._delegate = delegate
        self._header = header
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self) -> None:
        """Show itself while the first column is scrolled out of view."""
        is_scrolled = self._grid.horizontalScrollBar().value() > 0
        if is_scrolled:
            height = HEIGHT + self._grid.viewport().height()
            self.setGeometry(0, 0, self._grid.columnWidth(Column.PROCESS), height)
        self.setVisible(is_scrolled)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head of the column, then the rows in view."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._grid.palette().base())
        for row in self._grid.rows_in_view():
            top = HEIGHT + self._grid.rowViewportPosition(row)
            rect = QRect(0, top, self.width(), self._grid.rowHeight(row))
            self._delegate.paint_cell(painter, rect, row, Column.PROCESS)
        self._header.paint_head(painter, QRect(0, 0, self.width(), HEIGHT), Column.PROCESS)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a process current, or sort by name."""
        y = round(event.position().y())
        if y < HEIGHT:
            self._header.sectionClicked.emit(Column.PROCESS)
        else:
            self._grid.go_to(self._grid.rowAt(y - HEIGHT), Column.PROCESS)
