"""The marking of the session stands at both edges of the console, and only where there is one."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import Desk
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import Phase
from workshop.domain.records import SessionFacts
from workshop.ui.console.marking import Marking
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")


def bands(desk: Desk) -> list[Marking]:
    return [each for each in desk.window.findChildren(Marking) if each.isVisible()]


def mark(desk: Desk, marking: str) -> None:
    facts = desk.context.bridge.state.facts
    desk.context.bridge.execute(EditRecord(SessionFacts, facts.id, {"marking": marking}))


@pytest.fixture
def desk(make_context: Callable[..., Context], qtbot: QtBot) -> Desk:
    return Desk(make_context(marking="CUI"), qtbot, Phase.BUCKET)


def test_a_band_stands_at_the_upper_and_at_the_lower_edge_in_every_phase(desk):
    for phase in Phase:
        desk.window.enter(phase)
        upper, lower = bands(desk)
        assert (upper.text(), lower.text()) == ("CUI", "CUI")
        assert upper.mapTo(desk.window, upper.rect().topLeft()).y() == 0
        assert lower.mapTo(desk.window, lower.rect().bottomLeft()).y() == desk.window.height() - 1
        assert upper.width() == lower.width() == desk.window.width()


def test_it_follows_the_session_and_leaves_with_the_marking(desk):
    mark(desk, "CUI//SP-PRVCY")
    assert {each.text() for each in bands(desk)} == {"CUI//SP-PRVCY"}
    mark(desk, "")
    assert bands(desk) == []
    desk.window.undo()
    assert len(bands(desk)) == 2


def test_markup_in_a_marking_is_shown_as_it_is_and_a_long_one_is_cut(desk):
    mark(desk, "<b>CUI</b>")
    assert {each.text() for each in bands(desk)} == {"<b>CUI</b>"}
    mark(desk, "CONTROLLED " * 40)
    assert all(each.text().endswith("…") for each in bands(desk))
    assert all(len(each.accessibleName()) > 400 for each in bands(desk))
    assert desk.window.width() == 1440


def test_a_session_without_a_marking_has_no_band(make_context, qtbot):
    assert bands(Desk(make_context(), qtbot, Phase.BUCKET)) == []
