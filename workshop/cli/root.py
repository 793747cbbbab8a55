"""The command `gather` and its verbs."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from workshop import __version__
from workshop.cli import care, later, start, steps, tables
from workshop.cli.guard import guarded


class Root(click.Group):
    """A group whose first argument may also be a session file, and that ends without tracebacks."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take what is no verb for a session file to open."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        if len(args) > 1:
            raise click.UsageError(f"There is no command “{args[0]}”; “gather --help” lists them.")
        return "FILE", start.open_file, args

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
@click.option("--sample", is_flag=True, help="Make a fresh copy of the sample session.")
@click.version_option(__version__, prog_name="gather", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, sample: bool) -> None:
    """Run the "gather your leaders" session: activities, processes, commitments, handouts.

    FILE is a session file, which ends in .gather.
    """
    if sample and ctx.invoked_subcommand is not None:
        raise click.UsageError("--sample takes no file and no command.")
    if sample:
        start.open_sample()
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for _verb in (*start.VERBS, *steps.VERBS, *tables.VERBS, *care.VERBS, *later.VERBS):
    main.add_command(_verb)
