"""What the users of a process said: the list, and the form that adds to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.records import Feedback
from workshop.domain.state import State
from workshop.domain.text import MAX_TEXT_LENGTH, record_id, shorten
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, column, label, row

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LIST_HEIGHT = 150
_SHOWN = 200


def is_of_gone_voice(key: str, state: State) -> bool:
    """Tell whether a draft is of a voice that is there no more, so that no form takes it back."""
    voice = key.partition(" ")[0].rpartition(".")[2]
    return voice.isdecimal() and state.get(Feedback, record_id(voice)) is None


class _Voice(QWidget):
    """One thing that was said, with buttons to edit and delete it."""

    def __init__(self, context: Context, feedback: Feedback) -> None:
        super().__init__()
        who = shorten(feedback.who, 60) or "Someone"
        name = label(who)
        name.setFont(semibold(14))
        said = label(f"“{shorten(feedback.said, _SHOWN)}”", wrap=True)
        self.edit = button(context, "", "pencil", look="plain", name=f"Edit what {who} said")
        self.delete = button(context, "", "trash-2", look="plain", name=f"Delete what {who} said")
        words = column(name, said, spacing=0)
        layout = row()
        layout.addLayout(words, 1)
        for each in (self.edit, self.delete):
            each.setFixedWidth(36)
            layout.addWidget(each)
        self.setLayout(layout)


class FeedbackForm(QWidget):
    """The voices of a process. Enter in the form keeps what is typed."""

    def __init__(self, context: Context, process_id: int) -> None:
        """Show what was said about a process."""
        super().__init__()
        self._context = context
        self._process_id = process_id
        self._edited: int | None = None
        self._voices: dict[QPushButton, tuple[str, int]] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        inner = QWidget()
        inner.setLayout(self._list)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._who = _line("Who, by role")
        self._said = _line("What they said")
        self._keep = button(context, "Add", "plus", name="Add what they said (Enter)")
        self._keep.clicked.connect(self.keep)
        form = row(self._who, self._said, self._keep)
        form.setStretch(0, 2)
        form.setStretch(1, 3)
        layout = column(label("What they said", "muted"), self._scroll)
        layout.addLayout(form)
        self.setLayout(layout)
        self._keepers: list[DraftKeeper] = []
        self._begin(self._left_over())
        self._fill()
        context.bridge.changed.connect(self._follow)

    def _keys(self, voice: int | None) -> tuple[str, str]:
        """Return the keys of the drafts of a voice, or of a new one."""
        of = f".{voice}" if voice is not None else ""
        return f"inventory.who{of} {self._process_id}", f"inventory.said{of} {self._process_id}"

    def _left_over(self) -> int | None:
        """Return the voice that was left half edited, or None."""
        left_over = self._context.drafts.left_over
        voices = (each.id for each in self._context.bridge.view.feedback_of(self._process_id))
        return next((each for each in voices if left_over.keys() & self._keys(each)), None)

    def _begin(self, voice: int | None = None) -> None:
        """Put a voice into the form, or nothing for a new one, and what was left typed of it."""
        for keeper in self._keepers:
            keeper.close()
        self._edited = voice
        feedback = self._context.bridge.state.get(Feedback, voice or 0)
        self._who.setText(feedback.who if feedback else "")
        self._said.setText(feedback.said if feedback else "")
        self._keep.setText("Keep" if feedback else "Add")
        pairs = zip((self._who, self._said), self._keys(voice), strict=True)
        self._keepers = [self._context.drafts.attach(*pair) for pair in pairs]

    @property
    def _is_touched(self) -> bool:
        return any(keeper.is_touched for keeper in self._keepers)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Feedback for change in change_set.changes):
            self._fill()
        if self._edited is None:
            return
        feedback = self._context.bridge.state.get(Feedback, self._edited)
        recorded = (feedback.who, feedback.said) if feedback else None
        is_saved = self._is_touched and recorded == (self._who.text(), self._said.text())
        if is_saved or not (feedback or self._is_touched):
            self._begin()
        elif recorded:
            for keeper, text in zip(self._keepers, recorded, strict=True):
                keeper.follow(text)

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._voices.clear()
        said = self._context.bridge.view.feedback_of(self._process_id)
        for feedback in said:
            voice = _Voice(self._context, feedback)
            self._list.addWidget(voice)
            self._voices[voice.edit] = ("edit", feedback.id)
            self._voices[voice.delete] = ("delete", feedback.id)
            voice.edit.clicked.connect(self._press)
            voice.delete.clicked.connect(self._press)
        self._list.addStretch(1)
        self._scroll.setVisible(bool(said))
        self._scroll.setFixedHeight(min(_LIST_HEIGHT, 48 * len(said)))

    def _press(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        what, feedback_id = self._voices[pressed]
        if what == "edit":
            self._edit(feedback_id)
        else:
            self._said.setFocus()
            self._context.bridge.execute(DeleteRecords(Feedback, (feedback_id,)))

    def _edit(self, feedback_id: int) -> None:
        if self._is_touched:
            self._context.say("Keep what is typed first: press Enter in it.")
            self._said.setFocus()
        else:
            self._begin(feedback_id)
            self._said.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard where it is told who said something."""
        self._who.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def is_typing(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return bool(self._said.text().strip())

    def keep(self) -> None:
        """Add what is typed, or change what is edited; it stays typed where it is refused."""
        values = {"who": self._who.text(), "said": self._said.text()}
        is_there = self._context.bridge.state.get(Feedback, self._edited or 0) is not None
        if is_there and not self._is_touched:
            self._begin()
            return
        command: Command
        if self._edited is not None and is_there:
            command = EditRecord(Feedback, self._edited, values)
        else:
            on = self._context.session_day()
            new = Feedback(id=0, process_id=self._process_id, said_on=on, **values)
            command = AddRecords((new,))
        save = self._context.drafts.save
        # A new voice is left to the drafts, which know it in a form that was opened anew too.
        then = self._begin_next if self._edited is not None else None
        if save(command, self._who, self._said, then=then) is not None:
            self._who.setFocus()

    def _begin_next(self, _: ChangeSet) -> None:
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Enter what is typed; with nothing typed, Enter is the editor's."""
        in_form = self._who.hasFocus() or self._said.hasFocus()
        if event.key() in _ENTER and not event.modifiers() and in_form and self.is_typing:
            self.keep()
        else:
            event.ignore()

    def put_away(self) -> None:
        """Let go of the session; what is typed waits as a draft."""
        self._context.bridge.changed.disconnect(self._follow)
        for keeper in self._keepers:
            keeper.put_by()


def _line(hint: str) -> QLineEdit:
    found = QLineEdit()
    found.setPlaceholderText(hint)
    found.setAccessibleName(hint)
    found.setMaxLength(MAX_TEXT_LENGTH)
    return found
