"""Sessions with cards, and the drags and keys of a user, for tests of the board."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.board.view import BoardView
from workshop.ui.models.cards import cards_to_mime


def add_cards(*texts: str, bucket: Bucket = Bucket.UNSORTED) -> AddRecords:
    """Return the command that adds cards."""
    cards = (Activity(id=-n, text=text, bucket=bucket) for n, text in enumerate(texts))
    return AddRecords(tuple(cards))


def numbered(count: int, bucket: Bucket = Bucket.UNSORTED) -> AddRecords:
    """Return the command that adds cards with numbers."""
    return add_cards(*(f"Do thing {n}" for n in range(1, count + 1)), bucket=bucket)


def texts(view: BoardView) -> list[str]:
    """Return what a user reads in a list, from top to bottom."""
    return [view.cards.card(row).text for row in view.shown_rows()]


def selected(view: BoardView) -> list[str]:
    """Return the texts of the cards that are selected."""
    return [view.cards.card(row).text for row in sorted(view.selected_rows())]


class _Enter(QDragEnterEvent):
    drag_source: QObject | None = None

    def source(self) -> QObject | None:
        return self.drag_source


class _Move(QDragMoveEvent):
    drag_source: QObject | None = None

    def source(self) -> QObject | None:
        return self.drag_source


class _Drop(QDropEvent):
    drag_source: QObject | None = None

    def source(self) -> QObject | None:
        return self.drag_source


_BUTTON, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_MOVE = Qt.DropAction.MoveAction


class Drag:
    """A drag as the window system tells of it, without a nested event loop."""

    def __init__(self, source: QObject | None, ids: Sequence[int]) -> None:
        self._source = source
        self._data: QMimeData = cards_to_mime(ids)

    def enter(self, view: BoardView, at: QPoint) -> _Enter:
        event = _Enter(at, _MOVE, self._data, _BUTTON, _PLAIN)
        event.drag_source = self._source
        view.dragEnterEvent(event)
        return event

    def move(self, view: BoardView, at: QPoint) -> _Move:
        event = _Move(at, _MOVE, self._data, _BUTTON, _PLAIN)
        event.drag_source = self._source
        view.dragMoveEvent(event)
        return event

    def drop(self, view: BoardView, at: QPoint) -> _Drop:
        event = _Drop(QPointF(at), _MOVE, self._data, _BUTTON, _PLAIN, QEvent.Type.Drop)
        event.drag_source = self._source
        view.dropEvent(event)
        return event

    def onto(self, view: BoardView, at: QPoint) -> None:
        """Carry the cards over a list and drop them."""
        self.enter(view, at)
        self.move(view, at)
        self.drop(view, at)
