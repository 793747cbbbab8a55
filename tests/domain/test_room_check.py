"""The room check: reach, suggestion, and what is no length of a room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.errors import Rejected
from workshop.domain.room_check import (
    Unit,
    check_room,
    farthest_chair,
    picture_height,
    reach,
    room_sentence,
)

PERCENTS = (100, 115, 130)


@pytest.mark.parametrize(
    ("height", "farthest", "percent"),
    [(1.8, 6.7, 100), (1.8, 6.8, 115), (1.8, 8.0, 130), (1.8, 8.8, 130), (3.0, 8.0, 100)],
)
def test_the_smallest_size_that_reaches_the_last_row_is_taken(height, farthest, percent):
    assert check_room(height, farthest, PERCENTS).percent == percent


def test_what_the_room_check_says():
    def says(height: float, farthest: float, unit: Unit = Unit.METERS) -> str:
        return room_sentence(check_room(height, farthest, PERCENTS), height, PERCENTS, unit)

    assert says(3, 8) == "100 % is enough: the smallest line reads to 11.2 m."
    assert says(1.8, 8) == (
        "130 % suggested: the smallest line reads to 8.7 m, at 100 % only to 6.7 m."
    )
    assert says(1.8, 12) == (
        "Even at 130 % the smallest line reads only to 8.7 m: move the last row closer, or make "
        "the picture 2.5 m high."
    )
    assert "28.6 ft, at 100 % only to 22 ft" in says(1.8, 8, Unit.FEET)


@given(st.floats(0.3, 10), st.floats(1, 60))
def test_what_is_suggested_reaches_or_says_what_height_would(height, farthest):
    found = check_room(height, farthest, PERCENTS)
    if found.needed_height is None:
        assert found.reach >= farthest
        smaller = [each for each in PERCENTS if each < found.percent]
        assert all(reach(height, each) < farthest for each in smaller)
    else:
        assert found.percent == max(PERCENTS)
        assert found.reach < farthest
        assert reach(found.needed_height, found.percent) == pytest.approx(farthest)


@pytest.mark.parametrize(
    ("text", "unit", "meters"),
    [
        ("1.8", Unit.METERS, 1.8),
        (" 1,8 m ", Unit.METERS, 1.8),
        ("180 cm", Unit.METERS, 1.8),
        ("6", Unit.FEET, 1.8288),
        ("6 ft", Unit.METERS, 1.8288),
        ("5 ft 11 in", Unit.METERS, 1.8034),
        ("5'11\"", Unit.FEET, 1.8034),
        ("2 M", Unit.FEET, 2.0),
    ],
)
def test_lengths_are_read_as_people_write_them(text, unit, meters):
    assert picture_height(text, unit) == pytest.approx(meters)


@pytest.mark.parametrize("text", ["", "high", "1.8.2", "-2", "two m", "1 mile", "nan"])
def test_what_is_no_length_is_refused_in_one_sentence(text):
    with pytest.raises(Rejected) as refused:
        farthest_chair(text, Unit.METERS)
    assert str(refused.value).count(".") == 1


@pytest.mark.parametrize("text", ["0", "0.5", "500 m", "1000000", "9" * 400])
def test_no_chair_is_in_the_wall_or_in_another_town(text):
    with pytest.raises(Rejected, match="between 1 m and 60 m"):
        farthest_chair(text, Unit.METERS)
    with pytest.raises(Rejected, match="between 1 ft and 32"):
        picture_height("40", Unit.FEET)
