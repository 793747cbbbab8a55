"""The welcome phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Phase
from workshop.domain.kept import carried_pledges
from workshop.domain.records import Participant
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.console.page import PhasePage
from workshop.ui.console.welcome.agenda import AgendaForm
from workshop.ui.console.welcome.facts import FactsForm
from workshop.ui.console.welcome.people import People
from workshop.ui.console.welcome.promises import DRAFT, PromisesPart
from workshop.ui.console.welcome.promises.actions import promise_actions
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import Segments, button, column, label, row
from workshop.words import words

_PEOPLE, _SESSION, _PROMISES = 0, 1, 2  # places in the stack


class WelcomePage(PhasePage):
    """People, or the session with its agenda; first the promises, where there was a session."""

    PHASE: ClassVar[Phase] = Phase.WELCOME
    TITLE: ClassVar[str] = "Welcome"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.WELCOME, "Title"),
        (Scene.PROMISES, "Promises"),
    )

    def __init__(self, context: Context) -> None:
        """Begin with the promises of the last session, or with the people."""
        super().__init__(context)
        self.promises = PromisesPart(context) if _has_promises(context) else None
        # What the choices stand for, by their place.
        self._parts = [*([_PROMISES] if self.promises else []), _PEOPLE, _SESSION]
        names = {_PROMISES: "Promises", _PEOPLE: "People", _SESSION: "Session"}
        self.segments = Segments([names[part] for part in self._parts], "What to fill in")
        self.segments.setMinimumWidth(120 * len(self._parts))
        self.displays = button(context, "Displays", "monitor", name="Display check (Shift+F11)")
        self.people = People(context)
        self.facts = FactsForm(context)
        self.agenda = AgendaForm(context)
        session = QWidget()
        both = row(_scrolling(self.facts), self.agenda, spacing=16)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        session.setLayout(both)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.people)
        self._stack.addWidget(session)
        if self.promises is not None:
            self._stack.addWidget(self.promises)
            self.promises.answered.connect(self._count)
            self._stack.setCurrentIndex(_PROMISES)
        self.setLayout(column(self._stack))
        self._side = _ground_rules()
        context.themed.connect(self._dress)
        self.segments.chosen.connect(self._choose_part)
        context.bridge.changed.connect(self._follow)
        self._count()

    def add_actions(self, actions: Actions) -> None:
        """Add what concerns the people; the display check is an action of the window."""
        self._actions = actions
        self.displays.clicked.connect(self._check_displays)
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
            (ActionSpec("phase_earlier", "Move the phase earlier", menu, ("Alt+Up",)),
             self._move_phase_earlier, self),
            (ActionSpec("phase_later", "Move the phase later", menu, ("Alt+Down",)),
             self._move_phase_later, self),
        ):  # fmt: skip
            actions.add(spec, run, owner)
        if self.promises is not None:
            for promise_spec, answer in promise_actions(self.promises):
                actions.add(promise_spec, answer, self.promises.list)
            spec = ActionSpec("promises", "Show the last promises", Menu.PROMISES, ("Ctrl+3",))
            actions.add(spec, self._show_promises, self)

    def _check_displays(self) -> None:
        self._actions["display_check"].trigger()

    def _move_phase_earlier(self) -> None:
        self.agenda.move_current(-1)

    def _move_phase_later(self) -> None:
        self.agenda.move_current(1)

    def _dress(self) -> None:
        self.displays.setIcon(self.context.icon("monitor"))

    def tools(self) -> list[QWidget]:
        """Return the choice of what to fill in, and the way to the display check."""
        return [self.segments, self.displays]

    def side(self) -> QWidget:
        """Return the ground rules."""
        return self._side

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        if self._part == _PROMISES:
            return _PROMISE_HINTS
        return (
            ("Enter", "Add, or edit"),
            ("Del", "Take out"),
            ("Ctrl+1", "People"),
            ("Ctrl+2", "Session"),
            ("S", "Show the title"),
        )

    def enter(self) -> None:
        """Put the focus where one types."""
        if self._part == _PROMISES and self.promises is not None:
            self.promises.begin()
        elif self._part == _PEOPLE:
            self.people.name.setFocus()
        else:
            self.facts.texts["title"].setFocus()

    def open_draft(self, key: str) -> None:
        """Ask again about a promise; the other fields take back their texts by themselves."""
        if self.promises is not None and key.startswith(f"{DRAFT}."):
            self.show_part(_PROMISES)
            self.promises.open_left_over(key)

    def leave(self) -> None:
        """Keep what is typed."""
        self.facts.finish()
        if self.promises is not None:
            self.promises.finish()

    def show_on_wall(self) -> None:
        """Show the promises where they are worked on, else the title."""
        is_about_promises = self._part == _PROMISES
        self.context.room.show(Scene.PROMISES if is_about_promises else Scene.WELCOME)

    def summary(self) -> str:
        """Return how many of the promises are answered."""
        if self._part != _PROMISES or self.promises is None:
            return ""
        model = self.promises.model
        return f"{model.answered:,} of {len(model.commitments):,} promises answered"

    def step(self, by: int) -> bool:
        """Go to the next promise, unless the wall lists them and turns its pages."""
        is_on_wall = self.context.room.stage.scene is Scene.PROMISES
        if self._part != _PROMISES or self.promises is None or is_on_wall:
            return False
        return self.promises.step(by)

    @property
    def _part(self) -> int:
        return self._stack.currentIndex()

    def _choose_part(self, place: int) -> None:
        self.show_part(self._parts[place])

    def show_part(self, part: int) -> None:
        """Show the promises, the people or the session."""
        self.segments.set_current(self._parts.index(part))
        self._stack.setCurrentIndex(part)
        self.summarized.emit()
        self.hinted.emit()
        self.enter()

    def _show_promises(self) -> None:
        self.show_part(_PROMISES)

    def _show_people(self) -> None:
        self.show_part(_PEOPLE)

    def _show_session(self) -> None:
        self.show_part(_SESSION)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Participant for change in change_set.changes):
            self._count()

    def _count(self) -> None:
        people = f"People {self.people.model.rowCount()}"
        self.segments.set_text(self._parts.index(_PEOPLE), people)
        if self.promises is not None:
            self.segments.set_text(0, f"Promises {len(self.promises.model.commitments)}")
        self.summarized.emit()


def _scrolling(form: QWidget) -> QScrollArea:
    """Return a form that scrolls on a low screen instead of being squeezed."""
    found = QScrollArea()
    found.setWidget(form)
    found.setWidgetResizable(True)
    found.setFrameShape(QFrame.Shape.NoFrame)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return found


_PROMISE_HINTS = (
    ("K", "Kept"),
    ("L", "Late"),
    ("X", "Broken"),
    ("0", "Take back"),
    ("Enter", "Note, or actual"),
    ("S", "Show the promises"),
)


def _has_promises(context: Context) -> bool:
    view = context.bridge.view
    return bool(carried_pledges(view)) or any(each.carried for each in view.commitments)


def _ground_rules() -> QWidget:
    title = label("Ground rules", "muted")
    title.setFont(semibold(14))
    rules = [label(f"{number}.  {rule}", wrap=True) for number, rule in _numbered()]
    found = QWidget()
    found.setLayout(column(title, *rules, spacing=7))
    return found


def _numbered() -> list[tuple[int, str]]:
    return list(enumerate(words().ground_rules, start=1))
