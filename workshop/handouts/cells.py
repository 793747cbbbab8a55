"""Cells from the texts of a session; long ones are cut and printed whole elsewhere."""

from dataclasses import replace

from workshop.charts.marks import triage_mark
from workshop.charts.shapes import Shape
from workshop.domain.enums import Triage
from workshop.domain.text import one_line
from workshop.handouts import styles
from workshop.handouts.handout import Handout
from workshop.handouts.table import Block, Cell
from workshop.handouts.wrap import Style

LONGEST = 8
"""Lines after which a text is cut and printed whole among the long answers."""

_MARK_SIZE = 12.5
MARK_INDENT = 17.0


def blocks(
    handout: Handout,
    text: str,
    style: Style,
    width: float,
    source: str,
    *,
    most: int = LONGEST,
) -> Cell:
    """Return the lines of a text; a cut one is followed by where its whole text stands.

    `source` says among the long answers where the text comes from. A blank text has no block.
    """
    if not text.strip():
        return ()
    wrapped = handout.wrapper.wrap(text, style, width, most=most)
    block = Block(wrapped.lines, style)
    if not wrapped.is_cut:
        return (block,)
    reference = Style(style.size, style.leading, styles.CELL_STRONG.weight)
    words = handout.wrapper.wrap(handout.cite(source, text), reference, width)
    return (block, Block(words.lines, reference))


def short(handout: Handout, text: str, style: Style, width: float, *, most: int) -> Cell:
    """Return at most some lines of a text that stands whole elsewhere in the handout."""
    return (Block(handout.wrapper.wrap(one_line(text), style, width, most=most).lines, style),)


def said(handout: Handout, text: str, style: Style, width: float) -> Block:
    """Return words of our own, which are never cut."""
    return Block(handout.wrapper.wrap(text, style, width).lines, style)


def marked(handout: Handout, triage: Triage, text: str, style: Style, width: float) -> Block:
    """Return words behind the mark of a triage."""
    lines = handout.wrapper.wrap(text, style, width - MARK_INDENT).lines
    return behind_mark((Block(lines, style),), triage)[0]


def behind_mark(cell: Cell, triage: Triage) -> Cell:
    """Return a cell, `MARK_INDENT` narrower than its column, behind the mark of a triage."""

    def mark(x: float, y: float) -> tuple[Shape, ...]:
        leading = cell[0].style.leading
        return triage_mark(triage, x, y + (leading - _MARK_SIZE) / 2, _MARK_SIZE)

    first, *others = (replace(block, indent=MARK_INDENT) for block in cell)
    return (replace(first, mark=mark), *others)
