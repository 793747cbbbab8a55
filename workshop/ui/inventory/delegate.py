"""Paints the cells of the inventory."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workshop.domain.enums import Bucket
from workshop.ui.badges import BADGE_HEIGHT, draw_icon, paint_badge, paint_ring
from workshop.ui.board.painting import paint_band
from workshop.ui.context import Context
from workshop.ui.fitting import Fitting
from workshop.ui.models.entries import Cell, Column, Entry
from workshop.ui.models.processes import ProcessModel
from workshop.ui.theme import Size, font, semibold

ROW_HEIGHT = 64
_BAND = 6
_PADDING = 11
_RING = 27
_LINE, _DETAIL_LINE = 19, 18
_BADGE_MARGIN = 7


class CellDelegate(QStyledItemDelegate):
    """Draws answers bold over their details, dashed boxes for open ones, badges and rings.

    Light on purpose: no style is asked, texts are wrapped once, icons come as pictures.
    """

    def __init__(self, context: Context, model: ProcessModel) -> None:
        """Paint the cells of a model."""
        super().__init__()
        self._context = context
        self._model = model
        self._strong = Fitting(semibold(Size.BODY))
        self._small = Fitting(font(Size.SMALL))
        self._tag = semibold(13)
        self.current = (-1, -1)
        self.has_focus = False
        self.dress()

    def dress(self) -> None:
        """Take the colors of the theme."""
        colors = self._context.colors
        self._colors = colors
        self._text, self._muted = colors["text"], colors["muted"]
        self._surface, self._border = colors["surface"], colors["border"]
        self._strong_border = colors["strong border"]
        self._current_row = _mixed(colors["surface"], colors["sunken"])
        self._bands: dict[float, QPixmap] = {}
        self._dashes = QPen(self._strong_border, 1.2, Qt.PenStyle.DashLine)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of every row."""
        return QSize(100, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell."""
        self.paint_cell(painter, option.rect, index.row(), Column(index.column()))

    def paint_cell(self, painter: QPainter, rect: QRect, row: int, column: Column) -> None:
        """Paint a cell into a rectangle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.fillRect(rect, self._current_row if row == self.current[0] else self._surface)
        entry = self._model.entry_at(row)
        if column is Column.PROCESS:
            self._paint_process(painter, rect, row, entry)
        elif column is Column.TRIAGE:
            self._paint_triage(painter, rect, entry)
        else:
            self._paint_answer(painter, rect, self._model.cell(row, column))
        self._paint_lines(painter, rect, column)
        if (row, column) == self.current:
            self._paint_ring(painter, rect)

    def _paint_process(self, painter: QPainter, rect: QRect, row: int, entry: Entry) -> None:
        painter.drawPixmap(rect.topLeft(), self._band(painter.device().devicePixelRatioF()))
        is_live = self._model.live == entry.process.id
        ring_top = rect.top() + (rect.height() - _RING) / 2 - (9 if is_live else 0)
        ring = QRectF(rect.right() - _RING - 9, ring_top, _RING, _RING)
        paint_ring(painter, ring, sum(entry.answered), 5, self._colors)
        if is_live:
            self._paint_live(painter, ring)
        left = rect.left() + _BAND + _PADDING
        width = round(ring.left()) - 8 - left
        name = str(self._model.index(row, Column.PROCESS).data())
        lines = self._strong.lines(name, width, 3)
        top = rect.top() + (rect.height() - len(lines) * _LINE) / 2
        self._write(painter, self._strong, lines, QPointF(left, top), width)

    def _band(self, ratio: float) -> QPixmap:
        """Return the band of the process bucket for one row, drawn once for each resolution."""
        if ratio not in self._bands:
            band = QPixmap(round(_BAND * ratio), round(ROW_HEIGHT * ratio))
            band.setDevicePixelRatio(ratio)
            painter = QPainter(band)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_band(painter, QRectF(0, 0, _BAND, ROW_HEIGHT), Bucket.PROCESS, self._colors)
            painter.end()
            self._bands[ratio] = band
        return self._bands[ratio]

    def _paint_live(self, painter: QPainter, ring: QRectF) -> None:
        pill = QRectF(ring.right() - 34, ring.bottom() + 3, 36, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors["live"])
        painter.drawRoundedRect(pill, 8.5, 8.5)
        painter.setPen(self._colors["on live"])
        painter.setFont(self._tag)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, "LIVE")

    def _paint_triage(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        if entry.triage is None:
            painter.setPen(self._muted)
            painter.setFont(self._small.font)
            dash = rect.adjusted(_PADDING, 0, 0, 0)
            painter.drawText(dash, Qt.AlignmentFlag.AlignVCenter, "\u2013")
            return
        width = min(rect.width() - 2 * _BADGE_MARGIN, 132)
        height = BADGE_HEIGHT + (_DETAIL_LINE if entry.until else 0)
        top = rect.top() + (rect.height() - height) / 2
        badge = QRectF(rect.left() + _BADGE_MARGIN, top, width, BADGE_HEIGHT)
        decided = entry.process.triage is not None
        paint_badge(
            painter, badge, entry.triage, self._colors, decided=decided, more=len(entry.others)
        )
        if entry.until:
            corner = QPointF(rect.left() + _PADDING, badge.bottom() + 1)
            self._paint_detail(painter, corner, rect.width() - 2 * _PADDING, entry.until, "")

    def _paint_answer(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        left, width = rect.left() + _PADDING, rect.width() - 2 * _PADDING
        if not cell.answer and not cell.private:
            box = QRectF(left, rect.center().y() - 13, width, 27)
            self._paint_open(painter, box, cell.detail)
            return
        below = [each for each in (cell.detail or cell.asks, cell.private) if each]
        indent = 22 if cell.is_unsure else 0
        lines = self._strong.lines(cell.answer, width - indent, 3 - len(below))
        height = len(lines) * _LINE + len(below) * _DETAIL_LINE + (5 if cell.asks else 0)
        top = rect.top() + (rect.height() - height) / 2
        if cell.is_unsure:
            mark = QPointF(left, top + 1)
            draw_icon(painter, "circle-question-mark", mark, self._text, 18)
        self._write(painter, self._strong, lines, QPointF(left + indent, top), width)
        top += len(lines) * _LINE
        if cell.asks:
            self._paint_open(painter, QRectF(left, top + 1, width, 23), cell.asks)
        elif cell.detail:
            self._paint_detail(painter, QPointF(left, top), width, cell.detail, cell.icon)
            top += _DETAIL_LINE
        if cell.private:
            self._paint_detail(painter, QPointF(left, top), width, cell.private, "lock")

    def _paint_detail(
        self, painter: QPainter, corner: QPointF, width: int, text: str, icon: str
    ) -> None:
        if icon:
            draw_icon(painter, icon, corner + QPointF(-1, 2), self._muted, 15)
            corner, width = corner + QPointF(18, 0), width - 18
        painter.setPen(self._muted)
        painter.setFont(self._small.font)
        line = self._small.lines(text, width, 1)[0]
        rect = QRectF(corner.x(), corner.y(), width, _DETAIL_LINE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_open(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setPen(self._dashes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if text:
            painter.setPen(self._muted)
            painter.setFont(self._small.font)
            line = self._small.lines(text, round(box.width()) - 14, 1)[0]
            painter.drawText(box.adjusted(7, 0, -7, 0), Qt.AlignmentFlag.AlignVCenter, line)

    def _write(
        self,
        painter: QPainter,
        fitting: Fitting,
        lines: tuple[str, ...],
        corner: QPointF,
        width: int,
    ) -> None:
        painter.setPen(self._text)
        painter.setFont(fitting.font)
        for number, line in enumerate(lines):
            rect = QRectF(corner.x(), corner.y() + number * _LINE, width, _LINE)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_lines(self, painter: QPainter, rect: QRect, column: Column) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self._border)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if column is not Column.TRIAGE:
            painter.setPen(self._strong_border if column is Column.PROCESS else self._border)
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        """Frame the current cell: ink, and yellow inside it while the keyboard is here."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(rect).adjusted(1.2, 1.2, -1.2, -1.2)
        painter.setPen(QPen(self._colors["focus edge" if self.has_focus else "text"], 2.4))
        painter.drawRoundedRect(frame, 4, 4)
        if self.has_focus:
            painter.setPen(QPen(self._colors["focus"], 4))
            painter.drawRoundedRect(frame.adjusted(3.2, 3.2, -3.2, -3.2), 3, 3)


def _mixed(one: QColor, other: QColor) -> QColor:
    """Return the color halfway between two."""
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
