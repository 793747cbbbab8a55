"""The session: execute, undo, redo, subscribe."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from workshop.domain.changes import Change, ChangeSet, net
from workshop.domain.commands import Command
from workshop.domain.commands.agenda import is_timing
from workshop.domain.errors import Rejected, StaleChangeError
from workshop.domain.records import Record, SessionFacts
from workshop.domain.rules import cleaned
from workshop.domain.stage import Stage
from workshop.domain.state import State
from workshop.domain.text import clean
from workshop.session.agenda import default_agenda
from workshop.session.sheets import Sheets
from workshop.session.steps import NO_STEP, Steps
from workshop.store import Draft, HistoryEntry, SessionFile
from workshop.store.errors import damaged
from workshop.store.rows import RowError

# Edits with the same merge key within this many seconds are one step of undo.
MERGE_WINDOW = 1.0

# The draft that holds the leadership check while it runs. A time would tell when somebody answered.
_SHEETS = "leadership check"
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)

Subscriber = Callable[[ChangeSet], None]
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time that history is dated with."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done, as a list of the history shows it.

    `number` counts from 1 among the lines shown; `undoes` is the number of the line that this one
    takes back; `hash` is blank where private entries are left out, since it tells them apart.
    """

    number: int
    made_at: datetime
    label: str
    undoes: int | None
    private: bool
    hash: str


class Session:
    """An open session: its state, and the one way to change it.

    A command is planned on the state, written with its history entry in one transaction, and only
    then published: what subscribers see is on the disk.
    """

    def __init__(self, file: SessionFile, clock: Clock) -> None:
        """Take over an open file; use `create` or `open`."""
        self._file = file
        self._clock = clock
        self._state = file.load()
        self._stage = file.stage()
        self._steps = Steps(file.history())
        self._subscribers: list[Subscriber] = []
        self._merge: tuple[str, int, datetime] | None = None
        self._has_written = False

    @classmethod
    def create(cls, path: Path, *, clock: Clock = utc_now, **facts: Any) -> "Session":
        """Create a session file with the usual agenda; `facts` are fields of SessionFacts.

        Raises StoreError where the file is there already or cannot be written, Rejected for a fact
        that breaks a rule.
        """
        from uuid import uuid4

        first = SessionFacts(id=1, session_id=uuid4().hex, **facts)
        records = [cleaned(first), *default_agenda()]
        return cls.create_with(records, path, "Created the session", clock=clock)

    @classmethod
    def create_with(
        cls, records: Iterable[Record], path: Path, label: str, *, clock: Clock = utc_now
    ) -> "Session":
        """Create a session file that holds records from its first entry on.

        Raises StoreError where the file is there already or cannot be written.
        """
        changes = tuple(Change(None, record) for record in records)
        file = SessionFile.create(path, ChangeSet(label, changes), now=clock())
        session = cls(file, clock)
        session._has_written = True
        return session

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Clock = utc_now) -> "Session":
        """Open a session file; raises StoreError where it cannot be used as asked."""
        file = SessionFile.open(path, read_only=read_only, now=clock())
        try:
            return cls(file, clock)
        except BaseException:
            file.close()
            raise

    @property
    def path(self) -> Path:
        """The session file."""
        return self._file.path

    @property
    def state(self) -> State:
        """The state as it is on the disk."""
        return self._state

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._steps.to_undo.label if self._steps.to_undo else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again, or None."""
        return self._steps.to_redo.label if self._steps.to_redo else None

    def undo_steps(self) -> list[tuple[datetime, str]]:
        """Return the steps that undo takes back one by one, oldest first: when and what."""
        return [(self._time(step.made_at), clean(step.label)) for step in self._steps.done]

    def redo_steps(self) -> list[tuple[datetime, str]]:
        """Return the steps that redo brings again one by one, the next one last: when and what."""
        return [(self._time(step.made_at), clean(step.label)) for step in self._steps.undone]

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call back with every change set once it is on the disk; returns how to stop that."""
        self._subscribers.append(subscriber)

        def stop() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return stop

    def execute(self, command: Command, *, merge_key: str | None = None) -> ChangeSet:
        """Carry out a command; durable on return. Nothing is written where nothing changes.

        Commands that follow each other within a second under the same merge key are undone
        together; the time that a phase took is never undone. Raises Rejected where the rules refuse
        it, StoreError where it cannot be saved.
        """
        change_set = command.plan(self._state)
        if change_set:
            now = self._clock()
            if is_timing(change_set):
                self._write(change_set, now, step=NO_STEP)
                return change_set
            entry = self._write(change_set, now, step=self._step_to_continue(merge_key, now))
            self._merge = (merge_key, entry.step, now) if merge_key else None
        return change_set

    def _step_to_continue(self, merge_key: str | None, now: datetime) -> int | None:
        if merge_key is None or self._merge is None:
            return None
        key, step, at = self._merge
        is_near = 0 <= (now - at).total_seconds() < MERGE_WINDOW
        return step if key == merge_key and is_near else None

    def undo(self) -> ChangeSet:
        """Take back the last step; raises Rejected where there is none."""
        if self._steps.to_undo is None:
            raise Rejected("There is nothing left to undo.")
        step = self._steps.to_undo
        return self._take_back(step.number, f"Undo: {step.label}")

    def redo(self) -> ChangeSet:
        """Bring the last undone step again; raises Rejected where there is none."""
        if self._steps.to_redo is None:
            raise Rejected("There is nothing left to redo.")
        step = self._steps.to_redo
        return self._take_back(step.number, f"Redo: {step.label}")

    def _take_back(self, step: int, label: str) -> ChangeSet:
        change_set = ChangeSet(label, net(self._flipped(step, label)))
        self._write(change_set, self._clock(), undoes=step)
        self._merge = None
        return change_set

    def _flipped(self, step: int, label: str) -> list[Change]:
        changes: list[Change] = []
        state = self._state
        try:
            for entry in reversed(self._file.history(step=step)):
                flipped = entry.change_set(state).flip(label).changes
                state = state.apply(flipped)
                changes += flipped
        except (RowError, StaleChangeError) as error:
            raise damaged(self.path, "its history does not fit its tables") from error
        return changes

    def _write(
        self,
        change_set: ChangeSet,
        now: datetime,
        *,
        step: int | None = None,
        undoes: int | None = None,
    ) -> HistoryEntry:
        state = self._state.apply(change_set.changes)
        entry = self._file.write(change_set, state.next_ids, now=now, step=step, undoes=undoes)
        self._state = state
        self._has_written = True
        self._steps.follow(entry)
        for subscriber in tuple(self._subscribers):
            subscriber(change_set)
        return entry

    def history(self, *, private: bool = False) -> list[HistoryLine]:
        """Return what was done, oldest first; without entries that only touch private records.

        What is left is numbered without gaps and carries no hashes, so that it reads the same
        whatever the private records hold.
        """
        entries = [entry for entry in self._file.history() if private or not entry.private]
        first_of_step: dict[int, int] = {}
        for number, entry in enumerate(entries, start=1):
            first_of_step.setdefault(entry.step, number)
        return [
            HistoryLine(
                number=number,
                made_at=self._time(entry.made_at),
                label=clean(entry.label),
                undoes=None if entry.undoes is None else first_of_step.get(entry.undoes),
                private=entry.private,
                hash=entry.hash if private else "",
            )
            for number, entry in enumerate(entries, start=1)
        ]

    def _time(self, made_at: str) -> datetime:
        try:
            return datetime.fromisoformat(made_at).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise damaged(self.path, "an entry of its history has no time") from error

    @property
    def stage(self) -> Stage:
        """What the wall shows."""
        return self._stage

    def show(self, stage: Stage) -> None:
        """Keep what the wall shows; it is durable on return and no step of undo."""
        if stage != self._stage:
            self._file.set_stage(stage)
            self._stage = stage

    def drafts(self) -> list[Draft]:
        """Return the texts of editors that were open when the session was last left."""
        return [draft for draft in self._file.drafts() if draft.editor != _SHEETS]

    def keep_draft(self, editor: str, text: str) -> None:
        """Keep the text of an open editor until it is dropped."""
        self._file.keep_draft(editor, clean(text), now=self._clock())

    def drop_draft(self, editor: str) -> None:
        """Forget the text of an editor, because it was kept in the session or given up."""
        self._file.drop_draft(editor)

    @property
    def sheets(self) -> Sheets:
        """The answers to the leadership check while it runs."""
        found = [draft.text for draft in self._file.drafts() if draft.editor == _SHEETS]
        return Sheets.from_text(found[0]) if found else Sheets()

    def keep_sheets(self, sheets: Sheets) -> None:
        """Keep the answers in place of the earlier ones; no time is kept with them."""
        if sheets.number:
            self._file.keep_draft(_SHEETS, sheets.to_text(), now=_NO_TIME)
        else:
            self._file.drop_draft(_SHEETS)

    def copy_to(self, path: Path) -> None:
        """Copy the session to another file and stay with this one.

        Raises StoreError where the copy cannot be made; none is left then.
        """
        self._file.copy_to(path)

    def continue_at(self, path: Path) -> "Session":
        """Copy the session to another file and return the session of that one.

        This one is closed. Raises StoreError where the copy cannot be made; then nothing changes.
        """
        self._file.copy_to(path)
        copy = Session.open(path, clock=self._clock)
        self._file.close()
        return copy

    def close(self) -> None:
        """Let go of the file, after a copy of it in the user's own folder if it was changed.

        Closing again does nothing. Raises StoreError where that copy fails; the session itself is
        whole and closed.
        """
        try:
            if self._has_written:
                self._has_written = False
                self._file.take_snapshot(now=self._clock())
        finally:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
