"""The commit phase: one process after the other, from its triage to its commitments."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.commitments import KeepCommitment, UpdateCommitment
from workshop.domain.commands.inventory import ChooseTriage, LiveWith
from workshop.domain.commands.records import DeleteRecords
from workshop.domain.enums import CommitmentKind, CommitmentStatus, Phase, Triage, WaitingOn
from workshop.domain.questions import about_date
from workshop.domain.records import Commitment, Excuse, PrivateAnswers, Process
from workshop.domain.stage import Scene
from workshop.domain.text import counted
from workshop.domain.triage import commitment_kind_of, decision_of, dependency_of
from workshop.ui.actions import Actions
from workshop.ui.console.commit.actions import commit_actions
from workshop.ui.console.commit.answers import Answers
from workshop.ui.console.commit.form import CommitmentForm, Typed, draft_place
from workshop.ui.console.commit.keeping import ask_users, kind_of
from workshop.ui.console.commit.load import Load
from workshop.ui.console.commit.queue import Queue
from workshop.ui.console.commit.suggestions import Suggestions
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.dates import NOT_A_DAY, kept_until, named_day
from workshop.ui.waiting_menu import WaitingMenu
from workshop.ui.widgets import button, label, row

_ASKED_WITHIN = 30  # days
_SHORT = 640  # pixels, in which not all stands below each other
_HOW = "Choose what to do: press 1 for the first suggestion, F4 for all six."
_NOTHING = "No process is in the inventory yet. Sort activities into Process in the Bucket phase."


class CommitPage(PhasePage):
    """Queue at the left; answers, suggestions and form of the chosen process at the right."""

    PHASE: ClassVar[Phase] = Phase.COMMIT
    TITLE: ClassVar[str] = "Commit"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.PROCESS, "Process"),
        (Scene.MAKING, "This one"),
        (Scene.COMMITMENTS, "All"),
        (Scene.BY_OWNER, "By owner"),
    )

    def __init__(self, context: Context) -> None:
        """Begin with the first process that is to be decided."""
        super().__init__(context)
        self._process_id: int | None = None
        self.queue = Queue(context)
        self.answers = Answers(context)
        self.suggestions = Suggestions(context)
        self.form = CommitmentForm(context)
        self.promises = self.form.promises
        self.hint: QLabel = label("", "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = button(context, "Add commitment", "plus", look="primary")
        self._add.setAccessibleName("Add commitment (N)")
        self._load = Load(context)
        right = QVBoxLayout()
        self._right = right
        for each in (self.answers, self.suggestions):
            right.addWidget(each)
        right.addWidget(self.form, 1)
        right.addWidget(self.hint, 1)
        layout = row(self.queue, spacing=16)
        layout.addLayout(right, 1)
        self.setLayout(layout)
        self._connect()
        self._begin()

    def _connect(self) -> None:
        self.queue.process_chosen.connect(self._go_to)
        self.queue.commitment_chosen.connect(self.edit)
        self.suggestions.chosen.connect(self.choose)
        self.suggestions.until_typed.connect(self._live_with)
        self.suggestions.reason_typed.connect(self._give_reason)
        self.waiting: WaitingMenu | None = None
        self.promises.chosen.connect(self.edit)
        self.promises.new_asked.connect(self.add)
        self.promises.delete_asked.connect(self.delete)
        self.form.keep_asked.connect(self.keep_and_go_on)
        self._add.clicked.connect(self.add)
        self.context.bridge.changed.connect(self._follow)
        self.context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._add.setIcon(self.context.icon("plus", "on primary"))

    def _begin(self) -> None:
        """Go to the first process that is to be decided."""
        if not self.queue.choose_row(0):
            self.queue.show_all(True)
        if self.queue.current is None:
            self._show(None)

    def open_draft(self, key: str) -> None:
        """Go to the commitment of a text that was left unfinished."""
        process_id, commitment_id = draft_place(key)
        if not self.keep():
            self._turn_to(None)
            self._show_commitment(None)  # what is refused waits
        if process_id:
            self.queue.show_all(True)
            if not self.queue.choose(process_id):
                return
            if (name := key.rpartition(".")[2]) in {"until", "why"}:
                self.suggestions.open_left_over(name)
                return
        else:
            self._turn_to(None)
        shown = self.form.typed.commitment
        if (shown.process_id or 0, shown.id) != (process_id, commitment_id):
            commitment = self.context.bridge.state.get(Commitment, commitment_id)
            self._show_commitment(commitment)
        self._show_form(True)
        self.form.text.setFocus()

    def add_actions(self, actions: Actions) -> None:
        """Add what the keys of this phase do."""
        for spec, run in commit_actions(self):
            actions.add(spec, run, self)

    def choose_by_key(self) -> None:
        """Choose the suggestion whose number was pressed, or what the open menu offers there."""
        number = int(self.sender().objectName()[-1])
        # The keys of a page act while a menu lies over it, and before the menu has seen them.
        if self.waiting is not None and self.waiting.isVisible():
            self.waiting.choose(number)
        else:
            self.suggestions.choose(number)

    # What the console asks

    def summary(self) -> str:
        """Return "9 of 14 decided, 11 commitments"."""
        model = self.queue.model
        made = len(self.context.bridge.state.table(Commitment))
        decided = model.total - model.to_decide
        return f"{decided} of {model.total} decided, {counted(made, Commitment.NOUN)}"

    def primary(self) -> QWidget:
        """Return the button that adds a commitment."""
        return self._add

    def side(self) -> QWidget:
        """Return the load of the owners."""
        return self._load

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        return (
            ("1 2 3", "Choose"),
            ("F4", "All six"),
            ("Ctrl+Enter", "Keep and next"),
            ("R", "Link an excuse"),
            ("S", "Show it"),
        )

    def enter(self) -> None:
        """Put the focus on the queue, where the numbers act, or where a date is still refused."""
        (self.form.misread or self.queue.list).setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.keep()

    def show_on_wall(self) -> None:
        """Show the process, or all commitments where none is chosen."""
        if self._process_id is None:
            self.context.room.show(Scene.COMMITMENTS)
        else:
            self.context.room.show(Scene.PROCESS, self._process_id)

    def subject_of(self, scene: Scene) -> int | None:
        """Return the process that is worked on."""
        return self._process_id if scene is Scene.PROCESS else None

    def show_scene(self, scene: Scene) -> None:
        """Show a scene; the commitment in the form goes to the wall as far as it has come."""
        if scene is Scene.MAKING:
            if self.form.typed.commitment.id:
                self.keep()  # the wall shows what is kept of it
            self.context.room.make(self.form.typed.commitment)
        else:
            super().show_scene(scene)

    def step(self, by: int) -> bool:
        """Go to the next process, unless the wall lists commitments and turns its pages."""
        if self.context.room.chosen.scene in {Scene.COMMITMENTS, Scene.BY_OWNER}:
            return False
        return self.queue.choose_row(self.queue.list.currentIndex().row() + by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the cards together on a low screen."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._right.setSpacing(7 if self.height() < _SHORT else 12)
        self.suggestions.set_brief(self.height() < _SHORT and not self.form.isHidden())

    # Which process

    def _go_to(self, process_id: int) -> None:
        if process_id == self._process_id:
            return
        if not self.keep():
            self.queue.stay_at(self._process_id)
            return
        self.queue.model.hold(process_id)
        self._show(process_id)

    def _show(self, process_id: int | None) -> None:
        self._process_id = process_id
        self._fill_head()
        promised = self._promised()
        self._show_commitment(promised[0] if promised else None)

    @property
    def process(self) -> Process | None:
        """The process that is worked on, or None."""
        if self._process_id is None:
            return None
        return self.context.bridge.state.get(Process, self._process_id)

    def _promised(self) -> list[Commitment]:
        commitments = self.context.bridge.state.all(Commitment)
        return [each for each in commitments if each.process_id == self._process_id]

    def _fill_head(self) -> None:
        state, process = self.context.bridge.state, self.process
        ids = [each.id for each in state.processes()]
        at = ids.index(process.id) + 1 if process and process.id in ids else 0
        self.answers.show_process(process, f"Process {at} of {len(ids)}" if at else "")
        private = state.private_answers(process.id) if process else PrivateAnswers(id=0)
        self.suggestions.show_process(process, private)

    def _show_commitment(self, commitment: Commitment | None) -> None:
        """Put a commitment into the form, or a blank one of the kind that was decided."""
        kind = CommitmentKind.FIX_NOW
        if self.process is not None:
            kind = kind_of(self.process.triage) or commitment_kind_of(self.process)
        depends_on = dependency_of(self.process, kind) if self.process is not None else None
        blank = Commitment(
            id=0, text="", kind=kind, depends_on=depends_on, process_id=self._process_id
        )
        self.form.show_commitment(self._typed(commitment or blank))
        self._fill_promises()
        self._show_form(commitment is not None or self._leads_to_one())

    def _typed(self, shown: Commitment) -> Typed:
        excuses = self.context.bridge.state.all(Excuse)
        ends = frozenset(each.id for each in excuses if shown.id and each.removed_by_id == shown.id)
        return Typed(shown, ends)

    def _leads_to_one(self) -> bool:
        return self.process is not None and kind_of(self.process.triage) is not None

    def _show_form(self, on: bool) -> None:
        on = on or self.form.is_changed
        self.form.setVisible(on)
        self.hint.setVisible(not on)
        self._make_room()
        if on:
            return
        process = self.process
        if process is None:
            self.hint.setText("" if self.queue.model.total else _NOTHING)
        elif process.triage is None:
            self.hint.setText(_HOW)
        else:
            self.hint.setText(
                f"Decided: {decision_of(process)}. It leads to no commitment; "
                "Ctrl+Enter goes on, N adds one all the same."
            )

    def _fill_promises(self) -> None:
        self.promises.show_commitments(self._promised(), self.form.typed.commitment.id)

    # What is decided

    def _give_reason(self, reason: str) -> None:
        process = self.process
        if process is not None and process.triage is not None:
            choice = ChooseTriage(process.id, process.triage, reason=reason)
            self.context.drafts.save(choice, self.suggestions.why, then=self._show_decided)

    def _show_decided(self, _: ChangeSet) -> None:
        self._fill_head()

    def choose(self, triage: Triage) -> None:
        """Decide about the process; a kind that leads to a commitment opens its form."""
        process = self.process
        if process is None:
            return
        is_new = process.triage is not triage
        if is_new and triage is Triage.LIVE_WITH_IT and not process.until.strip():
            self.suggestions.ask_until()
            return
        if is_new and triage is Triage.LONG_TERM and process.waiting_on is None:
            self._ask_what_it_waits_on(process)
            return
        if is_new and self.context.bridge.execute(ChooseTriage(process.id, triage)) is None:
            return
        self._open_form(triage)

    def _ask_what_it_waits_on(self, process: Process) -> None:
        self.waiting = WaitingMenu(process.name, self)
        self.waiting.decided.connect(self._decide_long_term)
        self.waiting.popup(self.suggestions.mapToGlobal(self.suggestions.rect().bottomLeft()))

    def _decide_long_term(self, waiting_on: WaitingOn) -> None:
        if self.process is None:
            return
        choice = ChooseTriage(self.process.id, Triage.LONG_TERM, waiting_on=waiting_on)
        if self.context.bridge.execute(choice) is not None:
            self._open_form(Triage.LONG_TERM)

    def _open_form(self, triage: Triage) -> None:
        """Open the form where a triage leads to a commitment."""
        kind = kind_of(triage)
        if kind is None:
            self._show_form(bool(self._promised()))
            return
        if not self.form.typed.commitment.id and self.process is not None:
            self.form.begin(kind, dependency_of(self.process, kind))
        self._show_form(True)
        self.form.text.setFocus()

    def reopen(self) -> None:
        """Leave the process open again."""
        if self.process is not None and self.process.triage is not None:
            self.context.bridge.execute(ChooseTriage(self.process.id, None))

    def _live_with(self, until: str) -> bool:
        """Decide to live with the process; False where that was refused or is not meant."""
        if self.process is None:
            return False
        if not until:
            self.context.say("Say until when we live with it.")
            return False
        on = self.context.session_day()
        question = about_date(named_day(until, on), on)
        if not self.context.bridge.is_meant(question):
            return False
        command = LiveWith(self.process.id, kept_until(until, on))
        editor = self.suggestions.until
        if self.context.drafts.save(command, editor, then=self._show_decided) is None:
            return False
        self._show_form(bool(self._promised()))
        self.queue.list.setFocus()
        return True

    # What is promised

    def add(self) -> None:
        """Open a blank form about the process."""
        if not self.keep():
            return
        self._show_commitment(None)
        self._show_form(True)
        self.form.text.setFocus()

    def ask_users(self) -> None:
        """Promise to ask the users of the process, within thirty days of the session."""
        process = self.process
        if process is None or not self.keep():
            return
        start = self.context.session_day()
        made = ask_users(process, start + dt.timedelta(days=_ASKED_WITHIN))
        if self.context.bridge.execute(made, source=made) is not None:
            self._show_commitment(self._promised()[-1])
            field = self.form.text if self.form.typed.commitment.owner else self.form.owner
            field.setFocus()

    def add_general(self) -> None:
        """Open a blank form about no process."""
        if not self.keep():
            return
        self._process_id = None
        self._fill_head()
        self.add()

    def edit(self, commitment_id: int) -> None:
        """Open a commitment in the form."""
        commitment = self.context.bridge.state.get(Commitment, commitment_id)
        if commitment is None:
            return
        if not self.keep():
            self._fill_promises()  # the button that was pressed shows what is in the form
            return
        if commitment.process_id != self._process_id:
            self._turn_to(commitment.process_id)
        self._show_commitment(commitment)
        self.form.text.setFocus()

    def _turn_to(self, process_id: int | None) -> None:
        if process_id is not None:
            self.queue.model.hold(process_id)
            self.queue.choose(process_id)
        self._process_id = process_id
        self._fill_head()

    def keep(self) -> bool:
        """Keep reason and form; False where the form could not be kept and still stands there."""
        self.suggestions.keep_reason()
        if self.form.misread is not None:
            self.context.say(NOT_A_DAY)
            self._show_form(True)
            self.form.misread.setFocus()
            return False
        typed = self.form.typed
        if not self.form.is_changed or typed.is_blank:
            self.form.give_up()
            return True
        command = KeepCommitment(typed.commitment, typed.excuse_ids)
        kept = partial(self._adopt, typed)
        save = self.context.drafts.save
        return save(command, *self.form.fields, then=kept) is not None

    def _adopt(self, kept: Typed, change_set: ChangeSet) -> None:
        """Let the form stand for what was kept; what was chosen in it since is an edit of that."""
        made = [each.after for each in change_set.changes if each.before is None]
        new = next((each for each in made if isinstance(each, Commitment)), None)
        is_as_kept = self.form.typed == kept and self.form.misread is None
        if is_as_kept:
            self.form.settle()
            if new is not None:
                self._replace_new(new)
        elif new is not None:
            self.form.adopt(replace(kept, commitment=replace(kept.commitment, id=new.id)))
            self._fill_promises()
            self.context.room.go_on_making(self.form.typed.commitment)

    def _replace_new(self, commitment: Commitment | None) -> None:
        """Put what was kept, or a blank one, in place of a new commitment: here and on the wall."""
        self._show_commitment(commitment)
        self.context.room.go_on_making(self.form.typed.commitment)

    def keep_and_go_on(self) -> None:
        """Keep the commitment, or until when the room lives with it, and go to the next process."""
        until = self.suggestions.unkept_until
        if until and not self._live_with(until):
            return
        if not self.context.bridge.is_meant(self.form.question()) or not self.keep():
            return
        row_now = self.queue.list.currentIndex().row()
        if self.queue.choose_row(row_now + 1) or self.queue.choose_row(0):
            self.queue.list.setFocus()

    def withdraw(self) -> None:
        """Mark the commitment as withdrawn; it stays on record."""
        commitment_id = self.form.typed.commitment.id
        if commitment_id:
            status, day = CommitmentStatus.WITHDRAWN, self.context.session_day()
            command = UpdateCommitment(commitment_id, status, day)
            self.context.bridge.execute(command, source=command)

    def delete(self) -> None:
        """Delete the commitment in the form, or clear a blank one."""
        commitment_id = self.form.typed.commitment.id
        if commitment_id:
            self.form.settle()
            self.context.bridge.execute(DeleteRecords(Commitment, (commitment_id,)))
            self.queue.list.setFocus()  # where Undo is the session's, not the field's
        else:
            self.form.settle()
            self._replace_new(None)

    # What changes

    def _follow(self, change_set: ChangeSet) -> None:
        touched = {(change.kind, change.id) for change in change_set.changes}
        if (Process, self._process_id) in touched or (PrivateAnswers, self._process_id) in touched:
            self._fill_head()
            self._show_form(self.form.typed.commitment.id != 0 or self._leads_to_one())
        if any(kind in {Commitment, Excuse} for kind, _ in touched):
            self._follow_commitment(touched)
        self.summarized.emit()

    def _follow_commitment(self, touched: set[tuple[type, int]]) -> None:
        """Show what undo, redo or another part of the console did to the commitment in the form."""
        shown = self.form.typed.commitment
        now = self.context.bridge.state.get(Commitment, shown.id)
        if now is None and (Commitment, shown.id) in touched:
            self._show_commitment(None)
            return
        if now is not None:
            self.form.follow(self._typed(now))
        self._fill_promises()
