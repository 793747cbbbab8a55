"""What is answered about a process so far, and what that suggests."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
)

from workshop.domain.enums import Bucket
from workshop.domain.records import Process
from workshop.domain.text import shorten
from workshop.ui.badges import TriageBadge
from workshop.ui.board.painting import paint_band
from workshop.ui.context import Context
from workshop.ui.inventory.asking.steps import QUESTIONS
from workshop.ui.models.entries import NOT_ANSWERED, Column, Entry, cell_of
from workshop.ui.models.processes import column_title
from workshop.ui.theme import bold, font, semibold
from workshop.ui.widgets import ElidedLabel, column, frame, label

_BAND = 6
_ROW, _LEAST_ROW = 66, 36
_TWO_LINES_FROM = 56  # a lower row has question and answer side by side
_LONGEST_NAME = 70


class _QuestionRow(QPushButton):
    """A question with its answer; the one that is asked is inverted. A click asks it."""

    def __init__(self, context: Context, question: Column) -> None:
        super().__init__()
        self._context = context
        self.question = question
        self._answer = ""
        self.setProperty("look", "plain")
        self.setCheckable(True)
        self.setMinimumHeight(_LEAST_ROW)
        self.setMaximumHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        context.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    def show_answer(self, answer: str, *, is_asked: bool) -> None:
        self._answer = "Asking now" if is_asked and not answer else answer
        self.setChecked(is_asked)
        said = answer or NOT_ANSWERED
        self.setAccessibleName(f"{column_title(self.question)}: {said}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        colors, is_on = self._context.colors, self.isChecked()
        has_two_lines = self.height() >= _TWO_LINES_FROM
        words = QRectF(40, 10 if has_two_lines else 0, self.width() - 50, self.height())
        if has_two_lines:
            words.setHeight(24)
        self._paint_number(painter, QRectF(9, words.center().y() - 11, 22, 22))
        painter.setPen(colors["on primary" if is_on else "muted"])
        painter.setFont(semibold(15))
        middle, title = Qt.AlignmentFlag.AlignVCenter, column_title(self.question)
        painter.drawText(words, middle, title)
        if has_two_lines:
            words.translate(0, 25)
        else:
            words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(title) + 12)
        painter.setPen(colors["on primary" if is_on else "text"])
        painter.setFont(font(15))
        shown = painter.fontMetrics().elidedText(
            self._answer or "\u2013", Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, middle, shown)
        painter.end()

    def _paint_number(self, painter: QPainter, disc: QRectF) -> None:
        colors, is_on = self._context.colors, self.isChecked()
        is_done = bool(self._answer) and not is_on
        ink = colors["on primary" if is_on else "primary"]
        painter.setPen(ink)
        painter.setBrush(ink if is_on or is_done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if is_on or is_done:
            painter.setPen(colors["primary" if is_on else "on primary"])
        painter.setFont(bold(14))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(int(self.question)))


class SoFar(QFrame):
    """The card at the left of a question."""

    # A question is wanted.
    chosen = Signal(object)  # Column

    def __init__(self, context: Context) -> None:
        """Begin without a process."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self._name = label(wrap=True)
        self._name.setFont(semibold(17))
        self._rows = [_QuestionRow(context, each) for each in QUESTIONS]
        for each in self._rows:
            each.clicked.connect(self._choose)
        self._suggested = label("Suggested so far", "muted")
        self._suggested.setFont(semibold(14))
        self._until = ElidedLabel("muted", Qt.AlignmentFlag.AlignLeft)
        self._badges = QVBoxLayout()
        self._badges.setSpacing(6)
        layout = column(
            self._name, frame("line"), *self._rows, spacing=6, margins=(18 + _BAND, 16, 14, 16)
        )
        layout.addStretch(1)
        layout.addWidget(frame("line"))
        layout.addWidget(self._suggested)
        layout.addLayout(self._badges)
        layout.addWidget(self._until)
        self.setLayout(layout)
        context.themed.connect(self.update)

    def show_process(self, process: Process, asked: Column) -> None:
        """Show the answers about a process, and the question that is asked."""
        voices = len(self._context.bridge.view.feedback_of(process.id))
        entry = Entry(process, voices=voices)
        self._name.setText(shorten(process.name, _LONGEST_NAME))
        for each in self._rows:
            cell = cell_of(entry, each.question, private_shown=False)
            parts = (cell.answer, cell.detail or cell.asks)
            answer = ", ".join(filter(None, parts)) if cell.answer else ""
            each.show_answer(answer, is_asked=each.question is asked)
        self._show_badges(entry)

    def _show_badges(self, entry: Entry) -> None:
        while (item := self._badges.takeAt(0)) is not None:
            badge = item.widget()
            assert badge is not None, "the layout holds badges alone"
            badge.hide()
            badge.deleteLater()
        triages = (entry.triage, *entry.others) if entry.triage else ()
        for triage in triages[:2]:
            is_decided = triage is entry.process.triage
            self._badges.addWidget(TriageBadge(self._context, triage, decided=is_decided))
        self._suggested.setText("Decided" if entry.process.triage else "Suggested so far")
        self._suggested.setVisible(bool(triages))
        self._until.setText(entry.until)
        self._until.setVisible(bool(entry.until))

    def _choose(self) -> None:
        clicked = self.sender()
        assert isinstance(clicked, _QuestionRow)
        self.chosen.emit(clicked.question)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with the band of the process bucket."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = QRectF(0, 0, _BAND, self.height())
        painter.setClipRect(band)
        paint_band(painter, band, Bucket.PROCESS, self._context.colors)
        painter.end()
