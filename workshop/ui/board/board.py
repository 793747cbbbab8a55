"""The three columns side by side: one of them is worked in, and each is a target for cards."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.board.column import COLLAPSED, Column
from workshop.ui.board.painting import CardPainter
from workshop.ui.board.view import BoardView
from workshop.ui.context import Context
from workshop.ui.widgets import row

_SPACING = 12
_TWO_CARDS_FROM = 560  # a column this wide shows two cards side by side


class Board(QWidget):
    """All cards that are not merged, by bucket."""

    # The number of cards in some column has changed.
    counted = Signal()

    def __init__(self, context: Context) -> None:
        """Show the cards of a session."""
        super().__init__()
        self._context = context
        self.painter = CardPainter(context.colors)
        self.columns = [Column(context, bucket, self.painter) for bucket in Bucket]
        self._active = self.columns[0]
        self._over: Column | None = None
        self.setAcceptDrops(True)
        layout = row(*self.columns, spacing=_SPACING)
        for number in range(len(self.columns)):
            layout.setStretch(number, 1)
        self.setLayout(layout)
        for each in self.columns:
            each.view.crossed.connect(self._cross)
            each.view.entered.connect(self._enter)
            each.model.rowsInserted.connect(self._follow_counts)
            each.model.rowsRemoved.connect(self._follow_counts)
        context.themed.connect(self._dress)
        self._follow_counts()

    def __iter__(self) -> Iterator[BoardView]:
        """Yield the lists of cards, from left to right."""
        return (each.view for each in self.columns)

    def column(self, bucket: Bucket) -> Column:
        """Return the column of a bucket."""
        return next(each for each in self.columns if each.bucket is bucket)

    @property
    def active(self) -> Column:
        """The column that is worked in."""
        return self._active

    def activate(self, target: Column) -> None:
        """Work in a column; only there are cards selected."""
        self._active = target
        for each in self.columns:
            if each is not target:
                each.view.clearSelection()

    def _enter(self) -> None:
        view = self.sender()
        target = next(each for each in self.columns if each.view is view)
        self.activate(target)

    def _cross(self, by: int) -> None:
        """Go to the adjoining column that has cards, to the card at the same height."""
        view = self.sender()
        at = next(n for n, each in enumerate(self.columns) if each.view is view)
        source, number = self.columns[at].view, at + by
        while 0 <= number < len(self.columns) and not self.columns[number].view.shown_count:
            number += by
        if not 0 <= number < len(self.columns):
            return
        target = self.columns[number].view
        height = source.visualRect(source.currentIndex()).center().y()
        x = 0 if by > 0 else target.width()
        target.setFocus()
        target.setCurrentIndex(target.nearest(QPoint(x, height)))

    # Size

    def _follow_counts(self) -> None:
        unsorted = self.column(Bucket.UNSORTED)
        has_sorted = any(each.model.rowCount() for each in self.columns)
        is_empty = not unsorted.model.rowCount() and has_sorted
        if unsorted.collapsed != is_empty:
            unsorted.set_collapsed(is_empty)
            self._fit()
        self._say_what_to_do(has_sorted)
        self.counted.emit()

    def _say_what_to_do(self, has_cards: bool) -> None:
        first, *others = self.columns
        hint = "Type them in Gather (Ctrl+PgUp),\nor press N to add one here."
        first.view.empty_text = "" if has_cards else f"No cards yet.\n{hint}"
        for each, key in zip(others, "12", strict=True):
            each.view.empty_text = f"Nothing here yet.\nDrag cards here, or select and press {key}."

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit one or two cards side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = [each for each in self.columns if not each.collapsed]
        taken = COLLAPSED * (len(self.columns) - len(wide)) + _SPACING * (len(self.columns) - 1)
        width = (self.width() - taken) // len(wide)
        for each in wide:
            each.view.columns = 2 if width >= _TWO_CARDS_FROM and len(wide) < 3 else 1

    def _dress(self) -> None:
        self.painter.set_colors(self._context.colors)
        for each in self.columns:
            each.dress()

    # Search

    def search(self, text: str) -> None:
        """Show only the cards that have a text in them; a blank one shows all."""
        needle = text.strip().casefold()
        self.painter.needle = needle

        def matches(card: Activity) -> bool:
            return needle in card.text.casefold()

        for view in self:
            view.set_matches(matches if needle else None)

    # Drags beside the lists, which go to the nearest column

    def _nearest(self, at: QPoint) -> Column:
        return min(
            self.columns, key=lambda each: max(each.x() - at.x(), at.x() - each.geometry().right())
        )

    def _drag_over(self, event: QDropEvent) -> None:
        at = event.position().toPoint()
        nearest = self._nearest(at)
        if self._over is not None and self._over is not nearest:
            self._over.view.zone.leave()
        self._over = nearest
        viewport = nearest.view.viewport()
        nearest.view.zone.over(event, viewport.mapFrom(self, at))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Follow a drag of cards."""
        self._drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Follow a drag of cards."""
        self._drag_over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget a drag."""
        over, self._over = self._over, None
        if over is not None:
            over.view.zone.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop cards into the nearest column."""
        self._drag_over(event)
        over, self._over = self._over, None
        if over is not None:
            at = over.view.viewport().mapFrom(self, event.position().toPoint())
            over.view.zone.drop(event, at)
