"""The deal: what the leader removes beside what the team produces, the hands, and who signs."""

from collections.abc import Sequence
from itertools import zip_longest

from workshop.charts.shapes import Icon, Line, Rect, Text, Weight
from workshop.domain.deal import Deal, Pair
from workshop.domain.enums import Triage
from workshop.domain.records import Commitment, Pledge
from workshop.domain.text import one_line, quoted
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import MARK_INDENT, behind_mark, blocks, said
from workshop.handouts.handout import Handout, Section
from workshop.handouts.promises import NO_OWNER
from workshop.handouts.sheet import Sheet
from workshop.handouts.signing import Signing
from workshop.handouts.structure import Tag
from workshop.handouts.table import Block, Cell, draw_cell, height_of
from workshop.handouts.words import short_day
from workshop.handouts.wrap import Style

TITLE = "The deal"

_QUOTE = "\u201cI remove the excuses, you produce more.\u201d"
_LEADER = "The leader removes the excuse"
_TEAM = "The team produces more"
_SAME_PLEDGE = "The same pledges as above"
_SAME_PROMISE = "For the same commitments as above"
_NOTHING_ASKED = "Nothing is asked in return yet"
_NOTHING_GIVEN = "In return for no commitment yet"

_SIDE = Style(13, 17, Weight.BOLD)
_SIDES = 52.0
_BETWEEN = 44.0
_ARROW = 16.0
_BAR = 5.0
_BAR_INDENT = 15.0
_PADDING = 11.0
_PLAIN = Style(11, 14.5)
_STRONG = Style(11, 14.5, Weight.SEMIBOLD)
_MUTED = Style(11, 14.5, color="muted")
_SPACE = Block(("",), Style(11, 8))

Units = list[Cell]
"""The parts of one side, none of which is ever split."""


def compose(handout: Handout) -> None:
    """Draw the handout."""
    deal = Deal.of(handout.view)
    rows = _rows(deal)
    lead = _QUOTE
    if not rows:
        lead += (
            " Neither side is written down yet: match excuses to commitments and add pledges in "
            "Gather, and print again."
        )
    sheet = Sheet(handout, Section(TITLE, lead, handout.facts.agency, TITLE))
    ending = Signing(sheet, deal)
    sheet.lower(14)
    if rows:
        _draw_rows(sheet, rows, ending.height)
    draw_long_answers(sheet)
    ending.draw()


_Row = tuple[Sequence[Pair], Sequence[Pledge]]
"""Commitments with their excuses, and the pledges given in return for all of them."""


def _rows(deal: Deal) -> list[_Row]:
    """Return pairs with the same pledges together; pledges in return for nothing come last."""
    matched: dict[tuple[int, ...], list[Pair]] = {}
    alone: list[_Row] = []
    for pair in deal.pairs:
        if pair.pledges:
            matched.setdefault(tuple(pledge.id for pledge in pair.pledges), []).append(pair)
        else:
            alone.append(((pair,), ()))
    together: list[_Row] = [(pairs, pairs[0].pledges) for pairs in matched.values()]
    return [*together, *alone, *(((), (pledge,)) for pledge in deal.loose_pledges)]


def _draw_rows(sheet: Sheet, rows: Sequence[_Row], ending: float) -> None:
    """Draw the rows; the last one goes to a new page with the ending where that does not fit."""
    half = (sheet.measure - _BETWEEN) / 2
    room = sheet.room_of_page - _SIDES - 2 * _PADDING
    drawn = [each for row in rows for each in _split(sheet.handout, row, half, room)]
    with sheet.document.element(Tag.TABLE):
        _draw_sides(sheet, half, repeated=False)
        for n, (left, right) in enumerate(drawn):
            height = max(height_of(left), height_of(right)) + 2 * _PADDING
            needed = height
            if n and n == len(drawn) - 1 and _SIDES + height + ending <= sheet.room_of_page:
                needed += ending
            if needed > sheet.room and not sheet.is_fresh:
                sheet.next_page()
                _draw_sides(sheet, half, repeated=True)
            _draw_row(sheet, left, right, half, height)


def _split(handout: Handout, row: _Row, half: float, room: float) -> list[tuple[Cell, Cell]]:
    """Return a row as cells, parted where it is higher than `room` points."""
    pairs, pledges = row
    left = _parted([unit for pair in pairs for unit in _leader_units(handout, pair, half)], room)
    width = half - _BAR_INDENT
    right = _parted([_pledge(handout, pledge, width) for pledge in pledges], room)
    first = True
    found = []
    for one, other in zip_longest(left, right, fillvalue=()):
        no_promise = _NOTHING_GIVEN if first else _SAME_PROMISE
        no_pledge = _NOTHING_ASKED if first else _SAME_PLEDGE
        found.append(
            (
                one or (said(handout, no_promise, _MUTED, half),),
                other or (said(handout, no_pledge, _MUTED, width),),
            )
        )
        first = False
    return found


def _parted(units: Units, room: float) -> list[Cell]:
    """Return units below each other in cells no higher than `room` points."""
    cells: list[Cell] = []
    for unit in units:
        if cells and height_of((*cells[-1], _SPACE, *unit)) <= room:
            cells[-1] = (*cells[-1], _SPACE, *unit)
        else:
            cells.append(unit)
    return cells


def _leader_units(handout: Handout, pair: Pair, width: float) -> Units:
    """Return the excuses of a pair, the last one together with what ends them."""
    excuses = [
        blocks(handout, quoted(excuse.text), _MUTED, width, "Excuse") for excuse in pair.excuses
    ]
    promise = _commitment(handout, pair.commitment, width)
    if not excuses:
        return [promise]
    return [*excuses[:-1], (*excuses[-1], *promise)]


def _commitment(handout: Handout, commitment: Commitment, width: float) -> Cell:
    inner = width - MARK_INDENT
    if commitment.due:
        when = f"by {short_day(commitment.due)}"
    elif commitment.depends_on:
        when = f"as {commitment.depends_on.value} allows"
    else:
        when = "no date yet"
    owner = one_line(commitment.owner) or NO_OWNER
    cell = blocks(handout, commitment.text, _PLAIN, inner, "Commitment")
    cell += blocks(handout, f"{owner}, {when}", _STRONG, inner, "Who and when", most=3)
    return behind_mark(cell, Triage(commitment.kind.value))


def _pledge(handout: Handout, pledge: Pledge, width: float) -> Cell:
    cell = blocks(handout, pledge.text, _STRONG, width, "Pledge")
    cell += blocks(handout, pledge.measure, _PLAIN, width, "Pledge: how it is measured")
    cell += blocks(handout, _aim(pledge), _PLAIN, width, "Pledge: from where to where")
    return cell + blocks(handout, one_line(pledge.owner), _MUTED, width, "Pledge: who", most=2)


def _aim(pledge: Pledge) -> str:
    """Return from where to where a pledge leads, and by when."""
    parts = []
    baseline, target = one_line(pledge.baseline), one_line(pledge.target)
    if baseline:
        parts.append(f"{baseline} now")
    if target:
        parts.append(f"\u2192 {target}" if baseline else target)
    if pledge.due:
        parts.append(f"by {short_day(pledge.due)}")
    return " ".join(parts)


def _draw_sides(sheet: Sheet, half: float, *, repeated: bool) -> None:
    """Draw the heads of both sides with who stands there, and a rule under each."""
    document = sheet.document
    sponsor = one_line(sheet.handout.facts.sponsor) or "The sponsor"
    right = sheet.left + half + _BETWEEN
    sides = ((sheet.left, _LEADER, sponsor), (right, _TEAM, "The leaders in the room"))
    baseline = sheet.y + 10 + styles.baseline(_SIDE)
    with document.artifact() if repeated else document.element(Tag.ROW):
        for x, head, who in sides:
            with document.artifact() if repeated else document.element(Tag.HEAD):
                style = styles.BODY_MUTED
                fitted = sheet.wrapper.fit(who, style, half)
                document.draw(Text(x, baseline, head, _SIDE.size, _SIDE.weight))
                document.draw(Text(x, baseline + 16, fitted, style.size, style.weight, style.color))
    sheet.y += _SIDES
    with document.artifact():
        for x, _, _ in sides:
            document.draw(Line(x, sheet.y, x + half, sheet.y, 1.1))


def _draw_row(sheet: Sheet, left: Cell, right: Cell, half: float, height: float) -> None:
    document = sheet.document
    top, inner = sheet.y + _PADDING, height - 2 * _PADDING
    right_x = sheet.left + half + _BETWEEN
    with document.artifact():
        arrow_x = right_x - (_BETWEEN + _ARROW) / 2
        document.draw(Icon("arrow-right", arrow_x, top + (inner - _ARROW) / 2, _ARROW))
        document.draw(Rect(right_x, top, _BAR, inner, "performance"))
    with document.element(Tag.ROW):
        with document.element(Tag.CELL):
            draw_cell(sheet, left, sheet.left, top, half)
        with document.element(Tag.CELL):
            draw_cell(sheet, right, right_x + _BAR_INDENT, top, half - _BAR_INDENT)
    sheet.y += height
    sheet.rule(0.6, "hairline")
