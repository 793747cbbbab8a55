"""What holds performance back: processes that performance activities need and that are not fine."""

from collections import defaultdict
from dataclasses import dataclass

from workshop.domain.enums import Bucket, CommitmentStatus, YesNoUnsure
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Need, Process


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A performance activity with the processes it needs that are not fine yet."""

    activity: Activity
    processes: tuple[Process, ...]


def is_fine(view: PublicView, process: Process) -> bool:
    """Tell whether a process works: it is no problem, or all that was promised on it is kept."""
    if process.problem is YesNoUnsure.NO:
        return True
    statuses = {commitment.status for commitment in view.commitments_of(process.id)}
    statuses.discard(CommitmentStatus.WITHDRAWN)
    return statuses == {CommitmentStatus.KEPT}


def needs_of(view: PublicView) -> dict[int, list[Process]]:
    """Return by activity the processes that it needs, in the order of the inventory."""
    needed: defaultdict[int, set[int]] = defaultdict(set)
    for need in view.all(Need):
        needed[need.activity_id].add(need.process_id)
    places = {process.id: place for place, process in enumerate(view.processes)}
    return {
        key: [view.processes[place] for place in sorted(places[p] for p in ids if p in places)]
        for key, ids in needed.items()
    }


def held_back(view: PublicView) -> list[HeldBack]:
    """Return the performance activities that processes hold back, in the order of the bucket."""
    needed = needs_of(view)
    found = [
        HeldBack(card, tuple(p for p in needed.get(card.id, ()) if not is_fine(view, p)))
        for card in view.activities(Bucket.PERFORMANCE)
    ]
    return [each for each in found if each.processes]
