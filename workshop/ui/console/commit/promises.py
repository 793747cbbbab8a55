"""The commitments that a process has, to go from one to the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workshop.domain.enums import CommitmentKind, CommitmentStatus
from workshop.domain.records import Commitment
from workshop.domain.text import shorten
from workshop.ui.context import Context
from workshop.ui.widgets import ChoiceBox, button, row


class Promises(QWidget):
    """A button for each commitment and one for a new one; the kind of the one in the form."""

    # The id of a commitment.
    chosen = Signal(int)
    new_asked = Signal()
    delete_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with none."""
        super().__init__()
        self._context = context
        self._buttons: list[QPushButton] = []
        self._new = button(context, "", "plus", name="Add a commitment (N)")
        self._delete = button(context, "", "trash-2", name="Delete the commitment (Ctrl+Del)")
        self._new.clicked.connect(self.new_asked)
        self._delete.clicked.connect(self.delete_asked)
        self.kind = ChoiceBox(
            context, "Kind", [(each.value.capitalize(), each) for each in CommitmentKind]
        )
        self._row = row(self._new, 1, self.kind, self._delete)
        self.setLayout(self._row)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._new.setIcon(self._context.icon("plus"))
        self._delete.setIcon(self._context.icon("trash-2"))

    def show_commitments(self, commitments: Sequence[Commitment], current: int) -> None:
        """Show the commitments of a process, and which one stands in the form."""
        for each in self._buttons:
            self._row.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._buttons = []
        for place, commitment in enumerate(commitments):
            made = QPushButton(shorten(commitment.text, 28).replace("&", "&&"))
            made.setCheckable(True)
            made.setChecked(commitment.id == current)
            made.setProperty("commitment", commitment.id)
            is_withdrawn = commitment.status is CommitmentStatus.WITHDRAWN
            state = ", withdrawn" if is_withdrawn else ""
            made.setAccessibleName(f"Commitment: {shorten(commitment.text, 80)}{state}")
            made.setToolTip(f"{place + 1} of {len(commitments)}{state}")
            made.clicked.connect(self._choose)
            self._buttons.append(made)
            self._row.insertWidget(place, made)
        self._delete.setEnabled(current != 0)
        for each in (self._new, self._delete):
            each.setVisible(bool(commitments))

    def _choose(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        self.chosen.emit(pressed.property("commitment"))
