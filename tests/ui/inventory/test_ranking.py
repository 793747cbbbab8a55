"""The whole inventory put into an order."""

from PySide6.QtGui import QAction

from tests.ui.inventory.conftest import Facilitator
from tests.ui.inventory.helpers import answers
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import YesNo
from workshop.domain.records import Activity
from workshop.ui.models.entries import Column


def choose(room: Facilitator, text: str) -> None:
    """Choose an action of the menus by its words."""
    found = [each for each in room.console.findChildren(QAction) if each.text() == text]
    found[0].trigger()


def order(room: Facilitator) -> list[int]:
    """Return the processes as the grid shows them."""
    return [room.page.model.id_at(row) for row in range(room.page.model.rowCount())]


def test_hours_rank_the_inventory_in_one_step_that_undo_takes_back(room: Facilitator) -> None:
    before = order(room)
    bridge = room.context.bridge
    last = bridge.state.activities_of(before[-1])[0]
    bridge.execute(EditRecord(Activity, last.id, {"hours_per_week": 40.0}))
    room.grid.sort_by(Column.NATURE)
    choose(room, "Rank by hours a week")
    assert order(room) == [before[-1], *before[:-1]]
    assert room.page.model.sorted_by is None
    bridge.undo()
    assert order(room) == before


def test_key_processes_come_first_and_the_wall_stays_as_it_is(room: Facilitator) -> None:
    before = order(room)
    room.context.bridge.execute(answers(before[1], key=YesNo.YES))
    stage = room.context.room.stage
    choose(room, "Rank key processes first")
    assert order(room) == [before[1], before[0], *before[2:]]
    assert room.context.room.stage == stage
