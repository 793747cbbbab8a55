"""What we heard, what we fix: the promise to those who use each process, by unit."""

from collections.abc import Mapping, Sequence

from workshop.domain.enums import CommitmentStatus, Triage
from workshop.domain.records import Commitment, Process
from workshop.domain.text import counted, one_line, quoted, sameness_key
from workshop.domain.triage import triage_of
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, marked, said
from workshop.handouts.handout import Handout, Section
from workshop.handouts.promises import NO_OWNER, in_order
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Cell, Row, Table, columns
from workshop.handouts.words import NO_DATE, UNHEARD, label, long_day, short_day
from workshop.words import promise_to_users

TITLE = "What we heard, what we fix"

_HEADS = ("What we heard", "What we fix", "Who", "By when")
_SHARES = (30, 34, 20, 16)
_NO_UNIT = "The whole organization"
_NONE = "\u2013"
_NOTHING_PROMISED = {
    Triage.LEAVE_ALONE: "It works. We leave it alone.",
    Triage.LIVE_WITH_IT: "We live with it for now, and say so.",
}


def compose(handout: Handout) -> None:
    """Draw the handout."""
    groups = _by_unit(handout)
    number = sum(map(len, groups.values()))
    sheet = Sheet(handout, Section(TITLE, _lead(number), handout.facts.agency, TITLE))
    _draw_promise(sheet)
    for unit, processes in groups.items():
        _draw_unit(sheet, unit, processes)
    draw_long_answers(sheet)


def _lead(number: int) -> str:
    if not number:
        return (
            "Nothing was heard from the users of a process and nothing promised to them yet. "
            "Add what they said to the inventory and print again."
        )
    return f"To those who use our processes: {counted(number, Process.NOUN)}, and what comes of it."


def _by_unit(handout: Handout) -> Mapping[str, Sequence[Process]]:
    """Return the processes that were spoken of or promised something, by unit in its order.

    Units that differ in case and spacing alone are one; the first spelling stands.
    """
    view = handout.view
    names: dict[str, str] = {}
    found: dict[str, list[Process]] = {}
    for process in view.processes:
        if view.feedback_of(process.id) or _promised(handout, process):
            units = (one_line(card.unit) for card in view.activities_of(process.id))
            unit = next(filter(None, units), _NO_UNIT)
            key = names.setdefault(sameness_key(unit), unit)
            found.setdefault(key, []).append(process)
    return {unit: found[unit] for unit in sorted(found, key=lambda u: (u == _NO_UNIT, u))}


def _promised(handout: Handout, process: Process) -> list[Commitment]:
    made = handout.view.commitments_of(process.id)
    return in_order(c for c in made if c.status is not CommitmentStatus.WITHDRAWN)


def _draw_promise(sheet: Sheet) -> None:
    facts = sheet.handout.facts
    by = long_day(facts.next_date) if facts.next_date else ""
    text = f"\u201c{promise_to_users(facts, by)}\u201d"
    sheet.y += 12
    cell = blocks(sheet.handout, text, styles.BODY, sheet.measure, "Our promise")
    for block in cell:
        sheet.paragraph(block.lines, block.style)
    sponsor = one_line(facts.sponsor)
    if sponsor:
        fitted = sheet.wrapper.fit(f"— {sponsor}", styles.BODY_STRONG, sheet.measure)
        sheet.paragraph([fitted], styles.BODY_STRONG)


def _draw_unit(sheet: Sheet, unit: str, processes: Sequence[Process]) -> None:
    table = Table(columns(sheet, _HEADS, _SHARES))
    rows = {process.id: _rows(sheet.handout, table, process) for process in processes}
    first = rows[processes[0].id]
    sheet.ensure(
        HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + _block_height(table, first)
    )
    sheet.space(HEADING_BEFORE)
    count = f"{len(processes):,}"
    width = sheet.measure - sheet.wrapper.width(count, styles.HEADING_COUNT) - 20
    sheet.heading(sheet.wrapper.fit(unit, styles.HEADING, width), count=count)
    for process in processes:
        sheet.ensure(_block_height(table, rows[process.id]))
        sheet.space(6)
        name = sheet.wrapper.wrap(process.name, styles.BODY_STRONG, sheet.measure, most=3)
        with sheet.document.element(Tag.SECTION):
            sheet.paragraph(name.lines, styles.BODY_STRONG, tag=Tag.H3)
            table.flow(sheet, rows[process.id])
        sheet.y += 8


def _block_height(table: Table, rows: Sequence[Row]) -> float:
    return 3 * styles.BODY_STRONG.leading + table.opening_height(rows)


def _rows(handout: Handout, table: Table, process: Process) -> list[Row]:
    heard = _heard(handout, process, table.columns[0].width)
    promised = _promised(handout, process)
    if not promised:
        return [_row_without(handout, table, process, heard)]
    group = str(process.id) if len(promised) > 1 else ""
    return [_row(handout, table, heard, commitment, group) for commitment in promised]


def _heard(handout: Handout, process: Process, width: float) -> Cell:
    voices = [
        quoted(voice.said) + (f" {one_line(voice.who)}" if voice.who.strip() else "")
        for voice in handout.view.feedback_of(process.id)
    ]
    source = f"{process.name}: what we heard"
    found = blocks(handout, "\n".join(voices), styles.CELL, width, source)
    return found or (said(handout, UNHEARD[process.feedback], styles.CELL_MUTED, width),)


def _row(handout: Handout, table: Table, heard: Cell, commitment: Commitment, group: str) -> Row:
    _, fix, who, due = table.columns
    triage = Triage(commitment.kind.value)
    owner = commitment.owner if commitment.owner.strip() else NO_OWNER
    return Row(
        (
            heard,
            (
                *blocks(handout, commitment.text, styles.CELL_STRONG, fix.width, "What we fix"),
                marked(handout, triage, label(triage), styles.CELL, fix.width),
            ),
            blocks(handout, owner, styles.CELL, who.width, "Who"),
            (said(handout, _when(commitment), styles.CELL, due.width),),
        ),
        group,
    )


def _when(commitment: Commitment) -> str:
    if commitment.due is not None:
        return short_day(commitment.due)
    if commitment.depends_on is not None:
        return f"As {commitment.depends_on.value} allows"
    return NO_DATE


def _row_without(handout: Handout, table: Table, process: Process, heard: Cell) -> Row:
    _, fix, who, due = table.columns
    triage = triage_of(process)
    words = _NOTHING_PROMISED.get(triage, "Nothing is promised yet") if triage else ""
    words = words or "Nothing is promised yet"
    return Row(
        (
            heard,
            (said(handout, words, styles.CELL_MUTED, fix.width),),
            (said(handout, _NONE, styles.CELL_MUTED, who.width),),
            (said(handout, _NONE, styles.CELL_MUTED, due.width),),
        )
    )
