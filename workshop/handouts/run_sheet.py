"""The run sheet: what the facilitator does and says, when, and what to do when it gets late."""

from collections.abc import Sequence

from workshop.charts.shapes import Line, Rect, Shape
from workshop.domain.enums import Phase
from workshop.domain.records import AgendaItem, Note
from workshop.domain.text import counted, one_line
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, said
from workshop.handouts.handout import Handout, Section
from workshop.handouts.notes import draw_notes
from workshop.handouts.paper import Layout
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Block, Cell, Row, Table, columns
from workshop.handouts.words import label
from workshop.handouts.wrap import Style
from workshop.words import Prompt, prompts, words

TITLE = "Run sheet"

_HEADS = ("From start", "Phase", "Do and say", "The room sees", "Ended")
_SHARES = (10.5, 13, 49, 20, 7.5)
_LATE = "If you run late"
_NOTES = "Your notes"
_ENDED = Style(10, 16)
_BOX = 10.0
_INDENT = 20.0
_WHEN = 72.0
_ONLY_FOR = "FACILITATOR ONLY"
_ABOVE_PRIVATE = "For the facilitator. Not for the room."


def compose(handout: Handout) -> None:
    """Draw the handout; with a private view also prompts and notes, and then for nobody else."""
    is_private = handout.private is not None
    section = Section(
        TITLE,
        _lead(handout),
        _ABOVE_PRIVATE if is_private else handout.facts.agency,
        TITLE,
        layout=Layout.ANNEX if is_private else Layout.PORTRAIT,
        only_for=_ONLY_FOR if is_private else "",
    )
    sheet = Sheet(handout, section)
    sheet.lower(10)
    _draw_phases(sheet)
    _draw_late(sheet)
    for checklist in words().run_sheet.checklists:
        _draw_checklist(sheet, checklist.title, checklist.items)
    if handout.private is not None:
        _draw_notes(sheet, handout.private.notes)
    draw_long_answers(sheet)


def _lead(handout: Handout) -> str:
    agenda = handout.view.agenda
    minutes = sum(item.planned_minutes for item in agenda)
    leaders = len(handout.view.leaders)
    parts = [f"{minutes:,} minutes in {counted(len(agenda), ('phase', 'phases'))}, without a break"]
    if not agenda:
        parts = ["The agenda of this session is empty"]
    parts.append(one_line(handout.facts.place))
    parts.append(counted(leaders, ("leader", "leaders")) if leaders else "")
    return ". ".join(filter(None, parts)) + "."


def _draw_phases(sheet: Sheet) -> None:
    agenda = sheet.handout.view.agenda
    if not agenda:
        return
    table = Table(columns(sheet, _HEADS, _SHARES))
    rows, start = [], 0
    for item in agenda:
        rows.append(_row(sheet, table, item, start))
        start += item.planned_minutes
    table.flow(sheet, rows)


def _row(sheet: Sheet, table: Table, item: AgendaItem, start: int) -> Row:
    handout = sheet.handout
    at, phase, do, sees, ended = table.columns
    step = words().run_sheet.phases[item.phase]
    minutes = f"{item.planned_minutes:,} min"
    steps: Cell = blocks(handout, step.do, styles.CELL, do.width, f"{label(item.phase)}: do")
    for words_of in _prompts(handout, item.phase):
        steps += blocks(handout, words_of, styles.CELL_MUTED, do.width, f"{label(item.phase)}: say")
    return Row(
        (
            (said(handout, _clock(start), styles.CELL_STRONG, at.width),),
            (
                said(handout, label(item.phase), styles.CELL_STRONG, phase.width),
                said(handout, minutes, styles.CELL_MUTED, phase.width),
            ),
            steps,
            blocks(handout, step.sees, styles.CELL_MUTED, sees.width, "The room sees"),
            _writing_line(ended.width),
        )
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:,}:{minutes % 60:02}"


def _writing_line(width: float) -> Cell:
    def mark(x: float, y: float) -> Sequence[Shape]:
        return (Line(x, y + _ENDED.leading, x + width, y + _ENDED.leading, 0.6, "hairline"),)

    return (Block(("",), _ENDED, mark=mark),)


def _prompts(handout: Handout, phase: Phase) -> Sequence[str]:
    """Return what to say and to watch for, in the facilitator's own words where there are any."""
    if handout.private is None:
        return ()
    shipped, own = prompts()[phase], handout.private.prompts.get(phase)
    found = shipped
    if own is not None:
        found = Prompt(own.say.strip() or shipped.say, own.watch.strip() or shipped.watch)
    watch = f"Watch: {found.watch}" if found.watch else ""
    return tuple(filter(None, (found.say, watch)))


def _draw_late(sheet: Sheet) -> None:
    late = words().run_sheet.late
    if not late:
        return
    leading, width = styles.BODY.leading, sheet.measure - _WHEN
    _start(sheet, _LATE, len(late) * (leading + 3))
    with sheet.document.element(Tag.LIST):
        for each in late:
            lines = sheet.wrapper.wrap(each.do, styles.BODY, width).lines
            sheet.ensure(len(lines) * leading)
            with sheet.document.element(Tag.ITEM):
                top = sheet.y
                with sheet.document.element(Tag.ITEM_LABEL):
                    when = sheet.wrapper.fit(f"{each.when}:", styles.BODY_STRONG, _WHEN - 6)
                    sheet.line(when, styles.BODY_STRONG)
                sheet.y = top
                with sheet.document.element(Tag.ITEM_BODY):
                    for line in lines:
                        sheet.line(line, styles.BODY, sheet.left + _WHEN)
            sheet.y += 3


def _start(sheet: Sheet, title: str, height: float) -> None:
    """Draw a heading with room for `height` points below it."""
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + height)
    sheet.space(HEADING_BEFORE)
    sheet.heading(sheet.wrapper.fit(title, styles.HEADING, sheet.measure))


def _draw_checklist(sheet: Sheet, title: str, items: Sequence[str]) -> None:
    wrapped = [
        sheet.wrapper.wrap(each, styles.BODY, sheet.measure - _INDENT).lines for each in items
    ]
    height = sum(len(lines) * styles.BODY.leading + 4 for lines in wrapped)
    _start(sheet, title, min(height, sheet.room_of_page / 2))
    with sheet.document.element(Tag.LIST):
        for lines in wrapped:
            sheet.ensure(len(lines) * styles.BODY.leading)
            with sheet.document.artifact():
                box = Rect(sheet.left, sheet.y + 2.5, _BOX, _BOX, stroke="text", line=0.9)
                sheet.document.draw(box)
            with sheet.document.element(Tag.ITEM), sheet.document.element(Tag.ITEM_BODY):
                for line in lines:
                    sheet.line(line, styles.BODY, sheet.left + _INDENT)
            sheet.y += 4


def _draw_notes(sheet: Sheet, notes: Sequence[Note]) -> None:
    if notes:
        _start(sheet, _NOTES, 4 * styles.BODY.leading)
        draw_notes(sheet, notes)
