"""The promises of the last session as a list: commitments first, then what the team pledged."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.dates import short_day
from workshop.domain.enums import CommitmentStatus
from workshop.domain.kept import carried_pledges
from workshop.domain.records import Commitment, CommitmentUpdate, Pledge
from workshop.domain.text import one_line
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel

Index = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1

# The row between commitments and pledges. Pledges have the numbers below 0.
HEAD = 0

SETTLED = (CommitmentStatus.KEPT, CommitmentStatus.LATE, CommitmentStatus.BROKEN)


class PromiseModel(ArrangedModel):
    """One row a promise, by its date; the order stays while they are answered."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the promises once; then follow."""
        self._bridge = bridge
        super().__init__(self._target(), parent)
        bridge.changed.connect(self._follow)

    def _target(self) -> list[int]:
        view = self._bridge.view
        promised = [each for each in view.commitments if each.carried]
        pledged = [key_of(each) for each in carried_pledges(view)]
        return [*(key_of(each) for each in promised), *([HEAD] if pledged else []), *pledged]

    @property
    def commitments(self) -> list[Commitment]:
        """The commitments of the last session, in their order."""
        found = (self.record(row) for row in range(self.rowCount()))
        return [each for each in found if isinstance(each, Commitment)]

    @property
    def answered(self) -> int:
        """How many were called kept, late or broken."""
        return sum(each.status in SETTLED for each in self.commitments)

    def record(self, row: int) -> Commitment | Pledge | None:
        """Return the promise of a row; None for the head between them."""
        return self.promise(self.id_at(row))

    def promise(self, key: int) -> Commitment | Pledge | None:
        """Return the promise of a key as it is now; None where it is gone, and for the head."""
        if key == HEAD:
            return None
        state = self._bridge.state
        return state.get(Commitment, key) if key > 0 else state.get(Pledge, -key)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let promises be chosen; the head is none."""
        if not index.isValid() or self.id_at(index.row()) == HEAD:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the promise, what was said of it, what a screen reader says."""
        if not index.isValid():
            return None
        record = self.record(index.row())
        if role == RECORD_ROLE:
            return record
        if role == NOTE_ROLE:
            return self._note(record)
        if role == Qt.ItemDataRole.DisplayRole:
            return "What the team pledged" if record is None else one_line(record.text)
        if role == Qt.ItemDataRole.AccessibleTextRole and record is not None:
            return self._said(record)
        return None

    def _note(self, record: Commitment | Pledge | None) -> str:
        """Return the last word on a commitment."""
        if not isinstance(record, Commitment):
            return ""
        said = [one_line(each.text) for each in self._bridge.view.updates_of(record.id)]
        return next((each for each in reversed(said) if each), "")

    def _said(self, record: Commitment | Pledge) -> str:
        due = f", due {short_day(record.due)}" if record.due else ""
        owner = one_line(record.owner) or "no owner"
        if isinstance(record, Pledge):
            actual = one_line(record.actual) or "not told yet"
            target = one_line(record.target) or "no target"
            return f"Pledge: {one_line(record.text)}. {owner}{due}. Target {target}, now {actual}."
        note = self._note(record)
        end = f" {note}." if note else ""
        return f"{one_line(record.text)}. {owner}{due}. {status_words(record.status)}.{end}"

    def _follow(self, change_set: ChangeSet) -> None:
        touched: set[int] = set()
        for change in change_set.changes:
            match change.record:
                case Commitment() | Pledge() as promise:
                    touched.add(key_of(promise))
                case CommitmentUpdate() as update:
                    touched.add(update.commitment_id)
        if not touched:
            return
        self.arrange(self._target())
        for key in touched:
            row = self.row_of(key)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))


def key_of(promise: Commitment | Pledge) -> int:
    """Return the key of a promise in the model."""
    return promise.id if isinstance(promise, Commitment) else -promise.id


def status_words(status: CommitmentStatus) -> str:
    """Return what became of a commitment in words."""
    if status is CommitmentStatus.OPEN:
        return "Not answered yet"
    return status.value.capitalize()
