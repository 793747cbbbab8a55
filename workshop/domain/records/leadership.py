"""The leadership check, in counts without names."""

from dataclasses import dataclass
from typing import ClassVar

from workshop.domain.records.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadershipAnswers(Record):
    """How often each answer was given to one item of the leadership check, when it was closed."""

    TABLE: ClassVar[str] = "leadership_answers"
    NOUN: ClassVar[tuple[str, str]] = ("leadership item", "leadership items")

    item: int
    never: int = 0
    seldom: int = 0
    sometimes: int = 0
    often: int = 0
    always: int = 0

    @property
    def total(self) -> int:
        """Return how many answered."""
        return self.never + self.seldom + self.sometimes + self.often + self.always


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadershipMix(Record):
    """How many leaders manage routine, lead future initiatives, build lasting performance."""

    TABLE: ClassVar[str] = "leadership_mix"
    NOUN: ClassVar[tuple[str, str]] = ("leadership mix", "leadership mixes")

    routine: int = 0
    future: int = 0
    lasting: int = 0
