"""Lucide icons in the colors of a theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workshop.domain.enums import Phase
from workshop.resources import resource

# The icon of each phase, as the rail shows it.
PHASE_ICONS = {
    Phase.WELCOME: "users",
    Phase.GATHER: "file",
    Phase.BUCKET: "split",
    Phase.INVENTORY: "table",
    Phase.COMMIT: "hammer",
    Phase.DEAL: "handshake",
    Phase.LEADERSHIP: "gauge",
    Phase.CLOSE: "printer",
}
_SIZES = (18, 20)  # pixels, those of buttons on the console


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint an icon into a rectangle; raises FileNotFoundError for an unknown name."""
    _renderer(name, color.name()).render(painter, rect)


@lru_cache(maxsize=1024)
def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture, `size` logical pixels wide and high."""
    renderer = _renderer(name, QColor(color).name())
    found = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return found


def icon(name: str, color: QColor, *, checked: QColor | None = None) -> QIcon:
    """Return an icon for buttons, crisp on the finest screen there is.

    `checked` is its color on a button that is down.
    """
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return _icon(name, color.name(), checked.name() if checked is not None else None, ratio)


@lru_cache(maxsize=512)
def _icon(name: str, color: str, checked: str | None, ratio: float) -> QIcon:
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(pixmap(name, color, size, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        if checked is not None:
            on = pixmap(name, checked, size, ratio)
            found.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
    return found
