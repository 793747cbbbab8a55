"""Whether the excuses get fewer: those removed beside those still said, new ones marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.domain.enums import ExcuseState
from workshop.domain.kept import Creep, creep
from workshop.domain.public import PublicView
from workshop.domain.records import Excuse
from workshop.domain.text import quoted
from workshop.ui.audience.scenes.drawing import Box, Icon, Style, Type, Weight
from workshop.ui.audience.scenes.headline import BIG, NUMERAL, fits_beside, headline
from workshop.ui.audience.scenes.lettering import width_of, wrap
from workshop.ui.audience.scenes.parts import foot_with_pages
from workshop.ui.audience.scenes.sheet import MARGIN, Sheet
from workshop.ui.room import RoomPicture
from workshop.words import words

_GAP = 2.4
_PAD = 3.0
_HEAD = 9.6
_HEADS = (Style(Type.SUB, Weight.BOLD), Style(Type.CARD, Weight.BOLD))
_SMALL = Style(Type.FLOOR, Weight.SEMIBOLD, "muted")
_SAID = Style(Type.FLOOR)
_NEW = Style(Type.FLOOR, Weight.BOLD)
_ROW_GAP = 1.5
_LINES = 3
_ARROW = 5.6


@dataclass(frozen=True, slots=True)
class _Panel:
    """A list of excuses under its head."""

    title: str
    icon: str
    icon_color: str
    excuses: Sequence[Excuse]
    is_struck: bool


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw how many excuses are open over both lists, page by page."""
    view = picture.view
    found = creep(view)
    has_past = view.facts.previous_date is not None or found.then > 0
    title = words().wall["creep_title" if has_past else "excuses_title"]
    top = sheet.title(title, right=sheet.timer(picture), lines=2)
    top += _numbers(sheet, found, top, has_past=has_past) + 0.4
    panels = _panels(view)
    width = (sheet.inner_width - _GAP) / 2
    inner = width - 2 * _PAD
    room = sheet.bottom + 0.6 - top - _HEAD - 1.6
    pages = [_paged(panel, inner, room) for panel in panels]
    at = sheet.turn_to(picture.stage.page, max(map(len, pages)))
    for number, (panel, lists) in enumerate(zip(panels, pages, strict=True)):
        x = MARGIN + number * (width + _GAP)
        box = Box(x, top, width, sheet.bottom + 0.6 - top, fill="surface", radius=1.3)
        sheet.add(box)
        _head(sheet, panel, box, len(found.new) if has_past and not panel.is_struck else 0)
        page = lists[min(at, len(lists) - 1)]
        new = {excuse.id for excuse in found.new} if has_past else set()
        _list(sheet, panel, page, box, new)
    foot_with_pages(sheet, _foot(view))


def _foot(view: PublicView) -> str:
    accepted = sum(excuse.state is ExcuseState.ACCEPTED for excuse in view.excuses)
    said = "An excuse is removed by the commitment that ends it"
    return f"{said}; {accepted:,} accepted" if accepted else said


def _numbers(sheet: Sheet, found: Creep, y: float, *, has_past: bool) -> float:
    """Write "11 → 7 open excuses", or how many are open at a first session; return the height."""
    style = NUMERAL if sheet.is_low else BIG
    noun = "open excuse" if found.now == 1 else "open excuses"
    x, width = MARGIN, sheet.inner_width
    if has_past:
        then = f"{found.then:,}"
        wide = width_of(then, style)
        sheet.write(then, x, y, wide, style.colored("muted"))
        arrow_y = y + (style.line_height - _ARROW) / 2 + 0.4
        sheet.add(Icon("arrow-right", x + wide + 3.2, arrow_y, _ARROW, "muted"))
        sheet.say("then, now")
        x += wide + _ARROW + 6.4
        width -= wide + _ARROW + 6.4
        since = f"{noun} since last time"
        if fits_beside(f"{found.now:,}", since, style, width):
            noun = since
    return headline(sheet, f"{found.now:,}", noun, x, y, width, largest=style)


def _panels(view: PublicView) -> tuple[_Panel, _Panel]:
    removed = [e for e in view.excuses if e.state is ExcuseState.REMOVED]
    still = [e for e in view.excuses if e.state is ExcuseState.OPEN]
    return (
        _Panel("Removed", "check", "fix now ink", removed, is_struck=True),
        _Panel("Still said", "message-square-warning", "text", still, is_struck=False),
    )


def _paged(panel: _Panel, width: float, height: float) -> list[list[Excuse]]:
    """Return the excuses of each page of a list; one page at least."""
    pages: list[list[Excuse]] = [[]]
    used = 0.0
    for excuse in panel.excuses:
        needed = _height(panel, excuse, width)
        if pages[-1] and used + needed > height:
            pages.append([])
            used = 0.0
        pages[-1].append(excuse)
        used += needed + _ROW_GAP
    return pages


def _text_width(panel: _Panel, width: float) -> float:
    """Return the width of what was said; beside what is still said there is room for "new"."""
    return width if panel.is_struck else width - width_of("new", _NEW) - 2.0


def _height(panel: _Panel, excuse: Excuse, width: float) -> float:
    lines = wrap(quoted(excuse.text), _text_width(panel, width), _SAID, lines=_LINES)
    return max(1, len(lines)) * _SAID.line_height


def _head(sheet: Sheet, panel: _Panel, box: Box, new: int) -> None:
    x, inner = box.x + _PAD, box.width - 2 * _PAD
    middle = box.y + 5.0
    count = f"{len(panel.excuses):,}"
    style = next((s for s in _HEADS if width_of(panel.title + count, s) + 10.0 < inner), _HEADS[-1])
    icon = style.size * 0.8
    sheet.add(Icon(panel.icon, x, middle - icon / 2, icon, panel.icon_color))
    at = x + icon + 2.0
    right = x + inner - width_of(count, style)
    sheet.write(panel.title, at, middle - style.line_height / 2, right - at, style)
    sheet.write(count, right, middle - style.line_height / 2, x + inner - right, style)
    words_ = f"{new:,} new"
    left = right - width_of(words_, _SMALL) - 1.8
    if new and left > at + width_of(panel.title, style) + 1.5:
        sheet.write(words_, left, middle - _SMALL.line_height / 2, right - left, _SMALL)
    sheet.add(Box(x, box.y + _HEAD, inner, 0.25, fill="border"))


def _list(sheet: Sheet, panel: _Panel, page: list[Excuse], box: Box, new: set[int]) -> None:
    x, inner = box.x + _PAD, box.width - 2 * _PAD
    y = box.y + _HEAD + 1.6
    for excuse in page:
        width = _text_width(panel, inner)
        pieces = wrap(quoted(excuse.text), width, _SAID, lines=_LINES)
        sheet.put(pieces, x, y, width, _SAID)
        if panel.is_struck:
            _strike(sheet, x, y, width, [(piece.width, piece.rtl) for piece in pieces])
        elif excuse.id in new:
            left = x + inner - width_of("new", _NEW)
            sheet.write("new", left, y, x + inner - left, _NEW)
        y += max(1, len(pieces)) * _SAID.line_height + _ROW_GAP


def _strike(
    sheet: Sheet, x: float, y: float, width: float, lines: Sequence[tuple[float, bool]]
) -> None:
    """Draw a line through what nobody says any more."""
    for number, (long, rtl) in enumerate(lines):
        left = x + width - long if rtl else x
        middle = y + (number + 0.55) * _SAID.line_height
        sheet.add(Box(left - 0.5, middle, long + 1.0, 0.25, fill="muted"))
