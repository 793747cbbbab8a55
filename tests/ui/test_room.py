from PySide6.QtWidgets import QMainWindow

from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, CommitmentKind, Phase
from workshop.domain.records import Activity, Commitment, Note
from workshop.domain.stage import Scene
from workshop.session import Session
from workshop.ui.actions import Actions
from workshop.ui.audience.any_phase import AnyPhase
from workshop.ui.bridge import Bridge
from workshop.ui.clock import PhaseClock
from workshop.ui.room import Room


def add(context, text):
    context.bridge.execute(AddRecords((Activity(id=0, text=text),)))


def count(picture):
    return picture.view.count(Bucket.UNSORTED)


def test_what_the_wall_shows_is_what_was_chosen_and_survives(context):
    context.room.show(Scene.CARD, 7)
    assert (context.room.stage.scene, context.room.stage.subject_id) == (Scene.CARD, 7)
    path = context.bridge.path
    context.bridge.close()
    with Session.open(path) as session:
        room = Room(Bridge(session), PhaseClock())
        assert room.stage.scene is Scene.CARD


def test_another_phase_leaves_the_wall_as_it_is(context):
    context.room.show(Scene.CARD, 7)
    before = context.room.stage
    context.room.set_phase(Phase.COMMIT)
    assert context.room.stage.scene is before.scene
    assert context.room.stage.subject_id == before.subject_id
    assert context.bridge.stage.phase is Phase.COMMIT


def test_a_frozen_wall_does_not_follow_until_it_is_let_go(context):
    add(context, "One")
    context.room.freeze(True)
    add(context, "Two")
    assert count(context.room.picture) == 1
    context.room.freeze(False)
    assert count(context.room.picture) == 2


def test_the_test_card_leaves_everything_as_it_was(context):
    add(context, "One")
    context.room.show(Scene.BOARD, page=3)
    context.room.freeze(True)
    before, kept = context.room.picture, context.room.stage
    context.room.test(True)
    assert context.room.picture.stage.scene is Scene.TEST_CARD
    assert "smallest line" in context.wall.drawing.text
    assert context.room.stage == kept  # the file knows nothing of it
    context.room.blank(True)
    assert context.wall.drawing.text == ""
    context.room.blank(False)
    context.room.test(False)
    assert context.room.picture == before


def test_what_is_shown_ends_the_test(context):
    context.room.test(True)
    context.room.show(Scene.CARD)
    assert context.room.picture.stage.scene is Scene.CARD
    context.room.test(True)
    context.room.hold("10:45")
    assert context.room.picture.stage.scene is Scene.HOLD


def test_a_frozen_wall_can_be_blanked_and_comes_back_the_same(context):
    add(context, "One")
    context.room.freeze(True)
    add(context, "Two")
    context.room.blank(True)
    assert context.room.picture.stage.blank
    context.room.blank(False)
    assert not context.room.picture.stage.blank
    assert count(context.room.picture) == 1


def test_what_is_chosen_while_the_wall_is_frozen_waits_and_is_said_so(context):
    said = []
    room = context.room
    room.waits.connect(said.append)
    add(context, "One")
    room.show(Scene.BOARD)
    room.freeze(True)
    before = room.picture
    for choose in (
        lambda: room.show(Scene.PICTURE),
        lambda: room.ask(3, 2),
        lambda: room.make(Commitment(id=0, text="Ask", kind=CommitmentKind.FIND_OUT)),
        lambda: room.hold("10:45"),
        lambda: room.turn_page(1),
        lambda: room.show(Scene.OVERVIEW),
    ):
        choose()
        assert room.picture == before
        assert room.stage.frozen
        assert said.pop() == "The wall is frozen: F7 shows what you chose."
    room.set_phase(Phase.DEAL)
    room.blank(True)
    room.freeze(False)
    shown = (room.stage.scene, room.stage.phase, room.stage.blank, room.stage.frozen)
    assert shown == (Scene.OVERVIEW, Phase.DEAL, True, False)
    assert said == []


def test_a_question_that_waited_is_asked_once_the_wall_is_let_go(context):
    context.room.freeze(True)
    context.room.ask(3, 2, "owner")
    assert context.room.picture.asked is None
    context.room.freeze(False)
    picture = context.room.picture
    assert (picture.stage.subject_id, picture.asked, picture.asked_field) == (3, 2, "owner")


def test_a_frozen_wall_is_the_same_after_a_restart(context):
    context.room.show(Scene.BOARD)
    context.room.freeze(True)
    context.room.show(Scene.PICTURE)
    path = context.bridge.path
    context.bridge.close()
    with Session.open(path) as session:
        room = Room(Bridge(session), PhaseClock())
        assert (room.picture.stage.scene, room.stage.frozen) == (Scene.BOARD, True)


def test_a_private_note_does_not_even_repaint_the_wall(context):
    heard = []
    context.room.changed.connect(heard.append)
    context.bridge.execute(AddRecords((Note(id=0, text="private"),)))
    assert heard == []
    add(context, "One")
    assert len(heard) == 1


def test_pages_turn_and_never_below_the_first_or_beyond_the_last(context):
    cards = (Activity(id=-n, text=f"Sign form {n}", bucket=Bucket.PROCESS) for n in range(1, 26))
    context.bridge.execute(AddRecords(tuple(cards)))
    assert context.wall.drawing.pages == 1
    context.room.show(Scene.BOARD)
    context.room.turn_page(1)
    context.room.turn_page(1)
    context.room.turn_page(1)
    assert context.room.stage.page == 2
    context.room.turn_page(-1)
    context.room.turn_page(-1)
    assert context.room.stage.page == 1


def test_a_scene_with_one_page_stays_on_it(context):
    assert context.wall.drawing.pages == 1
    context.room.show(Scene.BOARD, page=7)
    assert context.room.stage.page == 1


def test_a_question_is_asked_until_something_else_is_shown(context):
    context.room.ask(3, 2)
    assert context.room.picture.asked == 2
    context.room.show(Scene.PROCESS, 3)
    assert context.room.picture.asked is None


def test_the_break_names_the_time_it_ends(context):
    context.room.hold("10:45")
    assert context.room.stage.scene is Scene.HOLD
    assert context.room.stage.hold_until == "10:45"


def words(context):
    return context.wall.drawing.text


def promise(context, text="Ask the crews"):
    made = Commitment(id=0, text=text, kind=CommitmentKind.FIND_OUT)
    context.bridge.execute(AddRecords((made,)))
    return context.bridge.view.commitments[-1]


def test_a_commitment_is_shown_as_far_as_it_has_come_and_then_as_it_is_kept(context):
    room = context.room
    room.make(Commitment(id=0, text="Ask", kind=CommitmentKind.FIND_OUT))
    assert "Ask" in words(context)
    room.go_on_making(promise(context))
    assert "Ask the crews" in words(context)
    context.bridge.execute(EditRecord(Commitment, 1, {"owner": "Permit lead"}))
    assert "Permit lead" in words(context)
    context.bridge.undo()
    assert "Permit lead" not in words(context)


def test_a_commitment_goes_on_where_it_is_shown_alone(context):
    context.room.make(Commitment(id=0, text="Ask", kind=CommitmentKind.FIND_OUT))
    context.room.show(Scene.BOARD)
    context.room.go_on_making(promise(context))
    assert context.room.stage.scene is Scene.BOARD


def test_a_commitment_that_was_deleted_while_it_waited_is_not_shown(context):
    made = promise(context)
    context.room.freeze(True)
    context.room.make(made)
    context.bridge.undo()
    context.room.freeze(False)
    assert "No commitment is being made" in words(context)


def test_a_commitment_that_was_deleted_behind_a_frozen_wall_is_not_shown_again(context):
    context.room.make(promise(context))
    context.room.freeze(True)
    context.bridge.undo()
    assert "Ask the crews" in words(context)
    context.room.freeze(False)
    assert "No commitment is being made" in words(context)


def test_a_commitment_that_was_edited_behind_a_frozen_wall_is_shown_as_it_is_now(context):
    context.room.make(promise(context))
    context.room.freeze(True)
    context.bridge.execute(EditRecord(Commitment, 1, {"text": "Ask the clerks"}))
    assert "Ask the crews" in words(context)
    context.room.freeze(False)
    assert "Ask the clerks" in words(context)


def test_a_new_commitment_goes_on_quietly_behind_a_frozen_wall(context):
    said = []
    context.room.waits.connect(said.append)
    context.room.make(Commitment(id=0, text="Ask", kind=CommitmentKind.FIND_OUT))
    context.room.freeze(True)
    context.room.go_on_making(promise(context))
    assert "Ask the crews" not in words(context)
    assert said == []
    context.room.freeze(False)
    assert "Ask the crews" in words(context)


def test_the_room_sees_some_scenes_in_any_phase(context, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, single_keys=True)
    AnyPhase(context.room, window, actions)
    for name, scene in (
        ("show_timer", Scene.TIMER),
        ("show_excuses", Scene.EXCUSES),
        ("show_parking_lot", Scene.PARKING_LOT),
    ):
        actions[name].trigger()
        assert context.room.stage.scene is scene
