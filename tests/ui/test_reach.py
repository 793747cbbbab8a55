"""Every action can be reached by key and by menu, and is listed under F1."""

from itertools import combinations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.console.desk import Desk
from workshop.domain.enums import Phase
from workshop.ui.dialogs.keys import KeysModel, shown_keys
from workshop.ui.menus import fill_menu
from workshop.ui.pages import PAGES

# The table of DESIGN, without what lists do by themselves.
KEYS = (
    "1", "2", "0", "N", "F2", "Delete", "M", "S", "T", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+F",
    "Ctrl+E", "Ctrl+L", "Ctrl+P", "PgDown", "PgUp", "Ctrl+PgDown", "Ctrl+PgUp", "F7", "F9", "B",
    ".", "Ctrl+T", "Ctrl+Shift+T", "F4", "F6", "F8", "F11", "F12", "F1", "Alt+Up", "Alt+Down",
    "Ctrl+A", "Ctrl+Return",
)  # fmt: skip


@pytest.fixture
def desk(sample, qtbot) -> Desk:
    found = Desk(sample, qtbot, Phase.BUCKET)
    found.window.all_actions()
    return found


def in_menu(desk: Desk) -> set[str]:
    menu = QMenu()
    fill_menu(menu, desk.window.actions_)
    return {each.objectName() for part in menu.findChildren(QMenu) for each in part.actions()}


def test_every_action_stands_in_the_menu_of_its_phase(desk):
    found = set()
    for phase in PAGES:
        desk.window.enter(phase)
        found |= in_menu(desk)
        if phase is Phase.WELCOME:  # it begins with the last promises
            desk.window.actions_["people"].trigger()
            found |= in_menu(desk)
    assert {spec.name for spec in desk.window.all_actions()} - found == set()


def test_every_action_is_listed_under_f1_with_its_keys(desk):
    specs = desk.window.all_actions()
    model = KeysModel(specs)
    rows = [tuple(model.index(n, c).data() for c in range(3)) for n in range(model.rowCount())]
    for spec in specs:
        assert (shown_keys(spec), spec.text.removesuffix("…"), spec.menu.value) in rows


def test_every_key_of_the_design_does_something(desk):
    keys = [QKeySequence(each) for spec in desk.window.all_actions() for each in spec.keys]
    assert [key for key in KEYS if QKeySequence(key) not in keys] == []


@pytest.mark.parametrize("phase", list(PAGES))
def test_no_key_means_two_things_at_one_place(desk, phase):
    """Qt starts neither of two actions that share a key where both may act."""
    desk.window.enter(phase)
    actions = [desk.window.actions_[spec.name] for spec in desk.window.all_actions()]
    seen = [each for each in actions if _owner(each).isVisible()]
    both = [
        (one.objectName(), two.objectName())
        for one, two in combinations(seen, 2)
        if _overlap(_owner(one), _owner(two)) and set(_keys(one)) & set(_keys(two))
    ]
    assert both == []


def _owner(action: QAction) -> QWidget:
    owner = action.parent()
    assert isinstance(owner, QWidget)
    return owner


def _overlap(one: QWidget, two: QWidget) -> bool:
    return one is two or one.isAncestorOf(two) or two.isAncestorOf(one)


def _keys(action: QAction) -> list[str]:
    return [each.toString() for each in action.shortcuts()]
