"""The inventory at a glance: which questions are answered, and what is decided."""

from dataclasses import dataclass

from workshop.domain.dig import chosen
from workshop.domain.enums import Triage, YesNoUnsure
from workshop.domain.records import Process
from workshop.domain.triage import answered_questions, triage_of
from workshop.ui.audience.scenes.badges import Badge, badge_height, draw_badge, triage_badge
from workshop.ui.audience.scenes.drawing import Box, Disc, Icon, Style, TextLine, Type, Weight
from workshop.ui.audience.scenes.lettering import width_of, wrap
from workshop.ui.audience.scenes.parts import foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_NAME = Style(Type.FLOOR, Weight.SEMIBOLD)
_HEAD = Style(Type.FLOOR, Weight.BOLD, "muted")
_LEGEND = Style(Type.FLOOR, color="muted")
_SUGGESTED = Style(Type.FLOOR, color="muted")
_MARK = Style(Type.FLOOR, Weight.BOLD)
_MOST_ROWS = 7
_GAP = 0.5
_ROW = 9.5
_PAD = 2.0
_RADIUS = 2.2
_ICON = 3.1
_BADGE = Type.FLOOR
_NAMED_PITCH = 15.6
_NUMBERED_PITCH = 7.6
# A name in less width than this stands over its marks.
_LEAST_NAME = 46.0


@dataclass(frozen=True, slots=True)
class _Table:
    """Where things stand in a row: the name's width, the first mark's middle, the badge."""

    name: float
    first: float
    pitch: float
    badge: float
    badge_width: float
    is_named: bool
    is_stacked: bool

    @property
    def row(self) -> float:
        """The height of a row."""
        return _ROW if not self.is_stacked else _NAME.line_height + badge_height(_BADGE) + 3.2

    def middle(self, question: int) -> float:
        """Return the middle of the marks of a question, counted from 0."""
        return self.first + question * self.pitch


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw a row for each process that the room digs into, page by page."""
    top = sheet.title("Our process inventory", right=sheet.timer(picture))
    processes = chosen(picture.view.processes)
    if not processes:
        message(sheet, "No process is in the inventory yet", top)
        return
    table = _table(sheet)
    top = _heads(sheet, table, top)
    rows = int((sheet.bottom - top + _GAP) / (table.row + _GAP))
    rows = max(1, min(_MOST_ROWS, rows))
    first = rows * sheet.turn_to(picture.stage.page, -(-len(processes) // rows))
    y = top
    for process in processes[first : first + rows]:
        _row(sheet, table, process, y)
        y += table.row + _GAP
    decided = sum(process.triage is not None for process in processes)
    foot_with_pages(sheet, f"{decided:,} of {len(processes):,} decided")


def _table(sheet: Sheet) -> _Table:
    """Return the places where a name has the room it needs; numbers take less than words."""
    badge_width = max(triage_badge(triage).width(_BADGE) for triage in Triage)
    badge = sheet.right - 1.4 - badge_width
    for is_named, pitch, to_badge, to_name in (
        (True, _NAMED_PITCH, 9.4, 9.4),
        (False, _NUMBERED_PITCH, 5.4, 4.0),
    ):
        first = badge - to_badge - 4 * pitch
        name = first - to_name - MARGIN - _PAD
        if name >= _LEAST_NAME:
            return _Table(name, first, pitch, badge, badge_width, is_named, is_stacked=False)
    first = MARGIN + _PAD + _RADIUS
    name = sheet.inner_width - 2 * _PAD
    return _Table(name, first, _NUMBERED_PITCH, badge, badge_width, is_named=False, is_stacked=True)


def _heads(sheet: Sheet, table: _Table, top: float) -> float:
    """Write the questions over their columns, or their numbers with what they mean above."""
    shorts = [question.short for question in words().questions]
    y = top + 1.6
    if not table.is_named:
        y = top + 0.4 + _legend(sheet, shorts, top + 0.4) + 0.6
    for number, short in enumerate(shorts):
        head = short if table.is_named else str(number + 1)
        piece = wrap(head, table.pitch + 0.6, _HEAD)[0]
        x = table.middle(number) - piece.width / 2
        sheet.add(TextLine(piece.text, x, y, piece.width, _HEAD, piece.rtl))
    if table.is_named:
        sheet.say(", ".join(shorts))
    return y + _HEAD.line_height + 0.8


def _legend(sheet: Sheet, shorts: list[str], y: float) -> float:
    """Write what the numbers mean, on as many lines as it takes; return their height."""
    x, top = MARGIN, y
    for number, short in enumerate(shorts, 1):
        word = f"{number} {short}"
        width = min(width_of(word, _LEGEND), sheet.inner_width)
        if x > MARGIN and x + width > sheet.right:
            x, y = MARGIN, y + _LEGEND.line_height
        sheet.write(word, x, y, width, _LEGEND)
        x += width + 2.6
    return y + _LEGEND.line_height - top


def _row(sheet: Sheet, table: _Table, process: Process, y: float) -> None:
    sheet.add(Box(MARGIN, y, sheet.inner_width, table.row, fill="surface", radius=0.9))
    lines = 1 if table.is_stacked else 2
    pieces = wrap(process.name, table.name, _NAME, lines=lines)
    height = len(pieces) * _NAME.line_height
    top = y + 1.0 if table.is_stacked else y + (table.row - height) / 2
    sheet.put(pieces, MARGIN + _PAD, top, table.name, _NAME)
    tall = badge_height(_BADGE)
    middle = y + table.row - 1.2 - tall / 2 if table.is_stacked else y + table.row / 2
    _marks(sheet, table, process, middle)
    _decision(sheet, table, process, middle - tall / 2)


def _marks(sheet: Sheet, table: _Table, process: Process, y: float) -> None:
    """Draw a tick, a question mark or an open ring for each question, and say which."""
    said = []
    answered = answered_questions(process)
    for number, question in enumerate(words().questions):
        x = table.middle(number)
        if number == 0 and _is_unsure(process):
            _unsure(sheet, x, y)
            said.append(f"{question.short} not sure")
        elif answered[number]:
            icon = Icon("check", x - _ICON / 2, y - _ICON / 2, _ICON, "surface")
            sheet.add(Disc(x, y, _RADIUS, fill="text"), icon)
            said.append(f"{question.short} answered")
        else:
            sheet.add(Disc(x, y, _RADIUS, stroke="strong border", line=0.3))
            said.append(f"{question.short} open")
    sheet.say(", ".join(said))


def _is_unsure(process: Process) -> bool:
    return YesNoUnsure.UNSURE in (process.problem, process.quick_fix)


def _unsure(sheet: Sheet, x: float, y: float) -> None:
    width = width_of("?", _MARK)
    top = y - _MARK.line_height / 2
    sheet.add(
        Disc(x, y, _RADIUS, fill="surface", stroke="text", line=0.38),
        TextLine("?", x - width / 2, top, width, _MARK),
    )


def _decision(sheet: Sheet, table: _Table, process: Process, y: float) -> None:
    """Draw the badge of what the room chose; what is only suggested has no frame."""
    triage = triage_of(process)
    if triage is None:
        return
    badge = triage_badge(triage)
    if process.triage is None:
        badge = Badge(badge.word, badge.icon, "", "surface", "muted")
        sheet.say("Suggested")
    draw_badge(sheet, badge, table.badge, y, size=_BADGE, width=table.badge_width)
