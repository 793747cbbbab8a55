"""Until when we live with it: asked before that is decided."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.inventory import LiveWith
from workshop.domain.dates import shown_until
from workshop.domain.enums import Triage
from workshop.domain.questions import about_date
from workshop.domain.records import Process
from workshop.domain.text import MAX_TEXT_LENGTH
from workshop.ui.badges import TriageBadge
from workshop.ui.context import Context
from workshop.ui.dates import kept_until, named_day
from workshop.ui.inventory.popup import CellPopup
from workshop.ui.widgets import KeyHints, button, column, label, row

_WIDTH = 400


class UntilPopup(CellPopup):
    """Takes an until-when and the decision in one step."""

    def __init__(self, context: Context, page: QWidget, process: Process) -> None:
        """Ask about a process, with the until-when that it has."""
        super().__init__(page)
        self._context = context
        self._process_id = process.id
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName("Live with it")
        self.until = QLineEdit()
        self.until.setMaxLength(MAX_TEXT_LENGTH)
        self.until.setText(shown_until(process.until))
        self.until.setPlaceholderText("A date, or what has to happen")
        self.until.setAccessibleName("Until when do we live with it?")
        self._keeper = context.drafts.attach(self.until, f"inventory.live {process.id}")
        decide = button(context, "Decide", "check", look="primary", name="Decide (Enter)")
        decide.clicked.connect(self.decide)
        hints = KeyHints(context)
        hints.set_hints([("Enter", "Decide"), ("Esc", "Back to the grid")])
        head = QWidget()
        head.setLayout(row(TriageBadge(context, Triage.LIVE_WITH_IT), 1))
        field = QWidget()
        field.setLayout(row(self.until, decide))
        question = label("Until when do we live with it?")
        self.setLayout(column(head, question, field, hints, margins=(15, 12, 15, 10), spacing=9))

        context.bridge.changed.connect(self._follow)

    def _follow(self) -> None:
        """Show what undo, or anything else, has made of the until-when."""
        process = self._context.bridge.state.get(Process, self._process_id)
        if process is not None:
            self._keeper.follow(shown_until(process.until))

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.until.setFocus()
        self.until.selectAll()

    def decide(self) -> None:
        """Record the until-when and the decision; what is typed stays where it is refused."""
        on = self._context.session_day()
        question = about_date(named_day(self.until.text(), on), on)
        if not self._context.bridge.is_meant(question):
            return
        command = LiveWith(self._process_id, kept_until(self.until.text(), on))
        self._context.drafts.save(command, self.until, then=self._end)

    def _end(self, _: ChangeSet) -> None:
        self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.decide()
        super().keyPressEvent(event)

    def leave(self) -> None:
        """Go back to the grid; what could not be saved is given up."""
        self._keeper.give_up()
        super().leave()

    def put_away(self) -> None:
        """Let go of the session; what is typed waits as a draft."""
        self._context.bridge.changed.disconnect(self._follow)
        self._keeper.put_by()
        self.deleteLater()
