"""The cards that split the room, closest first, for the eyes of the facilitator."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.domain.records import Activity
from workshop.domain.text import one_line
from workshop.ui.context import Context
from workshop.ui.models.cards import margin_words, tally_of
from workshop.ui.theme import semibold
from workshop.ui.widgets import ElidedButton, column, label

_MOST = 4


def margin_of(card: Activity) -> int | None:
    """Return by how many hands a card was decided; None where the room was of one mind."""
    tally = tally_of(card)
    if tally is None or not (tally[0] and tally[1]):
        return None
    return abs(tally[0] - tally[1])


class ArguedOver(QWidget):
    """A button for each such card; it leads to the card."""

    # The id of a card.
    chosen = Signal(int)

    def __init__(self, context: Context) -> None:
        """Begin with none."""
        super().__init__()
        self._context = context
        self._title = label("", "muted", wrap=True)
        self._title.setFont(semibold(14))
        self.buttons = [ElidedButton() for _ in range(_MOST)]
        for each in self.buttons:
            each.clicked.connect(self._choose)
        self.setLayout(column(self._title, *self.buttons, spacing=6))

    def cards(self) -> list[Activity]:
        """Return the cards on which hands went up for both buckets, closest first."""
        found = []
        for card in self._context.bridge.state.all(Activity):
            margin = margin_of(card)
            if card.bucket is not None and margin is not None:
                found.append((margin, card.id, card))
        return [card for _, _, card in sorted(found)]

    def show_cards(self) -> None:
        """Show the closest ones."""
        found = self.cards()
        self._title.setText(f"Argued over: {len(found)}  (Ctrl+Shift+A)" if found else "")
        for each in self.buttons[len(found) :]:
            each.hide()
        for each, card in zip(self.buttons, found, strict=False):
            tally = tally_of(card)
            assert tally is not None, "only counted cards are listed"
            by = margin_words(tally)
            each.setText(f"{by}: {one_line(card.text)}")
            each.setAccessibleName(f"{card.text}, {by}")
            each.setProperty("card", card.id)
            each.show()

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("card"))
