"""The wall in small, painted by the code that paints the wall."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.audience.scenes import paint
from workshop.ui.room import Room

_FRAME = 3


class Preview(QWidget):
    """Shows what the room sees now, in a red frame."""

    def __init__(self, room: Room) -> None:
        """Follow a room."""
        super().__init__()
        self._room = room
        self._shape = QSize(16, 9)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        room.changed.connect(self._follow)

    def set_shape(self, size: QSize) -> None:
        """Take the proportions of the wall."""
        self._shape = size
        self.updateGeometry()

    def _follow(self) -> None:
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the proportions of the wall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the proportions of the wall give."""
        inner = width - 2 * _FRAME
        return round(inner * self._shape.height() / self._shape.width()) + 2 * _FRAME

    def sizeHint(self) -> QSize:
        """Return a size in the proportions of the wall."""
        return QSize(280, self.heightForWidth(280))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wall, then the frame."""
        painter = QPainter(self)
        inner = self.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        painter.save()
        painter.setClipRect(inner)
        paint(painter, inner, self._room.picture, self._room.look)
        painter.restore()
        painter.setPen(QPen(QColor("#B50909"), _FRAME))
        edge = _FRAME // 2
        painter.drawRect(self.rect().adjusted(edge, edge, -edge - 1, -edge - 1))
        painter.end()
