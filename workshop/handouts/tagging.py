"""Write the structure of a document into its PDF, so that a screen reader can follow it.

Reportlab writes no tags. Each run of shapes becomes marked content with a number on its page, or an
artifact; each element becomes an object that names its runs (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName

from workshop.handouts.annotations import Annotation
from workshop.handouts.objects import IndirectObject, page_number, register, text_string
from workshop.handouts.structure import Element, Run, Tag

_ATTRIBUTES = {Tag.HEAD: "/A << /O /Table /Scope /Column >>"}


class Tagging:
    """Numbers the marked content of page after page, then writes the tree that refers to it."""

    def __init__(self, document: Any, pages: int) -> None:
        """Tag the pages of a document of reportlab, which will have so many."""
        self._document = document
        self._pages = pages
        self._owners: list[list[Element]] = []  # by page, by number of the marked content
        self._tied: list[Element] = []  # by annotation

    def start_page(self) -> None:
        """Begin to number the marked content of the next page."""
        self._owners.append([])

    def mark(self, element: Element | None, run: Run, operators: str) -> str:
        """Return the operators of a run as marked content of an element, or as an artifact."""
        if element is None:
            return f"/Artifact BMC\n{operators}\nEMC"
        owners = self._owners[-1]
        run.number = len(owners)
        owners.append(element)
        return f"/{element.tag} << /MCID {run.number} >> BDC\n{operators}\nEMC"

    def end_page(self, page: Any) -> None:
        """Tie a page of reportlab to its marked content; tabbing follows the structure."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._owners) - 1
        page.Tabs = PDFName("S")

    def tie(self, element: Element, annotation: Annotation) -> None:
        """Give an annotation of an element its entry in the tree of parents, after the pages."""
        annotation.key = self._pages + len(self._tied)
        self._tied.append(element)

    def finish(self, root: Element) -> None:
        """Write the tree."""
        tree = IndirectObject()
        tree_number = self._register(tree)
        objects = [(element, parent, IndirectObject()) for element, parent in _with_parents(root)]
        for element, _, each in objects:
            element.number = self._register(each)
        for element, parent, each in objects:
            above = tree_number if parent is None else parent.number
            each.content = self._element_text(element, above)
        parents = self._register(
            IndirectObject(f"<< /Nums [ {' '.join(self._parent_entries())} ] >>")
        )
        tree.content = (
            f"<< /Type /StructTreeRoot /K {root.number} 0 R /ParentTree {parents} 0 R "
            f"/ParentTreeNextKey {self._pages + len(self._tied)} >>"
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = IndirectObject("<< /Marked true >>")

    def _register(self, each: IndirectObject) -> int:
        return register(self._document, each)

    def _element_text(self, element: Element, parent: int) -> str:
        kids = " ".join(map(self._kid_text, element.children))
        parts = [f"<< /Type /StructElem /S /{element.tag} /P {parent} 0 R /K [ {kids} ]"]
        if element.tag in _ATTRIBUTES:
            parts.append(_ATTRIBUTES[element.tag])
        if element.alternative:
            parts.append(f"/Alt {text_string(element.alternative)}")
        if element.actual:
            parts.append(f"/ActualText {text_string(element.actual)}")
        return " ".join([*parts, ">>"])

    def _kid_text(self, kid: Element | Run | Annotation) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        page = page_number(self._document, kid.page)
        if isinstance(kid, Annotation):
            return f"<< /Type /OBJR /Pg {page} 0 R /Obj {kid.number} 0 R >>"
        return f"<< /Type /MCR /Pg {page} 0 R /MCID {kid.number} >>"

    def _parent_entries(self) -> Iterator[str]:
        for page, owners in enumerate(self._owners):
            references = " ".join(f"{owner.number} 0 R" for owner in owners)
            yield f"{page} [ {references} ]"
        for key, element in enumerate(self._tied, self._pages):
            yield f"{key} {element.number} 0 R"


def _with_parents(
    element: Element, parent: Element | None = None
) -> list[tuple[Element, Element | None]]:
    """Return an element and all below it in reading order, each with the one that it is in."""
    found = [(element, parent)]
    for child in element.children:
        if isinstance(child, Element):
            found += _with_parents(child, element)
    return found
