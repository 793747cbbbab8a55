"""Counts that were typed and not kept: the next count of the room settles them."""

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Phase
from workshop.domain.records import Activity, BuyIn, Process
from workshop.domain.state import State
from workshop.domain.text import record_id

HANDS = f"{Phase.BUCKET.value}.hands"
"""What the key of a count of hands begins with."""
VOTES = f"{Phase.INVENTORY.value}.votes"
"""What the key of a vote begins with."""
SOLO_HANDS = "solo hands"
"""What the key of a count of hands in solo begins with."""
SOLO_FIST = "solo fist"
"""The key of fist to five in solo."""

_TALLY = ("tally_process", "tally_performance", "tally_abstain")


def is_settled(key: str, change_set: ChangeSet, state: State) -> bool:
    """Tell whether a draft is a count that was kept since, or of a process that is gone."""
    number = record_id(key.rpartition(" ")[2])
    if key == SOLO_FIST:
        return any(each.kind is BuyIn for each in change_set.changes)
    if key.startswith((f"{HANDS} ", f"{SOLO_HANDS} ")):
        return change_set.touches(Activity, number, *_TALLY)
    if key.startswith(f"{VOTES} "):
        is_there = any(each.id == number for each in state.processes())
        return not is_there or change_set.touches(Process, number, "votes")
    return False
