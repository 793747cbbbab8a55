"""What an import did or would do, row by row where something is to be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workshop.domain.text import shorten


class Reason(StrEnum):
    """Why a row is skipped."""

    BLANK = "blank"
    INCOMPLETE = "incomplete"
    REPEAT = "repeat"
    TOO_LONG = "too long"
    NO_SUCH_PROCESS = "no such process"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is not added."""

    line: int
    reason: Reason
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a row, or about the whole source where there is no line."""

    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two activities that read nearly the same, by id, with a score from 0 to 100."""

    a: int
    b: int
    score: float
    texts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of an import; every row that was read is added or skipped."""

    read: int
    skipped: tuple[Skipped, ...] = ()
    near_duplicates: tuple[Pair, ...] = ()
    remarks: tuple[Remark, ...] = ()
    replaced: int = 0
    encoding: str = ""
    columns: Mapping[str, str] | None = None
    ignored: tuple[str, ...] = ()

    @property
    def added(self) -> int:
        """The number of rows that are added."""
        return self.read - len(self.skipped)

    @property
    def summary(self) -> str:
        """The counts on one line."""
        return (
            f"read {self.read}, added {self.added}, "
            f"near-duplicates {len(self.near_duplicates)}, skipped {len(self.skipped)}"
        )

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain lists and mappings."""
        return {
            "read": self.read,
            "added": self.added,
            "near_duplicates": [
                {"a": p.a, "b": p.b, "score": p.score, "texts": list(p.texts)}
                for p in self.near_duplicates
            ],
            "skipped": [
                {"line": s.line, "reason": s.reason.value, "text": shorten(s.text, 120)}
                for s in self.skipped
            ],
            "remarks": [{"line": r.line, "text": r.text} for r in self.remarks],
            "replaced_characters": self.replaced,
            "encoding": self.encoding,
            "columns": dict(self.columns or {}),
            "ignored_columns": list(self.ignored),
        }
