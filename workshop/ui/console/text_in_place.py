"""A text that is read as a text and edited where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from workshop.ui.drafts import DraftKeeper, Drafts

_ABOVE_AND_BELOW = 14  # the frame, and the air within it


class TextInPlace(QPlainTextEdit):
    """Grows with its text; what is typed is kept when the focus leaves it, or by Ctrl+Enter or Esc.

    Ctrl+Z takes typing back, and what was kept is a step of the session.
    """

    # What is to be kept in place of the text before.
    edited = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        """Begin blank; `name` is what a screen reader says."""
        super().__init__()
        self.setProperty("look", "in place")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._draft: DraftKeeper | None = None
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def begin(self, drafts: Drafts, key: str, text: str) -> DraftKeeper:
        """Show a text from now on, or the draft of it that was left over."""
        self.let_go()
        self.setPlainText(text)
        self._draft = drafts.attach(self, key)
        return self._draft

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self._draft is not None and self._draft.is_touched

    def follow(self, text: str) -> None:
        """Show what is kept now; what is half typed stays."""
        if self._draft is not None:
            self._draft.follow(text)

    def finish(self) -> None:
        """Keep what is typed."""
        if self.is_touched:
            self.edited.emit(self.toPlainText().strip())

    def let_go(self) -> None:
        """End the draft; what was refused waits for this text to be shown again."""
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.put_by()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(max(34, lines * self.fontMetrics().lineSpacing() + _ABOVE_AND_BELOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new lines."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed, unless a menu or another window is what took the focus."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter or Esc."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_escape = event.key() == Qt.Key.Key_Escape and self.is_touched
        if is_escape or (is_enter and with_control):
            self.finish()
        else:
            super().keyPressEvent(event)
