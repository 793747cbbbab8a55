"""Which wording to keep of cards that mean the same: side by side, chosen by a key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QLineEdit,
    QWidget,
)

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.activities import MergeActivities
from workshop.domain.records import Activity
from workshop.domain.text import MAX_TEXT_LENGTH, one_line, shorten
from workshop.ui.board.wording import Wording
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.enter_key import LEAVES_ENTER
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import Size, bold, semibold
from workshop.ui.widgets import button, column, label, row

_MOST = 9  # cards that a digit can choose


class MergeDialog(QDialog):
    """Asks for the wording of the card that stays; the others are merged into it."""

    # They are one card now; its id.
    merged = Signal(int)
    # The cards are different things.
    kept_apart = Signal()

    def __init__(
        self,
        context: Context,
        cards: Sequence[Activity],
        parent: QWidget | None = None,
        *,
        key: str,
        warning: str = "",
    ) -> None:
        """Offer the wordings of two or more cards; the first one holds.

        `key` is that of the draft of a third wording; `warning` says what a merge would set aside.
        """
        super().__init__(parent)
        self.setWindowTitle("Merge cards")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._key = key
        self._keeper: DraftKeeper | None = None
        self._cards = list(cards)
        self._group = QButtonGroup(self)
        self._third = QLineEdit()
        self._third.setMaxLength(MAX_TEXT_LENGTH)
        self._third.setAccessibleName("A third wording")
        self._third.setPlaceholderText("A third wording")
        self._third.hide()
        self._after = label()
        self._after.setFont(bold(Size.HEADING))
        self._also = label("", "muted", wrap=True)
        self._warning = label(warning, wrap=True)
        self._warning.setVisible(bool(warning))
        self._write = button(
            context, "Write a third wording  [E]", "pencil", name="Third wording (E)"
        )
        apart = "They are two things" if len(cards) == 2 else "They are different things"
        self._apart = button(context, f"{apart}  [K]", "x", name=f"{apart} (K)")
        self._merge = button(context, "Merge", "merge", look="primary")
        self._merge.setDefault(True)
        self._build()
        self._connect()
        self._ring = FocusRing(self, context.colors)
        self._tell()

    def _build(self) -> None:
        title = label("Keep which wording?")
        title.setFont(bold(Size.TITLE))
        grid = QGridLayout()
        grid.setSpacing(16)
        for number, card in enumerate(self._cards[:_MOST]):
            wording = Wording(self._context, card, str(number + 1))
            wording.setProperty(LEAVES_ENTER, True)  # Enter merges, and keeps the one that holds
            self._group.addButton(wording, number)
            grid.addWidget(wording, number // 2, number % 2)
        self._group.button(0).setChecked(True)
        line = label()
        line.setProperty("look", "line")
        after = label("After merging", "muted")
        after.setFont(semibold(Size.SMALL))
        layout = column(title, spacing=14, margins=(26, 22, 26, 22))
        layout.addLayout(grid)
        layout.addLayout(row(self._write, 1, self._apart))
        layout.addWidget(self._third)
        for each in (after, self._after, self._also, self._warning):
            layout.addWidget(each)
        layout.addLayout(row(self._merge, 1))
        self.setLayout(layout)
        self.setMinimumWidth(640)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._tell)
        self._third.textChanged.connect(self._tell)
        self._write.clicked.connect(self.open_third)
        self._apart.clicked.connect(self._keep_apart)
        self._merge.clicked.connect(self._choose)
        QShortcut(QKeySequence("E"), self).activated.connect(self.open_third)
        QShortcut(QKeySequence("K"), self).activated.connect(self._keep_apart)
        for number in range(len(self._cards[:_MOST])):
            shortcut = QShortcut(QKeySequence(str(number + 1)), self)
            shortcut.activated.connect(self._group.button(number).click)

    @property
    def _keep(self) -> Activity:
        return self._cards[max(0, self._group.checkedId())]

    @property
    def _third_text(self) -> str:
        return one_line(self._third.text())

    def open_third(self) -> None:
        """Let a third wording be typed, in place of the one that holds, or go on with it."""
        if self._keeper is None:
            self._third.setText(one_line(self._keep.text))
            self._keeper = self._context.drafts.attach(self._third, self._key)
        self._third.show()
        self._third.setFocus()
        self._third.selectAll()

    def _tell(self) -> None:
        """Show what the card will say, and what it will also have been called."""
        self._context.bridge.give_up(self)  # what could not be saved was another choice
        text = self._third_text or self._keep.text
        self._after.setText(shorten(text, 66))
        also = [card.text for card in self._cards if card.text != text]
        self._also.setText("also said: " + " · ".join(shorten(each, 60) for each in also[:4]))
        number = self._group.checkedId() + 1
        self._merge.setText(
            " Merge, keep the third" if self._third_text else f" Merge, keep {number}"
        )

    def _choose(self) -> None:
        keep = self._keep
        others = tuple(card.id for card in self._cards if card.id != keep.id)
        command = MergeActivities(keep.id, others, self._third_text or None)
        execute = self._context.bridge.execute
        if execute(command, source=self, kept=partial(self._end, keep.id)) is None:
            self._warning.setText("Nothing was merged: see the line at the foot of the window.")
            self._warning.show()

    def _end(self, card_id: int, _: ChangeSet) -> None:
        if self._keeper is not None:
            self._keeper.drop()
        self.merged.emit(card_id)
        self.accept()

    def _keep_apart(self) -> None:
        self.kept_apart.emit()
        self.reject()

    def done(self, result: int) -> None:
        """Close; a wording that was typed and not kept waits as a draft, but no unsaved merge."""
        self._context.bridge.give_up(self)
        if self._keeper is not None:
            self._keeper.put_by()
            self._keeper = None
        super().done(result)
