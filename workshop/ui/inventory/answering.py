"""Answers the current cell of the grid: by letter, in an editor, from the triage menu."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget

from workshop.domain.commands.inventory import AnswerProcess, ChooseTriage
from workshop.domain.enums import Triage, WaitingOn, YesNoUnsure
from workshop.domain.records import Process
from workshop.ui.context import Context
from workshop.ui.inventory.editor import QuestionEditor
from workshop.ui.inventory.fields import FIELDS, choice_of, direct_field
from workshop.ui.inventory.grid import Grid
from workshop.ui.inventory.triage_menu import TriageMenu
from workshop.ui.inventory.until import UntilPopup
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import ProcessModel
from workshop.ui.waiting_menu import WaitingMenu


class Answering(QObject):
    """Opens one editor at a time over a page."""

    def __init__(self, context: Context, page: QWidget, grid: Grid, model: ProcessModel) -> None:
        """Answer what a grid asks for."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._grid = grid
        self._model = model
        self.editor: QuestionEditor | None = None
        self.until: UntilPopup | None = None
        self.menu: TriageMenu | None = None
        self.waiting: WaitingMenu | None = None
        grid.edit_asked.connect(self.open)
        grid.letter_typed.connect(self.take_letter)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _cell(self) -> QRect:
        """Return the current cell in the coordinates of the page."""
        self._grid.scrollTo(self._grid.currentIndex())
        rect = self._grid.cell_rect()
        return QRect(self._grid.mapTo(self._page, rect.topLeft()), rect.size())

    # Editors

    def open(self, name: str = "") -> None:
        """Open the editor of the current cell, on a field of it; on a triage, its menu."""
        process_id = self._grid.process_id
        if process_id is None:
            return
        if self._grid.column is Column.TRIAGE:
            self.open_triage()
            return
        self.put_away()
        shown = self._model.private_shown
        editor = QuestionEditor(
            self._context, self._page, process_id, self._grid.column, private_shown=shown
        )
        editor.closed.connect(self._back_to_grid)
        editor.next_asked.connect(self.go_on)
        editor.next_open_asked.connect(self.go_to_next_open)
        self.editor = editor
        editor.open_at(self._cell())
        editor.begin(name)

    def open_left_over(self, row: int, name: str) -> None:
        """Open the editor in which a text was left."""
        columns = [each for each in Column if any(f.name == name for f in FIELDS[each])]
        if name == "live":
            self._grid.go_to(row, Column.TRIAGE)
            self._decide(Triage.LIVE_WITH_IT)
        else:
            self._grid.go_to(row, columns[0] if columns else Column.USERS)
            self.open(name)

    def place(self) -> None:
        """Put what is open at its cell again, after the page has changed its size."""
        for popup in (self.editor, self.until):
            if popup is not None:
                popup.open_at(self._cell())

    def put_away(self) -> None:
        """Close whatever is open; what is typed and not taken waits as a draft."""
        editor, self.editor = self.editor, None
        until, self.until = self.until, None
        for popup in (editor, until):
            if popup is not None:
                # First: Qt hands on the focus of what is hidden as if Tab had been pressed.
                focused = QApplication.focusWidget()
                if focused is not None and popup.isAncestorOf(focused):
                    self._grid.setFocus()
                popup.hide()
                popup.put_away()

    def finish(self) -> None:
        """Keep what is typed and close; the keyboard stays where it has gone to meanwhile."""
        if self.editor is not None:
            self.editor.finish()
        self.put_away()

    def _back_to_grid(self) -> None:
        self.put_away()
        self._grid.setFocus()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close the editor when the keyboard goes back to the grid."""
        if now is self._grid and self.editor is not None:
            self.editor.leave()
        elif now is self._grid and self.until is not None:
            self.until.leave()

    # Where to go on

    def go_on(self) -> None:
        """Go to the next question and open it; a triage waits in the grid."""
        self.put_away()
        if self._grid.go_on(1) and self._grid.column is not Column.TRIAGE:
            self.open()
        else:
            self._grid.setFocus()

    def go_to_next_open(self) -> None:
        """Open the next question that is not answered, from the current cell on."""
        self.put_away()
        index = self._grid.currentIndex()
        found = self._model.next_open(max(0, index.row()), index.column())
        if found is None:
            self._context.say("Every question is answered.")
            self._grid.setFocus()
        else:
            self._grid.go_to(*found)
            self.open()

    # Letters

    def take_letter(self, letter: str) -> None:
        """Give the answer that a letter stands for; open the editor where it asks for more."""
        field = direct_field(self._grid.column)
        process_id = self._grid.process_id
        choice = choice_of(field, letter) if field else None
        if field is None or choice is None or process_id is None:
            return
        done = self._context.bridge.execute(AnswerProcess(process_id, {field.name: choice}))
        is_problem = field.name == "problem" and choice is YesNoUnsure.YES
        if done is not None and is_problem:  # answered or not: the keys are the same each time
            self.open("quick_fix")

    # Triage

    def open_triage(self) -> None:
        """Open the menu of all six triages at the current process."""
        process_id = self._grid.process_id
        entry = self._model.entry(process_id) if process_id is not None else None
        if entry is None:
            return
        self.finish()
        row = self._grid.currentIndex().row()
        self._grid.go_to(row, Column.TRIAGE)
        menu = TriageMenu(self._context, entry, self._page, private=self._model.private_shown)
        menu.decided.connect(self._decide)
        menu.aboutToHide.connect(self._grid.setFocus)
        self.menu = menu
        cell = self._cell()
        menu.popup(self._page.mapToGlobal(cell.bottomLeft()))

    def _decide(self, triage: Triage | None) -> None:
        process_id = self._grid.process_id
        process = self._context.bridge.state.get(Process, process_id or 0)
        if process is None:
            return
        if triage is Triage.LIVE_WITH_IT:
            self._ask_until(process)
        elif triage is Triage.LONG_TERM and process.waiting_on is None:
            self._ask_what_it_waits_on(process)
        else:
            self._context.bridge.execute(ChooseTriage(process.id, triage))

    def _ask_what_it_waits_on(self, process: Process) -> None:
        self.waiting = WaitingMenu(process.name, self._page)
        self.waiting.decided.connect(self._decide_long_term)
        self.waiting.aboutToHide.connect(self._grid.setFocus)
        self.waiting.popup(self._page.mapToGlobal(self._cell().bottomLeft()))

    def _decide_long_term(self, waiting_on: WaitingOn) -> None:
        process_id = self._grid.process_id
        if process_id is not None:
            choice = ChooseTriage(process_id, Triage.LONG_TERM, waiting_on=waiting_on)
            self._context.bridge.execute(choice)

    def _ask_until(self, process: Process) -> None:
        self.until = UntilPopup(self._context, self._page, process)
        self.until.closed.connect(self._back_to_grid)
        self.until.open_at(self._cell())
        self.until.begin()
