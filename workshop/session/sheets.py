"""The answers to the leadership check while it runs: counts for each item, nothing of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec

from workshop.domain.leadership import Counts
from workshop.domain.public import FEWEST_ANSWERS

_NONE: Counts = (0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """How many sheets were handed in, and how often each answer was given to each item.

    There is no name, no time and no order in it: a sheet that is added is only counted.
    """

    number: int = 0
    counts: Mapping[int, Counts] = field(default_factory=dict)

    def add(self, answers: Mapping[int, int]) -> "Sheets":
        """Return the counts with one sheet more: answers from 1 to 5 by item; some may lack."""
        after = dict(self.counts)
        for item, answer in answers.items():
            before = after.get(item, _NONE)
            raised = [count + (n == answer) for n, count in enumerate(before, start=1)]
            never, seldom, sometimes, often, always = raised
            after[item] = (never, seldom, sometimes, often, always)
        # In the order of the items, or the text would tell which one was answered first.
        return replace(self, number=self.number + 1, counts=dict(sorted(after.items())))

    @property
    def can_close(self) -> bool:
        """Whether there is an item that may be shown."""
        return any(sum(counts) >= FEWEST_ANSWERS for counts in self.counts.values())

    def to_text(self) -> str:
        """Return the counts as text for the file."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_text(cls, text: str) -> "Sheets":
        """Return the counts of a text; none where it is blank or was not written by this."""
        try:
            found = msgspec.json.decode(text, type=cls)
        except msgspec.DecodeError:
            return cls()
        is_sound = found.number >= 0 and all(min(each) >= 0 for each in found.counts.values())
        return found if is_sound else cls()
