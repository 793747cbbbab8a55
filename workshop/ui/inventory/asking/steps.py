"""What is asked about a process, one thing after the other.

Private answers are never asked here: the room may look on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.domain.dig import chosen
from workshop.domain.records import Process
from workshop.domain.triage import answered_questions
from workshop.ui.inventory.fields import FIELDS, Field, asked_for, is_wanted
from workshop.ui.models.entries import Column

QUESTIONS = tuple(column for column in Column if column.is_question)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to ask, and the question that it is part of."""

    column: Column
    field: Field


def steps_of(process: Process) -> list[Step]:
    """Return what makes sense to ask about a process after the answers that there are."""
    return [
        Step(column, field)
        for column in QUESTIONS
        for field in FIELDS[column]
        if not field.private and is_wanted(field, process)
    ]


def is_open(step: Step, process: Process) -> bool:
    """Tell whether a step has no answer."""
    return not getattr(process, step.field.name)


def first_step(process: Process, column: Column = Column.PROBLEM) -> Step:
    """Return where to begin: at what is open from a question on, else at that question."""
    there = [step for step in steps_of(process) if step.column >= column]
    return next((step for step in there if is_open(step, process)), there[0])


def step_after(process: Process, step: Step) -> Step | None:
    """Return what is open behind a step, or None."""
    steps = steps_of(process)
    at = steps.index(step) + 1 if step in steps else 0
    return next((each for each in steps[at:] if is_open(each, process)), None)


def step_left_open(process: Process, step: Step) -> Step | None:
    """Return what would answer the first question still open, other than a step; or None."""
    answered = answered_questions(process)
    columns = (column for column in QUESTIONS if not answered[column - 1])
    found = (Step(column, asked_for(process, column)) for column in columns)
    return next((each for each in found if each != step), None)


def step_beside(process: Process, step: Step, by: int) -> Step | None:
    """Return the next (1) or previous (-1) step of a process, answered or not, or None."""
    steps = steps_of(process)
    at = steps.index(step) + by if step in steps else -1
    return steps[at] if 0 <= at < len(steps) else None


def order_of(processes: Sequence[Process], current_id: int) -> list[Process]:
    """Return the processes to ask about: the chosen ones, or all where the current is not."""
    found = chosen(processes)
    return list(found if any(each.id == current_id for each in found) else processes)


def next_open_process(processes: Sequence[Process], current_id: int) -> Process | None:
    """Return the next process with an open question, going on from the top, or None."""
    order = order_of(processes, current_id)
    at = next((n for n, each in enumerate(order) if each.id == current_id), -1)
    following = [*order[at + 1 :], *order[:at]]
    return next((each for each in following if not all(answered_questions(each))), None)
