"""Fist to five: how many hands show how many fingers, and what would move somebody one up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.commitments import CountBuyIn
from workshop.domain.deal import LEAST_SUPPORT, support
from workshop.domain.records import BuyIn, Participant
from workshop.ui.console.deal.finger_notes import FingerNotes
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import bring_into_view, button, column, count_field, label, row
from workshop.words import words

_NAMES = ("Fist", "1", "2", "3", "4", "5")
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


class Hands(QWidget):
    """Six numbers, what they come to, and private notes."""

    show_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__()
        self._context = context
        self.fields = [self._field(n) for n in range(len(_NAMES))]
        self._fists = QWidget()
        self._counted = label("", wrap=True)
        self._support = label("", wrap=True)
        self._support.setFont(semibold(15))
        self._below = label("", "muted", wrap=True)
        self.show_bars = button(context, "Show the bars", "monitor")
        self.notes = FingerNotes(context)
        self._build()
        self.show_bars.clicked.connect(self.show_asked)
        context.bridge.changed.connect(self._follow)
        context.themed.connect(self._dress)
        self._show_counts()

    def _field(self, fingers: int) -> QLineEdit:
        said = words().deal.fingers[fingers]
        found = count_field(f"Hands with {_NAMES[fingers].lower()}: {said}")
        found.setToolTip(said)
        found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        found.setStyleSheet("padding: 0; font-weight: 600; font-size: 17px;")
        found.setMinimumWidth(34)
        found.setProperty("fingers", fingers)
        found.editingFinished.connect(self.keep)
        found.returnPressed.connect(self._go_on)
        return found

    def _build(self) -> None:
        title = _muted("Fist to five")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        for place, (name, field) in enumerate(zip(_NAMES, self.fields, strict=True)):
            head = _muted(name)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, place)
            grid.addWidget(field, 1, place)
        inner = column(title, spacing=8)
        inner.addLayout(grid)
        self._fists.setLayout(inner)
        layout = column(self._fists, spacing=8)
        layout.addWidget(self._support)
        layout.addWidget(self._counted)
        layout.addLayout(row(self.show_bars))
        layout.addWidget(self._below)
        layout.addWidget(self.notes)
        self.setLayout(layout)

    def _dress(self) -> None:
        self.show_bars.setIcon(self._context.icon("monitor"))

    @property
    def _buy_in(self) -> BuyIn | None:
        return self._context.bridge.view.buy_in

    def _show_counts(self) -> None:
        buy_in = self._buy_in
        counts = buy_in.counts if buy_in else (0,) * len(self.fields)
        for field, count in zip(self.fields, counts, strict=True):
            field.setText(str(count) if buy_in else "")
        found, people = support(buy_in), len(self._context.bridge.view.participants)
        of = f" of {people:,}" if people else ""
        self._counted.setText(f"{found.total:,}{of} hands counted" if buy_in else "")
        self._support.setText(
            f"{found.behind:,} of {found.total:,} can live with it or better" if found.total else ""
        )
        below = found.total - found.behind
        asked = words().deal.one_up
        number = _NUMBERS[below] if below < len(_NUMBERS) else f"{below:,}"
        self._below.setText(f"{number} below {_LEAST}. Ask: “{asked}”" if below else "")
        for each in (self._counted, self._support, self._below):
            each.setVisible(bool(each.text()))
        self.show_bars.setEnabled(bool(found.total))

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind in {BuyIn, Participant} for change in change_set.changes):
            self._show_counts()

    def begin(self) -> None:
        """Put the focus where the fists are counted, with their names in view."""
        self.fields[0].setFocus()
        self.fields[0].selectAll()
        bring_into_view(self._fists)

    def _go_on(self) -> None:
        field = self.sender()
        assert isinstance(field, QLineEdit)
        at = field.property("fingers")
        following = self.fields[at + 1] if at + 1 < len(self.fields) else self.show_bars
        following.setFocus()
        if isinstance(following, QLineEdit):
            following.selectAll()

    def keep(self) -> None:
        """Keep the numbers; what is refused goes back to what was counted before."""
        typed = [int(field.text() or 0) for field in self.fields]
        zero, one, two, three, four, five = typed
        before = self._buy_in.counts if self._buy_in else (0,) * len(typed)
        if tuple(typed) == before:
            return
        command = CountBuyIn((zero, one, two, three, four, five))
        if self._context.bridge.execute(command, merge_key="fist to five") is None:
            self._show_counts()


_LEAST = {3: "three"}.get(LEAST_SUPPORT, str(LEAST_SUPPORT))


def _muted(text: str) -> QLabel:
    found = label(text, "muted")
    found.setFont(semibold(14))
    return found
