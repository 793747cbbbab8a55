"""What is left alone because it works, and what is lived with for now: so that all may know."""

from collections.abc import Sequence

from workshop.charts.marks import triage_mark
from workshop.domain.dates import shown_until
from workshop.domain.enums import Triage
from workshop.domain.records import Process
from workshop.domain.text import counted
from workshop.domain.triage import has_nobody
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, said
from workshop.handouts.handout import Handout, Section
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.table import Cell, Row, Table, columns
from workshop.handouts.words import NOT_ANSWERED

TITLE = "Leave these alone"

_LIVED_WITH = "We live with these for now"
_MARK = 20.0
_WORKS = "It works. Leave it alone."


def compose(handout: Handout) -> None:
    """Draw the handout."""
    view = handout.view
    alone, lived_with = view.processes_in(Triage.LEAVE_ALONE), view.processes_in(
        Triage.LIVE_WITH_IT
    )  # fmt: skip
    sheet = Sheet(handout, Section(TITLE, _lead(alone), handout.facts.agency, TITLE))
    if alone:
        sheet.lower(12)
        heads = ("Process", "Who is in charge", "Why")
        _draw_table(sheet, alone, heads, (42, 26, 32))
    if lived_with:
        sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + 80)
        sheet.space(HEADING_BEFORE)
        mark = triage_mark(Triage.LIVE_WITH_IT, sheet.left, sheet.y - 0.5, _MARK)
        sheet.heading(_LIVED_WITH, count=f"{len(lived_with):,}", mark=mark, indent=28)
        _draw_table(sheet, lived_with, ("Process", "Who is in charge", "Until when"), (42, 26, 32))
    draw_long_answers(sheet)


def _lead(alone: Sequence[Process]) -> str:
    if not alone:
        return (
            "No process was found that works and is to be left alone. "
            "One that the room calls no problem stands here."
        )
    works = "works" if len(alone) == 1 else "work"
    return (
        f"{counted(len(alone), Process.NOUN)} that {works}. "
        "Nobody needs to fix, meet about or report on what works."
    )


def _draw_table(
    sheet: Sheet, processes: Sequence[Process], heads: Sequence[str], shares: Sequence[float]
) -> None:
    table = Table(columns(sheet, heads, shares))
    table.flow(sheet, [_row(sheet.handout, table, process) for process in processes])


def _row(handout: Handout, table: Table, process: Process) -> Row:
    name, owner, why = table.columns
    return Row(
        (
            blocks(handout, process.name, styles.CELL_STRONG, name.width, "Process"),
            _owner(handout, process, owner.width),
            _why(handout, process, why.width),
        )
    )


def _owner(handout: Handout, process: Process, width: float) -> Cell:
    if has_nobody(process):
        return (said(handout, "Nobody named", styles.CELL, width),)
    source = f"{process.name}: who is in charge"
    found = blocks(handout, process.owner, styles.CELL, width, source)
    return found or (said(handout, NOT_ANSWERED, styles.CELL_MUTED, width),)


def _why(handout: Handout, process: Process, width: float) -> Cell:
    cell: Cell = ()
    if process.triage is Triage.LIVE_WITH_IT:
        until = f"Until {shown_until(process.until)}"
        cell = blocks(handout, until, styles.CELL, width, f"{process.name}: until when")
    reason = process.triage_reason if process.triage else ""
    if not cell and not reason.strip():
        reason = _WORKS
    return (*cell, *blocks(handout, reason, styles.CELL, width, f"{process.name}: why"))
