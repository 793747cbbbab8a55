"""Save what can be read of a damaged session, and say how much it was."""

from datetime import UTC, datetime
from pathlib import Path

from workshop.store.salvage import salvage


def salvage_sentence(damaged: Path, new: Path) -> str:
    """Write what can be read of a damaged file into a new one and return what to tell of it.

    Raises StoreError where nothing can be read or the new file cannot be written.
    """
    report = salvage(damaged, new, now=datetime.now(UTC))
    saved, lost = sum(report.recovered.values()), sum(report.lost.values())
    missing = f" {lost:,} could not be read." if lost else ""
    return f"Saved {saved:,} entries into “{new.name}”.{missing} The damaged file is as it was."
