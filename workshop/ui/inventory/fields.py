"""What each question asks: its fields, their choices, and a letter for each choice.

S and B are no letters of choices: they show on the wall and blank it, in every cell.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.dates import shown_until
from workshop.domain.enums import (
    CloseEnough,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    OwnerFit,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records import PrivateAnswers, Process
from workshop.ui.dates import kept_until
from workshop.ui.models.entries import Column
from workshop.words import words


@dataclass(frozen=True, slots=True)
class Field:
    """One answer: its name in the record, what it is called, and its choices; none is text.

    `lines` is the height of a text, `label_above` puts the label over many choices; `required` is
    a text without which the question is open. `asked` is how it is asked on its own, where the
    words of its question on the wall do not ask for it.
    """

    name: str
    label: str
    choices: tuple[tuple[StrEnum, str], ...] = ()
    private: bool = False
    lines: int = 1
    label_above: bool = False
    hint: str = ""
    required: bool = False
    asked: str = ""


def _choices(kind: type[StrEnum], letters: str) -> tuple[tuple[StrEnum, str], ...]:
    return tuple(zip(kind, letters, strict=True))


_UNTIL = "until"
_YES_NO = _choices(YesNo, "YN")
_YES_NO_UNSURE = _choices(YesNoUnsure, "YNU")

FIELDS: dict[Column, tuple[Field, ...]] = {
    Column.PROCESS: (
        Field("name", "Name"),
        Field("key", "A key process?", _YES_NO),
        Field("successor", "Who could take over"),
    ),
    Column.PROBLEM: (
        Field("problem", "A problem here?", _YES_NO_UNSURE),
        Field("quick_fix", "A quick fix?", _YES_NO_UNSURE, asked="Is it a quick fix?"),
        Field(
            "fix",
            "What would fix it",
            lines=2,
            hint="Alt+Enter for a new line",
            asked="What would fix it?",
        ),
        Field(
            "waiting_on",
            "Waiting on (when it is not quick)",
            _choices(WaitingOn, "ACKPO"),
            label_above=True,
            asked="What does it wait on?",
        ),
        Field(
            _UNTIL,
            "Until when",
            hint="A date, or what has to happen",
            asked="Until when does it wait?",
        ),
    ),
    Column.OWNER: (
        Field(
            "owner", "In charge", hint="One role, not “the team”", required=True, label_above=True
        ),
        Field("owner_fit", "The right person?", _choices(OwnerFit, "RNU"), private=True),
        Field("proposed_owner", "Proposed", private=True),
    ),
    Column.FIELD: (
        Field(
            "needed_in_field", "Needed in the field?", _YES_NO, asked="Is it needed in the field?"
        ),
        Field(
            "managed_at",
            "Managed at",
            _choices(ManagedAt, "HRFD"),
            label_above=True,
            asked="Where is it managed?",
        ),
        Field("close_enough", "Close enough?", _choices(CloseEnough, "YPN")),
    ),
    Column.USERS: (
        Field("documented", "Documented?", _YES_NO, asked="Is it documented?"),
        Field("feedback", "Users asked?", _choices(FeedbackLevel, "NME")),
    ),
    Column.NATURE: (
        Field("nature", "Nature", _choices(Nature, "TO")),
        Field(
            "kind",
            "About",
            _choices(NatureKind, "WPKMC"),
            label_above=True,
            asked="What is it about?",
        ),
    ),
    Column.TRIAGE: (),
}

# What makes sense only after another answer, with that answer.
_ONLY_AFTER: dict[str, tuple[str, StrEnum]] = {
    "quick_fix": ("problem", YesNoUnsure.YES),
    "fix": ("problem", YesNoUnsure.YES),
    "waiting_on": ("quick_fix", YesNoUnsure.NO),
    _UNTIL: ("quick_fix", YesNoUnsure.NO),
}

# The field that makes a question answered, by which a letter answers it in the grid itself.
_DIRECT = {
    Column.PROBLEM: "problem",
    Column.FIELD: "close_enough",
    Column.USERS: "feedback",
    Column.NATURE: "nature",
}


def direct_field(column: Column) -> Field | None:
    """Return the field that letters answer in a cell, or None."""
    name = _DIRECT.get(column)
    return next((field for field in FIELDS[column] if field.name == name), None)


def shown_answer(field: Field, record: Process | PrivateAnswers) -> Any:
    """Return an answer as it is shown where it is edited: an until-when reads like other days."""
    value = getattr(record, field.name)
    return shown_until(value) if field.name == _UNTIL else value


def answer_command(process_id: int, field: Field, value: Any, on: dt.date) -> AnswerProcess:
    """Return the command that keeps an answer; an until-when that names a day is kept as one."""
    kept = kept_until(value, on) if field.name == _UNTIL else value
    return AnswerProcess(process_id, {field.name: kept})


def asked_in(column: Column, field: Field) -> str:
    """Return how a field is asked, in the console and on the wall: the first question is two."""
    wall = words().questions[column - 1].wall
    first, mark, second = wall.partition("? ")
    if field.name == "problem" and mark:
        return f"{first}?"
    if field.name == "quick_fix" and mark:
        return second
    return field.asked or wall


def asked_for(process: Process, column: Column, name: str = "") -> Field:
    """Return what is asked for in a question: a public field of it, else what is open first.

    Answered by Yes, the first question goes on to the quick fix.
    """
    goes_on = column is Column.PROBLEM and process.problem is YesNoUnsure.YES
    usual = "quick_fix" if goes_on else _DIRECT.get(column, "owner")
    public = {field.name: field for field in FIELDS[column] if not field.private}
    return public.get(name) or public[usual]


def direct_letters(column: Column) -> str:
    """Return the letters that answer in a cell."""
    field = direct_field(column)
    return "".join(letter for _, letter in field.choices) if field else ""


def choice_of(field: Field, letter: str) -> StrEnum | None:
    """Return the choice that a letter stands for, or None."""
    return next((choice for choice, key in field.choices if key == letter), None)


def choice_called(field: Field, text: str) -> StrEnum | None:
    """Return the choice that a letter or a word stands for, or None."""
    named = (choice for choice, _ in field.choices if choice.value.casefold() == text.casefold())
    return choice_of(field, text.upper()) or next(named, None)


def is_wanted(field: Field, process: Process) -> bool:
    """Tell whether an answer makes sense after those that there are."""
    other, answer = _ONLY_AFTER.get(field.name, (field.name, None))
    return answer is None or getattr(process, other) is answer
