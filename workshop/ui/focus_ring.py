"""One yellow ring around whatever has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from shiboken6 import isValid

from workshop.ui.theme import Theme

_WIDTH = 3
_RADIUS = 7.0
# The property of a widget that shows by itself that it has the keyboard.
DRAWS_OWN_RING = "draws_own_ring"


class FocusRing(QWidget):
    """Lies over a window and frames the widget in it that has the focus.

    Item views draw the ring on their current item themselves, and the wall never has one.
    """

    def __init__(self, window: QWidget, colors: Theme) -> None:
        """Follow the focus inside a window."""
        super().__init__(window)
        self._colors = colors
        self._watched: QWidget | None = None
        self._moving: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def set_colors(self, colors: Theme) -> None:
        """Draw in another theme."""
        self._colors = colors
        self.update()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        for each in self._moving:
            if isValid(each):  # a widget that had the focus may be gone with its window
                each.removeEventFilter(self)
        window = self.window()
        is_ours = now is not None and now.window() is window and now is not window
        self._watched = now if is_ours and not _draws_own(now) else None
        self._moving = _with_parents(self._watched, window)
        for each in self._moving:
            each.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the watched widget, and with whatever holds it."""
        if event.type() in {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        }:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        watched = self._watched
        if watched is None or not isValid(watched) or not watched.isVisible():
            self.hide()
            return
        corner = watched.mapTo(self.window(), QPoint(0, 0))
        room = _WIDTH + 1
        self.setGeometry(QRect(corner, watched.size()).adjusted(-room, -room, room, room))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw yellow outside ink, so that it shows on light and dark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outer = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        for color, rect, width in (
            (self._colors["focus"], outer, _WIDTH),
            (self._colors["focus edge"], outer.adjusted(2.5, 2.5, -2.5, -2.5), 1.5),
        ):
            painter.setPen(QPen(QColor(color), width))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.end()


def paint_focus(painter: QPainter, rect: QRectF, colors: Theme) -> None:
    """Frame the item that has the focus: yellow outside ink, both within a box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors["focus"], _WIDTH))
    painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
    painter.setPen(QPen(colors["focus edge"], 1.6))
    painter.drawRoundedRect(rect.adjusted(3.6, 3.6, -3.6, -3.6), 4, 4)


def _draws_own(widget: QWidget | None) -> bool:
    return isinstance(widget, QAbstractItemView | QMenu) or (
        widget is not None and bool(widget.property(DRAWS_OWN_RING))
    )


def _with_parents(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    """Return a widget and what holds it, up to the window."""
    found: list[QWidget] = []
    while widget is not None and widget is not window:
        found.append(widget)
        widget = widget.parentWidget()
    return found
