"""Link one side of the deal to the other: a menu of what can be linked, with what is linked."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workshop.domain.commands import Command
from workshop.domain.commands.deal import MatchExcuse, MatchPledge
from workshop.domain.enums import CommitmentStatus, ExcuseState
from workshop.domain.records import Commitment, Excuse, Pledge, PledgeReturn, Record
from workshop.domain.state import State
from workshop.domain.text import shorten
from workshop.ui.context import Context

_MOST_OFFERED = 30
_NO_COMMITMENT = "No commitment is made yet: make one in the Commit phase."
_NO_EXCUSE = "No open excuse is left: log one with N."

# What can be linked: its words, whether it is linked now, and the command that turns it.
_Offer = tuple[str, bool, Command]


class Linker(QObject):
    """Offers what a card can be linked to."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        """Open its menus over a widget."""
        super().__init__(widget)
        self._context = context
        self._widget = widget
        self._offers: list[_Offer] = []

    def offer(self, record: Record | None, at: QPoint) -> None:
        """Open the menu for a card; say why where there is nothing to link."""
        state = self._context.bridge.state
        match record:
            case Excuse():
                self._open(list(_for_excuse(state, record)), _NO_COMMITMENT, at)
            case Pledge():
                self._open(list(_for_pledge(state, record)), _NO_COMMITMENT, at)
            case Commitment():
                self._open(list(_for_commitment(state, record)), _NO_EXCUSE, at)
            case _:
                self._context.say("Choose an excuse, a commitment or a pledge first.")

    def _open(self, offers: list[_Offer], nothing: str, at: QPoint) -> None:
        if not offers:
            self._context.say(nothing)
            return
        self._offers = offers[:_MOST_OFFERED]
        menu = QMenu(self._widget)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, (words, is_linked, _) in enumerate(self._offers):
            # An ampersand would be taken for a mnemonic.
            action = menu.addAction(shorten(words, 70).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(is_linked)
            action.setData(number)
        menu.triggered.connect(self._turn)
        menu.popup(self._widget.mapToGlobal(at))
        menu.setActiveAction(menu.actions()[0])

    def _turn(self, action: QAction) -> None:
        self._context.bridge.execute(self._offers[action.data()][2])


def _standing(state: State) -> list[Commitment]:
    """Return the commitments that can hold something, the newest first."""
    found = [c for c in state.all(Commitment) if c.status is not CommitmentStatus.WITHDRAWN]
    return found[::-1]


def _for_excuse(state: State, excuse: Excuse) -> Iterable[_Offer]:
    near = sorted(_standing(state), key=lambda c: c.process_id != excuse.process_id)
    for commitment in near:
        is_linked = excuse.removed_by_id == commitment.id
        target = None if is_linked else commitment.id
        yield commitment.text, is_linked, MatchExcuse(excuse.id, target)


def _for_pledge(state: State, pledge: Pledge) -> Iterable[_Offer]:
    given = returns_of(state, pledge.id)
    for commitment in _standing(state):
        is_linked = commitment.id in given
        after = [key for key in given if key != commitment.id]
        wanted = after if is_linked else [*given, commitment.id]
        yield commitment.text, is_linked, MatchPledge(pledge.id, tuple(wanted))


def _for_commitment(state: State, commitment: Commitment) -> Iterable[_Offer]:
    excuses = [
        excuse
        for excuse in state.all(Excuse)
        if excuse.removed_by_id == commitment.id or excuse.state is ExcuseState.OPEN
    ]
    for excuse in sorted(excuses, key=lambda e: (e.removed_by_id is None, -e.id)):
        is_linked = excuse.removed_by_id == commitment.id
        target = None if is_linked else commitment.id
        yield f"“{excuse.text}”", is_linked, MatchExcuse(excuse.id, target)


def returns_of(state: State, pledge_id: int) -> list[int]:
    """Return the commitments in return for which a pledge is given."""
    returns = state.all(PledgeReturn)
    return [each.commitment_id for each in returns if each.pledge_id == pledge_id]
