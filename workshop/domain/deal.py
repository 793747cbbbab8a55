"""The deal: what the leader removes beside what the team produces, and what is unmatched."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.domain.enums import CommitmentStatus, ExcuseState
from workshop.domain.public import PublicView
from workshop.domain.records import (
    BuyIn,
    Commitment,
    Excuse,
    Participant,
    Pledge,
    PledgeReturn,
    SignOff,
)
from workshop.domain.state import State
from workshop.domain.text import counted, sameness_key

# Fingers that stand behind the deal: "I can live with it" and more.
LEAST_SUPPORT = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A commitment with the excuses that it removes and the pledges given in return for it."""

    commitment: Commitment
    excuses: tuple[Excuse, ...]
    pledges: tuple[Pledge, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """Both sides of the deal. Whatever has no other side is loose.

    `pairs` are the commitments that have another side; `loose_commitments` have neither an excuse
    nor a pledge.
    """

    pairs: tuple[Pair, ...]
    loose_excuses: tuple[Excuse, ...]
    loose_pledges: tuple[Pledge, ...]
    loose_commitments: tuple[Commitment, ...]

    @classmethod
    def of(cls, view: PublicView) -> "Deal":
        """Match the sides of a session; what was withdrawn is no part of it."""
        commitments = [c for c in view.commitments if c.status is not CommitmentStatus.WITHDRAWN]
        there = {commitment.id for commitment in commitments}
        given: defaultdict[int, set[int]] = defaultdict(set)
        for each in view.all(PledgeReturn):
            if each.commitment_id in there:
                given[each.commitment_id].add(each.pledge_id)
        matched = {key for pledges in given.values() for key in pledges}
        pairs = tuple(
            Pair(
                commitment,
                tuple(view.excuses_removed_by(commitment.id)),
                tuple(pledge for pledge in view.pledges if pledge.id in given[commitment.id]),
            )
            for commitment in commitments
        )
        return cls(
            pairs=tuple(pair for pair in pairs if pair.excuses or pair.pledges),
            loose_excuses=tuple(e for e in view.excuses if e.state is ExcuseState.OPEN),
            loose_pledges=tuple(pledge for pledge in view.pledges if pledge.id not in matched),
            loose_commitments=tuple(
                pair.commitment for pair in pairs if not (pair.excuses or pair.pledges)
            ),
        )


@dataclass(frozen=True, slots=True)
class Support:
    """How far the room stands behind the deal: of all hands, those of three fingers and more."""

    behind: int
    total: int

    @property
    def percent(self) -> int | None:
        """The share of hands that stand behind it, None where none was counted."""
        return round(100 * self.behind / self.total) if self.total else None


def support(buy_in: BuyIn | None) -> Support:
    """Return how far the room stands behind the deal."""
    counts = buy_in.counts if buy_in else (0,) * 6
    return Support(sum(counts[LEAST_SUPPORT:]), sum(counts))


def too_many_hands(state: State, counts: Sequence[int]) -> str:
    """Return why a fist-to-five cannot be right, blank where it can.

    Where nobody is listed, nobody knows how many hands there are.
    """
    people, hands = len(state.table(Participant)), sum(counts)
    if not people or hands <= people:
        return ""
    who = counted(people, Participant.NOUN)
    shown = counted(hands, ("hand", "hands"))
    return f"There were {shown} for {who}: count again, or add who is missing in Welcome."


def unlisted(state: State) -> list[Participant]:
    """Return the participants who are not on the sign-off list yet."""
    listed = {_signer(each.name, each.role) for each in state.all(SignOff)}
    return [p for p in state.all(Participant) if _signer(p.name, p.role) not in listed]


def _signer(name: str, role: str) -> tuple[str, str]:
    return sameness_key(name), sameness_key(role)
