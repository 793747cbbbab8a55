"""What can be done about a session that cannot be opened."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.dates import day_month
from workshop.domain.errors import GatherError
from workshop.store import snapshots
from workshop.store.errors import DamagedError, LockedError, StoreError
from workshop.store.holder import read_holder
from workshop.store.snapshots import Snapshot

SALVAGE = "Salvage into a new file…"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file could not be opened, and the ways on."""

    path: Path
    sentence: str
    copy: Snapshot | None = None
    can_salvage: bool = False
    is_open_elsewhere: bool = False

    @property
    def copy_words(self) -> str:
        """The words of the button that opens the safety copy, blank where there is none."""
        return f"Open the copy of {copy_time(self.copy)}" if self.copy else ""

    @property
    def ways(self) -> tuple[str, ...]:
        """The words of the buttons."""
        return tuple(filter(None, (self.copy_words, SALVAGE if self.can_salvage else "")))


def refusal(path: Path, error: GatherError) -> Refusal:
    """Return what to tell about a file that cannot be opened."""
    is_open_elsewhere = isinstance(error, LockedError)
    return Refusal(
        path,
        str(error),
        copy=_latest_copy(path) if is_open_elsewhere else None,
        can_salvage=isinstance(error, DamagedError),
        is_open_elsewhere=is_open_elsewhere,
    )


def copy_time(copy: Snapshot) -> str:
    """Return when a copy was made, as "10:42 on 3 Mar"."""
    at = copy.made_at.astimezone()
    return f"{at:%H:%M} on {day_month(at)}"


def _latest_copy(path: Path) -> Snapshot | None:
    holder = read_holder(path)
    if holder is None:
        return None
    with suppress(StoreError):  # the note beside the file may hold anything
        return snapshots.latest(holder.session_id)
    return None
