"""Make a session, begin the next one, and tell its state in figures."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from workshop.cli.opening import FILE, JSON, PRIVATE, kept, opened
from workshop.cli.summary import as_json, as_text
from workshop.cli.window import open_window
from workshop.domain.figures import Figures
from workshop.domain.follow_up import summary
from workshop.domain.public import PublicView
from workshop.domain.text import clean
from workshop.files import shown
from workshop.session import Session
from workshop.session.follow_up import begin_next

Function = TypeVar("Function", bound=Callable[..., Any])


def _fact(option: str, what: str) -> Callable[[Function], Function]:
    return click.option(option, default="", help=what)


@click.command(short_help="Make a session file.")
@FILE
@_fact("--title", "What the session is called.")
@_fact("--agency", "The agency.")
@_fact("--sponsor", "The leader who makes the deal.")
@_fact("--facilitator", "Who runs the session.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Its day, such as 2026-03-31.")
@_fact("--place", "Where it takes place.")
@_fact("--marking", "The marking of every page and of the wall, such as CUI.")
def new(file: Path, date: dt.datetime | None, **facts: str) -> None:
    """Make the session file FILE."""
    given: dict[str, Any] = {name: clean(value).strip() for name, value in facts.items()}
    session = Session.create(file, date=date.date() if date else None, **given)
    with kept(session):
        click.echo(f"Made {shown(file)}.")


@click.command("follow-up", short_help="Begin the next session from the last one.")
@FILE
@click.argument("new", type=click.Path(path_type=Path, readable=False))
def follow_up(file: Path, new: Path) -> None:
    """Begin the next session in the file NEW with what FILE leaves to do; FILE is only read."""
    with opened(file, read_only=True) as last:
        state = last.state
        following = begin_next(state, new)
    with kept(following):
        records = (record for table in following.state.tables.values() for record in table.values())
        click.echo(f"Made {shown(new)}. Carried over: {summary(records)}.")


@click.command(short_help="Tell the state of a session in figures.")
@FILE
@JSON
@PRIVATE
def show(file: Path, as_json: bool, private: bool) -> None:
    """Tell the state of the session FILE in figures."""
    with opened(file, read_only=True) as session:
        tell_figures(session, json_wanted=as_json, private=private)


def tell_figures(session: Session, *, json_wanted: bool = False, private: bool = False) -> None:
    """Print the figures of a session."""
    view = PublicView.of(session.state)
    figures = Figures.of(view)
    hidden = session.state if private else None
    if json_wanted:
        content = as_json(view, session.stage.phase, figures, hidden)
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(view, session.stage.phase, figures, hidden))


@click.command("FILE", hidden=True)
@FILE
def open_file(file: Path) -> None:
    """Open a session in the window."""
    open_window(file)


VERBS = (new, follow_up, show)
