"""A whole session by hand: by keys alone, and with the cards dragged; then the plug is pulled."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.whole_session import COMMITMENTS, EXCUSE, LEADERS, PASTED, PLEDGE, PROCESSES, TYPED
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Commitment, Excuse, LeadershipAnswers, Pledge
from workshop.domain.triage import is_answered
from workshop.handouts.general import GENERAL
from workshop.session import Session
from workshop.store.checking import check


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("how", ["keys", "drags"])
def test_a_session_run_by_hand_is_all_there_after_a_kill(tmp_path: Path, how: str) -> None:
    path, folder = tmp_path / "s.gather", tmp_path / "handouts"
    folder.mkdir()
    with Session.create(path, title="Riverside") as session:
        empty = session.state
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.whole_session", str(path), str(folder), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with worker:
        said = worker.stdout.readline()
        worker.send_signal(signal.SIGKILL)
        lines = worker.stderr.read().splitlines()
    # The offscreen platform tells what it cannot do, such as raising a window.
    complaints = [line for line in lines if "plugin does not support" not in line]
    assert said.startswith("done"), complaints
    assert complaints == []

    with Session.open(path) as session:
        state = session.state
        assert {card.text for card in state.all(Activity)} == {*TYPED, *PASTED}
        assert state.activities(Bucket.UNSORTED) == []
        assert sum(map(is_answered, state.processes())) == PROCESSES
        assert len(state.all(Commitment)) == COMMITMENTS
        assert all(made.owner and made.due for made in state.all(Commitment))
        assert [each.text for each in state.all(Excuse)] == [EXCUSE]
        assert [each.text for each in state.all(Pledge)] == [PLEDGE]
        assert {each.total for each in state.all(LeadershipAnswers)} == {LEADERS}
        while session.undo_label is not None:
            session.undo()
        assert session.state == empty
        while session.redo_label is not None:
            session.redo()
        assert session.state == state
    assert check(path) == []
    handouts = sorted(each.name for each in folder.iterdir())
    assert len(handouts) == len(GENERAL)
    text = subprocess.run(
        ["pdftotext", str(next(folder.glob("*ommitments*.pdf"))), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Adopt promise number 5" in text
