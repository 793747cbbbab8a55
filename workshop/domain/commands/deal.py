"""Match the two sides of the deal, and list who signs it."""

from dataclasses import dataclass
from datetime import date

from workshop.domain.changes import ChangeSet
from workshop.domain.deal import unlisted
from workshop.domain.edits import Edits
from workshop.domain.enums import ExcuseState
from workshop.domain.errors import Rejected
from workshop.domain.records import Commitment, Excuse, Pledge, PledgeReturn, SignOff
from workshop.domain.state import State
from workshop.domain.text import counted, shorten


@dataclass(frozen=True, slots=True)
class MatchExcuse:
    """Say which commitment removes an excuse; None opens it again."""

    excuse_id: int
    commitment_id: int | None

    def plan(self, state: State) -> ChangeSet:
        """Return the match; raises Rejected where one of the two is not there."""
        edits = Edits(state)
        excuse = edits.require(Excuse, self.excuse_id)
        text = shorten(excuse.text)
        if self.commitment_id is None:
            edits.edit(excuse, state=ExcuseState.OPEN, removed_by_id=None)
            return edits.change_set(f"Opened the excuse “{text}” again")
        commitment = edits.require(Commitment, self.commitment_id)
        edits.edit(excuse, state=ExcuseState.REMOVED, removed_by_id=commitment.id)
        return edits.change_set(f"Removed “{text}” by “{shorten(commitment.text)}”")


@dataclass(frozen=True, slots=True)
class AcceptExcuse:
    """Accept an excuse as something that stays as it is."""

    excuse_id: int

    def plan(self, state: State) -> ChangeSet:
        """Return the excuse as accepted; raises Rejected where it is not there."""
        edits = Edits(state)
        excuse = edits.require(Excuse, self.excuse_id)
        edits.edit(excuse, state=ExcuseState.ACCEPTED, removed_by_id=None)
        return edits.change_set(f"Accepted “{shorten(excuse.text)}”")


@dataclass(frozen=True, slots=True)
class MatchPledge:
    """Say in return for which commitments a pledge is given, in place of what was said before."""

    pledge_id: int
    commitment_ids: tuple[int, ...]

    def plan(self, state: State) -> ChangeSet:
        """Return the match; raises Rejected where one of them is not there."""
        edits = Edits(state)
        pledge = edits.require(Pledge, self.pledge_id)
        wanted = dict.fromkeys(self.commitment_ids)
        for commitment_id in wanted:
            edits.require(Commitment, commitment_id)
        there = [each for each in state.all(PledgeReturn) if each.pledge_id == pledge.id]
        edits.delete(PledgeReturn, [each.id for each in there if each.commitment_id not in wanted])
        known = {each.commitment_id for each in there}
        for commitment_id in wanted:
            if commitment_id not in known:
                new_id = edits.new_id(PledgeReturn)
                edits.put(PledgeReturn(id=new_id, pledge_id=pledge.id, commitment_id=commitment_id))
        return edits.change_set(f"Matched the pledge “{shorten(pledge.text)}”")


@dataclass(frozen=True, slots=True)
class ListSigners:
    """Put every participant on the sign-off list who is not on it yet."""

    def plan(self, state: State) -> ChangeSet:
        """Return the new lines; raises Rejected where all are listed."""
        edits = Edits(state)
        people = unlisted(state)
        if not people:
            raise Rejected("All participants are on the sign-off list.")
        for person in people:
            new_id = edits.new_id(SignOff)
            edits.put(SignOff(id=new_id, name=person.name, role=person.role))
        return edits.change_set(f"Listed {counted(len(people), ('signer', 'signers'))}")


@dataclass(frozen=True, slots=True)
class Sign:
    """Record that somebody on the list has signed, and when; None takes it back."""

    sign_off_id: int
    signed_on: date | None

    def plan(self, state: State) -> ChangeSet:
        """Return the signature; raises Rejected where nobody of that number is listed."""
        edits = Edits(state)
        line = edits.require(SignOff, self.sign_off_id)
        edits.edit(line, signed_on=self.signed_on)
        verb = "Signed by" if self.signed_on else "Took back the signature of"
        return edits.change_set(f"{verb} {shorten(line.name)}")
