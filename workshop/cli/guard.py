"""What stands between a failure and the user: one plain sentence, and an exit code.

0 done, 1 refused, 2 wrong usage. What nobody expected is told in one sentence too; its details go
to a log in the user's data folder.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn, TextIO

import click

from workshop.domain.errors import GatherError
from workshop.domain.text import clean, one_line
from workshop.fault_log import write_fault
from workshop.files import os_error_sentence, shown

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def guarded(run: Callable[[], Any]) -> NoReturn:
    """Run the command line and end the program with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_encode(stream)
    try:
        _require_output()
        result = run()
        if sys.stdout is not None:
            sys.stdout.flush()
        code = result if isinstance(result, int) else DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the last line of defense
        with suppress(OSError):  # standard error may be closed: the exit code still says it
            _tell_failure(error)
        code = WRONG_USAGE if isinstance(error, click.UsageError) else REFUSED
    sys.exit(code)


def _require_output() -> None:
    """Refuse a closed output; a program without a console, as on Windows, has neither stream."""
    if sys.stdout is None and sys.stderr is not None:
        raise GatherError("Standard output is closed: open it, or send it to a file.")


def _tell_failure(error: BaseException) -> None:
    match error:
        case click.ClickException():
            tell(error.format_message())
        case GatherError():
            tell(str(error))
        case click.Abort() | KeyboardInterrupt() | EOFError():
            tell("Stopped.")
        case BrokenPipeError():  # a reader such as `head` that has enough
            _drop_output()
        case OSError(filename=None):
            _drop_output()
            tell(os_error_sentence(error, "standard output"))
        case _:
            _tell_unexpected(error)


def tell(sentence: str) -> None:
    """Print a sentence to standard error, on one line and safe for any terminal."""
    click.echo(one_line(clean(sentence)), err=True)


def _drop_output() -> None:
    """Send what is still to be printed nowhere, so that the end of the program is quiet."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def _tell_unexpected(error: BaseException) -> None:
    try:
        log = write_fault(error)
    except OSError:
        tell(f"Gather failed in a way that nobody expected ({type(error).__name__}): try again.")
    else:
        tell(f"Gather failed in a way that nobody expected: send {shown(log)} to its makers.")


def _never_fail_to_encode(stream: TextIO) -> None:
    """Let a stream replace what the terminal's encoding cannot show."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        with suppress(OSError, ValueError):
            reconfigure(errors="replace")
