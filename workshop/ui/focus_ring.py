"""One yellow ring around whatever has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from workshop.ui.theme import Theme

_WIDTH = 3
_RADIUS = 7.0
_AROUND = 24  # pixels in view around what has the keyboard: its caption too
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
        self._seen = QRect()  # as far as nothing scrolls it away
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
        self._bring_into_view()
        self._place()

    def _bring_into_view(self) -> None:
        """Scroll to what has the keyboard; what the mouse presses stays under it."""
        watched = self._watched
        if watched is None or not isValid(watched):
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            for each in self._moving:
                if isinstance(each, QScrollArea):
                    each.ensureWidgetVisible(watched, _AROUND, _AROUND)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the watched widget, and with whatever holds it; keep it in view if it grows."""
        is_laid_out = event.type() in {QEvent.Type.Move, QEvent.Type.Resize}
        if is_laid_out and not _is_scrolled(watched):
            self._bring_into_view()
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
        around = self._in_window(watched)
        seen = around
        for each in self._moving:
            if isinstance(each, QAbstractScrollArea) and each is not watched:
                seen = seen.intersected(self._in_window(each.viewport()))
        self._seen = seen
        self.setGeometry(around)
        self.raise_()
        self.setVisible(not seen.isEmpty())
        self.update()

    def _in_window(self, widget: QWidget) -> QRect:
        """Return the place of a widget in the window, with room for the ring around it."""
        room = _WIDTH + 1
        corner = widget.mapTo(self.window(), QPoint(0, 0))
        return QRect(corner, widget.size()).adjusted(-room, -room, room, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw yellow outside ink, so that it shows on light and dark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._seen.translated(-self.pos()))
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


def _is_scrolled(widget: QObject) -> bool:
    """Tell whether a widget is the content of an area, which moves where a user scrolls."""
    viewport = widget.parent()
    return viewport is not None and isinstance(viewport.parent(), QAbstractScrollArea)
