"""Days as people type them."""

import datetime as dt
import locale
from contextlib import suppress

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCalendarWidget

from workshop.ui.date_field import DateField
from workshop.ui.dates import keep_english, parse_day, shown_day

START = dt.date(2026, 9, 15)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-14", dt.date(2026, 11, 14)),
        ("11/14/2026", dt.date(2026, 11, 14)),
        ("11/14/26", dt.date(2026, 11, 14)),
        ("14 Nov 2026", dt.date(2026, 11, 14)),
        (" 14  november, 2026", dt.date(2026, 11, 14)),
        ("Nov. 14", dt.date(2026, 11, 14)),
        ("14 Nov", dt.date(2026, 11, 14)),
        ("14 Mar", dt.date(2027, 3, 14)),
        ("+30", dt.date(2026, 10, 15)),
        ("60 days", dt.date(2026, 11, 14)),
        ("90d", dt.date(2026, 12, 14)),
        ("29 Feb", None),
        ("soon", None),
        ("", None),
        ("2026-13-01", None),
        ("+99999", None),
    ],
)
def test_a_day_is_understood_as_it_is_typed(typed, day):
    assert parse_day(typed, START) == day


def test_what_is_shown_is_understood_again():
    assert shown_day(None) == ""
    assert parse_day(shown_day(START), START) == START


@pytest.fixture
def field(context, qtbot) -> DateField:
    made = DateField(context, "By")
    qtbot.addWidget(made)
    return made


def test_a_field_shows_the_day_in_one_form_when_it_is_left(field):
    field.count_from(START)
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
    field.count_from(START)
    field.show()
    field._pick.click()
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 9, 15)
    calendar.clicked.emit(QDate(2026, 9, 30))
    assert field.day == dt.date(2026, 9, 30)


def test_on_a_desktop_in_another_language_days_are_still_in_the_words_of_the_rest():
    QLocale.setDefault(QLocale(QLocale.Language.German))
    with suppress(locale.Error):  # not every computer has it
        locale.setlocale(locale.LC_TIME, "de_DE.UTF-8")
    keep_english()
    assert locale.setlocale(locale.LC_TIME) == "C"
    assert shown_day(dt.date(2026, 12, 3)) == "3 Dec 2026"
    assert parse_day("3 Dec", START) == dt.date(2026, 12, 3)
    assert QLocale().monthName(12) == "December"
