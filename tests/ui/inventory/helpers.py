"""Inventories to test with."""

from workshop.domain.commands import Command
from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    FeedbackLevel,
    Nature,
    YesNoUnsure,
)
from workshop.domain.records import Activity
from workshop.domain.stage import Stage
from workshop.ui.context import Context

NAMES = ("Sign permit letters", "Route applications", "Order parts", "Certify timesheets")

COMPLETE = {
    "problem": YesNoUnsure.YES,
    "quick_fix": YesNoUnsure.YES,
    "owner": "Clerk",
    "close_enough": CloseEnough.PARTLY,
    "feedback": FeedbackLevel.SOME,
    "nature": Nature.TECHNICAL,
}


def cards(*names: str) -> Command:
    """Return the command that puts cards into the process bucket, which makes their entries."""
    return AddRecords(
        tuple(Activity(id=-n, text=t, bucket=Bucket.PROCESS) for n, t in enumerate(names, 1))
    )


def answers(process_id: int, **given: object) -> Command:
    """Return the command that answers about a process."""
    return AnswerProcess(process_id, given)


def stage_of(context: Context) -> Stage:
    """Return what the wall shows."""
    return context.bridge.stage
