"""A list view that keeps its own layout, so that it is as quick with 10,000 cards as with 100.

QListView asks a model for every size whenever something moves. This view remembers the heights and
answers all questions of geometry itself; keys, selection and accessibility stay Qt's.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.board.layout import CardLayout
from workshop.ui.board.painting import CardPainter, Face
from workshop.ui.models.cards import CardModel, tally_of

AnyIndex = QModelIndex | QPersistentModelIndex

_BAR = 10  # kept free for the scroll bar whether it is shown or not: no text wraps anew with it
_STEP = 40
_ROOM = 8  # what is kept between a card that is scrolled to and the edge
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_Command = QItemSelectionModel.SelectionFlag


def face_of(card: Activity) -> Face:
    """Return what a card shows."""
    return Face(card.text, card.bucket or Bucket.UNSORTED, tally_of(card))


class LaidOutView(QListView):
    """The geometry, the keys and the selection of a list of cards."""

    # An arrow key leads out of the view: -1 to the left, 1 to the right.
    crossed = Signal(int)
    # Other cards match, or all are shown again.
    matched = Signal()
    # The geometry of the cards has changed, or they were scrolled.
    relaid = Signal()

    def __init__(self, model: CardModel, painter: CardPainter) -> None:
        """Lay out the cards of a model."""
        super().__init__()
        # For a viewport that Qt made itself, PySide looks through every type of widget: 10 ms.
        self.setViewport(QWidget())
        self._cards = model
        self._painter = painter
        self._layout = CardLayout()
        self._is_measured = False
        self._matches: Callable[[Activity], bool] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().valueChanged.connect(self.relaid)
        # Before the view's own slots, which ask for geometry.
        model.rowsInserted.connect(self._make_room)
        model.rowsRemoved.connect(self._close_gap)
        model.rowsMoved.connect(self._follow_move)
        model.layoutChanged.connect(self._measure_all)
        model.dataChanged.connect(self._measure_again)
        self.setModel(model)

    @property
    def cards(self) -> CardModel:
        """The model with its own type."""
        return self._cards

    # The layout

    def _measured(self) -> CardLayout:
        """Return the layout, measured first if the width has changed or it never was."""
        if not self._is_measured:
            self._is_measured = True
            self._layout.width = max(120, self.width() - _BAR + 8)
            self._layout.set_heights(self._heights(range(self._cards.rowCount())))
        return self._layout

    def _heights(self, rows: Iterable[int]) -> list[int]:
        width, matches = self._layout.card_width, self._matches
        card, height = self._cards.card, self._painter.height
        return [
            0
            if matches is not None and not matches(card(row))
            else height(face_of(card(row)), width)
            for row in rows
        ]

    def _make_room(self, _: QModelIndex, first: int, last: int) -> None:
        if self._is_measured:
            self._layout.insert(first, self._heights(range(first, last + 1)))
        self._relay()

    def _close_gap(self, _: QModelIndex, first: int, last: int) -> None:
        if self._is_measured:
            self._layout.remove(first, last)
        self._relay()

    def _follow_move(
        self, _from: QModelIndex, first: int, last: int, _to: QModelIndex, target: int
    ) -> None:
        if self._is_measured:
            self._layout.move(first, last, target)
        self._relay()

    def _measure_again(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = range(first.row(), last.row() + 1)
        if self._is_measured and self._layout.change(first.row(), self._heights(rows)):
            self._relay()

    def _measure_all(self) -> None:
        self._is_measured = False
        self._relay()

    def _relay(self) -> None:
        self._choose_among_shown()
        self.updateGeometries()
        self.viewport().update()
        self.relaid.emit()

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._layout.columns

    @columns.setter
    def columns(self, number: int) -> None:
        if number != self._layout.columns:
            self._layout.columns = number
            self._measure_all()

    def set_matches(self, matches: Callable[[Activity], bool] | None) -> None:
        """Show only the cards that match; None shows all."""
        self._matches = matches
        self._measure_all()
        self.scrollTo(self.currentIndex())
        self.matched.emit()

    def _choose_among_shown(self) -> None:
        """Let keys act on nothing that is not seen: a card that is hidden is not chosen any more.

        The focus goes from a hidden card to the nearest that is shown.
        """
        if self._matches is None:
            return
        layout, chosen = self._measured(), self.selectionModel()
        hidden = self.selected_rows().difference(layout.shown)
        chosen.select(self._selection(sorted(hidden)), _Command.Deselect)
        current = self.currentIndex()
        if not current.isValid() or not layout.is_hidden(current.row()):
            return
        if layout.shown:
            place = min(layout.place_of(current.row()), len(layout.shown) - 1)
            chosen.setCurrentIndex(self._cards.index(layout.shown[place]), _Command.NoUpdate)
        else:
            chosen.clearCurrentIndex()

    @property
    def is_searched(self) -> bool:
        """Whether some cards are hidden because they do not match."""
        return self._matches is not None

    def shown_rows(self) -> Sequence[int]:
        """Return the cards that match, by row."""
        return self._measured().shown

    @property
    def shown_count(self) -> int:
        """The number of cards that match."""
        return len(self.shown_rows())

    def nearest(self, point: QPoint) -> QModelIndex:
        """Return the card nearest to a point of the viewport."""
        row = self._measured().nearest_row(point + QPoint(0, self.verticalOffset()))
        return self._cards.index(row) if row is not None else QModelIndex()

    # Geometry, as Qt asks for it

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return where a card is in the viewport."""
        if not index.isValid():
            return QRect()
        rect = self._measured().rect(index.row())
        return rect.translated(0, -self.verticalOffset()) if not rect.isEmpty() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the card at a point of the viewport."""
        row = self._measured().row_at(point + QPoint(0, self.verticalOffset()))
        return self._cards.index(row) if row is not None else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: _Hint = _Hint.EnsureVisible,
    ) -> None:
        """Scroll no further than a card needs to be seen."""
        if not index.isValid():
            return
        rect, bar = self._measured().rect(index.row()), self.verticalScrollBar()
        if hint is _Hint.PositionAtCenter:
            bar.setValue(rect.center().y() - self.viewport().height() // 2)
        elif hint is _Hint.PositionAtTop or rect.top() - _ROOM < bar.value():
            bar.setValue(rect.top() - _ROOM)
        elif rect.bottom() + _ROOM > bar.value() + self.viewport().height():
            bar.setValue(rect.bottom() + _ROOM - self.viewport().height())

    def horizontalOffset(self) -> int:
        """Return 0: cards are as wide as the view."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the cards are scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: AnyIndex) -> bool:
        """Tell whether a card does not match what is searched for."""
        return self._measured().is_hidden(index.row())

    def updateGeometries(self) -> None:
        """Give the scroll bar the height of all cards."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._measured().height - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(_STEP)

    def doItemsLayout(self) -> None:
        """Lay out nothing anew: the layout follows the model by itself."""
        QAbstractItemView.doItemsLayout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew at another width."""
        if self.width() - _BAR + 8 != self._layout.width:
            self._is_measured = False
        QAbstractItemView.resizeEvent(self, event)
        self.relaid.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted."""
        self.viewport().scroll(dx, dy)

    def viewportSizeHint(self) -> QSize:
        """Return a size that asks no card."""
        return QSize(240, 200)

    # Keys and selection

    def moveCursor(self, action: _Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the card that a key leads to."""
        layout = self._measured()
        shown = layout.shown
        if not shown:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self._cards.index(shown[0])
        place, last = layout.place_of(current.row()), len(shown) - 1
        match action:
            case _Cursor.MoveHome:
                target = 0
            case _Cursor.MoveEnd:
                target = last
            case _Cursor.MovePageUp | _Cursor.MovePageDown:
                target = self._page_from(current, back=action is _Cursor.MovePageUp)
            case _:
                target = place + self._stride(action)
        if not 0 <= target <= last:
            target = min(place, last)
        return self._cards.index(shown[target])

    def _stride(self, action: _Cursor) -> int:
        match action:
            case _Cursor.MoveUp:
                return -self.columns
            case _Cursor.MoveDown:
                return self.columns
            case _Cursor.MovePrevious | _Cursor.MoveLeft:
                return -1
            case _:
                return 1

    def _page_from(self, current: QModelIndex, *, back: bool) -> int:
        layout, page = self._measured(), self.viewport().height() - _STEP
        at = layout.rect(current.row()).center() + QPoint(0, -page if back else page)
        row = layout.nearest_row(at)
        return layout.place_of(row) if row is not None else 0

    def setSelection(self, rect: QRect, command: _Command) -> None:
        """Select from the card at one corner of a rectangle to that at the other."""
        layout, up = self._measured(), QPoint(0, self.verticalOffset())
        corners = (rect.topLeft() + up, rect.bottomRight() + up)
        rows = sorted(row for row in map(layout.nearest_row, corners) if row is not None)
        is_below_all = min(corner.y() for corner in corners) > layout.height
        if not rows or is_below_all:
            self.selectionModel().select(QItemSelection(), command)
            return
        first, last = map(layout.place_of, rows)
        self.selectionModel().select(self._selection(layout.shown[first : last + 1]), command)

    def _selection(self, rows: Iterable[int]) -> QItemSelection:
        """Return rows as a selection of few ranges."""
        found = QItemSelection()
        index = self._cards.index
        first = last = -1
        for row in rows:
            if first >= 0 and row != last + 1:
                found.select(index(first), index(last))
                first = row
            elif first < 0:
                first = row
            last = row
        if first >= 0:
            found.select(index(first), index(last))
        return found

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what of a selection is seen."""
        found = QRegion()
        for row in self._rows_seen(self.viewport().rect()):
            index = self._cards.index(row)
            if selection.contains(index):
                found += self.visualRect(index).adjusted(-6, -6, 6, 6)
        return found

    def selectAll(self) -> None:
        """Select every card that is shown."""
        self.selectionModel().select(
            self._selection(self._measured().shown), _Command.ClearAndSelect
        )

    def selected_rows(self) -> set[int]:
        """Return the rows that are selected, as the selection model keeps them: range by range."""
        ranges = self.selectionModel().selection()
        rows: set[int] = set()
        for number in range(ranges.count()):
            each = ranges.at(number)
            rows.update(range(each.top(), each.bottom() + 1))
        return rows

    def selected_ids(self) -> tuple[int, ...]:
        """Return the cards that are selected, in their order."""
        return tuple(self._cards.card(row).id for row in sorted(self.selected_rows()))

    def current_id(self) -> int | None:
        """Return the card that has the focus of the keyboard."""
        index = self.currentIndex()
        return self._cards.card(index.row()).id if index.isValid() else None

    def select_first(self) -> None:
        """Select the first card that is shown."""
        self.select_ids(self._cards.card(row).id for row in self.shown_rows()[:1])

    def select_ids(self, ids: Iterable[int]) -> None:
        """Select cards, those of them that are shown, and bring them into view."""
        is_hidden = self._measured().is_hidden
        rows = [row for row in map(self._cards.row_of, ids) if row is not None]
        found = sorted(row for row in rows if not is_hidden(row))
        if not found:
            return
        self.setCurrentIndex(self._cards.index(found[0]))
        self.selectionModel().select(self._selection(found), _Command.ClearAndSelect)
        self.scrollTo(self._cards.index(found[-1]))
        self.scrollTo(self._cards.index(found[0]))

    def _rows_seen(self, rect: QRect) -> Iterable[int]:
        """Return the cards that lie in a part of the viewport, with their rings."""
        top = rect.top() + self.verticalOffset()
        return self._measured().rows_between(top - _ROOM, top + rect.height() + _ROOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from column to column with the arrow keys at the side."""
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if sideways is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            place = self._measured().place_of(max(0, self.currentIndex().row()))
            column = place % self.columns + sideways
            is_inside = 0 <= column < self.columns and place + sideways < self.shown_count
            if not is_inside:
                self.crossed.emit(sideways)
                return
        super().keyPressEvent(event)
