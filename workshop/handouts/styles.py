"""The sizes and weights of handouts."""

from workshop.charts.shapes import Weight
from workshop.handouts.wrap import Style

TITLE = Style(28, 32, Weight.BOLD)
LEAD = Style(13, 18.5, color="muted")
HEADING = Style(16, 20, Weight.BOLD)
HEADING_COUNT = Style(16, 20, color="muted")
GLOSS = Style(11, 15, color="muted")
BODY = Style(11, 15)
BODY_STRONG = Style(11, 15, Weight.SEMIBOLD)
BODY_MUTED = Style(11, 15, color="muted")
CELL = Style(10, 13.2)
CELL_STRONG = Style(10, 13.2, Weight.SEMIBOLD)
CELL_MUTED = Style(10, 13.2, color="muted")
COLUMN_HEAD = Style(9.5, 12, Weight.SEMIBOLD)
RUNNING = Style(10, 13.2, Weight.SEMIBOLD)
RUNNING_MUTED = Style(10, 13.2, color="muted")
FOOTER = Style(9, 12)
FOOTER_STRONG = Style(9, 12, Weight.BOLD)
BLOCK = Style(9.5, 13.2)
BLOCK_STRONG = Style(9.5, 13.2, Weight.SEMIBOLD)
MARKING = Style(12, 15, Weight.BOLD)

_CAP_HEIGHT = 0.66


def baseline(style: Style) -> float:
    """Return how far the baseline is below the top of a line: capitals stand in its middle."""
    return (style.leading + style.size * _CAP_HEIGHT) / 2
