"""Keep spreadsheets from running what a cell says, and take the guard off again.

A spreadsheet calculates a cell that begins with one of a few characters. An apostrophe before it
makes it text. Text that looks guarded already gets one more, so that the way back is exact.
"""

import re

# The wide forms count as well in East Asian editions of Excel.
_START = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
_RUNS = re.compile(rf"'*(?:\s*{_START}|[\t\r\n])")
_GUARDED = re.compile(rf"'+(?:\s*{_START}|[\t\r\n])")


def with_guard(cell: str) -> str:
    """Return a cell that no spreadsheet calculates."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def without_guard(cell: str) -> str:
    """Return a cell as it was before `with_guard`."""
    return cell[1:] if _GUARDED.match(cell) else cell
