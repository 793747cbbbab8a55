"""Run the command line within the test, and as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from workshop.cli import main

AGENCY = Path(__file__).parent.parent / "fixtures" / "permitting_agency.csv"


def gather(*arguments: object, given: str | bytes | None = None) -> Result:
    """Run a verb within the test; what is not expected fails the test with its traceback."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


def done(*arguments: object, given: str | bytes | None = None) -> str:
    """Return what a verb prints that is to succeed and to complain about nothing."""
    result = gather(*arguments, given=given)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def refused(*arguments: object, given: str | bytes | None = None, code: int = 1) -> str:
    """Return the one plain sentence with which a verb is refused."""
    result = gather(*arguments, given=given)
    assert (result.exit_code, result.stdout) == (code, ""), result.output
    return sentence(result.stderr)


def sentence(text: str) -> str:
    """Return an error as the user reads it: one line, no traceback, no class names."""
    assert text.endswith("\n")
    line = text[:-1]
    assert line
    assert "\n" not in line
    assert "Traceback" not in line
    assert "Error" not in line
    assert "nobody expected" not in line
    return line


def program(*arguments: object, **settings: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a program of its own."""
    environment = {**os.environ, **settings.pop("env", {})}
    command = [sys.executable, "-m", "workshop", *map(_argument, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env=environment, **settings)


def _argument(argument: object) -> str | bytes:
    return argument if isinstance(argument, bytes) else str(argument)
