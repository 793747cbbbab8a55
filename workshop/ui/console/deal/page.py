"""The deal phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.deal import AcceptExcuse
from workshop.domain.commands.records import DeleteRecords
from workshop.domain.enums import Phase
from workshop.domain.records import Commitment, Excuse, Pledge, Record
from workshop.domain.stage import Scene
from workshop.domain.text import counted, record_id
from workshop.ui.actions import Actions
from workshop.ui.console.deal.actions import deal_actions
from workshop.ui.console.deal.excuse_form import ExcuseForm
from workshop.ui.console.deal.hands import Hands
from workshop.ui.console.deal.linking import Linker
from workshop.ui.console.deal.pledge_form import PledgeForm
from workshop.ui.console.deal.signers import Signers
from workshop.ui.console.deal.table import DealTable, Heads
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.models.deal import DealModel
from workshop.ui.widgets import Segments, button, column, label

_SIDES, _SIGNERS = 0, 1
_EMPTY = (
    "Nothing stands on either side yet. Press N for an excuse that people give, G for what the "
    "team pledges to produce; commitments come from the Commit phase."
)


class DealPage(PhasePage):
    """Both sides of the deal, or who signs it; forms open below."""

    PHASE: ClassVar[Phase] = Phase.DEAL
    TITLE: ClassVar[str] = "The deal"
    SIDE_FIRST: ClassVar[bool] = True
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.DEAL, "Pairs"),
        (Scene.FIST, "Bars"),
        (Scene.EXCUSES, "Excuses"),
    )

    def __init__(self, context: Context) -> None:
        """Begin with both sides."""
        super().__init__(context)
        self.model = DealModel(context.bridge, self)
        self.table = DealTable(context, self.model)
        self.excuse_form = ExcuseForm(context)
        self.pledge_form = PledgeForm(context)
        self.signers = Signers(context)
        self.hands = Hands(context)
        self.segments = Segments(["Both sides", "Sign-off"], "What to work on")
        self.segments.setMinimumWidth(260)
        self._linker = Linker(context, self)
        self._add = button(context, "Add pledge", "plus", look="primary", name="Add a pledge (G)")
        self._empty = label(_EMPTY, "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(80, 0, 80, 0)
        sides = QWidget()
        heads = Heads(context)
        self.table.fitted.connect(heads.fit)
        layout = column(heads, self.table, self._empty, spacing=4)
        layout.addWidget(self.excuse_form)
        layout.addWidget(self.pledge_form)
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        sides.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(sides)
        self._stack.addWidget(self.signers)
        self.setLayout(column(self._stack))
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_pledge)
        self.segments.chosen.connect(self.show_part)
        self.table.edit_asked.connect(self.edit)
        self.excuse_form.closed.connect(self._end_form)
        self.pledge_form.closed.connect(self._end_form)
        self.hands.show_asked.connect(self.show_bars)
        self.context.bridge.changed.connect(self._follow)
        self.context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._add.setIcon(self.context.icon("plus", "on primary"))

    def add_actions(self, actions: Actions) -> None:
        """Add what the keys of this phase do."""
        for spec, run in deal_actions(self):
            actions.add(spec, run, self)

    # What the console asks

    def summary(self) -> str:
        """Return "4 pairs, 5 loose ends"."""
        deal = self.model.deal
        pairs = sum(bool(pair.pledges) for pair in deal.pairs)
        loose = len(deal.loose_excuses) + len(deal.loose_pledges) + len(deal.loose_commitments)
        loose += len(deal.pairs) - pairs
        return f"{counted(pairs, ('pair', 'pairs'))}, {counted(loose, ('loose end', 'loose ends'))}"

    def tools(self) -> list[QWidget]:
        """Return the choice of what to work on."""
        return [self.segments]

    def primary(self) -> QWidget:
        """Return the button that adds a pledge."""
        return self._add

    def side(self) -> QWidget:
        """Return the count of hands."""
        return self.hands

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        return (
            ("R", "Link"),
            ("N", "Excuse"),
            ("G", "Pledge"),
            ("Enter", "Edit"),
            ("A", "Accept the excuse"),
            ("S", "Show the pairs"),
            ("H", "Count hands"),
        )

    def enter(self) -> None:
        """Put the focus on the cards, or on the list of signers."""
        if self._stack.currentIndex() == _SIGNERS:
            self.signers.begin()
            return
        if not self.table.currentIndex().isValid():
            self.table.choose_first()
        (self.table if self.table.isVisible() else self).setFocus()

    def leave(self) -> None:
        """Keep what is typed."""
        self.keep()
        self.hands.keep()
        self.hands.notes.keep()

    def open_draft(self, key: str) -> None:
        """Open the form of a text that was left unfinished."""
        _, form, number, *_ = [*key.split("."), "", ""]
        state = self.context.bridge.state
        if form == "excuse":
            self.excuse_form.open_for(state.get(Excuse, record_id(number)))
        elif form == "pledge":
            self.pledge_form.open_for(state.get(Pledge, record_id(number)))
        elif form == "signer":
            self.show_part(_SIGNERS)

    def show_on_wall(self) -> None:
        """Show the pairs, at the chosen one."""
        self.context.room.show(Scene.DEAL, self.subject_of(Scene.DEAL))

    def subject_of(self, scene: Scene) -> int | None:
        """Return the commitment of the chosen row."""
        index = self.table.currentIndex()
        if scene is not Scene.DEAL or not index.isValid():
            return None
        record = self.model.row(index.row()).left.record
        return record.id if isinstance(record, Commitment) else None

    # What is done

    def show_part(self, number: int) -> None:
        """Show both sides or the signers."""
        self.segments.set_current(number)
        self._stack.setCurrentIndex(number)
        self.enter()

    def show_sides(self) -> None:
        """Show both sides."""
        self.show_part(_SIDES)

    def show_signers(self) -> None:
        """Show who signs."""
        self.show_part(_SIGNERS)

    def show_bars(self) -> None:
        """Show how far the room stands behind it on the wall."""
        self.context.room.show(Scene.FIST)

    def count_hands(self) -> None:
        """Put the focus on the count of hands."""
        self.panel_asked.emit()
        self.hands.begin()

    @property
    def record(self) -> Record | None:
        """The record of the chosen card."""
        return self.table.record

    def link(self) -> None:
        """Offer what the chosen card can be linked to."""
        rect = self.table.visualRect(self.table.currentIndex())
        corner = self.table.viewport().mapTo(self, QPoint(rect.left() + 12, rect.bottom() - 4))
        self._linker.offer(self.record, corner)

    def add_excuse(self) -> None:
        """Open the line for a new excuse."""
        self.show_sides()
        if self.keep():
            self.excuse_form.open_for(None)

    def add_pledge(self) -> None:
        """Open the form for a new pledge, in return for the chosen commitment."""
        self.show_sides()
        if not self.keep():
            return
        index = self.table.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        chosen = row.left.record if row is not None else None
        given = chosen.id if isinstance(chosen, Commitment) else None
        self.pledge_form.open_for(None, given)

    def edit(self) -> None:
        """Open the chosen excuse or pledge."""
        record = self.record
        if not self.keep():
            return
        match record:
            case Excuse():
                self.excuse_form.open_for(record)
            case Pledge():
                self.pledge_form.open_for(record)
            case Commitment():
                self.context.say("A commitment is edited in the Commit phase.")

    def accept(self) -> None:
        """Accept the chosen excuse as something that stays as it is."""
        match self.record:
            case Excuse() as excuse:
                self.context.bridge.execute(AcceptExcuse(excuse.id))
            case _:
                self.context.say("Choose an open excuse to accept it.")

    def delete(self) -> None:
        """Delete the chosen excuse or pledge, or the chosen signer."""
        if self._stack.currentIndex() == _SIGNERS:
            self.signers.delete()
            return
        match self.record:
            case Excuse() | Pledge() as record:
                self.context.bridge.execute(DeleteRecords(type(record), (record.id,)))
            case Commitment():
                self.context.say("A commitment is withdrawn or deleted in the Commit phase.")

    def keep(self) -> bool:
        """Keep what stands in an open form; False where it was refused."""
        if not self.excuse_form.isHidden():
            return self.excuse_form.keep()
        return self.pledge_form.isHidden() or self.pledge_form.keep()

    def _end_form(self) -> None:
        if self.isVisible() and self._stack.currentIndex() == _SIDES:
            self.enter()

    # What changes

    def _follow(self, change_set: ChangeSet) -> None:
        self._show_state()
        made = [change.after for change in change_set.changes if change.before is None]
        new = next((each for each in made if isinstance(each, Excuse | Pledge)), None)
        if new is not None and self.isVisible():
            self.table.choose(new)

    def _show_state(self) -> None:
        there_is = self.model.rowCount() > 0
        self.table.setVisible(there_is)
        self._empty.setVisible(not there_is)
        signed, signers = self.signers.model.signed, self.signers.model.rowCount()
        self.segments.set_text(
            _SIGNERS, f"Sign-off {signed} of {signers}" if signers else "Sign-off"
        )
        self.summarized.emit()
