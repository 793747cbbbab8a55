"""How a result looks: the statement, how its answers are spread, their mean."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop.ui.console.commit.painting import paint_lines
from workshop.ui.context import Context
from workshop.ui.focus_ring import paint_focus
from workshop.ui.models.leadership import LINE_ROLE, LeadershipModel, Line
from workshop.ui.theme import Theme, bold, font, semibold
from workshop.words import words

Index = QModelIndex | QPersistentModelIndex

_ITEM, _SIDE, _BAR, _GAP = 58, 52, 20.0, 2.0
_WORDS = 0.5  # of the width
_MEAN = 54
_DENSE, _WIDE = 4.0, 8.0
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_part(painter: QPainter, box: QRectF, answer: int, colors: Theme) -> None:
    """Paint a part of a bar: from hatched for never to solid for always, told without color."""
    fills = {3: "border", 4: "strong border", 5: "text"}
    painter.setPen(QPen(colors["text"], 1.2))
    painter.setBrush(colors[fills.get(answer, "surface")])
    painter.drawRoundedRect(box, 2.5, 2.5)
    if answer > 2:
        return
    painter.save()
    painter.setClipRect(box.adjusted(1, 1, -1, -1))
    step = _DENSE if answer == 1 else _WIDE
    painter.setPen(QPen(colors["text"], 1.6 if answer == 1 else 1.0))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        return QSize(200, _SIDE if line.result is None else _ITEM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        colors = self._context.colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(12, 2, -14, -2)
        if line.result is None:
            self._paint_side(painter, rect, line)
        else:
            self._paint_item(painter, rect, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, QRectF(option.rect).adjusted(1, 0, -1, 0), colors)
        painter.restore()

    def _paint_side(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        colors = self._context.colors
        painter.setPen(colors["text"])
        painter.setFont(semibold(17))
        words_box = rect.adjusted(0, 6, -_MEAN, 0)
        shown = painter.fontMetrics().elidedText(
            line.words, Qt.TextElideMode.ElideRight, int(words_box.width())
        )
        painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(bold(22))
        painter.drawText(rect.adjusted(0, 6, 0, 0), _RIGHT_MIDDLE, f"{line.mean:.1f}")
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), colors["border"])

    def _paint_item(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        colors = self._context.colors
        assert line.result is not None
        left = QRectF(rect.left(), rect.top(), rect.width() * _WORDS - 12, rect.height())
        face = semibold(15) if line.is_low else font(15)
        paint_lines(painter, left, line.words, face, colors["text"], lines=3)
        whole = rect.width() * (1 - _WORDS) - _MEAN
        x, top = rect.left() + rect.width() * _WORDS, rect.center().y() - _BAR / 2
        given = [(n, count) for n, count in enumerate(line.result.counts, start=1) if count]
        room = whole - _GAP * (len(given) - 1)
        for answer, count in given:
            width = room * count / line.result.total
            paint_part(painter, QRectF(x, top, width, _BAR), answer, colors)
            x += width + _GAP
        painter.setPen(colors["text"])
        painter.setFont(bold(17))
        painter.drawText(rect, _RIGHT_MIDDLE, f"{line.mean:.1f}")


class ResultList(QListView):
    """All items that may be shown, person before agency."""

    def __init__(self, context: Context, model: LeadershipModel) -> None:
        """Show a model."""
        super().__init__()
        self._delegate = _Delegate(context)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Result of the leadership check")
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        self.viewport().update()


class Legend(QWidget):
    """What the parts of a bar mean."""

    def __init__(self, context: Context) -> None:
        """Name the five answers."""
        super().__init__()
        self._context = context
        self.setFixedHeight(26)
        self.setMinimumWidth(400)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("From never to always: " + ", ".join(words().leadership.scale))
        context.themed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a swatch and a word for each, from the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._context.colors
        painter.setFont(font(14))
        x = float(self.width()) - 14
        for answer, word in reversed(list(enumerate(words().leadership.scale, start=1))):
            width = painter.fontMetrics().horizontalAdvance(word)
            painter.setPen(colors["muted"])
            painter.setFont(font(14))
            box = QRectF(x - width, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            paint_part(painter, QRectF(x - width - 20, 6, 14, 14), answer, colors)
            x -= width + 36
        painter.end()
