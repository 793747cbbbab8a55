"""The models of cards: what they show, and how they follow a session without ever a reset."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.board.cards import add_cards, numbered
from workshop.domain.commands.activities import (
    MergeActivities,
    MoveActivities,
    UnmergeActivities,
)
from workshop.domain.commands.records import DeleteRecords, EditRecord
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.domain.stage import Scene
from workshop.ui.context import Context
from workshop.ui.models.cards import (
    BucketModel,
    CardModel,
    CardRole,
    NewestModel,
    cards_from_mime,
    cards_to_mime,
)

MakeContext = Callable[..., Context]
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_WARNING = QAbstractItemModelTester.FailureReportingMode.Fatal


def ids_of(model: CardModel) -> list[int]:
    return [model.index(row).data(CardRole.ID) for row in range(model.rowCount())]


def signals_of(model: QAbstractItemModel) -> list[str]:
    """Return a list that fills with the names of what a model tells."""
    told: list[str] = []
    for name in (
        "rowsInserted",
        "rowsRemoved",
        "rowsMoved",
        "dataChanged",
        "layoutChanged",
        "modelReset",
    ):
        getattr(model, name).connect(lambda *_, name=name: told.append(name))
    return told


@contextmanager
def watched(*models: CardModel) -> Iterator[list[list[str]]]:
    testers = [QAbstractItemModelTester(model, _WARNING) for model in models]
    told = [signals_of(model) for model in models]
    yield told
    assert not any("modelReset" in each for each in told)
    for tester in testers:
        tester.deleteLater()


@pytest.fixture
def board(make_context: MakeContext) -> tuple[Context, BucketModel, BucketModel]:
    context = make_context(numbered(30))
    unsorted = BucketModel(context.bridge, Bucket.UNSORTED)
    return context, unsorted, BucketModel(context.bridge, Bucket.PROCESS)


def test_a_screen_reader_hears_bucket_and_place(make_context: MakeContext) -> None:
    context = make_context(
        add_cards("Open mail", "Stamp it", "Sign overtime forms.", bucket=Bucket.PROCESS)
    )
    model = BucketModel(context.bridge, Bucket.PROCESS)
    assert model.index(2).data(ACCESSIBLE) == "Sign overtime forms. Process, card 3 of 3."


def test_a_screen_reader_hears_of_the_wall_and_of_hands(make_context: MakeContext) -> None:
    context = make_context(add_cards("Open mail"))
    model = BucketModel(context.bridge, Bucket.UNSORTED)
    counts = {"tally_process": 5, "tally_performance": 4, "tally_abstain": 1}
    context.bridge.execute(EditRecord(Activity, 1, counts))
    context.room.show(Scene.CARD, 1)
    text = model.index(0).data(ACCESSIBLE)
    assert "Hands: 5 process, 4 performance, 1 abstained." in text
    assert text.endswith("On the wall.")
    assert model.index(0).data(CardRole.TALLY) == (5, 4, 1)
    assert model.index(0).data(CardRole.LIVE) is True


def test_the_card_on_the_wall_changes_as_two_cells(board: tuple) -> None:
    context, unsorted, _ = board
    context.room.show(Scene.CARD, 3)
    with watched(unsorted) as (told,):
        context.room.show(Scene.CARD, 9)
        context.room.show(Scene.BOARD)
    assert told == ["dataChanged"] * 3
    assert not any(unsorted.index(row).data(CardRole.LIVE) for row in range(30))


def test_500_cards_come_and_go_as_one_signal_each(make_context: MakeContext) -> None:
    context = make_context(numbered(600))
    unsorted = BucketModel(context.bridge, Bucket.UNSORTED)
    process = BucketModel(context.bridge, Bucket.PROCESS)
    with watched(unsorted, process) as (left, came):
        context.bridge.execute(MoveActivities(tuple(range(51, 551)), Bucket.PROCESS))
        assert (left, came) == (["rowsRemoved"], ["rowsInserted"])
        context.bridge.undo()
        assert (left, came) == (["rowsRemoved", "rowsInserted"], ["rowsInserted", "rowsRemoved"])
    assert ids_of(unsorted) == list(range(1, 601))


def test_a_move_within_a_bucket_moves_rows(board: tuple) -> None:
    context, unsorted, _ = board
    kept = QPersistentModelIndex(unsorted.index(4))
    with watched(unsorted) as (told,):
        context.bridge.execute(MoveActivities((5,), Bucket.UNSORTED, 1))
    assert told == ["rowsMoved"]
    assert ids_of(unsorted)[:3] == [5, 1, 2]
    assert kept.row() == 0


def test_many_moves_within_a_bucket_change_its_order_once(board: tuple) -> None:
    context, unsorted, _ = board
    kept = QPersistentModelIndex(unsorted.index(20))
    with watched(unsorted) as (told,):
        context.bridge.execute(MoveActivities(tuple(range(1, 26)), Bucket.UNSORTED, None))
    assert told == ["layoutChanged"]
    assert ids_of(unsorted) == [*range(26, 31), *range(1, 26)]
    assert kept.data(CardRole.ID) == 21


def test_positions_that_are_spread_afresh_tell_of_no_move(board: tuple) -> None:
    context, unsorted, _ = board
    with watched(unsorted) as (told,):
        for card_id in range(30, 2, -1):  # each between the same two, until the gap is used up
            context.bridge.execute(MoveActivities((card_id,), Bucket.UNSORTED, 2))
    assert set(told) <= {"rowsMoved", "layoutChanged"}
    assert ids_of(unsorted) == [
        card.id for card in context.bridge.state.activities(Bucket.UNSORTED)
    ]


def test_an_edit_changes_one_cell_and_a_private_thing_none(board: tuple) -> None:
    context, unsorted, process = board
    with watched(unsorted, process) as (told, elsewhere):
        context.bridge.execute(EditRecord(Activity, 4, {"text": "Do another thing"}))
        context.bridge.execute(EditRecord(Activity, 4, {"unit": "Fleet"}))
    assert told == ["dataChanged"]
    assert not elsewhere
    assert unsorted.index(3).data() == "Do another thing"


def test_merged_cards_leave_and_come_back(board: tuple) -> None:
    context, unsorted, _ = board
    newest = NewestModel(context.bridge)
    with watched(unsorted, newest):
        context.bridge.execute(MergeActivities(2, (7, 9)))
        assert not {7, 9} & {*ids_of(unsorted), *ids_of(newest)}
        context.bridge.execute(UnmergeActivities((7,)))
    assert ids_of(unsorted)[-1] == 7
    assert ids_of(newest) == [n for n in range(30, 0, -1) if n != 9]


def test_the_newest_card_stands_first(make_context: MakeContext) -> None:
    context = make_context(add_cards("First"))
    model = NewestModel(context.bridge)
    with watched(model) as (told,):
        context.bridge.execute(add_cards("Second", "Third"))
    assert told == ["rowsInserted"]
    assert [model.index(row).data() for row in range(3)] == ["Third", "Second", "First"]


def test_models_agree_with_the_session_whatever_is_done(make_context: MakeContext) -> None:
    context = make_context(numbered(40))
    bridge, draw = context.bridge, random.Random(7)
    models = {bucket: BucketModel(bridge, bucket) for bucket in Bucket}
    newest = NewestModel(bridge)
    with watched(*models.values(), newest):
        for _ in range(150):
            _do_something(bridge, draw)
            for bucket, model in models.items():
                assert ids_of(model) == [card.id for card in bridge.state.activities(bucket)]
            there = (c.id for c in bridge.state.all(Activity) if c.bucket is not None)
            assert ids_of(newest) == sorted(there, reverse=True)


def _do_something(bridge: object, draw: random.Random) -> None:
    cards = [card for card in bridge.state.all(Activity) if card.bucket is not None]
    chosen = tuple(card.id for card in draw.sample(cards, min(len(cards), draw.choice((1, 3, 20)))))
    bucket = draw.choice(list(Bucket))
    others = [c.id for c in bridge.state.activities(bucket)]
    before = draw.choice([None, *others])
    match draw.randrange(8):
        case 0:
            bridge.execute(add_cards(*(f"New {draw.random()}" for _ in range(3)), bucket=bucket))
        case 1 if len(cards) > 20:
            bridge.execute(DeleteRecords(Activity, chosen[:2]))
        case 2 if len(chosen) > 1:
            bridge.execute(MergeActivities(chosen[0], chosen[1:3]))
        case 3:
            bridge.undo()
        case 4:
            bridge.redo()
        case _:
            bridge.execute(MoveActivities(chosen, bucket, before))


@pytest.mark.parametrize("ids", [(), (3,), (3, 1, 2)])
def test_a_drag_carries_ids(ids: tuple[int, ...]) -> None:
    assert cards_from_mime(cards_to_mime(ids)) == ids


def test_a_drag_of_something_else_carries_no_cards() -> None:
    data = cards_to_mime((1,))
    data.setData("application/x-gather-cards", b"1 \xff; drop 2x -3 " + b"9" * 5000)
    assert cards_from_mime(data) == (1,)
