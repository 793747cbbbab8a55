"""Where failures that nobody expected are written down, for whoever mends them."""

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from workshop import __version__
from workshop.places import data_folder

_NAME = "gather.log"
_LARGEST = 1_000_000


def write_fault(error: BaseException) -> Path:
    """Write down where an exception was raised and return the log; raises OSError."""
    log = data_folder() / _NAME
    log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if log.exists() and log.stat().st_size > _LARGEST:
        log.unlink()
    number = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(number, "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, Gather {__version__}\n")
        # The frames alone: the message of an error may quote what a session holds in private.
        file.writelines(traceback.format_tb(error.__traceback__))
        file.write(f"{type(error).__name__}\n\n")
    return log
