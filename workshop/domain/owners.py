"""Who has promised what: load for each owner, and owners whom nobody in the room knows."""

from collections import Counter
from collections.abc import Iterable

from workshop.domain.kept import OPEN_STATUSES
from workshop.domain.records import NOBODY, Commitment, Participant
from workshop.domain.state import State
from workshop.domain.text import one_line, sameness_key

# More than so many open promises on one desk are too many (CONTENT, "Prompts").
MOST_A_PERSON = 3


def load_of(commitments: Iterable[Commitment]) -> list[tuple[str, int]]:
    """Return each owner with the number of commitments to keep, the busiest first.

    Owners that differ in case and spacing alone are one; the first spelling stands.
    """
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for each in commitments:
        owner = one_line(each.owner)
        if owner and each.status in OPEN_STATUSES:
            key = sameness_key(owner)
            names.setdefault(key, owner)
            counts[key] += 1
    return [(names[key], count) for key, count in counts.most_common()]


def promises_of(state: State, participant: Participant) -> list[Commitment]:
    """Return the open commitments whose owner goes by the name or the role of a participant."""
    names = _names(participant)
    return [
        commitment
        for commitment in state.all(Commitment)
        if commitment.status in OPEN_STATUSES and sameness_key(commitment.owner) in names
    ]


def without_anybody(state: State) -> list[Commitment]:
    """Return the open commitments whose owner is no participant, by name or by role.

    It may be somebody who left, or who is not in the room. Where no participant is listed, nobody
    can be missed.
    """
    known = {name for person in state.all(Participant) for name in _names(person)}
    if not known:
        return []
    return [
        commitment
        for commitment in state.all(Commitment)
        if commitment.status in OPEN_STATUSES
        and (owner := sameness_key(commitment.owner))
        and owner != NOBODY
        and owner not in known
    ]


def _names(participant: Participant) -> set[str]:
    """Return by what an owner may go: the name, the role, or the role with its unit."""
    role, unit = participant.role, participant.unit
    names = {participant.name, role, f"{role}, {unit}", f"{role} ({unit})", f"{unit} {role}"}
    return {key for key in map(sameness_key, names) if key.strip(" ,()")}
