"""A session as Qt sees it: commands in, signals out, refusals as sentences."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.errors import Rejected
from workshop.domain.public import PublicView
from workshop.domain.stage import Stage
from workshop.domain.state import State
from workshop.session import Session
from workshop.session.sheets import Sheets
from workshop.store import Draft
from workshop.store.errors import StoreError

_READ_ONLY = "This is a read-only copy: save a copy of it (menu File) to go on with."


@dataclass(frozen=True, slots=True)
class _Edit:
    """A command on its way to the disk."""

    command: Command
    merge_key: str | None

    def run(self, session: Session) -> ChangeSet:
        return session.execute(self.command, merge_key=self.merge_key)


@dataclass(frozen=True, slots=True)
class _Redo:
    """The last undone step on its way to the disk."""

    def run(self, session: Session) -> ChangeSet:
        return session.redo()


@dataclass(frozen=True, slots=True)
class _Undo:
    """The taking back of the last step on its way to the disk."""

    def run(self, session: Session) -> ChangeSet:
        return session.undo()


_Action = _Edit | _Undo | _Redo


class Bridge(QObject):
    """The one object through which widgets reach the session."""

    # A ChangeSet that is on the disk. Models follow from it.
    changed = Signal(object)
    # The Stage after it was kept.
    staged = Signal(object)
    # A sentence that says why a command was refused.
    rejected = Signal(str)
    # A sentence that says why nothing was saved; then blank when saving works again.
    save_failed = Signal(str)

    def __init__(
        self, session: Session, parent: QObject | None = None, *, read_only: bool = False
    ) -> None:
        """Take over an open session; one that is only read refuses every command."""
        super().__init__(parent)
        self._session = session
        self._stop = session.subscribe(self.changed.emit)
        self._read_only = read_only
        self._stage = session.stage
        self._unsaved: list[_Action] = []
        self._asked = ""
        self._view: PublicView | None = None
        self._view_of: State | None = None

    @property
    def state(self) -> State:
        """The whole state, private records included: for the console alone."""
        return self._session.state

    @property
    def view(self) -> PublicView:
        """The public view of the state: all that the wall and handouts are given."""
        if self._view is None or self._view_of is not self._session.state:
            self._view_of = self._session.state
            self._view = PublicView.of(self._view_of)
        return self._view

    @property
    def path(self) -> Path:
        """The session file."""
        return self._session.path

    @property
    def stage(self) -> Stage:
        """What the wall shows, and the phase of the facilitator."""
        return self._stage

    @property
    def is_read_only(self) -> bool:
        """Whether the session can be looked at and not be changed."""
        return self._read_only

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._session.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again."""
        return self._session.redo_label

    def undo_steps(self) -> list[tuple[datetime, str]]:
        """Return the steps that undo takes back one by one, oldest first: when and what."""
        return self._session.undo_steps()

    def redo_steps(self) -> list[tuple[datetime, str]]:
        """Return the steps that redo brings again one by one, the next one last: when and what."""
        return self._session.redo_steps()

    @property
    def is_unsaved(self) -> bool:
        """Whether changes could not be saved and wait to be tried again."""
        return bool(self._unsaved)

    def execute(self, command: Command, *, merge_key: str | None = None) -> ChangeSet | None:
        """Carry out a command; None where it was refused or could not be saved.

        A command that could not be saved is kept and tried again before the next one.
        """
        return self._attempt(_Edit(command, merge_key))

    def refuse(self, sentence: str) -> None:
        """Tell why something that was asked for cannot be a command."""
        self.rejected.emit(sentence)

    def is_meant(self, question: str) -> bool:
        """Ask about what may be a slip; when the same is done again, it is meant."""
        if not question or question == self._asked:
            self._asked = ""
            return True
        self._asked = question
        self.refuse(f"{question} Do it again to go on.")
        return False

    def undo(self) -> ChangeSet | None:
        """Take back the last step; a change that could not be saved is simply given up."""
        if not self._unsaved:
            return self._attempt(_Undo())
        self._unsaved.pop()
        self.rejected.emit("The last change, which was not saved, is given up.")
        if not self._unsaved:
            self.save_failed.emit("")
        return None

    def redo(self) -> ChangeSet | None:
        """Bring the last undone step again."""
        return self._attempt(_Redo())

    def show(self, stage: Stage) -> None:
        """Keep what the wall shows. The room sees it even where it cannot be kept."""
        self._stage = stage
        if not self._read_only:
            try:
                self._session.show(stage)
            except StoreError as error:
                self.save_failed.emit(str(error))
        self.staged.emit(stage)

    def _attempt(self, action: _Action) -> ChangeSet | None:
        self._asked = ""
        if self._read_only:
            self.rejected.emit(_READ_ONLY)
            return None
        return self._carry_out([*self._unsaved, *([] if action in self._unsaved else [action])])

    def _carry_out(self, actions: list[_Action]) -> ChangeSet | None:
        """Carry out what waits, oldest first, and return what the last of it changed."""
        done = None
        while actions:
            try:
                done = actions[0].run(self._session)
            except Rejected as refusal:
                done = None
                self.rejected.emit(str(refusal))
            except StoreError as error:
                self._unsaved = actions
                self.save_failed.emit(str(error))
                return None
            actions = actions[1:]
        if self._unsaved:
            self._unsaved = []
            self.save_failed.emit("")
        return done

    def try_again(self) -> bool:
        """Try what could not be saved once more; tell whether it is saved now."""
        self._carry_out(self._unsaved)
        return not self._unsaved

    def drafts(self) -> list[Draft]:
        """Return the texts of editors that were open when the session was last left."""
        return self._session.drafts()

    def keep_draft(self, editor: str, text: str) -> None:
        """Keep the text of an open editor."""
        if self._read_only:
            return
        try:
            self._session.keep_draft(editor, text)
        except StoreError as error:
            self.save_failed.emit(str(error))

    def drop_draft(self, editor: str) -> None:
        """Forget the text of an editor that was closed."""
        if self._read_only:
            return
        try:
            self._session.drop_draft(editor)
        except StoreError as error:
            self.save_failed.emit(str(error))

    @property
    def sheets(self) -> Sheets:
        """The answers to the leadership check while it runs."""
        return self._session.sheets

    def keep_sheets(self, sheets: Sheets) -> bool:
        """Keep the answers to the leadership check; False where they could not be saved."""
        if self._read_only:
            self.rejected.emit(_READ_ONLY)
            return False
        try:
            self._session.keep_sheets(sheets)
        except StoreError as error:
            self.save_failed.emit(str(error))
            return False
        return True

    def save_copy(self, path: Path) -> None:
        """Save a copy elsewhere and go on here.

        Raises StoreError where the copy cannot be made.
        """
        self._session.copy_to(path)

    def go_on_with_copy(self, path: Path) -> None:
        """Go on with a copy of the session elsewhere, the unsaved changes included.

        Raises StoreError where the copy cannot be made; the session then stays where it is.
        """
        copy = self._session.continue_at(path)
        self._stop()
        self._session = copy
        self._stop = copy.subscribe(self.changed.emit)
        self._read_only = False
        self.save_failed.emit("")
        self._carry_out(self._unsaved)

    def close(self) -> None:
        """Let go of the session; raises StoreError where the safety copy cannot be made."""
        self._stop()
        self._session.close()
