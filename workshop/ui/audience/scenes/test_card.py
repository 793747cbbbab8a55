"""A card to try a projector with: its edges, its colors, and what the back row can read."""

from workshop.domain.enums import Bucket
from workshop.ui.audience.scenes.drawing import Box, Style, Type, Weight
from workshop.ui.audience.scenes.parts import bucket_head, foot
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture

_LINES = (
    (Style(Type.HERO, Weight.BOLD), "A card stands out"),
    (Style(Type.SUB, Weight.SEMIBOLD), "A question is asked like this"),
    (Style(Type.CARD, Weight.SEMIBOLD), "A commitment is written like this"),
    (Style(Type.FLOOR), "The smallest line: can the back row read it?"),
)
_HEAD_NAME = Style(Type.CARD, Weight.BOLD)
_HEAD_HEIGHT = 8.4
_HEAD_GAP = 3.0
_FRAME = 0.5
_CORNER = 3.4  # how far a corner reaches: no line of text is so far out
_THICK = 1.4


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the frame at the edges, a line in each size, and the colors of both buckets."""
    _frame(sheet)
    top = sheet.title("Can the back row read every line?", right=sheet.right, lines=2)
    heads = sheet.bottom - _HEAD_HEIGHT
    spare = heads - top - sum(style.line_height for style, _ in _LINES)
    gap = spare / (len(_LINES) + 1)
    y = top + gap
    for style, text in _LINES:
        y += sheet.write(text, MARGIN, y, sheet.inner_width, style) + gap
    _heads(sheet, heads)
    foot(sheet, "All four corners of the frame are to be seen.", picture.view.facts.title)


def _frame(sheet: Sheet) -> None:
    sheet.add(Box(0, 0, sheet.width, sheet.height, "", "strong border", line=_FRAME))
    for x in (0, sheet.width - _CORNER):
        for y in (0, sheet.height - _THICK):
            sheet.add(Box(x, y, _CORNER, _THICK, "live"))
    for x in (0, sheet.width - _THICK):
        for y in (0, sheet.height - _CORNER):
            sheet.add(Box(x, y, _THICK, _CORNER, "live"))


def _heads(sheet: Sheet, y: float) -> None:
    width = (sheet.inner_width - _HEAD_GAP) / 2
    for number, bucket in enumerate((Bucket.PROCESS, Bucket.PERFORMANCE)):
        x = MARGIN + number * (width + _HEAD_GAP)
        box = Box(x, y, width, _HEAD_HEIGHT, f"{bucket.value} head", radius=1.1)
        bucket_head(sheet, bucket, box, _HEAD_NAME, _HEAD_NAME, None)
