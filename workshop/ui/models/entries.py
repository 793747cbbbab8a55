"""An entry of the inventory in words: what each cell shows, says and is sorted by."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property

from workshop.domain.dates import shown_until
from workshop.domain.enums import (
    CloseEnough,
    CommitmentKind,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    Triage,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records import PrivateAnswers, Process
from workshop.domain.text import counted, one_line
from workshop.domain.triage import (
    answered_questions,
    decided_until,
    has_nobody,
    suggest,
    triage_of,
)

# A cell shows three lines; no text is read further than this for them.
_SHOWN = 300

NOT_ANSWERED = "not answered"


class Column(IntEnum):
    """The columns of the inventory; questions have their own numbers."""

    PROCESS = 0
    PROBLEM = 1
    OWNER = 2
    FIELD = 3
    USERS = 4
    NATURE = 5
    TRIAGE = 6

    @property
    def is_question(self) -> bool:
        """Whether it is one of the five questions."""
        return Column.PROBLEM <= self <= Column.NATURE


@dataclass(frozen=True)
class Entry:
    """A process with what belongs to it."""

    process: Process
    private: PrivateAnswers | None = None
    voices: int = 0
    hours: float = 0.0
    commitments: int = 0

    @cached_property
    def answered(self) -> tuple[bool, ...]:
        """For each of the five questions, whether it is answered."""
        return answered_questions(self.process)

    @cached_property
    def triage(self) -> Triage | None:
        """What the room chose, else the first suggestion."""
        return triage_of(self.process)

    @cached_property
    def others(self) -> tuple[Triage, ...]:
        """Further suggestions that lead to a commitment, where the first one does."""
        kinds = {Triage(kind.value) for kind in CommitmentKind}
        if self.triage not in kinds:
            return ()
        found = dict.fromkeys(suggestion.triage for suggestion in suggest(self.process))
        return tuple(each for each in found if each in kinds and each is not self.triage)

    @cached_property
    def until(self) -> str:
        """Until when the room decided to live with it: "until the new contract", or nothing."""
        return brief(decided_until(self.process))

    @cached_property
    def haystack(self) -> str:
        """What the find field looks in, casefolded: never a private answer."""
        process = self.process
        parts = (
            process.name, process.owner, process.fix, shown_until(process.until),
            process.waiting_on, process.managed_at, process.nature, process.kind, self.triage,
        )  # fmt: skip
        return "\n".join(part for part in parts if part).casefold()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a question shows: the answer over its detail; blank parts are not there.

    `asks` is what is still to be answered, `private` what only the facilitator may see.
    """

    answer: str = ""
    detail: str = ""
    icon: str = ""
    asks: str = ""
    private: str = ""
    is_unsure: bool = False


def _word(choice: StrEnum | None) -> str:
    return choice.value.capitalize() if choice else ""


def brief(text: str) -> str:
    """Return the beginning of a text on one line, as much as a cell can show."""
    return one_line(text[:_SHOWN])


def _problem(entry: Entry, _: bool) -> Cell:
    process = entry.process
    answer, is_unsure = _word(process.problem), process.problem is YesNoUnsure.UNSURE
    if process.problem is not YesNoUnsure.YES:
        return Cell(answer, is_unsure=is_unsure)
    if process.quick_fix is None:
        return Cell(answer, asks="quick fix?")
    if process.quick_fix is YesNoUnsure.YES:
        return Cell(answer, "quick fix")
    if process.quick_fix is YesNoUnsure.UNSURE:
        return Cell(answer, "unsure if quick")
    return Cell(answer, f"waits: {process.waiting_on}" if process.waiting_on else "not quick")


def _owner(entry: Entry, private_shown: bool) -> Cell:
    owner = brief(entry.process.owner)
    if has_nobody(entry.process):
        owner = "Nobody"
    detail = "no owner named" if owner == "Nobody" else ""
    return Cell(owner, detail, private=_private(entry) if private_shown else "")


def _private(entry: Entry) -> str:
    if entry.private is None:
        return ""
    fit = _word(entry.private.owner_fit)
    proposed = brief(entry.private.proposed_owner)
    return f"{fit}: {proposed}" if fit and proposed else fit or proposed


_SHORT = {ManagedAt.HEADQUARTERS: "HQ", NatureKind.MANAGEMENT_OVERSIGHT: "oversight"}


def _field(entry: Entry, _: bool) -> Cell:
    process = entry.process
    at = process.managed_at
    detail = _SHORT.get(at, at.value) if at else ""
    needed = process.needed_in_field is YesNo.YES
    return Cell(_word(process.close_enough), detail, "map-pin" if needed and detail else "")


def _users(entry: Entry, _: bool) -> Cell:
    process = entry.process
    voices = counted(entry.voices, ("voice", "voices"))
    detail = voices if entry.voices or process.feedback else ""
    return Cell(_word(process.feedback), detail)


def _nature(entry: Entry, _: bool) -> Cell:
    process = entry.process
    kind = process.kind
    return Cell(_word(process.nature), _SHORT.get(kind, kind.value) if kind else "")


_CELLS: dict[Column, Callable[[Entry, bool], Cell]] = {
    Column.PROBLEM: _problem,
    Column.OWNER: _owner,
    Column.FIELD: _field,
    Column.USERS: _users,
    Column.NATURE: _nature,
}


def cell_of(entry: Entry, column: Column, *, private_shown: bool) -> Cell:
    """Return what a question shows of an entry."""
    return _CELLS[column](entry, private_shown)


def said(entry: Entry, column: Column, *, private_shown: bool) -> str:
    """Return what a screen reader says in a cell, behind the process and the question."""
    if column is Column.PROCESS:
        return f"{sum(entry.answered)} of 5 answered"
    if column is Column.TRIAGE:
        return _said_triage(entry)
    cell = cell_of(entry, column, private_shown=private_shown)
    detail = f"needed in the field, {cell.detail}" if cell.icon else cell.detail
    asked = "quick fix not answered" if cell.asks else ""
    private = f"only you see this: {cell.private}" if cell.private else ""
    parts = (cell.answer or NOT_ANSWERED, detail, asked, private)
    return ", ".join(part for part in parts if part)


def _said_triage(entry: Entry) -> str:
    if entry.triage is None:
        return NOT_ANSWERED
    what = f"{_word(entry.triage)} {entry.until}".rstrip()
    how = "decided" if entry.process.triage else "suggested"
    also = f", also {', '.join(entry.others)}" if entry.others else ""
    made = f", {counted(entry.commitments, ('commitment', 'commitments'))}"
    return f"{what}, {how}{also}{made if entry.commitments else ''}"


def _order(*choices: type[StrEnum]) -> dict[StrEnum | None, int]:
    ranks: dict[StrEnum | None, int] = {}
    for kind in choices:
        ranks.update({choice: n for n, choice in enumerate(kind)})
    ranks[None] = 9  # open cells come last
    return ranks


_RANKS = {
    kind: _order(kind)
    for kind in (YesNoUnsure, CloseEnough, ManagedAt, FeedbackLevel, Nature, NatureKind, Triage)
}


def _by_owner(entry: Entry) -> str:
    return entry.process.owner.casefold() or "\U0010ffff"


def _by_problem(entry: Entry) -> int:
    ranks = _RANKS[YesNoUnsure]
    return 10 * ranks[entry.process.problem] + ranks[entry.process.quick_fix]


def _by_field(entry: Entry) -> int:
    near, at = _RANKS[CloseEnough], _RANKS[ManagedAt]
    return 10 * near[entry.process.close_enough] + at[entry.process.managed_at]


def _by_users(entry: Entry) -> int:
    return 1_000_000 * _RANKS[FeedbackLevel][entry.process.feedback] + entry.voices


def _by_nature(entry: Entry) -> int:
    natures, kinds = _RANKS[Nature], _RANKS[NatureKind]
    return 10 * natures[entry.process.nature] + kinds[entry.process.kind]


def _by_name(entry: Entry) -> str:
    return entry.process.name.casefold()


def _by_triage(entry: Entry) -> int:
    return _RANKS[Triage][entry.triage]


# What a column is sorted by; the keys of one column compare with each other.
SORT_KEYS: dict[Column, Callable[[Entry], int] | Callable[[Entry], str]] = {
    Column.PROCESS: _by_name,
    Column.PROBLEM: _by_problem,
    Column.OWNER: _by_owner,
    Column.FIELD: _by_field,
    Column.USERS: _by_users,
    Column.NATURE: _by_nature,
    Column.TRIAGE: _by_triage,
}
