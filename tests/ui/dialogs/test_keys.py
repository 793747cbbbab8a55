"""The list of keys (F1)."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QTest

from workshop.ui.actions import ActionSpec, Menu
from workshop.ui.dialogs.keys import KeysDialog, KeysModel

SPECS = [
    ActionSpec("help", "Keys", Menu.HELP, ("F1",)),
    ActionSpec("undo", "Undo", Menu.EDIT, ("Ctrl+Z",)),
    ActionSpec("redo", "Redo", Menu.EDIT, ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("save", "Save a copy…", Menu.FILE),
]


def listed(model: KeysModel) -> list[str]:
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_actions_stand_in_the_order_of_the_menus():
    model = KeysModel(SPECS)
    assert listed(model) == ["Save a copy", "Undo", "Redo", "Keys"]
    assert model.index(2, 0).data() == "Ctrl+Y,  Ctrl+Shift+Z"


@pytest.mark.qt_log_ignore("does not support")
def test_typing_finds_keys_words_and_menus(context, qtbot):
    dialog = KeysDialog(context, SPECS)
    tester = QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    dialog.show()
    QTest.keyClicks(dialog.field, "edit ctrl+z")
    assert listed(dialog.model) == ["Undo"]
    dialog.field.setText("shift")
    assert listed(dialog.model) == ["Redo"]
    dialog.field.setText("no such thing")
    assert listed(dialog.model) == []
    dialog.field.clear()
    assert listed(dialog.model) == ["Save a copy", "Undo", "Redo", "Keys"]
    tester.deleteLater()
    dialog.close()
