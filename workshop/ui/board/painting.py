"""What a card looks like in the console: band, text, and the states drawn over them."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from workshop.domain.enums import Bucket
from workshop.ui.board.wrapping import Wrapping
from workshop.ui.icons import paint_icon
from workshop.ui.models.cards import Tally, margin_words
from workshop.ui.theme import Size, Theme, bold, font

LINE = 19
PADDING = 8
BAND = 6
RADIUS = 5.0
_LEFT = BAND + 12  # where the text begins
_RIGHT = 27  # kept free for the signs in the corner
_KEPT_PICTURES = 600
_KEPT_BLANKS = 60


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows whatever its state."""

    text: str
    bucket: Bucket
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Mood:
    """The state of a card: more than one may hold."""

    hovered: bool = False
    selected: bool = False
    checked: bool = False  # selected, and not alone
    focused: bool = False
    live: bool = False
    lifted: bool = False


class CardPainter:
    """Paints cards of one theme; keeps a picture of each that was painted lately."""

    def __init__(self, colors: Theme) -> None:
        """Paint in a theme."""
        self.colors = colors
        self.wrapping = Wrapping(font(Size.BODY))
        self.needle = ""
        self._pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._blanks: dict[tuple[object, ...], QPixmap] = {}

    def set_colors(self, colors: Theme) -> None:
        """Paint in another theme."""
        self.colors = colors
        self._pictures.clear()
        self._blanks.clear()

    def height(self, face: Face, width: int) -> int:
        """Return the height of a card at a width."""
        lines = self.wrapping.count(face.text, width - _LEFT - _RIGHT)
        return 2 * PADDING + LINE * (lines + (face.tally is not None)) - (lines > 1)

    def is_cut(self, text: str, width: int) -> bool:
        """Tell whether a card shows a part of its text only."""
        return self.wrapping.is_cut(text, width - _LEFT - _RIGHT)

    # The card

    def paint(self, painter: QPainter, rect: QRect, face: Face, mood: Mood) -> None:
        """Paint a card in a state."""
        ratio = painter.device().devicePixelRatioF()
        if mood.lifted:
            painter.setOpacity(0.35)
        painter.drawPixmap(rect.topLeft(), self.picture(face, rect.size(), ratio))
        self._paint_edge(painter, QRectF(rect), face.bucket, mood)
        self._paint_sign(painter, rect, mood)
        painter.setOpacity(1.0)

    def picture(self, face: Face, size: QSize, ratio: float) -> QPixmap:
        """Return a card in no particular state, as a picture."""
        key = (face.text[:600], face.bucket, face.tally, size.toTuple(), ratio, self.needle)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._new_picture(face, size, ratio)
            if len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        return found

    def _new_picture(self, face: Face, size: QSize, ratio: float) -> QPixmap:
        found = self._blank(face.bucket, size, ratio).copy()
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._write(painter, face, size.width() - _LEFT - _RIGHT)
        painter.end()
        return found

    def _blank(self, bucket: Bucket, size: QSize, ratio: float) -> QPixmap:
        """Return a card without words; there are few of them, as cards have few heights."""
        key = (bucket, size.toTuple(), ratio)
        found = self._blanks.get(key)
        if found is None:
            if len(self._blanks) > _KEPT_BLANKS:
                self._blanks.clear()
            found = self._blanks[key] = self._new_blank(bucket, size, ratio)
        return found

    def _new_blank(self, bucket: Bucket, size: QSize, ratio: float) -> QPixmap:
        found = QPixmap(size * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        whole = QRectF(0, 0, size.width(), size.height())
        outline.addRoundedRect(whole.adjusted(0.6, 0.6, -0.6, -0.6), RADIUS, RADIUS)
        painter.fillPath(outline, self.colors[f"{bucket.value} tint"])
        painter.setClipPath(outline)
        paint_band(painter, QRectF(0, 0, BAND, size.height()), bucket, self.colors)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colors[f"{bucket.value} edge"], 1.2))
        painter.drawPath(outline)
        painter.end()
        return found

    def _write(self, painter: QPainter, face: Face, width: float) -> None:
        painter.setFont(self.wrapping.font)
        y = float(PADDING)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for line in self.wrapping.lines(face.text, width):
            box = QRectF(_LEFT, y, width + 2, LINE)
            self._mark(painter, line, box)
            painter.setPen(self.colors["text"])
            painter.drawText(box, flags, line)
            y += LINE
        if face.tally is not None:
            painter.setFont(font(Size.SMALL))
            painter.setPen(self.colors["muted"])
            for_process, for_performance, abstained = face.tally
            split = f"Hands {for_process} : {for_performance}, {margin_words(face.tally)}"
            rest = f", {abstained} abstained" if abstained else ""
            painter.drawText(QRectF(_LEFT, y, width + 2, LINE), flags, split + rest)

    def _mark(self, painter: QPainter, line: str, box: QRectF) -> None:
        """Tint what is searched for."""
        metrics = painter.fontMetrics()
        for start in _finds(line, self.needle):
            left = box.x() + metrics.horizontalAdvance(line[:start])
            found = line[start : start + len(self.needle)]
            mark = QRectF(left, box.y() + 1, metrics.horizontalAdvance(found), LINE - 2)
            painter.fillRect(mark, self.colors["overtime tint"])
            painter.fillRect(
                QRectF(left, mark.bottom(), mark.width(), 1.5), self.colors["overtime ink"]
            )

    # Its states

    def _paint_edge(self, painter: QPainter, rect: QRectF, bucket: Bucket, mood: Mood) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mood.focused:
            self._frame(painter, rect, self.colors["focus"], 3.0, -2.5)
        if mood.selected or mood.focused:
            width = 2.4 if mood.selected else 1.6
            self._frame(painter, rect, self.colors["text"], width, 0.6)
            if mood.focused and self.colors["text"].lightness() > 128:
                self._frame(painter, rect, self.colors["focus edge"], 1.2, -0.8)
        elif mood.hovered:
            self._frame(painter, rect, self.colors[f"{bucket.value} solid"], 1.8, 0.6)

    def _frame(
        self, painter: QPainter, rect: QRectF, color: QColor, width: float, inset: float
    ) -> None:
        painter.setPen(QPen(color, width))
        painter.drawRoundedRect(
            rect.adjusted(inset, inset, -inset, -inset), RADIUS - inset / 2, RADIUS - inset / 2
        )

    def _paint_sign(self, painter: QPainter, rect: QRect, mood: Mood) -> None:
        """Draw the sign in the corner: LIVE, a check, or the three dots of the menu."""
        corner = QPointF(rect.right(), rect.top())
        if mood.live:
            self._paint_live(painter, corner)
        elif mood.checked:
            disc = QRectF(corner.x() - 24, corner.y() + 7, 19, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colors["text"])
            painter.drawEllipse(disc)
            inner = disc.adjusted(4, 4, -4, -4)
            paint_icon(painter, "check", inner, self.colors["surface"])
        elif mood.hovered or mood.focused:
            dots = QRectF(corner.x() - 24, corner.y() + 8, 19, 19)
            paint_icon(painter, "ellipsis", dots, self.colors["text"])

    def _paint_live(self, painter: QPainter, corner: QPointF) -> None:
        pill = QRectF(corner.x() - 37, corner.y() - 1, 34, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors["live"])
        painter.drawRoundedRect(pill, 3, 3)
        painter.setPen(self.colors["on live"])
        painter.setFont(bold(12))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, "LIVE")

    # The drag

    def stack(self, face: Face, size: QSize, number: int, ratio: float) -> QPixmap:
        """Return the picture of a drag: the card on top of the others, with their number."""
        room = 14
        found = QPixmap((size + QSize(2 * room, 2 * room)) * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = QRectF(room, room, size.width(), size.height())
        for below in range(min(number - 1, 2), 0, -1):
            painter.setPen(QPen(self.colors["text"], 1.2))
            painter.setBrush(self.colors[f"{face.bucket.value} tint"])
            painter.drawRoundedRect(top.translated(5 * below, 5 * below), RADIUS, RADIUS)
        painter.drawPixmap(top.topLeft(), self.picture(face, size, ratio))
        self._paint_edge(painter, top, face.bucket, Mood(selected=True, focused=True))
        if number > 1:
            self._paint_number(painter, QPointF(top.right() - 2, top.top() + 2), number)
        painter.end()
        return found

    def _paint_number(self, painter: QPainter, center: QPointF, number: int) -> None:
        painter.setFont(bold(14))
        text = f"{number:,}"
        width = max(24.0, painter.fontMetrics().horizontalAdvance(text) + 12.0)
        disc = QRectF(0, 0, width, 24)
        disc.moveCenter(center)
        disc.moveRight(min(disc.right(), center.x() + 12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors["text"])
        painter.drawRoundedRect(disc, 12, 12)
        painter.setPen(self.colors["surface"])
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)


def paint_band(painter: QPainter, rect: QRectF, bucket: Bucket, colors: Theme) -> None:
    """Paint the band of a bucket: hatched for process, solid for performance, dots for unsorted."""
    color = colors[f"{bucket.value} solid"]
    match bucket:
        case Bucket.PERFORMANCE:
            painter.fillRect(rect, color)
        case Bucket.PROCESS:
            painter.fillRect(rect, colors["surface"])
            painter.setPen(QPen(color, 2.2))
            y = rect.top() - 2
            while y < rect.bottom() + 8:
                painter.drawLine(QPointF(rect.left() - 1, y + 8), QPointF(rect.right() + 1, y))
                y += 5
        case Bucket.UNSORTED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            y = rect.top() + 5
            while y < rect.bottom() - 3:
                painter.drawEllipse(QPointF(rect.center().x() + 0.5, y), 1.1, 1.1)
                y += 5


def _finds(line: str, needle: str) -> Iterator[int]:
    haystack = line.casefold() if needle else ""
    if len(haystack) != len(line):
        return
    start = haystack.find(needle)
    while start >= 0:
        yield start
        start = haystack.find(needle, start + len(needle))
