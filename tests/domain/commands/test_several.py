"""Several commands as one step."""

import pytest

from tests.sessions import full_session, texts, with_cards
from workshop.domain.commands.activities import MergeActivities, MoveActivities
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.enums import Bucket
from workshop.domain.errors import Rejected
from workshop.domain.records import Activity


def test_each_command_acts_on_what_the_last_one_left():
    command = Several(
        (
            AddRecords((Activity(id=0, text="Mail letters"),)),
            MoveActivities((9,), Bucket.PROCESS),
            EditRecord(Activity, 9, {"text": "Post letters"}),
            MergeActivities(1, (9,)),
        ),
        "Imported a\rlist",
    )
    changes = command.plan(full_session())
    state = full_session().apply(changes.changes)
    assert changes.label == "Imported a\nlist"
    assert state.get(Activity, 9).merged_into_id == 1
    assert texts(state.activities(Bucket.PROCESS))[0] == "Sign permit letters"
    assert state.apply(changes.flip("Undo").changes) == full_session()


def test_all_are_refused_where_one_is():
    command = Several((DeleteRecords(Activity, (1,)), DeleteRecords(Activity, (1,))), "Twice")
    with pytest.raises(Rejected, match="There is no activity with the number 1"):
        command.plan(with_cards("a"))


def test_commands_that_cancel_each_other_change_nothing():
    add = AddRecords((Activity(id=0, text="b"),))
    assert not Several((add, DeleteRecords(Activity, (2,))), "Nothing").plan(with_cards("a"))
