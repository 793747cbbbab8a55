"""Same thing twice? The pairs of nearly equal cards, one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame

from workshop.domain.commands.activities import MergeActivities
from workshop.domain.records import Activity
from workshop.ui.board.wording import Wording
from workshop.ui.console.near_duplicates import NearDuplicates, NearPair
from workshop.ui.context import Context
from workshop.ui.theme import Size, semibold
from workshop.ui.widgets import button, column, label, row

WIDTH = 316


class PairsPanel(QFrame):
    """Shows a pair of cards; a click on a wording keeps that one."""

    # The cards of a pair, for which a third wording is to be found.
    third_asked = Signal(object)
    # The pair that had the keyboard is settled.
    left = Signal()

    def __init__(self, context: Context, near: NearDuplicates) -> None:
        """Follow the pairs that are found."""
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._context = context
        self._near = near
        self._pairs: list[NearPair] = []
        self._at = 0
        title = label("Same thing twice?")
        title.setFont(semibold(Size.HEADING))
        self._count = label("", "muted")
        self._alike = label("", "muted")
        self._wordings = column(spacing=10)
        self._group: QButtonGroup | None = None
        self._third = button(context, "Third wording…", "pencil")
        self._apart = button(context, "Two things", "x", name="They are two things: keep both")
        self._back = button(context, "", "chevron-left", name="Previous pair")
        self._next = button(context, "", "chevron-right", name="Next pair")
        layout = column(margins=(14, 12, 14, 12), spacing=10)
        layout.addLayout(row(title, 1, self._count))
        layout.addWidget(self._alike)
        layout.addLayout(self._wordings)
        layout.addLayout(row(self._third, self._apart, 1))
        layout.addStretch(1)
        layout.addLayout(row(self._back, self._next, 1))
        self.setLayout(layout)
        self._third.clicked.connect(self._ask_third)
        self._apart.clicked.connect(self.keep_apart)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        near.changed.connect(self._follow)
        context.themed.connect(self._dress)
        self._follow()

    @property
    def pair(self) -> NearPair | None:
        """The pair that is shown."""
        return self._pairs[self._at] if self._pairs else None

    def _dress(self) -> None:
        for each, name in ((self._third, "pencil"), (self._apart, "x")):
            each.setIcon(self._context.icon(name))
        self._back.setIcon(self._context.icon("chevron-left"))
        self._next.setIcon(self._context.icon("chevron-right"))

    def _follow(self) -> None:
        shown, had_keyboard = self.pair, self._has_keyboard
        self._pairs = self._near.pairs
        if shown in self._pairs:
            self._at = self._pairs.index(shown)
        self._at = max(0, min(self._at, len(self._pairs) - 1))
        self.setVisible(bool(self._pairs))
        if self.pair != shown or self._group is None:
            self._show_pair()
        self._count.setText(f"{self._at + 1:,} of {len(self._pairs):,}" if self._pairs else "")
        for each in (self._back, self._next):
            each.setEnabled(len(self._pairs) > 1)
        if had_keyboard and self.pair != shown:
            self.left.emit()  # or Qt gives the focus to whatever comes next in the window

    @property
    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def cards(self) -> list[Activity]:
        """Return the cards of the pair that is shown."""
        state, pair = self._context.bridge.state, self.pair
        found = [state.get(Activity, key) for key in (pair.a, pair.b)] if pair else []
        return [card for card in found if card is not None]

    def _show_pair(self) -> None:
        while (item := self._wordings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._keep)
        for card in self.cards():
            wording = Wording(self._context, card)
            wording.setCheckable(False)
            wording.setAccessibleDescription("Keep this wording and merge the other card into it")
            self._group.addButton(wording, card.id)
            self._wordings.addWidget(wording)
        pair = self.pair
        percent = f"{pair.score:.0f} % alike. Click the wording to keep." if pair else ""
        self._alike.setText(percent)

    def _go(self, by: int) -> None:
        if self._pairs:
            self._at = (self._at + by) % len(self._pairs)
            self._show_pair()
            self._follow()

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _keep(self, card_id: int) -> None:
        others = tuple(card.id for card in self.cards() if card.id != card_id)
        self._context.bridge.execute(MergeActivities(card_id, others))

    def keep_apart(self) -> None:
        """Note that the pair that is shown are two things."""
        pair = self.pair
        if pair is not None:
            self._near.keep_apart(pair)

    def _ask_third(self) -> None:
        self.third_asked.emit(self.cards())
