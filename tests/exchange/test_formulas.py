import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exchange.formulas import with_guard, without_guard

cells = st.text(alphabet="'=+-@\t\r\n \uff1dab", max_size=6)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", " =", "'="])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start):
    assert with_guard(f"{start}cmd|'/c calc'!A1") == f"'{start}cmd|'/c calc'!A1"


@given(cells)
def test_no_guarded_cell_runs(cell):
    assert not with_guard(cell).lstrip(" ").startswith(tuple("=+-@\t\r\uff1d"))


@given(cells)
def test_the_guard_comes_off_again(cell):
    assert without_guard(with_guard(cell)) == cell


@pytest.mark.parametrize("cell", ["O'Neil signs = forms", "'tis done", "5 - 3", ""])
def test_other_cells_are_left_alone(cell):
    assert with_guard(cell) == without_guard(cell) == cell
