"""The strip of counts under a title: a number, its mark, a word and a gloss, side by side."""

from collections.abc import Sequence

from workshop.charts.marks import triage_mark
from workshop.charts.shapes import Line, Text, Weight
from workshop.domain.enums import Triage
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.words import GLOSSES, label
from workshop.handouts.wrap import Style

_NUMBER = Style(26, 30, Weight.BOLD)
_WORD = Style(12, 16, Weight.SEMIBOLD)
_GLOSS = Style(10, 13.2, color="muted")
_MARK = 16.5
_INDENT = 11.5
_BEFORE = 14.0


def draw_counts(sheet: Sheet, counts: Sequence[tuple[Triage, int]], *, glossed: bool) -> None:
    """Draw the counts between two rules, in columns of equal width."""
    document = sheet.document
    sheet.y += _BEFORE
    sheet.rule(1.1)
    top = sheet.y
    width = sheet.measure / len(counts)
    height = 72.0 if glossed else 58.0
    with document.artifact():
        for n in range(1, len(counts)):
            x = sheet.left + n * width
            document.draw(Line(x, top + 10.5, x, top + height - 5, 0.6, "hairline"))
    with document.element(Tag.LIST):
        for n, (triage, count) in enumerate(counts):
            x = sheet.left + n * width + (_INDENT if n else 0)
            with document.element(Tag.ITEM), document.element(Tag.ITEM_BODY):
                _draw_count(sheet, x, top, triage, count, glossed=glossed)
    sheet.y = top + height
    sheet.rule(0.6, "hairline")


def _draw_count(
    sheet: Sheet, x: float, top: float, triage: Triage, count: int, *, glossed: bool
) -> None:
    draw = sheet.document.draw
    number = f"{count:,}"
    draw(Text(x, top + 31, number, _NUMBER.size, _NUMBER.weight))
    mark_x = x + sheet.wrapper.width(number, _NUMBER) + 8
    draw(*triage_mark(triage, mark_x, top + 22.4 - _MARK / 2, _MARK))
    draw(Text(x, top + 48.5, label(triage), _WORD.size, _WORD.weight))
    if glossed:
        draw(Text(x, top + 63, GLOSSES[triage], _GLOSS.size, _GLOSS.weight, _GLOSS.color))
