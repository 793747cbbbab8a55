"""A scene of the wall as a PNG, without a window."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from workshop.domain.enums import Bucket, Phase
from workshop.domain.public import PublicView
from workshop.domain.ranking import INVENTORY
from workshop.domain.stage import Scene, Stage
from workshop.ui.audience.scenes import SCENES, paint
from workshop.ui.room import Look, RoomPicture
from workshop.ui.theme import ThemeName, load_fonts, theme


def drawable_scenes() -> tuple[Scene, ...]:
    """Return the scenes that can be drawn."""
    return SCENES


def render_png(
    view: PublicView, stage: Stage, size: tuple[int, int], theme_name: str, scale: int
) -> bytes:
    """Return the wall as it would stand there with its timer paused.

    A process without windows is given an application of Qt for as long as it lasts.
    """
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    width, height = size
    look = Look(theme(ThemeName(theme_name)), scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRect(0, 0, width, height), picture_of(view, stage), look)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    assert app is not None
    return bytes(data.data())


def picture_of(view: PublicView, stage: Stage) -> RoomPicture:
    """Return what a scene is painted from; one without a subject takes the first there is."""
    about = stage.subject_id
    if about is None and stage.scene is Scene.CARD:
        about = next(iter(view.ranking.ids(Bucket.UNSORTED)), None)
    if about is None and stage.scene is Scene.PROCESS:
        about = next(iter(view.ranking.ids(INVENTORY)), None)
    timer = _planned(view, stage.phase) if stage.scene is Scene.TIMER else ""
    shown = replace(stage, subject_id=about, frozen=False, blank=False)
    return RoomPicture(view=view, stage=shown, timer=timer)


def _planned(view: PublicView, phase: Phase) -> str:
    minutes = next((item.planned_minutes for item in view.agenda if item.phase is phase), 0)
    return f"{minutes}:00"
