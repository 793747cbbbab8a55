"""Strokes that the parts of the commit phase share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from workshop.domain.text import one_line
from workshop.ui.theme import Theme

_LONGEST = 300  # no text is read further than this for two lines


def paint_hatch(painter: QPainter, band: QRectF, colors: Theme) -> None:
    """Paint the band of a process: blue stripes, so that it is known without its color too."""
    painter.save()
    painter.setClipRect(band)
    painter.fillRect(band, colors["process tint"])
    painter.setPen(QPen(colors["process solid"], 2.4))
    y = band.top() - band.width()
    while y < band.bottom() + band.width():
        painter.drawLine(QPointF(band.left(), y + band.width()), QPointF(band.right(), y))
        y += 5
    painter.restore()


def paint_lines(
    painter: QPainter, rect: QRectF, text: str, typeface: QFont, color: QColor, lines: int = 2
) -> None:
    """Paint a text in the middle of a box, in at most so many lines, cut with an ellipsis."""
    painter.setFont(typeface)
    painter.setPen(color)
    shown = _wrapped(one_line(text)[:_LONGEST], QFontMetricsF(typeface), rect.width(), lines)
    height = painter.fontMetrics().height() - 2
    top = rect.center().y() - len(shown) * height / 2
    for number, line in enumerate(shown):
        box = QRectF(rect.left(), top + number * height, rect.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)


def _wrapped(text: str, metrics: QFontMetricsF, width: float, lines: int) -> list[str]:
    """Return a text in lines that break between words; the last one is cut with an ellipsis."""
    found: list[str] = []
    rest = text
    while rest and len(found) < lines - 1:
        line, rest = _first_line(rest, metrics, width)
        found.append(line)
    if rest:
        found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return found


def _first_line(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    words = text.split(" ")
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
        count -= 1
    line = metrics.elidedText(" ".join(words[:count]), Qt.TextElideMode.ElideRight, width)
    return line, " ".join(words[count:])
