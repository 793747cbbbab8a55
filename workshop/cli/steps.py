"""Undo, redo, and tell what was done."""

import csv
import io
import json
from pathlib import Path

import click

from workshop.cli.opening import FILE, JSON, PRIVATE, opened
from workshop.session import HistoryLine


@click.command(short_help="Take back the last step.")
@FILE
def undo(file: Path) -> None:
    """Take back the last step in the session FILE."""
    with opened(file) as session:
        click.echo(session.undo().label)


@click.command(short_help="Bring the last step that was undone again.")
@FILE
def redo(file: Path) -> None:
    """Bring the last step that was undone in the session FILE again."""
    with opened(file) as session:
        click.echo(session.redo().label)


@click.command(short_help="Tell what was done, newest first.")
@FILE
@JSON
@click.option("--csv", "as_csv", is_flag=True, help="Print the audit log as CSV.")
@PRIVATE
def history(file: Path, as_json: bool, as_csv: bool, private: bool) -> None:
    """Tell what was done in the session FILE, newest first."""
    if as_json and as_csv:
        raise click.UsageError("Choose one of --json and --csv.")
    with opened(file, read_only=True) as session:
        lines = session.history(private=private)[::-1]
    if as_json:
        entries = [_entry(line, private=private) for line in lines]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
    elif as_csv:
        click.echo(_csv(lines, private=private), nl=False)
    else:
        for line in lines:
            click.echo(
                f"{line.number:>5}  {line.made_at.astimezone():%Y-%m-%d %H:%M}  {line.label}"
            )


def _entry(line: HistoryLine, *, private: bool) -> dict[str, object]:
    entry: dict[str, object] = {
        "number": line.number,
        "made_at": line.made_at.isoformat(),
        "label": line.label,
        "undoes": line.undoes,
    }
    return entry | ({"private": line.private, "hash": line.hash} if private else {})


def _csv(lines: list[HistoryLine], *, private: bool) -> str:
    from workshop.exchange.formulas import with_guard

    names = ["number", "made_at", "label", "undoes", *(["private", "hash"] if private else [])]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for line in lines:
        values = _entry(line, private=private).values()
        writer.writerow(["" if value is None else with_guard(str(value)) for value in values])
    return text.getvalue()


VERBS = (history, undo, redo)
