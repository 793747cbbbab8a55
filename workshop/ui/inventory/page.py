"""The inventory phase: five questions about each process."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.inventory import RankProcesses
from workshop.domain.commands.processes import SortProcesses
from workshop.domain.dig import RankBy
from workshop.domain.enums import Phase
from workshop.domain.stage import Scene, Stage
from workshop.domain.text import record_id
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.board.column import CardField
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.inventory.answering import Answering
from workshop.ui.inventory.feedback import is_of_gone_voice
from workshop.ui.inventory.fields import Field, direct_field
from workshop.ui.inventory.grid import Grid
from workshop.ui.inventory.shaping import Shaping, is_vote
from workshop.ui.inventory.side import QuestionSide
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import ProcessModel, column_title
from workshop.ui.widgets import button, column, frame, label, make_blank

if TYPE_CHECKING:  # made when it is first asked for
    from workshop.ui.inventory.asking import AskingView

_NARROW = 1000

_EMPTY = "Nothing is in the process bucket yet."
_WHAT_TO_DO = (
    "Go back to Bucket (Ctrl+PgUp) and press 1 on a card: each process card makes a row here, "
    "with five questions to answer."
)


_ASKING_HINTS = (
    ("Y N U …", "Answer and go on"),
    ("Enter", "Keep a text and go on"),
    ("Backspace", "One back"),
    ("PgDn", "Next process"),
    ("S", "Show it"),
    ("Esc", "Back to the grid"),
)


class InventoryPage(PhasePage):
    """Holds the grid, its find field and its buttons."""

    PHASE: ClassVar[Phase] = Phase.INVENTORY
    TITLE: ClassVar[str] = "Process inventory"
    SIDE_FIRST: ClassVar[bool] = True
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.PROCESS, "One process"),
        (Scene.OVERVIEW, "Overview"),
        (Scene.INSIGHT, "Charts"),
    )
    NARROW_RAIL: ClassVar[bool] = True

    def __init__(self, context: Context) -> None:
        """Show the inventory of the session."""
        super().__init__(context)
        self.model = ProcessModel(context.bridge, self)
        self.grid = Grid(context, self.model)
        self.answering = Answering(context, self, self.grid, self.model)
        self.shaping = Shaping(context, self.grid)
        self._side = QuestionSide(context)
        self.find_field = CardField("Find  Ctrl+F", "Find a process (Ctrl+F)")
        self.find_field.setFixedWidth(140)
        self.private = button(context, "Private hidden", "eye-off")
        self.private.setCheckable(True)
        self.one_by_one = button(context, "One by one", "circle-question-mark")
        self.asking: AskingView | None = None
        self.next_open = button(context, "Next unanswered", "chevron-right", look="primary")
        self.next_open.setAccessibleName("Next unanswered (Ctrl+Enter)")
        # The cell to go back to when what was looked for is given up.
        self._anchor: tuple[int, Column] | None = None
        self._is_finding = False
        # Whose letters stand among the hints.
        self._hinted: Field | None = None
        self._build()
        self._connect()
        self._follow_stage(context.bridge.stage)
        self._follow_cell()
        self._show_emptiness()

    def _build(self) -> None:
        card = frame("card")
        card.setLayout(column(self.grid, margins=(1, 1, 1, 1)))
        self._empty = QWidget()
        title, what = label(_EMPTY, "heading"), label(_WHAT_TO_DO, "muted", wrap=True)
        self._empty.setLayout(column(1, title, what, 2, margins=(90, 0, 90, 0), spacing=6))
        self._none = label("", "muted", wrap=True)
        nothing = QWidget()
        nothing.setLayout(column(1, self._none, 2, margins=(90, 0, 90, 0)))
        self._stack = QStackedLayout(self)
        self._card, self._nothing = card, nothing
        for each in (card, self._empty, nothing):
            self._stack.addWidget(each)

    def _connect(self) -> None:
        self.grid.moved.connect(self._follow_cell)
        self.find_field.textChanged.connect(self._find)
        self.find_field.returnPressed.connect(self.grid.setFocus)
        self.find_field.left_down.connect(self.grid.setFocus)
        self.find_field.escaped.connect(self._end_find)
        self.private.toggled.connect(self._show_private)
        self.one_by_one.clicked.connect(self.toggle_asking)
        self.next_open.clicked.connect(self.answering.go_to_next_open)
        self.context.bridge.staged.connect(self._follow_stage)
        self.context.bridge.changed.connect(self._follow)
        self.context.themed.connect(self._dress)

    # What the console asks

    def add_actions(self, actions: Actions) -> None:
        """Add the keys of the grid; they act where the grid has the keyboard."""

        def add(name: str, text: str, *keys: str, run: object) -> None:
            assert callable(run)
            actions.add(ActionSpec(name, text, Menu.GRID, keys), run, owner=self.grid)

        answering = self.answering
        add("answer", "Answer", "Return", "Enter", "F2", run=self._answer)
        add(
            "next_open",
            "Next unanswered",
            "Ctrl+Return",
            "Ctrl+Enter",
            run=answering.go_to_next_open,
        )
        add("triage", "Triage", "F4", run=answering.open_triage)
        asking = ActionSpec("one_by_one", "Ask one by one, or back to the grid", Menu.GRID, ("F5",))
        actions.add(asking, self.toggle_asking, owner=self)
        add("rank_up", "Move up in the inventory", "Alt+Up", run=self._rank_up)
        add("rank_down", "Move down in the inventory", "Alt+Down", run=self._rank_down)
        for shaping, run in self.shaping.actions():
            actions.add(shaping, run, owner=self.grid)
        add("rank_votes", "Rank by votes", run=self._rank_by_votes)
        add("rank_hours", "Rank by hours a week", run=self._rank_by_hours)
        add("rank_key", "Rank key processes first", run=self._rank_key_first)
        add("private", "Show or hide private answers", run=self.private.toggle)
        for each in Column:
            spec = ActionSpec(
                f"sort_{each.name.lower()}", f"Sort by {column_title(each).lower()}", Menu.GRID
            )
            actions.add(spec, self._sort_by_action, owner=self.grid).setData(int(each))
        spec = ActionSpec("sort_inventory", "Sort in the order of the inventory", Menu.GRID)
        actions.add(spec, self._sort_by_action, owner=self.grid).setData(-1)

    def summary(self) -> str:
        """Return how many processes are answered, or which one is asked about."""
        if self.asking is not None:
            return self.asking.summary()
        return f"{self.model.answered:,} of {self.model.total:,} answered"

    def tools(self) -> list[QWidget]:
        """Return the find field, the private toggle, and the way to ask one by one."""
        return [self.find_field, self.private, self.one_by_one]

    def primary(self) -> QWidget:
        """Return the button that goes to the next open question."""
        return self.next_open

    def side(self) -> QWidget:
        """Return the help for the current question."""
        return self._side

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the grid, or of asking one by one."""
        if self.asking is not None:
            return _ASKING_HINTS
        field = direct_field(self.grid.column)
        letters = " ".join(key for _, key in field.choices) if field is not None else ""
        words = ", ".join(choice.value for choice, _ in field.choices) if field is not None else ""
        return (
            *([(letters, words.capitalize())] if letters else ()),
            ("Tab", "Next question"),
            ("Enter", "Answer"),
            ("Ctrl+Enter", "Next unanswered"),
            ("S", "Show it"),
            ("F4", "Triage"),
            ("F5", "One by one"),
        )

    def enter(self) -> None:
        """Begin in the grid, with nothing private in sight."""
        self.private.setChecked(False)
        if self.grid.process_id is None:
            self.grid.go_to(0, Column.PROBLEM)
        self.grid.setFocus()
        self._open_left_over()

    def _open_left_over(self) -> None:
        """Open the editor that has a text left over from a crash."""
        state = self.context.bridge.state
        for key in self.context.drafts.left_over:
            phase, _, rest = key.partition(".")
            name, _, number = rest.partition(" ")
            row = self.model.row_of(record_id(number))
            waits_here = phase == Phase.INVENTORY and not is_vote(key)
            if waits_here and row is not None and not is_of_gone_voice(key, state):
                self.answering.open_left_over(row, name)
                return

    def open_draft(self, key: str) -> None:
        """Count the votes again of which one was left unfinished; editors open by themselves."""
        if is_vote(key):
            self.shaping.vote()

    def leave(self) -> None:
        """Keep what is typed, and hide what is private."""
        self.end_asking()
        self.answering.finish()
        self.private.setChecked(False)

    def show_on_wall(self) -> None:
        """Show the current process, with what is asked one by one or in the current cell."""
        process_id, room = self._process_id, self.context.room
        if process_id is None:
            return
        step = self.asking.step if self.asking is not None else None
        question = step.column if step is not None else self.grid.column
        field = step.field if step is not None else direct_field(question)
        if question.is_question:
            name = step.field.name if step is not None else ""
            is_shown = room.ask(process_id, question, name)
        else:
            is_shown = room.show(Scene.PROCESS, process_id)
        if is_shown and field is not None:
            self._say_letters(field)

    def _say_letters(self, field: Field) -> None:
        """Say which letters answer what begins with the letter that shows."""
        found = [f"{key} is “{each.value}”" for each, key in field.choices if each.value[0] == "s"]
        if found:
            self.context.say(f"On the wall. S shows; {', '.join(found)}.")

    def show_scene(self, scene: Scene) -> None:
        """Show a scene; one process with what is asked, while it is asked about one by one."""
        if scene is Scene.PROCESS and self.asking is not None:
            self.show_on_wall()
        else:
            super().show_scene(scene)

    def subject_of(self, scene: Scene) -> int | None:
        """Return the current process."""
        return self._process_id

    @property
    def _process_id(self) -> int | None:
        return self.asking.process_id if self.asking is not None else self.grid.process_id

    def step(self, by: int) -> bool:
        """Go to the next or previous process in its column, unless the wall turns pages."""
        if self.context.room.chosen.scene in {Scene.OVERVIEW, Scene.INSIGHT}:
            return False
        if self.asking is not None:
            self.asking.step_process(by)
            return True
        self.answering.finish()
        row = self.grid.currentIndex().row() + by
        self.grid.go_to(row, self.grid.column)
        return True

    # One by one

    def toggle_asking(self) -> None:
        """Ask about the current process one thing at a time, or go back to the grid."""
        process_id = self.grid.process_id
        if self.asking is not None:
            self.end_asking()
        elif process_id is not None:
            self.begin_asking(process_id, self.grid.column)

    def begin_asking(self, process_id: int, question: Column) -> None:
        """Ask about a process, from a question on, in place of the grid."""
        from workshop.ui.inventory.asking import AskingView

        self.answering.finish()
        self.private.setChecked(False)
        view = AskingView(self.context)
        view.moved.connect(self._follow_asking)
        view.left.connect(self.end_asking)
        self.asking = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.begin(process_id, question)
        self._show_tools_of_grid(False)

    def end_asking(self) -> None:
        """Go back to the grid, at what was asked last."""
        view, self.asking = self.asking, None
        if view is None:
            return
        process_id, question = view.process_id, view.column
        view.leave()
        self._stack.removeWidget(view)
        view.hide()
        view.deleteLater()
        self._show_emptiness()
        row = self.model.row_of(process_id) if process_id is not None else None
        if row is not None:
            self.grid.go_to(row, question)
        self.grid.setFocus()
        self._follow_cell()
        self._show_tools_of_grid(True)
        self.summarized.emit()

    def _show_tools_of_grid(self, on: bool) -> None:
        for each in (self.find_field, self.private, self.next_open):
            each.setVisible(on)
        self._dress()
        self.hinted.emit()

    def _follow_asking(self) -> None:
        """Keep panel and wall in step; a wall that shows something else stays as it is."""
        view, room = self.asking, self.context.room
        if view is None or view.process_id is None:
            return
        self._side.show_cell(self.model.entry(view.process_id), view.column)
        self.summarized.emit()
        if room.chosen.scene is Scene.PROCESS:
            field = view.step.field.name if view.step is not None else ""
            room.ask(view.process_id, view.column, field, quietly=True)

    def focus_find(self) -> None:
        """Put the keyboard into the find field."""
        self.end_asking()
        self.answering.finish()
        self.find_field.setFocus()
        self.find_field.selectAll()

    def _end_find(self) -> None:
        make_blank(self.find_field)
        self.grid.setFocus()

    # What has changed

    def _follow(self, change_set: ChangeSet) -> None:
        if self.asking is None:
            self._show_emptiness()
            self._follow_cell()
        self.summarized.emit()

    def _follow_stage(self, stage: Stage) -> None:
        self.model.set_live(stage.subject_id if stage.scene is Scene.PROCESS else None)

    def _follow_cell(self) -> None:
        process_id = self.grid.process_id
        if process_id is not None and not self._is_finding:
            self._anchor = (process_id, self.grid.column)
        entry = self.model.entry(process_id) if process_id is not None else None
        self._side.show_cell(entry, self.grid.column)
        if self.asking is None and direct_field(self.grid.column) is not self._hinted:
            self._hinted = direct_field(self.grid.column)
            self.hinted.emit()

    def _show_emptiness(self) -> None:
        if self.model.total == 0:
            self._stack.setCurrentWidget(self._empty)
        elif self.model.rowCount() == 0:
            text = self.find_field.text().strip()
            self._none.setText(f"No process has “{text[:60]}” in it. Clear the find field.")
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self._card)
        self.next_open.setEnabled(self.model.total > 0)
        self.one_by_one.setEnabled(self.model.total > 0)

    # What the facilitator asks

    def _answer(self) -> None:
        self.answering.open()

    def _show_private(self, on: bool) -> None:
        self.answering.finish()
        self.model.show_private(on)
        self._dress()
        self.grid.horizontalHeader().viewport().update()

    def _dress(self) -> None:
        """Name the buttons in words, or in a narrow window by icons alone."""
        shown = self.private.isChecked()
        words = "Private shown" if shown else "Private hidden"
        is_narrow = self.width() < _NARROW
        self.private.setText("" if is_narrow else f" {words}")
        self.private.setToolTip(words)
        self.private.setAccessibleName("Private answers shown")
        self.private.setIcon(self.context.icon("eye" if shown else "eye-off"))
        self.private.setIconSize(QSize(18, 18))
        self.next_open.setIcon(self.context.icon("chevron-right", "on primary"))
        self._dress_asking(is_narrow=is_narrow)

    def _dress_asking(self, *, is_narrow: bool) -> None:
        """Name the way to ask one by one, or back; leave the tools of the grid to the grid."""
        is_asking = self.asking is not None
        words, icon = (
            ("Back to the grid", "table") if is_asking else ("One by one", "circle-question-mark")
        )
        self.one_by_one.setText("" if is_narrow and not is_asking else f" {words}")
        self.one_by_one.setToolTip(f"{words} (F5)")
        self.one_by_one.setAccessibleName(f"{words} (F5)")
        self.one_by_one.setIcon(self.context.icon(icon))
        self.one_by_one.setIconSize(QSize(18, 18))
        self.one_by_one.setEnabled(self.model.total > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the buttons to the width."""
        super().resizeEvent(event)
        self._dress()
        self.answering.place()

    def _find(self, text: str) -> None:
        self.answering.finish()
        self._is_finding = True
        self.model.find(text)
        self._show_emptiness()
        process_id, question = self._anchor or (0, Column.PROBLEM)
        row = self.model.row_of(process_id)
        self.grid.go_to(row if row is not None else 0, question)
        self._is_finding = False
        self._side.show_cell(self.model.entry(self.grid.process_id or 0), self.grid.column)

    def _sort_by_action(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.grid.sort_by(action.data())

    def _rank_up(self) -> None:
        self._rank(-1)

    def _rank_down(self) -> None:
        self._rank(1)

    def _rank_by_votes(self) -> None:
        self._rank_all(RankBy.VOTES)

    def _rank_by_hours(self) -> None:
        self._rank_all(RankBy.HOURS)

    def _rank_key_first(self) -> None:
        self._rank_all(RankBy.KEY)

    def _rank_all(self, by: RankBy) -> None:
        """Put the inventory into an order, and show the grid in it."""
        self.answering.finish()
        self.grid.sort_by(-1)
        self.context.bridge.execute(SortProcesses(by))
        self.grid.scrollTo(self.grid.currentIndex())

    def _rank(self, by: int) -> None:
        """Move the current process past its neighbor in the grid."""
        process_id, row = self.grid.process_id, self.grid.currentIndex().row()
        if self.model.sorted_by is not None:
            self.context.say("Sort in the order of the inventory first; then move processes.")
        elif process_id is not None and 0 <= row + by < self.model.rowCount():
            neighbor = self.model.id_at(row + by)
            target = neighbor if by < 0 else self.model.inventory_after(neighbor)
            self.context.bridge.execute(RankProcesses((process_id,), target))
            self.grid.scrollTo(self.grid.currentIndex())
