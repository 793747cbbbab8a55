"""What each page has around its content: the footer and the marking.

They come last, since they need the number of all pages.
"""

from collections import Counter

from workshop.charts.shapes import Line, Rect, Shape, Text
from workshop.domain.text import one_line
from workshop.handouts import styles
from workshop.handouts.handout import Handout, Section
from workshop.handouts.paper import Geometry, Layout
from workshop.handouts.structure import Element, Tag
from workshop.handouts.words import short_day
from workshop.handouts.wrap import Style, Wrapper

_BETWEEN = 18.0
_SMALLEST_MARKING = 7.0
_DOT = "\u00a0\u00a0·\u00a0\u00a0"
_TOP_BASELINE, _BOTTOM_BASELINE = 27.0, 17.0

_BAR = 20.0
_BAR_EDGE = 12.0
_BAR_SIDE = 18.0
_SIDE_RULE = 5.0
_NOT_FOR = "NOT FOR THE ROOM, NOT FOR COPYING"


def finish(handout: Handout) -> None:
    """Add to each page its footer and its marking, and to page 1 the marking as text."""
    numberings = [
        "" if handout.counts_through else section.numbering for section in handout.sections
    ]
    totals, seen = Counter(numberings), Counter[str]()
    for page, (section, numbering) in enumerate(zip(handout.sections, numberings, strict=True)):
        seen[numbering] += 1
        counted = f"Page {seen[numbering]:,} of {totals[numbering]:,}"
        handout.document.furnish(page, *_footer(handout, section, counted))
        _mark(handout, page, section)
    _designate(handout)


def _footer(handout: Handout, section: Section, counted: str) -> list[Shape]:
    geometry, wrapper = handout.geometry(section), handout.wrapper
    plain, strong = styles.FOOTER, styles.FOOTER_STRONG
    y = geometry.footer
    made = f"Made {short_day(handout.made)}, {handout.made:%H:%M}"
    right = f"{made}{_DOT}{handout.digest[:12]}{_DOT}"
    right_x = geometry.right - wrapper.width(right, plain) - wrapper.width(counted, strong)
    room = right_x - _BETWEEN - geometry.left
    name = wrapper.fit(section.name, strong, room)
    name_width = wrapper.width(name, strong)
    shapes: list[Shape] = [
        Line(geometry.left, y - 13, geometry.right, y - 13, 0.6),
        Text(geometry.left, y, name, strong.size, strong.weight),
        Text(right_x, y, right, plain.size, plain.weight),
        Text(right_x + wrapper.width(right, plain), y, counted, strong.size, strong.weight),
    ]
    title = one_line(handout.facts.title)
    if title and room - name_width > 60:
        x = geometry.left + name_width
        session = wrapper.fit(title, plain, room - name_width - wrapper.width(_DOT, plain))
        shapes.append(Text(x, y, _DOT, plain.size, plain.weight))
        x += wrapper.width(_DOT, plain)
        shapes.append(Text(x, y, session, plain.size, plain.weight))
    return shapes


def _mark(handout: Handout, page: int, section: Section) -> None:
    """Put the marking at the top and the bottom; at the top of page 1 it is read aloud."""
    geometry, document = handout.geometry(section), handout.document
    words, color = handout.marking.banner, "text"
    if section.layout is Layout.ANNEX:
        document.furnish(page, *_annex_bars(geometry))
        words, color = _DOT.join(filter(None, (section.only_for, words, _NOT_FOR))), "paper"
    if not words:
        return
    top = _centered(handout.wrapper, geometry, words, _TOP_BASELINE, color)
    bottom_y = geometry.height - _BOTTOM_BASELINE
    if section.layout is Layout.ANNEX:
        bottom_y = geometry.height - _BAR_EDGE - _BAR + _TOP_BASELINE - _BAR_EDGE
    document.furnish(page, _centered(handout.wrapper, geometry, words, bottom_y, color))
    if page:
        document.furnish(page, top)
    else:
        document.insert(Element(Tag.PARAGRAPH), page, [top])


def _annex_bars(geometry: Geometry) -> list[Shape]:
    """Return black bars and side rules: nobody takes such a page for one of the room's."""
    left, width = _BAR_SIDE, geometry.width - 2 * _BAR_SIDE
    top, bottom = _BAR_EDGE, geometry.height - _BAR_EDGE - _BAR
    height = bottom + _BAR - top
    return [
        Rect(left, top, width, _BAR, fill="text"),
        Rect(left, bottom, width, _BAR, fill="text"),
        Rect(left, top, _SIDE_RULE, height, fill="text"),
        Rect(left + width - _SIDE_RULE, top, _SIDE_RULE, height, fill="text"),
    ]


def _centered(wrapper: Wrapper, geometry: Geometry, words: str, y: float, color: str) -> Text:
    """Return words centered on the page, smaller where they are too long for a line."""
    style = styles.MARKING
    natural = wrapper.width(words, style)
    size = max(_SMALLEST_MARKING, min(style.size, style.size * geometry.measure / natural))
    style = Style(size, style.leading, style.weight)
    text = wrapper.fit(words, style, geometry.measure)
    x = (geometry.width - wrapper.width(text, style)) / 2
    return Text(x, y, text, style.size, style.weight, color)


def _designate(handout: Handout) -> None:
    """Draw the block of page 1, after the marking in the order of reading."""
    designation = handout.designation
    if not designation.lines:
        return
    geometry = handout.geometry(handout.sections[0])
    handout.document.furnish(0, designation.box(geometry))
    for n, shapes in enumerate(designation.texts(geometry), 1):
        handout.document.insert(Element(Tag.PARAGRAPH), 0, shapes, at=n)
