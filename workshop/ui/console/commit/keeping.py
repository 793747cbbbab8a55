"""The commands of the commit phase that are made of several."""

import datetime as dt

from workshop.domain.commands import Command
from workshop.domain.commands.records import AddRecords
from workshop.domain.commands.several import Several
from workshop.domain.enums import CommitmentKind, Triage
from workshop.domain.records import Commitment, Process
from workshop.domain.text import one_line, shorten
from workshop.domain.triage import has_nobody


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
