"""The leader-only annex: who is not the right owner, who could be, and the facilitator's notes."""

from collections.abc import Callable, Mapping, Sequence

from workshop.charts.shapes import Icon, Line, Rect, Text
from workshop.domain.enums import OwnerFit
from workshop.domain.private import PrivateView
from workshop.domain.records import PrivateAnswers, Process
from workshop.domain.triage import has_nobody
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, said
from workshop.handouts.handout import Handout, Section
from workshop.handouts.notes import draw_notes
from workshop.handouts.paper import Layout
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Cell, Row, Table, columns
from workshop.handouts.words import NOT_ANSWERED, label

TITLE = "Leader-only annex"

_ABOVE = "For the leader. Not for the room."
_LEAD = (
    "What the general handouts leave out: whether each owner is the best for the job, "
    "who could be, and the facilitator's notes."
)
_NOTHING = (
    "Nothing private was kept in this session: no judgment of an owner, no proposal and no note. "
    "There is nothing to hand over."
)
_CAUTION = (
    "This annex speaks about people by their post. Hand it over in person, keep no copies, and "
    "destroy it as your records schedule says. It is never part of the pack."
)
_ONLY_FOR = "LEADER ONLY"
_BOX_PADDING = 14.0
_LOCK = 24.0
_TEXT_INDENT = 58.0
_COPY_LINE = (("Copy no.", 0.22), ("Given to", 0.42), ("Date", 0.36))
_HEADS = ("Process", "In charge now", "Proposed", "Close to the field?")
_SHARES = (32, 22, 22, 24)
_NOTES = "Facilitator's notes"
_NONE = "\u2013"

Answers = Mapping[int, PrivateAnswers]


def compose(handout: Handout) -> None:
    """Draw the handout; raises ValueError where it is given no private view."""
    private = handout.private
    if private is None:
        raise ValueError("the annex is made from a private view")
    groups = _groups(handout.view.processes, private.answers)
    is_empty = not groups and not private.notes
    section = Section(
        TITLE,
        _NOTHING if is_empty else _LEAD,
        _ABOVE,
        TITLE,
        layout=Layout.ANNEX,
        only_for=_ONLY_FOR,
    )
    sheet = Sheet(handout, section)
    _draw_caution(sheet)
    _draw_copy_line(sheet)
    for (title, gloss), processes in groups.items():
        _draw_group(sheet, title, gloss, processes, private.answers)
    _draw_notes(sheet, private)
    draw_long_answers(sheet)


def _groups(
    processes: Sequence[Process], answers: Answers
) -> dict[tuple[str, str], Sequence[Process]]:
    """Return the processes under the first heading that is true of each, without empty ones."""

    def fits(fit: OwnerFit) -> Callable[[Process], bool]:
        return lambda process: process.id in answers and answers[process.id].owner_fit is fit

    headings: dict[tuple[str, str], Callable[[Process], bool]] = {
        ("Not the right owner", "The room's process, your decision"): fits(OwnerFit.NOT_RIGHT),
        ("Nobody named", "Name one role, not a team"): has_nobody,
        ("Unsure", "Ask before you decide"): fits(OwnerFit.UNSURE),
        ("Proposed all the same", ""): lambda process: bool(_proposed(process, answers)),
    }
    found: dict[tuple[str, str], Sequence[Process]] = {}
    left = list(processes)
    for heading, is_meant in headings.items():
        if meant := [process for process in left if is_meant(process)]:
            found[heading] = meant
            left = [process for process in left if not is_meant(process)]
    return found


def _proposed(process: Process, answers: Answers) -> str:
    return answers[process.id].proposed_owner.strip() if process.id in answers else ""


def _draw_caution(sheet: Sheet) -> None:
    sheet.y += 14
    width = sheet.measure - _TEXT_INDENT - _BOX_PADDING
    lines = sheet.wrapper.wrap(_CAUTION, styles.BODY, width).lines
    height = len(lines) * styles.BODY.leading + 2 * _BOX_PADDING
    with sheet.document.artifact():
        box = Rect(sheet.left, sheet.y, sheet.measure, height, "live with it tint", "text", 1.2)
        lock = (sheet.left + 18, sheet.y + (height - _LOCK) / 2, _LOCK)
        sheet.document.draw(box, Icon("lock", *lock))
    bottom = sheet.y + height
    sheet.y += _BOX_PADDING
    sheet.paragraph(lines, styles.BODY, x=sheet.left + _TEXT_INDENT, width=width)
    sheet.y = bottom


def _draw_copy_line(sheet: Sheet) -> None:
    """Draw the lines on which a copy is numbered and handed over."""
    sheet.y += 22
    style, gap = styles.CELL, 18.0
    baseline = sheet.y + styles.baseline(style)
    x = sheet.left
    for words, share in _COPY_LINE:
        width = (sheet.measure - gap * (len(_COPY_LINE) - 1)) * share
        with sheet.document.element(Tag.PARAGRAPH):
            sheet.document.draw(Text(x, baseline, words, style.size, style.weight))
        start = x + sheet.wrapper.width(words, style) + 8
        with sheet.document.artifact():
            sheet.document.draw(Line(start, baseline + 3, x + width, baseline + 3, 0.8))
        x += width + gap
    sheet.y += style.leading


def _draw_group(
    sheet: Sheet, title: str, gloss: str, processes: Sequence[Process], answers: Answers
) -> None:
    table = Table(columns(sheet, _HEADS, _SHARES))
    rows = [_row(sheet.handout, table, process, answers) for process in processes]
    heading = HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER
    sheet.ensure(heading + table.opening_height(rows))
    sheet.space(HEADING_BEFORE)
    sheet.heading(title, count=f"{len(processes):,}", gloss=gloss)
    table.flow(sheet, rows)


def _row(handout: Handout, table: Table, process: Process, answers: Answers) -> Row:
    name, owner, proposed, field = table.columns
    in_charge = "Nobody named" if has_nobody(process) else process.owner or NOT_ANSWERED
    return Row(
        (
            blocks(handout, process.name, styles.CELL_STRONG, name.width, "Process"),
            blocks(handout, in_charge, styles.CELL, owner.width, f"{process.name}: in charge"),
            blocks(
                handout,
                _proposed(process, answers) or _NONE,
                styles.CELL,
                proposed.width,
                f"{process.name}: proposed",
            ),
            _closeness(handout, process, field.width),
        )
    )


def _closeness(handout: Handout, process: Process, width: float) -> Cell:
    close, at = process.close_enough, process.managed_at
    words = [label(close) if close else NOT_ANSWERED, at.phrase if at else ""]
    return (said(handout, ", ".join(filter(None, words)), styles.CELL, width),)


def _draw_notes(sheet: Sheet, private: PrivateView) -> None:
    if not private.notes:
        return
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + 60)
    sheet.space(HEADING_BEFORE)
    sheet.heading(_NOTES, count=f"{len(private.notes):,}")
    draw_notes(sheet, private.notes)
