"""Save what the wall shows as a picture file."""

from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QMainWindow

from workshop.domain.errors import GatherError
from workshop.files import shown, write_atomically
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.context import Context

_BLANK = "The wall is blank: show it again (F9) to save a picture of it."


class Snapshot(QObject):
    """Writes the wall, in the size of its display, into a PNG."""

    def __init__(self, context: Context, window: QMainWindow, actions: Actions) -> None:
        """Add the action to the menu of the room."""
        super().__init__(window)
        self._context = context
        self._window = window
        spec = ActionSpec("save_picture", "Save this picture…", Menu.ROOM, ("Ctrl+Shift+P",))
        actions.add(spec, self.ask_and_save)

    def ask_and_save(self) -> None:
        """Ask for a file and write the picture there."""
        from workshop.ui.dialogs.files import ask_picture, documents, file_name

        room, bridge = self._context.room, self._context.bridge
        if room.stage.blank:
            self._context.say(_BLANK)
            return
        title = file_name(bridge.view.facts.title) or "Session"
        folder = bridge.path.parent if bridge.path.parent.is_dir() else documents()
        name = f"{title} - {room.picture.stage.scene.value}.png"
        path = ask_picture(self._window, folder / name)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the picture, and say where it is or why it is not."""
        from workshop.ui.audience.still import png_of

        wall = self._context.wall
        image = QImage(wall.shape, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        wall.paint(painter, image.rect())
        painter.end()
        content = png_of(image)

        def write(stream: BinaryIO) -> None:
            stream.write(content)

        try:
            write_atomically(path, write, replace=True)  # the dialog asked about replacing
        except GatherError as error:
            self._context.say(str(error))
            return
        self._context.say(f"Saved the picture as {shown(path)}.")
