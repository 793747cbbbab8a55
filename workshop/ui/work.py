"""Long work beside the window: on a snapshot, in a thread, told by signals."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from workshop.domain.errors import GatherError

IsWanted = Callable[[], bool]
Task = Callable[[IsWanted], object]

# How often to look whether the task is over, in milliseconds.
_LOOK_EVERY = 20


class _Job:
    """What runs in the thread. It holds no Qt object, so that none can die in the wrong thread."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._given_up = Event()
        self.is_over = Event()
        self.result: object = None
        self.refusal = ""
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            self.result = self._task(self.is_wanted)
        except GatherError as error:
            self.refusal = str(error)
        except Exception as fault:  # noqa: BLE001  # raised again where it is told and logged
            self.fault = fault
        finally:
            self.is_over.set()

    def is_wanted(self) -> bool:
        return not self._given_up.is_set()

    def give_up(self) -> None:
        self._given_up.set()


class Work(QObject):
    """One task in a thread of its own. It must touch neither widgets nor the session.

    The task is given a function that tells whether its result is still wanted.
    """

    # What the task returned.
    done = Signal(object)
    # The sentence of a GatherError that it raised.
    failed = Signal(str)

    def __init__(self, task: Task, parent: QObject | None = None) -> None:
        """Take a task; `start` begins it."""
        super().__init__(parent)
        self._job = _Job(task)
        self._thread = Thread(target=self._job.run, daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def give_up(self) -> None:
        """Let nobody hear of the result."""
        self._job.give_up()
        self._timer.stop()

    def wait(self) -> None:
        """Wait until the task is over."""
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        if not self._job.is_over.is_set():
            return
        self._timer.stop()
        if self._job.fault is not None:
            raise self._job.fault
        if self._job.refusal:
            self.failed.emit(self._job.refusal)
        else:
            self.done.emit(self._job.result)
