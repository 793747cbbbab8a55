"""What was done, newest first, in the place of the panel; the work can be taken back to a step."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from workshop.domain.text import counted
from workshop.ui.context import Context
from workshop.ui.ring_delegate import RingDelegate
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import button, column, label, row


class History(QFrame):
    """Lists the steps that can be undone; what is below the chosen one stays."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Follow the session while it is seen."""
        super().__init__()
        self._context = context
        title = label("History")
        title.setFont(bold(Size.HEADING))
        self._count = label("", "muted")
        self._close = button(context, "", "x", look="plain", name="Close the history (Ctrl+Alt+H)")
        self._close.clicked.connect(self.closed)
        self.list = QListView()
        self.list.setAccessibleName("What was done, newest first")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = RingDelegate(context)
        self.list.setItemDelegate(self._delegate)
        self._model = QStringListModel(self)
        self.list.setModel(self._model)
        self._told = label("", "muted", wrap=True)
        self.back = button(context, "Take back to here", "history")
        self.back.clicked.connect(self.take_back)
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
        steps = self._context.bridge.undo_steps()
        lines = [f"{at.astimezone():%H:%M}   {name}" for at, name in reversed(steps)]
        self._alter(lines)
        self._count.setText(counted(len(steps), ("step", "steps")))
        self.list.setCurrentIndex(self._model.index(0))
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

    def _tell(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        newer = max(0, self.list.currentIndex().row())
        self.back.setEnabled(newer > 0)
        steps = counted(newer, ("newer step", "newer steps"))
        self._told.setText(
            f"Takes back {steps}; redo (Ctrl+Y) brings them again."
            if newer
            else "Choose the step that is to be the last one."
        )

    def take_back(self) -> None:
        """Undo every step that is newer than the chosen one."""
        newer = max(0, self.list.currentIndex().row())
        done = 0
        while done < newer and self._context.bridge.undo() is not None:
            done += 1
        if done:
            self._context.say(f"Took back {counted(done, ('step', 'steps'))}. Ctrl+Y: do again")
