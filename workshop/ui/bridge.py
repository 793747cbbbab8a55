"""A session as Qt sees it: commands in, signals out, refusals as sentences."""

from collections.abc import Callable
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


def _nothing(_: ChangeSet) -> None:
    """Do nothing once it is on the disk."""


@dataclass(eq=False, slots=True)
class _Action:
    """A step on its way to the disk; a newer one of the same source, if any, takes its place."""

    run: Callable[[Session], ChangeSet]
    source: object = None
    kept: Callable[[ChangeSet], None] = _nothing
    done: ChangeSet | None = None


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
        self._unwritten: dict[str, Callable[[Session], None]] = {}
        self._has_failed = False
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
        """Whether anything could not be saved and waits to be tried again."""
        return bool(self._unsaved or self._unwritten)

    def execute(
        self,
        command: Command,
        *,
        merge_key: str | None = None,
        source: object = None,
        kept: Callable[[ChangeSet], None] = _nothing,
    ) -> ChangeSet | None:
        """Carry out a command; None where it was refused or could not be saved.

        A command that could not be saved waits and is tried again before the next one, unless a
        newer one of the same source takes its place; where a second press is but another try, the
        command is its own source. `kept` is called with what it changed once that is on the disk,
        be it now or later.
        """

        def run(session: Session) -> ChangeSet:
            return session.execute(command, merge_key=merge_key)

        return self._attempt(_Action(run, source, kept))

    def give_up(self, source: object) -> None:
        """Let go of a command of a source that could not be saved, if one waits."""
        others = [each for each in self._unsaved if each.source != source]
        if len(others) < len(self._unsaved):
            self._unsaved = others
            self._tell_saved()

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
            return self._attempt(_Action(Session.undo))
        self._unsaved.pop()
        self.rejected.emit("The last change, which was not saved, is given up.")
        self._tell_saved()
        return None

    def redo(self) -> ChangeSet | None:
        """Bring the last undone step again."""
        return self._attempt(_Action(Session.redo))

    def show(self, stage: Stage) -> None:
        """Keep what the wall shows. The room sees it even where it cannot be kept."""
        self._stage = stage
        self._write("stage", lambda session: session.show(stage))
        self.staged.emit(stage)

    def _attempt(self, action: _Action) -> ChangeSet | None:
        self._asked = ""
        if self._read_only:
            self.rejected.emit(_READ_ONLY)
            return None
        if action.source is not None:
            self._unsaved = [each for each in self._unsaved if each.source != action.source]
        self._unsaved.append(action)
        self._carry_out()
        return action.done

    def _carry_out(self) -> None:
        """Carry out what waits, oldest first, until one cannot be saved."""
        while self._unsaved:
            # What follows a change may carry out more: the one that is being saved waits no longer.
            action = self._unsaved.pop(0)
            try:
                action.done = action.run(self._session)
            except Rejected as refusal:
                self.rejected.emit(str(refusal))
            except StoreError as error:
                self._unsaved.insert(0, action)
                self._tell_failed(error)
                return
            else:
                action.kept(action.done)
        for what, write in tuple(self._unwritten.items()):
            if not self._write(what, write):
                return
        self._tell_saved()

    def _write(self, what: str, write: Callable[[Session], None]) -> bool:
        """Write what is no step of the session; where that fails, it is tried again too."""
        if self._read_only:
            return False
        self._unwritten.pop(what, None)
        try:
            write(self._session)
        except StoreError as error:
            self._unwritten[what] = write
            self._tell_failed(error)
            return False
        self._tell_saved()
        return True

    def _tell_failed(self, error: StoreError) -> None:
        self._has_failed = True
        self.save_failed.emit(str(error))

    def _tell_saved(self) -> None:
        """Tell that nothing waits any more, where something did."""
        if self._has_failed and not self.is_unsaved:
            self._has_failed = False
            self.save_failed.emit("")

    def try_again(self) -> bool:
        """Try what could not be saved once more; tell whether it is saved now."""
        self._carry_out()
        return not self.is_unsaved

    def drafts(self) -> list[Draft]:
        """Return the texts of editors that were open when the session was last left."""
        return self._session.drafts()

    def keep_draft(self, editor: str, text: str) -> None:
        """Keep the text of an open editor."""
        self._write(f"draft {editor}", lambda session: session.keep_draft(editor, text))

    def drop_draft(self, editor: str) -> None:
        """Forget the text of an editor that was closed."""
        self._write(f"draft {editor}", lambda session: session.drop_draft(editor))

    @property
    def sheets(self) -> Sheets:
        """The answers to the leadership check while it runs."""
        return self._session.sheets

    def keep_sheets(self, sheets: Sheets) -> bool:
        """Keep the answers to the leadership check; False where they could not be saved."""
        if self._read_only:
            self.rejected.emit(_READ_ONLY)
        return self._write("sheets", lambda session: session.keep_sheets(sheets))

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
        self._has_failed = False
        self.save_failed.emit("")
        self._carry_out()

    def close(self) -> None:
        """Let go of the session; raises StoreError where the safety copy cannot be made."""
        self._stop()
        self._session.close()
