"""See whether a session file is sound, and save what can be saved of one that is not."""

import datetime as dt
import re
from pathlib import Path

import click

from workshop.cli.guard import REFUSED
from workshop.cli.opening import FILE
from workshop.domain.records import RECORD_TYPE_OF_TABLE
from workshop.domain.text import counted
from workshop.files import require_file, require_reachable, shown
from workshop.store import checking, tracing
from workshop.store import salvage as salvaging
from workshop.store.tracing import Origin

_TYPED = re.compile("[0-9a-f]{12}")


@click.command(short_help="See whether a session file is sound.")
@FILE
@click.option("--against", type=click.Path(path_type=Path, readable=False), metavar="HANDOUT.pdf",
              help="Say which state a handout, or the 12 digits of its footer, shows.")  # fmt: skip
def check(file: Path, against: Path | None) -> None:
    """See whether FILE is sound: its pages, its history, and that this leads to its tables."""
    require_reachable(file)
    digits = None if against is None else _digits(against)
    findings = checking.check(file)
    for finding in findings:
        click.echo(finding)
    if findings:
        raise click.exceptions.Exit(REFUSED)
    click.echo(f"{shown(file)} is sound.")
    if against is not None and digits is not None:
        _tell_origin(against, tracing.trace(file, digits))


def _digits(against: Path) -> str:
    """Return what says which state a handout shows: read from it, or typed from its footer."""
    typed = str(against)
    if _TYPED.fullmatch(typed) and not against.exists():
        return typed
    from workshop.handouts.digest import find_digest

    return find_digest(against)


def _tell_origin(against: Path, origin: Origin | None) -> None:
    name = shown(against)
    if origin is None:
        click.echo(f"{name} shows no state of this session.")
        raise click.exceptions.Exit(REFUSED)
    if not origin.edits_since:
        click.echo(f"{name} shows this session as it is now.")
        return
    edits = counted(origin.edits_since, ("edit", "edits"))
    time = dt.datetime.fromisoformat(origin.made_at)
    click.echo(
        f"{name} shows an earlier state of this session: that of {time:%Y-%m-%d %H:%M} UTC, "
        f"{edits} ago (history {origin.seq})."
    )


@click.command(short_help="Save what can be read of a damaged session file.")
@click.argument("damaged", type=click.Path(path_type=Path, readable=False))
@click.argument("new", type=click.Path(path_type=Path, readable=False))
def salvage(damaged: Path, new: Path) -> None:
    """Save what can be read of DAMAGED into the session file NEW; DAMAGED is not touched."""
    require_file(damaged)
    report = salvaging.salvage(damaged, new, now=dt.datetime.now(dt.UTC))
    click.echo(f"Saved {_listed(report.recovered)} into {shown(new)}.")
    if any(report.lost.values()):
        click.echo(f"Lost {_listed(report.lost)}.")


def _listed(counts: dict[str, int]) -> str:
    parts = [
        counted(count, RECORD_TYPE_OF_TABLE[table].NOUN) for table, count in counts.items() if count
    ]
    return ", ".join(parts) or "nothing"


VERBS = (check, salvage)
