"""The pack: a cover with what the session came to, and every general handout that says something.

The annex is never part of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workshop.charts.shapes import Disc, Line, Text, Weight
from workshop.charts.split import band, split_picture
from workshop.domain.enums import Bucket, Triage
from workshop.domain.leadership import mix, results
from workshop.domain.public import PublicView
from workshop.domain.records import Commitment, Pledge, Process
from workshop.domain.text import counted, one_line
from workshop.handouts import HANDOUTS, styles
from workshop.handouts.annotations import Bookmark, Link, Place
from workshop.handouts.document import Document
from workshop.handouts.general import GENERAL
from workshop.handouts.handout import Handout, Section
from workshop.handouts.sheet import HEADING_BEFORE, Sheet
from workshop.handouts.structure import Element, Tag
from workshop.handouts.words import long_day
from workshop.handouts.wrap import Style

TITLE = "Handout pack"

_SUBTITLE = "What the leaders promised, and what they found"
_NO_TITLE = "What we found and promised"
_NOTHING = "Nothing has been gathered in this session yet, so the pack is its cover alone."
_CONTENTS = "In this pack"

_PICTURE = 44.0
_AGENCY = Style(12, 16, Weight.SEMIBOLD)
_TITLE = Style(36, 40, Weight.BOLD)
_TITLE_LINES = 3
_LEAD = Style(16, 22, color="muted")
_FACT = Style(11, 14.5, Weight.SEMIBOLD)
_FIGURE = Style(32, 38, Weight.BOLD)
_FIGURE_HEIGHT = 76.0
_FIGURE_INDENT = 11.5
_ENTRY = Style(11.5, 18)
_ENTRY_NUMBER = Style(11.5, 18, Weight.BOLD)
_DOT_PITCH = 4.0

_HAS_CONTENT: dict[str, Callable[[PublicView], bool]] = {
    "commitments": lambda view: bool(view.commitments),
    "deal": lambda view: bool(view.commitments or view.pledges or view.excuses),
    "buckets": lambda view: any(map(view.count, Bucket)),
    "inventory": lambda view: bool(view.processes),
    "promise": lambda view: any(
        view.feedback_of(process.id) or view.commitments_of(process.id)
        for process in view.processes
    ),
    "excuses": lambda view: bool(view.excuses),
    "leave-alone": lambda view: any(
        view.processes_in(triage) for triage in (Triage.LEAVE_ALONE, Triage.LIVE_WITH_IT)
    ),
    "leadership": lambda view: bool(results(view) or mix(view)),
    "follow-up": lambda view: bool(view.commitments),
    "owners": lambda view: bool(view.commitments),
}


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where an entry of the contents stands on the cover."""

    name: str
    page: int
    y: float


class _Cover(Sheet):
    """A first page with the real split in place of the band, and a larger title."""

    def _opening(self) -> float:
        self.y = self.geometry.top
        self._draw_split()
        agency = one_line(self.handout.facts.agency)
        if agency:
            fitted = self.wrapper.fit(agency, _AGENCY, self.measure)
            self.paragraph([fitted], _AGENCY)
        self.y += 14
        title = self.wrapper.wrap(
            self.section.title, _TITLE, self.measure, most=_TITLE_LINES, balanced=True
        )
        self.paragraph(title.lines, _TITLE, tag=Tag.H1)
        self.y += 6
        lead = self.wrapper.wrap(self.section.lead, _LEAD, self.measure, balanced=True)
        self.paragraph(lead.lines, _LEAD)
        return self.y

    def _draw_split(self) -> None:
        view = self.handout.view
        process, performance = view.count(Bucket.PROCESS), view.count(Bucket.PERFORMANCE)
        if not process + performance:
            with self.document.artifact():
                self.document.draw(*band(self.left, self.y, self.measure))
            self.y += 26
            return
        picture = split_picture(
            process, performance, self.left, self.y, self.measure, highest=_PICTURE
        )
        words = f"{process:,} of {process + performance:,} things we do each day are process."
        with self.document.element(Tag.FIGURE, alternative=words):
            self.document.draw(*picture.shapes)
        self.y += picture.height + 24


def compose(handout: Handout) -> None:
    """Draw the handout."""
    handout.counts_through = True
    document = handout.document
    names = [name for name in GENERAL if _HAS_CONTENT[name](handout.view)]
    title = one_line(handout.facts.title) or _NO_TITLE
    lead = _SUBTITLE if names else _NOTHING
    sheet = _Cover(handout, Section(title, lead, handout.facts.agency, TITLE))
    _draw_facts(sheet)
    _draw_figures(sheet)
    slots, contents = _start_contents(sheet, names)
    for slot in slots:
        first = len(document.bookmarks)
        GENERAL[slot.name](handout)
        place = _gather(document, first, HANDOUTS[slot.name])
        assert contents is not None, "each slot is in the contents"
        with document.revisit(slot.page, contents):
            _draw_entry(sheet, slot, place)


def _draw_facts(sheet: Sheet) -> None:
    """Draw when, where and by whom, in four columns."""
    facts = sheet.handout.facts
    told = [
        ("Date", long_day(facts.date) if facts.date else ""),
        ("Place", facts.place),
        ("Sponsor", facts.sponsor),
        ("Facilitator", facts.facilitator),
    ]
    told = [(name, one_line(value)) for name, value in told if value.strip()]
    sheet.y += 16
    top = lowest = sheet.y
    width = sheet.measure / 4
    for n, (name, value) in enumerate(told):
        sheet.y = top
        x = sheet.left + n * width
        lines = sheet.wrapper.wrap(value, _FACT, width - 14, most=2).lines
        with sheet.document.element(Tag.PARAGRAPH):
            sheet.line(name, styles.CELL_MUTED, x)
            for line in lines:
                sheet.line(line, _FACT, x, width - 14)
        lowest = max(lowest, sheet.y)
    sheet.y = lowest + 14


def _draw_figures(sheet: Sheet) -> None:
    """Draw four numbers between two rules."""
    view, document = sheet.handout.view, sheet.document
    activities = sum(map(view.count, Bucket))
    figures = (
        (activities, counted(activities, ("daily activity", "daily activities"))),
        (len(view.processes), f"{counted(len(view.processes), Process.NOUN)} inventoried"),
        (len(view.commitments), f"{counted(len(view.commitments), Commitment.NOUN)} made"),
        (len(view.pledges), f"{counted(len(view.pledges), Pledge.NOUN)} in return"),
    )
    sheet.rule(1.1)
    top, width = sheet.y, sheet.measure / len(figures)
    with document.artifact():
        for n in range(1, len(figures)):
            x = sheet.left + n * width
            document.draw(Line(x, top + 10, x, top + _FIGURE_HEIGHT - 10, 0.6, "hairline"))
    with document.element(Tag.LIST):
        for n, (count, words) in enumerate(figures):
            x = sheet.left + n * width + (_FIGURE_INDENT if n else 0)
            number, noun = f"{count:,}", words.split(" ", 1)[1]
            with document.element(Tag.ITEM), document.element(Tag.ITEM_BODY):
                style = styles.CELL
                fitted = sheet.wrapper.fit(noun, style, width - 2 * _FIGURE_INDENT)
                document.draw(Text(x, top + 40, number, _FIGURE.size, _FIGURE.weight))
                document.draw(Text(x, top + 58, fitted, style.size))
    sheet.y = top + _FIGURE_HEIGHT
    sheet.rule(0.6, "hairline")


def _start_contents(sheet: Sheet, names: Sequence[str]) -> tuple[Sequence[_Slot], Element | None]:
    """Keep a line for each part; what page it begins on is known once it is drawn."""
    if not names:
        return (), None
    sheet.ensure(HEADING_BEFORE + styles.HEADING.leading + 3 * _ENTRY.leading)
    sheet.space(HEADING_BEFORE)
    sheet.heading(_CONTENTS)
    with sheet.document.element(Tag.CONTENTS) as contents:
        slots = []
        for name in names:
            sheet.ensure(_ENTRY.leading)
            slots.append(_Slot(name, len(sheet.document.pages) - 1, sheet.y))
            sheet.y += _ENTRY.leading
    return slots, contents


def _gather(document: Document, first: int, title: str) -> Place:
    """Put the bookmarks of a part under one of its own, and return where it begins."""
    added = document.bookmarks[first:]
    place = added[0].place
    below = [replace(each, level=each.level + 1) for each in added] if len(added) > 1 else []
    document.bookmarks[first:] = [Bookmark(title, 1, place), *below]
    return place


def _draw_entry(sheet: Sheet, slot: _Slot, place: Place) -> None:
    """Draw one line of the contents: what, dots, the page; all of it leads there."""
    document, wrapper = sheet.document, sheet.wrapper
    title, number = HANDOUTS[slot.name], f"{place.page + 1:,}"
    baseline = slot.y + styles.baseline(_ENTRY)
    start = sheet.left + wrapper.width(title, _ENTRY) + 8
    number_x = sheet.right - wrapper.width(number, _ENTRY_NUMBER)
    label = f"{title}, page {number}"
    with document.element(Tag.CONTENTS_ITEM), document.element(Tag.LINK):
        document.draw(Text(sheet.left, baseline, title, _ENTRY.size))
        document.draw(Text(number_x, baseline, number, _ENTRY_NUMBER.size, _ENTRY_NUMBER.weight))
        document.annotate(
            Link(
                x=sheet.left,
                y=slot.y,
                width=sheet.measure,
                height=_ENTRY.leading,
                label=label,
                target=place,
            )
        )
    with document.artifact():
        dots = int((number_x - 8 - start) // _DOT_PITCH)
        first = number_x - 8 - dots * _DOT_PITCH
        document.draw(
            *(Disc(first + n * _DOT_PITCH, baseline - 1, 0.45, "hairline") for n in range(dots))
        )
