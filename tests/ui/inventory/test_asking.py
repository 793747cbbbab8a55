"""One process, one question at a time: by single keys, the wall in step."""

import datetime as dt
from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.inventory.conftest import Facilitator
from tests.ui.inventory.helpers import COMPLETE, answers, cards
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.inventory import ChooseTriage
from workshop.domain.commands.processes import ChooseProcesses
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    FeedbackLevel,
    ManagedAt,
    Triage,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records import Feedback, SessionFacts
from workshop.domain.stage import Scene
from workshop.ui.context import Context
from workshop.ui.inventory.asking.choices import BigChoices
from workshop.ui.models.entries import Column

pytestmark = pytest.mark.qt_log_ignore("does not support")  # the list of owners is a popup

Key = Qt.Key


def asked(room: Facilitator) -> str:
    """Return what is asked."""
    view = room.page.asking
    assert view is not None
    return view._asked.text()


@pytest.fixture
def asking(room: Facilitator) -> Facilitator:
    room.press(Key.Key_F5)
    return room


def test_a_process_is_answered_by_a_key_a_field(asking: Facilitator) -> None:
    first = asking.page.asking.process_id
    assert asked(asking) == "Is this a problem here?"
    asking.type("y")
    assert asked(asking) == "Is it a quick fix?"
    asking.type("n")
    assert asked(asking) == "What would fix it?"
    asking.type("Fewer signatures")
    asking.press(Key.Key_Return)
    assert asked(asking) == "What does it wait on?"
    asking.type("a")
    assert asked(asking) == "Until when does it wait?"
    asking.press(Key.Key_Return)
    assert asked(asking) == "Who is in charge of making it work at its best?"
    asking.type("Clerk")
    asking.press(Key.Key_Return)
    asking.type("yhp")
    asking.type("ym")
    asking.type("tw")
    process = asking.process(first)
    assert process.problem is YesNoUnsure.YES
    assert process.waiting_on is WaitingOn.APPROVAL
    assert (process.fix, process.owner) == ("Fewer signatures", "Clerk")
    assert process.needed_in_field is YesNo.YES
    assert process.managed_at is ManagedAt.HEADQUARTERS
    assert process.close_enough is CloseEnough.PARTLY


@pytest.mark.parametrize("how", ["key", "button"])
def test_nobody_is_an_answer_and_goes_on(how: str, asking: Facilitator) -> None:
    asking.type("n")
    if how == "key":
        asking.press(Key.Key_N, by=Qt.KeyboardModifier.AltModifier)
    else:
        asking.click(asking.page.asking.answer._nobody)
    assert asked(asking) == "Is it needed in the field?"
    asking.type("yhp")
    process = asking.process(1)
    assert (process.owner, process.close_enough) == ("nobody", CloseEnough.PARTLY)


def test_a_nobody_that_is_said_again_goes_on_too(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, **(COMPLETE | {"owner": "nobody"})))
    room.page.begin_asking(1, Column.PROBLEM)
    room.page.asking._ask_question(Column.OWNER)
    room.press(Key.Key_N, by=Qt.KeyboardModifier.AltModifier)
    assert asked(room) == "Is it needed in the field?"


def test_the_answers_so_far_count_the_voices_as_the_grid_does(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, feedback=FeedbackLevel.SOME))
    room.context.bridge.execute(AddRecords((Feedback(id=0, process_id=1, said="Slow"),)))
    room.press(Key.Key_F5)
    rows = {each.accessibleName() for each in room.page.asking.findChildren(QPushButton)}
    assert "Users: Some, 1 voice" in rows
    room.console.undo()
    rows = {each.accessibleName() for each in room.page.asking.findChildren(QPushButton)}
    assert "Users: Some, 0 voices" in rows


def test_an_until_when_that_names_a_day_is_kept_as_that_day(asking: Facilitator) -> None:
    asking.context.bridge.execute(EditRecord(SessionFacts, 1, {"date": dt.date(2026, 9, 15)}))
    asking.type("yn")
    asking.press(Key.Key_Return)
    asking.type("a")
    assert asked(asking) == "Until when does it wait?"
    asking.type("14 Nov")
    asking.press(Key.Key_Return)
    assert asking.process(asking.page.asking.process_id).until == "2026-11-14"


def test_the_answers_so_far_say_until_when_the_room_lives_with_it(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, until="2026-11-14", **COMPLETE))
    room.context.bridge.execute(ChooseTriage(1, Triage.LIVE_WITH_IT))
    room.press(Key.Key_F5)
    texts = {each.accessibleName() for each in room.page.asking.findChildren(QLabel)}
    assert "until 14 Nov 2026" in texts
    room.context.bridge.execute(ChooseTriage(1, None))
    texts = {e.accessibleName() for e in room.page.asking.findChildren(QLabel) if e.isVisible()}
    assert "until 14 Nov 2026" not in texts


def test_the_last_answer_leads_to_the_next_process_with_something_open(
    room: Facilitator,
) -> None:
    room.context.bridge.execute(answers(2, **COMPLETE))
    room.press(Key.Key_F5)
    room.type("n")
    room.type("Clerk")
    room.press(Key.Key_Return)
    room.type("nfy" + "nn" + "tw")
    assert room.page.asking is not None
    assert room.page.asking.process_id == 3
    assert asked(room) == "Is this a problem here?"
    assert room.page.summary() == "process 3 of 4"


def test_only_the_chosen_processes_are_asked_about(room: Facilitator) -> None:
    room.context.bridge.execute(ChooseProcesses((1, 4)))
    room.press(Key.Key_F5)
    assert room.page.summary() == "process 1 of 2"
    room.press(Key.Key_PageDown)
    assert room.page.asking.process_id == 4
    room.press(Key.Key_PageDown)
    assert room.page.asking.process_id == 4


def test_backspace_goes_back_and_arrows_skip_and_choose(asking: Facilitator) -> None:
    asking.type("y")
    asking.press(Key.Key_Backspace)
    assert asked(asking) == "Is this a problem here?"
    assert asking.page.asking.answer.buttons[0].isChecked()
    asking.press(Key.Key_Right)
    assert asked(asking) == "Is it a quick fix?"
    asking.press(Key.Key_Down, Key.Key_Return)
    assert asking.process(1).quick_fix is YesNoUnsure.NO


def test_esc_goes_back_to_the_grid_at_what_was_asked(asking: Facilitator) -> None:
    asking.type("n")
    asking.press(Key.Key_Escape)
    assert asking.page.asking is None
    assert asking.focus is asking.grid
    assert asking.cell == (0, Column.OWNER)
    assert asking.page.find_field.isVisible()


def test_a_text_that_is_typed_is_kept_when_the_view_is_left(asking: Facilitator) -> None:
    asking.type("n")
    asking.type("Records Clerk")
    asking.press(Key.Key_Escape)
    assert asking.process(1).owner == "Records Clerk"


def test_the_wall_follows_only_where_it_shows_a_process(asking: Facilitator) -> None:
    before = asking.context.room.stage
    asking.type("y")
    assert asking.context.room.stage == before
    asking.press(Key.Key_S)
    stage = asking.context.room.stage
    assert (stage.scene, stage.subject_id) == (Scene.PROCESS, 1)
    assert asking.context.room.picture.asked == Column.PROBLEM
    asking.press(Key.Key_PageDown)
    assert asking.context.room.stage.subject_id == 2
    assert asking.context.room.picture.asked == Column.PROBLEM


def test_the_wall_asks_what_the_console_asks_with_the_same_choices(asking: Facilitator) -> None:
    asking.press(Key.Key_S)
    seen = []
    for typed in ("y", "n", "Fewer signatures", "a", "July", "Clerk", *"yhpymt"):
        asking.type(typed)
        if len(typed) > 1:
            asking.press(Key.Key_Return)
        lines = asking.context.wall.drawing.text.splitlines()
        answer = asking.page.asking.answer
        assert asked(asking) in lines
        if isinstance(answer, BigChoices):
            assert {each.text() for each in answer.buttons} <= set(lines)
        seen.append(asked(asking))
    assert seen[-1] == "What is it about?"
    asking.context.room.show(Scene.OVERVIEW)
    asking.press(Key.Key_S)
    assert "What is it about?" in asking.context.wall.drawing.text
    asking.context.room.show(Scene.OVERVIEW)
    asking.page.show_scene(Scene.PROCESS)
    assert "What is it about?" in asking.context.wall.drawing.text


def test_a_frozen_wall_stays_frozen_and_is_in_step_once_it_is_let_go(asking: Facilitator) -> None:
    asking.press(Key.Key_S)
    asking.press(Key.Key_F7)
    before = asking.context.room.picture
    asking.press(Key.Key_PageDown)
    asking.type("y")
    assert asking.context.room.stage.frozen
    assert asking.context.room.picture == before
    asking.press(Key.Key_F7)
    stage = asking.context.room.stage
    assert (stage.frozen, stage.subject_id) == (False, 2)
    assert "Is it a quick fix?" in asking.context.wall.drawing.text


def test_what_was_left_open_before_is_asked_before_the_next_process(room: Facilitator) -> None:
    room.context.bridge.execute(answers(1, problem=YesNoUnsure.YES))
    room.grid.go_to(0, Column.FIELD)
    room.press(Key.Key_F5)
    assert asked(room) == "Is it needed in the field?"
    room.type("yhpymtp")
    assert asked(room) == "Is it a quick fix?"
    room.type("y")
    room.press(Key.Key_Return)
    assert asked(room) == "Who is in charge of making it work at its best?"
    assert room.page.asking.process_id == 1
    room.press(Key.Key_Return)  # left open: it is not asked twice
    assert room.page.asking.process_id == 2


def test_where_s_shows_it_is_told_which_letters_answer(room: Facilitator) -> None:
    said: list[str] = []
    room.context.said.connect(lambda sentence, _: said.append(sentence))
    room.grid.go_to(0, Column.USERS)
    assert ("N M E", "None, some, enough") in room.page.hints()
    room.press(Key.Key_S)
    assert said[-1] == "On the wall. S shows; M is “some”."
    room.press(Key.Key_F5, Key.Key_Right, Key.Key_Right)
    assert asked(room) == "Is it technical or organizational?"
    room.press(Key.Key_Right, Key.Key_S)
    assert said[-1] == "On the wall. S shows; W is “software”, K is “stakeholders”."
    assert room.process(1).kind is None


@pytest.mark.parametrize("size", [(1024, 720), (1024, 768), (1366, 768)])
def test_every_choice_fits_with_its_keycap_in_a_low_window(
    size: tuple[int, int],
    make_context: Callable[..., Context],
    sit_down: Callable[..., Facilitator],
) -> None:
    long = "Order spare parts for the pumps and wait for three signatures before they are shipped"
    room = sit_down(make_context(cards(long), marking="CUI"), size)
    room.context.drafts.put_by("deal.excuse 7", "No spare parts")  # the bar takes room, too
    room.console.complete()
    room.press(Key.Key_F5)
    view = room.page.asking
    assert view is not None
    for typed in ("", "y", "n", "Raise the limit " * 12, "o", "July", "Clerk", *"yhpymt"):
        room.type(typed)
        if len(typed) > 1:
            room.press(Key.Key_Return)
        QApplication.processEvents()
        assert room.console.size() == QSize(*size)
        if isinstance(view.answer, BigChoices):
            rects = [each.geometry() for each in view.answer.buttons]
            assert all(each.height() >= 42 for each in rects), asked(room)
            assert all(view.answer.rect().contains(each) for each in rects), asked(room)
            assert not any(a.intersects(b) for a, b in combinations(rects, 2)), asked(room)
            assert all(each.width() >= each.sizeHint().width() for each in view.answer.buttons)


def test_undo_shows_the_answer_of_before(asking: Facilitator) -> None:
    asking.type("n")
    asking.press(Key.Key_Escape)
    asking.page.begin_asking(1, Column.PROBLEM)
    view = asking.page.asking
    view._ask_question(Column.PROBLEM)
    assert isinstance(view.answer, BigChoices)
    assert view.answer.buttons[1].isChecked()
    asking.console.undo()
    assert not any(each.isChecked() for each in view.answer.buttons)


def test_a_process_whose_activity_leaves_the_bucket_ends_the_asking(asking: Facilitator) -> None:
    card = asking.context.bridge.state.activities_of(1)[0]
    asking.context.bridge.execute(MoveActivities((card.id,), Bucket.PERFORMANCE))
    assert asking.page.asking is None
    assert asking.focus is asking.grid


def test_when_all_is_answered_it_says_so_and_goes_back(
    make_context: Callable[..., Context], sit_down: Callable[..., Facilitator]
) -> None:
    room = sit_down(make_context(cards("Sign letters")))
    room.context.bridge.execute(answers(1, **COMPLETE))
    room.page.begin_asking(1, Column.NATURE)
    room.type("w")
    assert room.page.asking is None
    assert room.console._status.text == "Every question is answered."
    assert room.focus is room.grid


def test_nothing_private_is_asked(asking: Facilitator) -> None:
    seen = set()
    for _ in range(20):
        seen.add(asking.page.asking.step.field.name)
        asking.page.asking.skip()
        if asking.page.asking.process_id != 1:
            break
    assert "owner_fit" not in seen
    assert "proposed_owner" not in seen
    assert "owner" in seen
    shown = {each.text() for each in asking.page.asking.findChildren(QLabel)}
    assert any(text.startswith("The room may see all of this") for text in shown)


def test_letters_are_not_answers_where_single_keys_are_off(room: Facilitator) -> None:
    room.context.settings.single_keys = False
    room.press(Key.Key_F5)
    room.type("y")
    assert room.process(1).problem is None
    room.press(Key.Key_Space)
    assert room.process(1).problem is YesNoUnsure.YES
