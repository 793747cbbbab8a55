"""The list of cards: keys and mouse choose what Qt's own list would choose; its geometry holds."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from tests.ui.board.cards import Drag, add_cards, numbered, selected, texts
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import DeleteRecords, EditRecord
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.board.painting import CardPainter, Face, Mood
from workshop.ui.board.view import BoardView
from workshop.ui.context import Context
from workshop.ui.models.cards import BucketModel

MakeContext = Callable[..., Context]
MakeView = Callable[..., tuple[Context, BoardView]]
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_view(make_context: MakeContext, qtbot: QtBot) -> MakeView:
    def make(*commands: object, width: int = 300, height: int = 420) -> tuple[Context, BoardView]:
        context = make_context(*commands)
        model = BucketModel(context.bridge, Bucket.UNSORTED)
        view = BoardView(model, CardPainter(context.colors), "Unsorted cards")
        view.resize(width, height)
        qtbot.addWidget(view)
        view.show()
        view.setFocus()
        return context, view

    return make


def rows_of(view: QListView) -> set[int]:
    return {index.row() for index in view.selectionModel().selectedIndexes()}


KEYS = [
    (Qt.Key.Key_Down, _PLAIN),
    (Qt.Key.Key_Down, _PLAIN),
    (Qt.Key.Key_Up, _PLAIN),
    (Qt.Key.Key_Down, _SHIFT),
    (Qt.Key.Key_Down, _SHIFT),
    (Qt.Key.Key_Up, _SHIFT),
    (Qt.Key.Key_Down, _CTRL),
    (Qt.Key.Key_Up, _CTRL),
    (Qt.Key.Key_Space, _CTRL),
    (Qt.Key.Key_Space, _CTRL | _SHIFT),
    (Qt.Key.Key_Home, _PLAIN),
    (Qt.Key.Key_End, _SHIFT),
    (Qt.Key.Key_Home, _CTRL),
    (Qt.Key.Key_End, _CTRL | _SHIFT),
    (Qt.Key.Key_A, _CTRL),
]


@pytest.mark.parametrize("seed", range(4))
def test_random_keys_choose_what_a_plain_list_chooses(
    make_view: MakeView, qtbot: QtBot, seed: int
) -> None:
    long = "and then follow it up with everybody who asked for it twice last week"
    _, view = make_view(add_cards(*(f"Do thing {n} {long * (n % 3)}" for n in range(24))))
    plain = QListView()
    plain.setModel(view.cards)
    plain.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    qtbot.addWidget(plain)
    plain.show()
    draw = random.Random(seed)
    for each in (view, plain):
        each.setCurrentIndex(view.cards.index(5))
    for _ in range(250):
        key, modifiers = draw.choice(KEYS)
        for each in (view, plain):
            QTest.keyClick(each, key, modifiers)
        assert view.currentIndex().row() == plain.currentIndex().row()
        assert rows_of(view) == rows_of(plain)


@pytest.mark.parametrize("seed", range(3))
def test_random_clicks_choose_what_a_plain_list_chooses(
    make_view: MakeView, qtbot: QtBot, seed: int
) -> None:
    _, view = make_view(numbered(9), height=460)
    plain = QListView()
    plain.setModel(view.cards)
    plain.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    plain.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    plain.resize(300, 460)
    qtbot.addWidget(plain)
    plain.show()
    draw = random.Random(seed)
    for _ in range(80):
        row = draw.randrange(9)
        modifiers = draw.choice([_PLAIN, _CTRL, _SHIFT])
        for each in (view, plain):
            rect = each.visualRect(view.cards.index(row))
            at = QPoint(rect.left() + 20, rect.center().y())
            QTest.mouseClick(each.viewport(), Qt.MouseButton.LeftButton, modifiers, at)
        assert view.currentIndex().row() == plain.currentIndex().row()
        assert rows_of(view) == rows_of(plain)


def test_cards_lie_below_each_other_and_are_found_where_they_lie(make_view: MakeView) -> None:
    _, view = make_view(add_cards("Short", "A text that needs more than one line " * 2, "Last"))
    rects = [view.visualRect(view.cards.index(row)) for row in range(3)]
    assert rects[0].bottom() < rects[1].top() < rects[1].bottom() < rects[2].top()
    assert rects[1].height() > rects[0].height() == rects[2].height()
    for row, rect in enumerate(rects):
        assert view.indexAt(rect.center()).row() == row
    assert not view.indexAt(QPoint(rects[0].center().x(), rects[0].bottom() + 3)).isValid()


def test_two_cards_stand_side_by_side_and_down_leads_below(make_view: MakeView) -> None:
    _, view = make_view(numbered(7), width=700)
    view.columns = 2
    view.setCurrentIndex(view.cards.index(0))
    first, second = (view.visualRect(view.cards.index(row)) for row in (0, 1))
    assert first.top() == second.top()
    assert first.right() < second.left()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == 3
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 5  # there is nothing below it


def test_an_arrow_at_the_side_leaves_the_list(make_view: MakeView, qtbot: QtBot) -> None:
    _, view = make_view(numbered(3))
    view.setCurrentIndex(view.cards.index(1))
    with qtbot.waitSignal(view.crossed) as right:
        QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.crossed) as left:
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert (right.args, left.args) == ([1], [-1])


def test_the_current_card_is_always_in_view(make_view: MakeView) -> None:
    _, view = make_view(numbered(200))
    view.setCurrentIndex(view.cards.index(0))
    for key in [Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 30]:
        QTest.keyClick(view, key)
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_what_is_found_stays_and_the_rest_is_passed_over(make_view: MakeView) -> None:
    _, view = make_view(add_cards("Open mail", "Sign forms", "Sort mail", "Drive", "Mail it"))
    view.selectAll()
    view.set_matches(lambda card: "mail" in card.text.casefold())
    assert texts(view) == selected(view) == ["Open mail", "Sort mail", "Mail it"]
    view.setCurrentIndex(view.cards.index(0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2
    QTest.keyClick(view, Qt.Key.Key_A, _CTRL)
    assert selected(view) == ["Open mail", "Sort mail", "Mail it"]
    view.set_matches(None)
    assert len(texts(view)) == 5


def test_keys_act_on_no_card_that_is_hidden(make_view: MakeView) -> None:
    context, view = make_view(add_cards("Open mail", "Sign forms", "Sort mail", "Drive", "Mail it"))
    view.select_ids([4])
    view.set_matches(lambda card: "mail" in card.text.casefold())
    assert (selected(view), view.current_id()) == ([], 5)
    context.bridge.execute(EditRecord(Activity, 5, {"text": "Send it"}))
    assert view.current_id() == 3
    context.bridge.execute(MoveActivities((3,), Bucket.PROCESS))
    assert view.current_id() == 1
    context.bridge.execute(DeleteRecords(Activity, (1,)))
    assert (texts(view), view.current_id()) == ([], None)
    view.select_ids([4])
    assert (selected(view), view.current_id()) == ([], None)


def test_a_new_card_that_does_not_match_stays_hidden(make_view: MakeView) -> None:
    context, view = make_view(add_cards("Open mail", "Sign forms"))
    view.set_matches(lambda card: "mail" in card.text.casefold())
    context.bridge.execute(add_cards("Drive", "Sort mail"))
    context.bridge.execute(EditRecord(Activity, 1, {"text": "Open letters"}))
    assert texts(view) == ["Sort mail"]


def test_the_layout_follows_whatever_is_done(make_view: MakeView) -> None:
    context, view = make_view(numbered(30))
    draw = random.Random(3)
    for _ in range(60):
        cards = [card.id for card in context.bridge.state.activities(Bucket.UNSORTED)]
        some = tuple(draw.sample(cards, min(len(cards), draw.choice([1, 2, 15]))))
        match draw.randrange(5):
            case 0:
                context.bridge.execute(MoveActivities(some[:2], Bucket.PROCESS))
            case 1:
                context.bridge.execute(add_cards("A longer text that wraps into two lines or so"))
            case 2:
                context.bridge.execute(MoveActivities(some, Bucket.UNSORTED, draw.choice(cards)))
            case 3:
                context.bridge.execute(EditRecord(Activity, some[0], {"text": "word " * 20}))
            case _:
                context.bridge.undo()
                if not view.cards.rowCount():
                    context.bridge.redo()
        kept = [view.visualRect(view.cards.index(row)) for row in range(view.cards.rowCount())]
        view._measure_all()
        assert kept == [view.visualRect(view.cards.index(n)) for n in range(len(kept))]


def test_a_card_of_100000_characters_is_three_lines_and_a_tip(make_view: MakeView) -> None:
    _, view = make_view(add_cards("x" * 100_000, "word " * 20_000, "Short"))
    heights = [view.visualRect(view.cards.index(row)).height() for row in range(3)]
    assert heights[0] == heights[1] < 90
    lines = view._painter.wrapping.lines("word " * 20_000, 200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    view.grab()
    spoken = view.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Unsorted, card 1 of 3.")
    assert len(spoken) < 1_100


@pytest.mark.parametrize(
    "text",
    ["Verantwortlichkeitsübertragungsformular", "a", "\u0627\u0644 \u0628", "一二三四五六七八九十"],
)
@pytest.mark.parametrize("width", [8, 60, 200])
def test_no_character_of_a_short_text_is_lost_in_wrapping(
    context: Context, text: str, width: int
) -> None:
    wrapping = CardPainter(context.colors).wrapping
    lines = list(wrapping._break(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_texts_are_never_markup(make_view: MakeView, monkeypatch: pytest.MonkeyPatch) -> None:
    from workshop.ui.board import view as module

    shown: list[str] = []
    monkeypatch.setattr(module.QToolTip, "showText", lambda _, text, *__: shown.append(text))
    _, view = make_view(add_cards("<img src='/etc/passwd'> " * 30))
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent

    at = view.visualRect(view.cards.index(0)).center()
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert len(shown) == 1
    assert "<img" not in shown[0]
    assert "&lt;img" in shown[0]


def test_states_look_different(context: Context, qtbot: QtBot) -> None:
    """Each state is seen, in light and in dark."""
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from workshop.ui.theme import ThemeName, theme

    for name in ThemeName:
        painter = CardPainter(theme(name))
        pictures = []
        for mood in (
            Mood(),
            Mood(hovered=True),
            Mood(selected=True),
            Mood(selected=True, checked=True),
            Mood(selected=True, focused=True),
            Mood(live=True),
            Mood(lifted=True),
        ):
            image = QImage(220, 60, QImage.Format.Format_ARGB32)
            image.fill(theme(name)["surface"])
            brush = QPainter(image)
            painter.paint(brush, QRect(10, 10, 200, 36), Face("Open mail", Bucket.PROCESS), mood)
            brush.end()
            pictures.append(bytes(image.constBits()))
        assert len(set(pictures)) == len(pictures)


def test_a_drop_tells_where_and_moves_nothing_itself(make_view: MakeView, qtbot: QtBot) -> None:
    _, view = make_view(numbered(5))
    third = view.visualRect(view.cards.index(2))
    drag = Drag(view, (1, 5))
    drag.enter(view, third.topLeft() + QPoint(5, 3))
    assert view.zone.place == 2
    with qtbot.waitSignal(view.zone.dropped) as dropped:
        drag.drop(view, third.topLeft() + QPoint(5, 3))
    assert (dropped.args[0].ids, dropped.args[0].before_id) == ((1, 5), 3)
    assert view.zone.place is None
    assert texts(view) == [f"Do thing {n}" for n in range(1, 6)]


def test_below_the_last_card_is_the_end(make_view: MakeView, qtbot: QtBot) -> None:
    _, view = make_view(numbered(3))
    with qtbot.waitSignal(view.zone.dropped) as dropped:
        Drag(view, (1,)).onto(view, QPoint(100, 400))
    assert dropped.args[0].before_id is None


def test_a_drag_that_leaves_or_comes_from_elsewhere_drops_nothing(
    make_view: MakeView, qtbot: QtBot
) -> None:
    _, view = make_view(numbered(3))
    told: list[object] = []
    view.zone.dropped.connect(told.append)
    foreign = Drag(None, (1,))
    assert not foreign.enter(view, QPoint(50, 50)).isAccepted()
    assert not foreign.drop(view, QPoint(50, 50)).isAccepted()
    own = Drag(view, (1,))
    own.enter(view, QPoint(50, 50))
    view.zone.leave()
    assert view.zone.place is None
    assert not told


def test_a_drag_at_the_edge_scrolls(make_view: MakeView, qtbot: QtBot) -> None:
    _, view = make_view(numbered(100))
    bar = view.verticalScrollBar()
    drag = Drag(view, (1,))
    drag.enter(view, QPoint(50, view.viewport().height() - 3))
    qtbot.waitUntil(lambda: bar.value() > 60)
    drag.move(view, QPoint(50, 3))
    qtbot.waitUntil(lambda: bar.value() == 0)
    view.zone.leave()


def test_the_drag_picture_is_the_stack(make_view: MakeView) -> None:
    _, view = make_view(numbered(9))
    view.select_ids([2, 4, 6])
    drag = view.make_drag()
    assert drag is not None
    assert drag.pixmap().height() > view.visualRect(view.cards.index(1)).height()
    view.clearSelection()
    assert view.make_drag() is None


def test_deleting_the_current_card_leaves_another_current(make_view: MakeView) -> None:
    context, view = make_view(numbered(5))
    view.setCurrentIndex(view.cards.index(4))
    context.bridge.execute(DeleteRecords(Activity, (5,)))
    assert view.currentIndex().row() == 3
    context.bridge.execute(DeleteRecords(Activity, (1, 2, 3, 4)))
    assert not view.currentIndex().isValid()
    view.grab()


def test_a_screen_reader_finds_each_card(make_view: MakeView) -> None:
    _, view = make_view(add_cards("Open mail", "Sign overtime forms"))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Unsorted cards"
    child: QAccessibleInterface = interface.child(1)
    assert child.text(QAccessible.Text.Name) == "Sign overtime forms. Unsorted, card 2 of 2."
    assert child.rect().height() == view.visualRect(view.cards.index(1)).height()
    del child, interface


def test_selection_survives_a_move_of_other_cards(make_view: MakeView) -> None:
    context, view = make_view(numbered(6))
    view.selectionModel().select(
        view.cards.index(3), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    context.bridge.execute(MoveActivities((1,), Bucket.PROCESS))
    context.bridge.execute(MoveActivities((6,), Bucket.UNSORTED, 2))
    assert selected(view) == ["Do thing 4"]
