"""How many of the last promises were kept, with a segment for each."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workshop.domain.enums import CommitmentStatus
from workshop.domain.kept import Promises
from workshop.ui.context import Context
from workshop.ui.icons import paint_icon
from workshop.ui.theme import bold, semibold

_HEIGHT, _BAR, _GAP = 40, 28.0, 6.0
_MOST_SEGMENTS = 16
_AHEAD = "not due yet"
# The look of each status: its icon, what fills it, its edge, its icon's color.
LOOKS = {
    CommitmentStatus.KEPT: ("check", "fix now solid", "fix now solid", "surface"),
    CommitmentStatus.LATE: ("clock", "overtime tint", "overtime ink", "overtime ink"),
    CommitmentStatus.BROKEN: ("x", "surface", "text", "text"),
}


class KeptBar(QWidget):
    """Kept, late, broken; dashed is what is still open. Above 16 the parts of a bar."""

    def __init__(self, context: Context) -> None:
        """Begin with none."""
        super().__init__()
        self._context = context
        self._found = Promises()
        self.setFixedHeight(_HEIGHT)
        context.themed.connect(self.update)

    def show_promises(self, found: Promises) -> None:
        """Show what became of them, counted as on the wall."""
        self._found = found
        counts = ", ".join(f"{count} {status.value}" for status, count in self._counts)
        still = ((found.unanswered, "open"), (found.ahead, _AHEAD))
        waiting = "".join(f", {len(each)} {words}" for each, words in still if each)
        self.setAccessibleName(f"{self.words} {self._rest}: {counts}{waiting}")
        self.update()

    @property
    def words(self) -> str:
        """How many were kept of those that had to be: "8 of 10"; if none had to, all."""
        found = self._found
        return f"{len(found.kept):,} of {found.due:,}" if found.due else f"{len(found.ahead):,}"

    @property
    def _rest(self) -> str:
        return "kept" if self._found.due else _AHEAD

    @property
    def _counts(self) -> list[tuple[CommitmentStatus, int]]:
        found = self._found
        counted = (found.kept, found.late, found.broken)
        return [(status, len(each)) for status, each in zip(LOOKS, counted, strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the count, then the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, middle = self._context.colors, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colors["text"])
        painter.setFont(bold(22))
        width = painter.fontMetrics().horizontalAdvance(self.words)
        painter.drawText(QRectF(0, 0, width + 2, _HEIGHT), middle, self.words)
        painter.setFont(semibold(15))
        rest = painter.fontMetrics().horizontalAdvance(self._rest)
        painter.drawText(QRectF(width + 12, 0, rest + 2, _HEIGHT), middle, self._rest)
        left = width + 12.0 + max(rest, 40) + 24
        top = (_HEIGHT - _BAR) / 2
        if self._found.due or self._found.ahead:
            self._paint_parts(painter, QRectF(left, top, self.width() - left - 1, _BAR))
        painter.end()

    def _paint_parts(self, painter: QPainter, bar: QRectF) -> None:
        still = len(self._found.open)
        total = self._found.answered + still
        is_fine = total > _MOST_SEGMENTS
        x = bar.left()
        unit = (bar.width() + _GAP) / total
        for status, count in (*self._counts, (None, still)):
            if is_fine and count:
                self._paint_part(painter, QRectF(x, bar.top(), count * unit - _GAP, _BAR), status)
            for n in range(0 if is_fine else count):
                box = QRectF(x + n * unit, bar.top(), unit - _GAP, _BAR)
                self._paint_part(painter, box, status)
            x += count * unit

    def _paint_part(self, painter: QPainter, box: QRectF, status: CommitmentStatus | None) -> None:
        colors = self._context.colors
        icon, fill, edge, ink = LOOKS[status] if status else ("", "surface", "strong border", "")
        pen = QPen(colors[edge], 1.4)
        if status is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colors[fill])
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        if icon and box.width() >= 18:
            size = 16
            middle = box.center()
            place = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            paint_icon(painter, icon, place, colors[ink])
