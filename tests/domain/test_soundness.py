"""Records that only commands have made fit together; others are found out."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.sessions import full_session
from tests.strategies import sessions
from workshop.domain.changes import Change
from workshop.domain.enums import Bucket, ExcuseState
from workshop.domain.records import Activity, Excuse, Need, Process
from workshop.domain.soundness import misfits


@given(sessions())
def test_whatever_commands_do_everything_fits(state):
    assert list(misfits(state)) == []


@pytest.mark.parametrize(
    ("kind", "key", "values", "told"),
    [
        (Activity, 6, {"bucket": None}, "activity 6: is in no bucket"),
        (Activity, 7, {"bucket": Bucket.UNSORTED}, "activity 7: is in no bucket"),
        (Activity, 1, {"process_id": None}, "activity 1: is a process without an entry"),
        (Activity, 6, {"bucket": None, "merged_into_id": 7}, "merged into an activity that is"),
        (Process, 3, {"set_aside": False}, "process 3: is set aside, or not"),
        (Process, 1, {"set_aside": True}, "process 1: is set aside, or not"),
        (Excuse, 1, {"state": ExcuseState.REMOVED}, "excuse 1: its state"),
        (Need, 1, {"process_id": 99}, "need 1: refers to a process not there"),
    ],
)
def test_what_does_not_fit_is_told(kind, key, values, told):
    state = full_session()
    record = state.table(kind)[key]
    broken = state.apply([Change(record, replace(record, **values))])
    assert any(told in line for line in misfits(broken)), list(misfits(broken))
