"""The commitments in return for which a pledge is given, as chips."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workshop.domain.enums import CommitmentStatus
from workshop.domain.records import Commitment
from workshop.domain.text import shorten
from workshop.ui.context import Context
from workshop.ui.widgets import button, row

_MOST_OFFERED = 30


class Returns(QWidget):
    """A chip for each commitment, and a button to add one."""

    def __init__(self, context: Context) -> None:
        """Begin with none."""
        super().__init__()
        self._context = context
        self._ids: list[int] = []
        self._chips: list[QPushButton] = []
        self.add = button(context, "Commitment", "plus", name="In return for: add a commitment")
        self.add.clicked.connect(self.offer)
        self._row = row(self.add, spacing=6)
        self.setLayout(self._row)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        self.add.setIcon(self._context.icon("plus"))

    @property
    def ids(self) -> tuple[int, ...]:
        """The commitments."""
        return tuple(self._ids)

    def show_returns(self, ids: Sequence[int]) -> None:
        """Show the commitments of a pledge."""
        self._ids = list(ids)
        self._fill()

    def offer(self) -> None:
        """Offer the commitments that are not given yet, the newest first."""
        offered = [
            each
            for each in self._context.bridge.state.all(Commitment)[::-1]
            if each.id not in self._ids and each.status is not CommitmentStatus.WITHDRAWN
        ][:_MOST_OFFERED]
        if not offered:
            self._context.say("No other commitment is made yet: make one in the Commit phase.")
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for each in offered:
            # An ampersand would be taken for a mnemonic.
            menu.addAction(shorten(each.text, 70).replace("&", "&&")).setData(each.id)
        menu.triggered.connect(self._take)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))
        menu.setActiveAction(menu.actions()[0])

    def _take(self, action: QAction) -> None:
        self._ids.append(action.data())
        self._fill()

    def _drop(self) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        self._ids.remove(chip.property("commitment"))
        self._fill()

    def _fill(self) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, key in enumerate(self._ids):
            found = self._context.bridge.state.get(Commitment, key)
            text = shorten(found.text, 34) if found else "a commitment that is gone"
            chip = QPushButton(f"{text.replace('&', '&&')}  ×")  # noqa: RUF001  # the sign to remove
            chip.setProperty("commitment", key)
            chip.setProperty("look", "chip")
            chip.setAccessibleName(f"In return for “{text}”: take away")
            chip.clicked.connect(self._drop)
            self._chips.append(chip)
            self._row.insertWidget(place, chip)
