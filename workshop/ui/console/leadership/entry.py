"""The screen on which one leader after the other answers: nothing of anybody else is on it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workshop.ui.console.leadership.steps import Steps
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import bold, semibold
from workshop.ui.widgets import button, column, frame, label, row
from workshop.words import Item, words

HOLD = 1000  # milliseconds for which Esc is held to leave
_WIDTH, _ANSWER_HEIGHT = 920, 150
_PROMISE = (
    "Your numbers are mixed with the others at once. No name, no time and no order is kept. The "
    "group result appears only from five answers on."
)
_HOLD = "Facilitator: hold Esc to leave"
_FIRST, _LAST = -1, -2  # before the first statement, after the last one


class EntryScreen(QDialog):
    """Covers the whole window. Answers stay here until they are handed in, then only counts do."""

    # The answers of one leader, from 1 to 5 by item.
    handed_in = Signal(object)

    def __init__(self, dress: Dress, window: QWidget) -> None:
        """Begin with the first leader."""
        super().__init__(window, Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setWindowTitle("Leadership check")
        self._dress = dress
        self._over = window
        self._items = words().leadership.items
        self._answers: dict[int, int] = {}
        self._at = _FIRST
        self._may_leave = False
        self._esc = QTimer(self)
        self._esc.setSingleShot(True)
        self._esc.setInterval(HOLD)
        self._who = label("Your answers, nobody’s name")  # noqa: RUF001  # as it is set in type
        self._place = label("", "muted")
        self._steps = Steps(dress, len(self._items))
        self._above = label("", "muted")
        self._statement = label("", wrap=True)
        self.answers = [self._answer(n) for n in range(1, 6)]
        self.back = button(dress, "Back", "chevron-left")
        self.skip = button(dress, "Skip")
        self.next = button(dress, "Next", "chevron-right", look="primary")
        self._leave = label(_HOLD, "muted")
        self._build()
        self._esc.timeout.connect(self.leave)
        self.back.clicked.connect(self.go_back)
        self.skip.clicked.connect(self.skip_statement)
        self.next.clicked.connect(self.go_on)
        self._ring = FocusRing(self, dress.colors)
        self._show()

    def _answer(self, number: int) -> QPushButton:
        name = words().leadership.scale[number - 1].capitalize()
        found = QPushButton()
        found.setCheckable(True)
        # The look of the console gives buttons a height of its own.
        look = f"min-height: {_ANSWER_HEIGHT}px; border-radius: 9px;"
        found.setStyleSheet(f"QPushButton {{ {look} }}")
        found.setAccessibleName(f"{number}, {name}")
        found.setProperty("answer", number)
        digit, word = label(str(number)), label(name)
        for each, face in ((digit, bold(46)), (word, semibold(17))):
            each.setFont(face)
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QVBoxLayout(found)
        inner.setContentsMargins(4, 14, 4, 22)
        inner.addWidget(digit)
        inner.addWidget(word)
        found.clicked.connect(self._click)
        return found

    def _build(self) -> None:
        self._who.setFont(bold(19))
        self._above.setFont(semibold(17))
        self._statement.setFont(bold(38))
        self._statement.setMinimumHeight(150)
        self._statement.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        lock = QLabel()
        lock.setPixmap(self._dress.icon("lock").pixmap(24, 24))
        for each in (self.back, self.skip, self.next):
            each.setStyleSheet("min-height: 46px;")
            each.setAutoDefault(False)
        self.next.setMinimumWidth(140)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, each in enumerate(self.answers):
            grid.addWidget(each, 0, place)
            grid.setColumnStretch(place, 1)
        foot = row(label(_PROMISE, "muted", wrap=True), self._leave, spacing=40)
        foot.setStretch(0, 1)
        inner = column(spacing=0, margins=(0, 24, 0, 24))
        inner.addStretch(2)
        inner.addLayout(row(lock, self._who, 1, self._place, spacing=12))
        inner.addSpacing(16)
        inner.addWidget(self._steps)
        inner.addSpacing(44)
        inner.addWidget(self._above)
        inner.addSpacing(6)
        inner.addWidget(self._statement)
        inner.addSpacing(16)
        inner.addLayout(grid)
        inner.addSpacing(32)
        inner.addLayout(row(self.back, self.skip, 1, self.next, spacing=24))
        inner.addStretch(4)
        inner.addWidget(frame("line"))
        inner.addSpacing(14)
        inner.addLayout(foot)
        middle = QWidget()
        middle.setLayout(inner)
        middle.setMaximumWidth(_WIDTH)
        outer = row(middle, margins=(32, 0, 32, 0))
        outer.setAlignment(middle, Qt.AlignmentFlag(0))
        outer.insertStretch(0, 1)
        outer.setStretch(1, 100)
        outer.addStretch(1)
        self.setLayout(outer)

    # What is shown

    @property
    def item(self) -> Item | None:
        """The statement that is asked; None before the first and after the last one."""
        return self._items[self._at] if self._at >= 0 else None

    def _show(self) -> None:
        item = self.item
        if item is not None:
            self._place.setText(f"Statement {self._at + 1} of {len(self._items)}")
            self._above.setText(item.group)
            self._statement.setText(item.text)
        else:
            self._place.setText("")
            first = self._at == _FIRST
            self._above.setText("" if first else "That was the last statement")
            self._statement.setText(_begin_words() if first else _END)
        answered = len(self._items) if self._at == _LAST else max(0, self._at)
        self._steps.show_step(answered, current=self._at if item else -1)
        self._show_buttons(item)
        asked = " ".join(filter(None, (self._above.text(), self._statement.text())))
        self.setAccessibleName(asked)

    def _show_buttons(self, item: Item | None) -> None:
        chosen = self._answers.get(item.number) if item else None
        for number, each in enumerate(self.answers, start=1):
            each.setVisible(item is not None)
            each.setChecked(number == chosen)
            self._dress_answer(each, is_on=number == chosen)
        self.back.setVisible(self._at != _FIRST)
        self.back.setEnabled(self._at != 0)
        self.skip.setVisible(item is not None)
        names = {_FIRST: "Begin", _LAST: "Hand in"}
        self.next.setText(f" {names.get(self._at, 'Next')}")
        self.next.setAccessibleName(names.get(self._at, "Next"))
        self.next.setEnabled(item is None or chosen is not None)
        focused = self.answers[(chosen or 1) - 1] if item is not None else self.next
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress_answer(self, answer: QPushButton, *, is_on: bool) -> None:
        color = self._dress.colors.hex("on primary" if is_on else "text")
        for each in answer.findChildren(QLabel):
            each.setStyleSheet(f"color: {color}; background: transparent;")

    # What is answered

    def _click(self) -> None:
        self.choose(self.sender().property("answer"))

    def choose(self, answer: int) -> None:
        """Answer the statement, from 1 to 5, and go on."""
        if self.item is not None:
            self._answers[self.item.number] = answer
            self.go_on()

    def go_on(self) -> None:
        """Go to the next statement; after the last one hand in."""
        if self._at == _LAST:
            self._hand_in()
            return
        if self.item is not None and self.item.number not in self._answers:
            return
        self._step_on()

    def skip_statement(self) -> None:
        """Leave the statement without an answer."""
        if self.item is not None:
            self._answers.pop(self.item.number, None)
            self._step_on()

    def _step_on(self) -> None:
        self._at = self._at + 1 if self._at + 1 < len(self._items) else _LAST
        self._show()

    def go_back(self) -> None:
        """Go to the statement before."""
        if self._at == _LAST:
            self._at = len(self._items) - 1
        elif self._at > 0:
            self._at -= 1
        self._show()

    def _hand_in(self) -> None:
        answers, self._answers = self._answers, {}
        self._at = _FIRST
        self._show()
        self._above.setText("Handed in. Thank you: pass it to the next one.")
        if answers:
            self.handed_in.emit(answers)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digits; Esc has to be held, so that nobody leaves by mistake."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self._esc.start()
                self._leave.setText("Keep holding…")
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.choose(key - Qt.Key.Key_0)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_PageUp}:
            self.go_back()
        elif key in {Qt.Key.Key_0, Qt.Key.Key_PageDown}:
            self.skip_statement()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._move_focus(1 if key == Qt.Key.Key_Right else -1)
        event.accept()

    def _move_focus(self, by: int) -> None:
        focused = self.focusWidget()
        if focused in self.answers:
            at = self.answers.index(focused) + by
            self.answers[min(max(0, at), len(self.answers) - 1)].setFocus()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Forget Esc that was let go of."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._esc.stop()
            self._leave.setText(_HOLD)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the window when it is moved or resized."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._over.geometry())

    def cover_window(self) -> None:
        """Open over the whole window."""
        self._over.installEventFilter(self)
        self._cover()
        self.show()
        self.next.setFocus()

    def leave(self) -> None:
        """Go back to the console; answers that were not handed in are given up."""
        self._may_leave = True
        self._answers.clear()
        self._over.removeEventFilter(self)
        self.accept()

    def reject(self) -> None:
        """Do nothing: only a held Esc leaves."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless it is left in the way it should be."""
        if not self._may_leave and self.isVisible():
            event.ignore()
        else:
            super().closeEvent(event)


_END = "Hand your answers in, then pass this on."


def _begin_words() -> str:
    return words().leadership.person.question
