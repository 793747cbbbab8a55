"""One line to type or mend an excuse."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.records import Excuse
from workshop.domain.text import MAX_TEXT_LENGTH, one_line
from workshop.ui.badges import KeyButton
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.widgets import Form, button, label, row

DRAFT = "deal.excuse"


class ExcuseForm(Form):
    """Opens below the table; Enter keeps, Esc puts by."""

    # It is done, kept or put by, and gives the keyboard back.
    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Begin closed."""
        super().__init__()
        self._context = context
        self._excuse_id = 0
        self._draft: DraftKeeper | None = None
        self.text = QLineEdit()
        self.text.setAccessibleName("What stands in the way")
        self.text.setPlaceholderText("As people say it")
        self.text.setMaxLength(MAX_TEXT_LENGTH)
        keep = KeyButton(context, "Keep", "Enter")
        keep.setProperty("look", "primary")
        cancel = button(context, "Cancel")
        keep.clicked.connect(self.keep)
        cancel.clicked.connect(self.put_away)
        self.escaped.connect(self.put_away)
        self.text.returnPressed.connect(self.keep)
        line = row(
            label("What stands in the way?"), self.text, cancel, keep, margins=(16, 10, 12, 10)
        )
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()
        context.bridge.changed.connect(self._follow)

    def open_for(self, excuse: Excuse | None) -> None:
        """Open for an excuse, or for a new one; what is typed about another waits."""
        if self._draft is not None:
            self._draft.put_by()
        self._excuse_id = excuse.id if excuse else 0
        self.text.setText(one_line(excuse.text) if excuse else "")
        self._draft = self._context.drafts.attach(self.text, f"{DRAFT}.{self._excuse_id}")
        self.show()
        self.text.setFocus()

    def keep(self) -> bool:
        """Keep what is typed; False where it was refused and still stands there."""
        text = self.text.text().strip()
        if not text or (self._draft is not None and not self._draft.is_touched):
            self.close_form()
            return True
        command: Command
        if self._excuse_id:
            command = EditRecord(Excuse, self._excuse_id, {"text": text})
        else:
            raised = self._context.session_day()
            command = AddRecords((Excuse(id=0, text=text, raised_on=raised),))
        return self._context.drafts.save(command, self.text, then=self._end) is not None

    def _end(self, _: ChangeSet) -> None:
        self.close_form()

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what undo, redo or another part of the console did to the excuse."""
        if self._draft is None or not change_set.touches(Excuse, self._excuse_id):
            return
        excuse = self._context.bridge.state.get(Excuse, self._excuse_id)
        if excuse is not None:
            self._draft.follow(excuse.text)
            return
        self.put_away()

    def put_away(self) -> None:
        """Close; what is typed waits as a draft, and no command that could not be saved."""
        if self._draft is not None:
            self._draft.cancel()
            self._draft = None
        self.close_form()

    def close_form(self) -> None:
        """Close, with nothing left that is typed and not kept."""
        has_keyboard = self.has_keyboard
        self._let_go()
        self.hide()
        if has_keyboard:
            self.closed.emit()

    def _let_go(self) -> None:
        if self._draft is not None:
            self._draft.close()
            self._draft = None
