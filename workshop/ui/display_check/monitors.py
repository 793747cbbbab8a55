"""The displays as they stand beside each other, to scale."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.audience.screens import Place, Use
from workshop.ui.context import Context
from workshop.ui.display_check.wording import size_words
from workshop.ui.icons import paint_icon
from workshop.ui.theme import Size, bold, font, semibold

_PAD = 20.0
_FOOT = 34.0  # the line that names the room's display
_GAP = 4.0  # so that displays that touch are told apart
_ICON = 24.0
_RED = 4.0


class Monitors(QWidget):
    """Shows the room's display in red with what is on it, and the others by name."""

    def __init__(self, context: Context) -> None:
        """Begin without displays."""
        super().__init__()
        self._context = context
        self._places: Sequence[Place] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(150)
        self.setAccessibleName("The displays, to scale")
        context.wall.changed.connect(self.update)
        context.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a size in which two displays can be told apart."""
        return QSize(420, 220)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these displays."""
        self._places = places
        told = [f"{_role(place)}: {place.name}, {size_words(place.size)}" for place in places]
        self.setAccessibleDescription(". ".join(told))
        self.update()

    def rects(self) -> list[QRectF]:
        """Return where each display is drawn."""
        whole = QRect()
        for place in self._places:
            whole = whole.united(place.rect)
        if whole.isEmpty():
            return []
        inner = QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_FOOT - 6)
        scale = min(inner.width() / whole.width(), inner.height() / whole.height())
        left = inner.center().x() - whole.center().x() * scale
        top = inner.center().y() - whole.center().y() * scale
        return [
            QRectF(
                left + rect.x() * scale,
                top + rect.y() * scale,
                rect.width() * scale,
                rect.height() * scale,
            ).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
            for rect in (place.rect for place in self._places)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then every display."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._context.colors["sunken"])
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        both = list(zip(self._places, self.rects(), strict=True))
        # A mirrored display lies under the one that it mirrors.
        for place, rect in sorted(both, key=lambda pair: pair[0].use is not Use.MIRROR):
            if place.use is Use.ROOM:
                self._paint_room(painter, place, rect)
            else:
                self._paint_other(painter, place, rect)
        painter.end()

    def _paint_room(self, painter: QPainter, place: Place, rect: QRectF) -> None:
        colors = self._context.colors
        inner = rect.adjusted(_RED, _RED, -_RED, -_RED).toRect()
        self._context.wall.paint(painter, inner)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors["live"], _RED))
        half = _RED / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 4, 4)
        self._name_room(painter, f"{place.name}, {size_words(place.size)}", rect.center().x())

    def _name_room(self, painter: QPainter, words: str, middle: float) -> None:
        """Write the name of the room's display under it, with a tag before it."""
        colors = self._context.colors
        painter.setFont(bold(13))
        tag = painter.fontMetrics().horizontalAdvance("ROOM") + 16
        painter.setFont(font(Size.SMALL))
        metrics = painter.fontMetrics()
        most = self.width() - 2 * _PAD - tag - 8
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(most))
        width = tag + 8 + metrics.horizontalAdvance(words)
        left = min(max(_PAD, middle - width / 2), self.width() - _PAD - width)
        top = self.height() - _FOOT
        box = QRectF(left, top, tag, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["live"])
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colors["on live"])
        painter.setFont(bold(13))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "ROOM")
        painter.setPen(colors["text"])
        painter.setFont(font(Size.SMALL))
        rest = QRectF(box.right() + 8, top, most, 24)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_other(self, painter: QPainter, place: Place, rect: QRectF) -> None:
        colors = self._context.colors
        painter.setBrush(colors["surface"])
        painter.setPen(QPen(colors["strong border"], 2))
        painter.drawRoundedRect(rect, 5, 5)
        lines = [(_role(place), semibold(Size.BODY), "text")]
        if rect.height() >= 84:
            lines.append((place.name, font(Size.SMALL), "muted"))
        if rect.height() >= 104:
            lines.append((size_words(place.size), font(Size.SMALL), "muted"))
        has_icon = rect.height() >= 64
        height = 20 * len(lines) + (_ICON + 4 if has_icon else 0)
        y = rect.center().y() - height / 2
        if has_icon:
            box = QRectF(rect.center().x() - _ICON / 2, y, _ICON, _ICON)
            name = "user-round" if place.use is Use.YOURS else "monitor"
            paint_icon(painter, name, box, colors["text"])
            y += _ICON + 4
        for text, face, color in lines:
            painter.setFont(face)
            painter.setPen(colors[color])
            line = QRectF(rect.left() + 6, y, rect.width() - 12, 20)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
            y += 20


def _role(place: Place) -> str:
    return {
        Use.ROOM: "The room",
        Use.YOURS: "You",
        Use.FREE: "Free",
        Use.MIRROR: "Mirror",
    }[place.use]
