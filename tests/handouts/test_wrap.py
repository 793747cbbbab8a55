"""Lines hold all of a text, in order, and fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts.shapes import Weight
from workshop.handouts.fonts import Fonts
from workshop.handouts.wrap import Style, Wrapper

FONTS = Fonts()
WRAPPER = Wrapper(FONTS)
STYLE = Style(10, 13.2)
TEXT = "Adopt the single intake sheet and give a receipt number at the counter"

some_text = st.text(alphabet="ab iW.\n", max_size=200)


@given(some_text, st.floats(20, 300), st.booleans())
def test_lines_fit_and_hold_the_whole_text(text: str, width: float, balanced: bool) -> None:
    wrapped = WRAPPER.wrap(text, STYLE, width, balanced=balanced)
    assert not wrapped.is_cut
    assert all(WRAPPER.width(line, STYLE) <= width + 0.01 for line in wrapped.lines)
    assert "".join("".join(wrapped.lines).split()) == "".join(text.split())


@given(some_text, st.floats(20, 300), st.integers(1, 4))
def test_a_cut_text_fits_and_says_so(text: str, width: float, most: int) -> None:
    wrapped = WRAPPER.wrap(text, STYLE, width, most=most)
    assert len(wrapped.lines) <= most
    assert all(WRAPPER.width(line, STYLE) <= width + 0.01 for line in wrapped.lines)
    assert wrapped.is_cut == (wrapped.lines[-1][-1:] == "…")


def test_balanced_lines_are_nearly_even() -> None:
    width = WRAPPER.width(TEXT, STYLE) * 0.9
    plain = WRAPPER.wrap(TEXT, STYLE, width).lines
    even = WRAPPER.wrap(TEXT, STYLE, width, balanced=True).lines
    assert len(plain) == len(even) == 2
    first, last = (WRAPPER.width(line, STYLE) for line in even)
    assert last > 0.75 * first


def test_a_very_short_last_line_takes_words_from_the_one_before() -> None:
    width = WRAPPER.width("Adopt the single intake sheet and give a receipt number at the", STYLE)
    lines = WRAPPER.wrap(TEXT, STYLE, width + 1).lines
    assert len(lines) == 2
    assert lines[1] != "counter"


def test_a_date_is_not_parted() -> None:
    lines = WRAPPER.wrap("due on 24\u00a0Nov\u00a02026", STYLE, 60).lines
    assert lines == ("due on", "24\u00a0Nov\u00a02026")


def test_a_word_wider_than_a_line_is_broken() -> None:
    lines = WRAPPER.wrap("an " + "x" * 100 + " end", STYLE, 100).lines
    assert "".join(lines).count("x") == 100
    assert lines[-1].endswith("x end")


def test_one_line_ends_in_an_ellipsis_where_it_is_cut() -> None:
    assert WRAPPER.fit(TEXT, STYLE, 1000) == TEXT
    assert WRAPPER.fit(TEXT, STYLE, 120).endswith("…")
    assert WRAPPER.fit("a\nb", STYLE, 120) == "a b"


@pytest.mark.parametrize("weight", list(Weight))
def test_every_weight_has_the_same_characters(weight: Weight) -> None:
    known = set(FONTS.faces[weight].face.charToGlyph)
    assert known == set(FONTS.faces[Weight.REGULAR].face.charToGlyph)


def test_widths_are_those_of_the_typeface() -> None:
    assert FONTS.width("00", 10, Weight.REGULAR) == pytest.approx(9.94)
