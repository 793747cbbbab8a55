"""Write what answers: fields with their appearance, links, and the outline.

No field is required and none runs a script; each has its name, what is read aloud for it, and a
picture of each of its states, so that no viewer has to draw one.
"""

from collections.abc import Sequence
from typing import Any

from workshop.handouts.annotations import (
    Annotation,
    Link,
    Place,
    RadioButton,
    TextField,
)
from workshop.handouts.objects import (
    IndirectObject,
    page_number,
    register,
    stream,
    text_string,
)

_PRINTED = "/F 4"
_RADIO, _MANY_LINES = 1 << 15, 1 << 12
_INK = "0.078 0.094 0.114"
_MARGIN = 0.22
"""Part of a box that stays white around the square of one that is on."""


class Interactive:
    """The fields and links of a document of reportlab."""

    def __init__(self, document: Any) -> None:
        """Begin without any."""
        self._document = document
        self._heights: list[float] = []
        self._added: list[tuple[Annotation, IndirectObject]] = []
        self._fields: list[int] = []
        self._font = 0

    def add(self, page: Any, height: float, annotations: Sequence[Annotation]) -> None:
        """Add those of the next page of reportlab, whose height is in points."""
        self._heights.append(height)
        for annotation in annotations:
            each = IndirectObject()
            annotation.number = register(self._document, each)
            self._added.append((annotation, each))
        if annotations:
            numbers = " ".join(f"{annotation.number} 0 R" for annotation in annotations)
            page.Annots = IndirectObject(f"[ {numbers} ]")

    def finish(self) -> None:
        """Write them, once all pages have their numbers and all annotations their keys."""
        groups: dict[str, list[RadioButton]] = {}
        for annotation, each in self._added:
            match annotation:
                case Link():
                    each.content = self._link(annotation)
                case TextField():
                    each.content = self._text(annotation)
                    self._fields.append(annotation.number)
                case RadioButton():
                    groups.setdefault(annotation.name, []).append(annotation)
        objects = {annotation.number: each for annotation, each in self._added}
        for name, buttons in groups.items():
            self._radio(name, buttons, objects)
        if self._fields:
            self._document.Catalog.AcroForm = IndirectObject(self._form())

    def destination(self, place: Place) -> str:
        """Return the explicit destination of a place."""
        page = page_number(self._document, place.page)
        return f"[ {page} 0 R /XYZ 0 {self._heights[place.page] - place.y:.2f} null ]"

    def _form(self) -> str:
        fields = " ".join(f"{number} 0 R" for number in self._fields)
        fonts = f"<< /Font << /Field {self._font} 0 R >> >>" if self._font else "<< >>"
        return f"<< /Fields [ {fields} ] /DR {fonts} >>"

    def _common(self, annotation: Annotation) -> str:
        height = self._heights[annotation.page]
        left, top = annotation.x, height - annotation.y
        rect = f"{left:.2f} {top - annotation.height:.2f} {left + annotation.width:.2f} {top:.2f}"
        return (
            f"/Type /Annot /Rect [ {rect} ] {_PRINTED} /StructParent {annotation.key} "
            f"/P {page_number(self._document, annotation.page)} 0 R"
        )

    def _link(self, link: Link) -> str:
        return (
            f"<< {self._common(link)} /Subtype /Link /Border [ 0 0 0 ] "
            f"/Contents {text_string(link.label)} /Dest {self.destination(link.target)} >>"
        )

    def _text(self, field: TextField) -> str:
        self._font = self._font or self._embed_font()
        empty = self._picture(field, b"/Tx BMC EMC", f"/Font << /Field {self._font} 0 R >>")
        flags = f" /Ff {_MANY_LINES}" if field.many_lines else ""
        return (
            f"<< {self._common(field)} /Subtype /Widget {_named(field)} /FT /Tx{flags} "
            f"/DA (/Field {field.size:.2f} Tf {_INK} rg) /AP << /N {empty} 0 R >> >>"
        )

    def _embed_font(self) -> int:
        from workshop.handouts.field_font import embed_field_font

        return embed_field_font(self._document)

    def _box(self, box: RadioButton, value: str, field: str) -> str:
        gap_x, gap_y = box.width * _MARGIN, box.height * _MARGIN
        square = (
            f"{_INK} rg {gap_x:.2f} {gap_y:.2f} "
            f"{box.width - 2 * gap_x:.2f} {box.height - 2 * gap_y:.2f} re f"
        )
        on, off = self._picture(box, square.encode("ascii")), self._picture(box, b"")
        return (
            f"<< {self._common(box)} /Subtype /Widget {field} /AS /Off "
            f"/AP << /N << /{value} {on} 0 R /Off {off} 0 R >> >> >>"
        )

    def _radio(
        self, name: str, buttons: Sequence[RadioButton], objects: dict[int, IndirectObject]
    ) -> None:
        kids = " ".join(f"{button.number} 0 R" for button in buttons)
        field = register(
            self._document,
            IndirectObject(
                f"<< /FT /Btn /Ff {_RADIO} /T {text_string(name)} "
                f"/TU {text_string(buttons[0].question)} /V /Off /Kids [ {kids} ] >>"
            ),
        )
        self._fields.append(field)
        for button in buttons:
            assert button.value.isascii(), "the value is a name in the file"
            assert button.value.isalnum(), "the value is a name in the file"
            told = f"/Parent {field} 0 R /TU {text_string(button.label)}"
            objects[button.number].content = self._box(button, button.value, told)

    def _picture(self, field: Annotation, operators: bytes, resources: str = "") -> int:
        dictionary = (
            f"/Type /XObject /Subtype /Form /BBox [ 0 0 {field.width:.2f} {field.height:.2f} ] "
            f"/Resources << {resources} >>"
        )
        return register(self._document, IndirectObject(stream(dictionary, operators)))


def _named(field: TextField) -> str:
    return f"/T {text_string(field.name)} /TU {text_string(field.label)}"
