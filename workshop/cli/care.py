"""See whether a session file is sound, and save what can be saved of one that is not."""

import datetime as dt
from pathlib import Path

import click

from workshop.cli.guard import REFUSED
from workshop.cli.later import refuse
from workshop.cli.opening import FILE
from workshop.domain.records import RECORD_TYPE_OF_TABLE
from workshop.domain.text import counted
from workshop.files import require_file, require_reachable, shown
from workshop.store import checking
from workshop.store import salvage as salvaging


@click.command(short_help="See whether a session file is sound.")
@FILE
@click.option("--against", type=click.Path(path_type=Path, readable=False), metavar="HANDOUT.pdf",
              help="Compare with a handout.")  # fmt: skip
def check(file: Path, against: Path | None) -> None:
    """See whether FILE is sound: its pages, its history, and that this leads to its tables."""
    if against is not None:
        refuse("Comparing with a handout")
    require_reachable(file)
    findings = checking.check(file)
    for finding in findings:
        click.echo(finding)
    if findings:
        raise click.exceptions.Exit(REFUSED)
    click.echo(f"{shown(file)} is sound.")


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
