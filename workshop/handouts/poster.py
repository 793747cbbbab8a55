"""The poster: what tells process from performance, large enough for the wall of an office."""

from collections.abc import Callable, Sequence

from workshop.charts.marks import BUCKET_ICONS
from workshop.charts.shapes import Disc, Hatch, Icon, Line, Rect, Shape, Text, Weight
from workshop.domain.enums import Bucket
from workshop.domain.text import one_line
from workshop.handouts import styles
from workshop.handouts.handout import Handout, Section
from workshop.handouts.paper import Layout
from workshop.handouts.structure import Tag
from workshop.handouts.words import label
from workshop.handouts.wrap import Style
from workshop.words import Poster, words

NAME = "Wall poster"

_FILLED = 0.985
"""The part of the width that the title takes, where it is not too short for that."""
_LARGEST_TITLE = 110.0
_LEAD = Style(29, 36)
_NAME = Style(54, 62, Weight.BOLD)
_QUESTION = Style(29, 35, Weight.SEMIBOLD)
_CHECK = Style(24, 29)
_CAPTION = Style(19, 26, Weight.SEMIBOLD, "muted")
_CARD = Style(24, 29)
_AFTER_ITEM = 9.0
_MOST_CARDS = 5
_BETWEEN = 42.0
_BAND = 26.0
_INDENT = 50.0
_BADGE = 62.0
_TICK = 24.0
_TEXT_INDENT = 37.0


def compose(handout: Handout) -> None:
    """Draw the handout."""
    said = words().poster
    section = Section(said.title, words().wall["purpose"], "", NAME, layout=Layout.POSTER)
    handout.start_page(section)
    handout.document.bookmark(NAME)
    geometry = handout.geometry(section)
    top = _draw_title(handout, section)
    bottom = geometry.bottom - handout.reserved
    width = (geometry.measure - _BETWEEN) / 2
    sides = [
        _Side(handout, bucket, checks, (geometry.left + n * (width + _BETWEEN), width))
        for n, (bucket, checks) in enumerate(_checks(said))
    ]
    lines = max(len(side.question) for side in sides)
    for side in sides:
        side.draw(top, bottom, lines)


def _checks(poster: Poster) -> Sequence[tuple[Bucket, Sequence[str]]]:
    return ((Bucket.PROCESS, poster.process), (Bucket.PERFORMANCE, poster.performance))


def _draw_title(handout: Handout, section: Section) -> float:
    """Draw title and purpose across the page, and return where the sides begin."""
    geometry, wrapper, document = handout.geometry(section), handout.wrapper, handout.document
    unit = Style(100, 100, Weight.BOLD)
    natural = wrapper.width(one_line(section.title), unit) / unit.size
    size = min(_LARGEST_TITLE, geometry.measure * _FILLED / natural)
    style = Style(size, size, Weight.BOLD)
    baseline = geometry.top + 0.72 * size
    with document.element(Tag.H1):
        text = wrapper.fit(one_line(section.title), style, geometry.measure)
        document.draw(Text(geometry.left, baseline, text, style.size, style.weight))
    baseline += 0.22 * size + _LEAD.leading
    with document.element(Tag.PARAGRAPH):
        text = wrapper.fit(section.lead, _LEAD, geometry.measure)
        document.draw(Text(geometry.left, baseline, text, _LEAD.size, color="text"))
    return baseline + 34


_Mark = Callable[[Style], Sequence[Shape]]


class _Side:
    """One half of the poster: a bucket, its test, how to tell, and cards of the session."""

    def __init__(
        self, handout: Handout, bucket: Bucket, checks: Sequence[str], edges: tuple[float, float]
    ) -> None:
        self._document = handout.document
        self._wrapper = handout.wrapper
        self._handout = handout
        self._bucket = bucket
        self._checks = checks
        self._x, width = edges
        self._left = self._x + _INDENT
        self._width = width - _INDENT
        self._y = 0.0
        test = words().wall[f"{bucket.value}_test"]
        wrapped = self._wrapper.wrap(test, _QUESTION, self._width, most=2, balanced=True)
        self.question = wrapped.lines

    def draw(self, top: float, bottom: float, lines: int) -> None:
        """Draw from the top down, with as many cards as there is room for.

        The question takes so many lines, as long as that of the other side.
        """
        with self._document.artifact():
            self._document.draw(self._band(top, bottom - top))
        self._y = top
        self._draw_name()
        start = self._y
        with self._document.element(Tag.PARAGRAPH):
            for line in self.question:
                self._line(line, _QUESTION)
        self._y = start + lines * _QUESTION.leading + 4
        with self._document.element(Tag.LIST):
            for check in self._checks:
                fitted = self._wrapper.fit(one_line(check), _CHECK, self._width - _TEXT_INDENT)
                self._item((fitted,), _CHECK, self._tick)
        self._draw_cards(bottom)

    def _band(self, top: float, height: float) -> Shape:
        if self._bucket is Bucket.PROCESS:
            return Hatch(self._x, top, _BAND, height, gap=8.4, line=4.2)
        return Rect(self._x, top, _BAND, height, "performance")

    def _draw_name(self) -> None:
        head = f"{self._bucket.value} head"
        if self._bucket is Bucket.PROCESS:
            badge: Shape = Rect(self._left, self._y, _BADGE, _BADGE, head, radius=9)
        else:
            badge = Disc(self._left + _BADGE / 2, self._y + _BADGE / 2, _BADGE / 2, head)
        inset = (_BADGE - 38) / 2
        icon = Icon(BUCKET_ICONS[self._bucket], self._left + inset, self._y + inset, 38, "paper")
        with self._document.artifact():
            self._document.draw(badge, icon)
        with self._document.element(Tag.H2):
            x, y = self._left + _BADGE + 20, self._y + styles.baseline(_NAME)
            ink = f"{self._bucket.value} ink"
            self._document.draw(Text(x, y, label(self._bucket), _NAME.size, _NAME.weight, ink))
        self._y += _BADGE + 18

    def _draw_cards(self, bottom: float) -> None:
        """Draw what the room itself sorted here, in its order, as far as there is room."""
        self._y += 16
        shown = self._fitting(bottom - self._y - 17 - _CAPTION.leading)
        if not shown:
            return
        with self._document.artifact():
            right = self._left + self._width
            self._document.draw(Line(self._left, self._y, right, self._y, 1.2))
        self._y += 12
        with self._document.element(Tag.H3):
            self._line("From our own list", _CAPTION)
        self._y += 5
        with self._document.element(Tag.LIST):
            for lines in shown:
                self._item(lines, _CARD, self._token)

    def _fitting(self, room: float) -> Sequence[Sequence[str]]:
        found: list[Sequence[str]] = []
        for card in self._handout.view.activities(self._bucket)[:_MOST_CARDS]:
            width = self._width - _TEXT_INDENT
            lines = self._wrapper.wrap(one_line(card.text), _CARD, width, most=2).lines
            room -= len(lines) * _CARD.leading + _AFTER_ITEM
            if room < 0:
                break
            found.append(lines)
        return found

    def _item(self, lines: Sequence[str], style: Style, mark: _Mark) -> None:
        with self._document.artifact():
            self._document.draw(*mark(style))
        with self._document.element(Tag.ITEM), self._document.element(Tag.ITEM_BODY):
            for line in lines:
                self._line(line, style, _TEXT_INDENT)
        self._y += _AFTER_ITEM

    def _tick(self, style: Style) -> Sequence[Shape]:
        return (Icon("check", self._left, self._y + (style.leading - _TICK) / 2, _TICK),)

    def _token(self, style: Style) -> Sequence[Shape]:
        side, y = 20.0, self._y + (style.leading - 20) / 2
        if self._bucket is Bucket.PERFORMANCE:
            return (Disc(self._left + side / 2, y + side / 2, side / 2, "performance"),)
        edge = Rect(
            self._left + 0.5, y + 0.5, side - 1, side - 1, stroke="process head", radius=2.5
        )
        return (Hatch(self._left, y, side, side, gap=3.9, line=2.0, radius=2.5), edge)

    def _line(self, text: str, style: Style, indent: float = 0.0) -> None:
        start = self._left + indent
        start += self._wrapper.indent(text, style, self._width - indent)
        baseline = self._y + styles.baseline(style)
        self._document.draw(Text(start, baseline, text, style.size, style.weight, style.color))
        self._y += style.leading
