"""Objects that are written into the PDF as text, beside those that reportlab makes."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject


class IndirectObject(PDFObject):
    """An indirect object whose content is known once all numbers are."""

    __RefOnly__ = 1

    def __init__(self, content: str | bytes = "") -> None:
        """Hold the content of the object; what is given as text is ASCII."""
        self.content = content

    def format(self, _document: object) -> bytes:
        """Return what stands in the file."""
        content = self.content
        return content if isinstance(content, bytes) else content.encode("ascii")


def register(document: Any, each: PDFObject) -> int:
    """Add an object to a document of reportlab and return its number."""
    name = f"Gather{len(document.idToObject)}"
    document.Reference(each, name)
    return number_of(document, name)


def number_of(document: Any, name: str) -> int:
    """Return the number of the object that a document of reportlab knows by a name."""
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def page_number(document: Any, page: int) -> int:
    """Return the number of the object of a page; pages count from 0."""
    return number_of(document, f"Page{page + 1}")


def stream(dictionary: str, data: bytes) -> bytes:
    """Return the content of a stream whose dictionary has these entries."""
    opening = f"<< {dictionary} /Length {len(data)} >>\nstream\n".encode("ascii")
    return opening + data + b"\nendstream"


def text_string(text: str) -> str:
    """Return a text in UTF-16, which no character of it can break."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
