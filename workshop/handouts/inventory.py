"""The process inventory: five questions about each process, and what the room decided."""

from collections.abc import Sequence

from workshop.charts.marks import ball
from workshop.charts.shapes import Shape, Weight
from workshop.domain.dates import shown_until
from workshop.domain.enums import CloseEnough, Triage, YesNo, YesNoUnsure
from workshop.domain.figures import Figures
from workshop.domain.records import Process
from workshop.domain.text import counted
from workshop.domain.triage import has_nobody, suggest, triage_of
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks, marked, said
from workshop.handouts.counts import draw_counts
from workshop.handouts.handout import Handout, Section
from workshop.handouts.paper import Layout
from workshop.handouts.sheet import Sheet
from workshop.handouts.table import Block, Cell, Column, Ornament, Row, Table, columns
from workshop.handouts.words import NOT_ANSWERED, UNHEARD, label
from workshop.handouts.wrap import Style

_TITLE = "Process inventory"
_HEADS = (
    "No.",
    "Process",
    ("A problem here?", "A quick fix?"),
    ("Who is", "in charge?"),
    ("Close to", "the field?"),
    ("What its", "users say"),
    ("What", "kind?"),
    "Triage",
)
_SHARES = (4, 16.1, 18.2, 12.7, 10.5, 17.3, 11.5, 9.7)
_NUMBERS = (0, 0, 1, 2, 3, 4, 5, 0)

_PLAIN = Style(9.5, 12.2)
_STRONG = Style(9.5, 12.2, Weight.SEMIBOLD)
_MUTED = Style(9.5, 12.2, color="muted")
_BALL = 7.5
_BALL_INDENT = 12.5
_MANY = 4
"""From so many kinds of triage on, the counts have no room for a gloss."""


def compose(handout: Handout) -> None:
    """Draw the handout."""
    processes = handout.view.processes
    sheet = Sheet(
        handout,
        Section(
            title=_TITLE,
            lead=_lead(processes),
            above=handout.facts.agency,
            name=_TITLE,
            layout=Layout.LANDSCAPE,
        ),
    )
    if not processes:
        return
    counts = [
        (triage, count) for triage, count in Figures.of(handout.view).by_triage.items() if count
    ]
    if counts:
        draw_counts(sheet, counts, glossed=len(counts) <= _MANY)
    sheet.y += 8
    table = Table(columns(sheet, _HEADS, _SHARES, numbers=_NUMBERS), padding=5)
    rows = [_row(handout, table.columns, n, process) for n, process in enumerate(processes, 1)]
    table.flow(sheet, rows)
    draw_long_answers(sheet)


def _lead(processes: Sequence[Process]) -> str:
    if not processes:
        return (
            "No process is in the inventory yet. "
            "An activity that is put into the process bucket makes its entry here."
        )
    number = counted(len(processes), ("process", "processes"))
    order = "" if len(processes) == 1 else " In the order the room ranked them."
    return f"{number}, five questions{' each' * bool(order)}, and what the room decided.{order}"


def _row(handout: Handout, columns: Sequence[Column], number: int, process: Process) -> Row:
    _, name, problem, owner, field, users, kind, triage = columns
    return Row(
        (
            (Block((f"{number:,}",), _MUTED),),
            _name(handout, process, name.width),
            _problem(handout, process, problem.width),
            _owner(handout, process, owner.width),
            _field(handout, process, field.width),
            _users(handout, process, users.width),
            _kind(handout, process, kind.width),
            _triage(handout, process, triage.width),
        )
    )


def _unanswered(handout: Handout, width: float) -> Block:
    return said(handout, NOT_ANSWERED, _MUTED, width)


def _name(handout: Handout, process: Process, width: float) -> Cell:
    cell = blocks(handout, process.name, _STRONG, width, "Process")
    if process.key is YesNo.YES:
        cell = (*cell, said(handout, "Key process", _MUTED, width))
    return cell


def _problem(handout: Handout, process: Process, width: float) -> Cell:
    words = _problem_words(process)
    answer = said(handout, words, _STRONG, width) if words else _unanswered(handout, width)
    cell: Cell = (answer,)
    cell += blocks(handout, process.fix, _PLAIN, width, f"{process.name}: what would fix it")
    if process.waiting_on is not None:
        cell += (said(handout, f"Waits on: {process.waiting_on.value}", _MUTED, width),)
    until = f"Until {shown_until(process.until)}" if process.until.strip() else ""
    return cell + blocks(handout, until, _MUTED, width, f"{process.name}: until when")


def _problem_words(process: Process) -> str:
    if process.problem is YesNoUnsure.NO:
        return "Not a problem"
    if process.problem is YesNoUnsure.UNSURE:
        return "Not sure it is a problem"
    if process.problem is None:
        return ""
    return {
        YesNoUnsure.YES: "Problem, quick fix",
        YesNoUnsure.NO: "Problem, not quick",
        YesNoUnsure.UNSURE: "Problem, not sure it is quick",
        None: "Problem, quick or not is not answered",
    }[process.quick_fix]


def _owner(handout: Handout, process: Process, width: float) -> Cell:
    if has_nobody(process):
        return (said(handout, "Nobody named", _STRONG, width),)
    source = f"{process.name}: who is in charge"
    return blocks(handout, process.owner, _PLAIN, width, source) or (_unanswered(handout, width),)


def _field(handout: Handout, process: Process, width: float) -> Cell:
    close = process.close_enough
    if close is None:
        answer = _unanswered(handout, width)
    else:
        answer = Block((label(close),), _PLAIN, _BALL_INDENT, _ball_mark(close))
    if process.managed_at is None:
        return (answer,)
    return (answer, said(handout, label(process.managed_at), _MUTED, width))


def _ball_mark(close: CloseEnough) -> Ornament:
    def mark(x: float, y: float) -> Sequence[Shape]:
        return ball(close, x, y + (_PLAIN.leading - _BALL) / 2, _BALL)

    return mark


def _users(handout: Handout, process: Process, width: float) -> Cell:
    voices = [
        f"{voice.who.strip()}: {voice.said}" if voice.who.strip() else voice.said
        for voice in handout.view.feedback_of(process.id)
    ]
    if voices:
        source = f"{process.name}: what its users say"
        return blocks(handout, "\n".join(voices), _PLAIN, width, source)
    if process.feedback is None:
        return (_unanswered(handout, width),)
    return (said(handout, UNHEARD[process.feedback], _MUTED, width),)


def _kind(handout: Handout, process: Process, width: float) -> Cell:
    if process.nature is None:
        return (_unanswered(handout, width),)
    cell: Cell = (said(handout, label(process.nature), _PLAIN, width),)
    if process.kind is not None:
        cell += (said(handout, label(process.kind), _MUTED, width),)
    return cell


def _triage(handout: Handout, process: Process, width: float) -> Cell:
    chosen = triage_of(process)
    if chosen is None:
        return (said(handout, "Not decided", _MUTED, width),)
    cell: Cell = (marked(handout, chosen, label(chosen), _STRONG, width),)
    if chosen is Triage.LIVE_WITH_IT:
        return cell
    others = (s.triage for s in suggest(process) if s.triage is not chosen)
    second = next((triage for triage in others if triage is not Triage.LIVE_WITH_IT), None)
    if second is None:
        return cell
    return (*cell, said(handout, f"then {second.value}", _MUTED, width))
