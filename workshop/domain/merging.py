"""What becomes of the answers when several entries of the inventory become one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from workshop.domain.edits import Edits
from workshop.domain.records import Need, PrivateAnswers, Process
from workshop.domain.state import State

# What the entry that stays takes from the others where it has nothing of its own.
PRIVATE_ANSWERS = tuple(item.name for item in fields(PrivateAnswers) if item.name != "id")
PUBLIC_ANSWERS = tuple(
    item.name
    for item in fields(Process)
    if item.name not in {"id", "name", "position", "set_aside", "votes", "chosen", "merged_into_id"}
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two entries that answer one thing differently: what stays and what is set aside."""

    field: str
    kept: Any
    other: Any
    other_name: str
    private: bool = False


def conflicts(state: State, keep_id: int, other_ids: Sequence[int]) -> list[Conflict]:
    """Return where the answers of merged entries disagree, the private ones last."""
    edits = Edits(state)
    keep = edits.require(Process, keep_id)
    others = [edits.require(Process, key) for key in other_ids]
    found = list(_conflicts(PUBLIC_ANSWERS, keep, [(other, other.name) for other in others]))
    private = [(state.private_answers(other.id), other.name) for other in others]
    hidden = _conflicts(PRIVATE_ANSWERS, state.private_answers(keep.id), private)
    return [*found, *hidden]


def _conflicts(
    names: Sequence[str],
    keep: Process | PrivateAnswers,
    others: Sequence[tuple[Process | PrivateAnswers, str]],
) -> Iterator[Conflict]:
    for name in names:
        kept = getattr(keep, name)
        for other, other_name in others:
            value = getattr(other, name)
            if not is_blank(kept) and not is_blank(value) and value != kept:
                yield Conflict(name, kept, value, other_name, isinstance(keep, PrivateAnswers))
            kept = value if is_blank(kept) else kept


def is_blank(value: object) -> bool:
    """Tell whether an answer was not given."""
    return value is None or (isinstance(value, str) and not value.strip())


def absorb(edits: Edits, keep_id: int, other_id: int) -> None:
    """Let an entry take in another: what it lacks, and all that was said and promised on it.

    The other keeps its answers and remembers where it went; that it is set aside follows when no
    card is left for it.
    """
    keep, other = edits.require(Process, keep_id), edits.require(Process, other_id)
    filled = _filled(PUBLIC_ANSWERS, keep, other)
    edits.edit(keep, **filled, votes=keep.votes + other.votes, chosen=keep.chosen or other.chosen)
    private = edits.get(PrivateAnswers, keep.id) or PrivateAnswers(id=keep.id)
    hidden = edits.get(PrivateAnswers, other.id)
    if hidden is not None and (taken := _filled(PRIVATE_ANSWERS, private, hidden)):
        edits.edit(private, **taken)
    edits.redirect(Process, other.id, keep.id)
    _drop_repeated_needs(edits)
    edits.edit(edits.require(Process, other.id), merged_into_id=keep.id)


def _filled(
    names: Sequence[str], keep: Process | PrivateAnswers, other: Process | PrivateAnswers
) -> dict[str, Any]:
    return {
        name: getattr(other, name)
        for name in names
        if is_blank(getattr(keep, name)) and not is_blank(getattr(other, name))
    }


def _drop_repeated_needs(edits: Edits) -> None:
    seen: set[tuple[int, int]] = set()
    for need in edits.all(Need):
        pair = (need.activity_id, need.process_id)
        if pair in seen:
            edits.delete(Need, [need.id])
        seen.add(pair)
