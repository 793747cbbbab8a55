"""Which processes to dig into, and in what order."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from workshop.domain.enums import YesNo
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Process
from workshop.domain.state import State


class RankBy(StrEnum):
    """What puts the processes into an order."""

    VOTES = "votes"
    HOURS = "hours"
    KEY = "key ones first"


def chosen(processes: Sequence[Process]) -> Sequence[Process]:
    """Return the processes that are chosen to dig into: all of them where none is."""
    return [process for process in processes if process.chosen] or processes


def hours_of(activities: Iterable[Activity]) -> float:
    """Return the hours a week that activities take, those without hours left out."""
    return sum(card.hours_per_week or 0 for card in activities)


def ranked(state: State, by: RankBy) -> list[Process]:
    """Return the inventory in a new order; processes that are equal in it stay as they are."""
    keys: dict[RankBy, Callable[[Process], float]] = {
        RankBy.VOTES: lambda process: -process.votes,
        RankBy.HOURS: lambda process: -hours_of(state.activities_of(process.id)),
        RankBy.KEY: lambda process: process.key is not YesNo.YES,
    }
    return sorted(state.processes(), key=keys[by])


def without_successor(view: PublicView) -> list[Process]:
    """Return the key processes for which nobody is known who could take over."""
    return [
        process
        for process in view.processes
        if process.key is YesNo.YES and not process.successor.strip()
    ]
