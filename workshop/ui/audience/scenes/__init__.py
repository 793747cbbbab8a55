"""The scenes of the wall: composed from what is public, painted by one painter."""

from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from workshop.domain.stage import Scene
from workshop.ui.audience.scenes import (
    board,
    card,
    close,
    commitments,
    gather,
    hold,
    process,
    timer,
    welcome,
)
from workshop.ui.audience.scenes import picture as picture_scene
from workshop.ui.audience.scenes.drawing import Drawing
from workshop.ui.audience.scenes.painting import paint_drawing
from workshop.ui.audience.scenes.sheet import Sheet
from workshop.ui.room import Look, RoomPicture

__all__ = ["SCENES", "Drawing", "compose", "paint"]


class _Compose(Protocol):
    def __call__(self, sheet: Sheet, picture: RoomPicture) -> None:
        """Put a scene on a sheet."""


SCENES: dict[Scene, _Compose] = {
    Scene.WELCOME: welcome.compose,
    Scene.GATHER: gather.compose,
    Scene.CARD: card.compose,
    Scene.BOARD: board.compose,
    Scene.PICTURE: picture_scene.compose,
    Scene.PROCESS: process.compose,
    Scene.COMMITMENTS: commitments.compose,
    Scene.TIMER: timer.compose,
    Scene.HOLD: hold.compose,
    Scene.CLOSE: close.compose,
}


def compose(picture: RoomPicture, look: Look, size: QSize) -> Drawing:
    """Compose what the room sees for a wall of these proportions.

    A blank wall is dark in every theme and says nothing, its marking included.
    """
    height = 100 * 100 / look.scale
    width = height * max(1, size.width()) / max(1, size.height())
    if picture.stage.blank:
        return Drawing(width, height, "blank")
    sheet = Sheet(width, height, picture.view.facts.marking)
    # A file of a later version may be at a scene that this one does not draw.
    SCENES.get(picture.stage.scene, welcome.compose)(sheet, picture)
    return sheet.finish()


def paint(painter: QPainter, rect: QRect, picture: RoomPicture, look: Look) -> None:
    """Paint what the room sees into a rectangle."""
    drawing = compose(picture, look, rect.size())
    paint_drawing(painter, QRectF(rect), drawing, look.theme)
