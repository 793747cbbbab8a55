"""Which excuses a commitment ends."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workshop.domain.enums import ExcuseState
from workshop.domain.records import Excuse
from workshop.domain.text import shorten
from workshop.ui.badges import KeyButton
from workshop.ui.context import Context
from workshop.ui.widgets import row

_MOST_OFFERED = 20


class ExcuseLinks(QWidget):
    """A chip for each excuse that ends, and a button to link another one."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with none."""
        super().__init__()
        self._context = context
        self._ids: list[int] = []
        self._process_id: int | None = None
        self._chips: list[QPushButton] = []
        self.add = KeyButton(context, "Link an excuse", "R")
        self.add.clicked.connect(self.offer)
        self._row = row(self.add, 1, spacing=8)
        self.setLayout(self._row)

    @property
    def ids(self) -> frozenset[int]:
        """The excuses that the commitment ends."""
        return frozenset(self._ids)

    def show_excuses(self, ids: list[int], process_id: int | None) -> None:
        """Show the excuses of a commitment; those of its process are offered first."""
        self._ids, self._process_id = list(ids), process_id
        self._fill()

    def _open_ones(self) -> list[Excuse]:
        excuses = self._context.bridge.state.all(Excuse)
        found = [e for e in excuses if e.state is ExcuseState.OPEN and e.id not in self._ids]
        return sorted(found, key=lambda e: (e.process_id != self._process_id, -e.id))

    def offer(self) -> None:
        """Offer the excuses that are still said."""
        offered = self._open_ones()[:_MOST_OFFERED]
        if not offered:
            self._context.say("No open excuse is left: log one with Ctrl+E.")
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for excuse in offered:
            # An ampersand would be taken for a mnemonic.
            action = menu.addAction(shorten(excuse.text, 70).replace("&", "&&"))
            action.setData(excuse.id)
        menu.triggered.connect(self._link)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))
        menu.setActiveAction(menu.actions()[0])

    def _link(self, action: QAction) -> None:
        self._ids.append(action.data())
        self._fill()
        self.changed.emit()

    def _unlink(self) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        self._ids.remove(chip.property("excuse"))
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, excuse_id in enumerate(self._ids):
            excuse = self._context.bridge.state.get(Excuse, excuse_id)
            text = shorten(excuse.text, 40) if excuse else "an excuse that is gone"
            chip = QPushButton(f"{text.replace('&', '&&')}  ×")  # noqa: RUF001  # the sign to remove
            chip.setProperty("excuse", excuse_id)
            chip.setProperty("look", "chip")
            chip.setAccessibleName(f"Ends “{text}”: take away")
            chip.clicked.connect(self._unlink)
            self._chips.append(chip)
            self._row.insertWidget(place, chip)
