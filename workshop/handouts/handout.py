"""A handout in the making: what it is made from, and what its parts have in common."""

import datetime as dt
from dataclasses import dataclass

from workshop.domain.public import PublicView
from workshop.handouts.document import Document
from workshop.handouts.fonts import Fonts
from workshop.handouts.paper import Geometry, Layout, Paper
from workshop.handouts.wrap import Wrapper


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a handout that starts on a page of its own, with a title.

    `above` stands over the title at left; `name` is the title in the footer. Pages that share a
    `numbering` are counted together. `level` is that of its bookmark.
    """

    title: str
    lead: str
    above: str
    name: str
    numbering: str = ""
    layout: Layout = Layout.PORTRAIT
    level: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A text that was too long for its place."""

    number: int
    source: str
    text: str


class Handout:
    """The document with what all of its parts draw on."""

    def __init__(self, view: PublicView, paper: Paper, made: dt.datetime, title: str) -> None:
        """Begin a handout with a title for its properties."""
        self.view = view
        self.facts = view.facts
        self.paper = paper
        self.made = made
        self.title = title
        self.document = Document()
        self.fonts = Fonts()
        self.wrapper = Wrapper(self.fonts)
        self.sections: list[Section] = []  # one for each page
        self._notes: dict[str, Note] = {}  # by text: one that stands twice is printed once

    def geometry(self, section: Section) -> Geometry:
        """Return the sheet for a section."""
        marked = bool(self.facts.marking.strip())
        return Geometry.of(self.paper, section.layout, marked=marked)

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
