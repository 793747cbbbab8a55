"""The command `gather` and its verbs, each loaded when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import click

from workshop import __version__
from workshop.cli.guard import guarded

Verbs = tuple[click.Command, ...]


# Imported in functions, so that `gather show` does not load what reads and writes tables.
def _start() -> Verbs:
    from workshop.cli import start

    return start.VERBS


def _steps() -> Verbs:
    from workshop.cli import steps

    return steps.VERBS


def _tables() -> Verbs:
    from workshop.cli import tables

    return tables.VERBS


def _care() -> Verbs:
    from workshop.cli import care

    return care.VERBS


def _picture() -> Verbs:
    from workshop.cli import picture

    return picture.VERBS


def _later() -> Verbs:
    from workshop.cli import later

    return later.VERBS


_WHERE: Mapping[str, Callable[[], Verbs]] = {
    "new": _start,
    "import": _tables,
    "export": _tables,
    "show": _start,
    "history": _steps,
    "undo": _steps,
    "redo": _steps,
    "check": _care,
    "salvage": _care,
    "follow-up": _start,
    "merge": _later,
    "picture": _picture,
}


class Root(click.Group):
    """A group whose first argument may also be a session file, and that ends without tracebacks."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the verbs in the order in which a session needs them."""
        return list(_WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a verb; None where there is none of that name."""
        verbs = _WHERE[cmd_name]() if cmd_name in _WHERE else ()
        return next((verb for verb in verbs if verb.name == cmd_name), None)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take what is no verb for a session file to open."""
        if args[0] in _WHERE:
            return super().resolve_command(ctx, args)
        if len(args) > 1:
            raise click.UsageError(f"There is no command “{args[0]}”; “gather --help” lists them.")
        from workshop.cli.start import open_file

        return "FILE", open_file, args

    def main(  # type: ignore[override]  # click's overloads tell only when it returns
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; in standalone mode it ends the program with an exit code."""
        run = partial(super().main, args, prog_name, standalone_mode=False, **extra)
        return guarded(run) if standalone_mode else run()


@click.group(
    cls=Root,
    invoke_without_command=True,
    subcommand_metavar="[FILE | COMMAND ...]",
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
)
@click.option("--sample", is_flag=True, help="Open a fresh copy of the sample session.")
@click.version_option(__version__, prog_name="gather", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, sample: bool) -> None:
    """Run the "gather your leaders" session: activities, processes, commitments, handouts.

    FILE is a session file, which ends in .gather: it is opened in the window. Without FILE the
    start screen is shown.
    """
    if sample and ctx.invoked_subcommand is not None:
        raise click.UsageError("--sample takes no file and no command.")
    if ctx.invoked_subcommand is None:
        from workshop.cli.window import open_window

        open_window(None, sample=sample)
