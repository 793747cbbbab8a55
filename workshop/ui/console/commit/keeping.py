"""The commands of the commit phase that are made of several."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from workshop.domain.commands import Command
from workshop.domain.commands.inventory import AnswerProcess, ChooseTriage
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.enums import CommitmentKind, ExcuseState, Triage
from workshop.domain.records import Commitment, Excuse, Process
from workshop.domain.state import State
from workshop.domain.text import one_line, shorten
from workshop.domain.triage import has_nobody


def keep_commitment(state: State, typed: Commitment, excuse_ids: frozenset[int]) -> Command:
    """Return the command that keeps a commitment and the excuses that it ends, as one step.

    A commitment with the number 0 is new.
    """
    if typed.id:
        kept_id = typed.id
        parts: list[Command] = [EditRecord(Commitment, typed.id, _values(typed))]
    else:
        kept_id = state.next_ids.get(Commitment, 1)
        parts = [AddRecords((typed,))]
    for excuse in state.all(Excuse):
        if excuse.id in excuse_ids and excuse.removed_by_id != kept_id:
            values = {"state": ExcuseState.REMOVED, "removed_by_id": kept_id}
            parts.append(EditRecord(Excuse, excuse.id, values))
        elif excuse.id not in excuse_ids and excuse.removed_by_id == kept_id:
            parts.append(
                EditRecord(Excuse, excuse.id, {"state": ExcuseState.OPEN, "removed_by_id": None})
            )
    verb = "Changed" if typed.id else "Committed to"
    return Several(tuple(parts), f"{verb} “{shorten(typed.text)}”")


def made_already(made: Iterable[Commitment], typed: Commitment) -> Commitment | None:
    """Return the one that says all that is typed, if any.

    What could not be saved is made as soon as that works again, while its form still stands open.
    """
    return next((each for each in made if _values(each) == _values(typed)), None)


def _values(typed: Commitment) -> dict[str, Any]:
    """Return what the form edits; the status changes by updates alone."""
    names = {item.name for item in fields(typed)} - {"id", "status"}
    return {name: getattr(typed, name) for name in names}


def live_with(process: Process, until: str) -> Command:
    """Return the decision to live with a process as it is until a time."""
    return Several(
        (
            AnswerProcess(process.id, {"until": until}),
            ChooseTriage(process.id, Triage.LIVE_WITH_IT),
        ),
        f"Decided “{Triage.LIVE_WITH_IT.value}” for “{shorten(process.name)}”",
    )


def ask_users(process: Process, due: dt.date) -> Command:
    """Return the promise to ask the users of a process, by whoever is in charge of it."""
    asked = Commitment(
        id=0,
        text=f"Ask the users of “{one_line(process.name)}” what gets in their way",
        kind=CommitmentKind.FIND_OUT,
        process_id=process.id,
        owner="" if has_nobody(process) else process.owner,
        due=due,
        measure="What they said is in the inventory",
    )
    return Several(
        (AddRecords((asked,)),), f"Committed to ask the users of “{shorten(process.name)}”"
    )


def kind_of(triage: Triage | None) -> CommitmentKind | None:
    """Return the kind of commitment that a triage leads to, or None."""
    kinds = {kind.value: kind for kind in CommitmentKind}
    return kinds.get(triage.value) if triage else None
