"""Where the day goes: a square for each process activity, a disc for each of performance."""

from dataclasses import dataclass

from workshop.domain.enums import Bucket
from workshop.domain.public import PublicView
from workshop.ui.audience.scenes.drawing import Box, Disc, Hatch, Icon, Item, Style, Type, Weight
from workshop.ui.audience.scenes.headline import headline
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.parts import BUCKET_ICONS, foot, message
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_LABEL = Style(Type.CARD, Weight.BOLD)
_HOURS = Style(Type.SUB, Weight.SEMIBOLD)
_BETWEEN = 4.0
_LARGEST_PITCH = 11.4
_SMALLEST_PITCH = 4.0
_ICON_FROM = 5.0
_SIDE = 0.875
_BUCKETS = (Bucket.PROCESS, Bucket.PERFORMANCE)


@dataclass(frozen=True, slots=True)
class _Group:
    """One bucket in the picture."""

    bucket: Bucket
    count: int

    @property
    def label(self) -> str:
        return f"{self.bucket.value.capitalize()}  {self.count:,}"


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Write how many of the things done each day are process, and draw them all."""
    y = sheet.title(words().wall["picture_title"], right=sheet.timer(picture))
    groups = [_Group(bucket, picture.view.count(bucket)) for bucket in _BUCKETS]
    total = sum(group.count for group in groups)
    unsorted = picture.view.count(Bucket.UNSORTED)
    if not total:
        message(sheet, "No card is sorted yet", y)
        return
    y += _sentence(sheet, groups[0].count, total, y) + 1.0
    y += _hours(sheet, picture.view, y)
    bottom = sheet.height - (5.9 if unsorted else 5.0)
    _groups(sheet, [group for group in groups if group.count], y + 1.0, bottom)
    if unsorted:
        foot(sheet, f"{unsorted:,} not sorted yet")


def _sentence(sheet: Sheet, process: int, total: int, y: float) -> float:
    """Write "39 of 60 things we do each day are process", its figures big where they fit."""
    thing = "thing" if total == 1 else "things"
    rest = f"{thing} we do each day {'is' if process == 1 else 'are'} process"
    figures = f"{process:,} of {total:,}"
    width = sheet.inner_width
    return headline(sheet, figures, rest, MARGIN, y, width, color="process ink")


def _hours(sheet: Sheet, view: PublicView, y: float) -> float:
    """Write what part of the week process takes, where hours are known."""
    process, performance = (
        sum(card.hours_per_week or 0 for card in view.activities(bucket)) for bucket in _BUCKETS
    )
    if not process + performance:
        return 0.0
    part = round(100 * process / (process + performance))
    verb = "It takes" if view.count(Bucket.PROCESS) == 1 else "They take"
    return sheet.write(f"{verb} {part} % of our week.", MARGIN, y, sheet.inner_width, _HOURS) + 1.4


def _groups(sheet: Sheet, groups: list[_Group], top: float, bottom: float) -> None:
    marks_top = top + _LABEL.line_height + 1.2
    pitch, rows = _pitch(groups, sheet.inner_width, bottom - marks_top)
    if pitch < _SMALLEST_PITCH:
        _bars(sheet, groups, top, bottom)
        return
    x = MARGIN
    for group in groups:
        _label(sheet, group, x, top, sheet.right - x)
        for number in range(group.count):
            column, row = divmod(number, rows)
            sheet.add(*_mark(group.bucket, x + column * pitch, marks_top + row * pitch, pitch))
        x += _width(group, rows, pitch) + _BETWEEN


def _pitch(groups: list[_Group], width: float, height: float) -> tuple[float, int]:
    """Return the largest pitch at which all groups stand side by side, and its rows."""
    best = (0.0, 1)
    for rows in range(1, max(2, int(height / _SMALLEST_PITCH) + 1)):
        columns = sum(-(-group.count // rows) for group in groups)
        spare = width - _BETWEEN * (len(groups) - 1)
        pitch = min(_LARGEST_PITCH, height / rows, spare / columns)
        while pitch > best[0] and _total(groups, rows, pitch) > width:
            pitch *= 0.98
        if pitch > best[0] + 0.01:
            best = (pitch, rows)
    return best


def _total(groups: list[_Group], rows: int, pitch: float) -> float:
    return sum(_width(group, rows, pitch) for group in groups) + _BETWEEN * (len(groups) - 1)


def _width(group: _Group, rows: int, pitch: float) -> float:
    """Return the width of a group, which holds its label too."""
    return max(-(-group.count // rows) * pitch, width_of(group.label, _LABEL))


def _label(sheet: Sheet, group: _Group, x: float, y: float, width: float) -> None:
    sheet.write(group.label, x, y, width, _LABEL.colored(f"{group.bucket.value} ink"))


def _mark(bucket: Bucket, x: float, y: float, pitch: float) -> list[Item]:
    side = pitch * _SIDE
    color = f"{bucket.value} solid"
    found: list[Item] = (
        [Box(x, y, side, side, fill=color, radius=side * 0.12)]
        if bucket is Bucket.PROCESS
        else [Disc(x + side / 2, y + side / 2, side / 2, fill=color)]
    )
    if pitch >= _ICON_FROM:
        icon = side * 0.5
        inset = (side - icon) / 2
        found.append(Icon(BUCKET_ICONS[bucket], x + inset, y + inset, icon, "surface"))
    return found


def _bars(sheet: Sheet, groups: list[_Group], top: float, bottom: float) -> None:
    """Draw bars in proportion where marks would be too small to tell apart."""
    total = sum(group.count for group in groups)
    y = top
    height = min(12.0, (bottom - top) / len(groups) - _LABEL.line_height - 2.0)
    for group in groups:
        _label(sheet, group, MARGIN, y, sheet.inner_width)
        y += _LABEL.line_height + 0.8
        width = sheet.inner_width * group.count / total
        bar = Box(MARGIN, y, width, height, fill=f"{group.bucket.value} solid")
        is_process = group.bucket is Bucket.PROCESS
        hatched = Hatch(bar, "process tint", gap=2.6, line=0.75, opacity=0.35)
        sheet.add(hatched if is_process else bar)
        y += height + 2.0
