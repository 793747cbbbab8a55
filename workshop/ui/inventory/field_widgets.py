"""The widgets of an answer: a row of choices with their letters, or a text."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop.domain.text import MAX_TEXT_LENGTH
from workshop.ui.badges import KeyButton
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.enter_key import LEAVES_ENTER
from workshop.ui.inventory.fields import Field, choice_of
from workshop.ui.widgets import column, row

_A_LINE = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class ChoiceField(QWidget):
    """Choices of which one holds, or none. A choice that holds is given up by a click on it."""

    # The field and the choice, or None.
    answered = Signal(str, object)

    def __init__(self, context: Context, field: Field) -> None:
        """Show the choices of a field."""
        super().__init__()
        self.field = field
        self._value: StrEnum | None = None
        self._group = QButtonGroup(self)
        self._choices = [choice for choice, _ in field.choices]
        self.setAccessibleName(field.label)
        buttons: list[KeyButton] = []
        for number, (choice, letter) in enumerate(field.choices):
            button = KeyButton(context, choice.value.capitalize(), letter)
            button.setAccessibleName(f"{field.label} {choice.value} ({letter})")
            button.setCheckable(True)
            button.setProperty(LEAVES_ENTER, True)  # Enter goes on to the next question
            self._group.addButton(button, number)
            buttons.append(button)
        self.setLayout(_apart(buttons) if field.label_above else _joined(buttons))
        self._group.idClicked.connect(self._click)

    @property
    def value(self) -> StrEnum | None:
        """The choice that holds."""
        return self._value

    def set_value(self, value: StrEnum | None) -> None:
        """Let a choice hold, or none."""
        self._value = value
        self._group.setExclusive(False)
        reached = self._choices.index(value) if value in self._choices else 0
        for number, choice in enumerate(self._choices):
            button = self._group.button(number)
            button.setChecked(choice == value)
            # Tab reaches the group once; the arrow keys go on from there.
            policy = Qt.FocusPolicy.StrongFocus if number == reached else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self._group.setExclusive(True)

    def _click(self, number: int) -> None:
        choice = self._choices[number]
        self.answered.emit(self.field.name, None if choice == self._value else choice)

    def take_letter(self, letter: str) -> bool:
        """Answer by a letter; tell whether it stands for a choice."""
        choice = choice_of(self.field, letter)
        if choice is not None:
            self.answered.emit(self.field.name, choice)
        return choice is not None

    def take_focus(self) -> None:
        """Put the keyboard on the choice that holds, else on the first."""
        number = self._choices.index(self._value) if self._value in self._choices else 0
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)


def _joined(buttons: list[KeyButton]) -> QHBoxLayout:
    """Return a few choices as one strip."""
    for number, button in enumerate(buttons):
        is_last = number == len(buttons) - 1
        button.setProperty("part", "first" if number == 0 else "last" if is_last else "middle")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    strip = row(*buttons, spacing=0)
    for number in range(len(buttons)):
        strip.setStretch(number, 1)
    return strip


def _apart(buttons: list[KeyButton]) -> QVBoxLayout:
    """Return more choices in lines of three."""
    lines = [QWidget() for _ in range(0, len(buttons), _A_LINE)]
    for number, line in enumerate(lines):
        line.setLayout(row(*buttons[number * _A_LINE : (number + 1) * _A_LINE], 1))
    return column(*lines)


class NoteEdit(QPlainTextEdit):
    """A text of several lines: Enter leaves it, Alt+Enter begins a new line."""

    # The keyboard has gone elsewhere.
    left = Signal()

    def __init__(self, lines: int) -> None:
        """Show a few lines."""
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let plain Enter through to whatever the text stands in."""
        if event.key() in _ENTER and event.modifiers() & _NEW_LINE:
            self.insertPlainText("\n")
        elif event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is finished, unless its own menu is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextField(QWidget):
    """A text that is kept in the session once it is finished, and as a draft until then."""

    # The field and the text, each time it is finished and differs from what it was.
    answered = Signal(str, object)

    def __init__(self, context: Context, field: Field, process_id: int, text: str) -> None:
        """Show a text, or the draft of it that is left over."""
        super().__init__()
        self.field = field
        self._context = context
        self.editor: QLineEdit | NoteEdit = (
            NoteEdit(field.lines) if field.lines > 1 else QLineEdit()
        )
        if isinstance(self.editor, QLineEdit):
            self.editor.setMaxLength(MAX_TEXT_LENGTH)
            self.editor.editingFinished.connect(self.finish)
        else:
            self.editor.left.connect(self.finish)
        self.editor.setPlaceholderText(field.hint)
        self.editor.setAccessibleName(field.label)
        self.setLayout(row(self.editor))
        key = f"inventory.{field.name} {process_id}"
        self._keeper: DraftKeeper = context.drafts.attach(self.editor, key)
        self.follow(text)

    @property
    def is_changed(self) -> bool:
        """Whether what is typed is not in the session yet."""
        return self._keeper.is_touched

    def follow(self, value: str) -> None:
        """Show what the session has now, unless something else is being typed."""
        self._keeper.follow(value)

    def finish(self) -> None:
        """Give the text to the session, if it is another."""
        if self.is_changed:
            self.answered.emit(self.field.name, self._keeper.text)

    def take_focus(self) -> None:
        """Put the keyboard into the text, behind what is there."""
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def close_draft(self) -> None:
        """Let go of the draft; a text that the session has not taken waits in it."""
        self._keeper.put_by()
