"""Shapes of a chart put on the wall: the same chart stands in handouts."""

from collections.abc import Iterable

from workshop.charts import shapes as chart
from workshop.ui.audience.scenes.drawing import Box, Hatch, Style, TextLine, Weight
from workshop.ui.audience.scenes.lettering import PIXELS_PER_U, is_rtl, width_of
from workshop.ui.audience.scenes.sheet import Sheet
from workshop.ui.audience.scenes.tiles import baseline

# What paper calls a color that has another name on screens.
_COLORS = {"process": "process solid", "performance": "performance solid", "paper": "surface"}
_WEIGHTS = {
    chart.Weight.REGULAR: Weight.REGULAR,
    chart.Weight.SEMIBOLD: Weight.SEMIBOLD,
    chart.Weight.BOLD: Weight.BOLD,
}


def put_chart(sheet: Sheet, shapes: Iterable[chart.Shape]) -> None:
    """Put the texts, boxes and hatches of a chart on a sheet, lengths in u."""
    for shape in shapes:
        match shape:
            case chart.Text():
                _write(sheet, shape)
            case chart.Rect():
                fill, stroke = _color(shape.fill), _color(shape.stroke)
                x, y, width, height = shape.x, shape.y, shape.width, shape.height
                if stroke:  # the line of a box runs inside its edge
                    x, y = x - shape.line / 2, y - shape.line / 2
                    width, height = width + shape.line, height + shape.line
                sheet.add(Box(x, y, width, height, fill, stroke, shape.line, shape.radius))
            case chart.Hatch():
                color = _color(shape.color)
                box = Box(shape.x, shape.y, shape.width, shape.height, fill=color)
                light = f"{shape.color} tint"
                sheet.add(Hatch(box, light, gap=shape.gap, line=shape.line))
            case _:
                raise TypeError(f"the wall draws no {type(shape).__name__} of a chart")


def _color(name: str | None) -> str:
    return _COLORS.get(name, name) if name else ""


def _write(sheet: Sheet, text: chart.Text) -> None:
    style = Style(text.size, _WEIGHTS[text.weight], _color(text.color))
    y = text.y - baseline(style) / PIXELS_PER_U
    sheet.add(TextLine(text.text, text.x, y, width_of(text.text, style), style, is_rtl(text.text)))
    sheet.say(text.text)
