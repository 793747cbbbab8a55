"""A handout before it is written: pages of shapes, each shape in an element or an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from workshop.charts.shapes import Shape
from workshop.handouts.structure import Element, Run, Tag


@dataclass(slots=True)
class Page:
    """One page: its size in points and what is on it, in the order of drawing."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)


class Document:
    """Pages that grow at the end, and the tree of what they say.

    Nothing can be drawn outside of `element` and `artifact`: each shape is either part of what the
    handout says, or furniture that a screen reader leaves out.
    """

    def __init__(self) -> None:
        """Begin without a page."""
        self.pages: list[Page] = []
        self.root = Element(Tag.DOCUMENT)
        self._open: list[Element] = [self.root]
        self._in_artifact = False
        self._run: Run | None = None

    def start_page(self, width: float, height: float) -> None:
        """Add a page; open elements go on there."""
        self.pages.append(Page(width, height))
        self._run = None

    @contextmanager
    def element(self, tag: Tag, *, alternative: str = "", actual: str = "") -> Iterator[None]:
        """Open an element: what is drawn until it closes is part of it."""
        element = Element(tag, alternative, actual)
        self._open[-1].children.append(element)
        self._open.append(element)
        self._run = None
        try:
            yield
        finally:
            self._open.pop()
            self._run = None

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw furniture until it closes: rules, bands, repeated heads."""
        outer, self._in_artifact = self._in_artifact, True
        self._run = None
        try:
            yield
        finally:
            self._in_artifact = outer
            self._run = None

    def draw(self, *shapes: Shape) -> None:
        """Draw shapes on the last page."""
        if self._run is None:
            self._run = self._start_run()
        self._run.shapes += shapes

    def furnish(self, page: int, *shapes: Shape) -> None:
        """Add furniture to a page that is done already, such as the number of all pages."""
        self.pages[page].runs.append(Run(None, page, list(shapes)))

    def _start_run(self) -> Run:
        element = None if self._in_artifact else self._open[-1]
        assert element is not self.root, "draw inside an element or an artifact"
        run = Run(element, len(self.pages) - 1)
        if element is not None:
            element.children.append(run)
        self.pages[-1].runs.append(run)
        return run
