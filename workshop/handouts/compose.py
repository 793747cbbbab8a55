"""Lay out a handout by its name."""

import datetime as dt

from workshop.domain.public import PublicView
from workshop.handouts import buckets, commitments, inventory, owners
from workshop.handouts.handout import Handout
from workshop.handouts.paper import Paper
from workshop.handouts.sheet import finish

_COMPOSERS = {
    "commitments": commitments.compose,
    "owners": owners.compose,
    "inventory": inventory.compose,
    "buckets": buckets.compose,
}


def compose(view: PublicView, what: str, title: str, *, paper: Paper, made: dt.datetime) -> Handout:
    """Return the laid out pages of the handout `what`; raises KeyError where there is none."""
    handout = Handout(view, paper, made, title)
    _COMPOSERS[what](handout)
    finish(handout)
    return handout
