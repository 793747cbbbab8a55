"""Reads what the start screen tells of a recent file; it stands before this is loaded."""

from datetime import datetime
from pathlib import Path

from workshop.domain.enums import Phase
from workshop.domain.errors import GatherError
from workshop.domain.figures import Figures
from workshop.domain.public import PublicView
from workshop.domain.text import counted, shorten
from workshop.session import Session
from workshop.store.errors import DamagedError, LockedError
from workshop.store.holder import read_holder
from workshop.ui.start.recents import Recent


def read_recent(path: Path) -> Recent:
    """Return what a file tells; a sentence in place of its state where it cannot be read."""
    try:
        changed_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return Recent(path, path.stem, "This file is not there now.", is_missing=True)
    holder = read_holder(path)
    try:
        with Session.open(path, read_only=True) as session:
            view = PublicView.of(session.state)
            state = _state(view, session.stage.phase)
            drafts = len(session.drafts()) if holder is not None else None
    except LockedError:
        who = f" {holder}" if holder else ""
        return Recent(path, path.stem, f"Open elsewhere{who}.", changed_at)
    except DamagedError:
        state = "This file is damaged: open it to save what can be read."
        return Recent(path, path.stem, state, changed_at)
    except GatherError as error:
        return Recent(path, path.stem, str(error), changed_at)
    title = view.facts.title or "Session without a title"
    return Recent(path, title, state, changed_at, drafts=drafts)


def _state(view: PublicView, phase: Phase) -> str:
    """Return "Riverside District, 12 leaders. Commit, 9 of 14 decided."."""
    people = len(view.participants)
    who = [
        shorten(view.facts.agency),
        counted(people, ("participant", "participants")) if people else "",
    ]
    first = ", ".join(filter(None, who))
    return f"{first}. {_progress(view, phase)}." if first else f"{_progress(view, phase)}."


def _progress(view: PublicView, phase: Phase) -> str:
    figures = Figures.of(view)
    name = phase.value.capitalize()
    if figures.commitments:
        return f"{name}, {counted(figures.commitments, ('commitment', 'commitments'))}"
    if figures.processes:
        return f"{name}, {figures.answered:,} of {figures.processes:,} processes answered"
    return f"{name}, {counted(figures.total, ('activity', 'activities'))}"
