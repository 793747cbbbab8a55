"""Beside the grid, for the facilitator alone: help for the question, the weight of the process."""

from PySide6.QtWidgets import QWidget

from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Need
from workshop.domain.text import shorten
from workshop.ui.badges import QuestionNumber
from workshop.ui.context import Context
from workshop.ui.models.entries import Column, Entry, brief
from workshop.ui.models.processes import column_title
from workshop.ui.theme import semibold
from workshop.ui.widgets import column, frame, label, row
from workshop.words import words

_LONGEST = 120
_SHOWN = 2


class QuestionSide(QWidget):
    """Follows the current cell."""

    def __init__(self, context: Context) -> None:
        """Begin without a question."""
        super().__init__()
        self._context = context
        self._numbers = [QuestionNumber(context, number) for number in range(1, 6)]
        self._title = label()
        self._title.setFont(semibold(15))
        self._help = label(wrap=True)
        self._name = label(wrap=True)
        self._name.setFont(semibold(15))
        self._weight = label("", "muted", wrap=True)
        self._line = frame("line")
        head = QWidget()
        head.setLayout(row(*self._numbers, self._title, 1, spacing=7))
        self.setLayout(column(head, self._help, self._line, self._name, self._weight, spacing=7))
        self.show_cell(None, Column.PROCESS)

    def show_cell(self, entry: Entry | None, question: Column) -> None:
        """Show the help of a question, and what is known of a process."""
        is_question = question.is_question
        for number, disc in enumerate(self._numbers, start=1):
            disc.setVisible(number == question)
        for each in (self._title, self._help):
            each.setVisible(is_question)
        if is_question:
            self._title.setText(column_title(question))
            self._help.setText(words().questions[question - 1].help)
        for part in (self._line, self._name, self._weight):
            part.setVisible(entry is not None)
        if entry is not None:
            self._name.setText(brief(entry.process.name)[:_LONGEST])
            parts = (_weight(entry), _waiting(self._context.bridge.view, entry.process.id))
            self._weight.setText("\n".join(filter(None, parts)))


def _weight(entry: Entry) -> str:
    """Return the hours of a process, and who could take it over."""
    hours = f"{entry.hours:,.1f}".removesuffix(".0")
    parts = [f"{hours} hours a week" if entry.hours else "Hours not given"]
    if entry.process.successor:
        parts.append(f"Could take over: {brief(entry.process.successor)[:_LONGEST]}")
    return "\n".join(parts)


def _waiting(view: PublicView, process_id: int) -> str:
    """Return the performance activities that need a process."""
    cards = [
        view.get(Activity, need.activity_id)
        for need in view.all(Need)
        if need.process_id == process_id
    ]
    texts = [f"\u201c{shorten(card.text, 40)}\u201d" for card in cards if card is not None]
    more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
    return f"Holds back {', '.join(texts[:_SHOWN])}{more}" if texts else ""
