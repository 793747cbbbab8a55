"""What answers on a page: fields, links and the outline, as a reader of the file finds them."""

import subprocess
from pathlib import Path

import page as validator
import pikepdf
import pytest

from tests.handouts.views import MADE, full_view, view_of
from workshop.charts.shapes import Text
from workshop.handouts import Options, Paper
from workshop.handouts.annotations import Link, Place
from workshop.handouts.forms import draw_choice, draw_text_field
from workshop.handouts.furniture import finish
from workshop.handouts.handout import Handout, Section
from workshop.handouts.paper import Layout
from workshop.handouts.pdf import write_pdf
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag


def section(name: str, level: int = 1) -> Section:
    return Section(title=name, lead="Lead", above="", name=name, level=level)


def written(handout: Handout, path: Path) -> pikepdf.Pdf:
    """Write a handout, hold it against all rules, and open it."""
    finish(handout)
    with path.open("wb") as file:
        write_pdf(handout, file)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    report = validator.validate_pdf(str(path), profile="ua1")
    assert not report.failures
    return pikepdf.open(path)


@pytest.fixture
def handout() -> Handout:
    return Handout(view_of(), Options(), MADE, "A form")


def with_fields(handout: Handout) -> Handout:
    sheet = Sheet(handout, section("Worksheet"))
    document = handout.document
    draw_text_field(document, "activity_1", "Activity 1", (54, 300, 253, 24))
    draw_text_field(document, "notes", "Notes", (54, 340, 253, 80), many_lines=True)
    for n, value in enumerate(("process", "performance")):
        draw_choice(document, "bucket_1", "Bucket of activity 1", value, 54 + 90 * n, 470)
    sheet.y = 500
    return handout


def test_fields_have_names_labels_and_no_duty(handout: Handout, tmp_path: Path) -> None:
    with written(with_fields(handout), tmp_path / "form.pdf") as pdf:
        form = pdf.Root.AcroForm
        fields = {str(field.T): field for field in form.Fields}
        assert list(fields) == ["activity_1", "notes", "bucket_1"]
        assert str(fields["activity_1"].TU) == "Activity 1"
        assert "/Ff" not in fields["activity_1"]  # not required, one line
        assert int(fields["notes"].Ff) == 1 << 12
        assert int(fields["bucket_1"].Ff) == 1 << 15  # a choice that can be taken back
        states = [set(kid.AP.N.keys()) for kid in fields["bucket_1"].Kids]
        assert states == [{"/process", "/Off"}, {"/performance", "/Off"}]
        assert "/NeedAppearances" not in form


def test_a_field_has_an_embedded_font_with_the_letters_of_the_west(
    handout: Handout, tmp_path: Path
) -> None:
    with written(with_fields(handout), tmp_path / "form.pdf") as pdf:
        font = pdf.Root.AcroForm.DR.Font.Field
        assert str(font.BaseFont).endswith("SourceSans3-Regular")
        assert len(font.FontDescriptor.FontFile2.read_bytes()) > 10_000
        assert len(font.Widths) == 224
        assert all(int(width) > 0 for width in font.Widths)
    fonts = subprocess.run(
        ["pdffonts", tmp_path / "form.pdf"], check=True, capture_output=True, text=True
    ).stdout
    assert "Helvetica" not in fonts


def test_a_field_is_in_a_form_element_that_names_it(handout: Handout, tmp_path: Path) -> None:
    with written(with_fields(handout), tmp_path / "form.pdf") as pdf:
        root = pdf.Root.StructTreeRoot
        parents = list(root.ParentTree.Nums)
        keys = {int(parents[n]): parents[n + 1] for n in range(0, len(parents), 2)}
        annotations = list(pdf.pages[0].Annots)
        assert len(annotations) == 4
        for annotation in annotations:
            element = keys[int(annotation.StructParent)]
            assert element.S == "/Form"
            reference = element.K[0]
            assert reference.Type == "/OBJR"
            assert reference.Obj.objgen == annotation.objgen


def test_a_filled_form_is_shown_without_complaint(handout: Handout, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    with written(with_fields(handout), path) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields["activity_1"].V = "Sign letters"
        fields["bucket_1"].V = pikepdf.Name("/process")
        fields["bucket_1"].Kids[0].AS = pikepdf.Name("/process")
        pdf.save(tmp_path / "filled.pdf")
    shown = subprocess.run(
        ["pdftoppm", "-r", "30", "-png", tmp_path / "filled.pdf", tmp_path / "page"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert shown.stderr == ""


def test_a_link_leads_to_its_page_and_is_read_as_one(handout: Handout, tmp_path: Path) -> None:
    sheet = Sheet(handout, section("In this pack"))
    document = handout.document
    with (
        document.element(Tag.CONTENTS),
        document.element(Tag.CONTENTS_ITEM),
        document.element(Tag.LINK),
    ):
        document.draw(Text(54, 300, "Commitments", 11))
        link = Link(x=54, y=288, width=200, height=16, label="Commitments", target=Place(1, 40))
        document.annotate(link)
    sheet.y = 320
    Sheet(handout, section("Commitments"))
    with written(handout, tmp_path / "links.pdf") as pdf:
        (link_found,) = pdf.pages[0].Annots
        assert link_found.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert float(link_found.Dest[3]) == 792 - 40
        assert str(link_found.Contents) == "Commitments"


def test_bookmarks_are_nested_by_their_levels(handout: Handout, tmp_path: Path) -> None:
    for name, level in (("Cover", 1), ("Owners", 1), ("Ana שלום", 2), ("Ben", 2), ("Deal", 1)):
        Sheet(handout, section(name, level))
    with written(handout, tmp_path / "outline.pdf") as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Cover", "Owners", "Deal"]
        assert [item.title for item in outline.root[1].children] == ["Ana שלום", "Ben"]
        target = outline.root[1].children[1].destination[0]
        assert target.objgen == pdf.pages[3].obj.objgen
        assert pdf.Root.PageMode == "/UseOutlines"


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.LETTER, (1224, 792)), (Paper.A4, (1190.55, 841.89))]
)
def test_a_poster_is_twice_the_paper(paper: Paper, size: tuple[float, float]) -> None:
    handout = Handout(full_view(), Options(paper), MADE, "Poster")
    Sheet(handout, Section("Poster", "", "", "Poster", layout=Layout.POSTER))
    page = handout.document.pages[0]
    assert (page.width, page.height) == size
