"""The cards that split the room, closest first, for the eyes of the facilitator."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workshop.domain.records import Activity
from workshop.domain.text import shorten
from workshop.ui.context import Context
from workshop.ui.models.cards import tally_of
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, column, label

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
        self.buttons: list[QPushButton] = [button(context, "") for _ in range(_MOST)]
        for each in self.buttons:
            each.setStyleSheet("text-align: left;")
            each.clicked.connect(self._choose)
        self.setLayout(column(self._title, *self.buttons, spacing=6))

    def list_cards(self) -> list[Activity]:
        """Show the closest ones; return all, closest first."""
        cards = [c for c in self._context.bridge.state.all(Activity) if c.bucket is not None]
        margins = {card.id: margin_of(card) for card in cards}
        found = [card for card in cards if margins[card.id] is not None]
        found.sort(key=lambda card: (margins[card.id], card.id))
        self._title.setText(f"Argued over: {len(found)}  (Ctrl+Shift+A)" if found else "")
        for number, each in enumerate(self.buttons):
            each.setVisible(number < len(found))
            if number < len(found):
                by = f"by {margins[found[number].id]}" if margins[found[number].id] else "even"
                each.setText(f"{by}: {shorten(found[number].text, 28)}")
                each.setAccessibleName(f"{found[number].text}, {by}")
                each.setProperty("card", found[number].id)
        return found

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("card"))
