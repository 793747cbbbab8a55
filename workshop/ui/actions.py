"""Every action of the console: its name, its keys, its menu. F1 lists them from here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Menu(StrEnum):
    """The menu in which an action stands."""

    FILE = "File"
    EDIT = "Edit"
    PROMISES = "Promises"
    PEOPLE = "People"
    CARDS = "Cards"
    GRID = "Inventory"
    COMMITMENTS = "Commitments"
    DEAL = "The deal"
    LEADERSHIP = "Leadership"
    HANDOUTS = "Handouts"
    ROOM = "The room"
    GO = "Go to"
    VIEW = "View"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called, where it stands and which keys start it.

    Keys without a modifier that are letters, digits or a dot act outside text fields only, and can
    be switched off.
    """

    name: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""

    @property
    def single_keys(self) -> tuple[str, ...]:
        """The keys that are single characters."""
        return tuple(key for key in self.keys if len(key) == 1)


class Actions(QObject):
    """The actions of a window, by name."""

    def __init__(self, window: QWidget, *, single_keys: bool) -> None:
        """Begin without actions."""
        super().__init__(window)
        self._window = window
        self._single_keys = single_keys
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}

    @property
    def window(self) -> QWidget:
        """The window that the actions belong to."""
        return self._window

    def add(
        self, spec: ActionSpec, run: Callable[[], object], owner: QWidget | None = None
    ) -> QAction:
        """Make an action that calls `run`, for the whole window or inside one widget of it.

        Raises ValueError where the name is taken.
        """
        if spec.name in self._specs:
            raise ValueError(f"two actions are called {spec.name}")
        action = QAction(spec.text, owner or self._window)
        action.setObjectName(spec.name)
        if owner is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(run)
        (owner or self._window).addAction(action)
        self._specs[spec.name] = spec
        self._actions[spec.name] = action
        self._set_keys(spec, action)
        return action

    def _set_keys(self, spec: ActionSpec, action: QAction) -> None:
        single = () if self._single_keys else spec.single_keys
        keys = [key for key in spec.keys if key not in single]
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setToolTip(f"{spec.text} ({keys[0]})" if keys else spec.text)

    def set_single_keys(self, on: bool) -> None:
        """Let single letters act, or not (WCAG 2.1.4)."""
        self._single_keys = on
        for name, spec in self._specs.items():
            self._set_keys(spec, self._actions[name])

    def __getitem__(self, name: str) -> QAction:
        """Return an action; raises KeyError where there is none of that name."""
        return self._actions[name]

    def specs(self) -> list[ActionSpec]:
        """Return all actions in the order in which they were made."""
        return list(self._specs.values())
