"""The excuse log: what still stands in the way, and what each removed excuse was removed by."""

from collections.abc import Sequence

from workshop.domain.enums import ExcuseState
from workshop.domain.kept import creep
from workshop.domain.records import Commitment, Excuse
from workshop.domain.text import counted, quoted
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, said
from workshop.handouts.handout import Handout, Section
from workshop.handouts.promises import NO_OWNER
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.table import Cell, Row, Table, columns
from workshop.handouts.words import NO_DATE, short_day

TITLE = "Excuse log"

_HEADINGS = {
    ExcuseState.OPEN: ("Still said", "Nothing removes these yet"),
    ExcuseState.REMOVED: ("Removed", "A commitment ends each"),
    ExcuseState.ACCEPTED: ("Accepted", "The room takes these as they are"),
}
_SAID = ("What people say", "About", "Raised")
_SAID_SHARES = (52, 32, 16)
_ENDED = ("What people said", "What ends it", "Who", "By when")
_ENDED_SHARES = (34, 34, 18, 14)


def compose(handout: Handout) -> None:
    """Draw the handout."""
    excuses = handout.view.excuses
    sheet = Sheet(handout, Section(TITLE, _lead(handout), handout.facts.agency, TITLE))
    for state in ExcuseState:
        found = [excuse for excuse in excuses if excuse.state is state]
        if found:
            _draw_state(sheet, state, found)
    draw_long_answers(sheet)


def _lead(handout: Handout) -> str:
    excuses = handout.view.excuses
    if not excuses:
        return (
            "No excuse was logged in this session. "
            "What people say stands in the way belongs here; log it in Gather and print again."
        )
    change = creep(handout.view)
    counts = f"{counted(len(excuses), Excuse.NOUN)}, {change.now:,} of them still said."
    if not change.then:
        return counts
    return f"{counts} Open at the last session: {change.then:,}; now: {change.now:,}."


def _draw_state(sheet: Sheet, state: ExcuseState, excuses: Sequence[Excuse]) -> None:
    is_ended = state is ExcuseState.REMOVED
    heads, shares = (_ENDED, _ENDED_SHARES) if is_ended else (_SAID, _SAID_SHARES)
    table = Table(columns(sheet, heads, shares))
    row = _ended_row if is_ended else _said_row
    rows = [row(sheet.handout, table, excuse) for excuse in excuses]
    sheet.ensure(
        HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + table.opening_height(rows)
    )
    sheet.y += HEADING_BEFORE
    heading, gloss = _HEADINGS[state]
    sheet.heading(heading, count=f"{len(rows):,}", gloss=gloss)
    table.flow(sheet, rows)


def _said_row(handout: Handout, table: Table, excuse: Excuse) -> Row:
    said_, about, raised = table.columns
    process = handout.view.process(excuse.process_id)
    name = process.name if process else "The whole organization"
    when = short_day(excuse.raised_on) if excuse.raised_on else "Not noted"
    cell = _excuse_cell(handout, excuse, said_.width)
    if handout.facts.previous_session_id and not excuse.carried:
        cell = (*cell, said(handout, "New in this session", styles.CELL_MUTED, said_.width))
    return Row(
        (
            cell,
            blocks(handout, name, styles.CELL, about.width, "About"),
            (said(handout, when, styles.CELL_MUTED, raised.width),),
        )
    )


def _ended_row(handout: Handout, table: Table, excuse: Excuse) -> Row:
    said_, ends, who, due = table.columns
    commitment = handout.view.get(Commitment, excuse.removed_by_id)
    assert commitment is not None, "a removed excuse has its commitment"
    owner = commitment.owner if commitment.owner.strip() else NO_OWNER
    when = short_day(commitment.due) if commitment.due else NO_DATE
    if commitment.due is None and commitment.depends_on is not None:
        when = f"Waits on {commitment.depends_on.value}"
    return Row(
        (
            _excuse_cell(handout, excuse, said_.width),
            blocks(handout, commitment.text, styles.CELL_STRONG, ends.width, "What ends it"),
            blocks(handout, owner, styles.CELL, who.width, "Who"),
            (said(handout, when, styles.CELL, due.width),),
        )
    )


def _excuse_cell(handout: Handout, excuse: Excuse, width: float) -> Cell:
    return blocks(handout, quoted(excuse.text), styles.CELL, width, "What people say")
