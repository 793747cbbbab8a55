import csv

import pytest

from workshop.exchange.columns import Kind, Names
from workshop.exchange.table import read_lines, read_table

KNOWN = Names(Kind.ACTIVITIES).is_known


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(text, KNOWN).rows]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found(mark):
    text = "activity,unit\nSign forms,Permits\nOpen mail,Records\n".replace(",", mark)
    assert cells(text)[2] == ("Open mail", "Records")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found_without_a_header(mark):
    text = "Sign forms,Permits,5\nOpen mail,Records,4\nDrive,Fleet,\n".replace(",", mark)
    assert cells(text)[2] == ("Drive", "Fleet", "")


def test_a_comma_in_a_quoted_cell_does_not_hide_the_semicolons():
    assert cells('activity;hours\n"Open, sort, file";3\n')[1] == ("Open, sort, file", "3")


def test_commas_of_sentences_are_no_separators():
    text = "Open mail, sort it\nSign forms, send them\nDrive\n"
    assert cells(text) == [("Open mail, sort it",), ("Sign forms, send them",), ("Drive",)]


def test_a_quoted_cell_keeps_its_line_breaks_and_rows_know_their_lines():
    table = read_table('activity,unit\n"Sign\r\nforms",Permits\r\n\rOpen mail,Records', KNOWN)
    assert [(row.line, row.cells) for row in table.rows] == [
        (1, ("activity", "unit")),
        (2, ("Sign\nforms", "Permits")),
        (4, ()),
        (5, ("Open mail", "Records")),
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing():
    table = read_table('activity,unit\n"Sign forms,Permits\nOpen mail,Records\n', KNOWN)
    assert table.open_quote
    assert [row.cells[0] for row in table.rows] == ["activity", '"Sign forms', "Open mail"]


def test_a_quotation_mark_within_a_cell_is_a_character():
    table = read_table('activity,unit\nSign the 8" form,Permits\n', KNOWN)
    assert not table.open_quote
    assert table.rows[1].cells == ('Sign the 8" form', "Permits")


def test_a_cell_of_a_million_characters_is_read_and_the_limit_of_the_csv_module_put_back():
    limit = csv.field_size_limit()
    assert cells(f"activity,unit\n{'x' * 1_000_000},Permits\n")[1][0] == "x" * 1_000_000
    assert csv.field_size_limit() == limit


def test_a_list_has_a_row_for_each_line_whatever_its_end():
    rows = read_lines("Sign, forms\r\n\rOpen mail\nDrive").rows
    assert [(row.line, row.cells) for row in rows] == [
        (1, ("Sign, forms",)),
        (2, ("",)),
        (3, ("Open mail",)),
        (4, ("Drive",)),
    ]


def test_a_single_column_keeps_quoted_cells():
    assert cells('activity\n"Open, sort"\n"Say ""yes"""\n') == [
        ("activity",),
        ("Open, sort",),
        ('Say "yes"',),
    ]
