"""Bars are as long as what they count, and fit where they are put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts.bars import BarMeasures, label_of, part_bars
from workshop.charts.shapes import Hatch, Rect, Text
from workshop.domain.insight import OPEN, Part

AT = BarMeasures(row=20.0, size=10.0, label=80.0, figure=30.0)
WIDTH = 400.0


def bars(*parts: Part, most: float) -> list[Rect | Hatch]:
    shapes = part_bars(parts, most, 10.0, 5.0, WIDTH, AT)
    return [shape for shape in shapes if isinstance(shape, Rect | Hatch)]


def test_a_bar_is_as_long_as_its_part_of_the_most() -> None:
    long, short = bars(Part("near", 8), Part("far", 2), most=8)
    assert short.width == pytest.approx(long.width / 4)


def test_process_alone_is_hatched_and_what_is_open_is_an_outline() -> None:
    process, performance, open_ = bars(
        Part("process", 3), Part("performance", 2), Part(OPEN, 1), most=3
    )
    assert isinstance(process, Hatch)
    assert isinstance(performance, Rect)
    assert (performance.fill, open_.fill) == ("performance", None)  # type: ignore[union-attr]  # the first is the one hatch


def test_nothing_has_no_bar_and_its_figure_all_the_same() -> None:
    shapes = part_bars((Part("near", 0),), 0, 10.0, 5.0, WIDTH, AT)
    assert [shape.text for shape in shapes if isinstance(shape, Text)] == ["Near", "0"]
    assert len(shapes) == 2


def test_a_label_begins_with_a_capital_and_keeps_the_others() -> None:
    assert label_of(Part("finance Accountant (HQ)", 1)) == "Finance Accountant (HQ)"


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=12))
def test_bars_and_figures_stay_in_their_width(values: list[float]) -> None:
    parts = [Part("owner", value) for value in values]
    for shape in part_bars(parts, max(values), 10.0, 5.0, WIDTH, AT):
        assert shape.x >= 10.0
        assert 5.0 <= shape.y <= 5.0 + len(values) * AT.row
        if isinstance(shape, Rect | Hatch):
            assert shape.x + shape.width <= 10.0 + WIDTH - AT.figure
