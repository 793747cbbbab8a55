"""The work area of one phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.domain.enums import Phase
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions
from workshop.ui.context import Context


class PhasePage(QWidget):
    """What a phase puts into the console. A page is made when its phase is first entered.

    A page changes the session through `context.bridge` alone and follows `bridge.changed`; what it
    shows on the wall goes through `context.room`.
    """

    PHASE: ClassVar[Phase]
    TITLE: ClassVar[str]
    # The scenes that the panel offers in this phase, with their short names.
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = ()
    # The panel is hidden in a phase that needs the width.
    HIDES_PANEL: ClassVar[bool] = False
    # What the panel shows of the page is worked in, and stands above the prompts.
    SIDE_FIRST: ClassVar[bool] = False
    # The rail shows icons only in a phase that needs the width.
    NARROW_RAIL: ClassVar[bool] = False

    # The summary has changed.
    summarized = Signal()
    # Other keys matter now.
    hinted = Signal()
    # The panel is wanted, where it is hidden.
    panel_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Take what every page is given; subclasses build their widgets."""
        super().__init__()
        self.context = context

    def add_actions(self, actions: Actions) -> None:
        """Add the actions of this phase; called once, right after the page was made."""

    def summary(self) -> str:
        """Return the count beside the title, such as "34 of 60 sorted"."""
        return ""

    def tools(self) -> list[QWidget]:
        """Return the widgets that stand at the right of the title, before Undo."""
        return []

    def primary(self) -> QWidget | None:
        """Return the main button of the phase, which stands last."""
        return None

    def side(self) -> QWidget | None:
        """Return what the panel shows beside the prompts: what comes up, the load of owners."""
        return None

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys that matter now, each with what it does."""
        return ()

    def enter(self) -> None:
        """Put the focus where work begins; called each time the phase is entered."""
        self.setFocus()

    def leave(self) -> None:
        """Finish what is half done, such as an open editor; called before another phase."""

    def open_draft(self, key: str) -> None:
        """Open the editor of a text that was left unfinished, where it is not open already."""

    def show_on_wall(self) -> None:
        """Show on the wall what is current here (S)."""

    def subject_of(self, scene: Scene) -> int | None:
        """Return the id of what a scene of this phase would be about now."""
        return None

    def show_scene(self, scene: Scene) -> None:
        """Show one of the scenes of this phase, about what is current here."""
        self.context.room.show(scene, self.subject_of(scene))

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) card or process; False leaves the key to the wall."""
        return False

    def focus_find(self) -> None:
        """Put the focus into the find field, where there is one (Ctrl+F)."""
