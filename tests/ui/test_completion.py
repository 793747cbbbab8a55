"""The names that are offered while one types can be read, in both themes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import TARGET
from workshop.domain.dates import today
from workshop.domain.enums import Dependency
from workshop.ui.completion import NameCompleter
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.theme import Theme, ThemeName, apply_theme, theme
from workshop.ui.widgets import ChoiceBox

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture(params=list(ThemeName))
def colors(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    found = theme(request.param)
    apply_theme(qapp, found)
    yield found
    apply_theme(qapp, theme(ThemeName.LIGHT))


@pytest.fixture
def completer(qtbot: QtBot) -> Iterator[NameCompleter]:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    made = NameCompleter(field, ["ruth", "Anna", "Deputy director", "Lee"])
    QTest.keyClicks(field, "e")
    yield made
    made.list.hide()


def grounds(list_: QWidget) -> list[str]:
    """Return the colors that a list is painted in at its left edge, from top to bottom."""
    QCoreApplication.processEvents()
    picture = list_.grab().toImage()
    found = (picture.pixelColor(10, y).name() for y in range(8, picture.height() - 8))
    return list(dict.fromkeys(found))


def test_what_fits_is_offered_in_order_and_stands_on_the_ground_of_the_theme(colors, completer):
    rows = completer.completionModel()
    offered = [rows.index(n, 0).data() for n in range(rows.rowCount())]
    assert offered == ["Deputy director", "Lee"]
    assert completer.list.sizeHintForRow(0) >= TARGET
    assert grounds(completer.list) == [colors.hex("surface").lower()]
    QTest.keyClick(completer.list, Qt.Key.Key_Down)
    assert grounds(completer.list) == [colors.hex("primary").lower(), colors.hex("surface").lower()]


def test_the_choices_of_a_box_are_as_high(colors, context: Context, qtbot):
    box = ChoiceBox(context, "Depends on", [("Nothing", None), ("Money", Dependency.MONEY)])
    qtbot.addWidget(box)
    assert box.view().sizeHintForRow(0) >= TARGET


def test_the_calendar_stands_on_the_ground_of_the_theme(colors, context: Context, qtbot):
    field = DateField(context, "By", today)
    qtbot.addWidget(field)
    field.show()
    field._pick.click()
    calendar = field.findChild(QCalendarWidget)
    assert grounds(calendar)[0] == colors.hex("surface").lower()
    assert "#000000" not in grounds(calendar)
    calendar.window().close()
