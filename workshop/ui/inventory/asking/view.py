"""Asks about processes one thing at a time, by single keys."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.records import Feedback, Process
from workshop.domain.text import shorten
from workshop.ui.badges import KeyButton, QuestionNumber
from workshop.ui.context import Context
from workshop.ui.inventory.asking.choices import BigChoices
from workshop.ui.inventory.asking.so_far import SoFar
from workshop.ui.inventory.asking.steps import (
    QUESTIONS,
    Step,
    first_step,
    next_open_process,
    order_of,
    step_after,
    step_beside,
    step_left_open,
    steps_of,
)
from workshop.ui.inventory.field_widgets import TextField
from workshop.ui.inventory.fields import answer_command, asked_in, shown_answer
from workshop.ui.inventory.owner import OwnerField
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import column_title
from workshop.ui.theme import bold, font, semibold
from workshop.ui.widgets import ElidedLabel, column, frame, label, row

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_LONGEST = 200
_ONLY_PUBLIC = "The room may see all of this. The private half of question 2 is in the grid alone."


class AskingView(QWidget):
    """The answers so far at the left, what is asked at the right. Every answer is kept at once."""

    # Another process or another question is asked.
    moved = Signal()
    # Back to the grid.
    left = Signal()

    def __init__(self, context: Context) -> None:
        """Begin without a process; `begin` asks."""
        super().__init__()
        self._context = context
        self.process_id: int | None = None
        self.step: Step | None = None
        self.answer: BigChoices | TextField | None = None
        self._so_far = SoFar(context)
        self._numbers = {each: QuestionNumber(context, each) for each in QUESTIONS}
        self._title = label("", "muted")
        self._title.setFont(semibold(17))
        self._position = label("", "muted")
        self._given = ElidedLabel("muted", Qt.AlignmentFlag.AlignLeft)
        self._asked = label(wrap=True)
        self._asked.setFont(bold(32))
        self._place = QVBoxLayout()
        self._back = KeyButton(context, "Back", "Backspace")
        self._skip = KeyButton(context, "Skip", "\u2192")
        self._build()
        self._so_far.chosen.connect(self._ask_question)
        self._back.clicked.connect(self.go_back)
        self._skip.clicked.connect(self.skip)
        context.bridge.changed.connect(self._follow)

    def _build(self) -> None:
        self._so_far.setFixedWidth(290)
        card = frame("card")
        layout = column(spacing=10, margins=(38, 22, 38, 14))
        layout.addLayout(row(*self._numbers.values(), self._title, 1, self._position, spacing=12))
        layout.addWidget(self._given)
        layout.addWidget(self._asked)
        layout.addSpacing(6)
        layout.addLayout(self._place)
        layout.addLayout(row(self._back, self._skip, 1))
        layout.addStretch(1)
        layout.addWidget(label(_ONLY_PUBLIC, "muted", wrap=True))
        card.setLayout(layout)
        both = row(self._so_far, card, spacing=16)
        both.setStretch(1, 1)
        self.setLayout(both)

    # Where it is

    @property
    def column(self) -> Column:
        """The question that is asked."""
        return self.step.column if self.step is not None else Column.PROBLEM

    @property
    def _process(self) -> Process | None:
        """The process that is asked about; None where it has left the inventory."""
        process = self._context.bridge.state.get(Process, self.process_id or 0)
        return None if process is None or process.set_aside else process

    def summary(self) -> str:
        """Return "process 1 of 14"."""
        order = self._order()
        ids = [each.id for each in order]
        at = ids.index(self.process_id) + 1 if self.process_id in ids else 0
        return f"process {at:,} of {len(order):,}"

    def _order(self) -> list[Process]:
        return order_of(self._context.bridge.view.processes, self.process_id or 0)

    # Asking

    def begin(self, process_id: int, question: Column) -> None:
        """Ask about a process, from a question on what is open first."""
        self.process_id = process_id
        process = self._process
        if process is not None:
            start = question if question.is_question else Column.PROBLEM
            self._ask(first_step(process, start))

    def _ask(self, step: Step) -> None:
        """Ask one thing in place of what was asked."""
        self._put_answer_away()
        self.step = step
        process = self._process
        assert process is not None, "what is asked about is in the inventory"
        self._show_question(step, process)
        value = shown_answer(step.field, process)
        self.answer = self._choices(value) if step.field.choices else self._text(value)
        self._place.addWidget(self.answer)
        self.answer.take_focus()
        self.moved.emit()

    def _show_question(self, step: Step, process: Process) -> None:
        self._so_far.show_process(process, step.column)
        for each, number in self._numbers.items():
            number.setVisible(each is step.column)
        self._title.setText(column_title(step.column))
        here = [each for each in steps_of(process) if each.column is step.column]
        at = here.index(step) + 1 if step in here else 1
        self._position.setText(f"{at} of {len(here)}")
        given = [
            f"{each.field.label.rstrip('?')}: {_shown(shown_answer(each.field, process))}"
            for each in here[: at - 1]
            if getattr(process, each.field.name)
        ]
        self._given.setText("  ·  ".join(given))
        self._given.setVisible(bool(given))
        self._asked.setText(asked_in(step.column, step.field))

    def _choices(self, value: StrEnum | None) -> BigChoices:
        assert self.step is not None
        made = BigChoices(self._context, self.step.field, value)
        made.answered.connect(self._take_choice)
        return made

    def _text(self, value: str) -> TextField:
        assert self.step is not None
        assert self.process_id is not None
        field = self.step.field
        kind = OwnerField if field.name == "owner" else TextField
        made = kind(self._context, field, self.process_id, value)
        if isinstance(made, OwnerField):
            made.nobody_said.connect(self.go_on)
        made.editor.setFont(font(20))
        made.answered.connect(self._take_text)
        return made

    # Answers

    def _take_choice(self, choice: object) -> None:
        if self._context.bridge.execute(self._command(choice)) is not None:
            self.go_on()

    def _take_text(self, _: str, text: object) -> None:
        if isinstance(self.answer, TextField):
            self._context.drafts.save(self._command(text), self.answer.editor, then=self._settle)

    def _settle(self, _: ChangeSet) -> None:
        process = self._process
        assert process is not None, "an answer about it was kept"
        assert isinstance(self.answer, TextField)
        self.answer.follow(shown_answer(self.answer.field, process))

    def _command(self, value: Any) -> Command:
        assert self.step is not None
        assert self.process_id is not None
        on = self._context.session_day()
        return answer_command(self.process_id, self.step.field, value, on)

    def _finish_text(self) -> bool:
        """Give a text to the session; tell whether it took it."""
        if isinstance(self.answer, TextField):
            self.answer.finish()
            return not self.answer.is_changed
        return True

    def _put_answer_away(self) -> None:
        answer, self.answer = self.answer, None
        if answer is None:
            return
        if isinstance(answer, TextField):
            answer.close_draft()
        self._place.removeWidget(answer)
        answer.hide()
        answer.deleteLater()

    # Where to go on

    def go_on(self) -> None:
        """Ask what is open next: behind, before, else of the next process with an open question."""
        process = self._process
        if process is None or self.step is None or not self._finish_text():
            return
        process = self._process or process
        following = step_after(process, self.step) or step_left_open(process, self.step)
        if following is not None:
            self._ask(following)
            return
        other = next_open_process(self._context.bridge.view.processes, process.id)
        if other is not None:
            self.begin(other.id, Column.PROBLEM)
        else:
            self.left.emit()  # first: the keys of the grid take the place of what is said
            self._context.say("Every question is answered.")

    def skip(self) -> None:
        """Ask the next thing without an answer, of the next process behind the last."""
        self._go(1)

    def go_back(self) -> None:
        """Ask the thing before, of this process."""
        self._go(-1)

    def _go(self, by: int) -> None:
        process = self._process
        if process is None or self.step is None or not self._finish_text():
            return
        following = step_beside(self._process or process, self.step, by)
        if following is not None:
            self._ask(following)
        elif by > 0:
            self.step_process(1)

    def step_process(self, by: int) -> None:
        """Ask about the next (1) or previous (-1) process."""
        if not self._finish_text():
            return
        order = self._order()
        ids = [each.id for each in order]
        at = ids.index(self.process_id) + by if self.process_id in ids else 0
        if 0 <= at < len(order):
            self.begin(order[at].id, Column.PROBLEM)

    def _ask_question(self, question: Column) -> None:
        process = self._process
        if process is not None and self._finish_text():
            there = [each for each in steps_of(self._process or process) if each.column is question]
            self._ask(there[0])

    def leave(self) -> None:
        """Keep what is typed and let go; a text that is refused waits as a draft."""
        self._finish_text()
        self._put_answer_away()
        self.process_id, self.step = None, None

    # What has changed

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what undo, or anything else, has made of the answers."""
        kinds = {change.kind for change in change_set.changes}
        if self.step is None or kinds.isdisjoint({Process, Feedback}):
            return
        process = self._process
        if process is None:
            self.left.emit()
            return
        self._show_question(self.step, process)
        value = shown_answer(self.step.field, process)
        if isinstance(self.answer, BigChoices):
            self.answer.show_value(value)
        elif self.answer is not None:
            self.answer.follow(value)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the letters of choices from the actions of the window."""
        is_asked_first = event.type() == QEvent.Type.ShortcutOverride
        if is_asked_first and isinstance(event, QKeyEvent) and self._letter(event):
            event.accept()
            return True
        return super().event(event)

    def _letter(self, event: QKeyEvent) -> str:
        """Return the letter of a choice that a key stands for, or nothing."""
        if not isinstance(self.answer, BigChoices) or not self._context.settings.single_keys:
            return ""
        if event.modifiers() & ~_PLAIN:
            return ""
        letter = event.text().upper()
        return letter if any(each.letter == letter for each in self.answer.buttons) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by letter, go on by Enter, back and forth, and leave by Esc."""
        is_choice = isinstance(self.answer, BigChoices)
        letter = self._letter(event)
        if letter and isinstance(self.answer, BigChoices):
            self.answer.take_letter(letter)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and not is_choice:
            self.go_on()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and is_choice:
            self.go_back()
        elif event.key() == Qt.Key.Key_Right and is_choice:
            self.skip()
        else:
            super().keyPressEvent(event)


def _shown(value: object) -> str:
    text = str(value)
    return text.capitalize() if isinstance(value, StrEnum) else shorten(text, _LONGEST)
