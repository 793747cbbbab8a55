"""The votes of the room: how many each process was given."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QSpinBox, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.processes import SortProcesses, VoteProcesses
from workshop.domain.dig import RankBy
from workshop.domain.records import Process
from workshop.ui.checks import CheckBox
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.focus_ring import FocusRing
from workshop.ui.models.entries import brief
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import KeyHints, button, column, label, row

_MOST = 9_999
_LEAD = "Each leader has three votes. Read a process aloud, count the hands, type the number."


class VotesDialog(QDialog):
    """A number for each process; Tab or Enter goes on to the next."""

    def __init__(
        self,
        context: Context,
        processes: Sequence[Process],
        draft: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show the votes that there are; the keys of their drafts begin with `draft`."""
        super().__init__(parent)
        self.setWindowTitle("Votes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        self._context = context
        title = label("Which processes do we dig into?")
        title.setFont(bold(Size.TITLE))
        self.fields: dict[int, QSpinBox] = {}
        self._draft = draft
        self._before = {each.id: each.votes for each in processes}
        self._keepers: list[DraftKeeper] = []
        inner = QWidget()
        inner.setLayout(self._grid(processes))
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sort = CheckBox(context, "Most votes first")
        self.sort.setChecked(True)
        self.keep = button(context, "Keep the votes", "check", look="primary")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        self.finished.connect(self._put_by)
        hints = KeyHints(context)
        hints.set_hints((("Enter", "Next process"), ("Esc", "Go on later")))
        layout = column(
            title, label(_LEAD, "muted", wrap=True), spacing=12, margins=(26, 22, 26, 22)
        )
        layout.addWidget(scroll, 1)
        layout.addLayout(row(hints, 1, self.sort, self.keep))
        self.setLayout(layout)
        self._ring = FocusRing(self, context.colors)
        next(iter(self.fields.values())).setFocus()

    def _grid(self, processes: Sequence[Process]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for at, process in enumerate(processes):
            field = QSpinBox()
            field.setRange(0, _MOST)
            field.setValue(process.votes)
            field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            field.setFixedWidth(78)
            field.setAccessibleName(f"Votes for {brief(process.name)}")
            field.lineEdit().returnPressed.connect(self._go_on)
            key = f"{self._draft} {process.id}"
            self._keepers.append(self._context.drafts.attach(field.lineEdit(), key))
            self.fields[process.id] = field
            grid.addWidget(label(brief(process.name)[:200], wrap=True), at, 0)
            grid.addWidget(field, at, 1)
        return grid

    def _go_on(self) -> None:
        """Go to the next number, and from the last one to the button that keeps them all."""
        fields = list(self.fields.values())
        at = next(n for n, field in enumerate(fields) if field.hasFocus()) + 1
        if at < len(fields):
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _put_by(self) -> None:
        """Let what was typed and not kept wait until the votes are counted again."""
        for keeper in self._keepers:
            keeper.cancel()

    def _keep(self) -> None:
        votes = {key: field.value() for key, field in self.fields.items()}
        changed = {key: number for key, number in votes.items() if number != self._before[key]}
        if changed:
            fields = (field.lineEdit() for field in self.fields.values())
            self._context.drafts.save(VoteProcesses(changed), *fields, then=self._end)
        else:
            self._end()

    def _end(self, _: ChangeSet | None = None) -> None:
        self.accept()
        if self.sort.isChecked():
            self._context.bridge.execute(SortProcesses(RankBy.VOTES))
