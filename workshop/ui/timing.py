"""The time that each phase takes, kept in the session."""

from PySide6.QtCore import QObject

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.agenda import ExtendPhase, TimePhase, is_timing
from workshop.domain.enums import Phase
from workshop.domain.records import AgendaItem
from workshop.ui.bridge import Bridge
from workshop.ui.clock import PhaseClock

KEEP_EVERY = 120  # seconds of a running phase that a crash may cost


class Timing(QObject):
    """Counts the phase that is worked in, and keeps what it took whenever that matters."""

    def __init__(self, bridge: Bridge, clock: PhaseClock, parent: QObject | None = None) -> None:
        """Follow the clock and the agenda."""
        super().__init__(parent)
        self._bridge = bridge
        self._clock = clock
        self._phase: Phase | None = None
        self._ran = False
        clock.ticked.connect(self._follow_clock)
        bridge.changed.connect(self._follow)

    @property
    def item(self) -> AgendaItem | None:
        """The line of the agenda for the phase that is counted."""
        agenda = self._bridge.view.agenda
        return next((item for item in agenda if item.phase is self._phase), None)

    def enter(self, phase: Phase) -> None:
        """Keep what the phase before took, and count another one."""
        runs = self._clock.is_running
        self._clock.pause()
        self.keep()
        self._phase = phase
        item = self.item
        if item is not None:
            self._clock.set_phase(item.planned_minutes * 60, item.actual_seconds)
        if runs:
            self._clock.start()

    def add_minute(self) -> None:
        """Plan one minute more for the phase: several in a row are one step."""
        item = self.item
        if item is None:
            self._bridge.refuse("This phase is not on the agenda: it has no minutes.")
        else:
            self._bridge.execute(ExtendPhase(item.id, 1), merge_key=f"minutes {item.id}")

    def keep(self) -> None:
        """Keep what the phase has taken so far."""
        item = self.item
        if item is None or self._bridge.is_read_only or self._bridge.is_unsaved:
            return
        if self._clock.used != item.actual_seconds:
            self._bridge.execute(TimePhase(item.id, self._clock.used))

    def _follow_clock(self) -> None:
        item, runs = self.item, self._clock.is_running
        has_paused = self._ran and not runs
        self._ran = runs
        if item is not None and (
            has_paused or self._clock.used - item.actual_seconds >= KEEP_EVERY
        ):
            self.keep()

    def _follow(self, change_set: ChangeSet) -> None:
        """Count down from the new minutes where the agenda was edited."""
        item = self.item
        changed = any(change.record == item for change in change_set.changes)
        if item is not None and changed and not is_timing(change_set):
            self._clock.set_planned(item.planned_minutes * 60)
