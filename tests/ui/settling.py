"""Wait until a window has nothing left to do."""

import time

from PySide6.QtCore import QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from workshop.ui.work import Work

_LONGEST = 20.0  # seconds


def settle(window: QWidget) -> None:
    """Let everything happen that waits to happen, work beside the window included."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    until = time.monotonic() + _LONGEST
    while _works(window) and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
    QApplication.processEvents()


def _works(window: QWidget) -> bool:
    threads, works = window.findChildren(QThread), window.findChildren(Work)
    timers = (timer for work in works for timer in work.findChildren(QTimer))
    return any(each.isRunning() for each in threads) or any(each.isActive() for each in timers)
