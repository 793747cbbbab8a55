"""The editor of one question, in place under its cell."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import FeedbackLevel
from workshop.domain.records import Process
from workshop.ui.badges import QuestionNumber
from workshop.ui.context import Context
from workshop.ui.inventory.feedback import FeedbackForm
from workshop.ui.inventory.field_widgets import ChoiceField, TextField
from workshop.ui.inventory.fields import FIELDS, Field, answer_command, is_wanted, shown_answer
from workshop.ui.inventory.owner import OwnerField
from workshop.ui.inventory.popup import CellPopup
from workshop.ui.keys import is_typed
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import column_title
from workshop.ui.theme import semibold
from workshop.ui.widgets import KeyHints, frame, label, row

_LABEL_WIDTH, _ANSWER_WIDTH = 126, 296
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier

FieldWidget = ChoiceField | TextField


class QuestionEditor(CellPopup):
    """Holds the fields of one question about one process. Every answer is kept at once."""

    # Go on to the next question, or to the next one that is not answered.
    next_asked = Signal()
    next_open_asked = Signal()

    def __init__(
        self,
        context: Context,
        page: QWidget,
        process_id: int,
        column: Column,
        *,
        private_shown: bool,
    ) -> None:
        """Show the fields of a question with the answers that there are."""
        super().__init__(page)
        self._context = context
        self.process_id = process_id
        self.column = column
        self.fields: list[FieldWidget] = []
        self.feedback: FeedbackForm | None = None
        self._was_refused = False
        self._position = label("", "muted")
        self.setAccessibleName(f"{column_title(column)}: {self._process.name[:80]}")
        self._build([each for each in FIELDS[column] if private_shown or not each.private])
        context.bridge.changed.connect(self._follow)

    @property
    def _process(self) -> Process:
        found = self._context.bridge.state.get(Process, self.process_id)
        assert found is not None  # a process is set aside but never deleted
        return found

    def _recorded(self, field: Field) -> Any:
        state = self._context.bridge.state
        record = state.private_answers(self.process_id) if field.private else self._process
        return shown_answer(field, record)

    # The look

    def _build(self, fields: list[Field]) -> None:
        title = label(column_title(self.column))
        title.setFont(semibold(17))
        number = QuestionNumber(self._context, self.column) if self.column.is_question else None
        head = [each for each in (number, title) if each]
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        layout.setContentsMargins(15, 12, 15, 10)
        layout.setSpacing(10)
        layout.addLayout(row(*head, 1, self._position))
        layout.addLayout(self._form(fields))
        if self.column is Column.USERS:
            self.feedback = FeedbackForm(self._context, self.process_id)
            layout.addWidget(self.feedback)
        layout.addWidget(frame("line"))
        hints = KeyHints(self._context)
        hints.set_hints([("Enter", "Next question"), ("Esc", "Back to the grid")])
        layout.addWidget(hints)

    def _form(self, fields: list[Field]) -> QGridLayout:
        form = QGridLayout()
        form.setVerticalSpacing(9)
        form.setColumnMinimumWidth(0, _LABEL_WIDTH)
        form.setColumnMinimumWidth(1, _ANSWER_WIDTH)
        form.setColumnStretch(1, 1)
        for field in fields:
            widget = self._widget(field)
            self.fields.append(widget)
            at = form.rowCount()
            name = self._label(field)
            if field.label_above:
                form.addWidget(name, at, 0, 1, 2)
                form.addWidget(widget, at + 1, 0, 1, 2)
            else:
                top = (
                    Qt.AlignmentFlag.AlignTop if field.lines > 1 else Qt.AlignmentFlag.AlignVCenter
                )
                form.addWidget(name, at, 0, top)
                form.addWidget(widget, at, 1)
        return form

    def _label(self, field: Field) -> QWidget:
        name = label(field.label, "muted" if field.label_above else "")
        if not field.private:
            return name
        lock = QLabel()
        lock.setPixmap(self._context.icon("lock", "muted").pixmap(16, 16))
        lock.setToolTip("Only you see this")
        lock.setAccessibleName("Only you see this")
        both = QWidget()
        both.setLayout(row(lock, name, 1, spacing=5))
        return both

    def _widget(self, field: Field) -> FieldWidget:
        widget: FieldWidget
        if field.choices:
            widget = ChoiceField(self._context, field)
            widget.set_value(self._recorded(field))
        else:
            kind = OwnerField if field.name == "owner" else TextField
            widget = kind(self._context, field, self.process_id, self._recorded(field))
        widget.answered.connect(self._answer)
        return widget

    # Answers

    def _answer(self, name: str, value: object) -> None:
        widget = next(each for each in self.fields if each.field.name == name)
        command = answer_command(self.process_id, widget.field, value, self._context.session_day())
        if isinstance(widget, ChoiceField):
            is_kept = self._context.bridge.execute(command) is not None
            widget.set_value(self._recorded(widget.field))
            if is_kept and value is not None:
                self._go_on_from(widget)
        else:
            self._context.drafts.save(command, widget.editor, then=partial(self._settle, widget))
        self._show_position()

    def _settle(self, widget: TextField, _: ChangeSet) -> None:
        widget.follow(self._recorded(widget.field))

    def _go_on_from(self, answered: ChoiceField) -> None:
        """Put the keyboard on what comes next, so that what is typed then is no answer here."""
        behind = self.fields[self.fields.index(answered) + 1 :]
        following = next((each for each in behind if is_wanted(each.field, self._process)), None)
        if following is not None:
            following.take_focus()
        elif self.feedback is not None and answered.value is not FeedbackLevel.NONE:
            self.feedback.take_focus()
        else:
            answered.take_focus()

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what undo, or anything else, has made of the answers."""
        if self._context.bridge.state.get(Process, self.process_id) is None:
            return
        for widget in self.fields:
            if isinstance(widget, ChoiceField):
                widget.set_value(self._recorded(widget.field))
            else:
                widget.follow(self._recorded(widget.field))

    # The keyboard

    def begin(self, name: str = "") -> None:
        """Put the keyboard on a field, by default on the first that is still to be answered."""
        named = [each for each in self.fields if each.field.name == name]
        open_ones = [each for each in self.fields if self._is_open(each.field)]
        first = next(iter([*named, *open_ones, *self.fields]), None)
        if first is not None:
            first.take_focus()
        self._show_position()

    def _is_open(self, field: Field) -> bool:
        is_asked = bool(field.choices) or field.required
        return is_asked and not self._recorded(field) and is_wanted(field, self._process)

    def _active(self) -> int | None:
        """Return the number of the field that has the keyboard, or None."""
        focused = self.window().focusWidget()
        found = (n for n, widget in enumerate(self.fields) if widget.isAncestorOf(focused))
        return next(found, None)

    def _show_position(self) -> None:
        active = self._active()
        if active is None or len(self.fields) == 1:
            self._position.setText("")
        else:
            self._position.setText(f"{active + 1} of {len(self.fields)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, answer by letter."""
        if event.key() in _ENTER:
            event.accept()
            if self.finish():
                asked = self.next_open_asked if event.modifiers() & _CONTROL else self.next_asked
                asked.emit()
        elif not (is_typed(event) and self._take_letter(event.text().upper())):
            super().keyPressEvent(event)

    def _take_letter(self, letter: str) -> bool:
        """Answer by a letter of the field that has the keyboard."""
        active = self._active()
        widget = self.fields[active] if active is not None else None
        return isinstance(widget, ChoiceField) and widget.take_letter(letter)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from field to field on Tab, and on to the next question behind the last."""
        stops = [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        ]
        focused = self.window().focusWidget()
        at = stops.index(focused) if focused in stops else -1
        following = at + (1 if forward else -1)
        if following >= len(stops):
            if self.finish():
                self.next_asked.emit()
        elif following >= 0:
            stops[following].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.leave()
        self._show_position()
        return True

    # The end

    def finish(self) -> bool:
        """Give every text to the session; tell whether it took them all."""
        texts = [each for each in self.fields if isinstance(each, TextField)]
        for widget in texts:
            widget.finish()
        return not any(widget.is_changed for widget in texts)

    def leave(self) -> None:
        """Keep what is typed and close; where it is refused, close when asked once more."""
        if self.finish() or self._was_refused:
            super().leave()
        self._was_refused = True

    def put_away(self) -> None:
        """Let go of the session; a text that was refused waits as a draft."""
        self._context.bridge.changed.disconnect(self._follow)
        for widget in self.fields:
            if isinstance(widget, TextField):
                widget.close_draft()
        if self.feedback is not None:
            self.feedback.put_away()
        self.deleteLater()
