"""The parts that scenes share: foot line, progress, bands of cards, heads of buckets."""

from dataclasses import replace

from workshop.domain.enums import Bucket
from workshop.domain.records import Activity
from workshop.ui.audience.scenes.drawing import (
    Box,
    Corners,
    Disc,
    Dots,
    Hatch,
    Icon,
    Style,
    Type,
    Weight,
)
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.words import words

_TITLE_X = 8.5  # behind the sign of a bucket
BUCKET_ICONS = {Bucket.PROCESS: "refresh-cw", Bucket.PERFORMANCE: "target"}
BAND = 1.3
_FINE = Style(Type.FINE, color="muted")
_FOOT = 4.5
_FOOT_GAP = 3.0
_DOT_PITCH = 2.6
_MOST_DOTS = 8


def foot(sheet: Sheet, left: str = "", right: str = "") -> None:
    """Write the foot line: chrome, in the smallest type."""
    y = sheet.height - _FOOT
    room = min(width_of(right, _FINE), sheet.inner_width / 2)
    sheet.write(left, MARGIN, y, sheet.inner_width - room - _FOOT_GAP, _FINE)
    sheet.write(right, sheet.right - room, y, room, _FINE, align=Align.END)


def foot_with_pages(sheet: Sheet, left: str, *, about: bool = False) -> None:
    """Write the foot line with the page at its right, and a dot for each of a few pages."""
    y = sheet.height - _FOOT
    if sheet.pages < 2:
        sheet.write(left, MARGIN, y, sheet.inner_width, _FINE)
        return
    dots = sheet.pages * _DOT_PITCH + 0.6 if sheet.pages <= _MOST_DOTS else 0.0
    words = f"Page {sheet.page:,} of {'about ' if about else ''}{sheet.pages:,}"
    width = width_of(words, _FINE)
    sheet.write(left, MARGIN, y, sheet.inner_width - width - dots - _FOOT_GAP, _FINE)
    sheet.write(words, sheet.right - dots - width, y, width, _FINE)
    for number in range(1, sheet.pages + 1) if dots else ():
        x = sheet.right - (sheet.pages - number) * _DOT_PITCH - 0.85
        fill, stroke = ("muted", "") if number == sheet.page else ("", "muted")
        sheet.add(Disc(x, y + 1.85, 0.85, fill, stroke, line=0.22))


def progress(sheet: Sheet, process: int, performance: int, total: int) -> None:
    """Draw how many cards are sorted, as a bar above the foot line."""
    x, y, height = MARGIN, sheet.height - 6.2, 1.2
    sheet.add(Box(x, y, sheet.inner_width, height, fill="border"))
    width = sheet.inner_width * process / total
    if process:
        bar = Box(x, y, width, height, fill="process solid")
        sheet.add(Hatch(bar, "surface", gap=1.1, line=0.3, opacity=0.45))
    if performance:
        rest = sheet.inner_width * performance / total
        sheet.add(Box(x + width, y, rest, height, fill="performance solid"))


def sorted_foot(sheet: Sheet, counts: dict[Bucket, int]) -> str:
    """Draw the progress bar of bucketing; return its count in words."""
    total = sum(counts.values())
    if not total:
        return ""
    progress(sheet, counts[Bucket.PROCESS], counts[Bucket.PERFORMANCE], total)
    return f"{total - counts[Bucket.UNSORTED]:,} of {total:,} sorted"


def band(sheet: Sheet, bucket: Bucket | None, x: float, y: float, height: float) -> None:
    """Draw the edge of a card: hatched, solid or dotted by its bucket."""
    if bucket is None or bucket is Bucket.UNSORTED:
        sheet.add(Dots(x + BAND / 2, y + 0.6, height - 1.2, 0.55, "unsorted solid"))
        return
    color = f"{bucket.value} solid"
    box = Box(x, y, BAND, height, fill=color, radius=0.4, corners=Corners.LEFT)
    is_process = bucket is Bucket.PROCESS
    sheet.add(Hatch(box, "process tint", gap=0.95, line=0.38) if is_process else box)


def answer_of(card: Activity | None) -> Bucket | None:
    """Return the bucket that a card was sorted to, or None while that is asked."""
    return card.bucket if card and card.bucket in BUCKET_ICONS else None


def bucket_title(sheet: Sheet, answer: Bucket | None, right: float) -> None:
    """Ask where a card belongs; once that is answered, say so with the sign of its bucket."""
    text, x = _bucket_title(answer)
    if answer:
        sheet.add(Icon(BUCKET_ICONS[answer], MARGIN + 0.3, 3.9, 5.6, f"{answer.value} solid"))
    sheet.title(text, right=right, x=x)


def bucket_title_end(answer: Bucket | None) -> float:
    """Return where the title of a card ends."""
    text, x = _bucket_title(answer)
    return x + width_of(text, Style(Type.SUB, Weight.BOLD))


def _bucket_title(answer: Bucket | None) -> tuple[str, float]:
    """Return the title of a card, and where it begins."""
    if answer is None:
        return words().wall["bucket_question"], MARGIN
    return words().wall[f"{answer.value}_answer"], MARGIN + _TITLE_X


def bucket_head(
    sheet: Sheet, bucket: Bucket, box: Box, name: Style, number: Style, count: int | None
) -> None:
    """Draw the head of a bucket: icon, word and perhaps its count, hatched for process."""
    is_process = bucket is Bucket.PROCESS
    sheet.add(Hatch(box, "on head", gap=2.6, line=0.75, opacity=0.16) if is_process else box)
    figures = "" if count is None else f"{count:,}"
    digits = width_of(figures, number)
    word = bucket.value.capitalize()
    name = _fitting(word, name, box.width - digits - 8.7)
    icon = name.size * 0.87
    middle = box.y + box.height / 2
    sheet.add(Icon(BUCKET_ICONS[bucket], box.x + 2.3, middle - icon / 2, icon, "on head"))
    left = box.x + icon + 4.3
    width = box.width - icon - digits - 8.7
    name = name.colored("on head")
    sheet.write(word, left, middle - name.line_height / 2, width, name)
    sheet.write(
        figures,
        box.x + box.width - digits - 2.6,
        middle - number.line_height / 2,
        digits,
        number.colored("on head"),
    )


def _fitting(word: str, style: Style, width: float) -> Style:
    """Return the style, or the next smaller one in which a word and its icon fit."""
    for size in (Type.CARD, Type.FLOOR):
        if width_of(word, style) + style.size * 0.87 > width:
            style = replace(style, size=min(style.size, size))
    return style


def dashes(sheet: Sheet, x: float, y: float) -> None:
    """Draw the line on which an answer is still to be written."""
    for number in range(6):
        sheet.add(Box(x + number * 2.1, y, 1.7, 0.35, fill="strong border"))
    sheet.say("not answered")


def message(sheet: Sheet, text: str, top: float) -> None:
    """Write a sentence in the middle of an empty scene."""
    style = Style(Type.SUB, color="muted")
    y = top + (sheet.bottom - top - 2 * style.line_height) / 2
    sheet.write(text, MARGIN, y, sheet.inner_width, style, lines=2, align=Align.CENTER)
