"""The one painter of drawings, for wall, preview and picture files alike."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from workshop.ui.audience.scenes.drawing import (
    Box,
    Corners,
    Disc,
    Dots,
    Drawing,
    Hatch,
    Icon,
    TextLine,
)
from workshop.ui.audience.scenes.lettering import PIXELS_PER_U, font
from workshop.ui.audience.scenes.tiles import baseline, direction, hatch, icon_image, large_line
from workshop.ui.theme import Theme

# Qt keeps pictures of letters up to this size and fills larger ones as paths, at 50 µs a letter.
_LARGE = 60


def paint_drawing(painter: QPainter, rect: QRectF, drawing: Drawing, colors: Theme) -> None:
    """Paint a drawing into a rectangle of its proportions."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(rect, colors[drawing.background])
    if drawing.items:
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        brush = _Brush(painter, rect, rect.height() / drawing.height, colors)
        for item in drawing.items:
            _PAINTERS[type(item)](brush, item)
    painter.restore()


class _Brush:
    """A painter that knows its unit, its origin and its colors."""

    def __init__(self, painter: QPainter, rect: QRectF, unit: float, colors: Theme) -> None:
        self.painter = painter
        self.unit = unit
        self.colors = colors
        self._origin = rect.topLeft()
        self._ratio = painter.device().devicePixelRatio()
        self._transform = painter.worldTransform()

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self._origin.x() + x * self.unit, self._origin.y() + y * self.unit)

    def _snapped(self, point: QPointF) -> QPointF:
        """Return the nearest whole pixel of the device."""
        ratio = self._ratio
        return QPointF(round(point.x() * ratio) / ratio, round(point.y() * ratio) / ratio)

    def _rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle on whole pixels, so that edges are sharp and bars meet."""
        corner = self._snapped(self._point(x, y))
        opposite = self._snapped(self._point(x + width, y + height))
        least = 1 / self._ratio
        return QRectF(
            corner.x(),
            corner.y(),
            max(least, opposite.x() - corner.x()),
            max(least, opposite.y() - corner.y()),
        )

    def _line_width(self, line: float) -> float:
        return max(1.0, round(line * self.unit * self._ratio)) / self._ratio

    def _use(self, fill: str, stroke: str = "", line: float = 0.0) -> None:
        painter = self.painter
        painter.setBrush(self.colors[fill] if fill else Qt.BrushStyle.NoBrush)
        if stroke:
            painter.setPen(QPen(self.colors[stroke], self._line_width(line)))
        else:
            painter.setPen(Qt.PenStyle.NoPen)

    def text(self, item: TextLine) -> None:
        """Paint a line of text; a large one is kept as a picture."""
        style, painter = item.style, self.painter
        device_unit = self.unit * self._ratio
        if style.size * device_unit >= _LARGE:
            line = large_line(item, round(device_unit, 4), self.colors[style.color].rgba())
            line.image.setDevicePixelRatio(self._ratio)
            corner = self._snapped(self._point(item.x, item.y))
            painter.drawImage(corner + line.offset / self._ratio, line.image)
            return
        corner, scale = self._point(item.x, item.y), self.unit / PIXELS_PER_U
        scaled = QTransform(scale, 0, 0, scale, corner.x(), corner.y()) * self._transform
        painter.setWorldTransform(scaled)
        painter.setFont(font(style.size, style.weight))
        painter.setPen(self.colors[style.color])
        painter.setLayoutDirection(direction(item.rtl))
        painter.drawText(QPointF(0, baseline(style)), item.text)
        painter.setWorldTransform(self._transform)

    def box(self, item: Box) -> None:
        """Paint a box; its line runs inside its edge."""
        rect = self._rect(item.x, item.y, item.width, item.height)
        self._use(item.fill, item.stroke, item.line)
        if item.stroke:
            inset = self._line_width(item.line) / 2
            rect.adjust(inset, inset, -inset, -inset)
        if item.radius:
            self.painter.drawPath(_outline(rect, item.radius * self.unit, item.corners))
        else:
            self.painter.drawRect(rect)

    def hatch(self, item: Hatch) -> None:
        """Paint a box with rising lines across it."""
        box, painter = item.box, self.painter
        rect = self._rect(box.x, box.y, box.width, box.height)
        color = self.colors[item.color]
        color.setAlphaF(item.opacity)
        device_unit = self.unit * self._ratio
        gap = max(3, round(item.gap * device_unit))
        ground = self.colors[box.fill].rgba()
        line = max(1.0, item.line * device_unit)
        painter.setBrush(hatch(gap, line, color.rgba(), ground, self._ratio))
        painter.setBrushOrigin(rect.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        if box.radius:
            painter.drawPath(_outline(rect, box.radius * self.unit, box.corners))
        else:
            painter.drawRect(rect)

    def dots(self, item: Dots) -> None:
        """Paint dots down a band, evenly."""
        self._use(item.color)
        count = max(1, int(item.height / (2 * item.size)))
        step = item.height / count
        radius = item.size * self.unit / 2
        for number in range(count):
            center = self._point(item.x, item.y + (number + 0.5) * step)
            self.painter.drawEllipse(center, radius, radius)

    def disc(self, item: Disc) -> None:
        """Paint a circle; its line runs inside its edge."""
        self._use(item.fill, item.stroke, item.line)
        inset = self._line_width(item.line) / 2 if item.stroke else 0.0
        radius = item.radius * self.unit - inset
        self.painter.drawEllipse(self._point(item.x, item.y), radius, radius)

    def icon(self, item: Icon) -> None:
        """Paint an icon."""
        corner = self._snapped(self._point(item.x, item.y))
        side = round(item.size * self.unit * self._ratio, 2)
        image = icon_image(item.name, side, self.colors[item.color].rgba())
        image.setDevicePixelRatio(self._ratio)
        self.painter.drawImage(corner, image)


_PAINTERS: dict[type, Callable[[_Brush, Any], None]] = {
    TextLine: _Brush.text,
    Box: _Brush.box,
    Hatch: _Brush.hatch,
    Dots: _Brush.dots,
    Disc: _Brush.disc,
    Icon: _Brush.icon,
}


def _outline(rect: QRectF, radius: float, corners: Corners) -> QPainterPath:
    """Return a rectangle with some of its corners round."""
    path = QPainterPath()
    radius = min(radius, rect.width() / 2, rect.height() / 2)
    if corners is Corners.ALL:
        path.addRoundedRect(rect, radius, radius)
        return path
    wide = 2 * radius
    path.moveTo(rect.left(), rect.top() + radius)
    path.arcTo(rect.left(), rect.top(), wide, wide, 180, -90)
    if corners is Corners.TOP:
        path.arcTo(rect.right() - wide, rect.top(), wide, wide, 90, -90)
        path.lineTo(rect.bottomRight())
        path.lineTo(rect.bottomLeft())
    else:
        path.lineTo(rect.topRight())
        path.lineTo(rect.bottomRight())
        path.arcTo(rect.left(), rect.bottom() - wide, wide, wide, 270, -90)
    path.closeSubpath()
    return path
