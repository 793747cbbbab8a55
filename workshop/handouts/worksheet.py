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
# Each with the part of the width that it takes.
_ABOUT_YOU = (
    ("role", "Your role", 0.28),
    ("unit", "Unit", 0.28),
    ("name", "Name (optional)", 0.28),
    ("date", "Date", 0.16),
)
_ABOUT_GAP, _ABOUT_HEIGHT = 11.0, 23.0
_NUMBER, _GAP = 22.4, 9.0
_OFTEN, _HOURS, _HEIGHT = 66.0, 48.0, 24.0
_BUCKETS = 128.0
_BUCKET_PITCH = 66.0
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
    measure = sheet.measure - (len(_ABOUT_YOU) - 1) * _ABOUT_GAP
    x = sheet.left
    for name, label, part in _ABOUT_YOU:
        width = measure * part
        with sheet.document.element(Tag.PARAGRAPH):
            _text(sheet, x, sheet.y, label)
            draw_text_field(sheet.document, name, label, (x, sheet.y + 15, width, _ABOUT_HEIGHT))
        x += width + _ABOUT_GAP
    sheet.y += 15 + _ABOUT_HEIGHT + 14


def _draw_heads(sheet: Sheet) -> None:
    lower = sheet.y + styles.COLUMN_HEAD.leading
    with sheet.document.element(Tag.PARAGRAPH):
        _text(sheet, sheet.left + _NUMBER, lower, "Activity, starting with a verb")
        _text(sheet, _often_x(sheet), lower, "How often")
        _text(sheet, _hours_x(sheet), sheet.y, "Hours")
        _text(sheet, _hours_x(sheet), lower, "a week")
        for n, bucket in enumerate(_BUCKETS_OFFERED):
            _text(sheet, _bucket_x(sheet, n), lower, bucket.value.capitalize())
    sheet.y = lower + styles.COLUMN_HEAD.leading + 4
    sheet.rule(1.1)


def _draw_activity(sheet: Sheet, number: int, pitch: float) -> None:
    document, top = sheet.document, sheet.y + (pitch - _HEIGHT) / 2
    middle = sheet.y + (pitch - styles.CELL.leading) / 2
    width = _often_x(sheet) - _GAP - sheet.left - _NUMBER
    fields = (
        ("activity", f"Activity {number}", sheet.left + _NUMBER, width),
        ("often", f"How often activity {number} is done", _often_x(sheet), _OFTEN),
        ("hours", f"Hours a week of activity {number}", _hours_x(sheet), _HOURS),
    )
    with document.element(Tag.ITEM):
        with document.element(Tag.ITEM_LABEL):
            style = styles.CELL_STRONG
            baseline = middle + styles.baseline(style)
            document.draw(Text(sheet.left, baseline, str(number), style.size, style.weight))
        with document.element(Tag.ITEM_BODY):
            for name, label, x, field_width in fields:
                edges = (x, top, field_width, _HEIGHT)
                draw_text_field(document, f"{name}_{number}", label, edges)
            for n, bucket in enumerate(_BUCKETS_OFFERED):
                question, y = f"Bucket of activity {number}", sheet.y + (pitch - SQUARE) / 2
                x = _bucket_x(sheet, n)
                draw_choice(document, f"bucket_{number}", question, bucket.value, x, y)
    sheet.y += pitch
    sheet.rule(0.8 if number == _ACTIVITIES else 0.6, "hairline")


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


def _bucket_x(sheet: Sheet, number: int) -> float:
    return sheet.right - _BUCKETS + number * _BUCKET_PITCH


def _hours_x(sheet: Sheet) -> float:
    return sheet.right - _BUCKETS - _GAP - _HOURS


def _often_x(sheet: Sheet) -> float:
    return _hours_x(sheet) - _GAP - _OFTEN


def _text(sheet: Sheet, x: float, y: float, text: str) -> None:
    style = styles.COLUMN_HEAD
    sheet.document.draw(Text(x, y + styles.baseline(style), text, style.size, style.weight))
