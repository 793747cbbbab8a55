"""Import and export."""

import datetime as dt
import json
import os
import sys
from contextlib import suppress
from enum import StrEnum
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

import click

from workshop.cli.guard import tell
from workshop.cli.later import LATER_ENDINGS, refuse
from workshop.cli.opening import FILE, JSON, PRIVATE, opened
from workshop.domain.dates import today
from workshop.domain.enums import Bucket
from workshop.domain.private import PrivateView
from workshop.domain.public import PublicView
from workshop.domain.state import State
from workshop.domain.text import counted, shorten
from workshop.exchange.columns import Kind
from workshop.exchange.csv_out import What, to_csv
from workshop.exchange.errors import ExportRefusedError, ImportRefusedError
from workshop.exchange.importing import Options, Source, plan_import
from workshop.exchange.json_out import to_json
from workshop.exchange.report import Report
from workshop.files import read_file, shown, write_atomically
from workshop.handouts import ANNEX, HANDOUTS, TAKE_PRIVATE, MarkingProfile, Paper, render
from workshop.handouts import Options as HandoutOptions
from workshop.words import faults

_LARGEST_SOURCE = 20_000_000  # many times the longest list, and read within a minute
_PIECE = 1_000_000


def _words(choices: type[StrEnum]) -> click.Choice[str]:
    """Return a choice by word; click itself would take the names that the code uses."""
    return click.Choice([choice.value for choice in choices])


def _columns(_ctx: click.Context, _parameter: click.Parameter, pairs: list[str]) -> dict[str, str]:
    """Return --map FIELD=COLUMN as a mapping."""
    found = {}
    for pair in pairs:
        field, sign, column = pair.partition("=")
        if not (sign and field.strip() and column.strip()):
            raise click.UsageError(f"--map takes FIELD=COLUMN, not “{pair}”.")
        found[field.strip()] = column.strip()
    return found


@click.command("import", short_help="Add what a text, csv, tsv or json file holds.")
@FILE
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True, readable=False))
@click.option("--kind", type=_words(Kind), default=Kind.ACTIVITIES.value,
              help="What the rows are about.")  # fmt: skip
@click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", callback=_columns,
              help="Read a field from a column, by name or number.")  # fmt: skip
@click.option(
    "--bucket",
    type=_words(Bucket),
    help="For rows that name none.",
)
@click.option("--dry-run", is_flag=True, help="Report, and write nothing.")
@JSON
def import_(
    file: Path,
    source: Path,
    kind: str,
    columns: dict[str, str],
    bucket: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Add what SOURCE holds to the session FILE: .txt (one a line), .csv, .tsv, .json, or -."""
    name = "" if str(source) == "-" else str(source)
    given = Source(_read(source), name)
    options = Options(today(), Kind(kind), Bucket(bucket) if bucket else None, columns)
    with opened(file, read_only=dry_run) as session:
        plan = plan_import(session.state, given, options)
        if dry_run:
            plan.command.plan(session.state)
        else:
            session.execute(plan.command)
    if as_json:
        content = plan.report.as_json() | {"dry_run": dry_run}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        _tell(plan.report, dry_run=dry_run)


def _read(source: Path) -> bytes:
    if str(source) == "-":
        return _read_input()
    return read_file(source, limit=_LARGEST_SOURCE)


def _read_input() -> bytes:
    if sys.stdin is None:
        raise ImportRefusedError("Standard input is closed: pipe something in, or name a file.")
    data = bytearray()
    stream = cast("BufferedReader", sys.stdin.buffer)
    # Piece by piece, so that Ctrl-C is heard between two of them.
    while piece := stream.read1(_PIECE):
        data += piece
        if len(data) > _LARGEST_SOURCE:
            raise ImportRefusedError(
                f"What was piped in is larger than {_LARGEST_SOURCE // 1_000_000} MB: split it."
            )
    return bytes(data)


def _tell(report: Report, *, dry_run: bool) -> None:
    click.echo(report.summary)
    if dry_run:
        click.echo("Nothing was written.")
    if report.replaced:
        what = counted(report.replaced, ("unreadable character", "unreadable characters"))
        click.echo(f"{what} replaced by \ufffd.")
    if report.ignored:
        click.echo(f"Columns left out: {', '.join(report.ignored)}.")
    for remark in report.remarks:
        click.echo(f"Line {remark.line} {remark.text}." if remark.line else f"{remark.text}.")
    for pair in report.near_duplicates:
        texts = f"{_quoted(pair.texts[0])} and {_quoted(pair.texts[1])}"
        click.echo(f"Nearly the same ({pair.score:.0f}): {pair.a} {pair.b} {texts}")
    for skipped in report.skipped:
        text = f" {_quoted(skipped.text)}" if skipped.text else ""
        click.echo(f"Skipped line {skipped.line}: {skipped.reason.value}{text}")


def _quoted(text: str) -> str:
    return f"“{shorten(text, 80)}”"


@click.command(short_help="Write a handout (.pdf) or a table (.csv, .json).")
@FILE
@click.argument("out", type=click.Path(path_type=Path, readable=False))
@click.option("--what", metavar="NAME", help=(
    f"The handout ({', '.join([*HANDOUTS, *ANNEX])}) "
    f"or the table ({', '.join(What)})."))  # fmt: skip
@click.option("--paper", type=_words(Paper), default=Paper.LETTER.value,
              help="The paper of a handout.")  # fmt: skip
@click.option("--marking", type=_words(MarkingProfile),
              help="How a handout is marked, if not by the session's own banner.")  # fmt: skip
@click.option("--roles", is_flag=True, help="Show roles for the names of people in a handout.")
@click.option("--pdfa", is_flag=True, help="Write a handout for records (PDF/A-2a).")
@click.option("--force", is_flag=True, help="Replace OUT where it is there.")
@PRIVATE
def export(
    file: Path,
    out: Path,
    what: str | None,
    force: bool,
    private: bool,
    **chosen: Any,
) -> None:
    """Write the session FILE to OUT: a handout as .pdf, a table as .csv, everything as .json."""
    ending = out.suffix.lower()
    options = _handout_options(ending, **chosen)
    what = _require_known(ending, what, private=private)
    _refuse_onto_itself(file, out)
    with opened(file, read_only=True) as session:
        view = PublicView.of(session.state)
        hidden = session.state if private else None
        if ending == ".pdf":
            is_private = private or what in ANNEX
            private_view = PrivateView.of(session.state) if is_private else None
            _write_handout(view, private_view, what, out, options=options, force=force)
        else:
            _write_table(view, what, out, hidden=hidden, force=force)


def _handout_options(
    ending: str, paper: str, marking: str | None, *, roles: bool, pdfa: bool
) -> HandoutOptions:
    """Return what was chosen; raises UsageError for an option of handouts at anything else."""
    given = {"--marking": marking, "--roles": roles, "--pdfa": pdfa}
    for name, value in given.items():
        if value and ending != ".pdf":
            raise click.UsageError(f"{name} is for handouts, whose names end in .pdf.")
    profile = MarkingProfile(marking) if marking else None
    return HandoutOptions(Paper(paper), profile, roles=roles, pdfa=pdfa)


def _require_known(ending: str, what: str | None, *, private: bool) -> str:
    """Return the handout or table to write; raises UsageError for one that there is not."""
    if ending in LATER_ENDINGS:
        refuse(f"Writing {ending} files")
    names = {".pdf": [*HANDOUTS, *ANNEX], ".csv": [name.value for name in What], ".json": ["all"]}
    if ending not in names:
        raise click.UsageError("OUT ends in .pdf, .csv or .json, which says what to write.")
    if ending == ".pdf" and private and what not in TAKE_PRIVATE:
        raise click.UsageError(
            "--private is for .csv and .json, the run sheet and the annex: "
            "no other handout shows what is private."
        )
    if what is not None and what not in names[ending]:
        raise click.UsageError(f"--what for {ending} is one of {', '.join(names[ending])}.")
    return what or {".pdf": "commitments"}.get(ending, "all")


def _refuse_onto_itself(file: Path, out: Path) -> None:
    is_same = False
    with suppress(OSError):  # one of them is not there, or whoever uses it says what is wrong
        is_same = file.samefile(out)
    if is_same:
        raise ExportRefusedError(f"{shown(out)} is the session itself: give another name.")


def _write_handout(
    view: PublicView,
    private: PrivateView | None,
    what: str,
    out: Path,
    *,
    options: HandoutOptions,
    force: bool,
) -> None:
    for fault in faults():
        tell(fault)
    report = render(view, what, out, made=_now(), options=options, replace=force, private=private)
    click.echo(f"Wrote {shown(out)}, {counted(report.pages, ('page', 'pages'))}.")
    if report.missing:
        tell(
            f"No typeface here has {' '.join(report.missing)}: empty squares stand in the handout."
        )


def _write_table(
    view: PublicView, what: str, out: Path, *, hidden: State | None, force: bool
) -> None:
    content = to_json(view, hidden) if out.suffix.lower() == ".json" else to_csv(
        view, What(what), hidden
    )  # fmt: skip

    def write(target: Any) -> None:
        target.write(content)

    write_atomically(out, write, replace=force)
    click.echo(f"Wrote {shown(out)}.")


def _now() -> dt.datetime:
    """Return the time to print: now, or the one that a reproducible build sets."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return dt.datetime.now().astimezone()
    try:
        return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ExportRefusedError(
            "SOURCE_DATE_EPOCH is no time: set it to the seconds since 1970, or unset it."
        ) from error


VERBS = (import_, export)
