"""The countdown of the phase that runs."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

LAST_STRETCH = 120  # seconds in which the countdown is tinted


class PhaseClock(QObject):
    """Counts a phase down from its minutes, second by second, and on past zero."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin stopped, with nothing to count."""
        super().__init__(parent)
        self._planned = 0
        self._used_before = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._tick)
        self._last_shown: int | None = None

    def set_phase(self, planned_seconds: int, used_seconds: int = 0) -> None:
        """Count another phase; it goes on running where the clock ran."""
        was_running = self.is_running
        self.pause()
        self._planned, self._used_before = planned_seconds, float(used_seconds)
        if was_running:
            self.start()
        self.ticked.emit()

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._timer.isActive()

    @property
    def used(self) -> int:
        """The seconds that the phase has taken."""
        running = self._since.elapsed() / 1000 if self.is_running else 0.0
        return int(self._used_before + running)

    @property
    def left(self) -> int:
        """The seconds that are left, negative when over time."""
        return self._planned - self.used

    @property
    def part(self) -> float:
        """How much of the planned time is used, 1 when it is over and more after that."""
        return self.used / self._planned if self._planned > 0 else 1.0

    @property
    def text(self) -> str:
        """The time left as minutes and seconds, or "+0:42" when over time."""
        minutes, seconds = divmod(abs(self.left), 60)
        return f"{'+' if self.left < 0 else ''}{minutes}:{seconds:02}"

    @property
    def is_short(self) -> bool:
        """Whether the last two minutes have begun, or the time is over."""
        return self.left <= LAST_STRETCH

    def start(self) -> None:
        """Let time pass."""
        if not self.is_running:
            self._since.start()
            self._timer.start()
            self.ticked.emit()

    def pause(self) -> None:
        """Let time stand still."""
        if self.is_running:
            self._used_before += self._since.elapsed() / 1000
            self._timer.stop()
            self.ticked.emit()

    def toggle(self) -> None:
        """Start or pause."""
        if self.is_running:
            self.pause()
        else:
            self.start()

    def set_planned(self, seconds: int) -> None:
        """Count down from other minutes; what is used stays used."""
        self._planned = seconds
        self.ticked.emit()

    def _tick(self) -> None:
        if self.left != self._last_shown:
            self._last_shown = self.left
            self.ticked.emit()
