"""One card, big, above the two buckets that it may go to."""

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.badges import draw_badge
from workshop.ui.audience.scenes.drawing import Box, Corners, Style, Type, Weight
from workshop.ui.audience.scenes.hands import hands_of, split_badge
from workshop.ui.audience.scenes.hero import LINE, RADIUS, card_height, card_style, draw_card
from workshop.ui.audience.scenes.parts import (
    answer_of,
    bucket_head,
    bucket_title,
    bucket_title_end,
    foot,
    sorted_foot,
)
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture

_TOP = 13.6
_GAP = 3.0
_HEAD = 9.2
_PITCH = 5.4
_LIST_TOP = 1.6
# The part of the height that the card takes above its buckets.
_CARD_PART = 0.395
_BETWEEN = 4.4
# The head of a bucket and its two newest cards.
_LEAST_BUCKET = _HEAD + _LIST_TOP + 2 * _PITCH + 0.8
_PROMPT = Style(Type.HERO, color="muted")
_NAME = Style(Type.SUB, Weight.BOLD)
_COUNT = Style(Type.TITLE, Weight.BOLD)
_NEWEST = Style(Type.FLOOR)


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the card, and both buckets with their counts and what came last."""
    view = picture.view
    counts = {bucket: view.count(bucket) for bucket in Bucket}
    card = view.get(Activity, picture.stage.subject_id)
    answer = answer_of(card)
    right = sheet.timer(picture)
    if card:
        right = _split(sheet, card, right, bucket_title_end(answer))
    bucket_title(sheet, answer, right)
    bottom = sheet.height - 8.5
    usual, most = _heights(bottom - _TOP)
    width = sheet.inner_width
    text, style = (_prompt(counts), _PROMPT)
    if card:
        text, style = card.text, card_style(card.text, width, most)
    height = card_height(text, style, width, usual, most)
    edge = f"{answer.value} solid" if answer else "text" if card else "strong border"
    box = Box(MARGIN, _TOP, width, height, "surface", edge, line=LINE, radius=RADIUS)
    draw_card(sheet, text, box, style)
    top = _TOP + height + _BETWEEN
    width = (sheet.inner_width - _GAP) / 2
    for number, bucket in enumerate((Bucket.PROCESS, Bucket.PERFORMANCE)):
        x = MARGIN + number * (width + _GAP)
        tint, edge = f"{bucket.value} tint", f"{bucket.value} solid"
        box = Box(x, top, width, bottom - top, tint, edge, line=0.38, radius=RADIUS)
        _bucket(sheet, picture, bucket, box)
    left = f"{counts[Bucket.UNSORTED]:,} to go" if counts[Bucket.UNSORTED] else ""
    foot(sheet, sorted_foot(sheet, counts), left)


def _prompt(counts: dict[Bucket, int]) -> str:
    if counts[Bucket.UNSORTED]:
        return "Which card comes next?"
    return "Every card is sorted" if sum(counts.values()) else "Nothing is gathered yet"


def _heights(whole: float) -> tuple[float, float]:
    """Return the usual height of the card, and the most that leaves room for its buckets."""
    usual = whole * _CARD_PART
    return usual, max(usual, whole - _BETWEEN - _LEAST_BUCKET)


def _split(sheet: Sheet, card: Activity, right: float, title_end: float) -> float:
    """Draw how the hands were split where they were counted; return where the space ends."""
    hands = hands_of(card)
    if hands is None:
        return right
    badge = split_badge(hands)
    x = right - badge.width(Type.FLOOR)
    if x < title_end + 3.0:
        return right
    draw_badge(sheet, badge, x, 3.8, size=Type.FLOOR)
    return x - 3.0


def _bucket(sheet: Sheet, picture: RoomPicture, bucket: Bucket, box: Box) -> None:
    sheet.add(box)
    head = Box(
        box.x,
        box.y,
        box.width,
        _HEAD,
        fill=f"{bucket.value} head",
        radius=RADIUS,
        corners=Corners.TOP,
    )
    bucket_head(sheet, bucket, head, _NAME, _COUNT, picture.view.count(bucket))
    rows = max(0, int((box.height - _HEAD - _LIST_TOP - 0.8) / _PITCH))
    y = box.y + _HEAD + _LIST_TOP
    for card in picture.view.last_activities(bucket, rows):
        sheet.write(card.text, box.x + 2.6, y, box.width - 5.2, _NEWEST)
        y += _PITCH
