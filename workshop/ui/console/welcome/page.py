"""The welcome phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Phase
from workshop.domain.records import Participant
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.console.page import PhasePage
from workshop.ui.console.welcome.agenda import AgendaForm
from workshop.ui.console.welcome.facts import FactsForm
from workshop.ui.console.welcome.people import People
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import Segments, column, label, row
from workshop.words import words

_PEOPLE, _SESSION = 0, 1


class WelcomePage(PhasePage):
    """People, or the session with its agenda."""

    PHASE: ClassVar[Phase] = Phase.WELCOME
    TITLE: ClassVar[str] = "Welcome"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = ((Scene.WELCOME, "Title"),)

    def __init__(self, context: Context) -> None:
        """Begin with the people."""
        super().__init__(context)
        self.segments = Segments(["People", "Session"], "What to fill in")
        self.segments.setMinimumWidth(280)
        self.people = People(context)
        self.facts = FactsForm(context)
        self.agenda = AgendaForm(context)
        session = QWidget()
        both = row(self.facts, self.agenda, spacing=16)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        session.setLayout(both)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.people)
        self._stack.addWidget(session)
        self.setLayout(column(self._stack))
        self._side = _ground_rules()
        self.segments.chosen.connect(self.show_part)
        context.bridge.changed.connect(self._follow)
        self._count()

    def add_actions(self, actions: Actions) -> None:
        """Add what concerns the people."""
        menu, people, table = Menu.PEOPLE, self.people, self.people.table
        for spec, run, owner in (
            (ActionSpec("add_person", "Add a person", menu, ("N",)), self._show_people, self),
            (ActionSpec("edit_person", "Edit the cell", menu, ("F2",)), people.edit, table),
            (ActionSpec("delete_person", "Delete", menu, ("Delete",)), people.delete, table),
            (ActionSpec("paste_people", "Paste a list", menu, ("Ctrl+V",)), people.paste, table),
            (ActionSpec("import_people", "Import people…", menu), people.ask_file, self),
            (ActionSpec("people", "Show the people", menu, ("Ctrl+1",)), self._show_people, self),
            (ActionSpec("facts", "Show session and agenda", menu, ("Ctrl+2",)),
             self._show_session, self),
        ):  # fmt: skip
            actions.add(spec, run, owner)

    def tools(self) -> list[QWidget]:
        """Return the choice of what to fill in."""
        return [self.segments]

    def side(self) -> QWidget:
        """Return the ground rules."""
        return self._side

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        return (
            ("Enter", "Add, or edit"),
            ("Del", "Take out"),
            ("Ctrl+1", "People"),
            ("Ctrl+2", "Session"),
            ("S", "Show the title"),
        )

    def enter(self) -> None:
        """Put the focus where one types."""
        if self._stack.currentIndex() == _PEOPLE:
            self.people.name.setFocus()
        else:
            self.facts.texts["title"].setFocus()

    def leave(self) -> None:
        """Keep what is typed."""
        self.people.finish()
        self.facts.finish()

    def show_on_wall(self) -> None:
        """Show the title."""
        self.context.room.show(Scene.WELCOME)

    def show_part(self, number: int) -> None:
        """Show the people or the session."""
        self.segments.set_current(number)
        self._stack.setCurrentIndex(number)
        self.enter()

    def _show_people(self) -> None:
        self.show_part(_PEOPLE)

    def _show_session(self) -> None:
        self.show_part(_SESSION)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Participant for change in change_set.changes):
            self._count()

    def _count(self) -> None:
        self.segments.set_text(_PEOPLE, f"People {self.people.model.rowCount()}")


def _ground_rules() -> QWidget:
    title = label("Ground rules", "muted")
    title.setFont(semibold(14))
    rules = [label(f"{number}.  {rule}", wrap=True) for number, rule in _numbered()]
    found = QWidget()
    found.setLayout(column(title, *rules, spacing=7))
    return found


def _numbered() -> list[tuple[int, str]]:
    return list(enumerate(words().ground_rules, start=1))
