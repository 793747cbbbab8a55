"""The display check: displays to scale, the test card, and what the back row can read."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest

from tests.ui.audit import marked_up, missed_by_tab, small, unnamed
from tests.ui.console.desk import SHIFT, Desk, Key
from workshop.domain.enums import Phase
from workshop.domain.room_check import Unit
from workshop.domain.stage import Scene
from workshop.ui.audience.screens import Place, Use
from workshop.ui.display_check import DisplayCheck
from workshop.ui.display_check.monitors import Monitors
from workshop.ui.display_check.wording import place_words
from workshop.ui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(sample, qtbot) -> Desk:
    return Desk(sample, qtbot, Phase.WELCOME)


@pytest.fixture
def check(desk) -> DisplayCheck:
    desk.press(Key.Key_F11, SHIFT)
    (found,) = desk.window.findChildren(DisplayCheck)
    desk.qtbot.waitUntil(found.isActiveWindow)
    yield found
    found.close()


def measure(check: DisplayCheck, height: str, chair: str) -> str:
    for field, text in ((check.back_row.height_, height), (check.back_row.chair, chair)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    return check.back_row.told()


def test_two_lengths_set_the_size_on_the_wall_and_are_remembered(check, desk, settings, tmp_path):
    said = measure(check, "1.8", "8")
    assert said == "130 % suggested: the smallest line reads to 8.7 m, at 100 % only to 6.7 m."
    assert (settings.room_scale, desk.context.room.look.scale) == (130, 130)
    assert check.back_row.scale.current == 2
    assert check.back_row.height_.text() == "1.8 m"  # the field was left
    again = Settings(tmp_path / "settings.ini")
    assert (again.picture_height, again.farthest_chair) == (1.8, 8.0)


def test_a_room_that_is_too_deep_is_told_so(check):
    assert measure(check, "1.5", "20").startswith("Even at 130 %")


@pytest.mark.parametrize("bad", ["0", "far", "500 m", "-3"])
def test_what_is_no_length_of_a_room_is_refused_in_a_sentence_and_changes_nothing(
    check, settings, bad
):
    measure(check, "1.8", "8")
    said = measure(check, "1.8", bad)
    assert said.startswith("The farthest chair is")
    assert (settings.farthest_chair, settings.room_scale) == (8.0, 130)


def test_feet_are_shown_and_taken(check, settings):
    measure(check, "1.8", "8")
    check.back_row.unit._group.button(1).click()
    assert settings.room_unit is Unit.FEET
    assert check.back_row.chair.text() == "26.2 ft"
    assert "28.6 ft" in check.back_row.told()
    measure(check, "6", "20")
    assert settings.picture_height == pytest.approx(1.8288)


def test_plus_and_minus_size_the_wall_outside_the_fields(check, settings):
    check.done_button.setFocus()
    QTest.keyClicks(check.done_button, "+")
    assert settings.room_scale == 115
    QTest.keyClicks(check.done_button, "-")
    assert settings.room_scale == 100
    measure(check, "1+", "8-")
    assert settings.room_scale == 100


def test_with_one_display_it_leads_to_solo(check, desk):
    assert [each.isEnabled() for each in check.choices] == [False, True]
    assert not check.back_row.test.isEnabled()
    assert check.done_button.text() == "Go on in solo"
    check.done_button.click()
    assert desk.window.solo.is_on
    desk.window.solo.leave()


def test_leaving_it_takes_the_test_card_off_the_wall(check, desk):
    desk.context.room.test(True)
    assert check.back_row.test.isChecked()
    QTest.keyClick(check, Qt.Key.Key_Escape)
    assert desk.context.room.picture.stage.scene is not Scene.TEST_CARD


def test_the_welcome_phase_offers_it(desk):
    desk.window.complete()
    desk.page.displays.click()
    (found,) = desk.window.findChildren(DisplayCheck)
    found.close()


def test_it_can_be_used_by_key_and_by_screen_reader(check):
    assert unnamed(check) == []
    assert missed_by_tab(check) == []
    assert small(check) == []
    assert marked_up(check) == []


def place(name: str, x: int, y: int, use: Use, screen=None) -> Place:
    return Place(screen, name, QSize(1920, 1080), QRect(x, y, 1920, 1080), use)


def test_monitors_stand_to_scale_and_apart(context, qtbot):
    view = Monitors(context)
    qtbot.addWidget(view)
    view.resize(440, 240)
    view.show_places([place("laptop", 0, 0, Use.YOURS), place("EPSON", 1920, -200, Use.ROOM)])
    yours, room = view.rects()
    assert yours.right() < room.left()
    assert room.top() < yours.top()
    assert yours.width() / yours.height() == pytest.approx(16 / 9, rel=0.06)
    assert all(view.rect().contains(each.toRect()) for each in (yours, room))
    assert "The room: EPSON, 1920" in view.accessibleDescription()
    assert not view.grab().isNull()


def test_where_a_display_stands_is_said():
    yours = place("laptop", 0, 0, Use.YOURS)
    sides = {(1, 0): "to the right", (-1, 0): "to the left", (0, -1): "above", (0, 1): "below"}
    for (right, down), words in sides.items():
        x, y = 1920 * right, 1080 * down
        assert words in place_words(place("EPSON", x, y, Use.FREE), yours)
    assert "same picture" in place_words(place("EPSON", 0, 0, Use.MIRROR), yours)
