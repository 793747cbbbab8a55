"""A handout before it is written: pages of shapes, each shape in an element or an artifact."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workshop.charts.shapes import Shape
from workshop.handouts.annotations import Annotation, Bookmark, Place
from workshop.handouts.structure import Element, Run, Tag


@dataclass(slots=True)
class Page:
    """One page: its size in points, what is on it in the order of drawing, and what answers there.

    Each run comes with the element that it is part of; one without is an artifact. A run does not
    know its element itself: without such circles a large document is gone as soon as it is done.
    """

    width: float
    height: float
    runs: list[tuple[Element | None, Run]] = field(default_factory=list)
    annotations: list[tuple[Element, Annotation]] = field(default_factory=list)


class Document:
    """Pages that grow at the end, and the tree of what they say.

    Nothing can be drawn outside of `element` and `artifact`: each shape is either part of what the
    handout says, or furniture that a screen reader leaves out.
    """

    def __init__(self) -> None:
        """Begin without a page."""
        self.pages: list[Page] = []
        self.root = Element(Tag.DOCUMENT)
        self.bookmarks: list[Bookmark] = []
        self._open: list[Element | None] = [self.root]
        self._run: Run | None = None
        self._at = -1  # the page that is drawn on

    def start_page(self, width: float, height: float) -> None:
        """Add a page; open elements go on there."""
        self.pages.append(Page(width, height))
        self._at = len(self.pages) - 1
        self._run = None

    def element(self, tag: Tag, *, alternative: str = "", actual: str = "") -> "_Opened":
        """Open an element in a `with`: what is drawn until it closes is part of it."""
        element = Element(tag, alternative, actual)
        parent = self._open[-1]
        assert parent is not None, "an artifact has no elements"
        parent.children.append(element)
        return _Opened(self, element)

    def revisit(self, page: int, element: Element) -> "_Opened":
        """Go on in an element on a page that is done already, in a `with`."""
        return _Opened(self, element, page)

    def artifact(self) -> "_Opened":
        """Draw furniture in a `with`: rules, bands, repeated heads."""
        return _Opened(self, None)

    def enter(self, element: Element | None) -> None:
        """Let what is drawn be part of an element, or of none."""
        self._open.append(element)
        self._run = None

    def leave(self) -> None:
        """Go back to what was open before."""
        self._open.pop()
        self._run = None

    def turn_to(self, page: int) -> int:
        """Draw on another page from now on, and return the one before."""
        before, self._at = self._at, page
        self._run = None
        return before

    def draw(self, *shapes: Shape) -> None:
        """Draw shapes on the page that was started last."""
        if self._run is None:
            self._run = self._start_run()
        self._run.shapes += shapes

    def annotate(self, annotation: Annotation) -> None:
        """Put on the last page what answers there, as part of the element that is open."""
        element = self._open[-1]
        assert element is not None, "an artifact does not answer"
        annotation.page = self._at
        element.children.append(annotation)
        self.pages[self._at].annotations.append((element, annotation))
        self._run = None

    def bookmark(self, title: str, level: int = 1, y: float = 0.0) -> Place:
        """List the last page in the outline, and return the place for links to it."""
        place = Place(len(self.pages) - 1, y)
        self.bookmarks.append(Bookmark(title, level, place))
        return place

    def furnish(self, page: int, *shapes: Shape) -> None:
        """Add furniture to a page that is done already, such as the number of all pages."""
        self.pages[page].runs.append((None, Run(page, list(shapes))))

    def insert(self, element: Element, page: int, shapes: Sequence[Shape], *, at: int = 0) -> None:
        """Add an element with its shapes to a page that is done already, at a place of the tree."""
        run = Run(page, list(shapes))
        element.children.append(run)
        self.root.children.insert(at, element)
        self.pages[page].runs.append((element, run))

    def _start_run(self) -> Run:
        element = self._open[-1]
        assert element is not self.root, "draw inside an element or an artifact"
        run = Run(self._at)
        if element is not None:
            element.children.append(run)
        self.pages[self._at].runs.append((element, run))
        return run


class _Opened:
    """An element or an artifact while it is open: a generator would cost several times as much."""

    __slots__ = ("_before", "_document", "_element", "_page")

    def __init__(self, document: Document, element: Element | None, page: int = -1) -> None:
        self._document = document
        self._element = element
        self._page = page
        self._before = -1

    def __enter__(self) -> Element | None:
        if self._page >= 0:
            self._before = self._document.turn_to(self._page)
        self._document.enter(self._element)
        return self._element

    def __exit__(self, *_: object) -> None:
        self._document.leave()
        if self._page >= 0:
            self._document.turn_to(self._before)
