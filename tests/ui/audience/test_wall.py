"""The wall follows the room, and nothing else."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from tests.sessions import PRIVATE_MARK
from tests.ui.audience.rooms import painted
from tests.ui.console.desk import Desk
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, OwnerFit, Phase
from workshop.domain.records import Activity, Note, PrivateAnswers, Process
from workshop.domain.stage import Scene
from workshop.ui.audience.preview import Preview
from workshop.ui.audience.window import AudienceWindow
from workshop.ui.pages import PAGES
from workshop.ui.room import Look
from workshop.ui.theme import ThemeName, theme

CARDS = tuple(Activity(id=-n, text=f"Sign form {n}") for n in range(1, 41))


@pytest.fixture
def room(context):
    context.bridge.execute(AddRecords(CARDS))
    context.bridge.execute(MoveActivities(tuple(range(1, 25)), Bucket.PROCESS))
    context.room.show(Scene.BOARD)
    return context.room


@pytest.fixture
def changes(context, room):
    heard = []

    def note():
        heard.append(context.wall.drawing.text)

    context.wall.changed.connect(note)
    return heard


@pytest.mark.parametrize("scene", Scene)
def test_the_preview_is_the_wall_pixel_for_pixel(context, room, qtbot, scene):
    room.show(scene, 1)
    window, preview = AudienceWindow(context.wall, []), Preview(context.wall)
    qtbot.addWidget(window)
    qtbot.addWidget(preview)
    window.resize(640, 360)
    preview.resize(646, 366)
    wall = window.grab().toImage()
    small = preview.grab().toImage().copy(3, 3, 640, 360)
    inside = (4, 4, 632, 352)  # without the red frame, which lies half over the edge
    assert wall.copy(*inside) == small.copy(*inside)
    drawn = painted(room.picture, QSize(640, 360), room.look)
    assert wall.copy(*inside).convertToFormat(drawn.format()) == drawn.copy(*inside)


def test_another_phase_changes_nothing_on_the_wall(context, room, changes):
    for phase in Phase:
        room.set_phase(phase)
    assert changes == []


def test_what_is_not_on_the_wall_changes_nothing_on_it(context, room, changes):
    context.bridge.execute(AddRecords((Note(id=-1, text=PRIVATE_MARK),)))
    process = context.bridge.view.processes[0]
    context.bridge.execute(EditRecord(Process, process.id, {"owner": "Clerk"}))
    fit = {"owner_fit": OwnerFit.NOT_RIGHT, "proposed_owner": PRIVATE_MARK}
    context.bridge.execute(EditRecord(PrivateAnswers, process.id, fit))
    assert changes == []


def test_typing_finding_sorting_and_working_elsewhere_leave_the_wall(sample, qtbot):
    desk = Desk(sample, qtbot, Phase.GATHER)
    heard = []

    def note():
        heard.append(sample.wall.drawing.text)

    sample.wall.changed.connect(note)
    before = sample.wall.drawing
    desk.type("Sign the for")
    for phase in (Phase.BUCKET, Phase.INVENTORY):
        desk.window.enter(phase)
        desk.page.focus_find()
        desk.type("permit")
    for name in ("sort_process", "sort_inventory"):
        desk.window.actions_[name].trigger()
    for phase in PAGES:
        desk.window.enter(phase)
    assert heard == []
    assert sample.wall.drawing == before


def test_a_moved_card_changes_the_wall_once(context, room, changes):
    context.bridge.execute(MoveActivities((30,), Bucket.PERFORMANCE))
    assert len(changes) == 1
    assert "Sign form 30" in changes[0]


def test_a_frozen_wall_holds_and_goes_on_with_what_is_now(context, room, changes):
    room.freeze(True)
    context.bridge.execute(MoveActivities((30,), Bucket.PERFORMANCE))
    assert changes == []
    room.freeze(False)
    assert "Sign form 30" in changes[-1]


def test_a_frozen_wall_can_be_blanked_and_comes_back_frozen(context, room, changes):
    before = context.wall.drawing
    room.freeze(True)
    room.blank(True)
    assert context.wall.drawing.text == ""
    context.bridge.execute(MoveActivities((30,), Bucket.PERFORMANCE))
    room.blank(False)
    assert context.wall.drawing == before


def test_pages_stop_at_the_last_one(context, room):
    wall = context.wall
    for _ in range(20):
        room.turn_page(1)
    assert room.stage.page == wall.drawing.pages > 1


def test_another_theme_repaints(context, room, changes):
    room.set_look(Look(theme(ThemeName.DARK)))
    assert len(changes) == 1


def test_a_wall_of_another_shape_is_painted_between_bars(context, room):
    context.wall.set_shape(QSize(1024, 768))
    image = QImage(1000, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    context.wall.paint(painter, image.rect())
    painter.end()
    canvas = context.room.look.theme["canvas"]
    assert image.pixelColor(2, 200) == canvas
    assert image.pixelColor(997, 200) == canvas


def test_the_window_says_what_it_shows_and_hides_the_pointer(context, room, qtbot):
    window = AudienceWindow(context.wall, [])
    qtbot.addWidget(window)
    assert "Sign form 1" in window.accessibleDescription()
    room.show(Scene.GATHER)
    assert "cards so far" in window.accessibleDescription()
    assert window._pointer.interval() == 2000
    window._pointer.timeout.emit()
    assert window.cursor().shape().name == "BlankCursor"
