"""Pictures kept because drawing them anew costs most: large lines of text, icons, hatches."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from workshop.ui.audience.scenes.drawing import Style, TextLine
from workshop.ui.audience.scenes.lettering import PIXELS_PER_U, font, metrics
from workshop.ui.icons import paint_icon

# A line as wide as the wall takes a megabyte.
_LINES_KEPT = 24
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as a picture, and where it lies from the corner of the line."""

    image: QImage
    offset: QPointF


def direction(rtl: bool) -> Qt.LayoutDirection:
    """Return the direction in which a line runs."""
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def baseline(style: Style) -> float:
    """Return how far the baseline is below the top of its line, at the size of measuring."""
    measure = metrics(style.size, style.weight)
    spare = style.line_height * PIXELS_PER_U - measure.ascent() - measure.descent()
    return spare / 2 + measure.ascent()


def large_line(item: TextLine, unit: float, color: int) -> Line:
    """Return a line as a picture, `unit` pixels to the u."""
    return _large_line(item.text, item.style, item.width, item.rtl, unit, color)


@lru_cache(maxsize=_LINES_KEPT)
def _large_line(text: str, style: Style, width: float, rtl: bool, unit: float, color: int) -> Line:
    # Letters of other scripts, and slanting ones, reach beyond their line.
    margin = ceil(style.size * unit * 0.5)
    size = (ceil(width * unit) + 2 * margin, ceil(style.line_height * unit) + 2 * margin)
    image = QImage(*size, _FORMAT)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(margin, margin)
    painter.scale(unit / PIXELS_PER_U, unit / PIXELS_PER_U)
    painter.setFont(font(style.size, style.weight))
    painter.setPen(QColor.fromRgba(color))
    painter.setLayoutDirection(direction(rtl))
    painter.drawText(QPointF(0, baseline(style)), text)
    painter.end()
    return Line(image, QPointF(-margin, -margin))


@lru_cache(maxsize=64)
def icon_image(name: str, side: float, color: int) -> QImage:
    """Return an icon as a picture of so many pixels."""
    image = QImage(ceil(side), ceil(side), _FORMAT)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, side, side), QColor.fromRgba(color))
    painter.end()
    return image


@lru_cache(maxsize=64)
def hatch(gap: int, line: float, color: int, ground: int, ratio: float) -> QBrush:
    """Return a brush of rising lines on a ground, each tile of which goes on in the next."""
    image = QImage(gap, gap, _FORMAT)
    image.fill(QColor.fromRgba(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(0, 0, gap, gap))
    painter.setPen(QPen(QColor.fromRgba(color), line))
    for shift in (-gap, 0, gap):
        painter.drawLine(QPointF(shift - gap, 2 * gap), QPointF(shift + 2 * gap, -gap))
    painter.end()
    brush = QBrush(image)
    if ratio != 1:  # a brush with a transformation is slower
        brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush
