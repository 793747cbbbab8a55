"""A scene of the wall as a PNG, without a window."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from workshop.domain.enums import Bucket, Phase
from workshop.domain.public import PublicView
from workshop.domain.ranking import INVENTORY
from workshop.domain.stage import Scene, Stage
from workshop.ui.audience.scenes import paint
from workshop.ui.faces import load_faces, texts_in
from workshop.ui.room import Look, RoomPicture
from workshop.ui.theme import ThemeName, load_fonts, theme


def render_png(
    view: PublicView, stage: Stage, size: tuple[int, int], theme_name: str, scale: int
) -> bytes:
    """Return the wall as it would stand there with its timer paused.

    A process without windows is given an application of Qt for as long as it lasts.
    """
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    load_faces(texts_in(record for table in view.tables.values() for record in table.values()))
    width, height = size
    look = Look(theme(ThemeName(theme_name)), scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRect(0, 0, width, height), picture_of(view, stage), look)
    painter.end()
    assert app is not None
    return png_of(image)


def png_of(image: QImage) -> bytes:
    """Return an image as the content of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(data.data())


def picture_of(view: PublicView, stage: Stage) -> RoomPicture:
    """Return what a scene is painted from; one without a subject takes the first there is."""
    about = stage.subject_id
    if about is None:
        about = next(iter(_subjects(view, stage.scene)), None)
    timer = _planned(view, stage.phase) if stage.scene is Scene.TIMER else ""
    shown = replace(stage, subject_id=about, frozen=False, blank=False)
    return RoomPicture(view=view, stage=shown, timer=timer)


def _subjects(view: PublicView, scene: Scene) -> Sequence[int]:
    """Return what a scene may be about, the likeliest first."""
    if scene is Scene.CARD:
        return view.ranking.ids(Bucket.UNSORTED)
    if scene is Scene.PROCESS:
        return view.ranking.ids(INVENTORY)
    if scene is Scene.TALLY:
        cards = [card for bucket in Bucket for card in view.activities(bucket)]
        return [card.id for card in cards if card.tally_process is not None]
    if scene is Scene.MAKING:
        return [commitment.id for commitment in reversed(view.commitments)]
    return ()


def _planned(view: PublicView, phase: Phase) -> str:
    minutes = next((item.planned_minutes for item in view.agenda if item.phase is phase), 0)
    return f"{minutes}:00"
