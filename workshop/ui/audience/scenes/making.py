"""The commitment that is being made: what it says, and what it still lacks."""

import datetime as dt
from dataclasses import dataclass

from workshop.domain.dates import session_day, short_day
from workshop.domain.enums import CommitmentKind, Triage
from workshop.domain.records import Commitment
from workshop.domain.text import one_line, quoted
from workshop.ui.audience.scenes.badges import badge_height, draw_badge, triage_badge
from workshop.ui.audience.scenes.drawing import Box, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.hero import fits_large, write_large
from workshop.ui.audience.scenes.lettering import is_cut, width_of, wrap
from workshop.ui.audience.scenes.parts import dashes, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture

_TOP = 13.2
_GAP = 1.6
_PAD = 3.0
_BOTTOM = 3.6
_BADGE = Type.CARD
_LABEL = Style(Type.FLOOR, Weight.SEMIBOLD, "muted")
_VALUE = Style(Type.CARD, Weight.BOLD)
_SAID = Style(Type.FLOOR)
_ENDS = Style(Type.FLOOR, Weight.SEMIBOLD, "muted")
_ENDS_ROW = 7.6
_LABEL_ICON = 3.4
_DASHES = 12.5
_INNER = 2.2
_LABEL_GAP = 0.8
# On a lower wall three lines of the parts would leave too little for the commitment.
_THREE_LINES_FROM = 70.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a commitment: its label, icon, value, and its share of the spare width."""

    label: str
    icon: str
    value: str
    share: float


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the commitment in a frame of its kind, over its owner, date and measure."""
    view = picture.view
    commitment = picture.making or view.get(Commitment, picture.stage.subject_id)
    process = view.process(commitment.process_id) if commitment else None
    right = sheet.timer(picture)
    x = MARGIN
    if process:
        sheet.add(Icon("refresh-cw", MARGIN + 0.3, sheet.title_middle - 2.8, 5.6, "process solid"))
        x = MARGIN + 8.5
    sheet.name(process.name if process else "We commit to", right=right, x=x)
    if commitment is None:
        message(sheet, "No commitment is being made", _TOP)
        return
    parts = _parts_of(commitment, session_day(view.facts))
    widths = _widths(sheet, parts)
    height = _height(sheet, parts, widths)
    top = sheet.height - _BOTTOM - height
    excuses = view.excuses_removed_by(commitment.id)
    said = " ".join(quoted(excuse.text) for excuse in excuses)
    _frame(sheet, commitment, said, top - _GAP)
    x = MARGIN
    for part, width in zip(parts, widths, strict=True):
        _part(sheet, part, Box(x, top, width, height))
        x += width + _GAP


def _frame(sheet: Sheet, commitment: Commitment, said: str, bottom: float) -> None:
    kind = commitment.kind.value
    width = sheet.inner_width
    frame = Box(MARGIN, _TOP, width, bottom - _TOP, "surface", f"{kind} solid", 0.48, radius=1.3)
    sheet.add(frame)
    x, inner = MARGIN + _PAD + 0.4, width - 2 * _PAD - 0.8
    y = _TOP + (_PAD if not sheet.is_low else 1.6)
    draw_badge(sheet, triage_badge(Triage(kind)), x, y, size=_BADGE)
    y += badge_height(_BADGE) + 0.8
    end = bottom - 1.2
    text = one_line(commitment.text)
    if said and fits_large(text, inner, end - _ENDS_ROW - 0.8 - y):
        end -= _ENDS_ROW
        _ends(sheet, said, x, end, inner)
    if text:
        write_large(sheet, text, x, y, inner, end - 0.8)
    else:
        dashes(sheet, x, (y + end) / 2)


def _ends(sheet: Sheet, said: str, x: float, y: float, width: float) -> None:
    """Write which excuse the commitment ends, under a line."""
    sheet.add(Box(x, y, width, 0.2, fill="border"))
    label = "Ends the excuse"
    ahead = width_of(label, _ENDS) + 1.8
    top = y + (_ENDS_ROW - _ENDS.line_height) / 2 + 0.4
    if ahead + width_of(said, _SAID) > width:
        label = label.split(maxsplit=1)[0]
        ahead = width_of(label, _ENDS) + 1.8
    sheet.write(label, x, top, ahead, _ENDS)
    sheet.write(said, x + ahead, top, width - ahead, _SAID)


def _parts_of(commitment: Commitment, now: dt.date) -> list[_Part]:
    due = short_day(commitment.due, now) if commitment.due else ""
    depends = commitment.depends_on.value.capitalize() if commitment.depends_on else ""
    parts = [
        _Part("Owner", "user-round", commitment.owner.strip(), 1.6),
        _Part("By", "calendar", due, 0.0),
        _Part("Depends on", "hourglass", depends, 0.0),
        _Part("How its users will know", "messages-square", commitment.measure.strip(), 2.7),
    ]
    if commitment.depends_on is None and commitment.kind is not CommitmentKind.LONG_TERM:
        del parts[2]
    elif commitment.depends_on and not commitment.due:
        del parts[1]  # a dependency does for a date
    return parts


def _widths(sheet: Sheet, parts: list[_Part]) -> list[float]:
    """Return the widths of the parts: those of one word as they need, the others share the rest."""
    spare = sheet.inner_width - _GAP * (len(parts) - 1)
    spare -= sum(_least(part) for part in parts if not part.share)
    whole = sum(part.share for part in parts)
    return [spare * part.share / whole if part.share else _least(part) for part in parts]


def _height(sheet: Sheet, parts: list[_Part], widths: list[float]) -> float:
    """Return the height of all parts: two lines, or three where a narrow wall needs them."""
    lines = 2
    if sheet.height > _THREE_LINES_FROM and (not sheet.is_wide or sheet.is_low):
        needed = zip(parts, widths, strict=True)
        cut = (wrap(p.value, width - 2 * _INNER, _VALUE, lines=2) for p, width in needed)
        lines += any(map(is_cut, cut))
    return 2 * _INNER + _LABEL.line_height + _LABEL_GAP + lines * _VALUE.line_height


def _least(part: _Part) -> float:
    label = width_of(part.label, _LABEL) + _LABEL_ICON + 1.2
    return max(width_of(part.value, _VALUE), label, _DASHES) + 2 * _INNER


def _part(sheet: Sheet, part: _Part, place: Box) -> None:
    x, y, width, height = place.x, place.y, place.width, place.height
    is_missing = not part.value
    fill, stroke = ("", "strong border") if is_missing else ("surface", "")
    sheet.add(Box(x, y, width, height, fill, stroke, line=0.3, radius=0.9))
    left, top = x + _INNER, y + _INNER
    inner = width - 2 * _INNER
    at = left
    if width_of(part.label, _LABEL) + _LABEL_ICON + 1.2 <= inner:
        icon_y = top + (_LABEL.line_height - _LABEL_ICON) / 2
        sheet.add(Icon(part.icon, left, icon_y, _LABEL_ICON, "muted"))
        at += _LABEL_ICON + 1.2
    sheet.write(part.label, at, top, x + width - 0.8 - at, _LABEL)
    under = top + _LABEL.line_height + _LABEL_GAP
    room = y + height - _INNER - under
    if is_missing:
        dashes(sheet, left, under + room / 2)
        return
    lines = max(1, int((room + 0.01) / _VALUE.line_height))
    pieces = wrap(part.value, inner, _VALUE, lines=lines)
    value_y = under + (room - len(pieces) * _VALUE.line_height) / 2
    sheet.put(pieces, left, value_y, inner, _VALUE)
