"""The order in which an export lists what has an order of its own."""

from workshop.domain.enums import Bucket
from workshop.domain.public import PublicView
from workshop.domain.records import Activity, Process


def cards_in_order(view: PublicView) -> list[Activity]:
    """Return the activities bucket by bucket, each in its order, and the merged ones last."""
    sorted_ones = [card for bucket in Bucket for card in view.activities(bucket)]
    return [*sorted_ones, *view.merged_activities]


def processes_in_order(view: PublicView) -> list[Process]:
    """Return the inventory in its order, and what is set aside last."""
    set_aside = (process for process in view.all(Process) if process.set_aside)
    return [*view.processes, *set_aside]
