"""A show of hands on a card that splits the room."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.activities import CountHands
from workshop.domain.records import Activity
from workshop.domain.stage import Scene
from workshop.domain.text import shorten
from workshop.ui.context import Context
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import button, column, label, row

_COUNTS = (
    ("tally_process", "Process"),
    ("tally_performance", "Performance"),
    ("tally_abstain", "Abstain"),
)


class TallyDialog(QDialog):
    """Takes three counts: Tab from one to the next, digits type, Enter shows them to the room."""

    def __init__(
        self, context: Context, card: Activity, draft: str, parent: QWidget | None = None
    ) -> None:
        """Begin with the counts that the card has; the keys of their drafts begin with `draft`."""
        super().__init__(parent)
        self.setWindowTitle("Count hands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._card = card
        self._spins = {name: _spin(words, getattr(card, name)) for name, words in _COUNTS}
        self._keepers = [
            context.drafts.attach(spin.lineEdit(), f"{draft} {name} {card.id}")
            for name, spin in self._spins.items()
        ]
        self.finished.connect(self._put_by)
        keep = button(context, "Reveal the count", "check", look="primary")
        keep.setDefault(True)
        clear = button(context, "Take the count away", "x")
        clear.setEnabled(card.tally_process is not None)
        keep.clicked.connect(self._keep)
        clear.clicked.connect(self._clear)
        title = label(shorten(card.text, 60))
        title.setFont(bold(Size.HEADING))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for name, words in _COUNTS:
            form.addRow(label(words), self._spins[name])
        layout = column(title, spacing=16, margins=(26, 22, 26, 22))
        layout.addLayout(form)
        layout.addLayout(row(keep, clear, 1))
        self.setLayout(layout)
        self._ring = FocusRing(self, context.colors)
        first = self._spins["tally_process"]
        first.setFocus()
        first.selectAll()

    def _keep(self) -> None:
        process, performance, abstain = (spin.value() for spin in self._spins.values())
        self._count((process, performance, abstain), self._reveal)

    def _reveal(self, _: ChangeSet) -> None:
        self.accept()
        self._context.room.show(Scene.TALLY, self._card.id)

    def _clear(self) -> None:
        self._count(None, lambda _: self.accept())

    def _count(
        self, counts: tuple[int, int, int] | None, then: Callable[[ChangeSet], None]
    ) -> None:
        fields = (spin.lineEdit() for spin in self._spins.values())
        self._context.drafts.save(CountHands(self._card.id, counts), *fields, then=then)

    def _put_by(self) -> None:
        """Let what was typed and not kept wait until hands are counted again."""
        for keeper in self._keepers:
            keeper.cancel()


def _spin(name: str, value: int | None) -> QSpinBox:
    found = QSpinBox()
    found.setRange(0, 999)
    found.setValue(value or 0)
    found.setAccessibleName(f"Hands for {name}")
    found.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    return found
