"""Find activities that read nearly the same, for the facilitator to merge or keep."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nlargest

from workshop.exchange.report import Pair

# Looked at in 2,070 real work activities, words sorted. From 88 on there are some 40 pairs, and
# many mean the same: "Clean facilities or work areas / work areas or facilities" 100, "Collect
# payments for good / goods or services" 99, "Resolve customer complaints or problems / Respond to
# customer problems or complaints" 89. From 84 to 88 some 40 more differ in the very word that
# matters: "Maintain call / client records" 86, "Install / Maintain drilling equipment" 87.
THRESHOLD = 88.0
MOST_PAIRS = 1_000
_MOST_PER_TEXT = 50
_HEAD = 1_000  # characters compared: nobody tells cards apart by what stands beyond
_SHOWN = 300
# Every text is compared with every other one of about its length, so a long list needs an end. It
# is counted and not timed, so that the same list gives the same pairs on every computer.
_MOST_EFFORT = 1_000_000_000
_EFFORT_OF_ANY = 50  # what a comparison costs whatever the length; the rest grows with its square
_WORD = re.compile(r"\w+")


def near_duplicates(texts: Mapping[int, str], new: AbstractSet[int]) -> list[Pair]:
    """Return the pairs of texts, at least one of them new, that are nearly the same, best first.

    Texts are compared by their words in alphabetical order. At most MOST_PAIRS are returned.
    """
    return search(texts, new).pairs


@dataclass(frozen=True, slots=True)
class Search:
    """The pairs that were found, and how many of the new texts were compared until it ended."""

    pairs: list[Pair]
    compared: int


def search(texts: Mapping[int, str], new: AbstractSet[int]) -> Search:
    """Find pairs as `near_duplicates` does, and tell how far the search went."""
    keys = _Keys({number: text for number, text in texts.items() if number not in new})
    pairs: list[Pair] = []
    compared = 0
    for number in (number for number in texts if number in new):
        if keys.effort > _MOST_EFFORT:
            break
        compared += 1
        key = _key(texts[number])
        if key:
            pairs += [_pair(texts, number, other, score) for other, score in keys.matches(key)]
            keys.add(key, number)
    best = nlargest(MOST_PAIRS, pairs, key=lambda pair: (pair.score, -pair.a, -pair.b))
    return Search(best, compared)


class _Keys:
    """The words of texts in alphabetical order, the shortest first."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        entries = sorted((len(key), key, number) for number, key in _keys(texts))
        self._lengths = [length for length, _, _ in entries]
        self._keys = [key for _, key, _ in entries]
        self._numbers = [number for _, _, number in entries]
        self.effort = 0

    def add(self, key: str, number: int) -> None:
        """Take in one more."""
        place = bisect_right(self._lengths, len(key))
        self._lengths.insert(place, len(key))
        self._keys.insert(place, key)
        self._numbers.insert(place, number)

    def matches(self, key: str) -> list[tuple[int, float]]:
        """Return numbers and scores of the nearest texts."""
        from rapidfuzz import fuzz, process

        # Beyond these lengths no text can reach the threshold.
        first = bisect_left(self._lengths, len(key) * THRESHOLD / (200 - THRESHOLD))
        last = bisect_right(self._lengths, len(key) * (200 - THRESHOLD) / THRESHOLD)
        self.effort += (last - first) * (_EFFORT_OF_ANY + len(key) ** 2 // 64)
        found = process.extract(
            key,
            self._keys[first:last],
            scorer=fuzz.ratio,
            score_cutoff=THRESHOLD,
            limit=_MOST_PER_TEXT,
        )
        return [(self._numbers[first + offset], score) for _, score, offset in found]


def _keys(texts: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    for number, text in texts.items():
        key = _key(text)
        if key:
            yield number, key


def _key(text: str) -> str:
    return " ".join(sorted(_WORD.findall(text[:_HEAD].casefold())))


def _pair(texts: Mapping[int, str], one: int, other: int, score: float) -> Pair:
    a, b = sorted((one, other))
    return Pair(a, b, round(score, 1), (texts[a][:_SHOWN], texts[b][:_SHOWN]))
