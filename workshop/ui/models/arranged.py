"""A table whose rows are known by id, and that goes from one order to another without a reset."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject


class ArrangedModel(QAbstractTableModel):
    """Keeps the ids of its rows; views keep their current cell through every rearrangement."""

    def __init__(self, ids: list[int], parent: QObject | None = None) -> None:
        """Begin with rows in the order of their ids given."""
        super().__init__(parent)
        self._set(ids)

    def _set(self, ids: list[int]) -> None:
        self._ids = ids
        self._row_of = {key: row for row, key in enumerate(ids)}

    @property
    def ids(self) -> list[int]:
        """The ids of the rows from top to bottom."""
        return list(self._ids)

    def id_at(self, row: int) -> int:
        """Return the id of a row; raises IndexError where there is none."""
        return self._ids[row]

    def row_of(self, key: int) -> int | None:
        """Return the row of an id, or None where it is not shown."""
        return self._row_of.get(key)

    def rowCount(self, parent: object = None) -> int:
        """Return the number of rows; a cell has no rows of its own."""
        return 0 if isinstance(parent, QModelIndex) and parent.isValid() else len(self._ids)

    def arrange(self, target: list[int]) -> None:
        """Remove, insert and move rows so that they are those of `target`, in its order."""
        wanted = set(target)
        gone = [key for key in self._ids if key not in wanted]
        if gone:
            self._remove(gone)
        new = [key for key in target if key not in self._row_of]
        if new:
            self._insert(new, target)
        self._reorder(target)

    def _remove(self, gone: list[int]) -> None:
        first = self._row_of[gone[0]]
        if self._row_of[gone[-1]] - first + 1 != len(gone):
            # Scattered rows go together at the end: one removal instead of thousands.
            leaving = set(gone)
            self._permute([*(key for key in self._ids if key not in leaving), *gone])
            first = len(self._ids) - len(gone)
        self.beginRemoveRows(QModelIndex(), first, first + len(gone) - 1)
        self._set([*self._ids[:first], *self._ids[first + len(gone) :]])
        self.endRemoveRows()

    def _insert(self, new: list[int], target: list[int]) -> None:
        first = target.index(new[0])
        around = [*target[:first], *target[first + len(new) :]]
        if around != self._ids:
            first = len(self._ids)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._set([*self._ids[:first], *new, *self._ids[first:]])
        self.endInsertRows()

    def _reorder(self, target: list[int]) -> None:
        if target == self._ids:
            return
        differing = [row for row, key in enumerate(target) if key != self._ids[row]]
        first, last = differing[0], differing[-1]
        before, after = self._ids[first : last + 1], target[first : last + 1]
        if after == [before[-1], *before[:-1]]:
            self._move(last, first, target)
        elif after == [*before[1:], before[0]]:
            self._move(first, last + 1, target)
        else:
            self._permute(target)

    def _move(self, row: int, before: int, target: list[int]) -> None:
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before)
        self._set(target)
        self.endMoveRows()

    def _permute(self, target: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self._ids[index.row()] for index in old]
        self._set(target)
        new = [
            self.createIndex(self._row_of[key], index.column())
            for key, index in zip(keys, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()
