"""Whether the records of a session fit together, whoever put them there.

Every command keeps these rules; a file that was changed by something else may not.
"""

from collections.abc import Iterator

from workshop.domain.enums import Bucket, ExcuseState
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    Activity,
    Excuse,
    Process,
)
from workshop.domain.state import State


def misfits(state: State) -> Iterator[str]:
    """Yield what does not fit, a line each; nothing for a session that only commands have made."""
    yield from _dangling_references(state)
    for card in state.all(Activity):
        reason = _misfit_of_card(state, card)
        if reason:
            yield f"activity {card.id}: {reason}"
    for process in state.all(Process):
        if process.set_aside == bool(state.activities_of(process.id)):
            yield f"process {process.id}: is set aside, or not, against its activities"
        if process.merged_into_id is not None and not process.set_aside:
            yield f"process {process.id}: is merged into another and yet in the inventory"
    for excuse in state.all(Excuse):
        if (excuse.state is ExcuseState.REMOVED) != (excuse.removed_by_id is not None):
            yield f"excuse {excuse.id}: its state and the commitment that removes it disagree"


def _dangling_references(state: State) -> Iterator[str]:
    for kind in RECORD_TYPES:
        for reference in REFERENCES[kind]:
            there = state.table(RECORD_TYPE_OF_TABLE[reference.table])
            for record in state.all(kind):
                target = getattr(record, reference.field)
                if target is not None and target not in there:
                    yield f"{kind.TABLE} {record.id}: refers to a {reference.table} not there"


def _misfit_of_card(state: State, card: Activity) -> str:
    if (card.bucket is None) != (card.merged_into_id is not None):
        return "is in no bucket without being merged, or in one although it is"
    if card.bucket is Bucket.PROCESS and card.process_id is None:
        return "is a process without an entry in the inventory"
    if card.merged_into_id is not None:
        target = state.get(Activity, card.merged_into_id)
        if target is not None and target.merged_into_id is not None:
            return "is merged into an activity that is merged itself"
    return ""
