"""The form of one pledge."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.deal import MatchPledge
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Commitment, Participant, Pledge, PledgeReturn, Record
from workshop.domain.state import State
from workshop.domain.text import MAX_TEXT_LENGTH, one_line, shorten
from workshop.ui.badges import KeyButton
from workshop.ui.completion import NameCompleter
from workshop.ui.console.deal.linking import returns_of
from workshop.ui.console.deal.returns import Returns
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.dates import NOT_A_DAY
from workshop.ui.drafts import DraftKeeper
from workshop.ui.theme import semibold
from workshop.ui.widgets import ChoiceBox, Form, button, column, label, row

DRAFT = "deal.pledge"
_TEXTS = (
    ("text", "We will produce", "Such as: Close unpermitted-work cases"),
    ("measure", "Measured by", "Days from complaint to final notice"),
    ("baseline", "Today", "94 days, or words"),
    ("target", "Target", "30 days, or words"),
    ("owner", "Owner", ""),
)


class PledgeForm(Form):
    """What is pledged: measure, today and target as figures or words, by when, by whom, for what.

    Opens below the table; Ctrl+Enter keeps, Esc puts by.
    """

    # It is done, kept or put by, and gives the keyboard back.
    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Begin closed."""
        super().__init__()
        self._context = context
        self._pledge = Pledge(id=0, text="")
        self._given: tuple[int, ...] = ()
        self._drafts: dict[str, DraftKeeper] = {}
        self.texts = {name: _line(words, hint) for name, words, hint in _TEXTS}
        self.texts["text"].setFont(semibold(15))
        self._names = NameCompleter(self.texts["owner"])
        self.due = DateField(context, "By when", context.session_day)
        self.due.text.setMinimumWidth(112)
        self.activity = ChoiceBox(context, "Performance activity", [("None", None)])
        self.activity.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.returns = Returns(context)
        self._keep = KeyButton(context, "Keep", "Ctrl+Enter")
        self._keep.setProperty("look", "primary")
        self._cancel = button(context, "Cancel")
        self._keep.clicked.connect(self.keep)
        self._cancel.clicked.connect(self.put_away)
        self.escaped.connect(self.put_away)
        self._build()
        self.hide()
        context.bridge.changed.connect(self._follow)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        places: tuple[tuple[str, QLineEdit | DateField | ChoiceBox, int, int, int], ...] = (
            ("We will produce", self.texts["text"], 0, 0, 3),
            ("Tied to", self.activity, 0, 3, 3),
            ("Measured by", self.texts["measure"], 2, 0, 2),
            ("Today", self.texts["baseline"], 2, 2, 1),
            ("Target", self.texts["target"], 2, 3, 1),
            ("By", self.due, 2, 4, 1),
            ("Owner", self.texts["owner"], 2, 5, 1),
        )
        for words, field, at, place, span in places:
            grid.addWidget(_caption(words), at, place, 1, span)
            grid.addWidget(field, at + 1, place, 1, span)
        for place in range(6):
            grid.setColumnStretch(place, 1)
        foot = row(_caption("In return for"), self.returns, 1, self._cancel, self._keep, spacing=8)
        layout = column(spacing=10, margins=(16, 10, 12, 12))
        layout.addLayout(grid)
        layout.addLayout(foot)
        self.setLayout(layout)

    # What is in it

    def open_for(self, pledge: Pledge | None, in_return_for: int | None = None) -> None:
        """Open for a pledge, or for a new one in return for a commitment.

        What is typed about another waits.
        """
        self._put_by()
        state = self._context.bridge.state
        self._pledge = pledge or Pledge(id=0, text="")
        for name, field in self.texts.items():
            field.setText(one_line(getattr(self._pledge, name)))
            field.setCursorPosition(0)
        self.due.set_day(self._pledge.due)
        self._offer(state)
        given = returns_of(state, pledge.id) if pledge else []
        self.returns.show_returns(given or ([in_return_for] if in_return_for else []))
        self._given = self.returns.ids
        for name, field in {**self.texts, "due": self.due.text}.items():
            key = f"{DRAFT}.{self._pledge.id}.{name}"
            self._drafts[name] = self._context.drafts.attach(field, key)
        self.show()
        self.texts["text"].setFocus()

    def _offer(self, state: State) -> None:
        cards = state.activities(Bucket.PERFORMANCE)
        chosen = state.get(Activity, self._pledge.activity_id or 0)
        if chosen is not None and chosen not in cards:
            cards = [*cards, chosen]
        choices = [(shorten(card.text, 60), card.id) for card in cards]
        self.activity.offer([("No activity", None), *choices])
        self.activity.choose(self._pledge.activity_id)
        people = state.all(Participant)
        names = {one_line(name) for each in people for name in (each.role, each.name, each.unit)}
        names |= {one_line(each.owner) for each in state.all(Commitment)}
        self._names.offer(filter(None, names))

    @property
    def _typed(self) -> dict[str, Any]:
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        return {**texts, "due": self.due.day, "activity_id": self.activity.choice}

    @property
    def _touched(self) -> set[str]:
        """The fields in which something else stands than was shown."""
        touched = {name for name, keeper in self._drafts.items() if keeper.is_touched}
        if self.activity.choice != self._pledge.activity_id:
            touched.add("activity_id")
        if self.returns.ids != self._given:
            touched.add("returns")
        return touched

    @property
    def pledge_id(self) -> int:
        """The pledge in the form, 0 where it is new."""
        return self._pledge.id

    def keep(self) -> bool:
        """Keep what is typed; False where it was refused and still stands there."""
        is_blank = not any(field.text().strip() for field in self.texts.values())
        if is_blank or not self._touched:
            self.close_form()
            return True
        if not self.due.is_understood:
            self._context.say(NOT_A_DAY)
            self.due.setFocus()
            return False
        return self._save() is not None

    def _save(self) -> ChangeSet | None:
        typed, given = self._typed, self.returns.ids

        def end(change_set: ChangeSet) -> None:
            if (self._typed, self.returns.ids) == (typed, given) and self.due.is_understood:
                self.close_form()
            else:
                self._adopt(change_set)

        fields = (keeper.editor for keeper in self._drafts.values())
        return self._context.drafts.save(self._command(), *fields, then=end)

    def _adopt(self, change_set: ChangeSet) -> None:
        """Let what is chosen by now be an edit of the pledge that was saved meanwhile."""
        made = [each.after for each in change_set.changes if each.before is None]
        self._pledge = next((each for each in made if isinstance(each, Pledge)), self._pledge)
        self._given = tuple(returns_of(self._context.bridge.state, self._pledge.id))
        for name, keeper in self._drafts.items():
            keeper.rename(f"{DRAFT}.{self._pledge.id}.{name}")

    def _command(self) -> Command:
        typed, given = self._typed, self.returns.ids
        words = f"“{shorten(typed['text'])}”"
        if not self._pledge.id:
            returns = [
                PledgeReturn(id=-n, pledge_id=-1, commitment_id=key)
                for n, key in enumerate(given, start=1)
            ]
            return AddRecords((Pledge(id=-1, **typed), *returns), f"Pledged {words}")
        touched = self._touched
        changed = {name: value for name, value in typed.items() if name in touched}
        edit = EditRecord(Pledge, self._pledge.id, changed)
        match = MatchPledge(self._pledge.id, given)
        return Several((edit, match), f"Edited the pledge {words}")

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what undo, redo or another part of the console did; what is typed stays."""
        key, state = self._pledge.id, self._context.bridge.state
        now = state.get(Pledge, key)
        if not self._drafts or not any(_is_about(each.record, key) for each in change_set.changes):
            return
        if now is None:
            self.put_away()
            return
        touched = self._touched
        self._pledge = now
        for name, keeper in self._drafts.items():
            keeper.follow(getattr(now, name))
        if "activity_id" not in touched:
            self._offer(state)
        given = tuple(returns_of(state, key))
        if "returns" not in touched and given != self._given:
            self.returns.show_returns(given)
        self._given = given

    def put_away(self) -> None:
        """Close; what is typed waits as a draft, and no command that could not be saved."""
        for keeper in self._drafts.values():
            keeper.give_up()
        self._put_by()
        self.close_form()

    def _put_by(self) -> None:
        for keeper in self._drafts.values():
            keeper.put_by()
        self._drafts = {}

    def close_form(self) -> None:
        """Close, with nothing left that is typed and not kept."""
        has_keyboard = self.has_keyboard
        self._let_go()
        self.hide()
        if has_keyboard:
            self.closed.emit()

    def _let_go(self) -> None:
        for keeper in self._drafts.values():
            keeper.close()
        self._drafts = {}


def _is_about(record: Record, pledge_id: int) -> bool:
    match record:
        case Pledge(id=key) | PledgeReturn(pledge_id=key):
            return key == pledge_id
        case _:
            return False


def _line(name: str, hint: str) -> QLineEdit:
    found = QLineEdit()
    found.setAccessibleName(name)
    found.setPlaceholderText(hint)
    found.setMaxLength(MAX_TEXT_LENGTH)
    return found


def _caption(words: str) -> QLabel:
    found = label(words, "muted")
    found.setFont(semibold(14))
    return found
