"""Where dragged cards would go: the whole column is the target, and its edges scroll it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QScrollBar

from workshop.ui.board.layout import GAP, MARGIN, CardLayout
from workshop.ui.models.cards import CARDS_MIME, CardModel, cards_from_mime
from workshop.ui.theme import Theme

_EDGE = 44  # this near to the upper or lower edge a drag scrolls
_TICK = 16
_FASTEST = 18


@dataclass(frozen=True, slots=True)
class Drop:
    """Cards that were dropped, and the card before which they go; None for the end."""

    ids: tuple[int, ...]
    before_id: int | None


class DropArea(Protocol):
    """What a drop zone needs of the view that it belongs to."""

    def height(self) -> int:
        """Return the height that is seen."""
        ...

    def update(self) -> None:
        """Paint again."""
        ...


class DropZone(QObject):
    """Follows a drag over one column."""

    # Whether the column is where the cards would go.
    targeted = Signal(bool)
    dropped = Signal(object)  # Drop

    def __init__(
        self,
        area: DropArea,
        bar: QScrollBar,
        layout: Callable[[], CardLayout],
        model: CardModel,
        parent: QObject,
    ) -> None:
        """Begin without a drag."""
        super().__init__(parent)
        self._area = area
        self._bar = bar
        self._layout = layout
        self._model = model
        self._at: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._scroll)

    @property
    def place(self) -> int | None:
        """Before which shown card the cards would go; None without a drag."""
        if self._at is None:
            return None
        return self._layout().gap_at(self._at + QPoint(0, self._bar.value()))

    def takes(self, event: QDropEvent) -> bool:
        """Tell whether a drag is of cards of this window."""
        return event.source() is not None and event.mimeData().hasFormat(CARDS_MIME)

    def over(self, event: QDropEvent, at: QPoint) -> None:
        """Follow a drag to a point of the view, which may lie outside of it."""
        if not self.takes(event):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if self._at is None:
            self.targeted.emit(True)
        self._at = QPoint(at.x(), max(0, min(at.y(), self._area.height() - 1)))
        if self._speed and not self._timer.isActive():
            self._timer.start()
        self._area.update()

    def leave(self) -> None:
        """Forget a drag that went elsewhere or was given up."""
        self._timer.stop()
        if self._at is not None:
            self._at = None
            self.targeted.emit(False)
            self._area.update()

    def drop(self, event: QDropEvent, at: QPoint) -> None:
        """Tell where cards were dropped."""
        self.over(event, at)
        place = self.place
        ids = cards_from_mime(event.mimeData())
        self.leave()
        if event.isAccepted() and ids and place is not None:
            self.dropped.emit(Drop(ids, self._card_before(place)))

    def _card_before(self, place: int) -> int | None:
        """Return the card that dropped ones go before: behind the last shown one, what follows."""
        shown = self._layout().shown
        if place < len(shown):
            return self._model.card(shown[place]).id
        following = shown[-1] + 1 if shown else 0
        return self._model.card(following).id if following < self._model.rowCount() else None

    # The edges

    @property
    def _speed(self) -> int:
        if self._at is None:
            return 0
        above, below = _EDGE - self._at.y(), self._at.y() - (self._area.height() - _EDGE)
        depth = max(above, below, 0)
        pace = min(_FASTEST, 2 + depth * _FASTEST // _EDGE) if depth else 0
        return -pace if above > below else pace

    def _scroll(self) -> None:
        speed, before = self._speed, self._bar.value()
        self._bar.setValue(before + speed)
        if not speed or self._bar.value() == before:
            self._timer.stop()
        else:
            self._area.update()

    def paint(self, painter: QPainter, colors: Theme) -> None:
        """Draw the line at which the cards would go in, with a ring at its beginning."""
        place = self.place
        if place is None:
            return
        begin, end = self._line(place)
        painter.setPen(QPen(colors["text"], 3))
        painter.drawLine(begin, end)
        painter.setBrush(colors["surface"])
        painter.setPen(QPen(colors["text"], 2.4))
        painter.drawEllipse(begin, 4.5, 4.5)

    def _line(self, place: int) -> tuple[QPointF, QPointF]:
        layout = self._layout()
        up = QPoint(0, self._bar.value())
        shown = layout.shown
        if not shown:
            rect = QRect(MARGIN, MARGIN + 2, layout.card_width, 0)
            return QPointF(rect.topLeft()), QPointF(rect.topRight())
        is_last = place >= len(shown)
        rect = layout.rect(shown[-1] if is_last else shown[place]).translated(-up)
        if layout.columns > 1:
            x = rect.right() + GAP / 2 if is_last else rect.left() - GAP / 2
            return QPointF(x, rect.top()), QPointF(x, rect.bottom())
        y = rect.bottom() + 1 + GAP / 2 if is_last else rect.top() - GAP / 2
        return QPointF(rect.left(), y), QPointF(rect.right(), y)
