"""What the room commits to, soonest first, page by page."""

import datetime as dt
from collections.abc import Iterable

from workshop.domain.dates import session_day
from workshop.domain.enums import CommitmentStatus
from workshop.domain.records import Commitment
from workshop.domain.text import counted
from workshop.ui.audience.scenes.parts import foot_with_pages, message
from workshop.ui.audience.scenes.rows import Rows, most_rows
from workshop.ui.audience.scenes.sheet import Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_MOST_SPARE = 1.6
_OVER_SINCE = {CommitmentStatus.KEPT, CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN}


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the page of commitments."""
    top = sheet.title(words().wall["commitments_title"], right=sheet.timer(picture)) + 1.6
    commitments = in_order(picture.view.commitments)
    if not commitments:
        message(sheet, "Nothing is promised yet", top)
        return
    rows = Rows.of(sheet, commitments, _owner, session_day(picture.view.facts))
    pages = list(rows.pages(commitments, sheet.bottom - top, most_rows(sheet)))
    page = pages[sheet.turn_to(picture.stage.page, len(pages))]
    rows.draw(sheet, page, top, most_spare=_MOST_SPARE)
    noun = ("commitment", "commitments, soonest first")
    foot_with_pages(sheet, counted(len(commitments), noun))


def in_order(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Return what is promised by date; what waits on something comes last."""
    return sorted(filter(_stands, commitments), key=_when)


def _stands(commitment: Commitment) -> bool:
    """Tell whether a commitment is one of now: neither withdrawn nor settled since last time."""
    over = _OVER_SINCE if commitment.carried else {CommitmentStatus.WITHDRAWN}
    return commitment.status not in over


def _when(commitment: Commitment) -> tuple[dt.date, int]:
    return (commitment.due or dt.date.max, commitment.id)


def _owner(commitment: Commitment) -> str:
    return commitment.owner.strip() or "No owner yet"
