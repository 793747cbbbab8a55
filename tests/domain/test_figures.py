"""A session in figures."""

from hypothesis import given

from tests.sessions import blank_session, full_session
from tests.strategies import sessions
from workshop.domain.enums import (
    Bucket,
    CommitmentKind,
    CommitmentStatus,
    ExcuseState,
    Triage,
)
from workshop.domain.figures import Figures
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Commitment


def figures(state):
    return Figures.of(PublicView.of(state))


def test_a_session_is_counted():
    found = figures(full_session())
    assert found.activities == {Bucket.UNSORTED: 2, Bucket.PROCESS: 3, Bucket.PERFORMANCE: 2}
    assert found.total == 7
    assert found.merged == 1
    assert found.hours == {Bucket.UNSORTED: 0, Bucket.PROCESS: 0, Bucket.PERFORMANCE: 4.5}
    assert (found.processes, found.answered) == (2, 1)
    assert found.by_triage == dict.fromkeys(Triage, 0) | {
        Triage.LIVE_WITH_IT: 1,
        Triage.LEAVE_ALONE: 1,
    }
    assert (found.commitments, found.ready) == (2, 1)
    assert found.by_kind == dict.fromkeys(CommitmentKind, 0) | {
        CommitmentKind.LONG_TERM: 1,
        CommitmentKind.ORG_CHART: 1,
    }
    assert found.by_status == dict.fromkeys(CommitmentStatus, 0) | {CommitmentStatus.OPEN: 2}
    assert found.excuses == dict.fromkeys(ExcuseState, 0) | {ExcuseState.OPEN: 2}
    assert (found.pledges, found.participants) == (1, 1)
    assert found.buy_in == (0, 0, 0, 2, 5, 0)


def test_a_blank_session_counts_nothing_but_names_every_choice():
    found = figures(blank_session())
    assert found.total == found.merged == found.processes == found.commitments == 0
    assert found.buy_in == (0, 0, 0, 0, 0, 0)
    for counts, choices in [
        (found.activities, Bucket),
        (found.hours, Bucket),
        (found.by_triage, Triage),
        (found.by_kind, CommitmentKind),
        (found.by_status, CommitmentStatus),
        (found.excuses, ExcuseState),
    ]:
        assert counts == dict.fromkeys(choices, 0)


@given(sessions())
def test_parts_add_up_to_the_whole(state):
    found = figures(state)
    assert found.total + found.merged == len(state.table(Activity))
    assert sum(found.by_triage.values()) <= found.processes
    assert found.answered <= found.processes <= found.activities[Bucket.PROCESS]
    assert found.commitments == len(state.table(Commitment))
    assert found.commitments == sum(found.by_kind.values()) == sum(found.by_status.values())
    assert found.ready <= found.commitments
