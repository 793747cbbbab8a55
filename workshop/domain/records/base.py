"""What every record has, and how records refer to each other."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar


class OnDelete(Enum):
    """What happens to a record when the one that it refers to is deleted."""

    CLEAR = "clear"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the id of a record in another table."""

    field: str
    table: str
    on_delete: OnDelete
    required: bool


def refers_to(table: str, on_delete: OnDelete) -> dict[str, Any]:
    """Return the metadata of a field that is a reference."""
    return {"table": table, "on_delete": on_delete}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of a session: an id that is never used again, and fields."""

    TABLE: ClassVar[str]
    NOUN: ClassVar[tuple[str, str]]
    PRIVATE: ClassVar[bool] = False

    id: int
