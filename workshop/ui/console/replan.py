"""The clock that re-plans: what the time that is left is enough for."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop.domain.dig import chosen
from workshop.domain.enums import Bucket, Phase
from workshop.domain.planning import card_sentence, plan
from workshop.domain.records import Process
from workshop.domain.triage import is_answered
from workshop.ui.context import Context
from workshop.ui.widgets import column, label

Now = Callable[[], dt.datetime]


def _local_now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class Replan(QWidget):
    """One line about this phase, one about the end of the session. For the facilitator alone."""

    def __init__(self, context: Context, now: Now = _local_now) -> None:
        """Follow the clock and the session."""
        super().__init__()
        self._context = context
        self._now = now
        self._phase = Phase.WELCOME
        self.line = label(wrap=True)
        self.end = label("", "muted", wrap=True)
        for each in (self.line, self.end):
            each.hide()
        self.setLayout(column(self.line, self.end, spacing=2))
        context.clock.ticked.connect(self.show_plan)
        context.bridge.changed.connect(self.show_plan)

    def set_phase(self, phase: Phase) -> None:
        """Plan another phase."""
        self._phase = phase
        self.show_plan()

    def show_plan(self) -> None:
        """Work the plan out anew; the labels alter when its words do."""
        for target, words in ((self.line, self._sentence()), (self.end, self._ending())):
            if target.text() != words:
                target.setText(words)
                target.setVisible(bool(words))

    def _sentence(self) -> str:
        clock, bridge = self._context.clock, self._context.bridge
        match self._phase:
            case Phase.BUCKET:
                return card_sentence(clock.left, bridge.state.ranking.count(Bucket.UNSORTED))
            case Phase.INVENTORY:
                is_done = is_answered
            case Phase.COMMIT:
                is_done = _is_decided
            case _:
                return ""
        processes = chosen(bridge.view.processes)
        done = sum(map(is_done, processes))
        left = len(processes) - done
        return plan(clock.left, left, seconds_used=clock.used, done=done).sentence

    def _ending(self) -> str:
        """Return when the session ends if the phases to come take the time they have."""
        agenda = list(self._context.bridge.view.agenda)
        at = next((n for n, item in enumerate(agenda) if item.phase is self._phase), None)
        if at is None:
            return ""
        later = [item for item in agenda[at + 1 :] if not item.actual_seconds]
        seconds = max(0, self._context.clock.left) + 60 * sum(i.planned_minutes for i in later)
        ends = self._now() + dt.timedelta(seconds=seconds)
        return f"On plan from here, you end at {ends:%H:%M}."


def _is_decided(process: Process) -> bool:
    return process.triage is not None
