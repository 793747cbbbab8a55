"""Lay out a handout by its name."""

import datetime as dt

from workshop.domain.public import PublicView
from workshop.handouts import (
    buckets,
    commitments,
    deal,
    excuses,
    follow_up,
    heard,
    inventory,
    leadership,
    leave_alone,
    owners,
    worksheet,
)
from workshop.handouts.furniture import finish
from workshop.handouts.handout import Handout
from workshop.handouts.options import Options

_COMPOSERS = {
    "commitments": commitments.compose,
    "owners": owners.compose,
    "deal": deal.compose,
    "inventory": inventory.compose,
    "buckets": buckets.compose,
    "promise": heard.compose,
    "excuses": excuses.compose,
    "leave-alone": leave_alone.compose,
    "leadership": leadership.compose,
    "follow-up": follow_up.compose,
    "worksheet": worksheet.compose,
}


def compose(
    view: PublicView, what: str, title: str, *, options: Options, made: dt.datetime
) -> Handout:
    """Return the laid out pages of the handout `what`.

    Raises KeyError where there is none, and MarkingError where the session lacks what its marking
    shows.
    """
    handout = Handout(view, options, made, title)
    _COMPOSERS[what](handout)
    finish(handout)
    return handout
