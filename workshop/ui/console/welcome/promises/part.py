"""The first part of Welcome where there was a session before."""

import datetime as dt

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.commitments import TakeBackUpdate, UpdateCommitment
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.dates import short_day
from workshop.domain.enums import CommitmentStatus
from workshop.domain.kept import ageing, creep, promises
from workshop.domain.questions import about_date
from workshop.domain.records import Commitment, Excuse, Pledge, SessionFacts
from workshop.domain.text import shorten
from workshop.ui.console.welcome.promises.ask import Asked, Question
from workshop.ui.console.welcome.promises.delegate import PromiseDelegate
from workshop.ui.console.welcome.promises.kept_bar import KeptBar
from workshop.ui.context import Context
from workshop.ui.dates import NOT_A_DAY
from workshop.ui.drafts import DraftKeeper
from workshop.ui.models.promises import PromiseModel, key_of
from workshop.ui.widgets import column, frame, label

DRAFT = "welcome.promise"
"""How the keys of unfinished answers about promises begin."""

_A_PLEDGE = "A pledge has no K, L or X: Enter asks what it is now."


class PromisesPart(QWidget):
    """The kept bar above the promises; K, L and X answer one and go on."""

    # How many are answered has changed.
    answered = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with the first promise."""
        super().__init__()
        self._context = context
        self.model = PromiseModel(context.bridge, self)
        self.bar = KeptBar(context)
        self.since = label("", "muted", wrap=True)
        self.list = QListView()
        self._delegate = PromiseDelegate(context)
        self._keeper: DraftKeeper | None = None
        self._build()
        self.model.rowsAboutToBeRemoved.connect(self._let_go_of)
        context.bridge.changed.connect(self._follow)
        context.themed.connect(self._dress)
        self._show_counts()

    def _build(self) -> None:
        card = frame("card")
        card.setLayout(column(self.bar, self.since, spacing=2, margins=(18, 10, 18, 12)))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName("Promises of the last session")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.activated.connect(self._ask_note)
        layout = column(card, self.list, spacing=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _dress(self) -> None:
        self.list.viewport().update()

    @property
    def current(self) -> Commitment | Pledge | None:
        """The chosen promise."""
        index = self.list.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def begin(self) -> None:
        """Put the focus on the chosen promise, or on the first one."""
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFocus()

    # Answers

    def keep(self) -> None:
        """Call the promise kept, and go on."""
        if self._update(CommitmentStatus.KEPT):
            self.go_on()

    def late(self) -> None:
        """Call the promise late, and ask for a new date."""
        if self._update(CommitmentStatus.LATE):
            self._ask(Question.NEW_DATE)

    def broken(self) -> None:
        """Call the promise broken, and ask what stood in the way."""
        if self._update(CommitmentStatus.BROKEN):
            self._ask(Question.IN_THE_WAY)

    def take_back(self) -> None:
        """Take the last word on the promise back."""
        match self.current:
            case Commitment() as commitment if self.finish():
                self._carry_out(TakeBackUpdate(commitment.id))
            case Pledge() as pledge if pledge.actual and self.finish():
                self._context.bridge.execute(EditRecord(Pledge, pledge.id, {"actual": ""}))

    def _update(self, status: CommitmentStatus) -> bool:
        if not self.finish():
            return False
        match self.current:
            case Commitment(status=before) if before is status:
                return True
            case Commitment() as commitment:
                command = UpdateCommitment(commitment.id, status, self._context.session_day())
                return self._carry_out(command)
            case Pledge():
                self._context.say(_A_PLEDGE)
        return False

    def _carry_out(self, command: Command) -> bool:
        """Say a word on a promise; pressed again because it was not saved, it is said once."""
        return self._context.bridge.execute(command, source=command) is not None

    def go_on(self) -> None:
        """Go to the next promise."""
        row = self.list.currentIndex().row() + 1
        while row < self.model.rowCount() and self.model.record(row) is None:
            row += 1
        if row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))
        self.list.setFocus()

    def step(self, by: int) -> bool:
        """Go to another promise; False where there is none."""
        row = self.list.currentIndex().row() + by
        if not 0 <= row < self.model.rowCount():
            return False
        if self.model.record(row) is None:
            row += by
        self.list.setCurrentIndex(self.model.index(row, 0))
        return True

    # What is asked

    def _ask_note(self, _: QModelIndex) -> None:
        match self.current:
            case Pledge() as pledge:
                self._ask(Question.ACTUAL, pledge.actual)
            case Commitment():
                self._ask(Question.NOTE)

    def _ask(self, question: Question, begin: str = "") -> None:
        index, record = self.list.currentIndex(), self.current
        if record is None or not self.finish():
            return
        self._delegate.asked = Asked(key_of(record), question, begin)
        self.list.openPersistentEditor(index)
        self.list.scheduleDelayedItemsLayout()
        ask = self._delegate.ask
        assert ask is not None
        ask.kept.connect(self._keep_answer)
        ask.left.connect(self._leave_answer)
        self.list.scrollTo(index)
        key = f"{DRAFT}.{record.TABLE}.{record.id}.{question.name.lower()}"
        self._keeper = self._context.drafts.attach(ask.text, key)
        ask.setFocus()

    def open_left_over(self, key: str) -> None:
        """Ask again what was being answered when a text was left unfinished."""
        *_, table, number, name = key.split(".")
        question = Question.__members__.get(name.upper())
        for row in range(self.model.rowCount()):
            record = self.model.record(row)
            is_meant = record is not None and (record.TABLE, str(record.id)) == (table, number)
            if is_meant and question is not None:
                if not self.finish():
                    self._put_ask_by()
                self.list.setCurrentIndex(self.model.index(row, 0))
                self._ask(question)

    @property
    def _asked_row(self) -> int | None:
        asked = self._delegate.asked
        return self.model.row_of(asked.key) if asked is not None else None

    def _close_ask(self) -> None:
        if self._keeper is not None:
            self._keeper.close()
        self._take_ask_away()

    def _take_ask_away(self) -> None:
        row, self._keeper = self._asked_row, None
        self._delegate.asked = self._delegate.ask = None
        if row is not None:
            self.list.closePersistentEditor(self.model.index(row, 0))
            self.list.scheduleDelayedItemsLayout()

    def _put_ask_by(self) -> None:
        if self._keeper is not None:
            self._keeper.put_by()
        self._take_ask_away()

    def _let_go_of(self, _: QModelIndex, first: int, last: int) -> None:
        """Put by what is typed about a promise whose row is about to go."""
        row = self._asked_row
        if row is not None and first <= row <= last:
            self._put_ask_by()

    def _leave_answer(self) -> None:
        if self._keeper is not None:
            self._keeper.cancel()
        self._take_ask_away()
        self.list.setFocus()

    @property
    def is_asking(self) -> bool:
        """Whether a field is open."""
        return self._delegate.asked is not None

    def _keep_answer(self) -> None:
        row = self._asked_row
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row, 0))  # another one may have been clicked
        if self.finish():
            self.go_on()

    def finish(self) -> bool:
        """Keep what is typed in an open field; False where it was refused and is still open."""
        ask = self._delegate.ask
        record = self.model.promise(ask.asked.key) if ask is not None else None
        if ask is None or record is None:
            return True
        if self._keeper is not None and not self._keeper.is_touched:
            self._close_ask()
            return True
        if ask.date is not None and not ask.date.is_understood:
            self._context.say(NOT_A_DAY)
            return False
        day = ask.date.day if ask.date is not None else None
        if not self._context.bridge.is_meant(about_date(day, self._context.session_day())):
            return False
        command = self._command(ask.asked.question, record, ask.text.text().strip())
        if command is None:
            self._close_ask()
            return True
        return self._context.drafts.save(command, ask.text, then=self._end_ask) is not None

    def _end_ask(self, _: ChangeSet) -> None:
        self._close_ask()

    def _command(
        self, question: Question, record: Commitment | Pledge, text: str
    ) -> Command | None:
        if isinstance(record, Pledge):
            label_words = f"What became of “{shorten(record.text)}”"
            return EditRecord(Pledge, record.id, {"actual": text}, label_words)
        if not text:
            return None
        if question is Question.NEW_DATE:
            return self._new_date(record)
        noted = _noted(record, self._context.session_day(), text)
        if question is Question.NOTE:
            return noted
        excuse = Excuse(
            id=0, text=text, process_id=record.process_id, raised_on=self._context.session_day()
        )
        return Several((noted, AddRecords((excuse,))), f"Logged the excuse “{shorten(text)}”")

    def _new_date(self, commitment: Commitment) -> Command | None:
        ask = self._delegate.ask
        date = ask.date.day if ask is not None and ask.date is not None else None
        if date is None:
            return None
        words = f"New date {short_day(date)}"
        edit = EditRecord(Commitment, commitment.id, {"due": date})
        return Several(
            (_noted(commitment, self._context.session_day(), words), edit),
            f"{words} for “{shorten(commitment.text)}”",
        )

    # What changes

    def _follow(self, change_set: ChangeSet) -> None:
        asked = self._delegate.asked
        record = self.model.promise(asked.key) if asked is not None else None
        if self._keeper is not None and isinstance(record, Pledge):
            self._keeper.follow(record.actual)
        if any(change.kind in {Commitment, Excuse, SessionFacts} for change in change_set.changes):
            self._show_counts()

    def _show_counts(self) -> None:
        self.bar.show_promises(promises(self._context.bridge.view, self._context.session_day()))
        self.since.setText(f"{self._creep_words()} {self._age_words()}".strip())
        self.since.setVisible(bool(self.since.text()))
        self.answered.emit()

    def _creep_words(self) -> str:
        """Return how the excuses have changed since the last session."""
        found = creep(self._context.bridge.view)
        if not found.then and not found.now:
            return ""
        parts = (
            (len(found.removed), "removed"), (len(found.accepted), "accepted"),
            (len(found.new), "new"),
        )  # fmt: skip
        told = ", ".join(f"{count:,} {word}" for count, word in parts if count)
        return f"Excuses: {found.then:,} then, {found.now:,} now" + (f" ({told})." if told else ".")

    def _age_words(self) -> str:
        """Return how old the open promises are."""
        found = ageing(self._context.bridge.view, self._context.session_day())
        told = ", ".join(
            f"{count:,} {words}"
            for count, words in zip(found.counts, found.labels, strict=True)
            if count
        )
        return f"Open promises by age: {told}." if told else ""


def _noted(commitment: Commitment, on: dt.date, text: str) -> UpdateCommitment:
    return UpdateCommitment(commitment.id, commitment.status, on, text)
