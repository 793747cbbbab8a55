"""The scenes of the wall: composed from what is public, painted by one painter."""

from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from workshop.domain.stage import Scene
from workshop.ui.audience.scenes.drawing import Drawing
from workshop.ui.audience.scenes.painting import paint_drawing
from workshop.ui.audience.scenes.sheet import Sheet
from workshop.ui.room import Look, RoomPicture

__all__ = ["Drawing", "compose", "paint"]


class _Compose(Protocol):
    def __call__(self, sheet: Sheet, picture: RoomPicture) -> None:
        """Put a scene on a sheet."""


def _composer(scene: Scene) -> _Compose:
    """Return what composes a scene: a module of its own name, imported when it is first shown."""
    found: _Compose = import_module(f"{__name__}.{scene.value.replace('-', '_')}").compose
    return found


def compose(picture: RoomPicture, look: Look, size: QSize) -> Drawing:
    """Compose what the room sees for a wall of these proportions.

    A blank wall is dark in every theme and says nothing, its marking included.
    """
    height = 100 * 100 / look.scale
    width = height * max(1, size.width()) / max(1, size.height())
    if picture.stage.blank:
        return Drawing(width, height, "blank")
    sheet = Sheet(width, height, picture.view.facts.marking)
    _composer(picture.stage.scene)(sheet, picture)
    return sheet.finish()


def paint(painter: QPainter, rect: QRect, picture: RoomPicture, look: Look) -> None:
    """Paint what the room sees into a rectangle."""
    drawing = compose(picture, look, rect.size())
    paint_drawing(painter, QRectF(rect), drawing, look.theme)
