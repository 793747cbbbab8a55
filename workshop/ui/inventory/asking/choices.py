"""The choices of a question, large: a keycap and a word each."""

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from workshop.ui.dress import Dress
from workshop.ui.inventory.fields import Field
from workshop.ui.theme import semibold

_HEIGHT, _LOW_HEIGHT = 72, 52
_LEAST_HEIGHT = 42  # holds the keycap, in a low window
# So many stand in two columns, of which each goes on in the next one.
_MANY = 4
_CAP = 38.0
_LEFT = 15.0
_WORD, _RIGHT = 73.0, 10.0
_WORD_SIZE = 22
_PREVIOUS = (Qt.Key.Key_Up,)
_NEXT = (Qt.Key.Key_Down,)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class BigChoice(QPushButton):
    """One choice; it is down while it holds."""

    # The choice above (-1) or below (1) is wanted.
    stepped = Signal(int)

    def __init__(self, dress: Dress, choice: StrEnum, letter: str, height: int) -> None:
        """Show a choice with its letter."""
        super().__init__(choice.value.capitalize())
        self._dress = dress
        self.choice = choice
        self.letter = letter
        self.setCheckable(True)
        self._height = height
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(height)
        self.setMinimumWidth(self.sizeHint().width())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{self.text()} ({letter})")
        dress.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a size that holds the word."""
        word = QFontMetricsF(semibold(_WORD_SIZE)).horizontalAdvance(self.text())
        return QSize(ceil(_WORD + word + _RIGHT), self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down; leave the other keys that move to whatever the choice stands in."""
        if event.key() in (*_PREVIOUS, *_NEXT):
            self.stepped.emit(-1 if event.key() in _PREVIOUS else 1)
        elif event.key() in _SIDEWAYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of the style, then the keycap and the word."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        colors, is_on = self._dress.colors, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        cap = QRectF(_LEFT, (self.height() - _CAP) / 2, _CAP, _CAP)
        painter.setPen(colors["on primary" if is_on else "strong border"])
        painter.setBrush(Qt.BrushStyle.NoBrush if is_on else colors["sunken"])
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(colors["on primary" if is_on else "text"])
        painter.setFont(semibold(20))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.letter)
        painter.setFont(semibold(_WORD_SIZE))
        words = QRectF(_WORD, 0, self.width() - _WORD - _RIGHT, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class BigChoices(QWidget):
    """All choices of a field below each other, many of them in two columns."""

    # The choice that was made, or None where one that held was given up.
    answered = Signal(object)

    def __init__(self, dress: Dress, field: Field, value: StrEnum | None) -> None:
        """Show the choices, the one that holds as down."""
        super().__init__()
        self.setAccessibleName(field.asked or field.label)
        are_many = len(field.choices) >= _MANY
        height = _LOW_HEIGHT if are_many else _HEIGHT
        self.buttons = [BigChoice(dress, *each, height) for each in field.choices]
        for button in self.buttons:
            button.clicked.connect(self._click)
            button.stepped.connect(self._step)
        rows = -(-len(self.buttons) // 2) if are_many else len(self.buttons)
        layout = QGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for number, button in enumerate(self.buttons):
            layout.addWidget(button, number % rows, number // rows)
        self.setLayout(layout)
        self.show_value(value)

    def show_value(self, value: StrEnum | None) -> None:
        """Let the choice that holds be down."""
        self._value = value
        for button in self.buttons:
            button.setChecked(button.choice is value)

    def take_letter(self, letter: str) -> bool:
        """Answer by a letter; tell whether it stands for a choice."""
        found = next((each for each in self.buttons if each.letter == letter), None)
        if found is not None:
            self.answered.emit(found.choice)
        return found is not None

    def take_focus(self) -> None:
        """Put the keyboard on the choice that holds, else on the first."""
        held = next((each for each in self.buttons if each.isChecked()), self.buttons[0])
        held.setFocus(Qt.FocusReason.TabFocusReason)

    def _click(self) -> None:
        button = self.sender()
        assert isinstance(button, BigChoice)
        self.answered.emit(button.choice)

    def _step(self, by: int) -> None:
        button = self.sender()
        assert isinstance(button, BigChoice)
        at = (self.buttons.index(button) + by) % len(self.buttons)
        self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
