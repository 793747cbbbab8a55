"""Measure a composed handout: where each text stands, and what a reader reads."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tests.handouts.views import MADE
from workshop.charts.shapes import Text
from workshop.domain.public import PublicView
from workshop.handouts import HANDOUTS, Options, Paper
from workshop.handouts.compose import compose
from workshop.handouts.handout import Handout

ASCENT, DESCENT = 0.72, 0.2
"""Parts of the size that letters take above and below their baseline, near enough."""


@dataclass(frozen=True)
class Box:
    """Where a text stands on its page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: "Box") -> bool:
        """Tell whether two texts are printed over each other."""
        return (
            self.left < other.right - 0.3
            and other.left < self.right - 0.3
            and self.top < other.bottom
            and other.top < self.bottom
        )


def composed(
    view: PublicView, what: str, paper: Paper = Paper.LETTER, made: dt.datetime = MADE
) -> Handout:
    """Return the laid out pages of a handout."""
    return compose(view, what, HANDOUTS[what], options=Options(paper), made=made)


def boxes(handout: Handout, page: int) -> list[Box]:
    """Return the boxes of all texts on a page."""
    return [
        Box(
            shape.x,
            shape.y - ASCENT * shape.size,
            shape.x + handout.fonts.width(shape.text, shape.size, shape.weight),
            shape.y + DESCENT * shape.size,
            shape.text,
        )
        for shape in _texts(handout, page)
        if shape.text.strip()
    ]


def page_text(handout: Handout, page: int) -> str:
    """Return the texts of a page in the order in which they are drawn."""
    return "\n".join(shape.text for shape in _texts(handout, page))


def _texts(handout: Handout, page: int) -> Iterator[Text]:
    for _, run in handout.document.pages[page].runs:
        yield from (shape for shape in run.shapes if isinstance(shape, Text))


def overlapping(handout: Handout) -> list[tuple[int, str, str]]:
    """Return the pairs of texts that are printed over each other, with their page."""
    found = []
    for page in range(len(handout.document.pages)):
        ordered = sorted(boxes(handout, page), key=lambda box: box.top)
        for n, box in enumerate(ordered):
            for other in ordered[n + 1 :]:
                if other.top >= box.bottom:
                    break
                if box.overlaps(other):
                    found.append((page, box.text, other.text))
    return found


def outside(handout: Handout) -> list[tuple[int, str]]:
    """Return the texts that leave the margins of their page, with the page."""
    found = []
    for page, section in enumerate(handout.sections):
        geometry = handout.geometry(section)
        for box in boxes(handout, page):
            beside = box.left < geometry.left - 0.3 or box.right > geometry.right + 0.3
            above = box.top < 14 or box.bottom > geometry.height - 10
            if beside or above:
                found.append((page, box.text))
    return found
