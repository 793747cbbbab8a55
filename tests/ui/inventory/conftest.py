"""The console at the inventory, driven as a facilitator drives it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.inventory.helpers import NAMES, cards
from workshop.domain.enums import Phase
from workshop.domain.records import PrivateAnswers, Process
from workshop.ui.console.window import Console
from workshop.ui.context import Context
from workshop.ui.inventory.page import InventoryPage
from workshop.ui.models.entries import Column


class Facilitator:
    """Presses keys and reads what is there."""

    def __init__(self, context: Context, size: tuple[int, int] = (1440, 900)) -> None:
        self.context = context
        self.console = Console(context, {Phase.INVENTORY: InventoryPage})
        self.console.resize(*size)
        self.console.show()
        self.console.activateWindow()
        assert QTest.qWaitForWindowActive(self.console)
        page = self.console.page
        assert isinstance(page, InventoryPage)
        self.page = page
        self.grid = page.grid
        if page.answering.editor is None:
            page.enter()

    def press(self, *keys: Qt.Key, by: Qt.KeyboardModifier | None = None) -> None:
        """Press keys in the window, wherever the keyboard is."""
        for key in keys:
            modifier = by or Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.console.windowHandle(), key, modifier)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        for letter in text:
            QTest.keyClick(self.console.windowHandle(), letter)

    def type_in(self, widget: QWidget, text: str) -> None:
        """Type into a widget that has a window of its own, such as a menu."""
        QTest.keyClicks(widget, text)

    def click(self, widget: QWidget) -> None:
        """Click a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_cell(self, row: int, column: Column) -> None:
        """Click the middle of a cell."""
        rect = self.grid.visualRect(self.page.model.index(row, column))
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def click_at(self, widget: QWidget, x: int, y: int) -> None:
        """Click a place in a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def process(self, process_id: int) -> Process:
        """Return the answers about a process."""
        found = self.context.bridge.state.get(Process, process_id)
        assert found is not None
        return found

    def private(self, process_id: int) -> PrivateAnswers:
        """Return the private answers about a process."""
        return self.context.bridge.state.private_answers(process_id)

    @property
    def cell(self) -> tuple[int, Column]:
        """The row and the column of the current cell."""
        return self.grid.currentIndex().row(), self.grid.column

    @property
    def question(self) -> Column | None:
        """The question whose editor is open."""
        editor = self.page.answering.editor
        return editor.column if editor is not None else None

    @property
    def focus(self) -> QWidget | None:
        """The widget that has the keyboard."""
        return QApplication.focusWidget()

    def close(self) -> None:
        """Close the window, with nothing left to ask about."""
        self.context.bridge.try_again()
        self.console.close()
        self.console.deleteLater()


@pytest.fixture
def sit_down(qapp: QApplication) -> Iterator[Callable[..., Facilitator]]:
    """Return a function that opens the console on a context."""
    seated: list[Facilitator] = []

    def sit(context: Context, size: tuple[int, int] = (1440, 900)) -> Facilitator:
        seated.append(Facilitator(context, size))
        return seated[-1]

    yield sit
    for each in seated:
        each.close()


@pytest.fixture
def room(make_context: Callable[..., Context], sit_down: Callable[..., Facilitator]) -> Facilitator:
    """A console on four processes that nobody has answered about."""
    return sit_down(make_context(cards(*NAMES)))
