"""A frame that opens under a cell."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from workshop.ui.keys import claims_typed

_GAP = 5


class CellPopup(QFrame):
    """Lies over the page, under a cell or above it; Esc goes back to the grid."""

    # It is to be closed, and the grid to have the keyboard again.
    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        """Begin hidden."""
        super().__init__(page)
        self._page = page
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def open_at(self, cell: QRect) -> None:
        """Show itself at a cell, given in the coordinates of the page."""
        self.adjustSize()
        page = self._page.rect()
        width, height = min(self.width(), page.width()), min(self.height(), page.height())
        left = max(0, min(cell.left(), page.width() - width))
        below, above = cell.bottom() + _GAP, cell.top() - _GAP - height
        if below + height <= page.height():
            top = below
        elif above >= 0:
            top = above
        else:  # beside the cell, which stays in view
            top = min(cell.top(), page.height() - height)
            right = cell.right() + _GAP
            fits = right + width <= page.width()
            left = right if fits else max(0, cell.left() - _GAP - width)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Keep letters from the actions of the window, and stay inside the page when grown."""
        if claims_typed(event):
            return True
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            over = self.geometry().bottom() + 1 - self._page.height()
            if over > 0:
                self.move(self.x(), max(0, self.y() - over))
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; keep the keys of the popup from the grid beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def leave(self) -> None:
        """Ask to be closed."""
        self.closed.emit()
