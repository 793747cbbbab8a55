"""Days as people type them."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCalendarWidget

from workshop.domain.dates import long_day, short_day
from workshop.ui.date_field import DateField
from workshop.ui.dates import kept_until, parse_day

START = dt.date(2026, 9, 15)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-14", dt.date(2026, 11, 14)),
        ("11/14/2026", dt.date(2026, 11, 14)),
        ("11/14/26", dt.date(2026, 11, 14)),
        ("14.11.2026", dt.date(2026, 11, 14)),
        ("11.14.2026", None),
        ("14 Nov 2026", dt.date(2026, 11, 14)),
        (" 14  november, 2026", dt.date(2026, 11, 14)),
        ("Nov. 14", dt.date(2026, 11, 14)),
        ("14 Nov", dt.date(2026, 11, 14)),
        ("Sept 15", dt.date(2026, 9, 15)),
        ("14.MARCH", dt.date(2027, 3, 14)),
        ("14 Mar", dt.date(2027, 3, 14)),
        ("14 Ma", None),
        ("14 Marble", None),
        ("Mar 2028", None),
        ("+30", dt.date(2026, 10, 15)),
        ("60 days", dt.date(2026, 11, 14)),
        ("in 30 days", dt.date(2026, 10, 15)),
        ("in 1 day", dt.date(2026, 9, 16)),
        ("90d", dt.date(2026, 12, 14)),
        ("in 2030", None),
        ("in a week", None),
        ("29 Feb", None),
        ("soon", None),
        ("", None),
        ("2026-13-01", None),
        ("+99999", None),
    ],
)
def test_a_day_is_understood_as_it_is_typed(typed, day):
    assert parse_day(typed, START) == day


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+30", "2026-10-15"),
        ("in 30 days", "2026-10-15"),
        ("14.11.2026", "2026-11-14"),
        (" 14 Nov ", "2026-11-14"),
        ("2026-11-14", "2026-11-14"),
        ("the new contract", "the new contract"),
        ("spring 2027", "spring 2027"),
        ("2030", "2030"),
        ("", ""),
    ],
)
def test_an_until_when_is_kept_as_the_day_that_it_names(typed, kept):
    assert kept_until(typed, START) == kept


@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_shown_is_understood_again(month, in_german):
    day = START.replace(month=month)
    for shown in (short_day(day), long_day(day)):
        assert parse_day(shown, START) == day


@pytest.fixture
def field(context, qtbot) -> DateField:
    made = DateField(context, "By", lambda: START)
    qtbot.addWidget(made)
    return made


def test_a_field_shows_the_day_in_one_form_when_it_is_left(field):
    field.text.setText("+30")
    field.text.editingFinished.emit()
    assert field.text.text() == "15 Oct 2026"


def test_what_is_no_day_stays_as_it_was_typed(field):
    field.text.setText("soon")
    field.text.editingFinished.emit()
    assert not field.is_understood
    assert field.text.text() == "soon"
    field.text.clear()
    assert field.is_understood


@pytest.mark.qt_log_ignore("does not support")
def test_a_day_is_taken_from_the_calendar(field):
    field.show()
    field._pick.click()
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 9, 15)
    calendar.clicked.emit(QDate(2026, 9, 30))
    assert field.day == dt.date(2026, 9, 30)
