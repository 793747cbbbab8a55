"""Write the structure of a document into its PDF, so that a screen reader can follow it.

Reportlab writes no tags. Each run of shapes becomes marked content with a number on its page, or an
artifact; each element becomes an object that names its runs (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject

from workshop.handouts.structure import Element, Run, Tag

_ATTRIBUTES = {Tag.HEAD: "/A << /O /Table /Scope /Column >>"}


class _Object(PDFObject):
    """An indirect object whose text is known once all numbers are."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        """Hold the text of the object."""
        self.text = text

    def format(self, _document: object) -> bytes:
        """Return what stands in the file."""
        return self.text.encode("ascii")


class Tagging:
    """Numbers the marked content of page after page, then writes the tree that refers to it."""

    def __init__(self, document: Any) -> None:
        """Tag the pages of a document of reportlab."""
        self._document = document
        self._owners: list[list[Element]] = []  # by page, by number of the marked content

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

    def finish(self, root: Element) -> None:
        """Write the tree."""
        tree = _Object()
        tree_number = self._register(tree)
        objects = [(element, parent, _Object()) for element, parent in _with_parents(root)]
        for element, _, each in objects:
            element.number = self._register(each)
        for element, parent, each in objects:
            above = tree_number if parent is None else parent.number
            each.text = self._element_text(element, above)
        parents = self._register(_Object(f"<< /Nums [ {' '.join(self._parent_entries())} ] >>"))
        tree.text = (
            f"<< /Type /StructTreeRoot /K {root.number} 0 R /ParentTree {parents} 0 R "
            f"/ParentTreeNextKey {len(self._owners)} >>"
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = _Object("<< /Marked true >>")

    def _register(self, each: _Object) -> int:
        name = f"Structure{len(self._document.idToObject)}"
        self._document.Reference(each, name)
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def _element_text(self, element: Element, parent: int) -> str:
        kids = " ".join(map(self._kid_text, element.children))
        parts = [f"<< /Type /StructElem /S /{element.tag} /P {parent} 0 R /K [ {kids} ]"]
        if element.tag in _ATTRIBUTES:
            parts.append(_ATTRIBUTES[element.tag])
        if element.alternative:
            parts.append(f"/Alt {_text_string(element.alternative)}")
        if element.actual:
            parts.append(f"/ActualText {_text_string(element.actual)}")
        return " ".join([*parts, ">>"])

    def _kid_text(self, kid: Element | Run) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        page = self._page_number(kid.page)
        return f"<< /Type /MCR /Pg {page} 0 R /MCID {kid.number} >>"

    def _page_number(self, page: int) -> int:
        number: int = self._document.idToObjectNumberAndVersion[f"Page{page + 1}"][0]
        return number

    def _parent_entries(self) -> Iterator[str]:
        for page, owners in enumerate(self._owners):
            references = " ".join(f"{owner.number} 0 R" for owner in owners)
            yield f"{page} [ {references} ]"


def _with_parents(
    element: Element, parent: Element | None = None
) -> list[tuple[Element, Element | None]]:
    """Return an element and all below it in reading order, each with the one that it is in."""
    found = [(element, parent)]
    for child in element.children:
        if isinstance(child, Element):
            found += _with_parents(child, element)
    return found


def _text_string(text: str) -> str:
    """Return a text in UTF-16, which no character of it can break."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
