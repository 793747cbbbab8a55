"""The form of one commitment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from workshop.domain.enums import CommitmentKind, Dependency
from workshop.domain.owners import MOST_A_PERSON, load_of
from workshop.domain.questions import about_date
from workshop.domain.records import Commitment, Participant, Process
from workshop.domain.text import MAX_TEXT_LENGTH, one_line, record_id, sameness_key
from workshop.domain.triage import has_nobody
from workshop.ui.badges import KeyButton
from workshop.ui.completion import NameCompleter
from workshop.ui.console.commit.due import DueField
from workshop.ui.console.commit.excuses import ExcuseLinks
from workshop.ui.console.commit.promises import Promises
from workshop.ui.console.commit.readiness import Readiness
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.drafts import DraftKeeper
from workshop.ui.theme import semibold
from workshop.ui.widgets import ChoiceBox, Form, column, frame, label, row


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: the commitment (number 0 while it is new), the excuses it ends."""

    commitment: Commitment
    excuse_ids: frozenset[int]

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed that could be kept."""
        return not self.commitment.text.strip()


class CommitmentForm(Form):
    """What is promised, by whom, by when, depending on what, and how its users will know."""

    changed = Signal()
    keep_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with a blank form."""
        super().__init__()
        self._context = context
        self._shown = Typed(Commitment(id=0, text="", kind=CommitmentKind.FIX_NOW), frozenset())
        self._drafts: dict[str, DraftKeeper] = {}
        self.text = _line("Commitment, starting with a verb")
        self.text.setFont(semibold(15))
        self.promises = Promises(context)
        self.kind = self.promises.kind
        self.owner = _line("Owner")
        self._names = NameCompleter(self.owner)
        self._owner_note = label("", wrap=False)
        self.due = DueField(context)
        dependencies = [(each.value.capitalize(), each) for each in Dependency]
        self.depends_on = ChoiceBox(context, "Depends on", [("Nothing", None), *dependencies])
        self.measure = _line("Measure: how its users will know")
        self.next_check = DateField(context, "Next check", context.session_day)
        self.next_check.text.setMinimumWidth(112)
        self._check = QWidget()
        self._check.setLayout(column(_caption("Next check"), self.next_check, spacing=2))
        self.excuses = ExcuseLinks(context)
        self.readiness = Readiness(context)
        self.keep = KeyButton(context, "Keep and next", "Ctrl+Enter")
        self.keep.setProperty("look", "primary")
        self.keep.clicked.connect(self.keep_asked)
        self._texts = {
            "text": self.text,
            "owner": self.owner,
            "measure": self.measure,
            "due": self.due.field.text,
            "next_check": self.next_check.text,
        }
        self._build()
        for field in (self.text, self.owner, self.measure):
            field.textChanged.connect(self._follow_typing)
        self.kind.currentIndexChanged.connect(self._follow_typing)
        self.depends_on.currentIndexChanged.connect(self._follow_typing)
        self.due.changed.connect(self._follow_typing)
        self.next_check.changed.connect(self._follow_typing)
        self.excuses.changed.connect(self._follow_typing)
        context.themed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(_caption("Commitment (start with a verb)"), 0, 0, 1, 3)
        grid.addWidget(self.text, 1, 0, 1, 3)
        # In the order of the readiness row, which is that of Tab.
        for place, (words, field) in enumerate((("Owner", self.owner), ("By", self.due.field))):
            grid.addWidget(_caption(words), 2, place)
            grid.addWidget(field, 3, place)
        grid.addWidget(self.due.chips, 3, 2)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        grid.addWidget(self._owner_note, 4, 0, 1, 3)
        measure = column(_caption("Measure: how its users will know"), self.measure, spacing=2)
        depends = column(_caption("Depends on"), self.depends_on, spacing=2)
        last = row(spacing=12)
        last.addLayout(measure, 2)
        last.addLayout(depends, 1)
        last.addWidget(self._check, 1)
        grid.addLayout(last, 5, 0, 1, 3)
        grid.addWidget(_caption("Ends these excuses"), 6, 0, 1, 3)
        grid.addWidget(self.excuses, 7, 0, 1, 3)
        grid.setContentsMargins(16, 2, 16, 4)
        grid.setRowStretch(8, 1)
        upper = QWidget()
        upper.setLayout(grid)
        # On a low screen the fields scroll; none of them is squeezed.
        scroll = QScrollArea()
        scroll.setWidget(upper)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = row(self.promises, margins=(14, 9, 14, 2))
        foot = row(self.readiness, 1, self.keep, margins=(16, 8, 12, 8))
        layout = column(spacing=0)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        layout.addWidget(frame("line"))
        layout.addLayout(foot)
        self.setLayout(layout)

    def _dress(self) -> None:
        color = self._context.colors.hex("overtime ink")
        self._owner_note.setStyleSheet(f"color: {color}; font-size: 14px;")

    # What is in it

    @property
    def typed(self) -> Typed:
        """What stands in the form now."""
        commitment = replace(
            self._shown.commitment,
            text=self.text.text().strip(),
            kind=self.kind.choice,
            owner=self.owner.text().strip(),
            due=self.due.day,
            depends_on=self.depends_on.choice,
            measure=self.measure.text().strip(),
            next_check=self.next_check.day if self._is_long else self._shown.commitment.next_check,
        )
        return Typed(commitment, self.excuses.ids)

    @property
    def fields(self) -> Iterable[QLineEdit]:
        """The fields whose texts are kept as drafts, the commitment itself first."""
        return self._texts.values()

    @property
    def misread(self) -> DateField | None:
        """The field whose text names no day, where there is one."""
        fields = (self.due.field, *([self.next_check] if self._is_long else []))
        return next((field for field in fields if not field.is_understood), None)

    @property
    def _is_long(self) -> bool:
        return self.kind.choice is CommitmentKind.LONG_TERM

    @property
    def is_changed(self) -> bool:
        """Whether something was typed or chosen since it was shown, a date that is no day too."""
        return self.typed != self._shown or self.misread is not None

    def question(self) -> str:
        """Return what to ask about a date that was typed; blank for nothing."""
        typed, shown = self.typed.commitment, self._shown.commitment
        return "".join(
            about_date(new, self._context.session_day())
            for new, old in ((typed.due, shown.due), (typed.next_check, shown.next_check))
            if new != old
        )

    def show_commitment(self, shown: Typed) -> None:
        """Show a commitment, or a blank one for a process; leftover texts of it come back."""
        for keeper in self._drafts.values():
            keeper.put_by()
        self._shown = _as_typed(shown)
        self.put(shown)
        self._drafts = {
            name: self._context.drafts.attach(field, _draft_key(shown.commitment, name))
            for name, field in self._texts.items()
        }
        self._follow_typing()

    def follow(self, now: Typed) -> None:
        """Show what has become of the commitment; what is typed or chosen stays."""
        before, self._shown = self._shown, _as_typed(now)
        for name, keeper in self._drafts.items():
            keeper.follow(getattr(now.commitment, name))
        if self.kind.choice is before.commitment.kind:
            self.kind.choose(now.commitment.kind)
        if self.depends_on.choice is before.commitment.depends_on:
            self.depends_on.choose(now.commitment.depends_on)
        if self.excuses.ids == before.excuse_ids != now.excuse_ids:
            self.excuses.show_excuses(sorted(now.excuse_ids), now.commitment.process_id)
        self._follow_typing()

    def put(self, typed: Typed) -> None:
        """Put values into the fields."""
        commitment = typed.commitment
        self._offer_names()
        self.text.setText(one_line(commitment.text))
        self.kind.choose(commitment.kind)
        self.owner.setText(one_line(commitment.owner))
        self.due.set_day(commitment.due)
        self.depends_on.choose(commitment.depends_on)
        self.next_check.set_day(commitment.next_check)
        self.measure.setText(one_line(commitment.measure))
        for field in (self.text, self.owner, self.measure):
            field.setCursorPosition(0)  # a long text shows how it begins
        self.excuses.show_excuses(sorted(typed.excuse_ids), commitment.process_id)

    def adopt(self, kept: Typed) -> None:
        """Stand for a commitment that was kept; what has been typed since is an edit of it."""
        self._shown = kept
        for name, keeper in self._drafts.items():
            keeper.rename(_draft_key(kept.commitment, name))
        self._follow_typing()

    def settle(self) -> None:
        """Take what stands in the form as kept."""
        self._shown = self.typed
        for keeper in self._drafts.values():
            keeper.drop()

    def give_up(self) -> None:
        """Let go of what was made of the form and could not be saved."""
        for keeper in self._drafts.values():
            keeper.give_up()

    def begin(self, kind: CommitmentKind, depends_on: Dependency | None) -> None:
        """Choose the kind that was decided; what it depends on stays where that is chosen."""
        if kind is not self.kind.choice or self.depends_on.choice is None:
            self.depends_on.choose(depends_on)
        self.kind.choose(kind)

    # While one types

    def _offer_names(self) -> None:
        state = self._context.bridge.state
        people = state.all(Participant)
        names = [
            *(each.role for each in people),
            *(each.name for each in people),
            *(each.owner for each in state.all(Commitment)),
            *(each.owner for each in state.all(Process) if not has_nobody(each)),
        ]
        known = {sameness_key(name): one_line(name) for name in names if name.strip()}
        self._names.offer(known.values())

    def _follow_typing(self) -> None:
        typed = self.typed
        # Long term is looked at again before it is due.
        self._check.setVisible(typed.commitment.kind is CommitmentKind.LONG_TERM)
        self.readiness.show_lacks(typed.commitment, self._context.session_day())
        warning = self._owner_warning(typed.commitment)
        self._owner_note.setText(warning)
        self._owner_note.setVisible(bool(warning))
        self.changed.emit()

    def _owner_warning(self, typed: Commitment) -> str:
        others = [c for c in self._context.bridge.state.all(Commitment) if c.id != typed.id]
        load = {sameness_key(name): count for name, count in load_of(others)}
        count = load.get(sameness_key(typed.owner), 0)
        return f"has {count} commitments already" if count >= MOST_A_PERSON else ""


def _draft_key(commitment: Commitment, name: str) -> str:
    return f"commit.{commitment.process_id or 0}.{commitment.id}.{name}"


def _as_typed(shown: Typed) -> Typed:
    """Return what the form gives back of what it shows: texts are on one line."""
    at = shown.commitment
    commitment = replace(
        at, text=one_line(at.text), owner=one_line(at.owner), measure=one_line(at.measure)
    )
    return replace(shown, commitment=commitment)


def draft_place(key: str) -> tuple[int, int]:
    """Return the numbers of process and commitment in the key of a draft; 0 where there is none."""
    _, process_id, commitment_id, *_ = [*key.split("."), "", ""]
    return record_id(process_id), record_id(commitment_id)


def _line(name: str) -> QLineEdit:
    found = QLineEdit()
    found.setAccessibleName(name)
    found.setMaxLength(MAX_TEXT_LENGTH)
    return found


def _caption(words: str) -> QLabel:
    found = label(words, "muted")
    found.setFont(semibold(14))
    return found
