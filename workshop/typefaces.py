"""Which of the fonts that Gather ships with has a character: the one place that says so.

The own typeface is Source Sans 3. Those for other scripts are loaded only when a text needs them;
until then, this reads no file.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from unicodedata import category

from workshop.domain.records import Record
from workshop.domain.text import MARK_BREAK, composed
from workshop.resources import resource

OWN_FAMILY = "Source Sans 3"
# What the own typeface surely has none of: neither Latin, Greek, Cyrillic nor common signs.
_OTHER_SCRIPT = re.compile("[^\\0-\u052f\u1e00-\u218f]")
_SPACES = "\t\n\r\u00a0\u202f\u205f\u3000\u1680"


@dataclass(frozen=True, slots=True)
class Face:
    """A family for other scripts, and the names of its files by weight: Regular, maybe Bold."""

    family: str
    regular: str
    bold: str | None

    def file(self, *, bold: bool) -> Path:
        """Return the file of a weight; the regular one where there is no bold."""
        return resource("fonts", self.bold if bold and self.bold else self.regular)

    @property
    def files(self) -> Iterator[Path]:
        """The files of all weights."""
        yield self.file(bold=False)
        if self.bold:
            yield self.file(bold=True)


class Coverage:
    """The characters of all fonts."""

    def __init__(self) -> None:
        """Read the list that comes with the fonts."""
        content = json.loads(resource("fonts", "coverage.json").read_text(encoding="utf-8"))
        self.own = frozenset(_expanded(content["own"]))
        self._others: dict[int, Face] = {}
        for each in content["others"]:
            files = each["files"]
            face = Face(each["family"], files["Regular"], files.get("Bold"))
            for code in _expanded(each["runs"]):
                if code not in self.own:
                    self._others.setdefault(code, face)

    def face_of(self, character: str) -> Face | None:
        """Return the other face that has a character; None for the own typeface and for none."""
        return self._others.get(ord(character))

    def faces_of(self, text: str) -> set[Face]:
        """Return the faces that a text needs beside the own typeface."""
        found = map(self._others.get, map(ord, set(text)))
        return {face for face in found if face is not None}

    def has(self, character: str) -> bool:
        """Tell whether a character can be shown; those that are never seen always can."""
        code = ord(character)
        return code in self.own or code in self._others or is_invisible(character)


@cache
def coverage() -> Coverage:
    """Return the characters of all fonts, read when the first text needs them."""
    return Coverage()


def is_invisible(character: str) -> bool:
    """Tell whether a character only says how others are spaced, joined or varied."""
    return (
        character in _SPACES
        or character == MARK_BREAK
        or category(character) in {"Cf", "Zs"}
        or 0xFE00 <= ord(character) <= 0xFE0F
        or 0xE0100 <= ord(character) <= 0xE01EF
    )


def faces_for(texts: Iterable[str]) -> set[Face]:
    """Return the faces that texts need beside the own typeface; Western texts read no file."""
    found: set[Face] = set()
    for text in texts:
        if _OTHER_SCRIPT.search(text):
            found |= coverage().faces_of(text)
    return found


def missing_from(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of texts that no font has, in the order of their codes."""
    missing: set[str] = set()
    for text in texts:
        if not text.isascii():
            has = coverage().has
            missing.update(each for each in set(composed(text)) if not has(each))
    return tuple(sorted(missing))


def texts_of(record: Record) -> Iterator[str]:
    """Yield the texts of a record, without its choices."""
    for each in fields(record):
        value = getattr(record, each.name)
        if type(value) is str:
            yield value


def _expanded(runs: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in runs:
        yield from range(first, last + 1)
