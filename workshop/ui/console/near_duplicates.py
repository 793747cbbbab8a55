"""The pairs of cards that read nearly the same, found beside the window as cards come in."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from heapq import nlargest

from PySide6.QtCore import QObject, QTimer, Signal

from workshop.domain.changes import ChangeSet
from workshop.domain.records import Activity
from workshop.ui.bridge import Bridge
from workshop.ui.work import IsWanted, Work

_PAUSE = 300  # milliseconds without a new card before the next look
_AT_ONCE = 1_000  # new cards that are compared before asking whether it is still wanted


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two cards, the older first, and how much they are alike, in percent."""

    a: int
    b: int
    score: float


def _look(texts: Mapping[int, str], new: AbstractSet[int], is_wanted: IsWanted) -> list[NearPair]:
    """Compare new cards with all others, some at a time, so that it can be given up."""
    from workshop.exchange.near import MOST_PAIRS, near_duplicates

    seen = {key: text for key, text in texts.items() if key not in new}
    waiting, found = sorted(new), list[NearPair]()
    while waiting and is_wanted():
        some, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        seen |= {key: texts[key] for key in some}
        pairs = near_duplicates(seen, frozenset(some))
        found += [NearPair(pair.a, pair.b, pair.score) for pair in pairs]
    return nlargest(MOST_PAIRS, found, key=lambda pair: pair.score)


class NearDuplicates(QObject):
    """Looks for pairs among new cards and all others, and forgets pairs that are settled."""

    # The pairs have changed.
    changed = Signal()
    # A look that began with these new cards (a frozenset of ids) is over.
    looked = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Follow a session; the first look is at all of its cards."""
        super().__init__(parent)
        self._bridge = bridge
        self._pairs: dict[tuple[int, int], NearPair] = {}
        self._kept_apart: set[tuple[int, int]] = set()
        self._waiting = set(self._texts())
        self._looking_at: frozenset[int] = frozenset()
        self._work: Work | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._start)
        bridge.changed.connect(self._follow)

    def _texts(self) -> dict[int, str]:
        cards = self._bridge.state.table(Activity).values()
        return {card.id: card.text for card in cards if card.bucket is not None}

    @property
    def pairs(self) -> list[NearPair]:
        """The pairs that are not settled, the most alike first."""
        return sorted(self._pairs.values(), key=lambda pair: (-pair.score, pair.a, pair.b))

    def resume(self) -> None:
        """Look at what has come in meanwhile."""
        if self._waiting and self._work is None and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Look no more until `resume`; a look that is under way is given up."""
        self._timer.stop()
        if self._work is not None:
            self._work.give_up()
            self._work.wait()
            self._waiting |= self._looking_at
            self._work = None

    def keep_apart(self, pair: NearPair) -> None:
        """Note that two cards are different things."""
        self._kept_apart.add((pair.a, pair.b))
        self._pairs.pop((pair.a, pair.b), None)
        self.changed.emit()

    def _follow(self, change_set: ChangeSet) -> None:
        touched: set[int] = set()
        for change in change_set.changes:
            before, after = change.before, change.after
            if not isinstance(change.record, Activity):
                continue
            is_there = isinstance(after, Activity) and after.bucket is not None
            was_there = isinstance(before, Activity) and before.bucket is not None
            is_same = is_there and was_there and _text(before) == _text(after)
            if not is_same:
                touched.add(change.id)
                self._waiting.discard(change.id)
                if is_there:
                    self._waiting.add(change.id)
        if touched:
            self._forget(touched)
            if self._waiting:
                self._timer.start()

    def _forget(self, ids: AbstractSet[int]) -> None:
        gone = [key for key in self._pairs if not ids.isdisjoint(key)]
        for key in gone:
            del self._pairs[key]
        if gone:
            self.changed.emit()

    def _start(self) -> None:
        if self._work is not None:
            return  # its end begins the next look
        texts = self._texts()
        new = frozenset(self._waiting & texts.keys())
        self._waiting.clear()
        self._looking_at = new
        self._work = Work(partial(_look, texts, new), self)
        self._work.done.connect(self._take)
        self._work.start()

    def _take(self, found: list[NearPair]) -> None:
        if self._work is not None:
            self._work.wait()
            self._work.deleteLater()
        self._work = None
        texts = self._texts()
        for pair in found:
            key = (pair.a, pair.b)
            is_current = self._waiting.isdisjoint(key) and key[0] in texts and key[1] in texts
            if is_current and key not in self._kept_apart:
                self._pairs[key] = pair
        self.changed.emit()
        self.looked.emit(self._looking_at)
        self.resume()


def _text(record: object) -> str | None:
    return record.text if isinstance(record, Activity) else None
