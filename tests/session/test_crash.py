"""A session whose process is killed at work loses nothing that was acknowledged."""

import os
import signal
import subprocess
import sys
from random import Random

import pytest

from tests.session.crash_worker import random_command
from workshop.session import Session
from workshop.store.checking import check

EDITS = 200


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("seed", range(20))
def test_every_acknowledged_edit_is_there_after_a_kill(tmp_path, seed):
    path = tmp_path / "s.gather"
    with Session.create(path, title="Riverside") as session:
        expected = session.state
    kill_after = Random(seed).randint(1, EDITS - 1)

    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.session.crash_worker", str(path), str(seed), str(EDITS)],
        stdout=subprocess.PIPE,
        text=True,
    )
    with worker:
        for line in worker.stdout:
            if int(line) == kill_after:
                worker.send_signal(signal.SIGKILL)
                break
        # What was told before the signal arrived counts as acknowledged too.
        acknowledged = kill_after + len(worker.stdout.readlines())
    assert worker.returncode == -signal.SIGKILL

    with Session.open(path) as session:
        kept = len(session.history(private=True)) - 1
        assert acknowledged <= kept <= acknowledged + 1
        random = Random(seed)
        for _ in range(kept):
            expected = expected.apply(random_command(random, expected).plan(expected).changes)
        assert session.state == expected
        while session.undo_label is not None:
            session.undo()
        assert len(session.state) == 9
    assert check(path) == []
