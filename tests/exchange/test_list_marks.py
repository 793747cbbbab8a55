"""The bullets and numbers of a list are no part of what its entries say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.helpers import bring_in
from tests.sessions import texts
from workshop.domain.enums import Bucket
from workshop.exchange.list_marks import without_list_marks

MARKS = [
    "1. ",
    "12) ",
    "(3) ",
    "- ",
    "* ",
    "• ",
    "•",
    "\u2013 ",
    "\u2014 ",
    "◦ ",
    "1.\t",
    "\uf0b7\t",
    "1000.\t",
    "12345)\t",
    "[ ] ",
    "[x] ",
    "[X]\t",
    "- [ ] ",
    "☐ ",
    "☑ ",
    "✓ ",
    "✔\ufe0f ",
    "→ ",
    "a) ",
    "(b) ",
]
NO_MARKS = [
    "-5 degrees", "2026 budget", "1.5 hours of calls", "2026. A budget", "911 calls", "3D plans",
    "J. Smith", "a) b", "**now**", "---", "Open mail - and sort it", "+1 line", "24/7 desk",
    "[x]ray", "[draft] Budget", "o clock", "o clock\nRing at ten", "Ring\nOpen\no clock",
]  # fmt: skip
plain_lines = st.from_regex(r"(?!o(?: |$))[A-Za-z][A-Za-z0-9 .,)*-]{0,20}", fullmatch=True)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_taken_off_each_line(mark):
    assert without_list_marks(f"{mark}Open mail\r\n  {mark}Drive\n") == "Open mail\r\nDrive\n"


@pytest.mark.parametrize("text", NO_MARKS)
def test_what_only_looks_like_a_mark_stays(text):
    assert without_list_marks(text) == text


def test_a_mark_alone_leaves_its_line_blank():
    assert without_list_marks("1.\n- \nDrive\n") == "\n\nDrive\n"


def test_a_list_that_is_numbered_beyond_999_has_no_numbers_left():
    assert without_list_marks("998. A\n999. B\n1000. C\n1001. D\n") == "A\nB\nC\nD\n"


@pytest.mark.parametrize(
    "text", ["o Open mail\no Drive", "o\tOpen mail\n   o\tDrive", "• Open mail\n  o [ ] Drive"]
)
def test_an_o_is_a_mark_where_most_lines_begin_with_one(text):
    assert without_list_marks(text) == "Open mail\nDrive"


def test_a_card_that_begins_with_an_o_stays_whole_behind_its_mark():
    assert without_list_marks("- o clock\n- Ring") == "o clock\nRing"


@given(lines=st.lists(plain_lines), marks=st.lists(st.sampled_from(MARKS), min_size=1))
def test_lines_without_marks_come_back_whole_from_any_list(lines, marks):
    marked = [marks[n % len(marks)] + line for n, line in enumerate(lines)]
    assert without_list_marks("\n".join(marked)) == "\n".join(lines)
    assert without_list_marks("\n".join(lines)) == "\n".join(lines)


@given(text=st.text(alphabet="-*•1. )([]\n\r\tab5\u2013"))
def test_nothing_but_marks_and_blanks_goes_and_once_is_enough(text):
    left = without_list_marks(text)
    assert without_list_marks(left) == left
    assert left.count("\n") == text.count("\n")
    assert [char for char in left if char.isalpha()] == [char for char in text if char.isalpha()]


def test_cells_come_in_without_their_boxes():
    state, _ = bring_in("[ ]\tOpen mail\tFront desk\n[x]\tDrive\tRoads\n", "")
    assert texts(state.activities(Bucket.UNSORTED)) == ["Open mail", "Drive"]


@pytest.mark.parametrize("name", ["", "list.txt"])
def test_a_list_comes_in_without_its_marks(name):
    state, report = bring_in("1. Open mail\n2) Sign forms\n\n• Drive\n-5 degrees\n", name)
    assert texts(state.activities(Bucket.UNSORTED)) == [
        "Open mail", "Sign forms", "Drive", "-5 degrees",
    ]  # fmt: skip
    assert report.read == 5
    again, second = bring_in("- open mail", name, state)
    assert again == state
    assert second.added == 0


def test_the_cells_of_a_table_keep_what_they_begin_with():
    state, _ = bring_in("activity\n1. Open mail\n")
    assert texts(state.activities(Bucket.UNSORTED)) == ["1. Open mail"]
