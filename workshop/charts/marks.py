"""The marks that stand beside a word: triage, bucket, and how close to the field.

Marks differ in outline, fill and icon, so that they survive a photocopier; the word is always there
too.
"""

from dataclasses import dataclass

from workshop.charts.shapes import Disc, HalfDisc, Icon, Rect, Shape
from workshop.domain.enums import Bucket, CloseEnough, Triage


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str
    ink: str
    fill: str | None = None
    border: str = "text"
    dashed: bool = False
    round: bool = False


_LOOKS = {
    Triage.FIX_NOW: _Look("hammer", "paper", fill="fix now", border="fix now"),
    Triage.ORG_CHART: _Look("network", "text", fill="paper"),
    Triage.LONG_TERM: _Look(
        "calendar-clock", "long term ink", fill="long term tint", border="long term ink"
    ),
    Triage.FIND_OUT: _Look("search", "text", dashed=True),
    Triage.LIVE_WITH_IT: _Look(
        "hourglass", "live with it ink", fill="live with it tint", border="hairline"
    ),
    Triage.LEAVE_ALONE: _Look("check", "leave alone ink", border="leave alone ink", round=True),
}

BUCKET_ICONS = {Bucket.PROCESS: "refresh-cw", Bucket.PERFORMANCE: "target"}

_ICON_PART = 0.68


def triage_mark(triage: Triage, x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return the mark of a triage in a square with its top left corner at x, y."""
    look = _LOOKS[triage]
    line = size * 0.075
    inset = line / 2
    if look.round:
        middle = size / 2
        frame: Shape = Disc(x + middle, y + middle, middle - inset, look.fill, look.border, line)
    else:
        frame = Rect(
            x + inset,
            y + inset,
            size - line,
            size - line,
            fill=look.fill,
            stroke=look.border,
            line=line,
            radius=size * 0.19,
            dash=(size * 0.17, size * 0.105) if look.dashed else (),
        )
    margin = size * (1 - _ICON_PART) / 2
    return (frame, Icon(look.icon, x + margin, y + margin, size * _ICON_PART, look.ink))


def ball(close: CloseEnough, x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return a full, half or empty ball in a square with its top left corner at x, y."""
    radius = size / 2
    line = size * 0.18
    ring = Disc(x + radius, y + radius, radius - line / 2, None, "text", line)
    if close is CloseEnough.YES:
        return (Disc(x + radius, y + radius, radius, "text"),)
    if close is CloseEnough.PARTLY:
        return (ring, HalfDisc(x + radius, y + radius, radius - line / 2))
    return (ring,)
