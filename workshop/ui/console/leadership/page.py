"""The leadership phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Phase
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.console.leadership.cards import MixCard, Successors, TalkingPoints
from workshop.ui.console.leadership.check import Check
from workshop.ui.console.leadership.results import Legend, ResultList
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.models.leadership import LeadershipModel
from workshop.ui.widgets import column, frame, label, row
from workshop.words import words

_SIDE = 330
_EMPTY = (
    "No result yet. Pass the check along on this computer (P), or type the sheets from paper (T). "
    "From five answers on it can be closed (C); only then is a result shown, here and on the wall."
)


class LeadershipPage(PhasePage):
    """The result at the left; the check, what to talk about, mix and successors at the right."""

    PHASE: ClassVar[Phase] = Phase.LEADERSHIP
    TITLE: ClassVar[str] = "Leadership"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.LEADERSHIP, "Statement"),
        (Scene.RESULT, "Result"),
    )

    def __init__(self, context: Context) -> None:
        """Go on with what was answered."""
        super().__init__(context)
        self.check = Check(context)
        self.model = LeadershipModel(context.bridge, self)
        self.results = ResultList(context, self.model)
        self.mix = MixCard(context)
        self.points = TalkingPoints(context)
        self.successors = Successors(context)
        self._legend = Legend(context)
        self._empty = label(_EMPTY, "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(60, 0, 60, 0)
        self._build()
        self.check.counted.connect(self.summarized)
        self.check.left.connect(self.enter)
        context.bridge.changed.connect(self._follow)
        self._show_state()

    def _build(self) -> None:
        card = frame("card")
        left = column(self._legend, self.results, self._empty, spacing=2, margins=(6, 10, 2, 8))
        left.setStretch(1, 1)
        left.setStretch(2, 1)
        card.setLayout(left)
        inner = QWidget()
        parts = column(self.check, self.points, self.mix, self.successors, 1, spacing=12)
        inner.setLayout(parts)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(_SIDE)
        layout = row(card, scroll, spacing=16)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def add_actions(self, actions: Actions) -> None:
        """Add what concerns the check."""
        menu, check = Menu.LEADERSHIP, self.check
        for spec, run in (
            (ActionSpec("pass_along", "Pass the check along", menu, ("P",)), check.open_screen),
            (ActionSpec("from_paper", "Type a sheet from paper", menu, ("T",)), self.type_sheet),
            (ActionSpec("close_check", "Close the check", menu, ("C",)), check.close_it),
            (ActionSpec("throw_away", "Throw the sheets away", menu), check.throw_away),
            (ActionSpec("count_mix", "Count the leadership mix", menu, ("M",)), self.count_mix),
            (ActionSpec("show_result", "Show the result", menu, ("R",)), self.show_result),
        ):
            actions.add(spec, run, self)

    # What the console asks

    def summary(self) -> str:
        """Return how many have answered, or how many items have a result."""
        number = self.check.sheets.number
        if number:
            return f"{number:,} answered"
        shown = sum(self.model.id_at(n) > 0 for n in range(self.model.rowCount()))
        of = len(words().leadership.items)
        return f"{shown} of {of} statements have a result" if shown else ""

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        return (
            ("P", "Pass it along"),
            ("T", "Type a sheet"),
            ("C", "Close the check"),
            ("M", "Mix"),
            ("S", "Show the statement"),
            ("R", "Show the result"),
        )

    def enter(self) -> None:
        """Put the focus on the result, or on the check while there is none."""
        if self.model.rowCount():
            if not self.results.currentIndex().isValid():
                self.results.setCurrentIndex(self.model.index(0, 0))
            self.results.setFocus()
        else:
            self.check.pass_along.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from a field by Esc, to where the letters act."""
        if event.key() == Qt.Key.Key_Escape:
            self.enter()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Keep the numbers that are typed."""
        self.mix.keep()

    def show_on_wall(self) -> None:
        """Show the statements, from the first one on."""
        self.context.room.show(Scene.LEADERSHIP)

    def show_result(self) -> None:
        """Show the result, where there is one."""
        if self.model.rowCount():
            self.context.room.show(Scene.RESULT)
        else:
            self.context.say("There is no result yet: close the check first.")

    def type_sheet(self) -> None:
        """Put the focus where a sheet is typed."""
        self.check.paper.setFocus()

    def count_mix(self) -> None:
        """Put the focus on the first number of the mix."""
        first = self.mix.fields["routine"]
        first.setFocus()
        first.selectAll()

    # What changes

    def _follow(self, _: ChangeSet) -> None:
        self._show_state()
        self.summarized.emit()

    def _show_state(self) -> None:
        there_is = self.model.rowCount() > 0
        for each in (self._legend, self.results):
            each.setVisible(there_is)
        self._empty.setVisible(not there_is)
