"""Tells in the console where the room is shown."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QMainWindow

from workshop.ui.actions import Actions
from workshop.ui.audience.displays import COVERED, LOST, MIRRORED, NONE, Displays
from workshop.ui.context import Context
from workshop.ui.notice import Notice

_SENTENCES = {COVERED, LOST, MIRRORED, NONE}


class RoomDisplay(QObject):
    """Keeps the line over the preview and the banner true to the displays."""

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
        self._line = line
        self._notice = notice
        self.displays.told.connect(self._tell)
        self.displays.changed.connect(self._name)
        notice.chosen.connect(self._close_notice)
        self._name()

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
        if shown is None:
            self._line.setText("No display (F11)")
        else:
            width, height = shown.size.width(), shown.size.height()
            self._line.setText(f"{shown.name} {width} × {height}")  # noqa: RUF001  # a size
