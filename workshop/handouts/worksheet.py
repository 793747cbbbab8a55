"""The worksheet: what each leader does in a day, to fill in by pen or on a screen."""

from workshop.charts.marks import BUCKET_ICONS
from workshop.charts.shapes import Icon, Text
from workshop.domain.enums import Bucket
from workshop.handouts import styles
from workshop.handouts.forms import SQUARE, draw_choice, draw_text_field
from workshop.handouts.handout import Handout, Section
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag
from workshop.words import words

TITLE = "What do you do in a day?"

_LEAD = (
    "Write what you and your unit do to keep the organization running: one activity a line. "
    "Leave the bucket open if you are not sure; the room decides."
)
_ACTIVITIES = 12
_ABOUT_YOU = (("role", "Your role"), ("unit", "Unit"), ("date", "Date"))
_ABOUT_GAP, _ABOUT_HEIGHT = 13.5, 23.0
_NUMBER, _GAP = 22.4, 11.6
_HOURS, _HEIGHT = 59.0, 24.0
_BUCKETS = 146.0
_BUCKET_PITCH = 62.0
_LABEL_GAP = 5.0
_PITCH, _LEAST_PITCH = 35.5, 26.0
_ICON = 13.0
_BUCKETS_OFFERED = (Bucket.PROCESS, Bucket.PERFORMANCE)
_TEST_LINES = 2
_TESTS_HEIGHT = 12 + _TEST_LINES * styles.CELL.leading


def compose(handout: Handout) -> None:
    """Draw the handout."""
    agency = handout.facts.agency
    sheet = Sheet(handout, Section(TITLE, _LEAD, agency, "Worksheet: daily activities"))
    _draw_about_you(sheet)
    _draw_heads(sheet)
    room = (sheet.room - _TESTS_HEIGHT) / _ACTIVITIES
    pitch = max(_LEAST_PITCH, min(_PITCH, room))
    with sheet.document.element(Tag.LIST):
        for number in range(1, _ACTIVITIES + 1):
            sheet.ensure(pitch)
            _draw_activity(sheet, number, pitch)
    _draw_tests(sheet)


def _draw_about_you(sheet: Sheet) -> None:
    sheet.y += 14
    width = (sheet.measure - 2 * _ABOUT_GAP) / len(_ABOUT_YOU)
    for n, (name, label) in enumerate(_ABOUT_YOU):
        x = sheet.left + n * (width + _ABOUT_GAP)
        with sheet.document.element(Tag.PARAGRAPH):
            _text(sheet, x, sheet.y, label)
            edges = (x, sheet.y + 15, width, _ABOUT_HEIGHT)
            draw_text_field(sheet.document, name, label, edges)
    sheet.y += 15 + _ABOUT_HEIGHT + 20


def _draw_heads(sheet: Sheet) -> None:
    with sheet.document.element(Tag.PARAGRAPH):
        _text(sheet, sheet.left + _NUMBER, sheet.y, "Activity, starting with a verb")
        _text(sheet, _hours_x(sheet), sheet.y, "Hours a week")
        _text(sheet, sheet.right - _BUCKETS, sheet.y, "Bucket")
    sheet.y += styles.COLUMN_HEAD.leading + 4
    sheet.rule(1.1)


def _draw_activity(sheet: Sheet, number: int, pitch: float) -> None:
    document, top = sheet.document, sheet.y + (pitch - _HEIGHT) / 2
    middle = sheet.y + (pitch - styles.CELL.leading) / 2
    width = _hours_x(sheet) - _GAP - sheet.left - _NUMBER
    with document.element(Tag.ITEM):
        with document.element(Tag.ITEM_LABEL):
            style = styles.CELL_STRONG
            baseline = middle + styles.baseline(style)
            document.draw(Text(sheet.left, baseline, str(number), style.size, style.weight))
        with document.element(Tag.ITEM_BODY):
            edges = (sheet.left + _NUMBER, top, width, _HEIGHT)
            draw_text_field(document, f"activity_{number}", f"Activity {number}", edges)
            edges = (_hours_x(sheet), top, _HOURS, _HEIGHT)
            label = f"Hours a week of activity {number}"
            draw_text_field(document, f"hours_{number}", label, edges)
            _draw_buckets(sheet, number, middle, sheet.y + (pitch - SQUARE) / 2)
    sheet.y += pitch
    sheet.rule(0.8 if number == _ACTIVITIES else 0.6, "hairline")


def _draw_buckets(sheet: Sheet, number: int, text_y: float, box_y: float) -> None:
    question = f"Bucket of activity {number}"
    for n, bucket in enumerate(_BUCKETS_OFFERED):
        x = sheet.right - _BUCKETS + n * _BUCKET_PITCH
        draw_choice(sheet.document, f"bucket_{number}", question, bucket.value, x, box_y)
        baseline = text_y + styles.baseline(styles.CELL)
        label = bucket.value.capitalize()
        x += SQUARE + _LABEL_GAP
        sheet.document.draw(Text(x, baseline, label, styles.CELL.size))


def _draw_tests(sheet: Sheet) -> None:
    """Draw the test of each bucket, side by side, in the words of the wall."""
    sheet.ensure(_TESTS_HEIGHT)
    sheet.y += 10
    top, half = sheet.y, sheet.measure / 2
    for n, bucket in enumerate(_BUCKETS_OFFERED):
        x, sheet.y = sheet.left + n * half + 20, top
        word = f"{bucket.value.capitalize()}:"
        strong, plain = styles.CELL_STRONG, styles.CELL
        test = words().wall[f"{bucket.value}_test"]
        lines = sheet.wrapper.wrap(f"{word} {test}", plain, half - 44, most=_TEST_LINES).lines
        with sheet.document.element(Tag.PARAGRAPH):
            sheet.document.draw(Icon(BUCKET_ICONS[bucket], x - 20, top, _ICON))
            baseline = top + styles.baseline(plain)
            after = x + sheet.wrapper.width(f"{word} ", strong)
            sheet.document.draw(
                Text(x, baseline, word, strong.size, strong.weight),
                Text(after, baseline, lines[0].removeprefix(word).strip(), plain.size),
            )
            sheet.y += plain.leading
            for line in lines[1:]:
                sheet.line(line, plain, x)


def _hours_x(sheet: Sheet) -> float:
    return sheet.right - _BUCKETS - _GAP - _HOURS


def _text(sheet: Sheet, x: float, y: float, text: str) -> None:
    style = styles.COLUMN_HEAD
    sheet.document.draw(Text(x, y + styles.baseline(style), text, style.size, style.weight))
