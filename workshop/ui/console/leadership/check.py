"""The check while it runs: how many have answered, and the ways to answer."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QLineEdit

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.leadership import CloseLeadershipCheck
from workshop.domain.leadership import results
from workshop.domain.public import FEWEST_ANSWERS
from workshop.domain.records import LeadershipAnswers, Participant
from workshop.domain.text import counted
from workshop.session.sheets import Sheets
from workshop.ui.console.leadership.entry import EntryScreen
from workshop.ui.context import Context
from workshop.ui.theme import bold, semibold
from workshop.ui.widgets import button, column, label, make_blank, row
from workshop.words import words

_SHEETS = ("sheet", "sheets")
_SOURCE = "leadership check"


class Check(QFrame):
    """A card with the number of sheets; nothing of what is on them until it is closed."""

    # The number of sheets has changed.
    counted = Signal()
    # The screen that leaders answer on was left, or the check has ended.
    left = Signal()

    def __init__(self, context: Context) -> None:
        """Go on with what was counted before."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self.items = words().leadership.items
        self.sheets = context.bridge.sheets
        self.entry: EntryScreen | None = None
        self._number = label("")
        self._number.setFont(bold(22))
        self._state = label("", "muted", wrap=True)
        self.pass_along = button(context, "Pass it along", "keyboard", look="primary")
        self.pass_along.setAccessibleName("Pass it along (P)")
        self.paper = QLineEdit()
        self.paper.setAccessibleName(
            f"From paper: the {len(self.items)} digits of a sheet, 0 for none"
        )
        self.paper.setPlaceholderText(f"{len(self.items)} digits, 0 for none")
        pattern = QRegularExpression(f"[0-5]{{0,{len(self.items)}}}")
        self.paper.setValidator(QRegularExpressionValidator(pattern, self.paper))
        self._typed = label("", "muted")
        self.close_check = button(context, "Close the check", "check", name="Close the check (C)")
        self.give_up = button(context, "", "trash-2", name="Throw the sheets away")
        self._build()
        self.pass_along.clicked.connect(self.open_screen)
        self.paper.textChanged.connect(self._follow_typing)
        self.paper.returnPressed.connect(self.take_paper)
        self.close_check.clicked.connect(self.close_it)
        self.give_up.clicked.connect(self.throw_away)
        context.themed.connect(self._dress)
        context.bridge.changed.connect(self._follow)
        self._show()

    def _build(self) -> None:
        caption = label("From paper, a sheet a line", "muted")
        caption.setFont(semibold(14))
        layout = column(
            label("The check", "heading"), self._number, self._state, self.pass_along,
            spacing=9, margins=(18, 14, 18, 16),
        )  # fmt: skip
        layout.addLayout(row(caption, 1, self._typed))
        layout.addWidget(self.paper)
        layout.addLayout(row(self.close_check, self.give_up))
        self.setLayout(layout)

    def _dress(self) -> None:
        self.pass_along.setIcon(self._context.icon("keyboard", "on primary"))
        self.close_check.setIcon(self._context.icon("check"))
        self.give_up.setIcon(self._context.icon("trash-2"))

    def _show(self) -> None:
        number, leaders = self.sheets.number, len(self._context.bridge.view.leaders)
        closed = max((result.total for result in results(self._context.bridge.view)), default=0)
        is_closed = bool(closed) and not number
        of = f" of {leaders:,}" if leaders and not is_closed else ""
        self._number.setText(f"{closed if is_closed else number:,}{of} answered")
        left = FEWEST_ANSWERS - number
        if is_closed:
            state = "The check is closed. Another sheet begins a new one, in place of this result."
        elif self.sheets.can_close:
            state = "Close it when all have answered: then the result can be shown."
        elif number:
            more = f"{max(1, left)} more" if left > 0 else "More"
            state = f"{more} before it can be closed: fewer than five could be told apart."
        else:
            state = "On paper or passed along. No name, no time and no order is kept."
        self._state.setText(state)
        self.close_check.setEnabled(self.sheets.can_close)
        self.give_up.setEnabled(bool(number))
        self.counted.emit()

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind in {LeadershipAnswers, Participant} for change in change_set.changes):
            self._show()

    # Answers

    def open_screen(self) -> None:
        """Cover the window with the screen that leaders answer on."""
        if self.entry is None:
            screen = EntryScreen(self._context, self.window())
            screen.handed_in.connect(self.take)
            screen.finished.connect(self._end_screen)
            self.entry = screen
            screen.cover_window()

    def _end_screen(self) -> None:
        screen, self.entry = self.entry, None
        if screen is not None:
            screen.deleteLater()
        self.left.emit()

    def take(self, answers: dict[int, int]) -> None:
        """Count a sheet; what cannot be saved now is saved with the next one."""
        self._keep(self.sheets.add(answers))

    def _keep(self, sheets: Sheets) -> None:
        if self._context.bridge.is_read_only:
            self._context.bridge.keep_sheets(sheets)
            return
        self.sheets = sheets
        self._context.bridge.keep_sheets(sheets)
        self._show()

    def _follow_typing(self, text: str) -> None:
        self._typed.setText(f"{len(text)} of {len(self.items)}" if text else "")

    def take_paper(self) -> None:
        """Count the sheet that was typed from paper."""
        text = self.paper.text()
        if len(text) != len(self.items):
            self._context.say(
                f"A sheet has {len(self.items)} digits, this one {len(text)}: type 0 for none."
            )
            return
        answers = {
            item.number: int(digit)
            for item, digit in zip(self.items, text, strict=True)
            if digit != "0"
        }
        make_blank(self.paper)
        if not answers:
            self._context.say("Nothing is answered on this sheet, so it is not counted.")
            return
        self.take(answers)
        number = counted(self.sheets.number, _SHEETS)
        self._context.say(f"Counted. {number} so far; which was which is forgotten.")

    # The end

    def close_it(self) -> None:
        """Keep the result in the session and forget the sheets."""
        if not self.sheets.can_close:
            self._context.say("Fewer than five have answered: nothing may be shown yet.")
            return
        close = CloseLeadershipCheck(self.sheets.counts)
        forget = partial(self._forget, self.sheets)
        self._context.bridge.execute(close, source=_SOURCE, kept=forget)

    def _forget(self, closed: Sheets, _: ChangeSet) -> None:
        """Forget the sheets whose result is kept, unless more were handed in meanwhile."""
        if self.sheets == closed:
            self._keep(Sheets())
            self.left.emit()

    def throw_away(self) -> None:
        """Forget the sheets and begin anew; a result that was closed before stays."""
        number = counted(self.sheets.number, _SHEETS)
        self._context.bridge.give_up(_SOURCE)
        self._keep(Sheets())
        self._context.say(f"Threw {number} away.")
        self.left.emit()
