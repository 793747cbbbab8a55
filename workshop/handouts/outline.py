"""Write the bookmarks: the outline that a viewer shows beside the pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.handouts.annotations import Bookmark, Place
from workshop.handouts.objects import IndirectObject, register, text_string


class _Root(IndirectObject):
    """The outline; reportlab asks its own whether it is ready, so this one answers too."""

    ready = 1

    def prepare(self, _document: object, _canvas: object) -> None:
        """Do nothing: it is written already."""


@dataclass(slots=True, eq=False)
class _Item:
    written: IndirectObject
    bookmark: Bookmark | None = None
    number: int = -1
    children: list["_Item"] = field(default_factory=list)

    def walk(self) -> Iterator["_Item"]:
        for child in self.children:
            yield child
            yield from child.walk()

    @property
    def inside(self) -> str:
        """The entries that tell of what is below."""
        if not self.children:
            return ""
        first, last = self.children[0].number, self.children[-1].number
        return f"/First {first} 0 R /Last {last} 0 R /Count {sum(1 for _ in self.walk())}"


def write_outline(
    document: Any, bookmarks: Sequence[Bookmark], destination: Callable[[Place], str]
) -> None:
    """Write the bookmarks into a document of reportlab, nested by their levels."""
    root = _nested(bookmarks)
    root.number = register(document, root.written)
    for item in root.walk():
        item.number = register(document, item.written)
    root.written.content = f"<< /Type /Outlines {root.inside} >>"
    for parent in (root, *root.walk()):
        for n, item in enumerate(parent.children):
            assert item.bookmark is not None, "only the root has none"
            parts = [
                f"<< /Title {text_string(item.bookmark.title)} /Parent {parent.number} 0 R",
                f"/Dest {destination(item.bookmark.place)}",
                item.inside,
            ]
            if n:
                parts.append(f"/Prev {parent.children[n - 1].number} 0 R")
            if n < len(parent.children) - 1:
                parts.append(f"/Next {parent.children[n + 1].number} 0 R")
            item.written.content = " ".join([*filter(None, parts), ">>"])
    document.Outlines = document.Catalog.Outlines = root.written
    document.Catalog.showOutline()


def _nested(bookmarks: Sequence[Bookmark]) -> _Item:
    root = _Item(_Root())
    open_items = [(0, root)]
    for bookmark in bookmarks:
        while open_items[-1][0] >= bookmark.level:
            open_items.pop()
        item = _Item(IndirectObject(), bookmark)
        open_items[-1][1].children.append(item)
        open_items.append((bookmark.level, item))
    return root
