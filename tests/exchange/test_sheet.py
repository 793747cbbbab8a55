"""Cells copied from a spreadsheet without a header find their fields by their order."""

import pytest

from tests.exchange.helpers import bring_in
from tests.sessions import texts
from workshop.domain.enums import Bucket
from workshop.domain.records import Participant
from workshop.exchange.columns import Kind
from workshop.exchange.report import Report


def activities(pasted: str) -> tuple[list[tuple[str, str, float | None]], Report]:
    state, report = bring_in(pasted, "")
    found = state.activities(Bucket.UNSORTED)
    return [(each.text, each.unit, each.hours_per_week) for each in found], report


def people(pasted: str) -> list[tuple[str, str, str]]:
    state, _ = bring_in(pasted, "", kind=Kind.PARTICIPANTS)
    return [(each.name, each.role, each.unit) for each in state.all(Participant)]


@pytest.mark.parametrize(
    "line", ["Sign forms\tPermits\t4", "Sign forms\t4\tPermits", "7\tSign forms\tPermits\t4 h"]
)
def test_cells_copied_from_a_sheet_are_activity_unit_and_hours(line):
    found, _ = activities(f"{line}\n{line.replace('Sign', 'File')}\n")
    assert found == [("Sign forms", "Permits", 4), ("File forms", "Permits", 4)]


def test_a_line_with_a_tab_among_others_is_still_a_list():
    state, _ = bring_in("Sign forms\nOpen\tmail\nDrive\n", "")
    assert len(state.activities(Bucket.UNSORTED)) == 3


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
def test_a_dash_for_a_name_leaves_the_other_cells_where_they_are(dash):
    assert people(f"Lee\tClerk\tPermits\n{dash}\tDispatcher\tOps\nAnn\t{dash}\tHQ\n") == [
        ("Lee", "Clerk", "Permits"),
        ("Dispatcher", "Dispatcher", "Ops"),
        ("Ann", "", "HQ"),
    ]


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014", ""])
def test_a_dash_among_hours_is_a_blank(dash):
    found, report = activities(f"Inspect roads\t5\tOps\nPatch roads\t{dash}\tYard\n")
    assert found == [("Inspect roads", "Ops", 5), ("Patch roads", "Yard", None)]
    assert (report.ignored, report.remarks) == ((), ())


def test_hours_that_nobody_knows_do_not_take_the_place_of_the_unit():
    found, _ = activities("Inspect roads\t-\tOps\nPatch roads\t-\tYard\n")
    assert found == [("Inspect roads", "Ops", None), ("Patch roads", "Yard", None)]


@pytest.mark.parametrize("unit", ["1st District", "24/7 desk", "3 Mile Yard", "911"])
def test_a_unit_may_begin_with_a_figure(unit):
    found, report = activities(f"Inspect roads\t{unit}\t5\nPatch roads\tYard 2\t4\n")
    assert (found[0], found[1][2]) == (("Inspect roads", unit, 5), 4)
    assert report.remarks == ()


def test_one_cell_that_is_no_number_leaves_the_column_of_hours_one():
    found, report = activities("Inspect\t5\tOps\nPatch\tmany\tOps\nSweep\t1,200.5\tOps\n")
    assert [hours for _, _, hours in found] == [5, None, 1200.5]
    assert [(each.line, "many" in each.text) for each in report.remarks] == [(2, True)]


@pytest.mark.parametrize("mark", ["-\t", "1.\t", "1000.\t", "\u2022\t", "\uf0b7 ", "12) "])
def test_the_marks_of_a_list_are_no_cells_nor_part_of_them(mark):
    pasted = "".join(f"{mark}{row}\n" for row in ("Inspect roads\tOps\t5", "Patch roads\tYard\t4"))
    found, report = activities(pasted)
    assert found == [("Inspect roads", "Ops", 5), ("Patch roads", "Yard", 4)]
    assert report.ignored == ()


def test_a_heading_above_marks_does_not_make_them_the_activities():
    found, _ = activities("Daily work\n" + "".join(f"{n}.\tTask {n} x\tOps\n" for n in range(1, 9)))
    assert [text for text, _, _ in found] == ["Daily work", *(f"Task {n} x" for n in range(1, 9))]


def test_a_long_list_with_tabs_behind_its_numbers_is_a_list():
    state, _ = bring_in("".join(f"{n}.\tTask {n}\n" for n in range(997, 1003)), "")
    assert texts(state.activities(Bucket.UNSORTED)) == [f"Task {n}" for n in range(997, 1003)]
