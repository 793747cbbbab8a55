"""One display for all: the wall, a strip, and a line to type into."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.dates import today
from workshop.domain.enums import Bucket, CommitmentKind, Phase, YesNoUnsure
from workshop.domain.readiness import Lack
from workshop.domain.records import (
    Activity,
    BuyIn,
    Commitment,
    Excuse,
    ParkingLotItem,
    SessionFacts,
)
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.audience.displays import Displays
from workshop.ui.audience.solo.entry import Entry
from workshop.ui.audience.solo.lines import LackLine
from workshop.ui.audience.solo.mode import SoloMode
from workshop.ui.audience.wall import DEFAULT_SHAPE
from workshop.ui.context import Context
from workshop.ui.dates import NOT_A_DAY

FORWARDED = (
    "next_page", "previous_page", "freeze", "blank", "timer", "minute", "next_phase",
    "previous_phase",
)  # fmt: skip


@pytest.fixture
def mode(context: Context, qtbot) -> Iterator[SoloMode]:
    """Solo in a window of its own, with three cards to sort, one of them shown."""
    cards = tuple(Activity(id=-n, text=f"Sign form {n}") for n in (1, 2, 3))
    context.bridge.execute(AddRecords(cards))
    window = QWidget()  # without a layout, whose least size the offscreen platform cannot pass on
    qtbot.addWidget(window)
    views = QStackedWidget(window)
    views.addWidget(QWidget())
    actions = Actions(views, single_keys=True)
    actions.add(ActionSpec("undo", "Undo", Menu.EDIT, ("Ctrl+Z",)), context.bridge.undo)
    for name in FORWARDED:
        actions.add(ActionSpec(name, name, Menu.ROOM), context.say)
    blank = ActionSpec("blanks", "Blank", Menu.ROOM, ("B",))
    actions.add(blank, lambda: context.room.blank(True))
    displays = Displays(context, views, actions)
    made = SoloMode(context, views, actions, QMenu(views), displays)
    for each in (window, views):
        each.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    context.room.show(Scene.CARD, 1)
    made.enter()
    yield made
    window.close()


def bucket(context, card_id):
    return context.bridge.view.get(Activity, card_id).bucket


def test_the_wall_takes_the_proportions_of_the_window(mode, context):
    scene = mode.view.scene
    assert (scene.width(), scene.height()) == (1366, 712)
    assert context.wall.shape == scene.size()
    mode.leave()
    assert context.wall.shape == DEFAULT_SHAPE


def test_digits_bucket_the_card_and_the_next_one_follows(mode, context, qtbot):
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_1)
    assert (bucket(context, 1), context.room.stage.subject_id) == (Bucket.PROCESS, 2)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_2)
    assert (bucket(context, 2), context.room.stage.subject_id) == (Bucket.PERFORMANCE, 3)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_1)
    assert context.room.stage.subject_id is None
    assert "Every card is sorted" in context.wall.drawing.text


def test_skip_goes_on_and_says_where_the_end_is(mode, context):
    for expected in (2, 3, 3):
        mode.view.step(1)
        assert context.room.stage.subject_id == expected
    assert mode.view.said == "The last one."
    mode.view.step(-1)
    assert (context.room.stage.subject_id, mode.view.said) == (2, "")


def test_buttons_do_what_keys_do(mode, context, qtbot):
    strip = mode.view.strip
    qtbot.mouseClick(strip._process, Qt.MouseButton.LeftButton)
    assert bucket(context, 1) is Bucket.PROCESS
    qtbot.mouseClick(strip._skip, Qt.MouseButton.LeftButton)
    assert context.room.stage.subject_id == 3
    qtbot.mouseClick(strip._undo, Qt.MouseButton.LeftButton)
    assert bucket(context, 1) is Bucket.UNSORTED


def test_typing_opens_the_line_and_enter_keeps_card_after_card(mode, context, qtbot):
    qtbot.keyClicks(mode.view.scene, "B")
    field = mode.view.drawer.field
    assert (mode.view.drawer.is_open, field.text()) == (True, "B")
    qtbot.keyClicks(field, "ook rooms")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert context.bridge.view.activities(Bucket.UNSORTED)[-1].text == "Book rooms"
    assert (mode.view.drawer.is_open, field.text()) == (True, "")


@pytest.mark.parametrize("closed_first", [False, True])
def test_a_line_that_could_not_be_saved_is_kept_once_as_typed_last(
    mode, context, disk, qtbot, closed_first
):
    field = mode.view.drawer.field
    qtbot.keyClicks(mode.view.scene, "Book romms")
    disk(True)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    disk(False)
    assert field.text() == "Book romms"
    if closed_first:
        mode.view.drawer.close_up()
        mode.view.drawer.open(mode.view.drawer.line)
    assert field.text() == "Book romms"
    field.setText("Book rooms")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    texts = [each.text for each in context.bridge.view.activities(Bucket.UNSORTED)]
    assert [text for text in texts if text.startswith("Book")] == ["Book rooms"]
    assert context.bridge.drafts() == []
    assert (mode.view.drawer.is_open, field.text()) == (True, "")


def test_a_letter_that_is_an_action_of_the_console_is_typed_here(mode, context):
    key = Qt.Key.Key_B
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "b")
    event.ignore()
    QApplication.sendEvent(mode.view.scene, event)
    assert event.isAccepted()
    assert not context.room.stage.blank


def test_a_dot_of_a_presenter_remote_still_reaches_the_actions(mode):
    key = Qt.Key.Key_Period
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, ".")
    event.ignore()
    QApplication.sendEvent(mode.view.scene, event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("scene", "label", "kind"),
    [
        (Scene.GATHER, "New card", Activity),
        (Scene.PROCESS, "Excuse", Excuse),
        (Scene.EXCUSES, "Excuse", Excuse),
        (Scene.DEAL, "Excuse", Excuse),
        (Scene.COMMITMENTS, "We commit to", Commitment),
        (Scene.BY_OWNER, "We commit to", Commitment),
        (Scene.WELCOME, "For later", ParkingLotItem),
    ],
)
def test_what_is_typed_becomes_what_is_shown(mode, context, qtbot, scene, label, kind):
    context.room.show(scene)
    qtbot.keyClicks(mode.view.scene, "H")
    field = mode.view.drawer.field
    assert field.accessibleName() == label
    qtbot.keyClicks(field, "ire a clerk")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    made = context.bridge.view.all(kind)[-1]
    assert made.text == "Hire a clerk"


def test_a_commitment_about_nothing_in_particular_is_a_quick_fix(mode, context, qtbot):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "H")
    qtbot.keyClick(mode.view.drawer.field, Qt.Key.Key_Return)
    assert context.bridge.view.commitments[0].kind is CommitmentKind.FIX_NOW


def type_line(mode, qtbot, text):
    qtbot.keyClicks(mode.view.drawer.field, text)
    qtbot.keyClick(mode.view.drawer.field, Qt.Key.Key_Return)


def test_a_commitment_is_asked_for_what_it_lacks_and_the_wall_shows_how_far_it_is(
    mode, context, qtbot
):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "H")
    asked = []
    for text in ("ire a clerk", "Deputy Director", "someday", "+30", "Calls are answered"):
        asked.append(mode.view.drawer.field.accessibleName())
        type_line(mode, qtbot, text)
        mode.view.drawer.field.selectAll()
    assert asked == ["We commit to", "Owner", "By", "By", "How its users will know"]
    assert mode.view.said == ""
    assert not mode.view.drawer.is_open
    (made,) = context.bridge.view.commitments
    assert (made.owner, made.measure) == ("Deputy Director", "Calls are answered")
    assert made.due == today() + dt.timedelta(days=30)
    assert context.room.stage.scene is Scene.MAKING
    assert "Calls are answered" in context.wall.drawing.text


def test_days_count_from_the_session_and_are_asked_about_as_seen_from_it(mode, context, qtbot):
    day = dt.date(2024, 9, 15)
    facts = context.bridge.state.facts
    context.bridge.execute(EditRecord(SessionFacts, facts.id, {"date": day}))
    kept = Commitment(id=0, text="Hire a clerk", kind=CommitmentKind.FIX_NOW, owner="Deputy")
    context.bridge.execute(AddRecords((kept,)))
    context.room.make(context.bridge.view.commitments[0])
    qtbot.keyClicks(mode.view.scene, "+")
    type_line(mode, qtbot, "90")
    assert mode.view.said == ""
    assert context.bridge.view.commitments[0].due == day + dt.timedelta(days=90)


def test_what_is_no_day_is_refused_in_a_sentence_and_stays_typed(mode, context, qtbot):
    kept = Commitment(id=0, text="Hire a clerk", kind=CommitmentKind.FIX_NOW, owner="Deputy")
    context.bridge.execute(AddRecords((kept,)))
    context.room.make(context.bridge.view.commitments[0])
    qtbot.keyClicks(mode.view.scene, "s")
    type_line(mode, qtbot, "ometime")
    assert mode.view.said == NOT_A_DAY
    assert mode.view.drawer.field.text() == "sometime"


def test_a_blank_line_passes_over_what_is_asked_for(mode, context, qtbot):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "H")
    type_line(mode, qtbot, "ire a clerk")
    for label in ("Owner", "By", "How its users will know"):
        assert mode.view.drawer.field.accessibleName() == label
        type_line(mode, qtbot, "")
    assert not mode.view.drawer.is_open


def test_an_untouched_promise_follows_and_is_not_written_back(mode, context, qtbot):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "T")
    type_line(mode, qtbot, "he clerk")
    field = mode.view.drawer.field
    context.bridge.execute(EditRecord(Commitment, 1, {"text": "The typist"}))
    assert field.text() == "The typist"
    context.bridge.undo()
    assert field.text() == "The clerk"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert context.bridge.view.commitments[0].text == "The clerk"
    assert context.bridge.redo_label is not None


def test_a_promise_without_a_verb_is_put_in_other_words(mode, context, qtbot):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "T")
    type_line(mode, qtbot, "he clerk")
    field = mode.view.drawer.field
    assert (field.accessibleName(), field.text()) == ("We commit to", "The clerk")
    assert mode.view.drawer.said == "Start with a verb"
    field.selectAll()
    type_line(mode, qtbot, "Hire a clerk")
    assert context.bridge.view.commitments[0].text == "Hire a clerk"
    assert field.accessibleName() == "Owner"


@pytest.fixture
def process_id(context) -> int:
    context.bridge.execute(MoveActivities((1,), Bucket.PROCESS))
    return context.bridge.view.processes[0].id


def test_the_five_questions_are_answered_by_letter_and_word_with_the_wall_in_step(
    mode, context, qtbot, process_id
):
    context.room.show(Scene.PROCESS, process_id)
    qtbot.keyClicks(mode.view.scene, "y")
    field = mode.view.drawer.field
    assert (field.accessibleName(), field.text()) == ("Is this a problem here?", "y")
    assert field.placeholderText() == "Y yes · N no · U unsure"
    assert "problem" in context.wall.drawing.text.casefold()
    asked = []
    typed = ("", "maybe", "No", "a", "", "Deputy", "y", "h", "p", "n", "m", "t", "w")
    for text in typed:
        asked.append(field.accessibleName())
        type_line(mode, qtbot, text)
        field.selectAll()
    process = context.bridge.view.process(process_id)
    assert asked[1:5] == [
        "Is it a quick fix?", "Is it a quick fix?", "What would fix it?", "What does it wait on?",
    ]  # fmt: skip
    assert process.problem is YesNoUnsure.YES
    assert process.quick_fix is YesNoUnsure.NO


def test_an_until_when_that_names_a_day_is_kept_as_that_day(mode, context, qtbot, process_id):
    context.room.show(Scene.PROCESS, process_id)
    qtbot.keyClicks(mode.view.scene, "y")
    for text in ("", "n", "", "a"):
        type_line(mode, qtbot, text)
    assert mode.view.drawer.field.accessibleName() == "Until when does it wait?"
    type_line(mode, qtbot, "in 30 days")
    until = today() + dt.timedelta(days=30)
    assert context.bridge.view.process(process_id).until == until.isoformat()


def test_a_word_that_is_no_choice_is_refused_with_those_that_are(mode, context, qtbot, process_id):
    context.room.show(Scene.PROCESS, process_id)
    qtbot.keyClicks(mode.view.scene, "p")
    type_line(mode, qtbot, "erhaps")
    assert mode.view.said == "Type one of these: Y yes · N no · U unsure."
    assert context.bridge.view.process(process_id).problem is None


def test_the_wall_stops_asking_when_the_line_is_closed(mode, context, qtbot, process_id):
    context.room.show(Scene.PROCESS, process_id)
    qtbot.keyClicks(mode.view.scene, "y")
    assert context.room.picture.asked == 1
    qtbot.keyClick(mode.view.drawer.field, Qt.Key.Key_Escape)
    assert context.room.picture.asked is None
    assert context.room.stage.subject_id == process_id


def test_hands_on_a_card_are_counted_in_one_line_and_revealed_at_once(mode, context, qtbot):
    qtbot.mouseClick(mode.view.strip._hands, Qt.MouseButton.LeftButton)
    field = mode.view.drawer.field
    assert field.accessibleName() == "Hands: process, performance, abstain"
    type_line(mode, qtbot, "nine five")
    assert mode.view.said == "Type 3 counts with a space between them, such as 9 5 1."
    assert context.room.stage.scene is Scene.CARD
    field.selectAll()
    type_line(mode, qtbot, "9 5 1")
    card = context.bridge.view.get(Activity, 1)
    assert (card.tally_process, card.tally_performance, card.tally_abstain) == (9, 5, 1)
    assert (context.room.stage.scene, context.room.stage.subject_id) == (Scene.TALLY, 1)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_1)
    assert bucket(context, 1) is Bucket.PROCESS
    assert (context.room.stage.scene, context.room.stage.subject_id) == (Scene.CARD, 2)


def test_a_count_that_is_given_up_reveals_nothing(mode, context, qtbot):
    mode.count_hands()
    qtbot.keyClick(mode.view.drawer.field, Qt.Key.Key_Escape)
    assert context.room.stage.scene is Scene.CARD


def test_hands_are_counted_on_a_card_alone_and_in_solo_alone(mode, context):
    context.room.show(Scene.BOARD)
    mode.count_hands()
    assert mode.view.said == "Hands are counted on a card: show one first."
    mode.leave()
    mode.count_hands()
    assert not mode.view.drawer.is_open


@pytest.mark.parametrize("is_mended", [True, False])
def test_a_line_that_is_as_before_again_or_left_by_esc_is_not_saved_later(
    mode, context, qtbot, disk, is_mended
):
    commitment = Commitment(id=0, text="The forms", kind=CommitmentKind.FIX_NOW)
    context.bridge.execute(AddRecords((commitment,)))
    mode.view.drawer.open(LackLine(1, Lack.VERB))
    field = mode.view.drawer.field
    field.selectAll()
    disk(True)
    type_line(mode, qtbot, "Wrong")
    disk(False)
    if is_mended:
        field.selectAll()
        type_line(mode, qtbot, "The forms")
    else:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert context.bridge.try_again()
    assert context.bridge.state.get(Commitment, 1).text == "The forms"


def test_fist_to_five_is_counted_in_one_line(mode, context, qtbot):
    context.room.show(Scene.FIST)
    qtbot.keyClicks(mode.view.scene, "0")
    type_line(mode, qtbot, " 0 2 4 6 3")
    (buy_in,) = context.bridge.view.all(BuyIn)
    assert (buy_in.zero, buy_in.two, buy_in.five) == (0, 2, 3)
    assert context.room.stage.scene is Scene.FIST


@pytest.mark.parametrize(
    "key",
    [
        "solo answer 1 fix",
        "solo owner 9",
        "solo nothing",
        "solo answer x y",
        "solo owner x",
        "solo hands 99",
    ],
)
def test_a_draft_of_what_is_gone_is_for_no_line(mode, context, key):
    context.drafts.put_by(key, "We have no")
    assert not mode.use_draft(key)


def test_escape_closes_the_line_keeps_what_was_typed_and_never_shows_the_console(mode, qtbot):
    qtbot.keyClicks(mode.view.scene, "H")
    qtbot.keyClicks(mode.view.drawer.field, "alf a tho")
    qtbot.keyClick(mode.view.drawer.field, Qt.Key.Key_Escape)
    assert (mode.view.drawer.is_open, mode.is_on) == (False, True)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_Return)
    assert mode.view.drawer.field.text() == "Half a tho"
    qtbot.keyClick(mode.view.drawer.field, Qt.Key.Key_Escape)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_Escape)
    assert mode.is_on
    assert mode.view.said == "F12 goes back to the console."


def test_a_line_left_unfinished_by_a_crash_is_gone_on_with(mode, context):
    mode.leave()
    context.drafts.put_by("solo excuse", "We have no")
    assert mode.use_draft("solo excuse")
    assert mode.is_on
    assert mode.view.drawer.field.text() == "We have no"
    assert mode.view.drawer.field.accessibleName() == "Excuse"
    assert not mode.use_draft("bucket.card 1")


def test_a_line_left_unfinished_does_not_take_the_room_s_display_away(mode, context, monkeypatch):
    mode.leave()
    context.drafts.put_by("solo excuse", "We have no")
    monkeypatch.setattr(Displays, "window", property(lambda _: mode.view))
    assert not mode.use_draft("solo excuse")
    assert not mode.is_on


def test_the_line_never_turns_the_pages_of_the_wall(mode, context, qtbot):
    before = context.wall.shape
    qtbot.keyClicks(mode.view.scene, "H")
    assert context.wall.shape == before
    assert mode.view.drawer.geometry() == mode.view.strip.geometry()


def test_f6_goes_from_the_wall_to_the_strip_and_back(mode):
    assert mode.next_region()
    assert mode.view.strip.isAncestorOf(QApplication.focusWidget())
    mode.next_region()
    assert mode.view.scene.hasFocus()


def test_every_button_has_a_name(mode):
    for each in mode.view.strip.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert each.accessibleName()


# These have a way of their own: the count of hands, the break, the form of a commitment, the check.
NOT_CHOSEN = {Scene.TALLY, Scene.HOLD, Scene.MAKING, Scene.TEST_CARD}


def test_every_scene_of_the_session_can_be_shown_in_solo(mode, context):
    strip = mode.view.strip
    shown = set()
    for each in strip._scenes.buttons():
        each.click()
        shown.add(context.room.stage.scene)
    for action in strip._others.actions():
        action.trigger()
        shown.add(context.room.stage.scene)
        assert mode.view.scene.hasFocus()
    assert shown == set(Scene) - NOT_CHOSEN


def test_a_day_that_is_past_is_asked_about(mode, context, qtbot):
    kept = Commitment(id=0, text="Hire a clerk", kind=CommitmentKind.FIX_NOW, owner="Deputy")
    context.bridge.execute(AddRecords((kept,)))
    context.room.make(context.bridge.view.commitments[0])
    qtbot.keyClicks(mode.view.scene, "1")
    type_line(mode, qtbot, "900-01-01")
    assert "1900-01-01 is past" in mode.view.said
    assert context.bridge.view.commitments[0].due is None
    type_line(mode, qtbot, "")
    assert context.bridge.view.commitments[0].due.year == 1900


def two_processes(context):
    context.bridge.execute(MoveActivities((1, 2), Bucket.PROCESS))
    return [each.id for each in context.bridge.view.processes]


def test_going_on_puts_the_answer_by_and_the_next_one_is_about_what_is_shown(mode, context, qtbot):
    first, second = two_processes(context)
    context.room.show(Scene.PROCESS, first)
    qtbot.keyClicks(mode.view.scene, "ye")
    mode.step(1)
    assert context.room.stage.subject_id == second
    assert not mode.view.drawer.is_open
    assert mode.view.scene.hasFocus()
    assert mode.view.said == "“ye” is kept, but not entered."
    qtbot.keyClicks(mode.view.scene, "n")
    type_line(mode, qtbot, "o")
    answers = [context.bridge.view.process(each).problem for each in (first, second)]
    assert answers == [None, YesNoUnsure.NO]
    mode.step(-1)
    assert context.room.stage.subject_id == first
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_Return)
    assert mode.view.drawer.field.text() == "ye"


def test_hands_are_not_counted_on_a_card_that_is_left(mode, context, qtbot):
    mode.count_hands()
    qtbot.keyClicks(mode.view.drawer.field, "9 5 ")
    mode.step(1)
    assert (context.room.stage.scene, context.room.stage.subject_id) == (Scene.CARD, 2)
    assert not mode.view.drawer.is_open
    assert context.bridge.view.get(Activity, 1).tally_process is None


def test_what_a_commitment_lacks_is_put_by_when_the_wall_shows_something_else(mode, context, qtbot):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "H")
    type_line(mode, qtbot, "ire a clerk")
    qtbot.keyClicks(mode.view.drawer.field, "Dep")
    context.room.show(Scene.TIMER)
    assert not mode.view.drawer.is_open
    assert context.room.stage.scene is Scene.TIMER
    assert context.drafts.left_over == {"solo owner 1": "Dep"}


def test_a_new_card_can_be_typed_while_the_wall_goes_on(mode, context, qtbot):
    qtbot.keyClicks(mode.view.scene, "Book")
    mode.step(1)
    assert context.room.stage.subject_id == 2
    type_line(mode, qtbot, " rooms")
    assert context.bridge.view.activities(Bucket.UNSORTED)[-1].text == "Book rooms"


def test_an_excuse_stays_with_the_process_that_it_was_typed_about(mode, context, qtbot):
    first, second = two_processes(context)
    context.room.show(Scene.PROCESS, first)
    mode.open_drawer(Entry.EXCUSE)
    qtbot.keyClicks(mode.view.drawer.field, "No mon")
    mode.step(1)
    mode.open_drawer(Entry.EXCUSE)
    assert mode.view.drawer.field.text() == ""
    type_line(mode, qtbot, "No time")
    mode.leave()
    assert mode.use_draft(f"solo excuse {first}")
    assert (context.room.stage.scene, context.room.stage.subject_id) == (Scene.PROCESS, first)
    type_line(mode, qtbot, "ey")
    said = {each.text: each.process_id for each in context.bridge.view.all(Excuse)}
    assert said == {"No time": second, "No money": first}


@pytest.mark.parametrize("text", ["The " + "x" * 2000, "The clerk\nand the desk"])
def test_a_promise_that_the_line_cannot_hold_is_left_as_it_is(mode, context, qtbot, text):
    kept = Commitment(id=0, text=text, kind=CommitmentKind.FIX_NOW)
    context.bridge.execute(AddRecords((kept,)))
    context.room.make(context.bridge.view.commitments[0])
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_Return)
    type_line(mode, qtbot, "")
    assert context.bridge.view.commitments[0].text == text
    assert mode.view.drawer.field.accessibleName() == "Owner"


def test_a_promise_that_is_not_put_in_other_words_is_not_written_again(mode, context, qtbot):
    kept = Commitment(id=0, text="The clerk", kind=CommitmentKind.FIX_NOW)
    context.bridge.execute(AddRecords((kept,)))
    context.room.make(context.bridge.view.commitments[0])
    steps = len(context.bridge.undo_steps())
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_Return)
    assert mode.view.drawer.field.text() == "The clerk"
    type_line(mode, qtbot, "")
    assert mode.view.drawer.field.accessibleName() == "Owner"
    assert len(context.bridge.undo_steps()) == steps
    assert context.drafts.left_over == {}


def test_a_character_that_only_looks_like_a_digit_is_typed(mode, context, qtbot):
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "²")
    QApplication.sendEvent(mode.view.scene, key)
    assert mode.view.drawer.field.text() == "²"
    assert bucket(context, 1) is Bucket.UNSORTED


def test_one_card_shows_the_card_whose_hands_are_shown(mode, context):
    context.room.show(Scene.TALLY, 2)
    mode.view.strip._scenes.button(0).click()
    assert (context.room.stage.scene, context.room.stage.subject_id) == (Scene.CARD, 2)


def test_one_card_finds_a_card_that_came_after_all_were_sorted(mode, context):
    context.room.show(Scene.CARD, None)
    mode.view.strip._scenes.button(0).click()
    assert context.room.stage.subject_id == 1


def test_what_is_typed_at_the_strip_is_seen_in_the_line(mode, qtbot):
    mode.next_region()
    qtbot.keyClicks(QApplication.focusWidget(), "B")
    assert mode.view.drawer.field.text() == "B"
    assert mode.view.drawer.field.hasFocus()


def test_a_click_on_the_strip_leaves_the_keyboard_at_the_wall(mode, qtbot):
    qtbot.mouseClick(mode.view.strip._skip, Qt.MouseButton.LeftButton)
    assert mode.view.scene.hasFocus()


def test_the_strip_names_the_phase_until_there_is_something_to_say(mode, context):
    strip = mode.view.strip
    assert strip._words.text() == "Welcome"
    context.room.set_phase(Phase.INVENTORY)
    assert strip._words.text() == "Inventory"
    context.room.show(Scene.CARD, 3)
    mode.step(1)
    assert strip._words.text() == "The last one."
    mode.step(-1)
    assert strip._words.text() == "Inventory"


def test_a_click_on_the_wall_takes_nothing_from_the_line(mode, context, qtbot):
    mode.open_drawer(Entry.EXCUSE)
    qtbot.mouseClick(mode.view.scene, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(mode.view.scene, "1 y")
    assert mode.view.drawer.field.text() == "1 y"
    assert mode.view.drawer.field.accessibleName() == "Excuse"
    assert bucket(context, 1) is Bucket.UNSORTED


def test_a_commitment_that_is_taken_back_leaves_the_wall_and_is_asked_about_no_more(
    mode, context, qtbot
):
    context.room.show(Scene.COMMITMENTS)
    qtbot.keyClicks(mode.view.scene, "P")
    type_line(mode, qtbot, "ublish one checklist")
    assert "Publish one checklist" in context.wall.drawing.text
    context.bridge.undo()
    assert not mode.view.drawer.is_open
    assert "Publish one checklist" not in context.wall.drawing.text


NOT_DONE = "Not done: press F7 first to show what you chose."


def test_no_digit_sorts_a_card_that_was_gone_on_from_behind_a_frozen_wall(mode, context, qtbot):
    context.room.freeze(True)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_1)
    assert bucket(context, 1) is Bucket.PROCESS
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_2)
    assert mode.view.said == NOT_DONE
    assert [bucket(context, n) for n in (1, 2)] == [Bucket.PROCESS, Bucket.UNSORTED]
    context.room.freeze(False)
    assert mode.view.said == ""
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_2)
    assert bucket(context, 2) is Bucket.PERFORMANCE


def test_who_skipped_behind_a_frozen_wall_sorts_once_both_are_at_one_card(mode, context, qtbot):
    context.room.freeze(True)
    mode.step(1)
    mode.step(1)
    for sort in (
        lambda: qtbot.keyClick(mode.view.scene, Qt.Key.Key_1),
        lambda: qtbot.mouseClick(mode.view.strip._process, Qt.MouseButton.LeftButton),
        mode.count_hands,
    ):
        sort()
        assert mode.view.said == NOT_DONE
        assert not mode.view.drawer.is_open
        assert context.room.chosen.subject_id == 3
    assert {bucket(context, n) for n in (1, 2, 3)} == {Bucket.UNSORTED}
    mode.step(-1)
    mode.step(-1)
    qtbot.keyClick(mode.view.scene, Qt.Key.Key_1)
    assert bucket(context, 1) is Bucket.PROCESS


def test_one_card_stays_at_the_card_that_was_gone_on_to(mode, context):
    context.room.freeze(True)
    mode.step(1)
    mode.view.strip._scenes.button(0).click()
    context.room.freeze(False)
    assert context.room.stage.subject_id == 2


def test_no_answer_goes_to_a_process_that_the_room_does_not_see(mode, context, qtbot):
    first, _ = two_processes(context)
    context.room.show(Scene.PROCESS, first)
    context.room.freeze(True)
    mode.step(1)
    qtbot.keyClicks(mode.view.scene, "y")
    assert (mode.view.drawer.is_open, mode.view.said) == (False, NOT_DONE)
    mode.open_drawer(Entry.EXCUSE)
    assert (mode.view.drawer.is_open, mode.view.said) == (False, NOT_DONE)
    mode.open_drawer(Entry.PARKING_ITEM)  # it is about no process
    assert mode.view.drawer.is_open


def test_going_on_behind_a_frozen_wall_puts_the_answer_by(mode, context, qtbot):
    first, _ = two_processes(context)
    context.room.show(Scene.PROCESS, first)
    context.room.freeze(True)
    qtbot.keyClicks(mode.view.scene, "ye")
    mode.step(1)
    assert not mode.view.drawer.is_open
    assert mode.view.said == "“ye” is kept, but not entered."


def test_a_new_card_can_be_typed_while_another_scene_waits(mode, context, qtbot):
    context.room.freeze(True)
    context.room.show(Scene.BOARD)
    qtbot.keyClicks(mode.view.scene, "Book rooms")
    assert mode.view.drawer.field.text() == "Book rooms"


def test_the_strip_names_what_going_on_does_behind_a_frozen_wall(mode, context):
    context.room.freeze(True)
    assert mode.view.strip._skip.text() == "Skip"
    context.room.show(Scene.BOARD)
    assert mode.view.strip._skip.text() == "Next"


@pytest.fixture
def narrow(mode) -> SoloMode:
    """Solo in the narrowest window there is."""
    for each in (mode.view.window(), mode._views):
        each.resize(1024, 720)
    return mode


def test_a_long_refusal_leaves_room_to_type(narrow, context, qtbot, process_id):
    assert narrow.use_draft(f"solo answer {process_id} kind")
    type_line(narrow, qtbot, "none of them")
    QApplication.processEvents()
    drawer = narrow.view.drawer
    assert drawer.field.width() >= 240
    assert drawer._words.text().replace("\n", " ") == drawer.said
    assert drawer._words.sizeHint().height() <= drawer._words.height() <= drawer.height()
    before = drawer.field.width()
    qtbot.keyClicks(drawer.field, "c")
    assert drawer.said == ""
    QApplication.processEvents()
    assert drawer.field.width() > before


def test_a_refusal_too_long_for_two_lines_ends_in_an_ellipsis(narrow):
    narrow.count_hands()
    narrow.view.drawer.tell("The disk is full. " * 20)
    QApplication.processEvents()
    words = narrow.view.drawer._words.text()
    assert (words.count("\n"), words[-1]) == (1, "…")
