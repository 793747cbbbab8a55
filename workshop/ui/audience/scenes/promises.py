"""What was promised at the last session, and what became of each promise."""

import datetime as dt

from workshop.domain.dates import long_day, session_day, short_day
from workshop.domain.kept import Promises, promises
from workshop.domain.records import Commitment
from workshop.ui.audience.scenes.badges import Badge, badge_height, draw_badge, status_badge
from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import wrap
from workshop.ui.audience.scenes.parts import foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TEXT = Style(Type.CARD, Weight.SEMIBOLD)
_UNDER = Style(Type.FLOOR, color="muted")
_BADGE = Type.FLOOR
_ROWS = 5
# The least height of a row: of one line and what stands under it, and of two.
_ROW, _TALL_ROW = 15.6, 17.4
_MOST_ROW = 18.0
_GAP = 0.8
_PAD = 2.0


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw a row for each promise: its badge, what it says, whose it is and when it was due."""
    on = picture.view.facts.previous_date
    now = session_day(picture.view.facts)
    title = f"What we promised on {long_day(on, now)}" if on else words().wall["promises_title"]
    top = sheet.title(title, right=sheet.timer(picture), lines=2) + 1.6
    found = promises(picture.view, now)
    rows = _in_order(found)
    if not rows:
        message(sheet, "No promise was carried over from a last session", top)
        return
    badge_width = max(badge.width(_BADGE) for badge, _ in rows)
    width = _words_width(sheet, badge_width)
    is_tall = any(len(wrap(each.text, width, _TEXT, lines=2)) > 1 for _, each in rows)
    room = sheet.bottom + 0.3 - top + _GAP
    count = max(1, min(_ROWS, int(room / ((_TALL_ROW if is_tall else _ROW) + _GAP))))
    height = min(_MOST_ROW, room / count - _GAP)
    first = count * sheet.turn_to(picture.stage.page, -(-len(rows) // count))
    y = top
    for badge, commitment in rows[first : first + count]:
        place = Box(MARGIN, y, sheet.inner_width, height)
        _row(sheet, badge, commitment, _under(commitment, now), place, badge_width)
        y += height + _GAP
    foot_with_pages(sheet, counts_in_words(found))


def _words_width(sheet: Sheet, badge_width: float) -> float:
    """Return the room right of the badges."""
    return sheet.inner_width - _PAD - badge_width - 3.0 - 2.6


def _in_order(found: Promises) -> list[tuple[Badge, Commitment]]:
    """Return the promises oldest first, each with its badge."""
    everything = (*found.kept, *found.late, *found.broken, *found.open, *found.withdrawn)
    return [(status_badge(each.status), each) for each in sorted(everything, key=_place)]


def _place(commitment: Commitment) -> int:
    return commitment.id


def counts_in_words(found: Promises) -> str:
    """Return "9 kept, 2 late, 1 broken", without what there is none of."""
    counts = (
        (len(found.kept), "kept"),
        (len(found.late), "late"),
        (len(found.broken), "broken"),
        (len(found.unanswered), "open"),
        (len(found.ahead), "not due yet"),
        (len(found.withdrawn), "withdrawn"),
    )
    return ", ".join(f"{count:,} {word}" for count, word in counts if count)


def _row(
    sheet: Sheet, badge: Badge, commitment: Commitment, under: str, place: Box, badge_width: float
) -> None:
    x, y, height = place.x, place.y, place.height
    sheet.add(Box(x, y, place.width, height, fill="surface", radius=0.9))
    badge_y = y + (height - badge_height(_BADGE)) / 2
    draw_badge(sheet, badge, x + _PAD, badge_y, size=_BADGE, width=badge_width)
    left = x + _PAD + badge_width + 3.0
    width = _words_width(sheet, badge_width)
    spare = height - (_UNDER.line_height if under else 0.0)
    lines = max(1, min(2, int(spare / _TEXT.line_height)))
    pieces = wrap(commitment.text, width, _TEXT, lines=lines)
    tall = len(pieces) * _TEXT.line_height
    top = y + (height - tall - (_UNDER.line_height if under else 0.0)) / 2
    sheet.put(pieces, left, top, width, _TEXT)
    sheet.write(under, left, top + tall, width, _UNDER)


def _under(commitment: Commitment, now: dt.date) -> str:
    due = f"due {short_day(commitment.due, now)}" if commitment.due else ""
    parts = (commitment.owner.strip() or "No owner", due)
    return ", ".join(part for part in parts if part)
