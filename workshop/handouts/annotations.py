"""What answers on a page: fields to fill in, and links to other pages.

Lengths are points; x grows to the right and y downwards from the top left corner of the page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A height on a page, to which a link or a bookmark leads."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline beside the pages; 1 is the highest level."""

    title: str
    level: int
    place: Place


@dataclass(slots=True, eq=False, kw_only=True)
class Annotation:
    """A rectangle of a page that answers; `label` is what is read aloud for it.

    `page` is set when it is put on one, `number` and `key` when it is written: its object, and its
    entry in the tree of parents.
    """

    x: float
    y: float
    width: float
    height: float
    label: str
    page: int = -1
    number: int = -1
    key: int = -1


@dataclass(slots=True, eq=False, kw_only=True)
class Link(Annotation):
    """A click leads to a place."""

    target: Place


@dataclass(slots=True, eq=False, kw_only=True)
class TextField(Annotation):
    """A field for text, on one line or on many."""

    name: str
    size: float = 11.0
    many_lines: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class RadioButton(Annotation):
    """One of the buttons that share a name, of which at most one is on: that of this value.

    The value is a plain word. `question` is what the buttons answer together.
    """

    name: str
    value: str
    question: str
