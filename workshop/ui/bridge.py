"""A session as Qt sees it: commands in, signals out, refusals as sentences."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.errors import Rejected
from workshop.domain.public import PublicView
from workshop.domain.stage import Stage
from workshop.domain.state import State
from workshop.session import Session
from workshop.store import Draft
from workshop.store.errors import StoreError


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

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take over an open session."""
        super().__init__(parent)
        self._session = session
        self._stop = session.subscribe(self.changed.emit)
        self._unsaved: Callable[[], ChangeSet] | None = None
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
        return self._session.stage

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._session.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again."""
        return self._session.redo_label

    @property
    def is_unsaved(self) -> bool:
        """Whether a change could not be saved and waits to be tried again."""
        return self._unsaved is not None

    def execute(self, command: Command, *, merge_key: str | None = None) -> ChangeSet | None:
        """Carry out a command; None where it was refused or could not be saved.

        A command that could not be saved is kept and tried again by `try_again`.
        """
        return self._attempt(lambda: self._session.execute(command, merge_key=merge_key))

    def undo(self) -> ChangeSet | None:
        """Take back the last step."""
        # Not the bound method: when it is tried again the session may be a copy elsewhere.
        return self._attempt(lambda: self._session.undo())  # noqa: PLW0108

    def redo(self) -> ChangeSet | None:
        """Bring the last undone step again."""
        return self._attempt(lambda: self._session.redo())  # noqa: PLW0108

    def show(self, stage: Stage) -> None:
        """Keep what the wall shows. The room sees it even where it cannot be kept."""
        try:
            self._session.show(stage)
        except StoreError as error:
            self.save_failed.emit(str(error))
        self.staged.emit(stage)

    def _attempt(self, action: Callable[[], ChangeSet]) -> ChangeSet | None:
        try:
            change_set = action()
        except Rejected as refusal:
            self.rejected.emit(str(refusal))
            return None
        except StoreError as error:
            self._unsaved = action
            self.save_failed.emit(str(error))
            return None
        if self._unsaved is not None:
            self._unsaved = None
            self.save_failed.emit("")
        return change_set

    def try_again(self) -> bool:
        """Try the change that could not be saved once more; tell whether it is saved now."""
        return self._unsaved is None or self._attempt(self._unsaved) is not None

    def drafts(self) -> list[Draft]:
        """Return the texts of editors that were open when the session was last left."""
        return self._session.drafts()

    def keep_draft(self, editor: str, text: str) -> None:
        """Keep the text of an open editor."""
        try:
            self._session.keep_draft(editor, text)
        except StoreError as error:
            self.save_failed.emit(str(error))

    def drop_draft(self, editor: str) -> None:
        """Forget the text of an editor that was closed."""
        try:
            self._session.drop_draft(editor)
        except StoreError as error:
            self.save_failed.emit(str(error))

    def save_copy(self, path: Path) -> None:
        """Go on with a copy of the session elsewhere, the unsaved change included.

        Raises StoreError where the copy cannot be made; the session then stays where it is.
        """
        copy = self._session.continue_at(path)
        self._stop()
        self._session = copy
        self._stop = copy.subscribe(self.changed.emit)
        unsaved, self._unsaved = self._unsaved, None
        self.save_failed.emit("")
        if unsaved is not None:
            self._attempt(unsaved)

    def close(self) -> None:
        """Let go of the session; raises StoreError where the safety copy cannot be made."""
        self._stop()
        self._session.close()
