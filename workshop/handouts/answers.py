"""The long answers: texts that were cut in their place, printed whole."""

from workshop.handouts import styles
from workshop.handouts.sheet import HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag

_BETWEEN = 10.0
_LEAST_LINES = 3


def draw_long_answers(sheet: Sheet) -> None:
    """Print the texts that the section refers to, and forget them; nothing where there are none."""
    notes = sheet.handout.take_notes()
    if not notes:
        return
    sheet.space(HEADING_BEFORE)
    sheet.ensure(styles.HEADING.leading + _LEAST_LINES * styles.BODY.leading + 30)
    sheet.heading("Long answers", gloss="Texts that were too long for their place")
    for note in notes:
        sheet.ensure(_LEAST_LINES * styles.BODY.leading)
        label = f"Note\u00a0{note.number}"
        source = sheet.wrapper.fit(
            note.source, styles.BODY_MUTED, sheet.measure - styles.BODY.leading * 5
        )
        with sheet.document.element(Tag.PARAGRAPH):
            start = sheet.left + sheet.wrapper.width(label, styles.BODY_STRONG) + 9
            top = sheet.y
            sheet.line(label, styles.BODY_STRONG)
            sheet.y = top
            sheet.line(source, styles.BODY_MUTED, start)
        lines = sheet.wrapper.wrap(note.text, styles.BODY, sheet.measure).lines
        sheet.paragraph(lines, styles.BODY)
        sheet.space(_BETWEEN)
