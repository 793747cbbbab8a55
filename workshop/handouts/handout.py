"""A handout in the making: what it is made from, and what its parts have in common."""

import datetime as dt
from dataclasses import dataclass

from workshop.domain.private import PrivateView
from workshop.domain.public import PublicView
from workshop.domain.roles import private_with_roles, with_roles
from workshop.handouts.designation import Designation
from workshop.handouts.document import Document
from workshop.handouts.fonts import Fonts
from workshop.handouts.marking import Marking
from workshop.handouts.options import Options
from workshop.handouts.paper import Geometry, Layout
from workshop.handouts.wrap import Wrapper


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a handout that starts on a page of its own, with a title.

    `above` stands over the title at left; `name` is the title in the footer. Pages that share a
    `numbering` are counted together. `level` is that of its bookmark. `only_for` is whom pages
    between black bars (Layout.ANNEX) are for.
    """

    title: str
    lead: str
    above: str
    name: str
    numbering: str = ""
    layout: Layout = Layout.PORTRAIT
    level: int = 1
    only_for: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A text that was too long for its place."""

    number: int
    source: str
    text: str


class Handout:
    """The document with what all of its parts draw on."""

    def __init__(
        self,
        view: PublicView,
        options: Options,
        made: dt.datetime,
        title: str,
        private: PrivateView | None = None,
    ) -> None:
        """Begin a handout with a title for its properties.

        `private` is for the pages that say for whom alone they are. Raises MarkingError where the
        session lacks what its marking shows.
        """
        self.digest = view.digest  # of what was said, whoever it names
        self.view = with_roles(view) if options.roles else view
        self.private = private
        if private is not None and options.roles:
            self.private = private_with_roles(private, view)
        self.facts = self.view.facts
        self.options = options
        self.marking = Marking.of(self.facts, options.marking)
        self.made = made
        self.title = title
        self.document = Document()
        self.fonts = Fonts()
        self.wrapper = Wrapper(self.fonts)
        self.designation = Designation.of(self.marking, self.wrapper)
        self.sections: list[Section] = []  # one for each page
        self.counts_through = False  # pages are counted as one, whatever their numbering
        self._notes: dict[str, Note] = {}  # by text: one that stands twice is printed once

    def geometry(self, section: Section) -> Geometry:
        """Return the sheet for a section."""
        marked = bool(self.marking.banner)
        return Geometry.of(self.options.paper, section.layout, marked=marked)

    @property
    def reserved(self) -> float:
        """What the last page keeps free at its bottom for the block that page 1 may have."""
        return self.designation.height if len(self.sections) == 1 else 0.0

    def start_page(self, section: Section) -> None:
        """Add a page that belongs to a section."""
        geometry = self.geometry(section)
        self.document.start_page(geometry.width, geometry.height)
        self.sections.append(section)

    def cite(self, source: str, text: str) -> str:
        """Keep a text for the long answers and return the words that refer to it."""
        note = self._notes.setdefault(text, Note(len(self._notes) + 1, source, text))
        return f"Whole text: note\u00a0{note.number}"

    def take_notes(self) -> list[Note]:
        """Return the texts kept so far and forget them: the next ones count from 1 again."""
        notes = list(self._notes.values())
        self._notes.clear()
        return notes
