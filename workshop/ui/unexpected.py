"""What happens to an exception that nobody expected: it is written down, and told in a sentence."""

import sys
from collections.abc import Callable
from types import TracebackType

from workshop.fault_log import write_fault

Tell = Callable[[str], None]


def watch(tell: Tell) -> None:
    """Write down every exception of a slot, and tell of it; the program goes on."""

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        tell(sentence_for(error))

    sys.excepthook = hook


def sentence_for(error: BaseException) -> str:
    """Write an exception down and return what to tell the user about it."""
    kept = "Everything that was saved is in the file."
    try:
        log = write_fault(error)
    except OSError:
        return f"Something failed that nobody expected ({type(error).__name__}). {kept}"
    return f"Something failed that nobody expected. {kept} The details are in “{log}”."
