"""What the app suggests to do about a process, each with one sentence of why.

The order and the conditions are those of PRODUCT, "Triage"; the sentences are those of CONTENT.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.domain.dates import shown_until
from workshop.domain.enums import (
    CloseEnough,
    CommitmentKind,
    Dependency,
    FeedbackLevel,
    OwnerFit,
    Triage,
    WaitingOn,
    YesNoUnsure,
)
from workshop.domain.records import NOBODY, PrivateAnswers, Process

_WAITED_ON = {
    WaitingOn.APPROVAL: "an approval",
    WaitingOn.CAPITAL_PLAN: "the capital plan",
    WaitingOn.CONTRACT: "a contract",
    WaitingOn.POLICY_OR_LAW: "a policy or a law",
    WaitingOn.OTHER: "something outside our hands",
    None: "something not yet named",
}

_DEPENDENCIES = {
    WaitingOn.APPROVAL: Dependency.APPROVAL,
    WaitingOn.CAPITAL_PLAN: Dependency.MONEY,
    WaitingOn.CONTRACT: Dependency.CONTRACT,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A triage with the reason for it; a private one is for the facilitator alone."""

    triage: Triage
    reason: str
    private: bool = False


def is_problem_answered(process: Process) -> bool:
    """Tell whether the first question is answered: a problem, and if so, a quick fix or not."""
    return process.problem is not None and (
        process.problem is not YesNoUnsure.YES or process.quick_fix is not None
    )


def answered_questions(process: Process) -> tuple[bool, bool, bool, bool, bool]:
    """Return for each of the five questions whether it is answered."""
    return (
        is_problem_answered(process),
        bool(process.owner.strip()),
        process.close_enough is not None,
        process.feedback is not None,
        process.nature is not None,
    )


def is_answered(process: Process) -> bool:
    """Tell whether all five questions are answered."""
    return all(answered_questions(process))


def has_nobody(process: Process) -> bool:
    """Tell whether the room has said that nobody is in charge of a process."""
    return process.owner.strip().casefold() == NOBODY


def suggest(process: Process) -> tuple[Suggestion, ...]:
    """Return the public suggestions for a process, best first; none before question 1."""
    return tuple(_suggest(process))


def suggest_privately(process: Process, private: PrivateAnswers) -> tuple[Suggestion, ...]:
    """Return the public suggestions and, behind them, what the private answers add."""
    public = suggest(process)
    leave_alone = bool(public) and public[0].triage is Triage.LEAVE_ALONE
    if not public or leave_alone or private.owner_fit is not OwnerFit.NOT_RIGHT:
        return public
    reason = "Its owner may not be the right one."
    return (*public, Suggestion(Triage.ORG_CHART, reason, private=True))


def triage_of(process: Process) -> Triage | None:
    """Return what the room chose, else the first public suggestion, else None."""
    if process.triage is not None:
        return process.triage
    return next((suggestion.triage for suggestion in _suggest(process)), None)


def commitment_kind_of(process: Process) -> CommitmentKind:
    """Return the kind of commitment that the triage of a process leads to; fix now if to none."""
    triages = (process.triage, *(suggestion.triage for suggestion in _suggest(process)))
    kinds = {kind.value: kind for kind in CommitmentKind}
    found = (kinds[triage.value] for triage in triages if triage and triage.value in kinds)
    return next(found, CommitmentKind.FIX_NOW)


def dependency_of(process: Process, kind: CommitmentKind) -> Dependency | None:
    """Return what a commitment of a kind depends on, by what the fix of the process waits on."""
    if kind is not CommitmentKind.LONG_TERM or process.waiting_on is None:
        return None
    return _DEPENDENCIES.get(process.waiting_on)


def suggest_living_with(process: Process) -> Suggestion:
    """Return "live with it", with the until-when of a process as its reason."""
    until = shown_until(process.until) or "a day we set"
    return Suggestion(Triage.LIVE_WITH_IT, f"We accept it until {until}, and say so.")


def decided_until(process: Process) -> str:
    """Return "until 14 Nov 2026" where the room decided to live with a process, else nothing."""
    is_lived_with = process.triage is Triage.LIVE_WITH_IT and process.until.strip()
    return f"until {shown_until(process.until)}" if is_lived_with else ""


def decision_of(process: Process) -> str:
    """Return what the room decided, in words: "live with it until 14 Nov 2026"."""
    decided = process.triage.value if process.triage else ""
    return f"{decided} {decided_until(process)}".rstrip()


def _suggest(process: Process) -> Iterator[Suggestion]:
    if not is_problem_answered(process):
        return
    if process.problem is YesNoUnsure.NO:
        yield Suggestion(Triage.LEAVE_ALONE, "It works. Leave it alone.")
        return
    if process.problem is YesNoUnsure.YES:
        yield from _suggest_by_speed(process)
    if has_nobody(process):
        yield Suggestion(Triage.ORG_CHART, "Nobody is in charge of it.")
    elif process.close_enough is CloseEnough.NO:
        yield Suggestion(Triage.ORG_CHART, "Its owner is too far from the field.")
    if process.problem is YesNoUnsure.UNSURE:
        yield Suggestion(Triage.FIND_OUT, "We are not sure it is a problem.")
    elif process.quick_fix is YesNoUnsure.UNSURE:
        yield Suggestion(Triage.FIND_OUT, "We are not sure it is a quick fix.")
    elif process.feedback is FeedbackLevel.NONE:
        yield Suggestion(Triage.FIND_OUT, "Its users have not been asked.")


def _suggest_by_speed(process: Process) -> Iterator[Suggestion]:
    if process.quick_fix is YesNoUnsure.YES:
        yield Suggestion(Triage.FIX_NOW, "It is a problem and a quick fix.")
    elif process.quick_fix is YesNoUnsure.NO:
        yield Suggestion(
            Triage.LONG_TERM,
            f"It is a problem that waits on {_WAITED_ON[process.waiting_on]}; "
            "we improve it as quickly as money and contracts allow.",
        )
        yield suggest_living_with(process)
