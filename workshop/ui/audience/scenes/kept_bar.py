"""How many promises of the last session were kept: a figure over a segment for each."""

from dataclasses import dataclass

from workshop.domain.enums import CommitmentStatus
from workshop.domain.kept import Promises
from workshop.ui.audience.scenes.badges import status_badge
from workshop.ui.audience.scenes.drawing import Box, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.headline import BIG, NUMERAL, headline
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet

HEIGHT = 41.0
LEAST_HEIGHT = 28.0
_PAD = 3.6
_BAR = 7.8
_LABEL = Style(Type.CARD, Weight.SEMIBOLD)
_GAP = 0.95
_BETWEEN = 2.4  # the labels
# More promises than this are a bar in proportion.
_MOST_SEGMENTS = 16


@dataclass(frozen=True, slots=True)
class _Part:
    """Promises of which the same became: how many, in what words, and how they look."""

    count: int
    words: str
    icon: str
    fill: str
    stroke: str
    ink: str


def draw_kept_bar(sheet: Sheet, found: Promises, since: str, y: float, height: float) -> None:
    """Draw the panel in a height: how many were kept, and each promise as a segment."""
    parts = [part for part in _parts(found) if part.count]
    sheet.add(Box(MARGIN, y, sheet.inner_width, height, fill="surface", radius=1.3))
    x, width = MARGIN + _PAD, sheet.inner_width - 2 * _PAD
    figures, rest = _sentence(found, since)
    largest = BIG if height >= HEIGHT - 1.0 else NUMERAL
    block = largest.line_height + _BAR + _LABEL.line_height + 2.6
    top = y + max(1.0, (height - block) / 2)
    top += headline(sheet, figures, rest, x, top, width, largest=largest) + 1.0
    if top + _BAR > y + height:
        return
    starts = _bar(sheet, parts, x, top, width)
    under = top + _BAR + 1.0
    if under + _LABEL.line_height <= y + height:
        _labels(sheet, parts, starts, x + width, under)


def _sentence(found: Promises, since: str) -> tuple[str, str]:
    """Return how many of those that had to be were kept, as figures and what they count.

    Before the first one is answered none can be called kept, nor not kept.
    """
    count = found.due if found.answered else found.due + len(found.ahead)
    noun = "promise" if count == 1 else "promises"
    if not found.answered:
        return f"{count:,}", f"{noun} {since}" + ("" if found.due else ", not due yet")
    return f"{len(found.kept):,} of {found.due:,}", f"{noun} {since} kept"


def _parts(found: Promises) -> tuple[_Part, ...]:
    late = status_badge(CommitmentStatus.LATE)
    broken = status_badge(CommitmentStatus.BROKEN)
    still = status_badge(CommitmentStatus.OPEN)
    return (
        _Part(len(found.kept), "kept", "check", "fix now solid", "", "surface"),
        _Part(len(found.late), "late", late.icon, late.fill, late.stroke, late.ink),
        _Part(len(found.broken), "broken", broken.icon, broken.fill, broken.stroke, broken.ink),
        _Part(len(found.unanswered), "open", still.icon, still.fill, still.stroke, still.ink),
        _Part(len(found.ahead), "not due", still.icon, still.fill, still.stroke, still.ink),
    )


def _bar(sheet: Sheet, parts: list[_Part], x: float, y: float, width: float) -> list[float]:
    """Draw the segments, or one for each part where there are many; return where parts start."""
    total = sum(part.count for part in parts)
    each_one = total <= _MOST_SEGMENTS
    boxes = total if each_one else len(parts)
    unit = (width - _GAP * (boxes - 1)) / total
    starts = []
    for part in parts:
        starts.append(x)
        repeats, wide = (part.count, unit) if each_one else (1, unit * part.count)
        for _ in range(repeats):
            _segment(sheet, part, Box(x, y, wide, _BAR))
            x += wide + _GAP
    return starts


def _segment(sheet: Sheet, part: _Part, place: Box) -> None:
    x, y, width = place.x, place.y, place.width
    sheet.add(Box(x, y, width, _BAR, part.fill, part.stroke, line=0.35, radius=0.7))
    icon = min(4.4, width * 0.7)
    if icon >= 2.0:
        left, top = x + (width - icon) / 2, y + (_BAR - icon) / 2
        sheet.add(Icon(part.icon, left, top, icon, part.ink))


def _labels(sheet: Sheet, parts: list[_Part], starts: list[float], right: float, y: float) -> None:
    """Write what each part is under its start, or as far beside it as the others need."""
    labels = [f"{part.count:,} {part.words}" for part in parts]
    widths = [width_of(label, _LABEL) for label in labels]
    left = starts[0]
    if sum(widths) + _BETWEEN * (len(widths) - 1) > right - left:
        sheet.write(", ".join(labels), left, y, right - left, _LABEL)
        return
    places, end = [], right
    for start, width in zip(reversed(starts), reversed(widths), strict=True):
        places.append(min(start, end - width))
        end = places[-1] - _BETWEEN
    for label, width, place in zip(labels, widths, reversed(places), strict=True):
        x = max(left, place)
        sheet.write(label, x, y, width, _LABEL)
        left = x + width + _BETWEEN
