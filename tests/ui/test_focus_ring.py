"""The ring around what has the keyboard stays with it."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workshop.ui.focus_ring import DRAWS_OWN_RING, FocusRing
from workshop.ui.theme import ThemeName, theme

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    made.bar = QLabel("bar")
    made.bar.setFixedHeight(60)
    made.bar.hide()
    inner = QWidget()
    made.field = QLineEdit()
    QVBoxLayout(inner).addWidget(made.field)
    layout.addWidget(made.bar)
    layout.addWidget(inner)
    made.ring = FocusRing(made, theme(ThemeName.LIGHT))
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


def frame(window: QWidget) -> QRect:
    corner = window.field.mapTo(window, QPoint(0, 0))
    return QRect(corner, window.field.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_moves_with_what_holds_the_widget(window, qtbot):
    assert window.ring.isVisible()
    before = QRect(window.ring.geometry())
    window.bar.show()
    qtbot.waitUntil(lambda: window.ring.geometry() == frame(window))
    assert window.ring.geometry() != before


def test_the_ring_outlives_its_widget(window):
    window.field.deleteLater()
    window.field.setParent(None)
    window.bar.setFocus()
    window.ring._follow(None, None)
    assert not window.ring.isVisible()


@pytest.fixture
def area(window: QWidget, qtbot: QtBot) -> QScrollArea:
    """A second field, far down in an area that scrolls."""
    inner = QWidget()
    inner.setFixedSize(200, 900)
    window.far = QLineEdit(inner)
    window.far.setGeometry(10, 400, 100, 36)
    made = QScrollArea()
    made.setWidget(inner)
    window.layout().addWidget(made)
    qtbot.waitUntil(lambda: made.isVisible() and made.viewport().height() > 60)
    return made


def test_what_gets_the_keyboard_is_scrolled_into_view(window, area):
    window.far.setFocus()
    assert window.far.visibleRegion().boundingRect() == window.far.rect()
    assert area.verticalScrollBar().value() > 0


def test_the_ring_lies_over_nothing_beside_what_scrolls(window, area):
    window.far.setFocus()
    assert min(yellow(window.ring)) < 4
    bar = area.verticalScrollBar()
    bar.setValue(400 + 18)  # the upper half of it is scrolled away
    assert min(yellow(window.ring)) > window.ring.height() - 4
    bar.setValue(0)
    assert not window.ring.isVisible()
    bar.setValue(400)
    assert window.ring.isVisible()


def yellow(ring: FocusRing) -> list[int]:
    """Return how far down the edges of a ring are painted, off its corners."""
    picture, color = ring.grab().toImage(), theme(ThemeName.LIGHT)["focus"]
    return [y for y in range(picture.height()) if picture.pixelColor(20, y) == color]


def test_a_widget_that_draws_its_own_ring_gets_none(window, qtbot):
    window.field.setProperty(DRAWS_OWN_RING, True)
    window.field.clearFocus()
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    assert not window.ring.isVisible()
