"""The leadership check while it runs: counts, and nothing that tells who answered what or when."""

import datetime as dt
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from workshop.session import Session
from workshop.session.sheets import Sheets

ONE, TWO, THREE = {1: 5, 2: 1}, {2: 3, 1: 4}, {3: 2}


def counted(*sheets: dict[int, int]) -> Sheets:
    found = Sheets()
    for sheet in sheets:
        found = found.add(sheet)
    return found


def test_each_answer_is_counted_once():
    found = counted(ONE, TWO, THREE)
    assert found.number == 3
    assert found.counts == {1: (0, 0, 0, 1, 1), 2: (1, 0, 1, 0, 0), 3: (0, 1, 0, 0, 0)}


def test_the_text_is_the_same_in_whatever_order_they_answered():
    texts = {counted(*order).to_text() for order in permutations((ONE, TWO, THREE))}
    assert len(texts) == 1


def test_it_can_be_closed_from_five_answers_on():
    assert not counted(ONE, ONE, ONE, ONE).can_close
    assert counted(ONE, ONE, ONE, ONE, ONE).can_close
    assert not counted(ONE, THREE, ONE, THREE, ONE, THREE, ONE).can_close


@pytest.mark.parametrize("text", ["", "{", "[]", '{"number":-1}', '{"counts":{"1":[0,0,0,0,-1]}}'])
def test_a_text_that_is_none_of_ours_counts_nothing(text):
    assert Sheets.from_text(text) == Sheets()


def test_sheets_outlive_the_program_and_no_time_or_history_tells_of_them(tmp_path: Path):
    path = tmp_path / "s.gather"
    days = iter(dt.datetime(2026, 9, n, tzinfo=dt.UTC) for n in range(1, 30))
    with Session.create(path, clock=lambda: next(days)) as session:
        before = session.history(private=True)
        for sheet in (ONE, TWO, THREE):
            session.keep_sheets(session.sheets.add(sheet))
        assert session.history(private=True) == before
        assert session.drafts() == []
    with sqlite3.connect(path) as connection:
        drafts = connection.execute("SELECT editor, text, saved_at FROM draft").fetchall()
    connection.close()
    assert drafts == [
        ("leadership check", counted(ONE, TWO, THREE).to_text(), "1970-01-01T00:00:00.000+00:00")
    ]
    with Session.open(path) as session:
        assert session.sheets == counted(ONE, TWO, THREE)
        session.keep_sheets(Sheets())
        assert session.sheets == Sheets()


def test_earlier_counts_leave_no_trace_in_the_file(tmp_path: Path):
    path = tmp_path / "s.gather"
    with Session.create(path) as session:
        session.keep_sheets(counted({19: 5}))
        first = session.sheets.to_text().encode()
        session.keep_sheets(session.sheets.add({19: 1}))
    assert first not in path.read_bytes()
