"""Where each card of a column lies: its own heights and sums, so that no view asks every card."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, zip_longest

from PySide6.QtCore import QPoint, QRect

GAP = 6
MARGIN = 12  # left and right of the cards
EDGE = 10  # above the first and below the last one


class CardLayout:
    """The rectangles of cards, one below the other, or in lines of several.

    Rows are those of the model. A height of 0 hides a card. Points and rectangles are in the
    coordinates of the whole content, not of what is scrolled into view.
    """

    def __init__(self) -> None:
        """Begin without cards."""
        self.width = 0
        self.columns = 1
        self._heights: list[int] = []
        self._shown: Sequence[int] | None = None
        self._tops: list[int] | None = None

    # Cards come, go and change

    def set_heights(self, heights: Iterable[int]) -> None:
        """Take all heights anew."""
        self._heights = list(heights)
        self._forget()

    def insert(self, row: int, heights: Sequence[int]) -> None:
        """Make room for new cards."""
        self._heights[row:row] = heights
        self._forget()

    def remove(self, first: int, last: int) -> None:
        """Close the gap of cards that are gone."""
        del self._heights[first : last + 1]
        self._forget()

    def move(self, first: int, last: int, target: int) -> None:
        """Move cards before another one, as a model's rowsMoved tells it."""
        moved = self._heights[first : last + 1]
        del self._heights[first : last + 1]
        at = target - len(moved) if target > last else target
        self._heights[at:at] = moved
        self._forget()

    def change(self, row: int, heights: Sequence[int]) -> bool:
        """Take other heights of some cards; tell whether any differs."""
        old = self._heights[row : row + len(heights)]
        if old == list(heights):
            return False
        self._heights[row : row + len(heights)] = heights
        self._forget()
        return True

    def _forget(self) -> None:
        self._shown = self._tops = None

    # Which cards there are

    def __len__(self) -> int:
        """Return the number of cards, hidden ones too."""
        return len(self._heights)

    @property
    def shown(self) -> Sequence[int]:
        """The rows that are not hidden, in order."""
        if self._shown is None:
            if 0 in self._heights:
                self._shown = [row for row, height in enumerate(self._heights) if height]
            else:
                self._shown = range(len(self._heights))
        return self._shown

    def is_hidden(self, row: int) -> bool:
        """Tell whether a card is hidden."""
        return not (0 <= row < len(self._heights) and self._heights[row])

    def place_of(self, row: int) -> int:
        """Return how many shown cards stand before a row."""
        return bisect_left(self.shown, row)

    # Where they are

    @property
    def _line_tops(self) -> list[int]:
        """The upper edge of each line, and at the end that of a line after the last one."""
        if self._tops is None:
            heights = list(filter(None, self._heights))
            self._tops = list(accumulate(self._lines(heights), initial=EDGE))
        return self._tops

    def _lines(self, heights: list[int]) -> list[int]:
        if self.columns == 1:
            return [height + GAP for height in heights]
        each = [heights[n :: self.columns] for n in range(self.columns)]
        return [max(line) + GAP for line in zip_longest(*each, fillvalue=0)]

    @property
    def height(self) -> int:
        """The height of all cards with their margins."""
        return self._line_tops[-1] - GAP + EDGE

    @property
    def card_width(self) -> int:
        """The width of one card."""
        return max(1, (self.width - 2 * MARGIN - GAP * (self.columns - 1)) // self.columns)

    def rect(self, row: int) -> QRect:
        """Return where a card lies; an empty rectangle for a hidden one."""
        if self.is_hidden(row):
            return QRect()
        line, column = divmod(self.place_of(row), self.columns)
        left, tops = MARGIN + column * (self.card_width + GAP), self._line_tops
        return QRect(left, tops[line], self.card_width, tops[line + 1] - tops[line] - GAP)

    def row_at(self, point: QPoint) -> int | None:
        """Return the card that lies at a point."""
        row = self.nearest_row(point)
        return row if row is not None and self.rect(row).contains(point) else None

    def nearest_row(self, point: QPoint) -> int | None:
        """Return the card that lies nearest to a point; None where there is none."""
        shown = self.shown
        if not shown:
            return None
        line = max(0, self._line_at(point.y()))
        column = (point.x() - MARGIN) // (self.card_width + GAP)
        place = line * self.columns + max(0, min(column, self.columns - 1))
        return shown[min(place, len(shown) - 1)]

    def _line_at(self, y: int) -> int:
        return min(bisect_right(self._line_tops, y) - 1, len(self._line_tops) - 2)

    def rows_between(self, top: int, bottom: int) -> Sequence[int]:
        """Return the cards of which a part lies between two heights."""
        if not self.shown:
            return ()
        first = max(0, self._line_at(top))
        last = max(0, self._line_at(bottom))
        return self.shown[first * self.columns : (last + 1) * self.columns]

    def gap_at(self, point: QPoint) -> int:
        """Return before which shown card something dropped at a point goes, by its place."""
        row = self.nearest_row(point)
        if row is None:
            return 0
        rect, place = self.rect(row), self.place_of(row)
        if self.columns > 1:
            is_behind = point.x() > rect.center().x() or point.y() > rect.bottom() + GAP
        else:
            is_behind = point.y() > rect.center().y()
        return place + is_behind
