"""What the answers show together: one chart a page, under a sentence that says the same."""

from dataclasses import replace

from workshop.charts.bars import BarMeasures, label_of, part_bars
from workshop.domain.insight import Insight, Part, insights
from workshop.ui.audience.scenes.charting import put_chart
from workshop.ui.audience.scenes.drawing import Style, Type, Weight
from workshop.ui.audience.scenes.lettering import is_cut, width_of, wrap
from workshop.ui.audience.scenes.parts import foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture

_SENTENCE = Style(Type.SUB)
_LEAST_ROW = 8.0
_MOST_ROW = 18.0
# Rows as high as this have room for larger type.
_LARGE_FROM = 13.0
_LABEL_PART = 0.45


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the chart of the page."""
    right = sheet.timer(picture)
    found = insights(picture.view)
    if not found:
        top = sheet.title("What our answers show", right=right)
        message(sheet, "Nothing is sorted or answered yet", top)
        return
    sentences = [wrap(each.sentence, sheet.inner_width, _SENTENCE, lines=3) for each in found]
    top = sheet.title_bottom + 1.0
    room = sheet.bottom - top - max(map(len, sentences)) * _SENTENCE.line_height - 2.0
    most_rows = max(1, int(room / _LEAST_ROW))
    pages = [
        (insight, insight.parts[first : first + most_rows])
        for insight in found
        for first in range(0, len(insight.parts), most_rows)
    ]
    insight, parts = pages[sheet.turn_to(picture.stage.page, len(pages))]
    sheet.name(insight.title, right=right, x=MARGIN)
    top += sheet.write(insight.sentence, MARGIN, top, sheet.inner_width, _SENTENCE, lines=3) + 2.0
    _chart(sheet, insight, parts, top)
    foot_with_pages(sheet, f"{insight.total:,.0f} in all")


def _shortened(part: Part, width: float, style: Style) -> Part:
    pieces = wrap(label_of(part), width, style)
    return replace(part, label=pieces[0].text) if is_cut(pieces) else part


def _chart(sheet: Sheet, insight: Insight, parts: tuple[Part, ...], top: float) -> None:
    row = min(_MOST_ROW, (sheet.bottom - top) / len(parts))
    style = Style(Type.SUB if row >= _LARGE_FROM else Type.CARD, Weight.SEMIBOLD)
    width = sheet.inner_width * _LABEL_PART
    short = [_shortened(part, width, style) for part in parts]
    figure = Style(style.size, Weight.BOLD)
    measures = BarMeasures(
        row=row,
        size=style.size,
        label=max(width_of(label_of(part), style) for part in short),
        figure=max(width_of(f"{part.value:,.0f}", figure) for part in parts),
    )
    most = max(part.value for part in insight.parts)
    put_chart(sheet, part_bars(short, most, MARGIN, top, sheet.inner_width, measures))
