"""What the room has answered about a process, as words for the wall. Public answers alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.dates import shown_until
from workshop.domain.enums import CloseEnough, FeedbackLevel, YesNo, YesNoUnsure
from workshop.domain.records import Feedback, Process
from workshop.domain.text import one_line
from workshop.domain.triage import has_nobody
from workshop.ui.inventory.fields import asked_for, asked_in
from workshop.ui.models.entries import Column

_PROBLEM, _OWNER, _FIELD, _USERS, _NATURE = range(1, 6)
QUESTIONS = range(1, 6)
_LONGEST = 400  # characters, more than a line of any wall has room for

# What the answers to questions 3 and 4 mean, where the question does not stand beside them.
_CLOSE: dict[CloseEnough | None, str] = {
    None: "",
    CloseEnough.YES: "Close enough",
    CloseEnough.PARTLY: "Partly close",
    CloseEnough.NO: "Too far away",
}
_HEARD: dict[FeedbackLevel | None, str] = {
    None: "",
    FeedbackLevel.NONE: "None asked",
    FeedbackLevel.SOME: "Some asked",
    FeedbackLevel.ENOUGH: "Enough asked",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in a word, blank while there is none, and what belongs to it."""

    word: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: its wording, and its choices with the picked one, or the text so far."""

    wording: str
    choices: tuple[StrEnum, ...] = ()
    picked: StrEnum | None = None
    text: str = ""


def answers_of(process: Process, feedback: Sequence[Feedback]) -> dict[int, Answer]:
    """Return the answers to the five questions."""
    return {
        _PROBLEM: Answer(_word(process.problem), _problem_detail(process)),
        _OWNER: Answer(_owner(process)),
        _FIELD: Answer(
            _CLOSE[process.close_enough] if process.close_enough else "", _field_detail(process)
        ),
        _USERS: Answer(
            _HEARD[process.feedback] if process.feedback else "", _users_detail(process, feedback)
        ),
        _NATURE: Answer(_word(process.nature), process.kind.value if process.kind else ""),
    }


def asked_of(process: Process, question: int, name: str = "") -> Asked:
    """Return what is asked in a question: a field of that name, where it is public."""
    column = Column(question)
    field = asked_for(process, column, name)
    wording, value = asked_in(column, field), getattr(process, field.name)
    if field.choices:
        return Asked(wording, tuple(choice for choice, _ in field.choices), value)
    text = _owner(process) if field.name == "owner" else one_line(value[:_LONGEST])
    return Asked(wording, text=text)


def _word(choice: StrEnum | None) -> str:
    return choice.value.capitalize() if choice else ""


def _owner(process: Process) -> str:
    return "Nobody named" if has_nobody(process) else process.owner.strip()


def _problem_detail(process: Process) -> str:
    if process.problem is not YesNoUnsure.YES:
        return ""
    match process.quick_fix:
        case YesNoUnsure.YES:
            return "quick to fix"
        case YesNoUnsure.UNSURE:
            return "not sure that it is quick"
        case YesNoUnsure.NO:
            waits = f", waits on {process.waiting_on.value}" if process.waiting_on else ""
            until = f" until {shown_until(process.until)}" if process.until.strip() else ""
            return f"not quick{waits}{until}"
    return ""


def _field_detail(process: Process) -> str:
    needed = {YesNo.YES: "needed in the field", YesNo.NO: "not needed in the field"}
    parts = (
        needed[process.needed_in_field] if process.needed_in_field else "",
        process.managed_at.phrase if process.managed_at else "",
    )
    return ", ".join(part for part in parts if part)


def _users_detail(process: Process, feedback: Sequence[Feedback]) -> str:
    who = list(dict.fromkeys(item.who.strip() for item in feedback if item.who.strip()))
    asked = " and ".join([", ".join(who[:-1]), who[-1]] if len(who) > 1 else who)
    steps = {YesNo.YES: "steps written down", YesNo.NO: "steps not written down"}
    parts = (asked, steps[process.documented] if process.documented else "")
    return ", ".join(part for part in parts if part)
