"""A process that edits a session at random until it is killed, telling each edit that was kept.

python -m tests.session.crash_worker FILE SEED COUNT
"""

import sys
from pathlib import Path
from random import Random

from workshop.domain.commands import Command
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import Bucket, YesNoUnsure
from workshop.domain.records import Activity
from workshop.domain.state import State
from workshop.session import Session


def random_command(random: Random, state: State) -> Command:
    """Return a command that fits the state and changes it."""
    cards = [card.id for card in state.all(Activity)]
    chance = random.random()
    if len(cards) < 5 or chance < 0.3:
        new = [
            Activity(id=-n, text=f"Card {random.random()}")
            for n in range(1, 1 + random.randint(1, 4))
        ]
        return AddRecords(tuple(new))
    if chance < 0.6:
        card = state.table(Activity)[random.choice(cards)]
        others = [bucket for bucket in Bucket if bucket is not card.bucket]
        return MoveActivities((card.id,), random.choice(others))
    if chance < 0.7:
        return DeleteRecords(Activity, (random.choice(cards),))
    if chance < 0.8 and state.processes():
        process = random.choice(state.processes())
        changed = YesNoUnsure.NO if process.problem is YesNoUnsure.YES else YesNoUnsure.YES
        return AnswerProcess(process.id, {"problem": changed, "fix": str(random.random())})
    return EditRecord(Activity, random.choice(cards), {"detail": "d" * random.randint(1, 9000)})


def main(path: str, seed: str, count: str) -> None:
    random = Random(int(seed))
    with Session.open(Path(path)) as session:
        for n in range(1, int(count) + 1):
            session.execute(random_command(random, session.state))
            sys.stdout.write(f"{n}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
