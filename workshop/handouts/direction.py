"""Which way each character of a paragraph runs: UAX #9, the Unicode bidirectional algorithm.

Levels belong to a paragraph, not to the lines that it is broken into; so each line carries marks
that say what its characters were found to be.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from unicodedata import bidirectional, category

from bidi import algorithm as uax9
from bidi.mirror import MIRRORED

LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"
"""Stands before each line of a paragraph that runs from right to left."""
_DEEPER = ("\N{LEFT-TO-RIGHT OVERRIDE}", "\N{RIGHT-TO-LEFT OVERRIDE}")
_BACK = "\N{POP DIRECTIONAL FORMATTING}"
MARKS = frozenset({LEFT_TO_RIGHT, RIGHT_TO_LEFT, *_DEEPER, _BACK})

_NO_MARKS = str.maketrans(dict.fromkeys(MARKS, ""))
_LEFTWARD = frozenset({"R", "AL"})
# Without these, all of a paragraph runs as its first letter does.
_AGAINST_LEFTWARD = frozenset({"L", "EN", "AN"})
_AGAINST_RIGHTWARD = _LEFTWARD | {"AN"}
_WITHOUT_LEVEL = frozenset(uax9.X9_REMOVED)
_NEWER = "x"
"""Is resolved in place of a character that this Unicode does not know yet."""
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_MOST_OPEN = 63  # of BD16


def runs_leftward(text: str) -> bool:
    """Tell whether a paragraph runs from right to left: as its first letter does (P2)."""
    for character in text:
        direction = bidirectional(character)
        if direction == "L":
            return False
        if direction in _LEFTWARD:
            return True
    return False


def marked(paragraph: str, lines: Iterable[str]) -> list[str]:
    """Return the lines of a paragraph, without marks where nothing runs from right to left.

    One after the other they are the paragraph, but for a space between some of them.
    """
    if _LEFTWARD.isdisjoint(map(bidirectional, paragraph)):
        return list(lines)
    base = int(runs_leftward(paragraph))
    levels = _resolved(paragraph, base)
    done = []
    end = 0
    for line in lines:
        start = end + paragraph.startswith(" ", end)
        end = start + len(line)
        done.append(_with_marks(line, levels[start:end], base))
    return done


def without_marks(line: str) -> str:
    """Return a line as its paragraph has it."""
    return line.translate(_NO_MARKS)


def closed(line: str) -> str:
    """Return the beginning of a line with what its marks lack behind it."""
    return line + _BACK * (sum(map(line.count, _DEEPER)) - line.count(_BACK))


def levels(line: str) -> list[int]:
    """Return the level of each character: as marked, or as in a paragraph of its own.

    Characters of odd levels run from right to left.
    """
    if line[:1] not in (LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        return _resolved(line, int(runs_leftward(line)))
    level = int(line[0] == RIGHT_TO_LEFT)
    found = []
    for character in line:
        level += (character in _DEEPER) - (character == _BACK)
        found.append(level)
    return found


def in_order_of_sight(levels: Sequence[int]) -> list[int]:
    """Return the numbers of runs from left to right (L2)."""
    order = list(range(len(levels)))
    for least in range(max(levels, default=0), 0, -1):
        order = _turned(order, levels, least)
    return order


def _turned(order: Sequence[int], levels: Sequence[int], least: int) -> list[int]:
    """Turn each run of neighbors whose level is at least this."""
    turned: list[int] = []
    for is_turned, neighbors in groupby(order, lambda n: levels[n] >= least):
        run = list(neighbors)
        turned += reversed(run) if is_turned else run
    return turned


def _with_marks(line: str, levels: Sequence[int], base: int) -> str:
    parts = [RIGHT_TO_LEFT if base else LEFT_TO_RIGHT]
    before = base
    for level, places in groupby(range(len(line)), lambda n: levels[n]):
        parts += (_DEEPER[n % 2] for n in range(before + 1, level + 1))
        parts.append(_BACK * (before - level))
        parts += (line[n] for n in places)
        before = level
    return closed("".join(parts))


def _resolved(paragraph: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph that has no explicit marks (W1 to I2).

    Those without one have that of the character before.
    """
    against = _AGAINST_LEFTWARD if base else _AGAINST_RIGHTWARD
    if against.isdisjoint(map(bidirectional, paragraph)):
        return [base] * len(paragraph)
    known = "".join(each if bidirectional(each) else _NEWER for each in paragraph)
    storage = uax9.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    uax9.get_embedding_levels(known, storage)
    uax9.explicit_embed_and_overrides(storage)
    uax9.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    uax9.resolve_neutral_types(storage, debug=False)
    uax9.resolve_implicit_levels(storage, debug=False)
    found = (each["level"] for each in storage["chars"])
    resolved: list[int] = []
    for character in known:
        if bidirectional(character) in _WITHOUT_LEVEL:
            resolved.append(resolved[-1] if resolved else base)
        else:
            resolved.append(next(found))
    return resolved


def _resolve_brackets(characters: Sequence[dict[str, Any]], embedding: str) -> None:
    """Give both brackets of each pair the direction of what they enclose (N0).

    `bidi` lacks this rule.
    """
    for start, end in sorted(_pairs(characters)):
        inside = {_STRONG.get(each["type"]) for each in characters[start + 1 : end]} - {None}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            direction = _direction_before(characters, start, embedding)
        for place in (start, end):
            _turn_bracket(characters, place, direction)


def _pairs(characters: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Yield where each pair of brackets opens and closes (BD16)."""
    opened: list[tuple[str, int]] = []
    for place, each in enumerate(characters):
        bracket = each["ch"]
        if each["type"] != "ON" or bracket not in MIRRORED:
            continue
        if category(bracket) == "Ps":
            if len(opened) == _MOST_OPEN:
                return
            opened.append((MIRRORED[bracket], place))
        elif category(bracket) == "Pe":
            for n in reversed(range(len(opened))):
                if opened[n][0] == bracket:
                    yield opened[n][1], place
                    del opened[n:]
                    break


def _direction_before(characters: Sequence[dict[str, Any]], place: int, embedding: str) -> str:
    before = (_STRONG.get(characters[n]["type"]) for n in range(place - 1, -1, -1))
    return next((direction for direction in before if direction), embedding)


def _turn_bracket(characters: Sequence[dict[str, Any]], place: int, direction: str) -> None:
    characters[place]["type"] = direction
    after = place + 1
    while after < len(characters) and characters[after]["orig"] == "NSM":
        characters[after]["type"] = direction
        after += 1
