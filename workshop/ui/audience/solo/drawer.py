"""One line to type into, in the place of the strip. What is typed here is public by nature."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from workshop.domain.changes import ChangeSet
from workshop.domain.errors import Rejected
from workshop.ui.audience.solo.lines import Line
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.theme import semibold
from workshop.ui.widgets import ElidedLabel, button, label, make_blank, row

_LONGEST = 1000
_NARROWEST = 240


class Drawer(QFrame):
    """A labeled field with Keep; opened by typing."""

    closed = Signal()
    # The wall went on to something else; what was typed and not kept waits as a draft.
    left_behind = Signal(str)

    def __init__(self, context: Context) -> None:
        """Begin closed."""
        super().__init__()
        self.setProperty("look", "strip")
        self._context = context
        self.line: Line | None = None
        self._keeper: DraftKeeper | None = None
        self._was_shown = False
        self._label = label()
        self._label.setFont(semibold(15))
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.setMinimumWidth(_NARROWEST)
        self.field.returnPressed.connect(self.keep)
        self.said = ""
        self._words = ElidedLabel("muted", Qt.AlignmentFlag.AlignLeft, lines=2)
        self.field.textEdited.connect(self._quiet)
        keep = button(context, "Keep  Enter", look="primary", name="Keep (Enter)")
        keep.clicked.connect(self.keep)
        layout = row(self._label, self.field, self._words, keep, margins=(16, 4, 16, 4))
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        context.room.changed.connect(self._follow)
        context.bridge.changed.connect(self._show_changed)
        self._quiet()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something can be typed."""
        return not self.isHidden()

    @property
    def _typed(self) -> str:
        """What is typed; blank where that is what the line began with."""
        is_touched = self._keeper is not None and self._keeper.is_touched
        return self.field.text().strip() if is_touched else ""

    def tell(self, sentence: str) -> None:
        """Show a sentence beside the field until something is typed."""
        self.said = sentence
        self._words.setText(sentence)
        self._words.setVisible(bool(sentence))

    def _quiet(self) -> None:
        self.tell("")

    def open(self, line: Line, typed: str = "") -> None:
        """Open for a line, with the first letter where typing opened it."""
        if self.is_open and line != self.line:
            self._put_by()
        self.line, self._was_shown = line, False
        self._quiet()
        self._label.setText(line.label)
        self.field.setAccessibleName(line.label)
        self.field.setPlaceholderText(line.hint)
        if self._keeper is None:
            self._begin("" if typed else line.text(self._context.bridge.view))
            self._keeper = self._context.drafts.attach(self.field, line.key)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(typed)
        if self.field.text() and not typed:  # where the hint would stand
            self.tell(line.hint)
        if not self._context.room.stage.frozen:
            line.show(self._context.room, self._context.bridge.view)
        self._was_shown = line.is_shown(self._context.room.chosen)

    def _begin(self, text: str) -> None:
        """Begin with a text, or with none where the field cannot hold it as it is."""
        self.field.setText(text)
        if self.field.text() != text:
            self.field.clear()

    def keep(self) -> None:
        """Keep the line and ask for what comes after it; blank or unchanged it is passed over."""
        line, text, bridge = self.line, self._typed, self._context.bridge
        assert line is not None
        if not bridge.is_meant(line.question(text, bridge.view)):
            return
        if not text:
            self._go_on(None)
            return
        try:
            command = line.command(text, bridge.view)
        except Rejected as refusal:
            bridge.refuse(str(refusal))
        else:
            self._context.drafts.save(command, self.field, then=self._go_on)

    def _go_on(self, done: ChangeSet | None) -> None:
        """Ask for what comes after the line, which was kept or passed over."""
        line = self.line
        assert line is not None
        if done is not None:
            make_blank(self.field)
        after = line.after(self._context.bridge.view, done)
        if after is None:
            self._end(is_kept=done is not None)
        else:
            self.open(after)

    def close_up(self) -> None:
        """Close; what was typed and not kept waits for the drawer to be opened again."""
        if self.is_open:
            self._end(is_kept=False)

    def _end(self, *, is_kept: bool) -> None:
        self._close()
        room = self._context.room
        if self.line is not None and not room.stage.frozen:
            self.line.end(room, self._context.bridge.view, is_kept=is_kept)

    def _follow(self) -> None:
        """Close when what is chosen leaves what the line is about: its answer would go unseen."""
        if not self.is_open or self.line is None:
            return
        was_shown, self._was_shown = self._was_shown, self.line.is_shown(self._context.room.chosen)
        if was_shown and not self._was_shown:
            typed = self._typed
            self._close()
            if typed:
                self.left_behind.emit(typed)

    def _show_changed(self) -> None:
        """Show what undo, or anything else, has made of the text that the line begins with."""
        if self.line is not None and self._keeper is not None and self.field.text():
            self._keeper.follow(self.line.text(self._context.bridge.view))

    def _close(self) -> None:
        self._put_by()
        self.hide()
        self.closed.emit()

    def _put_by(self) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.put_by()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no key goes on to the wall behind."""
        if event.key() == Qt.Key.Key_Escape:
            if self._keeper is not None:
                self._keeper.give_up()
            self.close_up()
