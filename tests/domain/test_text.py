"""What text may hold, when two texts are the same, and how labels are cut."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.text import (
    clean,
    composed,
    count_unsafe,
    counted,
    one_line,
    quoted,
    record_id,
    sameness_key,
    shorten,
)

# Any character that a Python text may hold, lone surrogates among them.
anything = st.text(st.characters(exclude_categories=()), max_size=40) | st.text(
    st.sampled_from("ab \t\r\n\0\a\x0b\x0c\x1f\x7f\x85\u2028\u2029\ud83d\ufffe"), max_size=12
)


@pytest.mark.parametrize(
    ("text", "kept", "replaced"),
    [
        ("plain", "plain", 0),
        ("tab\tand\nline", "tab\tand\nline", 0),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh", 0),
        ("a\r\n\r\nb", "a\n\nb", 0),
        ("nul \0 bell \a escape \x1b", "nul \ufffd bell \ufffd escape \ufffd", 3),
        ("half \ud83d pair", "half \ufffd pair", 1),
        ("no \ufffe character \uffff", "no \ufffd character \ufffd", 2),
        ("توقيع 👩‍👩‍👧‍👦 é \u200f", "توقيع 👩‍👩‍👧‍👦 é \u200f", 0),
    ],
)
def test_unsafe_characters_are_replaced_and_line_ends_made_one(text, kept, replaced):
    assert clean(text) == kept
    assert count_unsafe(text) == replaced


@given(anything)
def test_clean_text_is_safe_to_keep_and_clean_again_is_the_same(text):
    kept = clean(text)
    assert clean(kept) == kept
    assert count_unsafe(kept) == 0
    kept.encode("utf-8")
    assert "\0" not in kept
    assert "\r" not in kept
    assert kept.count("\ufffd") == text.count("\ufffd") + count_unsafe(text)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Sign letters", " sign   LETTERS\n", True),
        ("Straße", "STRASSE", True),
        ("Sign letters", "Sign letters.", False),
        ("Sign letters", "Signletters", False),
    ],
)
def test_texts_are_the_same_that_differ_in_case_and_spacing_alone(one, other, is_same):
    assert (sameness_key(one) == sameness_key(other)) is is_same


@given(anything)
def test_the_sameness_key_of_a_key_is_the_key(text):
    assert sameness_key(sameness_key(text)) == sameness_key(text)
    assert one_line(sameness_key(text)) == sameness_key(text)


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Sign letters", 12, "Sign letters"),
        ("Sign  letters\n", 12, "Sign letters"),
        ("Sign letters", 11, "Sign lette…"),
        ("Sign all letters", 15, "Sign all…"),
        ("a verylongwordthatgoeson", 12, "a verylongw…"),
        ("verylongword", 5, "very…"),
        ("a b", 1, "…"),
        ("", 5, ""),
        (" " * 1000 + "far", 5, "far"),
        ("near" + " " * 1000 + "far", 5, "near…"),
    ],
)
def test_a_label_is_cut_at_a_word_with_an_ellipsis(text, length, short):
    assert shorten(text, length) == short


@given(anything, st.integers(1, 20))
def test_a_label_is_never_longer_than_asked(text, length):
    short = shorten(text, length)
    line = one_line(text)
    assert len(short) <= length
    assert short == line or (short.endswith("…") and line.startswith(short[:-1]))
    assert (short == line) >= (len(line) <= length)


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (12_345, "12,345 cards")]
)
def test_a_number_is_shown_with_its_noun(number, shown):
    assert counted(number, ("card", "cards")) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12", 12), ("٣", 3), ("", 0), ("x", 0), ("-1", 0), ("²", 0), (" 1", 0), ("9" * 5000, 0)],
)
def test_an_id_is_read_from_digits_alone_and_never_raises(text: str, expected: int) -> None:
    assert record_id(text) == expected


def test_what_looks_the_same_is_the_same_once_composed():
    assert composed("Cafe\u0301") == "Caf\u00e9"
    assert composed("a\u0323\u0301") == composed("a\u0301\u0323")


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u064e\u0655", "\u093c\u094d"])
def test_endless_marks_are_composed_in_runs_that_can_be_ordered(marks):
    text = "a" + marks * 50_000  # in one run it would be ordered for half a minute
    found = composed(text)
    assert sorted(normalize("NFD", found).replace("\u034f", "")) == sorted(text)
    assert composed(found) == found
    assert sameness_key(found) == sameness_key(text)


@pytest.mark.parametrize("text", ["No money", " No money\n", '"No money"', "“No money”"])
def test_what_is_said_stands_in_one_pair_of_quotation_marks(text):
    assert quoted(text) == "“No money”"
