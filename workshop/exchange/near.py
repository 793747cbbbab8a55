"""Find activities that read nearly the same, for the facilitator to merge or keep."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
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
_WORD = re.compile(r"\w+")


def near_duplicates(texts: Mapping[int, str], new: AbstractSet[int]) -> list[Pair]:
    """Return the pairs of texts, at least one of them new, that are nearly the same, best first.

    Texts are compared by their words in alphabetical order. At most MOST_PAIRS are returned.
    """
    old_keys = _Keys({number: text for number, text in texts.items() if number not in new})
    new_keys = _Keys({number: texts[number] for number in new})
    pairs = [
        _pair(texts, number, other, score)
        for index, (number, key) in enumerate(zip(new_keys.numbers, new_keys.keys, strict=True))
        for other, score in (*old_keys.matches(key), *new_keys.matches(key, end=index))
    ]
    return nlargest(MOST_PAIRS, pairs, key=lambda pair: (pair.score, -pair.a, -pair.b))


class _Keys:
    """The words of texts in alphabetical order, the shortest first."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        entries = sorted((len(key), key, number) for number, key in _keys(texts))
        self._lengths = [length for length, _, _ in entries]
        self.keys = [key for _, key, _ in entries]
        self.numbers = [number for _, _, number in entries]

    def matches(self, key: str, end: int | None = None) -> list[tuple[int, float]]:
        """Return numbers and scores of the nearest texts, of those before `end`."""
        from rapidfuzz import fuzz, process

        # Beyond these lengths no text can reach the threshold.
        first = bisect_left(self._lengths, len(key) * THRESHOLD / (200 - THRESHOLD))
        last = bisect_right(self._lengths, len(key) * (200 - THRESHOLD) / THRESHOLD)
        window = self.keys[first : last if end is None else min(last, end)]
        found = process.extract(
            key, window, scorer=fuzz.ratio, score_cutoff=THRESHOLD, limit=_MOST_PER_TEXT
        )
        return [(self.numbers[first + offset], score) for _, score, offset in found]


def _keys(texts: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    for number, text in texts.items():
        key = " ".join(sorted(_WORD.findall(text[:_HEAD].casefold())))
        if key:
            yield number, key


def _pair(texts: Mapping[int, str], one: int, other: int, score: float) -> Pair:
    a, b = sorted((one, other))
    return Pair(a, b, round(score, 1), (texts[a][:_SHOWN], texts[b][:_SHOWN]))
