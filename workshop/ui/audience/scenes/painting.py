"""The one painter of drawings, for wall, preview and picture files alike."""

from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workshop.ui.audience.scenes.drawing import (
    LINE_HEIGHT,
    Box,
    Corners,
    Disc,
    Dots,
    Drawing,
    Hatch,
    Icon,
    Item,
    TextLine,
)
from workshop.ui.audience.scenes.lettering import PIXELS_PER_U, font, metrics
from workshop.ui.icons import paint_icon
from workshop.ui.theme import Theme


def paint_drawing(painter: QPainter, rect: QRectF, drawing: Drawing, colors: Theme) -> None:
    """Paint a drawing into a rectangle of its proportions."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(rect, colors[drawing.background])
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    brush = _Brush(painter, rect, rect.height() / drawing.height, colors)
    for item in drawing.items:
        _paint(item, brush)
    painter.restore()


class _Brush:
    """A painter that knows its unit, its origin and its colors."""

    def __init__(self, painter: QPainter, rect: QRectF, unit: float, colors: Theme) -> None:
        self.painter = painter
        self.unit = unit
        self.colors = colors
        self._origin = rect.topLeft()

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(self._origin.x() + x * self.unit, self._origin.y() + y * self.unit)

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle on whole pixels, so that edges are sharp and bars meet."""
        a, b = self.point(x, y), self.point(x + width, y + height)
        left, top = round(a.x()), round(a.y())
        return QRectF(left, top, max(1, round(b.x()) - left), max(1, round(b.y()) - top))

    def use(self, fill: str, stroke: str = "", line: float = 0.0) -> None:
        if fill:
            self.painter.setBrush(self.colors[fill])
        else:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if stroke:
            self.painter.setPen(QPen(self.colors[stroke], self.pen_width(line)))
        else:
            self.painter.setPen(Qt.PenStyle.NoPen)

    def pen_width(self, line: float) -> float:
        return max(1.0, round(line * self.unit))


@singledispatch
def _paint(item: Item, brush: _Brush) -> None:
    raise TypeError(f"nothing paints {item!r}")


@_paint.register
def _(item: TextLine, brush: _Brush) -> None:
    painter = brush.painter
    measure = metrics(item.size, item.weight)
    ascent, descent = measure.ascent(), measure.descent()
    line = item.size * LINE_HEIGHT * PIXELS_PER_U
    baseline = (line - ascent - descent) / 2 + ascent
    painter.save()
    painter.translate(brush.point(item.x, item.y))
    painter.scale(brush.unit / PIXELS_PER_U, brush.unit / PIXELS_PER_U)
    painter.setFont(font(item.size, item.weight))
    painter.setPen(brush.colors[item.color])
    right_to_left = Qt.LayoutDirection.RightToLeft
    painter.setLayoutDirection(right_to_left if item.rtl else Qt.LayoutDirection.LeftToRight)
    painter.drawText(QPointF(0, baseline), item.text)
    painter.restore()


@_paint.register
def _(item: Box, brush: _Brush) -> None:
    rect = brush.rect(item.x, item.y, item.width, item.height)
    brush.use(item.fill, item.stroke, item.line)
    if item.stroke:
        inset = brush.pen_width(item.line) / 2
        rect.adjust(inset, inset, -inset, -inset)
    if not item.radius:
        brush.painter.drawRect(rect)
    else:
        brush.painter.drawPath(_outline(rect, item, brush.unit))


def _outline(rect: QRectF, item: Box, unit: float) -> QPainterPath:
    radius = min(item.radius * unit, rect.width() / 2, rect.height() / 2)
    path = QPainterPath()
    if item.corners is Corners.ALL:
        path.addRoundedRect(rect, radius, radius)
        return path
    diameter = 2 * radius
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    path.moveTo(left, top + radius)
    path.arcTo(left, top, diameter, diameter, 180, -90)
    if item.corners is Corners.TOP:
        path.arcTo(right - diameter, top, diameter, diameter, 90, -90)
        path.lineTo(right, bottom)
        path.lineTo(left, bottom)
    else:
        path.lineTo(right, top)
        path.lineTo(right, bottom)
        path.arcTo(left, bottom - diameter, diameter, diameter, 270, -90)
    path.closeSubpath()
    return path


@_paint.register
def _(item: Hatch, brush: _Brush) -> None:
    painter = brush.painter
    box = item.box
    rect = brush.rect(box.x, box.y, box.width, box.height)
    painter.save()
    if box.radius:
        painter.setClipPath(_outline(rect, box, brush.unit), Qt.ClipOperation.IntersectClip)
    else:
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    color = QColor(brush.colors[item.color])
    color.setAlphaF(item.opacity)
    pen = QPen(color, item.line * brush.unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    gap = item.gap * brush.unit
    x, last, tall = rect.left() - rect.height(), rect.right() + gap, rect.height() + 2
    while x < last:
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + tall, rect.bottom() + 1 - tall))
        x += gap
    painter.restore()


@_paint.register
def _(item: Dots, brush: _Brush) -> None:
    brush.use(item.color)
    count = max(1, int(item.height / (2 * item.size)))
    step = item.height / count
    for number in range(count):
        center = brush.point(item.x, item.y + (number + 0.5) * step)
        radius = item.size * brush.unit / 2
        brush.painter.drawEllipse(center, radius, radius)


@_paint.register
def _(item: Disc, brush: _Brush) -> None:
    brush.use(item.fill, item.stroke, item.line)
    radius = item.radius * brush.unit - (brush.pen_width(item.line) / 2 if item.stroke else 0)
    brush.painter.drawEllipse(brush.point(item.x, item.y), radius, radius)


@_paint.register
def _(item: Icon, brush: _Brush) -> None:
    corner = brush.point(item.x, item.y)
    side = item.size * brush.unit
    rect = QRectF(round(corner.x()), round(corner.y()), side, side)
    paint_icon(brush.painter, item.name, rect, brush.colors[item.color])
