"""One card, big, above the two buckets that it may go to."""

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.drawing import Box, Corners, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import wrap
from workshop.ui.audience.scenes.parts import bucket_head, foot, sorted_foot
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TOP = 13.6
_GAP = 3.0
_HEAD = 9.2
_PITCH = 5.4
_LIST_TOP = 1.6
_RADIUS = 1.3
# The part of the height that the card takes above its buckets.
_CARD_PART = 0.395
_CARD_PAD = 3.0
_BETWEEN = 4.4
# The head of a bucket and its two newest cards.
_LEAST_BUCKET = _HEAD + _LIST_TOP + 2 * _PITCH + 0.8
_CARD = Style(Type.HERO, Weight.SEMIBOLD)
_PROMPT = Style(Type.HERO, color="muted")
_NAME = Style(Type.SUB, Weight.BOLD)
_COUNT = Style(Type.TITLE, Weight.BOLD)
_NEWEST = Style(Type.FLOOR)


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the card, and both buckets with their counts and what came last."""
    view = picture.view
    counts = {bucket: view.count(bucket) for bucket in Bucket}
    sheet.title(words().wall["bucket_question"], right=sheet.timer(picture))
    bottom = sheet.height - 8.5
    card = view.get(Activity, picture.stage.subject_id)
    text, style = (card.text, _CARD) if card else (_prompt(counts), _PROMPT)
    height = _card_height(text, style, sheet.inner_width, bottom - _TOP)
    _card(sheet, text, height, style)
    top = _TOP + height + _BETWEEN
    width = (sheet.inner_width - _GAP) / 2
    for number, bucket in enumerate((Bucket.PROCESS, Bucket.PERFORMANCE)):
        x = MARGIN + number * (width + _GAP)
        tint, edge = f"{bucket.value} tint", f"{bucket.value} solid"
        box = Box(x, top, width, bottom - top, tint, edge, line=0.38, radius=_RADIUS)
        _bucket(sheet, picture, bucket, box)
    left = f"{counts[Bucket.UNSORTED]:,} to go" if counts[Bucket.UNSORTED] else ""
    foot(sheet, sorted_foot(sheet, counts), left)


def _prompt(counts: dict[Bucket, int]) -> str:
    if counts[Bucket.UNSORTED]:
        return "Which card comes next?"
    return "Every card is sorted" if sum(counts.values()) else "Nothing is gathered yet"


def _card_height(text: str, style: Style, width: float, whole: float) -> float:
    """Return the usual height of the card, or more where its text takes more lines."""
    usual = whole * _CARD_PART
    most = max(usual, whole - _BETWEEN - _LEAST_BUCKET)
    lines = max(1, int((most - _CARD_PAD) / style.line_height))
    needed = len(wrap(text, width - 6.0, style, lines=lines)) * style.line_height + _CARD_PAD
    return min(most, max(usual, needed))


def _card(sheet: Sheet, text: str, height: float, style: Style) -> None:
    width = sheet.inner_width
    edge = "text" if style is _CARD else "strong border"
    sheet.add(
        Box(MARGIN, _TOP + 0.7, width, height, fill="sunken", radius=_RADIUS),
        Box(MARGIN, _TOP, width, height, "surface", edge, line=0.38, radius=_RADIUS),
    )
    lines = max(1, int((height - _CARD_PAD + 0.01) / style.line_height))
    pieces = wrap(text, width - 6.0, style, lines=lines)
    y = _TOP + (height - len(pieces) * style.line_height) / 2
    sheet.put(pieces, MARGIN + 3.0, y, width - 6.0, style, align=Align.CENTER)


def _bucket(sheet: Sheet, picture: RoomPicture, bucket: Bucket, box: Box) -> None:
    sheet.add(box)
    head = Box(
        box.x,
        box.y,
        box.width,
        _HEAD,
        fill=f"{bucket.value} head",
        radius=_RADIUS,
        corners=Corners.TOP,
    )
    bucket_head(sheet, bucket, head, _NAME, _COUNT, picture.view.count(bucket))
    rows = max(0, int((box.height - _HEAD - _LIST_TOP - 0.8) / _PITCH))
    y = box.y + _HEAD + _LIST_TOP
    for card in picture.view.last_activities(bucket, rows):
        sheet.write(card.text, box.x + 2.6, y, box.width - 5.2, _NEWEST)
        y += _PITCH
