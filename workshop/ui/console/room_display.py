"""Tells in the console where the room is shown, and opens the check of its display."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QMainWindow

from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.audience.displays import COVERED, LOST, MIRRORED, NONE, Displays
from workshop.ui.context import Context
from workshop.ui.notice import Notice

CHECK = "Display check…"
_SENTENCES = {COVERED, LOST, MIRRORED, NONE}


class RoomDisplay(QObject):
    """Keeps the line over the preview and the banner true to the displays."""

    # The room is to see the window of the facilitator.
    solo_asked = Signal()

    def __init__(
        self,
        context: Context,
        console: QMainWindow,
        actions: Actions,
        line: QLabel,
        notice: Notice,
    ) -> None:
        """Begin with the room closed; `displays.start` opens it where it was last."""
        super().__init__(console)
        self.displays = Displays(context, console, actions)
        self._context = context
        self._console = console
        self._line = line
        self._notice = notice
        self._offered = ""
        check = ActionSpec("display_check", CHECK, Menu.ROOM, ("Shift+F11",))
        actions.add(check, self.check)
        self.displays.told.connect(self._tell)
        self.displays.changed.connect(self._name)
        self.displays.found.connect(self._offer)
        notice.chosen.connect(self._answer)
        self._name()

    def check(self) -> None:
        """Open the display check."""
        from workshop.ui.display_check import DisplayCheck

        dialog = DisplayCheck(self._context, self.displays, self._console)
        dialog.solo_asked.connect(self.solo_asked)
        dialog.open()

    def _offer(self, name: str) -> None:
        """Offer the check where a display is there that was never shown the room."""
        self._offered = f"“{name}” is connected. Is it for the room?"
        self._notice.tell(self._offered, CHECK, "Close", quiet=True)

    def _answer(self, words: str) -> None:
        if words == CHECK:
            self._notice.hide()
            self.check()
        else:
            self._close_notice()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._notice.tell(sentence, "Close")
        else:
            self._close_notice()

    def _close_notice(self) -> None:
        if self._notice.text in _SENTENCES:
            self._notice.hide()

    def _name(self) -> None:
        shown = self.displays.shown
        if shown is not None and self._notice.text == self._offered:
            self._notice.hide()  # it is answered
        if shown is None:
            self._line.setText("No display (F11)")
        else:
            width, height = shown.size.width(), shown.size.height()
            self._line.setText(f"{shown.name} {width}×{height}")  # noqa: RUF001  # a size
