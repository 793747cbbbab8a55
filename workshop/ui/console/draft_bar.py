"""The quiet bar that gives back texts which were typed and not kept when the session was left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from workshop.domain.text import counted, shorten
from workshop.ui.context import Context
from workshop.ui.drafts import phase_of
from workshop.ui.widgets import ElidedLabel, button, label, row


class DraftBar(QFrame):
    """Offers one leftover text after the other: to go on with it, or to forget it."""

    # The key of the editor in which the text is to be used.
    use_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer what is left over; hidden when that is nothing.

        Without a parent it would show itself as a window of its own.
        """
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._context = context
        self._drafts = context.drafts
        self._text = ElidedLabel(side=Qt.AlignmentFlag.AlignLeft, snug=True)
        self._more = label("", "muted")
        use = button(context, "Use")
        forget = button(context, "Forget")
        use.clicked.connect(self._use)
        forget.clicked.connect(self._forget)
        layout = row(self._text, self._more, 1, use, forget, margins=(16, 6, 16, 6))
        self.setLayout(layout)
        self.setMinimumHeight(48)
        self._drafts.changed.connect(self._offer)
        self._offer()

    @property
    def key(self) -> str | None:
        """The editor of the text that is offered."""
        return next(iter(self._drafts.left_over), None)

    @property
    def text(self) -> str:
        """What is said, blank while the bar is hidden."""
        return "" if self.isHidden() else self._text.whole

    def _offer(self) -> None:
        left_over, key = self._drafts.left_over, self.key
        self.setHidden(key is None)
        if key is None:
            return
        phase = phase_of(key)
        where = f" in {phase.value.capitalize()}" if phase else ""
        self._text.setText(f"An unfinished text{where} was kept: “{shorten(left_over[key], 60)}”")
        others = len(left_over) - 1
        self._more.setText(f"and {counted(others, ('other', 'others'))}" if others else "")

    def _use(self) -> None:
        if self.key is not None:
            self.use_asked.emit(self.key)

    def _forget(self) -> None:
        """Give a text up; the clipboard has it, should that have been a slip."""
        if self.key is not None:
            QGuiApplication.clipboard().setText(self._drafts.left_over[self.key])
            self._drafts.forget(self.key)
            self._context.say("The text is forgotten. It can be pasted once more (Ctrl+V).")
