"""The settings: each acts at once, is kept, and shows in the menus."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from tests.ui.settling import settle
from workshop.domain.enums import Phase
from workshop.ui.app import Application
from workshop.ui.checks import CheckBox
from workshop.ui.context import Context
from workshop.ui.dialogs.new_session import NewSession
from workshop.ui.dialogs.settings import SettingsDialog
from workshop.ui.settings import Settings
from workshop.ui.theme import ThemeName, apply_theme, theme

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    return Desk(make_context(), qtbot, Phase.GATHER)


@pytest.fixture
def dialog(desk: Desk) -> SettingsDialog:
    desk.press(Key.Key_Comma, CTRL)
    (found,) = desk.window.findChildren(SettingsDialog)
    return found


def press(segments, number: int) -> None:
    segments.findChildren(QAbstractButton)[number].click()


def test_the_wall_follows_its_theme_and_scale_at_once(desk, dialog, settings):
    press(dialog.room_theme, 1)
    press(dialog.scale, 2)
    assert desk.context.room.look.theme.name is ThemeName.DARK
    assert desk.context.room.look.scale == 130
    assert (settings.room_theme, settings.room_scale) == (ThemeName.DARK, 130)
    assert settings.console_theme is ThemeName.LIGHT
    assert desk.menu._room_dark.isChecked()


def test_the_console_follows_its_theme_alone(desk, dialog, settings):
    press(dialog.console_theme, 1)
    assert desk.context.colors.name is ThemeName.DARK
    assert desk.menu._console_dark.isChecked()
    assert settings.room_theme is ThemeName.LIGHT


def test_single_keys_are_switched_off(desk, dialog, settings):
    dialog.single_keys.click()
    assert settings.single_keys is False
    assert "B" not in [each.toString() for each in desk.window.actions_["blank"].shortcuts()]
    assert not desk.menu._single_keys.isChecked()


def test_paper_is_kept_and_shown_where_handouts_are_made(desk, dialog, settings):
    press(dialog.paper, 1)
    assert settings.paper == "a4"


def test_a_new_session_begins_with_the_marking(desk, dialog, settings, qtbot):
    dialog.marking.setText(" CUI\n")
    dialog.marking.editingFinished.emit()
    assert settings.marking == "CUI"
    form = NewSession(desk.context)
    qtbot.addWidget(form)
    assert form._marking.text() == "CUI"


def test_a_scale_that_there_is_not_is_the_usual_one(tmp_path):
    path = tmp_path / "s.ini"
    path.write_text("[General]\nroom_scale=999\n")
    assert Settings(path).room_scale == 100


def test_the_scale_is_there_when_a_session_is_opened(qapp, settings):
    settings.room_scale = 115
    application = Application(qapp, settings)
    application.open_sample()
    assert application._context.room.look.scale == 115
    application.console.close()


def test_a_number_without_buttons_shows_its_digits(qapp, qtbot):
    apply_theme(qapp, theme(ThemeName.LIGHT))
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    box.setFixedWidth(84)
    box.show()
    assert box.lineEdit().width() > 50


@pytest.mark.parametrize("name", list(ThemeName))
def test_a_box_that_is_checked_shows_a_mark_and_not_a_color_alone(context, qtbot, qapp, name):
    context.settings.console_theme = name
    apply_theme(qapp, theme(name))
    box = CheckBox(context, "Single letters act")
    qtbot.addWidget(box)
    box.setChecked(True)
    image = box.grab().toImage()
    colors = [image.pixelColor(x, image.height() // 2).name() for x in range(24)]
    colors += [image.pixelColor(x, image.height() // 2 + 3).name() for x in range(24)]
    assert theme(name)["primary"].name() in colors
    assert theme(name)["on primary"].name() in colors
    apply_theme(qapp, theme(ThemeName.LIGHT))


def test_a_paper_that_is_set_shows_in_the_close_phase_at_once(make_context, qtbot):
    desk = Desk(make_context(), qtbot, Phase.CLOSE)
    heard = []
    desk.page.options.changed.connect(lambda: heard.append(1))
    desk.press(Key.Key_Comma, CTRL)
    (dialog,) = desk.window.findChildren(SettingsDialog)
    press(dialog.paper, 1)
    assert desk.page.options.paper.current == 1
    assert desk.page.options.words.startswith("A4")
    assert heard == [1]
    settle(desk.window)
    desk.page.leave()
