"""What text may hold, and when two texts are the same."""

import re
from itertools import groupby
from unicodedata import combining, normalize

MAX_TEXT_LENGTH = 1_000_000

# C0 and C1 controls but for tab and line feed, DEL, lone surrogates and noncharacters.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
REPLACEMENT = "\ufffd"
_ID_DIGITS = 18  # all fit into the 64 bits of an id
MARK_BREAK = "\N{COMBINING GRAPHEME JOINER}"
"""Stands invisibly in runs of more marks than any writing has."""
_MOST_MARKS = 30


def clean(text: str) -> str:
    """Return text with every line end as a line feed and each unsafe character as U+FFFD."""
    return _UNSAFE.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text))


def count_unsafe(text: str) -> int:
    """Return how many characters `clean` replaces by U+FFFD."""
    return len(_UNSAFE.findall(_LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """Return text on one line, with single spaces."""
    return " ".join(text.split())


def composed(text: str) -> str:
    """Return text with letters and accents composed (NFC), the same for the same in sight.

    Long runs of marks are broken as in the stream-safe format of UAX #15: to order them takes
    time that grows with the square of their number.
    """
    if text.isascii():
        return text
    return normalize("NFC", _stream_safe(text) if len(text) > _MOST_MARKS else text)


def _stream_safe(text: str) -> str:
    parts = []
    for is_mark, run in groupby(text, lambda character: combining(character) > 0):
        part = "".join(run)
        if is_mark and len(part) > _MOST_MARKS:
            starts = range(0, len(part), _MOST_MARKS)
            part = MARK_BREAK.join(part[start : start + _MOST_MARKS] for start in starts)
        parts.append(part)
    return "".join(parts)


def sameness_key(text: str) -> str:
    """Return what two texts share when they differ in case, spacing and composed accents alone."""
    return composed(one_line(text).casefold())


def shorten(text: str, length: int = 48) -> str:
    """Return text on one line, cut at a word with an ellipsis where it is longer than `length`."""
    # So many words are longer than `length`; a long text is not read to its end for a label.
    line = " ".join(text.split(maxsplit=length + 1)[: length + 1])
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip() + "…"


def quoted(text: str) -> str:
    """Return what somebody said in quotation marks, in place of those it was typed in."""
    said = text.strip().strip('“”"')
    return f"“{said}”"


def counted(number: int, noun: tuple[str, str]) -> str:
    """Return a number with its noun, singular or plural."""
    return f"{number:,} {noun[0] if number == 1 else noun[1]}"


def record_id(text: str) -> int:
    """Return the id that digits name; 0, which no record has, for anything else."""
    return int(text) if text.isdecimal() and len(text) <= _ID_DIGITS else 0
