"""What the wall shows can be kept as a picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow

from tests.ui.audience.rooms import painted, session
from workshop.domain.commands.records import AddRecords
from workshop.domain.public import PublicView
from workshop.domain.records import Activity
from workshop.domain.stage import Scene, Stage
from workshop.files import shown
from workshop.ui.actions import Actions, Menu
from workshop.ui.audience.snapshot import Snapshot
from workshop.ui.audience.still import render_png


@pytest.fixture
def said(context):
    heard = []

    def note(sentence, _undoable):
        heard.append(sentence)

    context.said.connect(note)
    return heard


@pytest.fixture
def snapshot(context, qtbot):
    context.bridge.execute(AddRecords((Activity(id=-1, text="Sign forms"),)))
    context.room.show(Scene.CARD, 1)
    window = QMainWindow()
    qtbot.addWidget(window)
    return Snapshot(context, window, Actions(window, single_keys=True))


def test_the_picture_is_the_wall_in_the_size_of_its_display(context, snapshot, said, tmp_path):
    context.wall.set_shape(QSize(1280, 720))
    path = tmp_path / "wall.png"
    snapshot.save(path)
    found = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert found == painted(context.room.picture, QSize(1280, 720), context.room.look)
    assert said == [f"Saved the picture as {shown(path)}."]


def test_a_folder_that_is_gone_is_told_and_nothing_is_left(snapshot, said, tmp_path):
    snapshot.save(tmp_path / "gone" / "wall.png")
    assert len(said) == 1
    assert "gone" in said[0]
    assert not list(tmp_path.glob("**/*.png"))


def test_a_blank_wall_is_not_saved(context, snapshot, said, monkeypatch):
    def asked(*_args: object) -> Path:
        raise AssertionError("it asked for a file")

    monkeypatch.setattr("workshop.ui.dialogs.files.ask_picture", asked)
    context.room.blank(True)
    snapshot.ask_and_save()
    assert said == ["The wall is blank: show it again (F9) to save a picture of it."]


def test_the_action_stands_in_the_menu_of_the_room(context, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, single_keys=True)
    Snapshot(context, window, actions)
    spec = next(each for each in actions.specs() if each.name == "save_picture")
    assert spec.menu is Menu.ROOM
    assert spec.keys


@pytest.mark.parametrize("scene", Scene)
def test_every_scene_has_a_picture_without_a_window(qapp, scene):
    stage = Stage(scene=scene, hold_until="10:45")
    content = render_png(PublicView.of(session("reference")), stage, (320, 180), "dark", 130)
    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (320, 180)
    colors = {image.pixel(x, y) for x in range(320) for y in range(180)}
    assert len(colors) > 2
