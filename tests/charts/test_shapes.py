"""Charts count what they are given, and stay where they are put."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts.due import due_chart, due_columns
from workshop.charts.icons import GRID, outline
from workshop.charts.marks import BUCKET_ICONS, ball, triage_mark
from workshop.charts.shapes import Disc, HalfDisc, Hatch, Icon, Rect, Text
from workshop.charts.split import share_bar, split_picture
from workshop.domain.enums import CloseEnough, CommitmentKind, Dependency, Triage
from workshop.domain.records import Commitment

START = dt.date(2026, 11, 17)
WIDTH = 504.0


def commitment(days: int | None, kind: CommitmentKind = CommitmentKind.FIX_NOW) -> Commitment:
    due = None if days is None else START + dt.timedelta(days)
    return Commitment(id=1, text="", kind=kind, due=due)


def test_a_promise_counts_in_the_first_span_that_holds_its_date() -> None:
    days = [-5, 0, 7, 8, 30, 31, 60, 61, 90, 91, None]
    columns = due_columns([commitment(each) for each in days], START)
    assert [(column.label, column.count) for column in columns] == [
        ("Already due", 1),
        ("Within a week", 2),
        ("Within 30 days", 2),
        ("Within 60 days", 2),
        ("Within 90 days", 2),
        ("Later", 1),
        ("No date yet", 1),
    ]


def test_there_is_no_column_for_later_without_a_later_promise() -> None:
    assert len(due_columns([commitment(1)], START)) == 5


def test_what_waits_is_counted_apart_from_what_has_no_date_yet() -> None:
    waiting = replace(commitment(None), depends_on=Dependency.MONEY)
    (*_, undated) = due_columns([commitment(None), waiting], START)
    assert (undated.count, undated.waiting) == (2, 1)


@given(st.lists(st.one_of(st.none(), st.integers(-9, 120)), min_size=1, max_size=120))
def test_the_chart_shows_each_promise_or_bars_and_every_count(days: list[int | None]) -> None:
    columns = due_columns([commitment(each) for each in days], START)
    chart = due_chart(columns, ["note"] * len(columns), 54, 100, WIDTH)
    marks = [shape for shape in chart.shapes if isinstance(shape, Icon)]
    counts = {shape.text for shape in chart.shapes if isinstance(shape, Text)}
    assert {str(column.count) for column in columns if column.count} <= counts
    if max(column.count for column in columns) <= 25:
        assert len(marks) == len(days)
    for shape in chart.shapes:
        if isinstance(shape, Rect):
            assert shape.x >= 54
            assert shape.x + shape.width <= 54 + WIDTH + 0.1
            assert 100 <= shape.y <= shape.y + shape.height <= 100 + chart.height


@given(st.integers(0, 700), st.integers(0, 700))
def test_the_picture_fits_and_counts(process: int, performance: int) -> None:
    if not process + performance:
        return
    picture = split_picture(process, performance, 54, 100, WIDTH)
    squares = [shape for shape in picture.shapes if isinstance(shape, Hatch)]
    discs = [shape for shape in picture.shapes if isinstance(shape, Disc)]
    if discs or len(squares) > 1:
        assert (len(squares), len(discs)) == (process, performance)
    for square in squares:
        assert square.x + square.width <= 54 + WIDTH + 0.1
        assert square.y + square.height <= 100 + picture.height + 0.1
    for disc in discs:
        assert disc.x + disc.radius <= 54 + WIDTH + 0.1
        assert disc.x - disc.radius >= 54 + picture.performance_x - 0.1


def test_thousands_become_a_bar_in_proportion() -> None:
    picture = split_picture(9_000, 1_000, 0, 0, WIDTH)
    assert len(picture.shapes) == 3


def test_the_bar_of_hours_is_shared_out_in_proportion() -> None:
    hatch, _, solid, empty = share_bar((300, 100, 100), 0, 0, 508, 20)
    assert isinstance(hatch, Hatch)
    assert isinstance(solid, Rect)
    assert isinstance(empty, Rect)
    assert hatch.width == pytest.approx(300)
    assert solid.width == pytest.approx(100)
    assert empty.x + empty.width == pytest.approx(507.5)


def test_no_two_triages_share_icon_and_frame() -> None:
    looks = set()
    for triage in Triage:
        frame, icon = triage_mark(triage, 0, 0, 20)
        assert isinstance(icon, Icon)
        looks.add((type(frame), frame.fill, getattr(frame, "dash", ()), icon.name))
    assert len(looks) == len(Triage)


def test_the_ball_is_full_half_or_empty() -> None:
    kinds = {close: [type(shape) for shape in ball(close, 0, 0, 8)] for close in CloseEnough}
    assert kinds == {
        CloseEnough.YES: [Disc],
        CloseEnough.PARTLY: [Disc, HalfDisc],
        CloseEnough.NO: [Disc],
    }


@pytest.mark.parametrize(
    "name", ["hammer", "network", "calendar-clock", "search", "hourglass", "check"]
)
def test_an_icon_is_an_outline_inside_its_square(name: str) -> None:
    segments = outline(name)
    assert segments[0].kind == "move"
    for segment in segments:
        assert len(segment.points) == {"move": 1, "line": 1, "curve": 3, "close": 0}[segment.kind]
        assert all(0 <= n <= GRID for point in segment.points for n in point)


def test_buckets_have_icons() -> None:
    assert all(outline(name) for name in BUCKET_ICONS.values())
