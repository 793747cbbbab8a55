import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.sessions import PRIVATE_MARK
from tests.ui.inventory.helpers import COMPLETE, NAMES, answers, cards
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.inventory import ChooseTriage, RankProcesses
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import Bucket, ManagedAt, OwnerFit, Triage, YesNo, YesNoUnsure
from workshop.domain.records import Activity, Feedback, Process
from workshop.ui.context import Context
from workshop.ui.models.entries import Column
from workshop.ui.models.processes import ProcessModel

MakeContext = Callable[..., Context]
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def names(model: ProcessModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(model: ProcessModel, row: int, column: Column) -> str:
    return model.index(row, column).data(SPOKEN)


@pytest.fixture
def context(make_context: MakeContext) -> Context:
    return make_context(cards(*NAMES))


@pytest.fixture
def model(context: Context) -> Iterator[ProcessModel]:
    made = ProcessModel(context.bridge)
    tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    resets: list[bool] = []
    made.modelReset.connect(lambda: resets.append(True))
    yield made
    assert not resets
    tester.deleteLater()
    made.deleteLater()


def test_rows_are_the_inventory_in_order(model: ProcessModel) -> None:
    assert names(model) == list(NAMES)


def test_an_answer_changes_its_row_alone(context: Context, model: ProcessModel) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    context.bridge.execute(answers(2, problem=YesNoUnsure.YES))
    assert told == [(1, 1)]
    assert spoken(model, 1, Column.PROBLEM) == (
        "Route applications. Problem. Yes, quick fix not answered"
    )


def test_a_question_that_nobody_answered_says_so(model: ProcessModel) -> None:
    assert spoken(model, 0, Column.FIELD) == "Sign permit letters. Field. not answered"
    assert spoken(model, 0, Column.TRIAGE) == "Sign permit letters. Triage. not answered"


def test_a_card_that_leaves_takes_its_row_and_undo_brings_it_back(
    context: Context, model: ProcessModel
) -> None:
    context.bridge.execute(MoveActivities((2,), Bucket.PERFORMANCE))
    assert names(model) == [NAMES[0], NAMES[2], NAMES[3]]
    context.bridge.undo()
    assert names(model) == list(NAMES)


def test_ranking_moves_a_row_and_the_current_cell_with_it(
    context: Context, model: ProcessModel
) -> None:
    moves: list[int] = []
    model.rowsMoved.connect(lambda *_: moves.append(1))
    held = QPersistentModelIndex(model.index(3, 2))
    context.bridge.execute(RankProcesses((4,), 1))
    assert names(model)[0] == NAMES[3]
    assert (held.row(), held.column(), moves) == (0, 2, [1])


def test_voices_hours_and_promises_are_counted_as_they_come_and_go(
    context: Context, model: ProcessModel
) -> None:
    bridge = context.bridge
    bridge.execute(AddRecords((Feedback(id=0, process_id=1, who="Clerks", said="Slow"),)))
    assert model.entry_at(0).voices == 1
    assert "1 voice" in spoken(model, 0, Column.USERS)
    bridge.execute(EditRecord(Feedback, 1, {"process_id": 2}))
    assert [model.entry_at(row).voices for row in (0, 1)] == [0, 1]
    bridge.execute(DeleteRecords(Feedback, (1,)))
    assert model.entry_at(1).voices == 0
    bridge.execute(EditRecord(Activity, 3, {"hours_per_week": 6.5}))
    assert model.entry_at(2).hours == 6.5


def test_the_count_of_answered_processes_follows(context: Context, model: ProcessModel) -> None:
    context.bridge.execute(answers(1, **COMPLETE))
    assert (model.answered, model.total) == (1, 4)
    context.bridge.execute(MoveActivities((1,), Bucket.UNSORTED))
    assert (model.answered, model.total) == (0, 3)
    context.bridge.undo()
    assert (model.answered, model.total) == (1, 4)
    context.bridge.undo()
    assert (model.answered, model.total) == (0, 4)


def test_sorting_keeps_the_current_cell_and_puts_open_answers_last(
    context: Context, model: ProcessModel
) -> None:
    context.bridge.execute(answers(3, problem=YesNoUnsure.NO))
    context.bridge.execute(answers(4, problem=YesNoUnsure.YES))
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(Column.PROBLEM)
    assert names(model) == [NAMES[3], NAMES[2], NAMES[0], NAMES[1]]
    assert held.row() == 2
    model.sort(-1)
    assert names(model) == list(NAMES)
    assert held.row() == 0


def test_a_sorted_row_stays_where_it_is_while_it_is_answered(
    context: Context, model: ProcessModel
) -> None:
    model.sort(Column.PROCESS, Qt.SortOrder.DescendingOrder)
    before = names(model)
    context.bridge.execute(EditRecord(Process, 1, {"name": "Zone lots"}))
    assert names(model) == [name.replace(NAMES[0], "Zone lots") for name in before]


def test_finding_looks_in_public_answers_and_leaves_the_rest_as_it_was(
    context: Context, model: ProcessModel
) -> None:
    context.bridge.execute(
        answers(3, owner="Fleet manager", managed_at=ManagedAt.REGION, until="2026-11-14")
    )
    held = QPersistentModelIndex(model.index(2, 3))
    for text in ("fleet", "REGION", "14 nov", "  order   parts "):
        model.find(text)
        assert names(model) == [NAMES[2]], text
        assert held.row() == 0
    model.find("")
    assert names(model) == list(NAMES)
    assert held.row() == 2


def test_a_found_row_stays_while_it_is_answered_and_new_ones_must_match(
    context: Context, model: ProcessModel
) -> None:
    model.find("order")
    context.bridge.execute(EditRecord(Process, 3, {"name": "Buy parts"}))
    assert names(model) == ["Buy parts"]
    context.bridge.execute(cards("Order desks", "Sweep floors"))
    assert names(model) == ["Buy parts", "Order desks"]
    model.find("")
    assert len(names(model)) == 6


def test_private_answers_are_hidden_until_they_are_shown(
    context: Context, model: ProcessModel
) -> None:
    context.bridge.execute(
        answers(1, owner="Lee", owner_fit=OwnerFit.NOT_RIGHT, proposed_owner=PRIVATE_MARK)
    )

    def everything() -> str:
        return "\n".join(
            str(model.index(row, column).data(role))
            for row in range(model.rowCount())
            for column in Column
            for role in Qt.ItemDataRole
        ) + "".join(model.cell(0, Column.OWNER).private)

    assert PRIVATE_MARK not in everything()
    assert "Not right" not in everything()
    model.find(PRIVATE_MARK)
    assert names(model) == []
    model.find("")
    model.show_private(True)
    assert PRIVATE_MARK in spoken(model, 0, Column.OWNER)
    model.show_private(False)
    assert PRIVATE_MARK not in everything()


def test_a_triage_says_whether_the_room_decided_it(context: Context, model: ProcessModel) -> None:
    context.bridge.execute(answers(1, problem=YesNoUnsure.YES, quick_fix=YesNoUnsure.YES))
    assert spoken(model, 0, Column.TRIAGE).endswith("Triage. Fix now, suggested")
    context.bridge.execute(answers(1, owner="nobody"))
    assert spoken(model, 0, Column.TRIAGE).endswith("Fix now, suggested, also org chart")
    context.bridge.execute(ChooseTriage(1, Triage.LEAVE_ALONE))
    assert spoken(model, 0, Column.TRIAGE).endswith("Leave alone, decided")
    context.bridge.execute(EditRecord(Process, 1, {"until": "2026-11-14"}))
    assert spoken(model, 0, Column.TRIAGE).endswith("Leave alone, decided")
    context.bridge.execute(ChooseTriage(1, Triage.LIVE_WITH_IT))
    assert spoken(model, 0, Column.TRIAGE).endswith("Live with it until 14 Nov 2026, decided")


def test_the_next_open_question_goes_on_from_the_top(context: Context, model: ProcessModel) -> None:
    for key in (1, 2, 4):
        context.bridge.execute(answers(key, **COMPLETE))
    context.bridge.execute(answers(3, **{**COMPLETE, "close_enough": None}))
    assert model.next_open(0, 1) == (2, Column.FIELD)
    assert model.next_open(3, 5) == (2, Column.FIELD)
    assert model.next_open(2, Column.FIELD) == (2, Column.FIELD)
    context.bridge.execute(answers(3, **COMPLETE))
    assert model.next_open(0, 0) is None


def test_text_of_any_length_is_cut_before_it_is_shown(
    context: Context, model: ProcessModel
) -> None:
    context.bridge.execute(
        EditRecord(Process, 1, {"name": "word " * 20_000, "owner": "x" * 100_000})
    )
    assert len(model.index(0, 0).data()) <= 300
    assert len(spoken(model, 0, Column.OWNER)) < 700


def test_a_tool_tip_never_reads_what_a_user_typed_as_markup(
    context: Context, model: ProcessModel
) -> None:
    context.bridge.execute(answers(1, owner="<img src='/etc/passwd'>"))
    tip = model.index(0, Column.OWNER).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip


def test_the_process_on_the_wall_is_marked(model: ProcessModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _: told.append(first.row()))
    model.set_live(2)
    model.set_live(3)
    assert told == [1, 1, 2]
    assert model.live == 3


@pytest.mark.parametrize("seed", range(6))
def test_random_changes_sorts_and_finds_leave_the_rows_that_they_should(
    seed: int, context: Context, model: ProcessModel
) -> None:
    rng = random.Random(seed)
    bridge = context.bridge
    for _ in range(60):
        held = QPersistentModelIndex(model.index(rng.randrange(max(1, model.rowCount())), 1))
        key = model.id_at(held.row()) if held.isValid() else None
        everyone = sorted(bridge.state.table(Activity))
        match rng.randrange(7):
            case 0:
                bridge.execute(cards(*(f"Card {rng.random()}" for _ in range(rng.randint(1, 4)))))
            case 1 | 2 if len(everyone) >= 4:
                some = rng.sample(everyone, rng.randint(1, 4))
                bridge.execute(MoveActivities(tuple(some), rng.choice(list(Bucket))))
            case 3 if len(bridge.state.processes()) > 2:
                one, other = rng.sample([p.id for p in bridge.state.processes()], 2)
                bridge.execute(RankProcesses((one,), other))
            case 4:
                model.sort(rng.choice([-1, 0, 2]), rng.choice(list(Qt.SortOrder)))
            case 5:
                model.find(rng.choice(["", "", "card 0.1", "sign"]))
            case _:
                bridge.undo()
        if key is not None and model.row_of(key) is not None and held.isValid():
            assert held.row() == model.row_of(key)
    model.find("")
    model.sort(-1)
    assert model.ids == [process.id for process in bridge.state.processes()]


def test_a_cell_has_no_rows_of_its_own(model: ProcessModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 4


def test_needed_in_the_field_is_said(context: Context, model: ProcessModel) -> None:
    context.bridge.execute(answers(1, needed_in_field=YesNo.YES, managed_at=ManagedAt.SHARED))
    assert spoken(model, 0, Column.FIELD).endswith(
        "Field. not answered, needed in the field, shared"
    )
