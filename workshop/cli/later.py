"""What the command line promises and this version does not do yet: refused in one sentence."""

from typing import NoReturn

import click

from workshop.domain.errors import GatherError

LATER_ENDINGS = (".xlsx", ".ics")


class LaterVersionError(GatherError):
    """Something that comes with a later version."""


def refuse(what: str) -> NoReturn:
    """Raise LaterVersionError for something that this version lacks."""
    raise LaterVersionError(f"{what} comes with a later version of Gather.")


def _later(name: str, what: str) -> click.Command:
    settings = {"ignore_unknown_options": True, "allow_extra_args": True}

    @click.command(name, short_help="Comes with a later version.", context_settings=settings)
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def verb(arguments: tuple[str, ...]) -> None:  # noqa: ARG001  # none of them is looked at
        refuse(what)

    return verb


VERBS = (_later("merge", "Merging sessions"),)
