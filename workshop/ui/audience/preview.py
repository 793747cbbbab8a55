"""The wall in small, painted by the code that paints the wall."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.audience.wall import Wall

_FRAME = 3


class Preview(QWidget):
    """Shows what the room sees now, in a red frame."""

    def __init__(self, wall: Wall) -> None:
        """Follow a wall."""
        super().__init__()
        self._wall = wall
        self.setAccessibleName("On screen now")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        wall.changed.connect(self._follow)
        wall.shaped.connect(self.updateGeometry)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleDescription(self._wall.drawing.text)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the proportions of the wall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the proportions of the wall give."""
        shape = self._wall.shape
        inner = width - 2 * _FRAME
        return round(inner * shape.height() / max(1, shape.width())) + 2 * _FRAME

    def sizeHint(self) -> QSize:
        """Return a size in the proportions of the wall."""
        return QSize(280, self.heightForWidth(280))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wall, then the frame."""
        painter = QPainter(self)
        inner = self.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        self._wall.paint(painter, inner)
        painter.setPen(QPen(QColor("#B50909"), _FRAME))
        edge = _FRAME // 2
        painter.drawRect(self.rect().adjusted(edge, edge, -edge - 1, -edge - 1))
        painter.end()
