"""Where our day goes: the split as a picture, the hours, what was argued over, and the lists."""

from workshop.charts.marks import BUCKET_ICONS
from workshop.charts.shapes import Icon, Text, Weight
from workshop.charts.split import share_bar, split_picture
from workshop.domain.enums import Bucket
from workshop.domain.figures import Figures
from workshop.domain.records import Activity
from workshop.domain.text import counted
from workshop.handouts import styles
from workshop.handouts.answers import draw_long_answers
from workshop.handouts.bucket_lists import draw_lists
from workshop.handouts.cells import blocks
from workshop.handouts.handout import Handout, Section
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.table import Block, Cell, Row, Table, columns
from workshop.handouts.words import hours, label
from workshop.handouts.wrap import Style

_TITLE = "Where our day goes"
_NAME = "Process and performance"

_FIGURE = Style(46, 50, Weight.BOLD)
_BESIDE = Style(17, 20.5)
_GROUP = Style(13, 17, Weight.BOLD)
_GROUP_ICON = 13.0
_BAR = 20.0
_MEANINGS = {
    Bucket.PROCESS: "How the work flows: the same steps, whoever does it. Get it right first.",
    Bucket.PERFORMANCE: "What the work achieves. The freed time goes here.",
}


def compose(handout: Handout) -> None:
    """Draw the handout."""
    figures = Figures.of(handout.view)
    lead = ""
    if not figures.total:
        lead = "No activity was gathered in this session. Add them in Gather and print again."
    elif not _sorted(figures):
        lead = f"{counted(figures.total, ('activity', 'activities'))}, not sorted yet."
    sheet = Sheet(handout, Section(_TITLE, lead, handout.facts.agency, _NAME))
    if not figures.total:
        return
    if _sorted(figures):
        _draw_figure(sheet, figures)
        _draw_picture(sheet, figures)
    _draw_hours(sheet, figures)
    _draw_argued_over(sheet)
    draw_lists(sheet)
    draw_long_answers(sheet)


def _sorted(figures: Figures) -> int:
    return figures.activities[Bucket.PROCESS] + figures.activities[Bucket.PERFORMANCE]


def _draw_figure(sheet: Sheet, figures: Figures) -> None:
    """Draw how many of all that is sorted are process."""
    process, total = figures.activities[Bucket.PROCESS], _sorted(figures)
    unsorted = figures.activities[Bucket.UNSORTED]
    figure = f"{process:,} of {total:,}"
    verb = "is" if process == 1 else "are"
    beside = ["things we do each day", f"{verb} process"]
    if unsorted:
        beside[1] += f"; {unsorted:,} more not sorted yet"
    baseline = sheet.y + 48
    with sheet.document.element(Tag.PARAGRAPH):
        sheet.document.draw(Text(sheet.left, baseline, figure, _FIGURE.size, _FIGURE.weight))
        x = sheet.left + sheet.wrapper.width(figure, _FIGURE) + 16
        for n, line in enumerate(beside):
            y = baseline - 21.5 + n * _BESIDE.leading
            sheet.document.draw(Text(x, y, line, _BESIDE.size, _BESIDE.weight))
    sheet.y = baseline + 22


def _draw_picture(sheet: Sheet, figures: Figures) -> None:
    process = figures.activities[Bucket.PROCESS]
    performance = figures.activities[Bucket.PERFORMANCE]
    top = sheet.y + 24
    picture = split_picture(process, performance, sheet.left, top, sheet.measure)
    starts = {
        Bucket.PROCESS: (sheet.left, picture.performance_x - 22 if performance else sheet.measure),
        Bucket.PERFORMANCE: (
            sheet.left + picture.performance_x,
            sheet.measure - picture.performance_x,
        ),
    }
    for bucket, count in ((Bucket.PROCESS, process), (Bucket.PERFORMANCE, performance)):
        if count:
            _draw_group_label(sheet, bucket, count, starts[bucket][0])
    words = f"{process:,} hatched squares for process, {performance:,} discs for performance."
    with sheet.document.element(Tag.FIGURE, alternative=words):
        sheet.document.draw(*picture.shapes)
    sheet.y = top + picture.height + 12
    top = bottom = sheet.y
    for bucket, count in ((Bucket.PROCESS, process), (Bucket.PERFORMANCE, performance)):
        if count:
            x, width = starts[bucket]
            lines = sheet.wrapper.wrap(_MEANINGS[bucket], styles.BODY, width).lines
            sheet.y = top
            sheet.paragraph(lines, styles.BODY, x=x)
            bottom = max(bottom, sheet.y)
    sheet.y = bottom


def _draw_group_label(sheet: Sheet, bucket: Bucket, count: int, x: float) -> None:
    color = f"{bucket.value} ink"
    y = sheet.y + 12
    with sheet.document.element(Tag.PARAGRAPH):
        sheet.document.draw(
            Icon(BUCKET_ICONS[bucket], x, y - 11.2, _GROUP_ICON, color),
            Text(x + 20, y, label(bucket), _GROUP.size, _GROUP.weight, color),
        )
        number_x = x + 26 + sheet.wrapper.width(label(bucket), _GROUP)
        sheet.document.draw(Text(number_x, y, f"{count:,}", _GROUP.size, _GROUP.weight, color))


def _draw_hours(sheet: Sheet, figures: Figures) -> None:
    shares = tuple(
        figures.hours[bucket] for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE, Bucket.UNSORTED)
    )
    total = sum(shares)
    if not total:
        return
    sheet.space(HEADING_BEFORE)
    sheet.heading("Where the hours go", gloss=f"{hours(total)} a week, estimated in the room")
    words = [
        f"{name} {hours(share)}"
        for name, share in zip(("Process", "Performance", "Not sorted yet"), shares, strict=True)
        if share
    ]
    process, performance, unsorted = shares
    with sheet.document.element(Tag.FIGURE, alternative="; ".join(words)):
        sheet.document.draw(
            *share_bar((process, performance, unsorted), sheet.left, sheet.y, sheet.measure, _BAR)
        )
    sheet.y += _BAR + 16
    style = styles.BODY_STRONG
    widths = [sheet.wrapper.width(word, style) for word in words]
    gap = (sheet.measure - sum(widths)) / max(len(words) - 1, 1)
    x = sheet.left
    with sheet.document.element(Tag.PARAGRAPH):
        for word, width in zip(words, widths, strict=True):
            sheet.document.draw(Text(x, sheet.y, word, style.size, style.weight))
            x += width + gap
    sheet.y += 6


def _draw_argued_over(sheet: Sheet) -> None:
    view = sheet.handout.view
    argued = [card for bucket in Bucket for card in view.activities(bucket) if _has_tally(card)]
    if not argued:
        return
    heads = ("Activity", "Process", "Performance", "Neither", "Goes to")
    table = Table(columns(sheet, heads, (50, 10.5, 14, 9.5, 16)))
    rows = [_argued_row(sheet.handout, table, card) for card in argued]
    sheet.ensure(
        HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER + table.opening_height(rows)
    )
    sheet.space(HEADING_BEFORE)
    sheet.heading("Argued over", count=f"{len(rows):,}", gloss="Decided by a show of hands")
    table.flow(sheet, rows)


def _has_tally(card: Activity) -> bool:
    counts = (card.tally_process, card.tally_performance, card.tally_abstain)
    return any(count is not None for count in counts)


def _argued_row(handout: Handout, table: Table, card: Activity) -> Row:
    process, performance = card.tally_process or 0, card.tally_performance or 0
    bold, plain = styles.CELL_STRONG, styles.CELL
    return Row(
        (
            blocks(handout, card.text, styles.CELL, table.columns[0].width, "Activity"),
            (Block((f"{process:,}",), bold if process > performance else plain),),
            (Block((f"{performance:,}",), bold if performance > process else plain),),
            (Block((f"{card.tally_abstain or 0:,}",), plain),),
            _goes_to(card.bucket),
        )
    )


def _goes_to(bucket: Bucket | None) -> Cell:
    if bucket is None or bucket is Bucket.UNSORTED:
        return (Block(("Not sorted yet",), styles.CELL_MUTED),)
    style = styles.CELL_STRONG

    def mark(x: float, y: float) -> tuple[Icon]:
        return (Icon(BUCKET_ICONS[bucket], x, y + 1.4, 10.4),)

    return (Block((label(bucket),), style, indent=15, mark=mark),)
