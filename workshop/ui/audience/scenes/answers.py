"""What the room has answered about a process, as words for the wall. Public answers alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.enums import (
    CloseEnough,
    FeedbackLevel,
    Nature,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records import Feedback, Process
from workshop.domain.triage import has_nobody
from workshop.words import words

_PROBLEM, _OWNER, _FIELD, _USERS, _NATURE = range(1, 6)
QUESTIONS = range(1, 6)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in a word, blank while there is none, and what belongs to it."""

    word: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked: its wording, its choices and which is picked.

    Without choices it is answered by a name.
    """

    wording: str
    choices: tuple[StrEnum, ...] = ()
    picked: StrEnum | None = None


def answers_of(process: Process, feedback: Sequence[Feedback]) -> dict[int, Answer]:
    """Return the answers to the five questions."""
    return {
        _PROBLEM: Answer(_word(process.problem), _problem_detail(process)),
        _OWNER: Answer(_owner(process)),
        _FIELD: Answer(_word(process.close_enough), _field_detail(process)),
        _USERS: Answer(_word(process.feedback), _users_detail(process, feedback)),
        _NATURE: Answer(_word(process.nature), process.kind.value if process.kind else ""),
    }


def asked_of(process: Process, question: int, field: str = "") -> Asked:
    """Return a question with its choices.

    The first one goes on to the quick fix, unless its own answer, the `field`, is asked again.
    """
    wording = words().questions[question - 1].wall
    if question == _PROBLEM:
        return _asked_problem(process, wording, is_asked_again=field == "problem")
    if question == _FIELD:
        return Asked(wording, tuple(CloseEnough), process.close_enough)
    if question == _USERS:
        return Asked(wording, tuple(FeedbackLevel), process.feedback)
    if question == _NATURE:
        return Asked(wording, tuple(Nature), process.nature)
    return Asked(wording)


def _asked_problem(process: Process, wording: str, *, is_asked_again: bool) -> Asked:
    first, mark, second = wording.partition("? ")
    if not mark:
        return Asked(wording, tuple(YesNoUnsure), process.problem)
    if process.problem is YesNoUnsure.YES and not is_asked_again:
        return Asked(second, tuple(YesNoUnsure), process.quick_fix)
    return Asked(f"{first}?", tuple(YesNoUnsure), process.problem)


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
            until = f" until {process.until.strip()}" if process.until.strip() else ""
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
    documented = {YesNo.YES: "written down", YesNo.NO: "not written down"}
    parts = (asked, documented[process.documented] if process.documented else "")
    return ", ".join(part for part in parts if part)
