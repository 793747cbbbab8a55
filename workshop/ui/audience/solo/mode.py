"""Switches a window between the console and solo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget
from shiboken6 import isValid

from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.audience.displays import Displays
from workshop.ui.audience.solo.entry import Entry
from workshop.ui.audience.wall import DEFAULT_SHAPE
from workshop.ui.context import Context

if TYPE_CHECKING:
    from workshop.ui.audience.solo.view import Solo


class SoloMode(QObject):
    """Shows solo in place of the console, in the same window, and gives back the focus."""

    # The console is shown again, and what had the keyboard in it is gone or in another phase.
    work_needed = Signal()

    def __init__(
        self,
        context: Context,
        views: QStackedWidget,
        actions: Actions,
        menu: QMenu,
        displays: Displays,
    ) -> None:
        """Add the action; solo is built when it is first entered."""
        super().__init__(views)
        self._context = context
        self._views = views
        self._menu = menu
        self._undo = actions["undo"]
        self._displays = displays
        self._focus_before: QWidget | None = None
        self.view: Solo | None = None
        self._switch = actions.add(
            ActionSpec("solo", "Solo: one display for all", Menu.ROOM, ("F12",)), self.toggle
        )
        self._switch.setCheckable(True)

        hands = ActionSpec(
            "solo_hands", "Count hands on the card in solo", Menu.ROOM, ("Ctrl+Shift+H",)
        )
        actions.add(hands, self.count_hands)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._hold_keyboard)

    @property
    def is_on(self) -> bool:
        """Whether solo is shown."""
        return self.view is not None and self._views.currentWidget() is self.view

    def toggle(self) -> None:
        """Go to solo, or back to the console."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the wall with its strip; the room's own window gives way."""
        if self.is_on:
            return
        if self.view is None:
            from workshop.ui.audience.solo.view import Solo

            self.view = Solo(self._context, self._menu)
            self.view.undo_asked.connect(self._undo.trigger)
            self._views.addWidget(self.view)
        self._focus_before = QApplication.focusWidget()
        self._displays.give_way()
        self._views.setCurrentWidget(self.view)
        self.view.enter()
        self._switch.setChecked(True)

    def leave(self) -> None:
        """Show the console again."""
        if self.view is not None:
            self.view.leave()
        self._views.setCurrentIndex(0)
        shown = self._displays.window
        self._context.wall.set_shape(shown.size() if shown else DEFAULT_SHAPE)
        self._displays.come_back()
        self._switch.setChecked(False)
        self._give_back_keyboard()

    def _give_back_keyboard(self) -> None:
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self.work_needed.emit()

    def _hold_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take the keyboard back from the console behind: a phase that is entered takes it."""
        if now is None or self.view is None or not self.is_on:
            return
        console = self._views.widget(0)
        if console is not None and console.isAncestorOf(now):
            self.view.take_keyboard()

    def step(self, by: int) -> bool:
        """Go on in solo; False in the console."""
        if self.is_on and self.view is not None:
            self.view.step(by)
        return self.is_on

    def open_drawer(self, entry: Entry) -> bool:
        """Type an entry in solo; False in the console."""
        if self.is_on and self.view is not None:
            self.view.begin(entry)
        return self.is_on

    def count_hands(self) -> None:
        """Count hands on the card that is shown; in the console, tell how it is done there."""
        if self.is_on and self.view is not None:
            self.view.count_hands()
        else:
            self._context.say("That is for solo. Here, choose a card and press T.")

    def use_draft(self, key: str) -> bool:
        """Go on with a line that was left unfinished in solo; False for any other editor.

        False also while the room has its own window, which would have to give way.
        """
        is_shown_elsewhere = not self.is_on and self._displays.window is not None
        if not key.startswith("solo ") or is_shown_elsewhere:
            return False
        from workshop.ui.audience.solo.lines import line_of

        line = line_of(self._context.bridge.view, key)
        if line is None:
            return False
        if not self.is_on:
            self.enter()
        assert self.view is not None
        self.view.drawer.open(line)
        return True

    def next_region(self) -> bool:
        """Go to the next region of solo; False in the console."""
        if self.is_on and self.view is not None:
            self.view.next_region()
        return self.is_on
