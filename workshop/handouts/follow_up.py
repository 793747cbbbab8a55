"""The follow-up sheet: three short meetings, a box to tick for each commitment at each."""

import datetime as dt
from collections.abc import Sequence

from workshop.charts.due import days_after
from workshop.charts.shapes import Line, Rect, Shape, Text, Weight
from workshop.domain.enums import CommitmentStatus
from workshop.domain.records import Commitment
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks
from workshop.handouts.handout import Handout, Section
from workshop.handouts.promises import NO_OWNER, due_cell, due_group, in_order
from workshop.handouts.sheet import HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Block, Cell, Row, Table, columns
from workshop.handouts.words import long_day, short_day
from workshop.handouts.wrap import Style

TITLE = "Follow-up sheet"

_LOOKS = (30, 60, 90)
_SHARES = (11.5, 44.5, 14.7, 14.7, 14.6)
_LETTERS = (("K", "Kept: its users say so"), ("W", "On its way"), ("L", "Late: say why, new date"))
_BOX = 11.0
_PITCH = 18.5
_LETTER = Style(8, 10, Weight.SEMIBOLD)
_LINE_BELOW = 32.0
_LOOK = Style(10, _LINE_BELOW + 3)
_MOST_LINES = 3
_SETTLED = (CommitmentStatus.KEPT, CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN)
_MEETING = "At each meeting"
_STEPS = (
    "Read each commitment aloud; its owner says kept, on its way or late.",
    "Ask its users, not its owner, whether it is kept.",
    "Late: write why, who removes what is in the way, and the new date.",
    "Log each excuse as it is said; remove it or accept it before you part.",
)


def compose(handout: Handout) -> None:
    """Draw the handout."""
    open_ones = in_order(c for c in handout.view.commitments if c.status not in _SETTLED)
    lead = _lead(handout, open_ones)
    sheet = Sheet(handout, Section(TITLE, lead, handout.facts.agency, TITLE))
    if open_ones:
        _draw_key(sheet)
        looks = [_head(handout, days) for days in _LOOKS]
        heads: list[str | tuple[str, ...]] = ["Due", "Commitment and owner", *looks]
        table = Table(columns(sheet, heads, _SHARES))
        table.flow(sheet, [_row(sheet, table, commitment) for commitment in open_ones])
    _draw_steps(sheet)
    draw_long_answers(sheet)


def _lead(handout: Handout, commitments: Sequence[Commitment]) -> str:
    if not commitments:
        return (
            "No commitment is open. Make commitments in Gather and print again, "
            "or meet all the same: what was kept is worth saying."
        )
    start = handout.facts.date
    meetings = "Three short meetings, after 30, 60 and 90 days."
    if start is not None:
        first, second, third = (long_day(_on(start, days)) for days in _LOOKS)
        meetings = f"Three short meetings: {first}, {second} and {third}."
    return f"{meetings} Tick one box for each commitment each time; a late one gets a new date."


def _on(start: dt.date, days: int) -> dt.date:
    return days_after(start, days)


def _head(handout: Handout, days: int) -> tuple[str, ...]:
    start = handout.facts.date
    return (f"{days} days", short_day(_on(start, days), start) if start else "Date")


def _draw_key(sheet: Sheet) -> None:
    """Draw what the letters in the boxes mean."""
    sheet.y += 12
    x, baseline = sheet.left, sheet.y + 9
    with sheet.document.element(Tag.LIST):
        for letter, words in _LETTERS:
            with sheet.document.element(Tag.ITEM):
                with sheet.document.element(Tag.ITEM_LABEL):
                    sheet.document.draw(*_box(sheet, letter, x, sheet.y))
                with sheet.document.element(Tag.ITEM_BODY):
                    style = styles.CELL
                    sheet.document.draw(Text(x + _BOX + 6, baseline, words, style.size))
            x += _BOX + 6 + sheet.wrapper.width(words, styles.CELL) + 22
    sheet.y += 22


def _box(sheet: Sheet, letter: str, x: float, y: float) -> tuple[Shape, ...]:
    left = x + (_BOX - sheet.wrapper.width(letter, _LETTER)) / 2
    return (
        Rect(x, y, _BOX, _BOX, stroke="text", line=0.9),
        Text(left, y + 8.4, letter, _LETTER.size, _LETTER.weight),
    )


def _row(sheet: Sheet, table: Table, commitment: Commitment) -> Row:
    handout = sheet.handout
    _, promise, *looks = table.columns
    owner = commitment.owner if commitment.owner.strip() else NO_OWNER
    text: Cell = blocks(
        handout, commitment.text, styles.CELL_STRONG, promise.width, "Commitment", most=_MOST_LINES
    )
    text += blocks(handout, owner, styles.CELL_MUTED, promise.width, "Owner", most=2)
    boxes = tuple(_look(sheet, look.width) for look in looks)
    return Row((due_cell(handout, commitment), text, *boxes), due_group(commitment))


def _look(sheet: Sheet, width: float) -> Cell:
    def mark(x: float, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for n, (letter, _) in enumerate(_LETTERS):
            shapes += _box(sheet, letter, x + n * _PITCH, y + 1)
        shapes.append(Line(x, y + _LINE_BELOW, x + width, y + _LINE_BELOW, 0.6, "hairline"))
        return shapes

    return (Block(("",), _LOOK, mark=mark),)


def _draw_steps(sheet: Sheet) -> None:
    height = styles.BODY.leading
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + 7 + len(_STEPS) * height)
    sheet.space(HEADING_BEFORE)
    sheet.heading(_MEETING)
    with sheet.document.element(Tag.LIST):
        for n, step in enumerate(_STEPS, 1):
            with sheet.document.element(Tag.ITEM):
                top = sheet.y
                with sheet.document.element(Tag.ITEM_LABEL):
                    sheet.line(f"{n}.", styles.BODY_STRONG)
                sheet.y = top
                with sheet.document.element(Tag.ITEM_BODY):
                    for line in sheet.wrapper.wrap(step, styles.BODY, sheet.measure - 16).lines:
                        sheet.line(line, styles.BODY, sheet.left + 16)
