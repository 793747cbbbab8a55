"""The reference session through the window: what it takes in keys, and what is there after it."""

import json
import subprocess
import sys
from pathlib import Path

from tests.ui.reference_session import (
    ACTIVITIES,
    BROKEN,
    COMMITMENTS,
    EXCUSES,
    KEPT,
    LATE,
    LEADERS,
    PLEDGES,
)
from workshop.domain.kept import promises
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Excuse, LeadershipAnswers, Pledge
from workshop.session import Session
from workshop.store.checking import check

# Keys and clicks for one, typed text not counted.
MOST = {"an activity bucketed": 1.3, "a field answered": 1.2, "a commitment made": 12.0}


def test_the_reference_session_and_its_follow_up_take_few_keys(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.reference_session", str(tmp_path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    complaints = [
        line for line in done.stderr.splitlines() if "plugin does not support" not in line
    ]
    assert complaints == []
    took = json.loads(done.stdout)
    print(took)
    assert {name: took[name] for name in MOST if took[name] > MOST[name]} == {}

    with Session.open(tmp_path / "reference.gather", read_only=True) as session:
        state = session.state
        assert len(state.all(Excuse)) == EXCUSES
        assert len(state.all(Pledge)) == PLEDGES
        assert {each.total for each in state.all(LeadershipAnswers)} == {LEADERS}
        assert len(state.all(Activity)) == len(ACTIVITIES)
    with Session.open(tmp_path / "follow-up.gather", read_only=True) as session:
        view = PublicView.of(session.state)
        found = promises(view, view.facts.date)
        counts = (len(found.kept), len(found.late), len(found.broken), found.total)
        assert counts == (KEPT, LATE, BROKEN, COMMITMENTS)
        assert found.rate == 60
    for name in ("reference", "follow-up"):
        assert check(tmp_path / f"{name}.gather") == []
