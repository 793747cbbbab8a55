"""A page for each owner: what they have promised, with room for the follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.charts.due import days_after
from workshop.charts.marks import triage_mark
from workshop.charts.shapes import Line, Rect, Text, Weight
from workshop.domain.enums import Triage
from workshop.domain.records import Commitment
from workshop.domain.text import counted, one_line, quoted, shorten
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks
from workshop.handouts.handout import Handout, Section
from workshop.handouts.promises import NO_OWNER, OwnerPromises, by_owner, status_words
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Cell
from workshop.handouts.words import (
    NO_DATE,
    NOT_ANSWERED,
    day_month,
    label,
    number_word,
    short_day,
)
from workshop.handouts.wrap import Style

_ABOVE = "What one owner has promised"
_PER_PAGE = 3
_LONGEST_PROMISE = 14

_DATE = Style(22, 26, Weight.BOLD)
_PROMISE = Style(14, 18, Weight.SEMIBOLD)
_LABEL = Style(10.5, 13.2, color="muted")
_VALUE = Style(10.5, 13.2)
_FACT_GAP = 4.8
_TEXT_INDENT = 104.0
_VALUE_INDENT = 104.0
_MARK = 15.0

_STRIP = 62.0
_STRIP_BEFORE = 7.0
_BETWEEN = 15.0
_TICKS = ("Kept", "On its way", "Late")
_LOOKS = (30, 60, 90)

_NOTES = "Notes: what helps, what stands in the way"
_WRITING_LINE = 24.0
_MOST_WRITING_LINES = 12
_SIGNING = 64.0
_PLEDGE = "I own this and will say early if it is at risk."


def compose(handout: Handout) -> None:
    """Draw the handout."""
    owners = by_owner(handout.view.commitments)
    if not owners:
        _compose_empty(handout)
    for number, promises in enumerate(owners):
        _compose_owner(handout, promises, str(number))


def _compose_empty(handout: Handout) -> None:
    lead = (
        "No commitments were recorded in this session, so there is no page for an owner yet. "
        "Add them in Gather and print again."
    )
    Sheet(
        handout,
        Section("Commitments by owner", lead, handout.facts.agency, "Commitments by owner"),
    )


def _compose_owner(handout: Handout, promises: OwnerPromises, numbering: str) -> None:
    title = promises.owner or NO_OWNER
    section = Section(
        title=title,
        lead=_lead(promises),
        above=_ABOVE if promises.owner else "What nobody has promised yet",
        name=f"Owner: {title}" if promises.owner else title,
        numbering=numbering,
    )
    sheet = Sheet(handout, section)
    on_page = 0
    for commitment in promises.commitments:
        block = _block(sheet, commitment)
        if on_page == _PER_PAGE or (on_page and _BETWEEN + block.height > sheet.room):
            sheet.next_page()
            on_page = 0
        _draw_block(sheet, block)
        on_page += 1
    draw_long_answers(sheet)
    _draw_signing(sheet, promises.owner)


def _lead(promises: OwnerPromises) -> str:
    number = len(promises.commitments)
    noun = counted(number, ("commitment", "commitments")).split(" ")[1]
    due = promises.commitments[0].due
    if due is None:
        when = "without a date yet" if number == 1 else "none with a date yet"
    else:
        when = f"due {short_day(due)}" if number == 1 else f"the first due {short_day(due)}"
    return f"{number_word(number)} {noun}, {when}. Bring this page to each follow-up."


@dataclass(frozen=True, slots=True)
class _Block:
    commitment: Commitment
    promise: Cell
    facts: Sequence[tuple[str, Cell]]

    @property
    def text_height(self) -> float:
        promise = sum(block.height for block in self.promise)
        facts = sum(_fact_height(cell) for _, cell in self.facts)
        return promise + facts + 4

    @property
    def height(self) -> float:
        left = 72.0
        return 8 + max(self.text_height, left) + _STRIP_BEFORE + _STRIP


def _fact_height(cell: Cell) -> float:
    return sum(block.height for block in cell) + _FACT_GAP


def _block(sheet: Sheet, commitment: Commitment) -> _Block:
    handout = sheet.handout
    view = handout.view
    width = sheet.measure - _TEXT_INDENT
    promise = blocks(handout, commitment.text, _PROMISE, width, "Commitment", most=_LONGEST_PROMISE)
    process = view.process(commitment.process_id)
    depends = commitment.depends_on
    given = [
        ("Process", process.name if process else ""),
        ("Depends on", label(depends) if depends else ""),
        ("Its users will know", commitment.measure or NOT_ANSWERED),
        *(("Ends the excuse", quoted(e.text)) for e in view.excuses_removed_by(commitment.id)),
        ("Status", status_words(commitment)),
    ]
    facts = []
    for name, value in given:
        style = _LABEL if value == NOT_ANSWERED else _VALUE
        source = f"{name}, “{shorten(commitment.text)}”"
        cell = blocks(handout, value, style, width - _VALUE_INDENT, source)
        if cell:
            facts.append((name, cell))
    return _Block(commitment, promise, facts)


def _draw_block(sheet: Sheet, block: _Block) -> None:
    """Draw a promise; where it is longer than a page its facts go on with the next."""
    sheet.y += _BETWEEN if not sheet.is_fresh else 11.0
    sheet.rule(1.1)
    with sheet.document.element(Tag.SECTION):
        top = sheet.y
        sheet.y = top + 8
        _draw_promise(sheet, block.promise)
        _draw_due(sheet, block.commitment, top)
        pages = len(sheet.document.pages)
        _draw_facts(sheet, block.facts)
        if len(sheet.document.pages) == pages:
            sheet.y = max(sheet.y, top + 8 + 72)
        sheet.y += _STRIP_BEFORE
        sheet.ensure(_STRIP)
        _draw_strip(sheet)


def _draw_promise(sheet: Sheet, promise: Cell) -> None:
    for n, part in enumerate(promise):
        tag = Tag.PARAGRAPH if n else Tag.H2
        sheet.paragraph(part.lines, part.style, tag=tag, x=sheet.left + _TEXT_INDENT)
    sheet.y += 4


def _draw_due(sheet: Sheet, commitment: Commitment, top: float) -> None:
    draw = sheet.document.draw
    x = sheet.left
    with sheet.document.element(Tag.PARAGRAPH):
        if commitment.due is None:
            draw(Text(x, top + 25, NO_DATE, 17, Weight.BOLD))
            draw(Text(x, top + 41, "to be agreed", 10, color="muted"))
        else:
            draw(Text(x, top + 28, day_month(commitment.due), _DATE.size, _DATE.weight))
            draw(Text(x, top + 43, str(commitment.due.year), 10, color="muted"))
    triage = Triage(commitment.kind.value)
    with sheet.document.element(Tag.PARAGRAPH):
        draw(*triage_mark(triage, x, top + 53, _MARK))
        draw(Text(x + _MARK + 6, top + 64.3, label(triage), 11, Weight.SEMIBOLD))


def _draw_facts(sheet: Sheet, facts: Sequence[tuple[str, Cell]]) -> None:
    x = sheet.left + _TEXT_INDENT
    named = ""
    for name, cell in facts:
        sheet.ensure(_fact_height(cell))
        with sheet.document.element(Tag.PARAGRAPH):
            top = sheet.y
            if name != named:
                sheet.line(name, _LABEL, x)
            sheet.y = top
            for part in cell:
                for line in part.lines:
                    sheet.line(line, part.style, x + _VALUE_INDENT)
        sheet.y += _FACT_GAP
        named = name


def _draw_strip(sheet: Sheet) -> None:
    """Draw the boxes for the follow-up after 30, 60 and 90 days."""
    document = sheet.document
    top = sheet.y
    width = sheet.measure / len(_LOOKS)
    with document.artifact():
        document.draw(Rect(sheet.left, top, sheet.measure, _STRIP, stroke="hairline", line=0.6))
        for n in range(1, len(_LOOKS)):
            x = sheet.left + n * width
            document.draw(Line(x, top, x, top + _STRIP, 0.6, "hairline"))
    for n, days in enumerate(_LOOKS):
        with document.element(Tag.PARAGRAPH):
            _draw_look(sheet, sheet.left + n * width + 8, top, width - 16, days)
    sheet.y = top + _STRIP


def _draw_look(sheet: Sheet, x: float, top: float, width: float, days: int) -> None:
    draw = sheet.document.draw
    draw(Text(x, top + 13.5, f"{days} days", 9.5, Weight.SEMIBOLD))
    start = sheet.handout.facts.date
    if start is not None:
        date = short_day(days_after(start, days))
        style = Style(9.5, 12, color="muted")
        right = x + width - sheet.wrapper.width(date, style)
        draw(Text(right, top + 13.5, date, style.size, style.weight, style.color))
    for tick in _TICKS:
        draw(Rect(x, top + 23, 9, 9, stroke="text", line=0.9))
        draw(Text(x + 13, top + 31, tick, 9.5))
        x += 13 + sheet.wrapper.width(tick, Style(9.5, 12)) + 11.5
    left = x - sum(13 + sheet.wrapper.width(t, Style(9.5, 12)) + 11.5 for t in _TICKS)
    draw(Line(left, top + 51.5, left + width, top + 51.5, 0.6, "hairline"))


def _draw_signing(sheet: Sheet, owner: str) -> None:
    """Draw lines for notes where there is room, the pledge, and two lines to sign on."""
    sheet.ensure(_BETWEEN + _SIGNING)
    sheet.space(_BETWEEN)
    lines = int((sheet.room - _SIGNING - 40) // _WRITING_LINE)
    if lines >= 2:
        with sheet.document.element(Tag.PARAGRAPH):
            sheet.line(_NOTES, styles.BODY_STRONG)
        for _ in range(min(lines, _MOST_WRITING_LINES)):
            sheet.y += _WRITING_LINE
            sheet.rule(0.6, "hairline")
        sheet.y += 20
    with sheet.document.element(Tag.PARAGRAPH):
        sheet.line(_PLEDGE, styles.BODY_STRONG)
    half = (sheet.measure - 24) / 2
    y = sheet.y + 31
    sponsor = one_line(sheet.handout.facts.sponsor)
    signers = (owner or "Owner", f"{sponsor}, sponsor" if sponsor else "Sponsor")
    for n, signer in enumerate(signers):
        x = sheet.left + n * (half + 24)
        with sheet.document.artifact():
            sheet.document.draw(Line(x, y, x + half, y, 0.8))
        with sheet.document.element(Tag.PARAGRAPH):
            name = sheet.wrapper.fit(signer, styles.CELL_MUTED, half - 60)
            style = styles.CELL_MUTED
            sheet.document.draw(Text(x, y + 13, name, style.size, style.weight, style.color))
            date_x = x + half - sheet.wrapper.width("Date", style) - 30
            sheet.document.draw(Text(date_x, y + 13, "Date", style.size, style.weight, style.color))
    sheet.y = y + 18
