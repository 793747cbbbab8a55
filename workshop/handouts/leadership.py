"""The leadership check: how it was answered, or the statements to answer on paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.charts.bars import BarMeasures, part_bars
from workshop.charts.scale import scale_bars
from workshop.charts.shapes import Disc, Line, Shape, Text, Weight
from workshop.domain.dig import without_successor
from workshop.domain.insight import Part
from workshop.domain.leadership import (
    ItemResult,
    gap,
    mix,
    results,
    talking_points,
)
from workshop.domain.public import FEWEST_ANSWERS
from workshop.domain.records import Process
from workshop.domain.text import counted, one_line
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.cells import blocks
from workshop.handouts.handout import Handout, Section
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Cell, draw_cell, height_of
from workshop.handouts.words import number_word
from workshop.handouts.wrap import Style
from workshop.words import METHOD_CREDIT, Item, Leadership, Side, words

TITLE = "Leadership check"

_STATEMENT = Style(11, 14.5)
_GROUP = Style(12, 16, Weight.BOLD)
_GROUP_HEIGHT = 25.0
_HEAD = 32.0
_CHART_X, _CHART_WIDTH = 266.0, 170.0
_STATEMENT_WIDTH = 244.0
_LEAST_ROW = {True: 44.0, False: 38.0}
_PADDING = 5.0
_FIGURE = 9.0
_MIDDLE = 2
_CIRCLE = 8.5

_BAR_ROW = 27.0
_LABEL_WIDTH = 208.0
_FIGURE_WIDTH = 34.0
_BARS_PART = 0.75

_MIX = "Leadership mix"
_TAKE = "What we take from this"
_WRITING_LINE = 26.0
_WRITING_LINES = 3
_NO_SUCCESSOR = "Key processes without a successor"
_SHOWN_OPENLY = 12
"""So many key processes are named; more are counted."""


def compose(handout: Handout) -> None:
    """Draw the handout."""
    check = words().leadership
    found = {result.item: result for result in results(handout.view)}
    sheet = Sheet(handout, Section(TITLE, _lead(found), handout.facts.agency, TITLE))
    sheet.lower(8)
    _draw_side(sheet, check, check.person, check.person_items, found)
    sheet.next_page()
    _draw_side(sheet, check, check.agency, check.agency_items, found)
    if found:
        _draw_mix(sheet, check)
        _draw_successors(sheet)
        _draw_points(sheet, check, found)
    draw_long_answers(sheet)
    _draw_credit(sheet, check.credit)


def _lead(found: Mapping[int, ItemResult]) -> str:
    if not found:
        return (
            f"No result yet: it is shown from {number_word(FEWEST_ANSWERS).lower()} answers on. "
            "Until then this is the sheet to answer on: mark one circle a line, and write no name."
        )
    most = max(result.total for result in found.values())
    return (
        f"{counted(most, ('leader', 'leaders'))} answered, without names. "
        f"Each statement is shown from {number_word(FEWEST_ANSWERS).lower()} answers on."
    )


def _draw_side(
    sheet: Sheet,
    check: Leadership,
    side: Side,
    items: Sequence[Item],
    found: Mapping[int, ItemResult],
) -> None:
    """Draw the statements of one side by groups, each with its answers or circles for them."""
    most = max([max(result.counts) for result in found.values()], default=0)
    cells = [
        blocks(sheet.handout, item.text, _STATEMENT, _STATEMENT_WIDTH, "Statement")
        for item in items
    ]
    sheet.space(HEADING_BEFORE)
    sheet.heading(side.question)
    with sheet.document.element(Tag.TABLE):
        _draw_head(sheet, check, has_result=bool(found), repeated=False)
        group = ""
        for item, cell in zip(items, cells, strict=True):
            height = max(height_of(cell) + 2 * _PADDING, _LEAST_ROW[bool(found)])
            is_new = item.group != group
            if height + is_new * _GROUP_HEIGHT > sheet.room and not sheet.is_fresh:
                sheet.next_page()
                _draw_head(sheet, check, has_result=bool(found), repeated=True)
            if is_new:
                _draw_group(sheet, item.group, columns=3 if found else 2)
                group = item.group
            _draw_item(
                sheet,
                cell,
                height,
                _Answers(check.scale, bool(found), found.get(item.number), most),
            )


def _draw_head(sheet: Sheet, check: Leadership, *, has_result: bool, repeated: bool) -> None:
    """Draw the scale over the answers."""
    document, plain = sheet.document, styles.CELL
    top = sheet.y
    number_y, word_y = top + 10, top + 23

    def heads() -> Iterator[list[Text]]:
        yield [Text(sheet.left, word_y, "Statement", 9.5, Weight.SEMIBOLD)]
        scale: list[Text] = []
        for n, x in enumerate(_steps(sheet, has_result=has_result)):
            scale.append(Text(x - 2.6, number_y, str(n + 1), 10, Weight.SEMIBOLD))
            word = check.scale[n] if n in (0, len(check.scale) - 1) else ""
            if word:
                width = sheet.wrapper.width(word, plain)
                scale.append(Text(x - width / 2, word_y, word, plain.size, color="muted"))
        yield scale
        if has_result:
            said = "Said 4 or 5"
            width = sheet.wrapper.width(said, styles.COLUMN_HEAD)
            yield [Text(sheet.right - width, word_y, said, 9.5, Weight.SEMIBOLD)]

    with document.artifact() if repeated else document.element(Tag.ROW):
        for shapes in heads():
            with document.artifact() if repeated else document.element(Tag.HEAD):
                document.draw(*shapes)
    sheet.y = top + _HEAD
    sheet.rule(1.1)


def _steps(sheet: Sheet, *, has_result: bool) -> list[float]:
    """Return the middle of each step of the scale."""
    pitch = (_CHART_WIDTH if has_result else sheet.measure - _CHART_X) / 5
    return [sheet.left + _CHART_X + (n + 0.5) * pitch for n in range(5)]


def _draw_group(sheet: Sheet, name: str, *, columns: int) -> None:
    document = sheet.document
    fitted = sheet.wrapper.fit(name, _GROUP, sheet.measure)
    y = sheet.y + 7 + styles.baseline(_GROUP)
    with document.element(Tag.ROW):
        with document.element(Tag.CELL):
            document.draw(Text(sheet.left, y, fitted, _GROUP.size, _GROUP.weight))
        for _ in range(columns - 1):
            with document.element(Tag.CELL):
                pass
    sheet.y += _GROUP_HEIGHT


@dataclass(frozen=True, slots=True)
class _Answers:
    """What stands beside a statement; `most` is the highest count of all statements."""

    scale: Sequence[str]
    has_result: bool
    result: ItemResult | None
    most: int


def _draw_item(sheet: Sheet, cell: Cell, height: float, answers: _Answers) -> None:
    document = sheet.document
    top = sheet.y
    with document.element(Tag.ROW):
        with document.element(Tag.CELL):
            middle = top + (height - height_of(cell)) / 2
            draw_cell(sheet, cell, sheet.left, middle, _STATEMENT_WIDTH)
        with document.element(Tag.CELL):
            _draw_answers(sheet, top, height, answers)
        if answers.has_result:
            with document.element(Tag.CELL):
                _draw_high(sheet, top + height / 2 + 3.6, answers.result)
    sheet.y += height
    sheet.rule(0.6, "hairline")


def _draw_answers(sheet: Sheet, top: float, height: float, answers: _Answers) -> None:
    document, scale, result = sheet.document, answers.scale, answers.result
    if not answers.has_result:
        words_ = f"Five circles, from 1, {scale[0]}, to 5, {scale[-1]}"
        with document.element(Tag.FIGURE, alternative=words_):
            document.draw(*_circles(sheet, top + height / 2))
        return
    if result is None:
        fewer = f"Not shown: fewer than {number_word(FEWEST_ANSWERS).lower()} answers"
        x, y = sheet.left + _CHART_X, top + height / 2 + 3.6
        document.draw(Text(x, y, fewer, 10, color="muted"))
        return
    said = ", ".join(f"{word} {count}" for word, count in zip(scale, result.counts, strict=True))
    edges = (sheet.left + _CHART_X, top + 3, _CHART_WIDTH, height - 9)
    with document.element(Tag.FIGURE, alternative=said):
        document.draw(*scale_bars(result.counts, _MIDDLE, edges, size=_FIGURE, most=answers.most))


def _circles(sheet: Sheet, y: float) -> list[Shape]:
    return [Disc(x, y, _CIRCLE, stroke="text", line=0.9) for x in _steps(sheet, has_result=False)]


def _draw_high(sheet: Sheet, y: float, result: ItemResult | None) -> None:
    if result is None:
        said, style = "\u2013", styles.BODY_MUTED
    else:
        said, style = f"{sum(result.counts[3:]):,} of {result.total:,}", styles.BODY_STRONG
    x = sheet.right - sheet.wrapper.width(said, style)
    sheet.document.draw(Text(x, y, said, style.size, style.weight, style.color))


def _draw_mix(sheet: Sheet, check: Leadership) -> None:
    counts = mix(sheet.handout.view)
    if counts is None:
        return
    texts = (check.mix.routine, check.mix.future, check.mix.lasting)
    values = (counts.routine, counts.future, counts.lasting)
    parts = [Part(text, value) for text, value in zip(texts, values, strict=True)]
    height = len(parts) * _BAR_ROW
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + height)
    sheet.space(HEADING_BEFORE)
    sheet.heading(_MIX, gloss=sheet.wrapper.fit(check.mix.question, styles.GLOSS, 330))
    at = BarMeasures(_BAR_ROW, styles.BODY.size, _LABEL_WIDTH, _FIGURE_WIDTH)
    said = "; ".join(f"{one_line(part.label)}: {part.value:,.0f}" for part in parts)
    width = sheet.measure * _BARS_PART
    with sheet.document.element(Tag.FIGURE, alternative=said):
        sheet.document.draw(*part_bars(parts, max(values), sheet.left, sheet.y, width, at))
    sheet.y += height


def _draw_successors(sheet: Sheet) -> None:
    """Name the key processes for which nobody is being prepared."""
    missing = without_successor(sheet.handout.view)
    if not missing:
        return
    names = [one_line(process.name) for process in missing[:_SHOWN_OPENLY]]
    more = len(missing) - len(names)
    if more:
        names.append(f"and {counted(more, Process.NOUN)} more")
    lines = sheet.wrapper.wrap(" \u00b7 ".join(names), styles.BODY, sheet.measure, most=6).lines
    height = len(lines) * styles.BODY.leading
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + height)
    sheet.space(HEADING_BEFORE)
    sheet.heading(_NO_SUCCESSOR, count=f"{len(missing):,}")
    sheet.paragraph(lines, styles.BODY)


def _draw_points(sheet: Sheet, check: Leadership, found: Mapping[int, ItemResult]) -> None:
    """Draw the gap, the lowest statements, and lines to write on what follows from them."""
    texts = {item.number: item.text for item in check.items}
    apart = gap(
        found.values(),
        [item.number for item in check.person_items],
        [item.number for item in check.agency_items],
    )
    sentences = []
    if apart.person is not None and apart.agency is not None:
        sentences.append(
            f"On average we put ourselves at {apart.person:.1f} and the agency at "
            f"{apart.agency:.1f} of {len(check.scale)}."
        )
    sentences += [
        f"Lowest, at {result.mean:.1f}: {one_line(texts[result.item])}"
        for result in talking_points(found.values())
        if result.item in texts
    ]
    width = sheet.measure
    lines = [sheet.wrapper.wrap(each, styles.BODY, width, most=3).lines for each in sentences]
    height = sum(len(each) * styles.BODY.leading + 3 for each in lines)
    writing = _WRITING_LINES * _WRITING_LINE
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + height + writing)
    sheet.space(HEADING_BEFORE)
    sheet.heading(_TAKE, gloss="Agree on two points; write them here")
    for each in lines:
        sheet.paragraph(each, styles.BODY)
        sheet.y += 3
    for _ in range(_WRITING_LINES):
        sheet.y += _WRITING_LINE
        with sheet.document.artifact():
            sheet.document.draw(Line(sheet.left, sheet.y, sheet.right, sheet.y, 0.6, "hairline"))


def _draw_credit(sheet: Sheet, credit: str) -> None:
    """Say whose idea the method and the check are."""
    style = styles.CELL_MUTED
    credits_ = f"{METHOD_CREDIT} {credit}"
    lines = sheet.wrapper.wrap(credits_, style, sheet.measure, most=6).lines
    sheet.ensure(14 + len(lines) * style.leading)
    sheet.space(14)
    sheet.paragraph(lines, style)
