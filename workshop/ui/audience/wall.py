"""What the wall shows now, composed once for the room's window and the preview alike."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter

from workshop.ui.audience.scenes import Drawing, compose
from workshop.ui.audience.scenes.painting import paint_drawing
from workshop.ui.room import Room

DEFAULT_SHAPE = QSize(1920, 1080)
# A preview has whole pixels, so its proportions are not quite those of the wall.
_NEARLY = 2.0


class Wall(QObject):
    """Holds the drawing of the room, in the proportions of its display."""

    # What is painted is different now. Typing, sorting and other phases that do not alter the
    # wall do not emit it.
    changed = Signal()
    # The wall has other proportions.
    shaped = Signal()

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        """Follow a room, at first in the proportions of a usual display."""
        super().__init__(parent)
        self._room = room
        self._look = room.look
        self.shape = DEFAULT_SHAPE
        self.drawing = self._compose()
        room.changed.connect(self._follow)

    def _compose(self) -> Drawing:
        return compose(self._room.picture, self._room.look, self.shape)

    def set_shape(self, size: QSize) -> None:
        """Take the proportions of the display."""
        if size != self.shape:
            self.shape = size
            self.shaped.emit()
            self._follow()

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint the wall into a rectangle, between bars where it has other proportions."""
        drawing, colors = self.drawing, self._look.theme
        whole = QRectF(rect)
        height = min(whole.height(), whole.width() * drawing.height / drawing.width)
        if whole.height() - height < _NEARLY:
            height = whole.height()
        fitted = QRectF(0, 0, height * drawing.width / drawing.height, height)
        fitted.moveCenter(whole.center())
        if whole.width() - fitted.width() < _NEARLY:
            fitted = whole
        else:
            painter.fillRect(whole, colors[drawing.background])
        paint_drawing(painter, fitted, drawing, colors)

    def _follow(self) -> None:
        drawing, look = self._compose(), self._room.look
        if drawing != self.drawing or look != self._look:
            self.drawing, self._look = drawing, look
            self.changed.emit()
        self._clamp()

    def _clamp(self) -> None:
        """Note the last page where a later one was asked for."""
        stage = self._room.stage
        is_still = stage.frozen or stage.blank or self._room.is_tested
        if not is_still and stage.page > self.drawing.pages:
            self._room.set_page(self.drawing.pages)
