"""Type the text of a card in its place."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop.ui.widgets import label

COUNT_FROM = 60  # a card longer than this is hard to read on the wall
_COUNTER_HEIGHT = 20
_TALLEST = 190
_FRAME = 28  # border, padding and the margin of the document
# Keys that act on cards while no text is edited.
_OWN_KEYS = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Delete,
     Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)  # fmt: skip


class CardEditor(QPlainTextEdit):
    """Lies over a card. Enter keeps the text, and so does leaving; Esc puts it by."""

    kept = Signal()
    put_by = Signal()
    # The card is no longer in the list.
    lost = Signal()

    def __init__(self, parent: QWidget, card_id: int, text: str) -> None:
        """Edit the text of a card."""
        super().__init__(parent)
        self.card_id = card_id
        self._counter = label("", "muted")
        self._counter.setParent(self)
        self.setAccessibleName("Text of the card")
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.selectAll()
        self.textChanged.connect(self._fit)
        self._place = QRect()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def set_place(self, rect: QRect) -> None:
        """Lie over a card, as high as the text needs."""
        self._place = rect
        self._fit()

    def _fit(self) -> None:
        length = self.document().characterCount() - 1
        counts = length >= COUNT_FROM
        room = _COUNTER_HEIGHT if counts else 0
        self._counter.setText(f"{length:,} characters")
        self._counter.setVisible(counts)
        self.setViewportMargins(0, 0, 0, room)
        self.setGeometry(QRect(self._place.topLeft(), QSize(self._place.width(), self.height())))
        lines = round(self.document().size().height())  # plain text documents count in lines
        wanted = lines * self.fontMetrics().lineSpacing() + _FRAME + room
        height = max(self._place.height(), min(wanted, _TALLEST))
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > height else bar
        )
        self.resize(self._place.width(), height)
        hint = self._counter.sizeHint()
        self._counter.move(self.width() - hint.width() - 9, height - hint.height() - 4)
        self._counter.resize(hint)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that would otherwise act on cards."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if plain and Qt.Key(event.key()) in _OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the text on Enter; Shift+Enter begins a new line."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_by.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when something else is worked with."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.kept.emit()
