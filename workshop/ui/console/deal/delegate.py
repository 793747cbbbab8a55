"""How both sides of the deal look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.domain.dates import short_day
from workshop.domain.records import Commitment, Excuse, Pledge
from workshop.domain.text import one_line, quoted
from workshop.ui.badges import keycap_width, paint_keycap
from workshop.ui.console.commit.painting import paint_hatch, paint_lines
from workshop.ui.context import Context
from workshop.ui.icons import paint_icon
from workshop.ui.models.deal import CELL_ROLE, Cell, Look, Side
from workshop.ui.theme import bold, font, semibold

Index = QModelIndex | QPersistentModelIndex

PAIR, LOOSE, ALONE, HEAD = 86, 50, 60, 42
_EXCUSE, _MOST_EXCUSES = 24, 3
_BAND, _DISC, _ARROW = 6.0, 30.0, 26.0
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def height_of(cell: Cell) -> int:
    """Return the height that a cell needs."""
    if cell.look is Look.HEAD:
        return HEAD
    if cell.look is Look.LOOSE:
        return ALONE if isinstance(cell.record, Commitment) else LOOSE
    if cell.look is Look.BLANK and not cell.words:
        return 0
    more = max(0, min(len(cell.excuses), _MOST_EXCUSES) - 1)
    return PAIR + more * _EXCUSE


class DealDelegate(QStyledItemDelegate):
    """Paints cards for what is matched, dashed ones for what is loose."""

    def __init__(self, context: Context) -> None:
        """Paint in the colors of the console."""
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a cell."""
        return QSize(100, height_of(index.data(CELL_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell: Cell = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = QRectF(option.rect).adjusted(4, 4, -4, -4)
        if index.column() == Side.BETWEEN:
            self._paint_shake(painter, QRectF(option.rect), is_pair=cell.look is Look.PAIRED)
        elif cell.look is Look.HEAD:
            painter.setFont(semibold(14))
            painter.setPen(self._context.colors["muted"])
            box = rect.adjusted(0, 8, 0, 0)
            painter.drawText(box, _LEFT_MIDDLE, cell.words)
        elif cell.record is not None:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_card(painter, rect, cell, has_focus=has_focus)
        elif cell.words:
            self._paint_missing(painter, rect, cell.words)
        painter.restore()

    def _paint_shake(self, painter: QPainter, rect: QRectF, *, is_pair: bool) -> None:
        """Join both sides by a line and a handshake, where there are both."""
        colors = self._context.colors
        if not is_pair:
            return
        middle = rect.center()
        painter.setPen(QPen(colors["strong border"], 1.6))
        painter.drawLine(
            QPointF(rect.left() - 4, middle.y()), QPointF(rect.right() + 4, middle.y())
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["primary"])
        painter.drawEllipse(middle, _DISC / 2, _DISC / 2)
        box = QRectF(middle.x() - 9.5, middle.y() - 9.5, 19, 19)
        paint_icon(painter, "handshake", box, colors["on primary"])

    def _paint_card(self, painter: QPainter, rect: QRectF, cell: Cell, *, has_focus: bool) -> None:
        colors = self._context.colors
        is_team = isinstance(cell.record, Pledge)
        bucket = "performance" if is_team else "process"
        is_loose = cell.look is Look.LOOSE
        if has_focus:
            painter.setPen(QPen(colors["focus"], 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2.2, -2.2, 2.2, 2.2), 7, 7)
        edge = "text" if has_focus else "strong border" if is_loose else f"{bucket} edge"
        pen = QPen(colors[edge], 2.4 if has_focus else 1.2)
        if is_loose and not has_focus:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colors["surface" if is_loose else f"{bucket} tint"])
        painter.drawRoundedRect(rect, 5, 5)
        band = QRectF(rect.left() + 1, rect.top() + 1.5, _BAND, rect.height() - 3)
        if is_team:
            painter.fillRect(band, colors["performance solid"])
        elif isinstance(cell.record, Commitment):
            paint_hatch(painter, band, colors)
        inner = rect.adjusted(18, 4, -14, -4)
        match cell.record:
            case Pledge() as pledge:
                self._paint_pledge(painter, inner, pledge, is_loose=is_loose, has_focus=has_focus)
            case Commitment() as commitment:
                self._paint_commitment(painter, inner, cell, commitment.text, has_focus=has_focus)
            case Excuse() as excuse:
                self._paint_excuse(painter, inner, excuse, has_focus=has_focus)

    def _paint_commitment(
        self, painter: QPainter, rect: QRectF, cell: Cell, text: str, *, has_focus: bool
    ) -> None:
        colors = self._context.colors
        y = rect.top() + 3
        painter.setFont(font(15))
        for n, excuse in enumerate(cell.excuses[:_MOST_EXCUSES]):
            left_out = len(cell.excuses) - _MOST_EXCUSES
            more = f"  and {left_out} more" if n == _MOST_EXCUSES - 1 and left_out > 0 else ""
            painter.setPen(colors["process ink"])
            room = rect.width() - painter.fontMetrics().horizontalAdvance(more)
            said = _elided(painter, one_line(quoted(excuse.text)), room)
            painter.drawText(
                QRectF(rect.left(), y, rect.width(), _EXCUSE), _LEFT_MIDDLE, said + more
            )
            y += _EXCUSE
        words = QRectF(rect.left(), y, rect.width(), rect.bottom() - y)
        if has_focus and cell.look is Look.LOOSE:
            words = self._paint_link(painter, words)
        weight = semibold(15) if cell.look is Look.LOOSE else bold(15)
        if cell.look is not Look.GOES_ON:
            paint_lines(painter, words, text, weight, colors["text"])
        else:
            paint_lines(painter, words, text, font(15), colors["muted"])

    def _paint_excuse(
        self, painter: QPainter, rect: QRectF, excuse: Excuse, *, has_focus: bool
    ) -> None:
        colors = self._context.colors
        left = rect.adjusted(-6, 0, 0, 0)
        icon = QRectF(left.left(), left.center().y() - 9, 18, 18)
        paint_icon(painter, "message-square-warning", icon, colors["muted"])
        words = left.adjusted(28, 0, 0, 0)
        if has_focus:
            words = self._paint_link(painter, words)
        painter.setFont(font(15))
        painter.setPen(colors["text"])
        said = _elided(painter, one_line(quoted(excuse.text)), words.width())
        painter.drawText(words, _LEFT_MIDDLE, said)

    def _paint_pledge(
        self, painter: QPainter, rect: QRectF, pledge: Pledge, *, is_loose: bool, has_focus: bool
    ) -> None:
        colors = self._context.colors
        if is_loose:
            if has_focus:
                rect = self._paint_link(painter, rect)
            figures = " → ".join(filter(None, map(one_line, (pledge.baseline, pledge.target))))
            painter.setFont(font(14))
            painter.setPen(colors["muted"])
            shown = _elided(painter, figures, rect.width() * 0.4)
            painter.drawText(rect, _RIGHT_MIDDLE, shown)
            taken = painter.fontMetrics().horizontalAdvance(shown) + 12 if shown else 0
            painter.setFont(semibold(15))
            painter.setPen(colors["text"])
            words = rect.adjusted(0, 0, -taken, 0)
            painter.drawText(
                words, _LEFT_MIDDLE, _elided(painter, one_line(pledge.text), words.width())
            )
            return
        half = rect.height() / 2
        upper = QRectF(rect.left(), rect.top() + 2, rect.width(), half)
        painter.setFont(semibold(15))
        painter.setPen(colors["text"])
        painter.drawText(upper, _LEFT_MIDDLE, _elided(painter, one_line(pledge.text), rect.width()))
        self._paint_figures(painter, upper.translated(0, half - 3), pledge)

    def _paint_figures(self, painter: QPainter, rect: QRectF, pledge: Pledge) -> None:
        """Paint "94 → 30 days" and "by 31 Mar"; a measure stands in where there is neither."""
        colors = self._context.colors
        if pledge.due:
            painter.setFont(font(14))
            painter.setPen(colors["performance ink"])
            by = f"by {short_day(pledge.due)}"
            painter.drawText(rect, _RIGHT_MIDDLE, by)
            rect = rect.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(by) - 12, 0)
        start, end = one_line(pledge.baseline), one_line(pledge.target)
        if not end:
            painter.setFont(font(14))
            painter.setPen(colors["muted"])
            words = one_line(pledge.measure) or "No target yet"
            painter.drawText(rect, _LEFT_MIDDLE, _elided(painter, words, rect.width()))
            return
        faces = (font(16), bold(19))
        widths = [
            QFontMetricsF(face).horizontalAdvance(text)
            for face, text in zip(faces, (start, end), strict=True)
        ]
        if sum(widths) + _ARROW + 8 > rect.width():  # words: what it will be counts
            start, faces, widths = "", (font(16), semibold(15)), [0.0, rect.width()]
        x = rect.left()
        painter.setPen(colors["text"])
        if start:
            painter.setFont(faces[0])
            painter.drawText(rect, _LEFT_MIDDLE, start)
            x += widths[0] + 8
        box = QRectF(x, rect.center().y() - 8, 17, 17)
        paint_icon(painter, "arrow-right", box, colors["performance ink"])
        x += _ARROW
        painter.setFont(faces[1])
        room = rect.right() - x
        painter.drawText(
            QRectF(x, rect.top(), room, rect.height()),
            _LEFT_MIDDLE,
            _elided(painter, end, room + 1),
        )

    def _paint_link(self, painter: QPainter, rect: QRectF) -> QRectF:
        """Paint what R does at the right, and return what is left."""
        colors = self._context.colors
        painter.setFont(semibold(14))
        width = painter.fontMetrics().horizontalAdvance("Link") + 30 + keycap_width("R") + 18
        middle = rect.center().y()
        box = QRectF(rect.right() - width + 8, middle - 15, width, 30)
        painter.setPen(QPen(colors["strong border"], 1.2))
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(box, 5, 5)
        paint_icon(painter, "link", QRectF(box.left() + 9, middle - 8, 16, 16), colors["text"])
        painter.setPen(colors["text"])
        painter.drawText(box.adjusted(31, 0, 0, 0), _LEFT_MIDDLE, "Link")
        paint_keycap(painter, box.right() - keycap_width("R") - 8, middle, "R", colors["text"])
        return rect.adjusted(0, 0, -width - 2, 0)

    def _paint_missing(self, painter: QPainter, rect: QRectF, words: str) -> None:
        colors = self._context.colors
        pen = QPen(colors["strong border"], 1.2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(colors["muted"])
        painter.setFont(font(15))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _elided(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(
        text[:500], Qt.TextElideMode.ElideRight, max(0, int(width))
    )
