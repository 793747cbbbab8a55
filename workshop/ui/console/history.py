"""What was done, newest first, in the place of the panel; the work goes back or on to a step."""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from workshop.domain.text import counted
from workshop.ui.context import Context
from workshop.ui.ring_delegate import Index, RingDelegate
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import button, column, label, row

_TAKEN_BACK = "Taken back: "
_BACK, _AGAIN = "Take back to here", "Bring again to here"


class _StepDelegate(RingDelegate):
    """Paints what was taken back in the color of what is not there."""

    def ink(self, index: Index) -> str:
        return "muted" if _TAKEN_BACK in str(index.data()) else "text"


class History(QFrame):
    """Lists the steps that can be undone, and above them those that redo would bring again."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Follow the session while it is seen."""
        super().__init__()
        self._context = context
        self._undone = 0
        title = label("History")
        title.setFont(bold(Size.HEADING))
        self._count = label("", "muted")
        self._close = button(context, "", "x", look="plain", name="Close the history (Ctrl+Alt+H)")
        self._close.clicked.connect(self.closed)
        self.list = QListView()
        self.list.setAccessibleName("What was done, newest first")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _StepDelegate(context)
        self.list.setItemDelegate(self._delegate)
        self._model = QStringListModel(self)
        self.list.setModel(self._model)
        self._told = label("", "muted", wrap=True)
        self.back = button(context, _BACK, "history")
        self.back.clicked.connect(self.go_to)
        layout = column(margins=(13, 12, 13, 12), spacing=10)
        layout.addLayout(row(title, 1, self._count, self._close))
        for each in (self.list, self._told, self.back):
            layout.addWidget(each)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.list.selectionModel().currentChanged.connect(self._tell)
        context.bridge.changed.connect(self._follow)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._close.setIcon(self._context.icon("x"))
        self.back.setIcon(self._context.icon("history"))

    def showEvent(self, event: QShowEvent) -> None:
        """List what was done up to now."""
        super().showEvent(event)
        self._list()

    def _follow(self) -> None:
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        """List the steps: undo and redo take from the upper end as much as they add to it."""
        bridge = self._context.bridge
        undone, done = bridge.redo_steps(), bridge.undo_steps()
        lines = [_line(at, f"{_TAKEN_BACK}{name}") for at, name in undone]
        lines += [_line(at, name) for at, name in reversed(done)]
        self._undone = len(undone)
        self._alter(lines)
        self._count.setText(counted(len(done), ("step", "steps")))
        last = min(self._undone, max(0, len(lines) - 1))
        self.list.setCurrentIndex(self._model.index(last))
        self._tell()

    def _alter(self, lines: Sequence[str]) -> None:
        """Take from the upper end of the list what is gone, and add what is new."""
        old = self._model.stringList()
        pairs = zip(reversed(old), reversed(lines), strict=False)
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        self._model.removeRows(0, len(old) - kept)
        added = lines[: len(lines) - kept]
        self._model.insertRows(0, len(added))
        for number, line in enumerate(added):
            self._model.setData(self._model.index(number), line)

    @property
    def _newer(self) -> int:
        """How many steps are newer than the chosen one; below 0 it is itself taken back."""
        return max(0, self.list.currentIndex().row()) - self._undone

    def _tell(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        newer = self._newer
        is_there = self._model.rowCount() > 0
        self.back.setEnabled(newer != 0 and is_there)
        self.back.setText(f" {_AGAIN if newer < 0 else _BACK}")
        self.back.setAccessibleName(self.back.text().strip())
        self._told.setText(_told(newer) if is_there else "Nothing was done yet.")

    def go_to(self) -> None:
        """Undo every step that is newer than the chosen one, or redo up to it."""
        bridge, newer = self._context.bridge, self._newer
        step = bridge.undo if newer > 0 else bridge.redo
        done = 0
        while done < abs(newer) and step() is not None:
            done += 1
        if done and newer > 0:
            self._context.say(f"Took back {counted(done, ('step', 'steps'))}. Ctrl+Y: do again")
        elif done:
            self._context.say(f"Done again: {counted(done, ('step', 'steps'))}.")


def _line(at: datetime, name: str) -> str:
    return f"{at.astimezone():%H:%M}   {name}"


def _told(newer: int) -> str:
    """Say what going to a step does, by how many are newer than it."""
    steps = counted(abs(newer), ("step", "steps"))
    if newer > 0:
        return f"Takes back {steps}; redo (Ctrl+Y) brings them again."
    if newer < 0:
        return f"Brings {steps} again; undo (Ctrl+Z) takes them back."
    return "Choose the step that is to be the last one."
