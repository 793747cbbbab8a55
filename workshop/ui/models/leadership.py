"""The result of the leadership check as a list."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop.domain.changes import ChangeSet
from workshop.domain.leadership import ANSWERS, ItemResult, mean_of, results, talking_points
from workshop.domain.records import LeadershipAnswers
from workshop.ui.bridge import Bridge
from workshop.ui.models.arranged import ArrangedModel
from workshop.words import Item, Side, words

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """A side with its mean, or an item with how it was answered."""

    words: str
    mean: float
    result: ItemResult | None = None
    group: str = ""
    is_low: bool = False

    @property
    def says(self) -> str:
        """What a screen reader says."""
        if self.result is None:
            return f"{self.words} On average {self.mean:.1f}."
        spread = ", ".join(
            f"{count} {word}"
            for word, count in zip(ANSWERS, self.result.counts, strict=True)
            if count
        )
        low = " One of the lowest." if self.is_low else ""
        return f"{self.group}. {self.words} On average {self.mean:.1f}: {spread}.{low}"


class LeadershipModel(ArrangedModel):
    """Each side of the check above its items; empty until five have answered and it was closed."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read the result once; then follow."""
        self._bridge = bridge
        self._lines: dict[int, Line] = {}
        super().__init__([], parent)
        self._take()
        bridge.changed.connect(self._follow)

    def _take(self) -> None:
        before = self._lines
        after = _lines(results(self._bridge.view))
        self._lines = {**before, **after}
        self.arrange([*after])
        self._lines = after
        for key, line in after.items():
            row = self.row_of(key)
            if row is not None and before.get(key) not in (None, line):
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is LeadershipAnswers for change in change_set.changes):
            self._take()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, the line, what a screen reader says."""
        if not index.isValid():
            return None
        line = self._lines[self.id_at(index.row())]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        return line.says if role == Qt.ItemDataRole.AccessibleTextRole else None


def _lines(found: list[ItemResult]) -> dict[int, Line]:
    """Return the lines by number: items by their own, sides by 0 and -1."""
    check = words().leadership
    lowest = {result.item for result in talking_points(found)}
    lines: dict[int, Line] = {}
    for key, side, items in (
        (0, check.person, check.person_items),
        (-1, check.agency, check.agency_items),
    ):
        lines.update(_side(key, side, items, found, lowest))
    return lines


def _side(
    key: int, side: Side, items: tuple[Item, ...], found: list[ItemResult], lowest: set[int]
) -> dict[int, Line]:
    mean = mean_of(found, [item.number for item in items])
    if mean is None:
        return {}
    by_item = {result.item: result for result in found}
    shown = [item for item in items if item.number in by_item]
    return {
        key: Line(side.question, mean),
        **{
            item.number: Line(
                item.text,
                by_item[item.number].mean,
                by_item[item.number],
                item.group,
                item.number in lowest,
            )
            for item in shown
        },
    }
