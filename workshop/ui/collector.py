"""Collects garbage on the thread of the windows alone.

Python collects on whichever thread happens to make an object. On the thread that makes handouts
that would take widgets apart while the windows are painted.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # milliseconds
_GENERATIONS = (2, 1, 0)


class Collector(QObject):
    """Looks through what may be garbage as seldom as Python would, but only here."""

    def __init__(self, parent: QObject) -> None:
        """Take over from Python; what is there now stays and is not looked through again."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY)

    def collect(self) -> None:
        """Collect the oldest generation that is due, if one is."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in _GENERATIONS:
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
