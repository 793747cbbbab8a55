"""Lay out a handout by its name."""

import datetime as dt

from workshop.domain.private import PrivateView
from workshop.domain.public import PublicView
from workshop.handouts import TAKE_PRIVATE, annex, pack, poster, run_sheet, worksheet
from workshop.handouts.furniture import finish
from workshop.handouts.general import GENERAL
from workshop.handouts.handout import Handout
from workshop.handouts.options import Options

_COMPOSERS = {
    **GENERAL,
    "worksheet": worksheet.compose,
    "run-sheet": run_sheet.compose,
    "poster": poster.compose,
    "pack": pack.compose,
    "annex": annex.compose,
}


def compose(
    view: PublicView,
    what: str,
    title: str,
    *,
    options: Options,
    made: dt.datetime,
    private: PrivateView | None = None,
) -> Handout:
    """Return the laid out pages of the handout `what`.

    Only those that say for whom alone they are get to see `private`. Raises KeyError where there is
    no such handout, and MarkingError where the session lacks what its marking shows.
    """
    composer = _COMPOSERS[what]
    handout = Handout(view, options, made, title, private if what in TAKE_PRIVATE else None)
    composer(handout)
    finish(handout)
    return handout
