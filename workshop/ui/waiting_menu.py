"""The menu of what a long-term fix waits on: asked before that is decided."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from workshop.domain.enums import WaitingOn
from workshop.domain.text import shorten
from workshop.ui.theme import semibold
from workshop.ui.widgets import label


class WaitingMenu(QMenu):
    """Offers what a fix may wait on; the keys 1 to 5 choose, Esc decides nothing."""

    # What it waits on.
    decided = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Ask about a process of that name."""
        super().__init__(parent)
        self._choices: dict[QAction, WaitingOn] = {}
        self.setAccessibleName(f"What does {shorten(name)} wait on?")
        # Not a section: a style sheet leaves out the words of those.
        title = QWidgetAction(self)
        words = label("Long term: what does it wait on?", "muted")
        words.setFont(semibold(14))
        words.setContentsMargins(14, 5, 14, 5)
        title.setDefaultWidget(words)
        title.setEnabled(False)
        self.addAction(title)
        for number, choice in enumerate(WaitingOn, start=1):
            self._choices[self.addAction(f"&{number}  {choice.value.capitalize()}")] = choice
        self.triggered.connect(self._choose)

    def choose(self, number: int) -> None:
        """Choose by number, from 1; nothing where there is no such choice."""
        for action in list(self._choices)[number - 1 : number]:
            self.close()
            action.trigger()

    def _choose(self, action: QAction) -> None:
        if action in self._choices:
            self.decided.emit(self._choices[action])
