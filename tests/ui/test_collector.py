"""Garbage is collected on the thread of the windows, and nowhere else."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject

from workshop.ui.collector import Collector


class Knot:
    """Something that only the collector of garbage finds."""

    gone_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.gone_on.append(threading.get_ident())


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    parent = QObject()
    Knot.gone_on.clear()
    yield Collector(parent)
    gc.unfreeze()
    parent.deleteLater()


def test_a_thread_that_makes_much_takes_nothing_apart(collector):
    made: list[list[int]] = []

    def work() -> None:
        Knot()
        made.extend([] for _ in range(50_000))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert Knot.gone_on == []
    gc.collect()
    assert Knot.gone_on == [threading.get_ident()]


def test_the_window_collects_what_is_due(collector):
    Knot()
    kept = [[] for _ in range(2_000)]
    collector.collect()
    assert Knot.gone_on == [threading.get_ident()]
    assert len(kept) == 2_000
