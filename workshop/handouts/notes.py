"""The facilitator's notes, phase by phase: only on pages that say for whom alone they are."""

from collections.abc import Sequence

from workshop.domain.enums import Phase
from workshop.domain.records import Note
from workshop.handouts import styles
from workshop.handouts.cells import blocks
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.words import label

_INDENT = 14.0
_NO_PHASE = "Any time"


def draw_notes(sheet: Sheet, notes: Sequence[Note]) -> None:
    """Draw each phase that has notes with its notes, oldest first, then those of no phase."""
    for phase in (*Phase, None):
        found = [note for note in notes if note.phase is phase and note.text.strip()]
        if found:
            _draw_phase(sheet, label(phase) if phase else _NO_PHASE, found)


def _draw_phase(sheet: Sheet, title: str, notes: Sequence[Note]) -> None:
    leading = styles.BODY.leading
    sheet.ensure(3 * leading)
    sheet.space(6)
    sheet.paragraph([title], styles.BODY_STRONG, tag=Tag.H3)
    width = sheet.measure - _INDENT
    with sheet.document.element(Tag.LIST):
        for note in notes:
            text = _text(note)
            lines = [
                line
                for block in blocks(sheet.handout, text, styles.BODY, width, f"Note, {title}")
                for line in block.lines
            ]
            sheet.ensure(min(len(lines), 3) * leading)
            with sheet.document.element(Tag.ITEM):
                top = sheet.y
                with sheet.document.element(Tag.ITEM_LABEL):
                    sheet.line("\u2022", styles.BODY)
                sheet.y = top
                with sheet.document.element(Tag.ITEM_BODY):
                    for line in lines:
                        sheet.ensure(leading)
                        sheet.line(line, styles.BODY, sheet.left + _INDENT)
            sheet.y += 3


def _text(note: Note) -> str:
    if note.fingers is None:
        return note.text
    shown = "a fist" if note.fingers == 0 else str(note.fingers)
    return f"One finger up from {shown}: {note.text}"
