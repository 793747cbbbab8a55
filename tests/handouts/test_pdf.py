"""The file itself: whole, sound, readable by others, the same again, and never half written."""

import datetime as dt
import errno
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.handouts.views import MADE, activity, commitment, full_view, process, view_of
from workshop.domain.errors import GatherError
from workshop.domain.public import PublicView
from workshop.files import FileError, WouldOverwriteError
from workshop.handouts import HANDOUTS, Options, Paper, Report, render


def made(view: PublicView, what: str, path: Path, paper: Paper = Paper.LETTER) -> Report:
    return render(view, what, path, made=MADE, options=Options(paper))


def output_of(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plain_text(path: Path) -> str:
    return " ".join(output_of("pdftotext", path, "-").split())


def test_pdftotext_finds_every_promise(tmp_path: Path) -> None:
    made(full_view(), "commitments", tmp_path / "out.pdf")
    text = plain_text(tmp_path / "out.pdf")
    for number in range(1, 13):
        assert f"Keep promise number {number} " in text
        assert f"Measure {number} " in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("what", HANDOUTS)
def test_the_file_is_sound_and_of_the_right_size(what: str, paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    report = made(full_view(marking="CUI"), what, path, paper)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == report.pages
        width, height = (float(n) for n in pdf.pages[0].mediabox[2:])
    expected = (612, 792) if paper is Paper.LETTER else (595.28, 841.89)
    if what == "inventory":
        expected = expected[::-1]
    if what == "poster":
        expected = (1224, 792) if paper is Paper.LETTER else (1190.55, 841.89)
    assert (width, height) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("what", HANDOUTS)
def test_every_font_is_embedded_and_ours(what: str, tmp_path: Path) -> None:
    made(full_view(), what, tmp_path / "out.pdf")
    fonts = output_of("pdffonts", tmp_path / "out.pdf").splitlines()[2:]
    assert fonts
    for font in fonts:
        assert "SourceSans3" in font
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, a subset, with Unicode


@pytest.mark.parametrize("what", HANDOUTS)
def test_the_same_session_gives_the_same_bytes(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(full_view(), what, tmp_path / "first.pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    made(full_view(), what, tmp_path / "second.pdf")
    first, second = ((tmp_path / name).read_bytes() for name in ("first.pdf", "second.pdf"))
    assert first == second


def test_the_properties_say_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    zone = dt.timezone(dt.timedelta(hours=-7))
    time = dt.datetime(2026, 11, 17, 16, 40, tzinfo=zone)
    view = full_view(agency="Permits & <Works>")
    render(view, "inventory", path, made=time)
    with pikepdf.open(path) as pdf:
        assert pdf.docinfo.Title == "Process inventory · Leaders' workshop"
        assert pdf.docinfo.Author == "Permits & <Works>"
        assert pdf.docinfo.CreationDate == "D:20261117164000-07'00'"
        assert pdf.Root.Lang == "en-US"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Process inventory · Leaders' workshop"
            assert metadata["dc:creator"] == ["Permits & <Works>"]
            assert metadata["xmp:CreateDate"] == "2026-11-17T16:40:00-07:00"


def test_a_time_in_a_zone_of_half_an_hour_is_told_in_utc(tmp_path: Path) -> None:
    zone = dt.timezone(-dt.timedelta(hours=3, minutes=30))
    time = dt.datetime(2026, 11, 17, 16, 40, tzinfo=zone)
    render(view_of(), "buckets", tmp_path / "out.pdf", made=time)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert pdf.docinfo.CreationDate == "D:20261117201000+00'00'"


@pytest.mark.parametrize("what", HANDOUTS)
def test_the_structure_is_read_as_it_is_printed(what: str, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    made(full_view(), what, path)
    read = output_of("pdfinfo", "-struct-text", path)
    said = " ".join(line.strip().strip('"') for line in read.splitlines())
    for words in ("H1 (block)", "P (block)"):
        assert words in read
    tables = {"commitments": "We will", "inventory": "Triage", "buckets": "Goes to"}
    if what in tables:
        assert f"TH: /Scope /Column {tables[what]}" in " ".join(said.split())
    assert "Page 1 of" not in said  # the footer is furniture


def test_all_that_is_painted_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    made(full_view(), "commitments", path)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(pdf.pages):
            assert page.StructParents == parents[2 * number] == number
            depth = marked = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in {"BMC", "BDC"}:
                    depth += 1
                    marked += str(operator) == "BDC"
                    assert not operands or str(operands[0]) != "/Document"
                elif str(operator) == "EMC":
                    depth -= 1
                elif str(operator) in {"Tj", "S", "f", "B"}:
                    assert depth == 1
            assert depth == 0
            assert marked == len(parents[2 * number + 1])


def test_a_character_that_the_typeface_lacks_is_reported_and_visible(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    view = view_of(commitment(1, text="Ask ⴰⵣⵓⵍ 👩\u200d👩 e\u0301"))
    report = made(view, "commitments", path)
    assert report == Report(1, tuple(sorted("ⴰⵣⵓⵍ👩")))
    assert "Ask □□□□ □□ é" in plain_text(path)


def test_markup_in_a_text_is_only_text(tmp_path: Path) -> None:
    hostile = "<b>bold <img src='/etc/hostname'> & ]]> <para> (a) \\) \\n %"
    view = view_of(
        commitment(1, text=hostile, owner=hostile),
        process(1, name=hostile),
        activity(1, text=hostile),
        title=hostile,
        agency=hostile,
    )
    for what in HANDOUTS:
        path = tmp_path / f"{what}.pdf"
        made(view, what, path)
        subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
        assert "<img src='/etc/hostname'> & ]]> <para> (a) \\) \\n %" in plain_text(path)


def test_what_is_there_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"kept")
    with pytest.raises(WouldOverwriteError, match="is there already"):
        made(view_of(), "commitments", path)
    assert path.read_bytes() == b"kept"
    render(view_of(), "commitments", path, made=MADE, replace=True)
    assert path.read_bytes().startswith(b"%PDF-1.7")


def test_a_missing_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no folder for"):
        made(view_of(), "owners", tmp_path / "missing" / "out.pdf")


@pytest.mark.parametrize("failing", ["fsync", "write"])
def test_a_full_disk_leaves_no_half_file(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr("workshop.handouts.pdf.write_pdf", full)
    with pytest.raises(GatherError, match="The disk is full") as failure:
        made(view_of(), "commitments", tmp_path / "out.pdf")
    assert "Errno" not in str(failure.value)
    assert list(tmp_path.glob("*.p*")) == []


def test_the_names_of_handouts_are_known_without_the_drawing_library() -> None:
    code = (
        "import sys; from workshop.handouts import HANDOUTS, Options, Paper, Report;"
        "assert 'reportlab' not in sys.modules; assert 'fontTools' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unknown_handout_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        made(view_of(), "nonsense", tmp_path / "out.pdf")
