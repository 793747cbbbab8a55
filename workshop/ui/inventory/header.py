"""The head of the inventory: the number and the name of each question."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from workshop.ui.badges import draw_icon, paint_number
from workshop.ui.context import Context
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import ProcessModel, column_title
from workshop.ui.theme import Size, font, semibold

HEIGHT = 56
_DISC = 20
_PADDING = 11

_GLOSSES = {
    Column.PROBLEM: "quick fix, waiting on",
    Column.OWNER: "in charge",
    Column.FIELD: "managed at",
    Column.USERS: "feedback",
    Column.NATURE: "kind",
}


class QuestionHeader(QHeaderView):
    """Sorts by the column that is clicked, and shows which one holds."""

    def __init__(self, context: Context, model: ProcessModel, parent: QWidget) -> None:
        """Make the head of a model."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context = context
        self._model = model
        self.glosses_shown = True
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Questions")

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint the head of a column."""
        painter.save()
        self.paint_head(painter, rect, Column(logical_index))
        painter.restore()

    def paint_head(self, painter: QPainter, rect: QRect, column: Column) -> None:
        """Paint the head of a column into a rectangle."""
        colors = self._context.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colors["sunken"])
        left = rect.left() + _PADDING + (6 if column is Column.PROCESS else 0)
        gloss = self._gloss(column)
        middle = rect.center().y() - (9 if gloss else 0)
        if column.is_question:
            disc = QRectF(left, middle - _DISC / 2 + 1, _DISC, _DISC)
            paint_number(painter, disc, column, colors)
            left += _DISC + 6
        painter.setPen(colors["text"])
        painter.setFont(semibold(Size.BODY))
        title = column_title(column)
        words = QRectF(left, middle - 12, rect.right() - left, 24)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        left += painter.fontMetrics().horizontalAdvance(title) + 5
        if self._model.sorted_by is column:
            name = "arrow-down" if self._model.is_descending else "arrow-up"
            draw_icon(painter, name, QPointF(left, middle - 7), colors["text"], 16)
        if gloss:
            self._paint_gloss(painter, rect, gloss, column)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors["strong border"])

    def _gloss(self, column: Column) -> str:
        if not self.glosses_shown:
            return ""
        if column is Column.OWNER and self._model.private_shown:
            return "right person"
        return _GLOSSES.get(column, "")

    def _paint_gloss(self, painter: QPainter, rect: QRect, gloss: str, column: Column) -> None:
        colors = self._context.colors
        left, middle = rect.left() + _PADDING + 1, rect.center().y() + 13
        if column is Column.OWNER and self._model.private_shown:
            draw_icon(painter, "lock", QPointF(left - 1, middle - 7), colors["muted"], 15)
            left += 18
        painter.setPen(colors["muted"])
        painter.setFont(font(Size.SMALL))
        words = QRectF(left, middle - 10, rect.right() - left - 4, 20)
        line = painter.fontMetrics().elidedText(
            gloss, Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, line)
