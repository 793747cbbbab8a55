"""Commitments: one page at a glance, then all of them by kind."""

import datetime as dt
from collections.abc import Iterator, Sequence

from workshop.charts.due import LATER, PAST, DueColumn, due_chart, due_columns
from workshop.charts.marks import triage_mark
from workshop.domain.enums import CommitmentKind, Triage
from workshop.domain.kept import OPEN_STATUSES
from workshop.domain.records import Commitment
from workshop.domain.text import counted, shorten
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, marked, said, short
from workshop.handouts.counts import draw_counts
from workshop.handouts.handout import Handout, Section
from workshop.handouts.promises import (
    NO_OWNER,
    by_owner,
    due_cell,
    due_group,
    first_day,
    in_order,
    status_words,
)
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Block, Cell, Row, Table, columns
from workshop.handouts.words import GLOSSES, NOT_ANSWERED, day_month, label, short_day

GLANCE = "Commitments at a glance"
BY_KIND = "Commitments by kind"

_FEW = 5
"""Up to so many commitments stand in one full table, without a chart."""

_GLANCE_LINES = 2
_BLANK_ROWS = 11
_BLANK_ROW = 37.0
_MORE_LINE = 20.0
_KIND_MARK = 20.0
_NOUN = ("promise", "promises")


def compose(handout: Handout) -> None:
    """Draw the handout."""
    commitments = in_order(handout.view.commitments)
    sheet = Sheet(handout, _section(handout, GLANCE, _glance_lead(handout, commitments)))
    if not commitments:
        _draw_blank_rows(sheet)
        return
    _draw_kind_counts(sheet, commitments)
    if len(commitments) <= _FEW:
        _draw_few(sheet, commitments)
    else:
        _draw_due_chart(sheet, commitments)
        _draw_first_due(sheet, commitments)
        sheet = _draw_by_kind(handout, commitments)
    draw_long_answers(sheet)


def _section(handout: Handout, title: str, lead: str) -> Section:
    return Section(title=title, lead=lead, above=handout.facts.agency, name=title)


def _glance_lead(handout: Handout, commitments: Sequence[Commitment]) -> str:
    if not commitments:
        return (
            "No commitments were recorded in this session. "
            "Write them here, or add them in Gather and print again."
        )
    owners = sum(bool(group.owner) for group in by_owner(commitments))
    promised = counted(len(commitments), _NOUN)
    by = f" by {counted(owners, ('owner', 'owners'))}" if owners else ", none with an owner yet"
    return " ".join((f"{promised}{by}.", *_first_due(handout, commitments)))


def _first_due(handout: Handout, commitments: Sequence[Commitment]) -> Iterator[str]:
    """Yield how many are due already, and how many fall due first."""
    found = [c for c in _due_columns(handout, commitments) if c.count]
    for column in found[: 2 if found and found[0].label == PAST else 1]:
        if column.label == PAST:
            yield f"{column.count:,} {'is' if column.count == 1 else 'are'} {_lower(PAST)}."
        elif column.until is not None:
            falls = "falls" if column.count == 1 else "fall"
            yield f"{column.count:,} {falls} due {_lower(column.label)}."


def _due_columns(handout: Handout, commitments: Sequence[Commitment]) -> tuple[DueColumn, ...]:
    return due_columns(_to_come(commitments), first_day(handout))


def _to_come(commitments: Sequence[Commitment]) -> list[Commitment]:
    """Return what is still to be done; what was settled is due no more."""
    return [each for each in commitments if each.status in OPEN_STATUSES]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _draw_kind_counts(sheet: Sheet, commitments: Sequence[Commitment]) -> None:
    counts = [
        (Triage(kind.value), sum(c.kind is kind for c in commitments)) for kind in CommitmentKind
    ]
    draw_counts(sheet, counts, glossed=True)


def _draw_blank_rows(sheet: Sheet) -> None:
    table = Table(columns(sheet, ("Due", "We will", "Owner", "Kind"), (15, 45, 22, 18)))
    sheet.y += 10
    with sheet.document.element(Tag.TABLE):
        table.draw_head(sheet)
        for _ in range(_BLANK_ROWS - 1):
            sheet.y += _BLANK_ROW
            sheet.rule(0.6, "hairline")
        sheet.y += _BLANK_ROW
        sheet.rule(1.1)


def _draw_due_chart(sheet: Sheet, commitments: Sequence[Commitment]) -> None:
    start = first_day(sheet.handout)
    found = _due_columns(sheet.handout, commitments)
    sheet.space(HEADING_BEFORE)
    sheet.heading("When they fall due")
    notes = [_due_note(column, found, start) for column in found]
    chart = due_chart(found, notes, sheet.left, sheet.y + 2, sheet.measure)
    with sheet.document.element(Tag.FIGURE, alternative=_due_words(found)):
        sheet.document.draw(*chart.shapes)
    sheet.y += chart.height + 2


def _due_note(column: DueColumn, found: Sequence[DueColumn], start: dt.date) -> str:
    if column.until is not None:
        return f"by {short_day(column.until, start)}"
    if column.label == PAST:
        return f"before {short_day(start, start)}"
    if column.label == LATER:
        last = max(each.until for each in found if each.until is not None)
        return f"after {day_month(last)}"  # its year stands in the column before
    if column.waiting == column.count:
        return "waits on others" if column.count else ""
    return f"{column.waiting:,} waiting" if column.waiting else "to be agreed"


def _due_words(found: Sequence[DueColumn]) -> str:
    parts = []
    for column in found:
        kinds = [(label(kind), column.kinds.count(kind)) for kind in CommitmentKind]
        detail = ", ".join(f"{_lower(name)} {count:,}" for name, count in kinds if count)
        parts.append(f"{column.label}: {column.count:,}" + (f" ({detail})" if detail else ""))
    return "; ".join(parts) + "."


def _draw_first_due(sheet: Sheet, commitments: Sequence[Commitment]) -> None:
    """Fill the rest of the page with what falls due first."""
    commitments = _to_come(commitments)
    sheet.space(HEADING_BEFORE)
    table = Table(
        columns(sheet, ("Due", "We will", "Owner", "Kind"), (10, 54, 22.8, 13.2)), padding=4
    )
    room = sheet.room - styles.HEADING.leading - HEADING_AFTER
    at_most = int(room / (styles.CELL.leading + 2 * table.padding)) + 1
    rows = [_glance_row(sheet.handout, table, c) for c in commitments[:at_most]]
    fits_all = len(rows) == len(commitments) and table.fitting(rows, room) == len(rows)
    shown = len(rows) if fits_all else table.fitting(rows, room - _MORE_LINE)
    if shown < 2:
        return
    sheet.heading("First to fall due")
    table.flow(sheet, rows[:shown])
    if shown < len(commitments):
        sheet.y += 5
        more = f"{len(commitments) - shown:,} more: see {BY_KIND}, from the next page."
        sheet.paragraph([more], styles.CELL_MUTED)


def _glance_row(handout: Handout, table: Table, commitment: Commitment) -> Row:
    _, will, owner, kind = table.columns
    owned = commitment.owner if commitment.owner.strip() else NO_OWNER
    owner_style = styles.CELL if commitment.owner.strip() else styles.CELL_MUTED
    return Row(
        (
            due_cell(handout, commitment),
            short(handout, commitment.text, styles.CELL, will.width, most=_GLANCE_LINES),
            short(handout, owned, owner_style, owner.width, most=_GLANCE_LINES),
            _kind_cell(handout, commitment, kind.width),
        ),
        due_group(commitment),
    )


def _kind_cell(handout: Handout, commitment: Commitment, width: float) -> Cell:
    triage = Triage(commitment.kind.value)
    kind = marked(handout, triage, label(triage), styles.CELL, width)
    status = status_words(commitment)
    if not status:
        return (kind,)
    return (kind, Block((status,), styles.CELL_MUTED, indent=kind.indent))


def _draw_few(sheet: Sheet, commitments: Sequence[Commitment]) -> None:
    """Draw one full table."""
    sheet.y += 14
    heads = ("Due", "We will", "Owner", "How its users will know", "Kind")
    table = Table(columns(sheet, heads, (10, 34, 18.5, 23, 14.5)))
    rows = []
    for commitment in commitments:
        due, will, owner, know = _full_cells(sheet.handout, table, commitment)
        kind = _kind_cell(sheet.handout, commitment, table.columns[-1].width)
        rows.append(Row((due, will, owner, know, kind), due_group(commitment)))
    table.flow(sheet, rows)


def _draw_by_kind(handout: Handout, commitments: Sequence[Commitment]) -> Sheet:
    lead = (
        "What we promised to fix, sorted by what it takes. "
        "Within each kind, the first due comes first."
    )
    sheet = Sheet(handout, _section(handout, BY_KIND, lead))
    sheet.lower(12)
    for kind in CommitmentKind:
        chosen = [commitment for commitment in commitments if commitment.kind is kind]
        if chosen:
            _draw_kind(sheet, kind, chosen)
    return sheet


def _draw_kind(sheet: Sheet, kind: CommitmentKind, commitments: Sequence[Commitment]) -> None:
    waits = kind is CommitmentKind.LONG_TERM
    heads: tuple[str, ...]
    if waits:
        heads = ("Due", "We will", "Owner", "Depends on", "How its users will know")
        table = Table(columns(sheet, heads, (9, 33, 18, 19, 21)))
    else:
        heads = ("Due", "We will", "Owner", "How its users will know")
        table = Table(columns(sheet, heads, (10, 42, 21, 27)))
    rows = [_kind_row(sheet.handout, table, commitment, waits=waits) for commitment in commitments]
    sheet.ensure(
        HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + table.opening_height(rows)
    )
    sheet.space(HEADING_BEFORE)
    triage = Triage(kind.value)
    mark = triage_mark(triage, sheet.left, sheet.y - 0.5, _KIND_MARK)
    sheet.heading(label(kind), count=f"{len(rows):,}", gloss=GLOSSES[triage], mark=mark, indent=28)
    table.flow(sheet, rows)


def _kind_row(handout: Handout, table: Table, commitment: Commitment, *, waits: bool) -> Row:
    due, will, owner, know = _full_cells(handout, table, commitment)
    cells: tuple[Cell, ...] = (due, will, owner, know)
    if waits:
        depends = commitment.depends_on
        words = Block((label(depends),), styles.CELL) if depends else _missing("Not named")
        cells = (due, will, owner, (words,), know)
    return Row(cells, due_group(commitment))


def _full_cells(
    handout: Handout, table: Table, commitment: Commitment
) -> tuple[Cell, Cell, Cell, Cell]:
    """Return the cells for due, promise with its process, owner, and how its users will know."""
    will, owner = table.columns[1], table.columns[2]
    know = next(column for column in table.columns if column.head[0].startswith("How"))
    promise = f"“{shorten(commitment.text)}”"
    return (
        due_cell(handout, commitment),
        _promise(handout, commitment, will.width),
        blocks(handout, commitment.owner, styles.CELL, owner.width, f"Owner of {promise}")
        or (_missing(NO_OWNER),),
        blocks(handout, commitment.measure, styles.CELL, know.width, f"Measure of {promise}")
        or (_missing(NOT_ANSWERED),),
    )


def _promise(handout: Handout, commitment: Commitment, width: float) -> Cell:
    cell = blocks(handout, commitment.text, styles.CELL_STRONG, width, "We will")
    process = handout.view.process(commitment.process_id)
    if process is not None:
        cell += blocks(handout, process.name, styles.CELL_MUTED, width, "Process")
    status = status_words(commitment)
    return (*cell, said(handout, status, styles.CELL, width)) if status else cell


def _missing(words: str) -> Block:
    return Block((words,), styles.CELL_MUTED)
