"""Long work beside the window: on a snapshot, in a thread, told by signals."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from workshop.domain.errors import GatherError


class Work(QObject):
    """One task in a thread of its own. It must touch neither widgets nor the session."""

    # What the task returned.
    done = Signal(object)
    # The sentence of a GatherError that it raised.
    failed = Signal(str)

    def __init__(self, task: Callable[[], object], parent: QObject | None = None) -> None:
        """Take a task; `start` begins it."""
        super().__init__(parent)
        self._task = task
        self._is_given_up = False
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def give_up(self) -> None:
        """Let nobody hear of the result."""
        self._is_given_up = True

    def wait(self) -> None:
        """Wait until the task is over."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        signal, result = self.done, None
        try:
            result = self._task()
        except GatherError as error:
            signal, result = self.failed, str(error)
        # The window may have been closed meanwhile.
        if not self._is_given_up and isValid(self):
            signal.emit(result)
