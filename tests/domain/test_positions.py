"""Positions with gaps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.positions import STEP, between

positions = st.integers(-(2**40), 2**40)


@given(st.none() | positions, st.none() | st.integers(0, 2**34), st.integers(0, 50))
def test_positions_ascend_strictly_between_the_neighbors(before, gap, count):
    after = gap if gap is None or before is None else before + gap + 1
    found = between(before, after, count)
    if found is None:
        assert after - before <= count
        return
    ends = [end for end in (before, after) if end is not None]
    line = [*ends[: before is not None], *found, *([after] if after is not None else [])]
    assert len(found) == count
    assert all(a < b for a, b in pairwise(line))


@pytest.mark.parametrize(
    ("before", "after", "count", "found"),
    [
        (None, None, 2, [STEP, 2 * STEP]),
        (5, None, 1, [5 + STEP]),
        (None, 5, 1, [5 - STEP]),
        (0, 4, 1, [2]),
        (0, 4, 3, [1, 2, 3]),
        (0, 4, 4, None),
        (0, 1, 1, None),
    ],
)
def test_new_positions(before, after, count, found):
    assert between(before, after, count) == found
