"""One card, big, above the two buckets that it may go to."""

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.drawing import LINE_HEIGHT, Box, Corners, Hatch, Icon, Type, Weight
from workshop.ui.audience.scenes.lettering import wrap
from workshop.ui.audience.scenes.sheet import BUCKET_ICONS, MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.ui.words import words

_TOP = 13.6
_GAP = 3.0
_HEAD = 9.2
_PITCH = 5.4
_LIST_TOP = 1.6
# The part of the height that the card takes above its buckets.
_CARD_PART = 0.395


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the card and both buckets with their counts and what came last."""
    view = picture.view
    sheet.title(words().wall["bucket_question"], right=sheet.timer(picture))
    bottom = sheet.height - 8.5
    height = (bottom - _TOP) * _CARD_PART
    card = view.get(Activity, picture.stage.subject_id)
    _card(sheet, card.text if card else _nothing(picture), height, is_card=card is not None)
    top = _TOP + height + 4.4
    width = (sheet.inner_width - _GAP) / 2
    for number, bucket in enumerate((Bucket.PROCESS, Bucket.PERFORMANCE)):
        _bucket(sheet, picture, bucket, MARGIN + number * (width + _GAP), top, width, bottom - top)
    _foot(sheet, picture)


def _nothing(picture: RoomPicture) -> str:
    total = sum(picture.view.count(bucket) for bucket in Bucket)
    if not total:
        return "Nothing is gathered yet"
    return "Which card first?" if picture.view.count(Bucket.UNSORTED) else "Every card is sorted"


def _card(sheet: Sheet, text: str, height: float, *, is_card: bool) -> None:
    sheet.add(Box(MARGIN, _TOP + 0.7, sheet.inner_width, height, fill="border", radius=1.3))
    sheet.add(
        Box(
            MARGIN,
            _TOP,
            sheet.inner_width,
            height,
            fill="surface",
            stroke="text" if is_card else "strong border",
            line=0.38,
            radius=1.3,
        )
    )
    width = sheet.inner_width - 6.0
    weight = Weight.SEMIBOLD if is_card else Weight.REGULAR
    size = Type.HERO
    lines = max(1, int((height - 2.0) / (size * LINE_HEIGHT)))
    pieces = wrap(text, width, size, weight, lines=lines, balanced=True)
    y = _TOP + (height - len(pieces) * size * LINE_HEIGHT) / 2
    color = "text" if is_card else "muted"
    sheet.put(pieces, MARGIN + 3.0, y, width, size, weight, color, align=Align.CENTER)


def _bucket(
    sheet: Sheet,
    picture: RoomPicture,
    bucket: Bucket,
    x: float,
    y: float,
    width: float,
    height: float,
) -> None:
    name = bucket.value
    count = picture.view.count(bucket)
    sheet.add(Box(x, y, width, height, f"{name} tint", f"{name} solid", line=0.38, radius=1.3))
    head = Box(x, y, width, _HEAD, fill=f"{name} head", radius=1.3, corners=Corners.TOP)
    sheet.add(head)
    if bucket is Bucket.PROCESS:
        sheet.add(Hatch(head, "on head", gap=2.6, line=0.75, opacity=0.16))
    sheet.add(Icon(BUCKET_ICONS[bucket], x + 2.4, y + 2.0, 5.2, "on head"))
    text_y = y + (_HEAD - Type.SUB * LINE_HEIGHT) / 2
    sheet.write(
        bucket.value.capitalize(),
        x + 9.6,
        text_y,
        width - 24,
        Type.SUB,
        Weight.BOLD,
        "on head",
    )
    sheet.write(
        f"{count:,}",
        x + width - 22.6,
        y + (_HEAD - Type.TITLE * LINE_HEIGHT) / 2,
        20,
        Type.TITLE,
        Weight.BOLD,
        "on head",
        align=Align.END,
    )
    rows = max(0, int((height - _HEAD - _LIST_TOP - 0.8) / _PITCH))
    top = y + _HEAD + _LIST_TOP
    for number, card in enumerate(picture.view.last_activities(bucket, rows)):
        sheet.write(card.text, x + 2.6, top + number * _PITCH, width - 5.2, Type.FLOOR)


def _foot(sheet: Sheet, picture: RoomPicture) -> None:
    counts = {bucket: picture.view.count(bucket) for bucket in Bucket}
    total = sum(counts.values())
    if total:
        process, performance = counts[Bucket.PROCESS], counts[Bucket.PERFORMANCE]
        sheet.progress(process, performance, total)
        left = counts[Bucket.UNSORTED]
        sheet.foot(f"{total - left:,} of {total:,} sorted", f"{left:,} to go" if left else "")
