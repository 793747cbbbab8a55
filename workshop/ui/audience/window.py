"""The window of the room: nothing but the wall."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from workshop.ui.audience.wall import Wall

_POINTER_HIDES_AFTER = 2000  # milliseconds


class AudienceWindow(QWidget):
    """Fills one display with the wall, without frame, widgets or pointer."""

    # A window manager that gives every new window the keyboard took it from the facilitator.
    keyboard_taken = Signal()

    def __init__(self, wall: Wall, actions: Iterable[QAction]) -> None:
        """Follow a wall; `actions` are those that a presenter remote may start here."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._wall = wall
        self._is_new = True
        self.setWindowTitle("Gather: the room")
        self.setAccessibleName("What the room sees")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMouseTracking(True)
        self.addActions(list(actions))
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(_POINTER_HIDES_AFTER)
        self._pointer.timeout.connect(self._hide_pointer)
        wall.changed.connect(self._follow)
        self._describe()

    def show_on(self, screen: QScreen) -> None:
        """Fill a display; the window is there before it is shown full screen, so it never jumps."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _follow(self) -> None:
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._wall.drawing.text)
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointer while it moves."""
        self.unsetCursor()
        self._pointer.start()

    def enterEvent(self, event: QEvent) -> None:
        """Let the pointer go after a while, even if it does not move here."""
        self._pointer.start()

    def hideEvent(self, event: QEvent) -> None:
        """Stop waiting for the pointer."""
        self._pointer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Give the keyboard back once, for nobody asked for it here."""
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self._is_new:
            self._is_new = False
            self.keyboard_taken.emit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the wall take the proportions of the display."""
        self._wall.set_shape(self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wall."""
        painter = QPainter(self)
        self._wall.paint(painter, self.rect())
        painter.end()
