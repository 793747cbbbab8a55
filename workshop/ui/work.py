"""Long work beside the window: on a snapshot, in a thread, told by signals."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from workshop.domain.errors import GatherError

IsWanted = Callable[[], bool]


class Work(QObject):
    """One task in a thread of its own. It must touch neither widgets nor the session.

    The task is given a function that tells whether its result is still wanted.
    """

    # What the task returned.
    done = Signal(object)
    # The sentence of a GatherError that it raised.
    failed = Signal(str)

    def __init__(self, task: Callable[[IsWanted], object], parent: QObject | None = None) -> None:
        """Take a task; `start` begins it."""
        super().__init__(parent)
        self._task = task
        self._given_up = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def give_up(self) -> None:
        """Let nobody hear of the result."""
        self._given_up.set()

    def wait(self) -> None:
        """Wait until the task is over."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        signal, result = self.done, None
        try:
            result = self._task(self._is_wanted)
        except GatherError as error:
            signal, result = self.failed, str(error)
        # The window may have been closed meanwhile.
        if self._is_wanted() and isValid(self):
            signal.emit(result)

    def _is_wanted(self) -> bool:
        return not self._given_up.is_set()
