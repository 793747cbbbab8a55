"""Draw fields to fill in: a box on paper, a field on a screen.

Each goes into the element that is open; what it is called stands beside it and is drawn by who
calls.
"""

from workshop.charts.shapes import Rect
from workshop.handouts.annotations import Annotation, RadioButton, TextField
from workshop.handouts.document import Document
from workshop.handouts.structure import Tag

_LINE = 0.8
_SQUARE_LINE = 1.1
SQUARE = 13.0
"""The side of a box to check, in points."""


def draw_text_field(
    document: Document,
    name: str,
    label: str,
    edges: tuple[float, float, float, float],
    *,
    many_lines: bool = False,
) -> None:
    """Draw a field for text; `edges` are x, y, width and height of its box."""
    x, y, width, height = edges
    field = TextField(
        x=x, y=y, width=width, height=height, label=label, name=name, many_lines=many_lines
    )
    _draw(document, field, _LINE)


def draw_choice(
    document: Document, name: str, question: str, value: str, x: float, y: float
) -> None:
    """Draw one of the boxes that share a name, of which at most one can be on.

    It is a square: viewers draw a stray arc around round ones. `value` is a plain word, which is
    read aloud after the `question`.
    """
    button = RadioButton(
        x=x,
        y=y,
        width=SQUARE,
        height=SQUARE,
        label=f"{question}: {value}",
        name=name,
        value=value,
        question=question,
    )
    _draw(document, button, _SQUARE_LINE)


def _draw(document: Document, field: Annotation, line: float) -> None:
    with document.artifact():
        document.draw(
            Rect(field.x, field.y, field.width, field.height, stroke="hairline", line=line)
        )
    with document.element(Tag.FORM, alternative=field.label):
        document.annotate(field)
