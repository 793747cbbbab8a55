"""The pages of one section, filled from the top, with the furniture that each page has."""

from collections.abc import Sequence

from workshop.charts.shapes import Line, Shape, Text
from workshop.charts.split import band
from workshop.domain.text import one_line
from workshop.handouts import styles
from workshop.handouts.handout import Handout, Section
from workshop.handouts.structure import Tag
from workshop.handouts.words import long_day
from workshop.handouts.wrap import Style, Wrapped

_TITLE_LINES = 3
_LEAD_LINES = 4
_BETWEEN = 18.0
_HEADING_GAP = 10.0
_CONTINUED = 27.5
HEADING_BEFORE = 22.0
HEADING_AFTER = 7.0


class Sheet:
    """Where the next thing of a section goes; y is measured down from the top of the page."""

    def __init__(self, handout: Handout, section: Section) -> None:
        """Start the first page of a section with its band, title and lead."""
        self.handout = handout
        self.document = handout.document
        self.wrapper = handout.wrapper
        self.section = section
        self.geometry = handout.geometry(section)
        self.left = self.geometry.left
        self.right = self.geometry.right
        self.measure = self.geometry.measure
        handout.start_page(section)
        self.document.bookmark(one_line(section.name), section.level)
        self.y = self._opening()
        self._fresh_y = self.y

    @property
    def bottom(self) -> float:
        """The lower edge of the content on this page."""
        return self.geometry.bottom - self.handout.reserved

    @property
    def room(self) -> float:
        """What is left of the page, in points."""
        return self.bottom - self.y

    @property
    def room_of_page(self) -> float:
        """What a page that goes on has room for, in points."""
        return self.geometry.bottom - self.geometry.top - _CONTINUED

    @property
    def is_fresh(self) -> bool:
        """Tell whether nothing has been put on the page yet."""
        return self.y == self._fresh_y

    def next_page(self) -> None:
        """Go on with a new page."""
        self.handout.start_page(self.section)
        self.y = self._continuation()
        self._fresh_y = self.y

    def ensure(self, height: float) -> None:
        """Go on with a new page where less than `height` points are left."""
        if height > self.room and not self.is_fresh:
            self.next_page()

    def space(self, height: float) -> None:
        """Leave space, except at the top of a page."""
        if not self.is_fresh:
            self.y += height

    def lower(self, height: float) -> None:
        """Start a page lower; it counts as fresh still."""
        self.y += height
        self._fresh_y = self.y

    def paragraph(
        self,
        lines: Sequence[str],
        style: Style,
        *,
        tag: Tag = Tag.PARAGRAPH,
        x: float | None = None,
        width: float | None = None,
    ) -> None:
        """Draw lines as one element, going on with a new page where they do not fit."""
        with self.document.element(tag):
            for line in lines:
                self.ensure(style.leading)
                self.line(line, style, x, width)

    def line(
        self, text: str, style: Style, x: float | None = None, width: float | None = None
    ) -> None:
        """Draw one line and move down by its leading.

        The line has `width` points from `x` on: without them, the whole content from side to side.
        """
        start = self.left if x is None else x
        start += self.wrapper.indent(text, style, self.right - start if width is None else width)
        baseline = self.y + styles.baseline(style)
        self.document.draw(Text(start, baseline, text, style.size, style.weight, style.color))
        self.y += style.leading

    def rule(self, width: float, color: str = "text", *, start: float | None = None) -> None:
        """Draw a rule across the content, or from `start` on."""
        x = self.left if start is None else start
        with self.document.artifact():
            self.document.draw(Line(x, self.y, self.right, self.y, width, color))

    def heading(
        self,
        text: str,
        *,
        count: str = "",
        gloss: str = "",
        mark: Sequence[Shape] = (),
        indent: float = 0.0,
    ) -> None:
        """Draw a second-level heading; `mark` stands left of it and needs `indent` points."""
        baseline = self.y + styles.baseline(styles.HEADING)
        x = self.left + indent
        parts = ((text, styles.HEADING), (count, styles.HEADING_COUNT), (gloss, styles.GLOSS))
        with self.document.element(Tag.H2):
            self.document.draw(*mark)
            for part, style in parts:
                if part:
                    self._text(x, baseline, part, style)
                    x += self.wrapper.width(part, style) + _HEADING_GAP
        self.y += styles.HEADING.leading + HEADING_AFTER

    def _opening(self) -> float:
        top = self.geometry.top
        with self.document.artifact():
            self.document.draw(*band(self.left, top, self.measure))
        baseline = top + 24
        has_line = self._above_title(baseline)
        baseline += 35.5 if has_line else 20
        title = self._balanced(self.section.title, styles.TITLE, _TITLE_LINES)
        with self.document.element(Tag.H1):
            baseline = self._draw_lines(title.lines, styles.TITLE, baseline)
        if self.section.lead:
            lead = self._balanced(self.section.lead, styles.LEAD, _LEAD_LINES)
            with self.document.element(Tag.PARAGRAPH):
                baseline = self._draw_lines(lead.lines, styles.LEAD, baseline + 25.5)
        if title.is_cut:
            with self.document.element(Tag.PARAGRAPH):
                whole = self.handout.cite("Title", self.section.title)
                baseline = self._draw_lines([whole], styles.CELL_STRONG, baseline + 18)
        return baseline + 7

    def _above_title(self, baseline: float) -> bool:
        """Draw agency and date; return whether there is anything to say."""
        date = self.handout.facts.date
        shown = long_day(date) if date else ""
        above = one_line(self.section.above)
        date_width = self.wrapper.width(shown, styles.RUNNING_MUTED)
        if not shown and not above:
            return False
        with self.document.element(Tag.PARAGRAPH):
            if above:
                fitted = self.wrapper.fit(
                    above, styles.RUNNING, self.measure - date_width - _BETWEEN
                )
                self._text(self.left, baseline, fitted, styles.RUNNING)
            if shown:
                self._text(self.right - date_width, baseline, shown, styles.RUNNING_MUTED)
        return True

    def _balanced(self, text: str, style: Style, most: int) -> Wrapped:
        """Return lines as even as they can be."""
        return self.wrapper.wrap(text, style, self.measure, most=most, balanced=True)

    def _draw_lines(self, lines: Sequence[str], style: Style, baseline: float) -> float:
        """Draw lines from a baseline on and return the baseline of the last."""
        for n, line in enumerate(lines):
            x = self.left + self.wrapper.indent(line, style, self.measure)
            self._text(x, baseline + n * style.leading, line, style)
        return baseline + (len(lines) - 1) * style.leading

    def _continuation(self) -> float:
        baseline = self.geometry.top + 9.5
        rule = self.geometry.top + _CONTINUED - 10
        agency = one_line(self.handout.facts.agency)
        title_style, agency_style = styles.BODY_STRONG, styles.BODY_MUTED
        half = (self.measure - _BETWEEN) / 2
        agency = self.wrapper.fit(agency, agency_style, half) if agency else ""
        agency_width = self.wrapper.width(agency, agency_style)
        ending = ", continued"
        room = self.measure - agency_width - _BETWEEN - self.wrapper.width(ending, title_style)
        title = self.wrapper.fit(self.section.name, title_style, room)
        with self.document.artifact():
            self._text(self.left, baseline, title, title_style)
            after = self.left + self.wrapper.width(title, title_style)
            self._text(after, baseline, ending, title_style)
            if agency:
                self._text(self.right - agency_width, baseline, agency, agency_style)
            self.document.draw(Line(self.left, rule, self.right, rule, 0.6))
        return rule + 10

    def _text(self, x: float, y: float, text: str, style: Style) -> None:
        self.document.draw(Text(x, y, text, style.size, style.weight, style.color))
