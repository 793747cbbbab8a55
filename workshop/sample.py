"""The sample session: built from tables and a list of facts, step by step as a room would.

Its history reads like a session, so that undo has something to show. It is dated on the day it is
made, so that due dates lie ahead.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from workshop.domain.commands import Command
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.commitments import CountBuyIn, UpdateCommitment
from workshop.domain.commands.deal import ListSigners, Sign
from workshop.domain.commands.inventory import ChooseTriage
from workshop.domain.commands.leadership import CloseLeadershipCheck, CountLeadershipMix
from workshop.domain.commands.processes import ChooseProcesses, VoteProcesses
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.enums import (
    Bucket,
    CommitmentKind,
    CommitmentStatus,
    ExcuseState,
    Phase,
    Triage,
)
from workshop.domain.records import (
    Activity,
    Commitment,
    Excuse,
    Need,
    Note,
    ParkingLotItem,
    Pledge,
    PledgeReturn,
    Process,
    Record,
    SignOff,
)
from workshop.domain.stage import Scene, Stage
from workshop.domain.state import State
from workshop.domain.text import counted, shorten
from workshop.exchange.columns import Kind
from workshop.exchange.importing import Options, Source, plan_import
from workshop.files import FileError, os_error_sentence
from workshop.places import data_folder
from workshop.resources import resource
from workshop.session import Session
from workshop.session.sheets import Sheets

R = TypeVar("R", bound=Record)
Facts = Mapping[str, Any]


def sample_path() -> Path:
    """Return a path in the user's data folder that no earlier copy of the sample has.

    Raises FileError where there can be no such folder.
    """
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise FileError(os_error_sentence(error, folder)) from error
    names = (f"sample-{number}.gather" if number > 1 else "sample.gather" for number in count(1))
    return next(path for name in names if not (path := folder / name).exists())


def make_sample(path: Path, *, today: dt.date) -> Session:
    """Make the sample session, open; raises StoreError where the file cannot be made."""
    facts = tomllib.loads(resource("sample", "session.toml").read_text(encoding="utf-8"))
    given = dict(facts["facts"])
    next_date = today + dt.timedelta(days=given.pop("next_date_in_days"))
    previous_date = today - dt.timedelta(days=given.pop("previous_date_days_ago"))
    given |= {"date": today, "next_date": next_date, "previous_date": previous_date}
    session = Session.create(path, **given)
    try:
        for step in _STEPS:
            step(session, facts, today)
        session.show(Stage(phase=Phase.BUCKET, scene=Scene.BOARD))
    except BaseException:
        session.close()
        raise
    return session


def _import(
    session: Session, name: str, today: dt.date, label: str = "", kind: Kind = Kind.ACTIVITIES
) -> None:
    source = Source(resource("sample", name).read_bytes(), name)
    command = plan_import(session.state, source, Options(today, kind)).command
    session.execute(Several((command,), label) if label else command)


def _welcome(session: Session, _facts: Facts, today: dt.date) -> None:
    _import(session, "participants.csv", today, kind=Kind.PARTICIPANTS)


def _look_back(session: Session, facts: Facts, today: dt.date) -> None:
    """Bring along what the last session has left, and tell what became of each promise."""
    made_on = session.state.facts.previous_date
    promises = tuple(
        Commitment(
            id=-n,
            text=last["text"],
            kind=CommitmentKind(last["kind"]),
            owner=last["owner"],
            due=today - dt.timedelta(days=last["due_days_ago"]),
            measure=last["measure"],
            made_on=made_on,
            carried=True,
        )
        for n, last in enumerate(facts["last_promises"], start=1)
    )
    excuses = tuple(
        Excuse(id=-n, text=text, raised_on=made_on, carried=True)
        for n, text in enumerate(facts["last_excuses"]["texts"], start=1)
    )
    pledged = dict(facts["last_pledge"])
    due = today - dt.timedelta(days=pledged.pop("due_days_ago"))
    pledge = Pledge(id=-1, due=due, carried=True, **pledged)
    session.execute(AddRecords((*promises, *excuses, pledge), "Took up what the last session left"))
    ids = _ids(session.state, Commitment)
    for last in facts["last_promises"]:
        status = CommitmentStatus(last["status"])
        session.execute(UpdateCommitment(ids[last["text"]], status, today, last["word"]))


def _gather(session: Session, _facts: Facts, today: dt.date) -> None:
    _import(session, "activities.csv", today)


def _sort(session: Session, facts: Facts, _today: dt.date) -> None:
    for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE):
        ids = _ids(session.state, Activity)
        cards = tuple(ids[text] for text in facts["buckets"][bucket.value])
        session.execute(MoveActivities(cards, bucket))


def _count_hands(session: Session, facts: Facts, _today: dt.date) -> None:
    for tally in facts["tallies"]:
        card_id = _ids(session.state, Activity)[tally["activity"]]
        values = {f"tally_{name}": tally[name] for name in ("process", "performance", "abstain")}
        label = f"Counted hands on “{shorten(tally['activity'])}”"
        session.execute(EditRecord(Activity, card_id, values, label))


def _take_inventory(session: Session, facts: Facts, today: dt.date) -> None:
    _import(session, "inventory.csv", today, "Answered the five questions")
    activities, processes = _ids(session.state, Activity), _ids(session.state, Process)
    needs = [
        Need(id=-n, activity_id=activities[need["activity"]], process_id=processes[need["process"]])
        for n, need in enumerate(facts["needs"], start=1)
    ]
    session.execute(AddRecords(tuple(needs), "Tied performance to the processes that it needs"))


def _choose(session: Session, facts: Facts, _today: dt.date) -> None:
    counts = facts["votes"]["counts"]
    ids = [process.id for process in session.state.processes()[: len(counts)]]
    session.execute(VoteProcesses(dict(zip(ids, counts, strict=True))))
    session.execute(ChooseProcesses(tuple(ids)))


def _commit(session: Session, facts: Facts, today: dt.date) -> None:
    processes = _ids(session.state, Process)
    for triage in facts["triage"]:
        choice = Triage(triage["choice"])
        session.execute(ChooseTriage(processes[triage["process"]], choice, triage["reason"]))
    _import(session, "commitments.csv", today)


def _deal(session: Session, facts: Facts, today: dt.date) -> None:
    processes, commitments = _ids(session.state, Process), _ids(session.state, Commitment)
    excuses = tuple(
        Excuse(
            id=-n,
            text=excuse["text"],
            process_id=processes[excuse["process"]],
            raised_on=today,
            removed_by_id=commitments[excuse["removed_by"]] if "removed_by" in excuse else None,
            state=_state_of(excuse),
        )
        for n, excuse in enumerate(facts["excuses"], start=1)
    )
    steps: tuple[Command, ...] = (
        AddRecords(excuses, f"Logged {counted(len(excuses), Excuse.NOUN)}"),
        AddRecords(tuple(_pledges(session.state, facts, today)), "Pledged what the team produces"),
        CountBuyIn(tuple(facts["buy_in"]["fingers"])),
    )
    for step in steps:
        session.execute(step)


def _state_of(excuse: Facts) -> ExcuseState:
    if "removed_by" in excuse:
        return ExcuseState.REMOVED
    return ExcuseState.ACCEPTED if excuse.get("accepted") else ExcuseState.OPEN


def _pledges(state: State, facts: Facts, today: dt.date) -> Iterator[Record]:
    """Yield the pledges, each with the commitment in return for which it is given."""
    activities, commitments = _ids(state, Activity), _ids(state, Commitment)
    for n, given in enumerate(facts["pledges"], start=1):
        pledge = dict(given)
        in_return = commitments[pledge.pop("in_return")]
        due = today + dt.timedelta(days=pledge.pop("due_in_days"))
        activity_id = activities[pledge.pop("activity")]
        yield Pledge(id=-n, activity_id=activity_id, due=due, **pledge)
        yield PledgeReturn(id=-n, pledge_id=-n, commitment_id=in_return)


def _sign(session: Session, facts: Facts, today: dt.date) -> None:
    session.execute(ListSigners())
    for line in session.state.all(SignOff):
        if line.name in facts["signed"]["names"]:
            session.execute(Sign(line.id, today))


def _lead(session: Session, facts: Facts, _today: dt.date) -> None:
    sheets = Sheets()
    for sheet in facts["leadership"]["sheets"]:
        sheets = sheets.add({n: int(answer) for n, answer in enumerate(sheet, start=1)})
    session.execute(CloseLeadershipCheck(sheets.counts))
    session.execute(CountLeadershipMix(**facts["leadership"]["mix"]))


def _take_notes(session: Session, facts: Facts, _today: dt.date) -> None:
    items = enumerate(facts["parking_lot"]["items"], start=1)
    session.execute(AddRecords(tuple(ParkingLotItem(id=-n, text=text) for n, text in items)))
    for note in facts["notes"]:
        taken = Note(id=-1, **{**note, "phase": Phase(note["phase"])})
        session.execute(AddRecords((taken,)))


_STEPS: tuple[Callable[[Session, Facts, dt.date], None], ...] = (
    _welcome,
    _look_back,
    _gather,
    _sort,
    _count_hands,
    _take_inventory,
    _choose,
    _commit,
    _deal,
    _sign,
    _lead,
    _take_notes,
)


def _ids(state: State, kind: type[R]) -> dict[str, int]:
    """Return the ids of a type of record by its text or name."""
    name = "name" if kind is Process else "text"
    return {getattr(record, name): record.id for record in state.all(kind)}
