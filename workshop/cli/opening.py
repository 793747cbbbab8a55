"""Open a session file for the length of a verb."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from workshop.cli.guard import tell
from workshop.domain.errors import GatherError
from workshop.files import require_reachable
from workshop.session import Session

# Whether it can be read is told when it is: click would call it wrong usage.
FILE = click.argument("file", type=click.Path(path_type=Path, readable=False))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
PRIVATE = click.option("--private", is_flag=True, help="Include what only the facilitator may see.")


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Session]:
    """Open a session; raises StoreError where it cannot be used as asked."""
    require_reachable(path)
    with kept(Session.open(path, read_only=read_only)) as session:
        yield session


@contextmanager
def kept(session: Session) -> Iterator[Session]:
    """Close a session at the end; a safety copy that fails is told, for the work itself is done."""
    try:
        yield session
    except BaseException:
        with suppress(GatherError):
            session.close()
        raise
    try:
        session.close()
    except GatherError as error:
        tell(f"It is done, but no safety copy was made: {error}")
