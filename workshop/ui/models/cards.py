"""Cards as Qt's views see them: one bucket in its order, or all cards, newest first.

A model holds its cards sorted and follows change sets row by row; it is never reset.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from workshop.domain.changes import Change, ChangeSet
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.domain.stage import CARD_SCENES, Stage
from workshop.domain.text import one_line, record_id
from workshop.ui.bridge import Bridge

CARDS_MIME = "application/x-gather-cards"

AnyIndex = QModelIndex | QPersistentModelIndex
Tally = tuple[int, int, int]  # process, performance, abstain
_Key = tuple[int, int]

# A change with more moves than this within a list is told as one change of its order.
_MOST_MOVES = 12
_ACCESSIBLE_LENGTH = 1_000
_ROOT = QModelIndex()


class CardRole(IntEnum):
    """What a view can ask of a card beside Qt's own roles."""

    ID = int(Qt.ItemDataRole.UserRole)
    BUCKET = ID + 1
    TALLY = ID + 2
    LIVE = ID + 3


_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


class CardModel(QAbstractListModel):
    """A sorted list of cards that follows a session; subclasses say which cards, in which order."""

    def __init__(self, bridge: Bridge) -> None:
        """List the cards that the session has now."""
        super().__init__()
        self._bridge = bridge
        table = bridge.state.table(Activity).values()
        self._cards = sorted(filter(self._holds, table), key=self._key)
        self._live = _live_card(bridge.stage)
        bridge.changed.connect(self._follow)
        bridge.staged.connect(self._follow_stage)

    # Which cards, in which order

    def _holds(self, card: Activity) -> bool:
        """Tell whether a card belongs into the list."""
        raise NotImplementedError

    def _key(self, card: Activity) -> _Key:
        """Return what the list is sorted by; different for each card."""
        raise NotImplementedError

    def _where(self, card: Activity) -> str:
        """Return the name of the list that a card stands in, for screen readers."""
        raise NotImplementedError

    # What views ask

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        """Return the text of a card, or another part of it by role."""
        row = index.row()
        if not 0 <= row < len(self._cards):
            return None
        card = self._cards[row]
        if role == _ACCESSIBLE:
            return self._accessible_text(row)
        if role == CardRole.LIVE:
            return card.id == self._live
        value = _VALUES.get(role)
        return value(card) if value is not None else None

    def _accessible_text(self, row: int) -> str:
        card = self._cards[row]
        text = one_line(card.text[:_ACCESSIBLE_LENGTH]).rstrip(".")
        parts = [f"{text}. {self._where(card)}, card {row + 1} of {len(self._cards)}."]
        tally = tally_of(card)
        if tally is not None:
            for_process, for_performance, abstained = tally
            hands = f"Hands: {for_process} process, {for_performance} performance"
            parts.append(f"{hands}, {abstained} abstained.")
        if card.id == self._live:
            parts.append("On the wall.")
        return " ".join(parts)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let cards be selected and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:
        """Let cards be moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type that a drag of cards has."""
        return [CARDS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of cards in their order, for other columns of this window alone."""
        return cards_to_mime(self._cards[row].id for row in sorted(i.row() for i in indexes))

    # What pages ask

    def card(self, row: int) -> Activity:
        """Return a card by its row."""
        return self._cards[row]

    def cards(self) -> list[Activity]:
        """Return all cards in order."""
        return list(self._cards)

    def is_live(self, card_id: int) -> bool:
        """Tell whether the wall shows a card."""
        return card_id == self._live

    def row_of(self, card_id: int | None) -> int | None:
        """Return the row of a card, or None where the list does not have it."""
        card = self._bridge.state.get(Activity, card_id) if card_id is not None else None
        if card is None or not self._holds(card):
            return None
        row = self._place(card)
        has_it = row < len(self._cards) and self._cards[row].id == card.id
        return row if has_it else None

    def _place(self, card: Activity) -> int:
        return bisect_left(self._cards, self._key(card), key=self._key)

    # Following the session

    def _follow(self, change_set: ChangeSet) -> None:
        changes = [change for change in change_set.changes if change.kind is Activity]
        gone, stayed, come = self._parted(changes)
        if gone:
            self._remove(gone)
        moved = [(old, new) for old, new in stayed if self._key(old) != self._key(new)]
        if moved:
            self._move(moved)
        if come:
            self._insert(come)
        if stayed:
            self._replace([new for _, new in stayed])

    def _parted(
        self, changes: Iterable[Change]
    ) -> tuple[list[Activity], list[tuple[Activity, Activity]], list[Activity]]:
        """Return the cards that leave the list, those that stay in it, those that come into it."""
        gone: list[Activity] = []
        stayed: list[tuple[Activity, Activity]] = []
        come: list[Activity] = []
        for change in changes:
            before, after = self._own(change.before), self._own(change.after)
            if before is not None and after is not None:
                stayed.append((before, after))
            elif before is not None:
                gone.append(before)
            elif after is not None:
                come.append(after)
        return gone, stayed, come

    def _own(self, record: object) -> Activity | None:
        return record if isinstance(record, Activity) and self._holds(record) else None

    def _remove(self, cards: list[Activity]) -> None:
        for first, last in reversed(_runs(sorted(map(self._place, cards)))):
            self.beginRemoveRows(_ROOT, first, last)
            del self._cards[first : last + 1]
            self.endRemoveRows()

    def _insert(self, cards: list[Activity]) -> None:
        """Insert cards; those that come to stand side by side are one insertion."""
        waiting = sorted(cards, key=self._key)
        while waiting:
            row = self._place(waiting[0])
            end = self._key(self._cards[row]) if row < len(self._cards) else None
            number = bisect_left(waiting, end, key=self._key) if end else len(waiting)
            self.beginInsertRows(_ROOT, row, row + number - 1)
            self._cards[row:row] = waiting[:number]
            self.endInsertRows()
            del waiting[:number]

    def _move(self, moved: list[tuple[Activity, Activity]]) -> None:
        if len(moved) <= _MOST_MOVES:
            for old, card in sorted(moved, key=lambda pair: self._key(pair[0])):
                self._move_one(old, card)
            return
        new = {card.id: card for _, card in moved}
        cards = sorted((new.get(card.id, card) for card in self._cards), key=self._key)
        if all(a.id == b.id for a, b in zip(cards, self._cards, strict=True)):
            self._cards = cards
        else:
            self._reorder(cards)

    def _move_one(self, old: Activity, new: Activity) -> None:
        source, target = self._place(old), self._place(new)
        if target in (source, source + 1):
            self._cards[source] = new
            return
        self.beginMoveRows(_ROOT, source, source, _ROOT, target)
        del self._cards[source]
        self._cards.insert(target - (target > source), new)
        self.endMoveRows()

    def _reorder(self, cards: list[Activity]) -> None:
        self.layoutAboutToBeChanged.emit()
        row_of = {card.id: row for row, card in enumerate(cards)}
        for index in self.persistentIndexList():
            there = self.index(row_of[self._cards[index.row()].id])
            self.changePersistentIndex(index, there)
        self._cards = cards
        self.layoutChanged.emit()

    def _replace(self, cards: list[Activity]) -> None:
        """Take in what else was changed about cards, and tell of what a view shows."""
        rows: list[int] = []
        for card in cards:
            row = self._place(card)
            if _shown(self._cards[row]) != _shown(card):
                rows.append(row)
            self._cards[row] = card
        self._tell(rows)

    def _tell(self, rows: Iterable[int]) -> None:
        for first, last in _runs(sorted(rows)):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _follow_stage(self, stage: Stage) -> None:
        before, self._live = self._live, _live_card(stage)
        if before != self._live:
            rows = (self.row_of(before), self.row_of(self._live))
            self._tell(row for row in rows if row is not None)


class BucketModel(CardModel):
    """The cards of one bucket in their order."""

    def __init__(self, bridge: Bridge, bucket: Bucket) -> None:
        """List the cards that a bucket has now."""
        self.bucket = bucket
        super().__init__(bridge)

    def _holds(self, card: Activity) -> bool:
        return card.bucket is self.bucket

    def _key(self, card: Activity) -> _Key:
        return (card.position, card.id)

    def _where(self, card: Activity) -> str:
        return self.bucket.value.capitalize()


class NewestModel(CardModel):
    """All cards that are not merged into another, newest first."""

    def _holds(self, card: Activity) -> bool:
        return card.bucket is not None

    def _key(self, card: Activity) -> _Key:
        return (-card.id, 0)

    def _where(self, card: Activity) -> str:
        return (card.bucket or Bucket.UNSORTED).value.capitalize()


def cards_to_mime(ids: Iterable[int]) -> QMimeData:
    """Return a drag of cards."""
    found = QMimeData()
    found.setData(CARDS_MIME, " ".join(map(str, ids)).encode("ascii"))
    return found


def cards_from_mime(data: QMimeData) -> tuple[int, ...]:
    """Return the ids of the cards that are dragged; none for a drag of anything else."""
    text = bytes(data.data(CARDS_MIME).data()).decode("ascii", errors="replace")
    return tuple(found for word in text.split() if (found := record_id(word)))


_shown = attrgetter("text", "bucket", "tally_process", "tally_performance", "tally_abstain")


def tally_of(card: Activity) -> Tally | None:
    """Return the show of hands on a card that split the room; None where there was none."""
    counts = (card.tally_process, card.tally_performance, card.tally_abstain)
    if all(count is None for count in counts):
        return None
    return (counts[0] or 0, counts[1] or 0, counts[2] or 0)


def margin_words(tally: Tally) -> str:
    """Return the margin as it stands on a card: "by 2"."""
    margin = abs(tally[0] - tally[1])
    return f"by {margin}" if margin else "even"


_VALUES: dict[int, Callable[[Activity], Any]] = {
    _DISPLAY: attrgetter("text"),
    _EDIT: attrgetter("text"),
    CardRole.ID: attrgetter("id"),
    CardRole.BUCKET: attrgetter("bucket"),
    CardRole.TALLY: tally_of,
}


def _live_card(stage: Stage) -> int | None:
    return stage.subject_id if stage.scene in CARD_SCENES else None


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return sorted rows as runs from a first to a last one."""
    return list(_each_run(rows))


def _each_run(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for row in rows:
        if first is None or last is None:
            first = last = row
        elif row == last + 1:
            last = row
        else:
            yield first, last
            first = last = row
    if first is not None and last is not None:
        yield first, last
