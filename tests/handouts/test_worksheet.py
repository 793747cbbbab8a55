"""The worksheet: fields that an import finds by name, all on one page."""

from pathlib import Path

import pikepdf
import pytest

from tests.handouts.layout import composed
from tests.handouts.views import MADE, full_view, view_of
from workshop.handouts import Options, Paper, render


@pytest.mark.parametrize("paper", Paper)
def test_all_twelve_activities_have_their_fields_on_one_page(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "worksheet.pdf"
    report = render(full_view(), "worksheet", path, made=MADE, options=Options(paper))
    assert report.pages == 1
    with pikepdf.open(path) as pdf:
        names = {str(field.T) for field in pdf.Root.AcroForm.Fields}
    expected = {"role", "unit", "name", "date"}
    for number in range(1, 13):
        fields = ("activity", "often", "hours", "bucket")
        expected |= {f"{field}_{number}" for field in fields}
    assert names == expected


def test_the_worksheet_says_what_belongs_where() -> None:
    text = composed(view_of(), "worksheet").document.root.read()
    assert "What do you do in a day?" in text
    assert "Process: Same steps whoever does it?" in text
    assert "Performance: Would the result change with who leads it?" in text


def test_the_worksheet_of_a_full_session_is_blank() -> None:
    assert "Permit Lead" not in composed(full_view(), "worksheet").document.root.read()
