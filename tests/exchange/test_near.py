import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exchange.near import MOST_PAIRS, THRESHOLD, near_duplicates, search


def pairs(*texts: str, new: set[int] | None = None) -> list[tuple[int, int]]:
    numbered = dict(enumerate(texts, start=1))
    found = near_duplicates(numbered, numbered.keys() if new is None else new)
    return [(pair.a, pair.b) for pair in found]


def test_the_same_words_in_another_order_are_nearly_the_same():
    assert pairs("Clean work areas or facilities", "Clean facilities or work areas.") == [(1, 2)]


def test_a_slip_of_the_pen_is_nearly_the_same():
    assert pairs("Collect payments for goods", "Collect payment for goods", "Drive") == [(1, 2)]


def test_another_word_that_matters_is_not_the_same():
    assert pairs("Maintain call records", "Maintain client records") == []
    assert pairs("Sign forms", "Sign permit letters to builders") == []


def test_what_was_there_is_compared_with_the_new_but_not_with_itself():
    texts = ("Open the mail", "Open the mail.", "open mail the", "Sign forms")
    assert pairs(*texts, new={3, 4}) == [(1, 3), (2, 3)]


def test_texts_without_words_are_no_pairs():
    assert pairs("!!!", "???", "") == []


def test_the_best_pairs_are_listed_first_and_not_without_end():
    numbered = {n: f"Inspect the site number {n}" for n in range(200)}
    found = near_duplicates(numbered, numbered.keys())
    scores = [pair.score for pair in found]
    assert len(found) == MOST_PAIRS
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= THRESHOLD


def test_a_million_characters_are_compared_by_their_head():
    assert pairs("word " * 200_000, "word " * 199_000) == [(1, 2)]


def words(number: int, count: int) -> str:
    """Return words that no other number shares."""
    return " ".join(f"{number * 7919 % 99_991:05}{n * 31 % 97:02}" for n in range(count))


@pytest.mark.parametrize(("count", "length"), [(300_000, 1), (40_000, 60)])
def test_a_list_too_long_to_compare_is_compared_from_its_start_as_far_as_it_goes(count, length):
    numbered = {n: words(n, length) for n in range(count)}
    numbered[1] = numbered[0] + "!"
    found = search(numbered, numbered.keys())
    assert (found.pairs[0].a, found.pairs[0].b) == (0, 1)
    assert 200 < found.compared < count


@given(st.dictionaries(st.integers(1, 9), st.text("abc ", max_size=9)), st.sets(st.integers(1, 9)))
def test_each_pair_is_listed_once_and_has_something_new(texts, new):
    found = near_duplicates(texts, new & texts.keys())
    keys = [(pair.a, pair.b) for pair in found]
    assert len(set(keys)) == len(keys)
    assert all(a < b and {a, b} & new for a, b in keys)
