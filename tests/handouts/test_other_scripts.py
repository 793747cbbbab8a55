"""Chinese, Japanese and Korean on paper; an empty square, named, for what has no letters here."""

from pathlib import Path

import pytest

from tests.handouts.test_pdf import made, output_of
from tests.handouts.test_rules_of_pdf import failed_rules
from tests.handouts.views import MADE, commitment, process, view_of
from workshop.charts.shapes import Weight
from workshop.domain.public import PublicView
from workshop.handouts import HANDOUTS, Options, render
from workshop.handouts.fonts import PLACEHOLDER, Fonts
from workshop.handouts.wrap import Style, Wrapper

CHINESE = "每周签署加班申请表并提交给主管部门"
JAPANESE = "毎週、残業届に署名する。"
KOREAN = "매주 초과 근무 신청서에 서명하기"


def asian_view() -> PublicView:
    return view_of(
        commitment(1, text=f"Sign {CHINESE} (B-12)", owner=JAPANESE, measure=KOREAN),
        process(1, name=CHINESE * 30, fix=KOREAN * 30),
        title=CHINESE,
        agency=KOREAN,
        marking=JAPANESE,
    )


def test_pdftotext_finds_the_texts(tmp_path: Path) -> None:
    report = made(asian_view(), "commitments", tmp_path / "out.pdf")
    text = "".join(output_of("pdftotext", tmp_path / "out.pdf", "-").split())
    for expected in (f"Sign{CHINESE}(B-12)", JAPANESE, KOREAN.replace(" ", "")):
        assert expected in text
    assert report.missing == ()


@pytest.mark.parametrize("what", HANDOUTS)
def test_no_rule_fails_and_every_face_is_an_embedded_subset(what: str, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    made(asian_view(), what, path)
    assert failed_rules(path, "ua1") == []
    for font in output_of("pdffonts", path).splitlines()[2:]:
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]
    assert path.stat().st_size < 1_000_000


def test_records_take_them_too_and_the_bytes_are_the_same_again(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, second):
        render(asian_view(), "inventory", path, made=MADE, options=Options(pdfa=True))
    assert failed_rules(first, "pdf-a-2a") == []
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("text", [CHINESE * 4, f"Sign {CHINESE} and {JAPANESE * 3}", KOREAN * 3])
@pytest.mark.parametrize("weight", list(Weight))
def test_lines_fit_and_keep_the_text(text: str, weight: Weight) -> None:
    style = Style(11, 15, weight)
    wrapper = Wrapper(Fonts())
    lines = wrapper.wrap(text, style, 120).lines
    assert len(lines) > 2
    assert all(wrapper.width(line, style) <= 120.01 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_no_face_prints_is_a_square_and_is_named() -> None:
    fonts = Fonts()
    assert fonts.showable("字 שב 𐎀") == f"字 {PLACEHOLDER * 2} {PLACEHOLDER}"
    assert fonts.missing == ("ב", "ש", "𐎀")
