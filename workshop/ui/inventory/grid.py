"""The grid of the inventory: a real table view with the keys of DESIGN."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from workshop.ui.context import Context
from workshop.ui.inventory.columns import column_widths
from workshop.ui.inventory.delegate import ROW_HEIGHT, CellDelegate
from workshop.ui.inventory.fields import direct_letters
from workshop.ui.inventory.frozen import FrozenColumn
from workshop.ui.inventory.header import QuestionHeader
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import ProcessModel

_GLOSSES_FROM = 1000
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class Grid(QTableView):
    """Shows one row a process. It changes nothing itself: it tells what was asked for."""

    # Another cell is current.
    moved = Signal()
    # The current cell is to be answered in its editor.
    edit_asked = Signal()
    # A letter that stands for a choice was typed in the current cell.
    letter_typed = Signal(str)

    def __init__(self, context: Context, model: ProcessModel) -> None:
        """Show a model."""
        super().__init__()
        self._context = context
        self._processes = model
        self._was_current = False
        self._delegate = CellDelegate(context, model)
        self._header = QuestionHeader(context, model, self)
        self._header.sectionClicked.connect(self._sort)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.setModel(model)
        self._frozen = FrozenColumn(self, self._delegate, self._header)
        self.horizontalScrollBar().valueChanged.connect(self._frozen.follow)
        context.themed.connect(self._dress)
        if model.rowCount():
            self.go_to(0, Column.PROBLEM)

    def _set_up(self) -> None:
        self.setAccessibleName("Process inventory")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)

    def _dress(self) -> None:
        self._delegate.dress()
        self.viewport().update()
        self._header.viewport().update()

    # Where the keyboard is

    @property
    def column(self) -> Column:
        """The column of the current cell."""
        return Column(max(0, self.currentIndex().column()))

    @property
    def process_id(self) -> int | None:
        """The process of the current cell, or None where there is none."""
        index = self.currentIndex()
        return self._processes.id_at(index.row()) if index.isValid() else None

    def go_to(self, row: int, column: Column) -> None:
        """Make a cell current; nothing happens where there is none."""
        index = self._processes.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)

    def go_on(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) question, across rows; False at an end."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        columns = len(Column) - 1  # Tab goes from question to question, not through the names
        here = index.row() * columns + index.column() - 1
        is_back_from_name = by < 0 and index.column() == Column.PROCESS
        place = here if is_back_from_name else here + by
        if not 0 <= place < columns * self._processes.rowCount():
            return False
        self.go_to(place // columns, Column(place % columns + 1))
        return True

    def cell_rect(self) -> QRect:
        """Return where the current cell is, in the coordinates of the grid."""
        rect = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapTo(self, rect.topLeft()), rect.size())

    def rows_in_view(self) -> range:
        """Return the rows that are in view."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else self._processes.rowCount() - 1) + 1)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tint the row of the current cell, and tell that it is another."""
        super().currentChanged(current, previous)
        self._mark(current.row(), current.column())
        self.moved.emit()

    def _mark(self, row: int, column: int) -> None:
        self._delegate.current = (row, column)
        self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, out from under the first column."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(Column.PROCESS) - self.visualRect(index).left()
        bar = self.horizontalScrollBar()
        if index.column() != Column.PROCESS and hidden > 0 and bar.value() > 0:
            bar.setValue(bar.value() - hidden)

    # Size and paint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns fill the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the columns the widths that fit the window."""
        available = self.viewport().width()
        for column, width in enumerate(column_widths(available)):
            self.setColumnWidth(column, width)
        self._header.glosses_shown = available >= _GLOSSES_FROM
        self._frozen.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the first column again where it covers them."""
        index = self.currentIndex()
        self._delegate.current = (index.row(), index.column())
        super().paintEvent(event)
        if self._frozen.isVisible():
            self._frozen.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the keyboard."""
        self._delegate.has_focus = True
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the frame of the current cell without the ring."""
        self._delegate.has_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep the letters of choices from the actions of the window."""
        is_asked_first = event.type() == QEvent.Type.ShortcutOverride
        if is_asked_first and isinstance(event, QKeyEvent) and self._letter(event):
            event.accept()
            return True
        return super().event(event)

    def _letter(self, event: QKeyEvent) -> str:
        """Return the letter of a choice that a key stands for in the current cell, or nothing."""
        letter = event.text().upper()
        is_plain = not event.modifiers() & ~(_PLAIN | Qt.KeyboardModifier.ShiftModifier)
        if not is_plain or not self._context.settings.single_keys:
            return ""
        return letter if letter and letter in direct_letters(self.column) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by letter; everything else is the table's."""
        letter = self._letter(event)
        if letter and self.currentIndex().isValid():
            self.letter_typed.emit(letter)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are answers here, and Ctrl+F finds."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from question to question on Tab, and out at either end."""
        return self.go_on(1 if forward else -1) or super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether the cell was current before: a click on that one opens it."""
        index = self.indexAt(event.position().toPoint())
        self._was_current = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cell that was current when it was clicked."""
        super().mouseReleaseEvent(event)
        if self._was_current and event.button() == Qt.MouseButton.LeftButton:
            self._was_current = False
            self.edit_asked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a cell."""
        super().mouseDoubleClickEvent(event)
        self._was_current = self.indexAt(event.position().toPoint()).isValid()

    def _sort(self, section: int) -> None:
        """Sort up, then down, then go back to the order of the inventory."""
        if self._processes.sorted_by != section:
            self.sort_by(section)
        else:
            self.sort_by(-1 if self._processes.is_descending else section)

    def sort_by(self, section: int) -> None:
        """Sort by a column, the other way round where it is sorted by that; -1 for inventory."""
        is_again = self._processes.sorted_by == section
        down = Qt.SortOrder.DescendingOrder if is_again else Qt.SortOrder.AscendingOrder
        self._processes.sort(section, down)
        self._header.viewport().update()
        self.scrollTo(self.currentIndex())
