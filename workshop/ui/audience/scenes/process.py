"""One process with its five answers; a question that is asked grows in place."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from workshop.domain.public import PublicView
from workshop.domain.records import Process
from workshop.domain.triage import decided_until, is_answered, suggest, triage_of
from workshop.ui.audience.scenes.answers import QUESTIONS, Answer, Asked, answers_of, asked_of
from workshop.ui.audience.scenes.badges import badge_height, draw_badge, triage_badge
from workshop.ui.audience.scenes.drawing import Box, Disc, Icon, Style, TextLine, Type, Weight
from workshop.ui.audience.scenes.lettering import Piece, is_cut, width_of, wrap
from workshop.ui.audience.scenes.parts import dashes, foot, message
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_TOP = 14.3
_RULE_Y = 12.4
_GAP = 1.0
_LOWEST_ROW = 6.4
_HIGHEST_ROW = 12.2
_DECIDED = 13.6
_NUMBER = Style(Type.FLOOR, Weight.BOLD)
_LABEL = Style(Type.FLOOR, Weight.SEMIBOLD, "muted")
_ANSWER = Style(Type.CARD, Weight.BOLD)
_DETAIL = Style(Type.FLOOR)
_QUESTION = Style(Type.TITLE, Weight.BOLD)
_CHOICE = Style(Type.SUB, Weight.SEMIBOLD)
_CHOICES = (_CHOICE, *(Style(size, Weight.SEMIBOLD) for size in (Type.CARD, Type.FLOOR)))
_TEXT = Style(Type.SUB)
_PILL = 9.3
_PILL_GAP = 1.8
_PILL_PAD = 4.0
_INSIDE = 3.0
_LEAST_WORDING = Style(Type.SUB).line_height + 1.0
_DISC = 2.95
_STRIP = 7.6
# Choices side by side, each with its width.
_Row = list[tuple[StrEnum, float]]
# In less width than this a detail is shown whole or not at all.
_LEAST_DETAIL = 40.0
_LONGEST_DETAIL = 400  # characters, more than any wall has room for


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the process of the stage, or say that there is none."""
    view = picture.view
    process = view.process(picture.stage.subject_id)
    if process is None:
        sheet.title("One process at a time", right=sheet.timer(picture))
        message(sheet, "No process is chosen yet", _TOP)
        return
    _head(sheet, process, sheet.timer(picture))
    answers = answers_of(process, view.feedback_of(process.id))
    if picture.asked is None:
        _all_rows(sheet, process, answers)
    else:
        asked = asked_of(process, picture.asked, picture.asked_field)
        _with_asked(sheet, asked, answers, picture.asked)
    foot(sheet, _place(view, process))


def _place(view: PublicView, process: Process) -> str:
    if process.set_aside:
        return "Set aside"
    at = view.ranking.rank("inventory", process)
    return f"Process {at:,} of {len(view.processes):,}"


def _head(sheet: Sheet, process: Process, right: float) -> None:
    sheet.add(Icon("refresh-cw", MARGIN + 0.3, 3.9, 5.6, "process solid"))
    sheet.name(process.name, right=right, x=MARGIN + 8.5)
    sheet.add(Box(MARGIN, _RULE_Y, sheet.inner_width, 0.35, fill="process solid"))


def _all_rows(sheet: Sheet, process: Process, answers: dict[int, Answer]) -> None:
    """Draw five equal rows, and below them what was decided."""
    decided = triage_of(process) is not None and is_answered(process)
    bottom = sheet.bottom - (_DECIDED if decided else 0.0)
    height = min(_HIGHEST_ROW, (bottom - _TOP - 4 * _GAP) / 5)
    y = _TOP
    for question in QUESTIONS:
        _row(sheet, question, answers[question], y, height)
        y += height + _GAP
    if decided:
        _decided(sheet, process, y + (sheet.bottom - y - badge_height(Type.SUB)) / 2)


def _decided(sheet: Sheet, process: Process, y: float) -> None:
    """Draw the badge of what the room chose, or of all that its answers suggest."""
    middle = y + badge_height(Type.SUB) / 2
    label = "Decided" if process.triage else "Suggested"
    at = _columns(sheet)[1]
    sheet.write(label, MARGIN + 2.6, middle - _ANSWER.line_height / 2, at - MARGIN - 3.0, _ANSWER)
    triages = [process.triage] if process.triage else [s.triage for s in suggest(process)][:2]
    x = at
    for triage in triages:
        badge = triage_badge(triage)
        if x + badge.width(Type.SUB) > sheet.right:
            return
        x += draw_badge(sheet, badge, x, y) + 2.0
    until, room = decided_until(process)[:_LONGEST_DETAIL], sheet.right - 2.6 - x
    pieces = wrap(until, room, _DETAIL, lines=2) if until else ()
    sheet.put(pieces, x, middle - len(pieces) * _DETAIL.line_height / 2, room, _DETAIL)


def _columns(sheet: Sheet) -> tuple[float, float, float]:
    """Return where the label, the answer and the detail of a row start."""
    if sheet.is_wide:
        answer = MARGIN + (29.0 if sheet.is_low else 33.0)
        return (MARGIN + 10.4, answer, max(answer + 37.0, MARGIN + sheet.inner_width * 0.42))
    return (MARGIN + 10.4, MARGIN + 27.0, MARGIN + max(62.0, sheet.inner_width * 0.5))


def _row(sheet: Sheet, question: int, answer: Answer, y: float, height: float) -> None:
    sheet.add(Box(MARGIN, y, sheet.inner_width, height, fill="surface", radius=0.9))
    middle = y + height / 2
    label_x, answer_x, detail_x = _columns(sheet)
    _number(sheet, question, MARGIN + 5.5, middle, is_answered=bool(answer.word))
    short = words().questions[question - 1].short
    label_y = middle - _LABEL.line_height / 2
    sheet.write(short, label_x, label_y, answer_x - label_x - 1.0, _LABEL)
    if not answer.word:
        dashes(sheet, answer_x, middle)
        return
    end = sheet.right - 2.6
    room = (detail_x - 2.0 if answer.detail else end) - answer_x
    sheet.write(answer.word, answer_x, middle - _ANSWER.line_height / 2, room, _ANSWER)
    if answer.detail:
        lines = 2 if height > 2 * _DETAIL.line_height + 0.6 else 1
        pieces = _detail(answer.detail, end - detail_x, lines)
        top = middle - len(pieces) * _DETAIL.line_height / 2
        sheet.put(pieces, detail_x, top, end - detail_x, _DETAIL)


def _detail(text: str, width: float, lines: int) -> tuple[Piece, ...]:
    """Return as many parts of a detail as fit whole; a long one only where it can be read."""
    parts = text[:_LONGEST_DETAIL].split(", ")
    while len(parts) > 1 and is_cut(wrap(", ".join(parts), width, _DETAIL, lines=lines)):
        del parts[-1]
    pieces = wrap(", ".join(parts), width, _DETAIL, lines=lines)
    return () if is_cut(pieces) and width < _LEAST_DETAIL else pieces


def _number(
    sheet: Sheet, question: int, x: float, y: float, *, is_answered: bool, radius: float = _DISC
) -> None:
    fill, stroke = ("text", "") if is_answered else ("surface", "muted")
    style = _NUMBER.colored("surface" if is_answered else "muted")
    width = width_of(str(question), style)
    sheet.add(
        Disc(x, y, radius, fill, stroke, line=0.28),
        TextLine(str(question), x - width / 2, y - style.line_height / 2, width, style),
    )


def _with_asked(sheet: Sheet, asked: Asked, answers: dict[int, Answer], number: int) -> None:
    """Draw the asked question large between the other rows, or below a strip of numbers."""
    rows = _rows_of_choices(asked.choices, sheet.inner_width - 2 * _INSIDE, _CHOICE)
    tall = (35.0 if sheet.is_wide else 38.0) + (len(rows) - 1) * (_PILL + _PILL_GAP)
    height = (sheet.bottom - _TOP - tall - 4 * _GAP) / 4
    if height < _LOWEST_ROW:
        _strip(sheet, answers, number)
        top = _TOP + _STRIP + 2.0
        _asked(sheet, asked, answers[number], number, top, sheet.bottom - top - 0.6)
        return
    y = _TOP
    for question in QUESTIONS:
        if question == number:
            _asked(sheet, asked, answers[question], question, y, tall)
            y += tall + _GAP
        else:
            _row(sheet, question, answers[question], y, min(height, _HIGHEST_ROW))
            y += min(height, _HIGHEST_ROW) + _GAP


def _strip(sheet: Sheet, answers: dict[int, Answer], asked: int) -> None:
    radius = 3.3
    y = _TOP + radius + 0.6
    for question in QUESTIONS:
        x = MARGIN + radius + (question - 1) * 8.2
        if question == asked:
            sheet.add(Disc(x, y, radius + 0.7, fill="focus"))
        is_filled = bool(answers[question].word) or question == asked
        _number(sheet, question, x, y, is_answered=is_filled, radius=radius)
    count = sum(bool(answer.word) for answer in answers.values())
    style = Style(Type.FLOOR, Weight.SEMIBOLD, "muted")
    x = MARGIN + 5 * 8.2
    top = y - style.line_height / 2
    sheet.write(f"{count} of 5 answered", x, top, sheet.right - x, style, align=Align.END)


def _asked(
    sheet: Sheet, asked: Asked, answer: Answer, question: int, y: float, height: float
) -> None:
    x, width = MARGIN, sheet.inner_width
    sheet.add(
        Box(x - 0.65, y - 0.65, width + 1.3, height + 1.3, fill="focus", radius=1.7),
        Box(x, y, width, height, "surface", "text", line=0.38, radius=1.2),
    )
    middle = y + 5.4
    left, right = x + _INSIDE, x + width - _INSIDE
    _number(sheet, question, left + _DISC, middle, is_answered=True)
    label = _LABEL.colored("muted")
    name = words().questions[question - 1].short
    name_x = left + 2 * _DISC + 1.7
    sheet.write(name, name_x, middle - label.line_height / 2, 20.0, label)
    detail_x = name_x + 22.0
    detail = _DETAIL.colored("muted")
    pieces = _detail(answer.detail, right - detail_x, 1)
    detail_y = middle - detail.line_height / 2
    sheet.put(pieces, detail_x, detail_y, right - detail_x, detail, align=Align.END)
    top, bottom = middle + 3.6, y + height - 2.4
    if asked.choices:
        bottom = _choices(sheet, asked, left, right, top + _LEAST_WORDING, bottom)
    else:
        bottom -= _PILL
        _line(sheet, asked.text, left, right, bottom)
    _wording(sheet, asked.wording, left, right, top, bottom - 1.0)


def _wording(sheet: Sheet, text: str, left: float, right: float, top: float, bottom: float) -> None:
    """Write the question as large as it fits between two heights."""
    style = _QUESTION
    pieces = _fitting(text, right - left, style, bottom - top)
    if is_cut(pieces):
        style = Style(Type.SUB, Weight.BOLD)
        pieces = _fitting(text, right - left, style, bottom - top)
    y = top + (bottom - top - len(pieces) * style.line_height) / 2
    sheet.put(pieces, left, y, right - left, style)


def _fitting(text: str, width: float, style: Style, height: float) -> tuple[Piece, ...]:
    return wrap(text, width, style, lines=max(1, int(height / style.line_height)))


def _choices(
    sheet: Sheet, asked: Asked, left: float, right: float, top: float, bottom: float
) -> float:
    """Draw the choices as large as they fit between two heights; return where they begin."""
    style, rows = _fitting_choices(asked.choices, right - left, bottom - top)
    pill = _pill_height(style)
    first = bottom - _height_of(rows, style)
    for number, row in enumerate(rows):
        x, y = left, first + number * (pill + _PILL_GAP)
        for choice, width in row:
            box = Box(x, y, width, pill)
            _pill(sheet, choice, box, style, is_picked=choice is asked.picked)
            x += width + _PILL_GAP
    return first


def _fitting_choices(
    choices: Sequence[StrEnum], width: float, height: float
) -> tuple[Style, list[_Row]]:
    """Return the largest style in which all choices fit, else the smallest, and their rows."""
    for style in _CHOICES:
        rows = _rows_of_choices(choices, width, style)
        if style is _CHOICES[-1] or _height_of(rows, style) <= height:
            return style, rows
    raise AssertionError("there is a smallest style")


def _pill_height(style: Style) -> float:
    return _PILL - _CHOICE.line_height + style.line_height


def _height_of(rows: list[_Row], style: Style) -> float:
    return len(rows) * (_pill_height(style) + _PILL_GAP) - _PILL_GAP


def _rows_of_choices(choices: Sequence[StrEnum], width: float, style: Style) -> list[_Row]:
    """Return the choices with their widths: alike in one row, or in rows as wide as their words."""
    needed = [width_of(choice.value.capitalize(), style) + _PILL_PAD for choice in choices]
    alike = max([6.0 * style.size, *needed])
    if len(choices) * (alike + _PILL_GAP) - _PILL_GAP <= width:
        return [[(choice, alike) for choice in choices]]
    rows: list[_Row] = [[]]
    left = width
    for choice, wide in zip(choices, needed, strict=True):
        if rows[-1] and wide > left:
            rows.append([])
            left = width
        rows[-1].append((choice, min(wide, width)))
        left -= wide + _PILL_GAP
    return rows


def _pill(sheet: Sheet, choice: StrEnum, box: Box, style: Style, *, is_picked: bool) -> None:
    fill, stroke = ("primary", "primary") if is_picked else ("canvas", "strong border")
    sheet.add(replace(box, fill=fill, stroke=stroke, line=0.28, radius=1.0))
    top = box.y + (box.height - style.line_height) / 2
    word, style = choice.value.capitalize(), style.colored("on primary" if is_picked else "text")
    sheet.write(word, box.x + 1.0, top, box.width - 2.0, style, align=Align.CENTER)
    if is_picked:
        sheet.say("picked")


def _line(sheet: Sheet, text: str, left: float, right: float, y: float) -> None:
    """Write a name or a text on a line, as on paper."""
    if text:
        sheet.write(text, left, y + 0.4, right - left, _TEXT)
    else:
        sheet.say("not answered")
    sheet.add(Box(left, y + _PILL - 0.8, right - left, 0.35, fill="strong border"))
