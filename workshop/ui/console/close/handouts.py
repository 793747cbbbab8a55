"""The list of handouts: what is chosen, and how many pages each has."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.domain.text import counted
from workshop.handouts import ANNEX, HANDOUTS, TAKE_PRIVATE
from workshop.ui.checks import is_checked, paint_check_box, turned
from workshop.ui.dress import Dress
from workshop.ui.icons import paint_icon
from workshop.ui.theme import font, semibold

Index = QModelIndex | QPersistentModelIndex

NOTE_ROLE = Qt.ItemDataRole.UserRole
PAGES_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2

FOR_EVERYONE = {name: title for name, title in HANDOUTS.items() if name not in TAKE_PRIVATE}
NOT_FOR_THE_ROOM = {"run-sheet": "Facilitator-only run sheet", **ANNEX}
"""What holds what is private: it is saved apart from the others."""

_HEAD = 44

_ROW = 58
_NOTES = {
    "commitments": "soonest first, to pin up",
    "owners": "one page for each owner",
    "deal": "both sides, to sign",
    "inventory": "the public answers",
    "buckets": "the two lists",
    "promise": "to those who use each process",
    "excuses": "still said, removed, accepted",
    "leave-alone": "what works, and what we live with",
    "leadership": "how it was answered, no names",
    "follow-up": "30, 60 and 90 days, to tick",
    "worksheet": "blank, to fill in before the session",
    "poster": "for the wall of an office, on large paper",
    "pack": "all of the above that say something, in one file",
    "run-sheet": "phases, prompts, your notes, checklists",
    "annex": "owner fit, proposed owners, your notes",
}
# Whoever wants these asks for them.
_NOT_TAKEN_HOME = {"worksheet", "poster", "pack", *NOT_FOR_THE_ROOM}


class HandoutModel(QAbstractListModel):
    """One row a handout, with a box to check."""

    # What is chosen has changed.
    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """List the handouts for everyone, then the others; what all take home is chosen."""
        super().__init__(parent)
        self._titles = {**FOR_EVERYONE, **NOT_FOR_THE_ROOM}
        self._names = list(self._titles)
        self._chosen = set(self._names) - _NOT_TAKEN_HOME
        self._pages: dict[str, int | None] = {}

    @property
    def chosen_names(self) -> tuple[str, ...]:
        """The names of the chosen ones for everyone."""
        return tuple(name for name in FOR_EVERYONE if name in self._chosen)

    @property
    def chosen_apart(self) -> tuple[str, ...]:
        """The names of the chosen ones that are not for the room."""
        return tuple(name for name in NOT_FOR_THE_ROOM if name in self._chosen)

    def title_of(self, name: str) -> str:
        """Return the title of a handout."""
        return self._titles[name]

    @property
    def names(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._names)

    def set_pages(self, name: str, pages: int | None) -> None:
        """Take the number of pages of a handout; None where it has none yet."""
        self._pages[name] = pages
        index = self.index(self._names.index(name))
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of handouts."""
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return title, note, pages and check."""
        if not index.isValid():
            return None
        name = self._names[index.row()]
        is_on, pages = name in self._chosen, self._pages.get(name)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            long = f", {counted(pages, ('page', 'pages'))}" if pages is not None else ""
            apart = "" if name in FOR_EVERYONE else " Not for the room."
            return f"{self._titles[name]}{long}. {'Chosen' if is_on else 'Not chosen'}.{apart}"
        values = {
            int(Qt.ItemDataRole.DisplayRole): self._titles[name],
            int(NOTE_ROLE): _NOTES.get(name, ""),
            int(PAGES_ROLE): pages,
            int(HEAD_ROLE): name == next(iter(NOT_FOR_THE_ROOM)),
        }
        return values.get(int(role))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a handout or not."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        name = self._names[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._chosen.add(name)
        else:
            self._chosen.discard(name)
        self.dataChanged.emit(index, index)
        self.chosen.emit()
        return True


class HandoutDelegate(QStyledItemDelegate):
    """Paints a row: box, title over note, pages; a click anywhere and Space check it."""

    def __init__(self, dress: Dress, parent: QObject | None = None) -> None:
        """Paint in the colors of the console."""
        super().__init__(parent)
        self._dress = dress

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines, and of the head above the first of some."""
        return QSize(200, _ROW + (_HEAD if index.data(HEAD_ROLE) else 0))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Check or uncheck."""
        return turned(event, model, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        colors = self._dress.colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        if index.data(HEAD_ROLE):
            self._paint_head(painter, QRectF(whole.left(), whole.top(), whole.width(), _HEAD))
            whole.setTop(whole.top() + _HEAD)
        rect = whole.adjusted(4, 4, -4, -4)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if has_focus:
            painter.setPen(QPen(colors["focus"], 3))
            painter.drawRoundedRect(rect.adjusted(-2.2, -2.2, 2.2, 2.2), 8, 8)
        if has_focus or option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colors["text"], 2.4))
            painter.setBrush(colors["canvas"])
            painter.drawRoundedRect(rect, 6, 6)
        box = QRectF(rect.left() + 10, rect.center().y() - 11, 22, 22)
        paint_check_box(painter, box, colors, is_on=is_checked(index))
        words = rect.adjusted(48, 4, -70, -4)
        half = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colors["text"])
        painter.setFont(semibold(15))
        painter.drawText(half, middle, index.data(Qt.ItemDataRole.DisplayRole))
        painter.setPen(colors["muted"])
        painter.setFont(font(14))
        painter.drawText(half.translated(0, half.height()), middle, index.data(NOTE_ROLE))
        pages = index.data(PAGES_ROLE)
        painter.setFont(font(15))
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -14, 0), right, "…" if pages is None else f"{pages:,}")
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF) -> None:
        colors = self._dress.colors
        painter.fillRect(QRectF(rect.left(), rect.top() + 4, rect.width(), 1), colors["border"])
        paint_icon(
            painter, "lock", QRectF(rect.left() + 14, rect.top() + 15, 18, 18), colors["text"]
        )
        painter.setPen(colors["text"])
        painter.setFont(semibold(15))
        words = rect.adjusted(42, 6, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "Not for the room: saved apart")
