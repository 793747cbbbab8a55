"""How the leadership check was answered: leaders over the agency, from never to always."""

from dataclasses import dataclass

from workshop.domain.leadership import ItemResult, mean_of, results
from workshop.ui.audience.scenes.drawing import Box, Hatch, Item, Style, TextLine, Type, Weight
from workshop.ui.audience.scenes.headline import BIG, NUMERAL
from workshop.ui.audience.scenes.lettering import width_of, wrap
from workshop.ui.audience.scenes.parts import foot, foot_with_pages, message
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import Side, words

_TITLES = ("Leaders, and the agency around them", "Leaders and agency")
_TITLE = Style(Type.SUB, Weight.BOLD)
_GAP = 1.7
_PITCH = 8.9
_BAR = 5.5
_LEAST_BAR = 20.0
_LEAST_PITCH = 6.2
_PAD = 3.0
_PANEL_PAD = 3.6
_NAME = Style(Type.SUB, Weight.SEMIBOLD)
_LABEL = Style(Type.FLOOR, Weight.SEMIBOLD)
_MEAN = Style(Type.CARD, Weight.BOLD)
_LEGEND = Style(Type.FLOOR)
_SWATCH = 3.3
_PART_GAP = 0.5
_LEGEND_HEIGHT = 6.2


@dataclass(frozen=True, slots=True)
class _Row:
    """A group of items: how its answers are spread, and their mean."""

    label: str
    counts: tuple[int, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class _Panel:
    """One side of the check."""

    name: str
    mean: float
    rows: tuple[_Row, ...]


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the groups of both sides; where the wall is low, a side a page."""
    right = sheet.timer(picture)
    title = next((t for t in _TITLES if width_of(t, _TITLE) <= right - MARGIN), _TITLES[-1])
    top = sheet.title(title, right=right, lines=2) + 1.6
    found = results(picture.view)
    check = words().leadership
    panels = [
        panel
        for side, first, name in (
            (check.person, 1, "Leaders"),
            (check.agency, len(check.person_items) + 1, "Agency"),
        )
        if (panel := _panel(side, first, name, found))
    ]
    if not panels:
        message(sheet, "The result is shown from five answers on", top)
        return
    answered = f"{max(result.total for result in found):,} answered, no names"
    bottom = sheet.bottom + 0.6
    pages = _pages(panels, bottom - top)
    shown = pages[sheet.turn_to(picture.stage.page, len(pages))]
    if len(pages) > 1 or not _legend_fits(sheet, answered):
        bottom -= _LEGEND_HEIGHT
        _legend(sheet, check.scale, bottom + (_LEGEND_HEIGHT - _LEGEND.line_height) / 2 + 0.4)
        foot_with_pages(sheet, answered)
    else:
        _legend(sheet, check.scale, sheet.height - 4.9)
        foot(sheet, answered)
    _draw(sheet, shown, top, bottom)


def _panel(side: Side, first: int, name: str, found: list[ItemResult]) -> _Panel | None:
    """Return the rows of a side, without groups of which nothing may be shown."""
    rows = []
    every: list[int] = []
    number = first
    for group in side.groups:
        items = range(number, number + len(group.items))
        number += len(group.items)
        mean = mean_of(found, items)
        if mean is None:
            continue
        every += items
        lists = zip(*(result.counts for result in found if result.item in items), strict=True)
        rows.append(_Row(group.name, tuple(map(sum, lists)), mean))
    mean = mean_of(found, every)
    return None if mean is None else _Panel(name, mean, tuple(rows))


def _pages(panels: list[_Panel], height: float) -> list[list[_Panel]]:
    needed = sum(_panel_height(panel, _LEAST_PITCH) + _GAP for panel in panels) - _GAP
    return [panels] if needed <= height else [[panel] for panel in panels]


def _panel_height(panel: _Panel, pitch: float) -> float:
    """Return the height of a panel, which holds its mean and its name too."""
    block = BIG.line_height + _NAME.line_height
    return max(block, len(panel.rows) * pitch + 2 * _PANEL_PAD)


def _draw(sheet: Sheet, panels: list[_Panel], top: float, bottom: float) -> None:
    pitch = _PITCH if len(panels) > 1 else 1.3 * _PITCH
    spare = bottom - top - _GAP * (len(panels) - 1)
    while pitch > _LEAST_PITCH and sum(_panel_height(p, pitch) for p in panels) > spare:
        pitch -= 0.1
    columns = _columns(sheet, panels)
    y = top
    for panel in panels:
        height = min(_panel_height(panel, pitch), bottom - y)
        _draw_panel(sheet, panel, Box(MARGIN, y, sheet.inner_width, height), columns, pitch)
        y += height + _GAP


@dataclass(frozen=True, slots=True)
class _Columns:
    """The style of the large mean, and where the columns of all panels stand."""

    figure: Style
    name: float
    label_x: float
    label: float
    bar_x: float
    bar: float
    mean_x: float
    mean: float


def _columns(sheet: Sheet, panels: list[_Panel]) -> _Columns:
    figure = BIG if sheet.is_wide and not sheet.is_low else NUMERAL
    name = max(width_of("0.0", figure), *(width_of(panel.name, _NAME) for panel in panels))
    label_x = MARGIN + _PAD + name + (11.0 if sheet.is_wide and not sheet.is_low else 3.6)
    mean = width_of("0.0", _MEAN)
    mean_x = sheet.right - _PAD - mean
    needed = max(width_of(row.label, _LABEL) for panel in panels for row in panel.rows)
    label = min(needed, mean_x - 5.9 - label_x - _LEAST_BAR)
    bar_x = label_x + label + 3.0
    return _Columns(figure, name, label_x, label, bar_x, mean_x - 2.9 - bar_x, mean_x, mean)


def _draw_panel(sheet: Sheet, panel: _Panel, box: Box, at: _Columns, pitch: float) -> None:
    sheet.add(Box(box.x, box.y, box.width, box.height, fill="surface", radius=1.3))
    tall = at.figure.line_height
    y = box.y + (box.height - tall - _NAME.line_height) / 2
    sheet.write(f"{panel.mean:.1f}", box.x + _PAD, y, at.name, at.figure)
    sheet.write(panel.name, box.x + _PAD, y + tall, at.name, _NAME)
    y = box.y + (box.height - len(panel.rows) * pitch) / 2
    for row in panel.rows:
        middle = y + pitch / 2
        _label(sheet, row.label, at.label_x, middle, at.label, pitch)
        _strip(sheet, row.counts, Box(at.bar_x, middle - _BAR / 2, at.bar, _BAR))
        top = middle - _MEAN.line_height / 2
        sheet.write(f"{row.mean:.1f}", at.mean_x, top, at.mean, _MEAN, align=Align.END)
        y += pitch


def _label(sheet: Sheet, text: str, x: float, y: float, width: float, pitch: float) -> None:
    lines = max(1, int(pitch / _LABEL.line_height))
    pieces = wrap(text, width, _LABEL, lines=min(2, lines))
    sheet.put(pieces, x, y - len(pieces) * _LABEL.line_height / 2, width, _LABEL)


def _strip(sheet: Sheet, counts: tuple[int, ...], bar: Box) -> None:
    """Draw the answers in proportion, from never to always."""
    parts = [(answer, count) for answer, count in enumerate(counts) if count]
    spare = bar.width - _PART_GAP * (len(parts) - 1)
    x = bar.x
    for answer, count in parts:
        width = spare * count / sum(counts)
        sheet.add(*_part(answer, Box(x, bar.y, width, bar.height)))
        x += width + _PART_GAP
    said = (f"{count} {words().leadership.scale[answer]}" for answer, count in parts)
    sheet.say(", ".join(said))


def _part(answer: int, place: Box) -> list[Item]:
    """Return a part of a strip: the more often, the darker."""
    x, y, width, height = place.x, place.y, place.width, place.height
    radius = 0.5
    if answer < 2:
        gap, line = ((1.0, 0.4), (2.1, 0.22))[answer]
        ground = Box(x, y, width, height, fill="surface", radius=radius)
        edge = Box(x, y, width, height, stroke="text", line=0.3, radius=radius)
        return [Hatch(ground, "text", gap=gap, line=line), edge]
    fill = ("border", "muted", "text")[answer - 2]
    stroke = "text" if answer == 2 else ""
    return [Box(x, y, width, height, fill, stroke, line=0.3, radius=radius)]


def _legend_width(scale: tuple[str, ...]) -> float:
    return sum(width_of(word, _LEGEND) + _SWATCH + 1.1 for word in scale) + 2.4 * (len(scale) - 1)


def _legend_fits(sheet: Sheet, answered: str) -> bool:
    foot_width = width_of(answered, Style(Type.FINE)) + 3.0
    return foot_width + _legend_width(words().leadership.scale) <= sheet.inner_width


def _legend(sheet: Sheet, scale: tuple[str, ...], y: float) -> None:
    x = max(MARGIN, sheet.right - _legend_width(scale))
    for answer, word in enumerate(scale):
        top = y + (_LEGEND.line_height - _SWATCH) / 2 + 0.2
        sheet.add(*_part(answer, Box(x, top, _SWATCH, _SWATCH)))
        x += _SWATCH + 1.1
        width = width_of(word, _LEGEND)
        sheet.add(TextLine(word, x, y, width, _LEGEND))
        x += width + 2.4
