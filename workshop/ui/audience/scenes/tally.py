"""A show of hands: the card, then a hand for each vote as soon as they are counted."""

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.domain.text import counted
from workshop.ui.audience.scenes.drawing import Box, Corners, Disc, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.hands import Hands, hands_of
from workshop.ui.audience.scenes.headline import BIG, NUMERAL
from workshop.ui.audience.scenes.hero import LINE, RADIUS, card_height, card_style, draw_card
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.parts import answer_of, bucket_head, bucket_title, foot, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TOP = 13.4
_GAP = 3.0
_HEAD = 9.1
_BETWEEN = 3.2
_CARD_PART = 0.31
_LEAST_BUCKET = 26.0
_LOW_BUCKET = 25.0
_PAD = 3.6
_LARGEST_TOKEN = 14.2
_SMALLEST_TOKEN = 3.0
_SIDE = 0.92
_NAME = Style(Type.SUB, Weight.BOLD)
_TEST = Style(Type.SUB, Weight.SEMIBOLD)
_HANDS_UP = "Hands up: one card, one vote"
_BUCKETS = (Bucket.PROCESS, Bucket.PERFORMANCE)


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the card over both buckets: what each one means, or how many hands it has."""
    card = picture.view.get(Activity, picture.stage.subject_id)
    answer = answer_of(card)
    bucket_title(sheet, answer, sheet.timer(picture))
    if card is None:
        message(sheet, "No card is chosen yet", _TOP)
        return
    hands = hands_of(card)
    bottom = sheet.height - 7.3
    whole, width = bottom - _TOP, sheet.inner_width
    usual = whole * _CARD_PART
    most = max(usual, whole - _BETWEEN - (_LOW_BUCKET if sheet.is_low else _LEAST_BUCKET))
    style = card_style(card.text, width, most)
    height = card_height(card.text, style, width, usual, most)
    edge = f"{answer.value} solid" if answer else "text"
    box = Box(MARGIN, _TOP, width, height, "surface", edge, line=LINE, radius=RADIUS)
    draw_card(sheet, card.text, box, style)
    top = _TOP + height + _BETWEEN
    half = (width - _GAP) / 2
    for number, bucket in enumerate(_BUCKETS):
        x = MARGIN + number * (half + _GAP)
        tint, edge = f"{bucket.value} tint", f"{bucket.value} solid"
        box = Box(x, top, half, bottom - top, tint, edge, line=LINE, radius=RADIUS)
        sheet.add(box)
        _bucket(sheet, bucket, box, hands)
    if answer:
        foot(sheet, _counted(hands) if hands else "")
    else:
        foot(sheet, _counted(hands) if hands else _HANDS_UP, "The room decides")


def _counted(hands: Hands) -> str:
    shown = counted(hands.process + hands.performance, ("hand up", "hands up"))
    return f"Show of hands: {shown}" + (f", {hands.abstain:,} abstained" if hands.abstain else "")


def _bucket(sheet: Sheet, bucket: Bucket, box: Box, hands: Hands | None) -> None:
    fill = f"{bucket.value} head"
    top = Corners.TOP
    head = Box(box.x, box.y, box.width, _HEAD, fill=fill, radius=RADIUS, corners=top)
    bucket_head(sheet, bucket, head, _NAME, _NAME, None)
    body = Box(box.x, box.y + _HEAD, box.width, box.height - _HEAD)
    if hands is None:
        _test(sheet, bucket, body)
    else:
        _count(sheet, bucket, body, hands)


def _test(sheet: Sheet, bucket: Bucket, body: Box) -> None:
    """Write by what the room tells the bucket."""
    lines = max(1, int((body.height - 2.0) / _TEST.line_height))
    text = words().wall[f"{bucket.value}_test"]
    y = body.y + _PAD / 2
    sheet.write(text, body.x + _PAD, y, body.width - 2 * _PAD, _TEST, lines=lines)


def _count(sheet: Sheet, bucket: Bucket, body: Box, hands: Hands) -> None:
    style = BIG if body.height > BIG.line_height + 2.0 else NUMERAL
    count, most = hands.of(bucket), max(hands.process, hands.performance)
    digits = max(width_of(f"{n:,}", style) for n in (hands.process, hands.performance))
    y = body.y + (body.height - style.line_height) / 2
    sheet.write(f"{count:,}", body.x + _PAD, y, digits, style)
    left = body.x + 2 * _PAD + digits
    room = Box(left, body.y, body.x + body.width - 2.0 - left, body.height)
    if count:
        _tokens(sheet, bucket, count, most, room)


def _tokens(sheet: Sheet, bucket: Bucket, count: int, most: int, room: Box) -> None:
    """Draw a hand for each vote in a size in which both buckets have room for theirs.

    Where they would be too small, the figure alone tells.
    """
    pitch, columns = _pitch(most, room.width, room.height - 4.0)
    if pitch < _SMALLEST_TOKEN:
        return
    rows = -(-count // columns)
    side = pitch * _SIDE
    top = room.y + (room.height - rows * pitch + pitch - side) / 2
    color = f"{bucket.value} solid"
    for number in range(count):
        row, column = divmod(number, columns)
        x, y = room.x + column * pitch, top + row * pitch
        if bucket is Bucket.PROCESS:
            sheet.add(Box(x, y, side, side, fill=color, radius=side * 0.14))
        else:
            sheet.add(Disc(x + side / 2, y + side / 2, side / 2, fill=color))
        icon = side * 0.56
        inset = (side - icon) / 2
        sheet.add(Icon("hand", x + inset, y + inset, icon, "surface"))


def _pitch(count: int, width: float, height: float) -> tuple[float, int]:
    """Return the largest pitch at which all tokens fit, and how many stand in a row."""
    best = (0.0, 1)
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        pitch = min(_LARGEST_TOKEN, width / columns, height / rows)
        if pitch > best[0] + 0.01:
            best = (pitch, columns)
    return best
