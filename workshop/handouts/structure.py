"""What the parts of a handout are: the tree that is read aloud, apart from how it looks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from workshop.charts.shapes import Shape, Text
from workshop.handouts.annotations import Annotation


class Tag(StrEnum):
    """A standard structure type of PDF (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    ITEM_LABEL = "Lbl"
    ITEM_BODY = "LBody"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    LINK = "Link"
    FORM = "Form"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIGURE = "Figure"


@dataclass(slots=True, eq=False)
class Run:
    """Shapes drawn one after the other on one page.

    `number` is that of its marked content on the page, once it is written.
    """

    page: int
    shapes: list[Shape] = field(default_factory=list)
    number: int = -1


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document with what it contains, in reading order.

    `alternative` describes a figure; `actual` is what is read in place of what is drawn.
    `number` is that of its object in the file, once it is written.
    """

    tag: Tag
    alternative: str = ""
    actual: str = ""
    children: list["Element | Run | Annotation"] = field(default_factory=list)
    number: int = -1

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def read(self) -> str:
        """Return what a screen reader says of it."""
        return " ".join(filter(None, self._said()))

    def _said(self) -> Iterator[str]:
        if self.alternative or self.actual:
            yield self.alternative or self.actual
            return
        for child in self.children:
            if isinstance(child, Element):
                yield child.read()
            elif isinstance(child, Run):
                yield from (shape.text for shape in child.shapes if isinstance(shape, Text))
