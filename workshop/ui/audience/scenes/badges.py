"""Badges: a word with its icon, in the colors of what it says."""

from dataclasses import dataclass

from workshop.domain.enums import CommitmentKind, CommitmentStatus, Triage
from workshop.ui.audience.scenes.drawing import Box, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.sheet import Sheet

TRIAGE_ICONS = {
    Triage.FIX_NOW: "hammer",
    Triage.LONG_TERM: "calendar-clock",
    Triage.ORG_CHART: "network",
    Triage.FIND_OUT: "circle-question-mark",
    Triage.LEAVE_ALONE: "shield-check",
    Triage.LIVE_WITH_IT: "hourglass",
}
_LEADS_TO_COMMITMENT = {kind.value for kind in CommitmentKind}
# Lengths of a badge, compared to its size of type.
_HEIGHT = 1.63
_ICON = 0.9
_ICON_X = 0.57
_WORD_X = 1.82
_RIGHT = 0.76


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says, and its colors."""

    word: str
    icon: str
    fill: str
    stroke: str
    ink: str

    def width(self, size: float) -> float:
        """Return the width at a size of type."""
        return width_of(self.word, _style(size)) + (_WORD_X + _RIGHT) * size


def badge_height(size: float) -> float:
    """Return the height of badges at a size of type."""
    return _HEIGHT * size


def triage_badge(triage: Triage) -> Badge:
    """Return the badge of a triage. Those that lead to no commitment are hollow."""
    name = triage.value
    fill = f"{name} tint" if name in _LEADS_TO_COMMITMENT else "surface"
    return Badge(name.capitalize(), TRIAGE_ICONS[triage], fill, f"{name} solid", f"{name} ink")


_STATUS_LOOKS = {
    CommitmentStatus.KEPT: ("check", "fix now tint", "fix now solid", "fix now ink"),
    CommitmentStatus.LATE: ("clock", "overtime tint", "overtime ink", "overtime ink"),
    CommitmentStatus.BROKEN: ("x", "surface", "text", "text"),
    CommitmentStatus.WITHDRAWN: ("minus", "surface", "strong border", "muted"),
}
_UNSETTLED = ("circle-dashed", "surface", "strong border", "muted")


def status_badge(status: CommitmentStatus) -> Badge:
    """Return the badge of what became of a commitment."""
    return Badge(status.value.capitalize(), *_STATUS_LOOKS.get(status, _UNSETTLED))


def draw_badge(
    sheet: Sheet, badge: Badge, x: float, y: float, *, size: float = Type.SUB, width: float = 0.0
) -> float:
    """Draw a badge, wider than it needs where its neighbors are; return its width."""
    width = max(width, badge.width(size))
    height = badge_height(size)
    icon = _ICON * size
    sheet.add(
        Box(x, y, width, height, badge.fill, badge.stroke, line=0.3, radius=height / 2),
        Icon(badge.icon, x + _ICON_X * size, y + (height - icon) / 2, icon, badge.ink),
    )
    style = _style(size)
    top = y + (height - style.line_height) / 2
    sheet.write(badge.word, x + _WORD_X * size, top, width - _WORD_X * size, style)
    return width


def _style(size: float) -> Style:
    return Style(size, Weight.BOLD)
