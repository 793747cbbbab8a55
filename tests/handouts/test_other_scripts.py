"""Other scripts on paper; an empty square, named, for what no typeface here has."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from tests.handouts.test_pdf import made, output_of
from tests.handouts.test_rules_of_pdf import failed_rules
from tests.handouts.views import MADE, activity, commitment, process, view_of
from workshop.charts.shapes import Weight
from workshop.domain.public import PublicView
from workshop.handouts import HANDOUTS, Options, render
from workshop.handouts.direction import without_marks
from workshop.handouts.fonts import PLACEHOLDER, Fonts
from workshop.handouts.wrap import Style, Wrapper

CHINESE = "每周签署加班申请表并提交给主管部门"
JAPANESE = "毎週、残業届に署名する。"
KOREAN = "매주 초과 근무 신청서에 서명하기"
ARABIC = "توقيع طلبات العمل الإضافي كل أسبوع (B-12) وإرسالها إلى المشرف، 3 نسخ."
HEBREW = "לחתום על טפסי שעות נוספות כל שבוע (B-12) ולשלוח למנהל, 3 עותקים."
PERSIAN = "می\u200cخواهیم فرم\u200cها را امضا کنیم"  # noqa: RUF001  # Persian, not Latin
POINTED = "שָׁלוֹם לְכֻלָּם"
THAI = "ลงนามในแบบฟอร์มล่วงเวลาทุกสัปดาห์ ทำน้ำ"
HINDI = "हर हफ्ते ओवरटाइम फॉर्म पर हस्ताक्षर करना किताब"
MIXED = "Sign the לחתום על form (B-12) שלום, today."
SHAPED = (ARABIC, HEBREW, PERSIAN, POINTED, THAI, HINDI, MIXED)


def asian_view() -> PublicView:
    return view_of(
        commitment(1, text=f"Sign {CHINESE} (B-12)", owner=JAPANESE, measure=KOREAN),
        process(1, name=CHINESE * 30, fix=KOREAN * 30),
        title=CHINESE,
        agency=KOREAN,
        marking=JAPANESE,
    )


def shaped_view() -> PublicView:
    return view_of(
        *(
            commitment(n, text=text, owner=text, measure=f"{text} {text}")
            for n, text in enumerate(SHAPED, 1)
        ),
        *(process(n, name=f"{n} {text}", fix=f"{text} " * 9) for n, text in enumerate(SHAPED, 1)),
        *(activity(n, text=text) for n, text in enumerate(SHAPED, 1)),
        title=HEBREW,
        agency=ARABIC,
        marking="סודי",
    )


def test_pdftotext_finds_the_texts(tmp_path: Path) -> None:
    report = made(asian_view(), "commitments", tmp_path / "out.pdf")
    text = "".join(output_of("pdftotext", tmp_path / "out.pdf", "-").split())
    for expected in (f"Sign{CHINESE}(B-12)", JAPANESE, KOREAN.replace(" ", "")):
        assert expected in text
    assert report.missing == ()


def letters_only(text: str) -> str:
    """Return text without spaces, and without what only says which way it runs."""
    return re.sub("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


@pytest.mark.parametrize("text", [ARABIC, HEBREW, THAI, HINDI, MIXED])
def test_each_word_of_a_shaped_line_can_be_searched_for(text: str, tmp_path: Path) -> None:
    report = made(view_of(commitment(1, text=text)), "commitments", tmp_path / "out.pdf")
    found = letters_only(output_of("pdftotext", tmp_path / "out.pdf", "-"))
    for word in re.findall(r"\w[\w\u0900-\u097f\u0e00-\u0e7f]*", text):
        assert word in found
    assert report.missing == ()


def test_a_screen_reader_is_given_shaped_lines_as_they_were_typed(tmp_path: Path) -> None:
    made(shaped_view(), "commitments", tmp_path / "out.pdf")
    read = letters_only(output_of("pdfinfo", "-struct-text", tmp_path / "out.pdf"))
    for text in SHAPED:
        assert letters_only(unicodedata.normalize("NFC", text)) in read


@pytest.mark.parametrize("view", [asian_view(), shaped_view()], ids=["asian", "shaped"])
@pytest.mark.parametrize("what", HANDOUTS)
def test_no_rule_fails_and_every_face_is_an_embedded_subset(
    what: str, view: PublicView, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    made(view, what, path)
    assert failed_rules(path, "ua1") == []
    for font in output_of("pdffonts", path).splitlines()[2:]:
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]
    assert path.stat().st_size < 1_000_000


@pytest.mark.parametrize("view", [asian_view(), shaped_view()], ids=["asian", "shaped"])
def test_records_take_them_too_and_the_bytes_are_the_same_again(
    view: PublicView, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, second):
        render(view, "inventory", path, made=MADE, options=Options(pdfa=True))
    assert failed_rules(first, "pdf-a-2a") == []
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        CHINESE * 4,
        f"Sign {CHINESE} and {JAPANESE * 3}",
        KOREAN * 3,
        *(f"{text} {text} {text}" for text in SHAPED),
        *("".join(text.split()) * 3 for text in SHAPED),
    ],
)
@pytest.mark.parametrize("weight", list(Weight))
def test_lines_fit_and_keep_the_text(text: str, weight: Weight) -> None:
    style = Style(11, 15, weight)
    wrapper = Wrapper(Fonts())
    lines = wrapper.wrap(text, style, 120).lines
    assert len(lines) > 1
    assert all(wrapper.width(line, style) <= 120.01 for line in lines)
    assert letters_only("".join(lines)) == letters_only(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("width", range(60, 160, 7))
def test_no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens(width: int) -> None:
    wrapper, style = Wrapper(Fonts()), Style(11, 15)
    text = "（每周）签署加班申请表，并提交。「主管部门」、然后等待！再次：确认；" * 3  # noqa: RUF001
    lines = wrapper.wrap(text, style, width).lines
    assert "".join(lines) == text
    for before, after in pairwise(lines):
        assert after[0] not in "，。、！：；）」"  # noqa: RUF001
        assert before[-1] not in "（「"  # noqa: RUF001


def test_marks_alone_are_cut_wherever_the_line_ends() -> None:
    lines = Wrapper(Fonts()).wrap("。" * 90, Style(11, 15), 120).lines
    assert "".join(lines) == "。" * 90
    assert len({len(line) for line in lines[:-1]}) == 1


@pytest.mark.parametrize("width", range(30, 90, 2))
def test_pieces_of_one_word_have_no_space_between_them(width: int) -> None:
    text = "אישור （附件」。。」」每周签署加班申请表并提交给主管部门"  # noqa: RUF001
    wrapper = Wrapper(Fonts())
    lines = wrapper.wrap(text, Style(10, 14), width).lines
    said = [without_marks(line) for line in lines]
    assert text in {"".join(said), " ".join((said[0], "".join(said[1:])))}
    assert all(wrapper.width(line, Style(10, 14)) <= width + 0.01 for line in lines)


def test_a_paragraph_that_runs_from_right_to_left_ends_each_line_at_the_right() -> None:
    style = Style(11, 15)
    wrapper = Wrapper(Fonts())
    for line in wrapper.wrap(f"{HEBREW} {HEBREW}", style, 120).lines:
        assert wrapper.indent(line, style, 120) + wrapper.width(line, style) == pytest.approx(120)
    for line in wrapper.wrap(f"{MIXED} {MIXED}", style, 120).lines:
        assert wrapper.indent(line, style, 120) == 0


def in_order_of_sight(line: str) -> str:
    """Return what stands for a line of its own from left to right."""
    fonts = Fonts()
    return in_order_of_sight_of(fonts, fonts.showable(line))


def in_order_of_sight_of(fonts: Fonts, line: str) -> str:
    clusters = fonts.clusters(line, Weight.REGULAR)
    placed = [(each.x, cluster.text) for cluster in clusters for each in cluster.characters]
    return "".join(text for _, text in sorted(placed)).strip()


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("אבג 12 דה.", ".הד 12 גבא"),
        ("Sign אבג דה now", "Sign הד גבא now"),
        ("אבג (B-12) דה", "הד )B-12( גבא"),
        ("Form 7 אבג 12", "Form 7 12 גבא"),
        ("אבג Form 7", "Form 7 גבא"),
        ("אב ١٢ גד", "דג ١٢ בא"),
    ],
)
def test_a_mixed_line_is_ordered_as_its_readers_expect(line: str, seen: str) -> None:
    """The orders are those of UAX #9, worked out by hand."""
    assert in_order_of_sight(line) == seen


def test_brackets_open_the_other_way_where_text_runs_leftward() -> None:
    fonts = Fonts()
    clusters = fonts.clusters(fonts.showable("(א)"), Weight.REGULAR)
    glyphs = clusters[0].font.face.charToGlyph
    drawn = [glyphs.get(ord(cluster.characters[0].character)) for cluster in clusters]
    assert (drawn[0], drawn[2]) == (glyphs[ord(")")], glyphs[ord("(")])


def test_letters_that_join_look_different_inside_a_word() -> None:
    fonts = Fonts()
    alone, inside = (
        fonts.clusters(fonts.showable(word), Weight.REGULAR)[0].characters[0].character
        for word in ("ع", "عع")
    )
    assert alone != inside


def test_joiners_and_marks_of_others_vanish_from_a_text_that_needs_no_shaping() -> None:
    assert Fonts().showable("co\u200cop\u200derate\u200f\u00ad") == "cooperate"


def test_what_no_face_prints_is_a_square_and_is_named() -> None:
    fonts = Fonts()
    assert fonts.showable("字 ⴰⵣ 𐎀") == f"字 {PLACEHOLDER * 2} {PLACEHOLDER}"
    assert fonts.missing == ("ⴰ", "ⵣ", "𐎀")


@pytest.mark.parametrize("sign", ["\N{LOCK}", "\N{ROBOT FACE}", "\N{COPYLEFT SYMBOL}"])
def test_a_sign_beyond_the_first_plane_is_printed_and_read_out(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    report = made(view_of(commitment(1, text="Lock up"), title=f"Keys {sign}"), "commitments", path)
    assert report.missing == ()
    assert f"Keys {sign}" in output_of("pdftotext", path, "-")
    assert failed_rules(path, "ua1") == []


@pytest.mark.parametrize(
    "text",
    [
        "שלום 3\N{DIVISION SLASH}4",  # no font has what it is from right to left
        "Sign \U00010efd it",
        "Sign \U00011b00 שלום",
        "ب" + "\u064e" * 1200 + "ب",
    ],
)
def test_rare_characters_are_printed_too(text: str, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    made(view_of(commitment(1, text=text)), "commitments", path)
    assert failed_rules(path, "ua1") == []


def test_brackets_enclose_what_they_enclosed_where_directions_meet() -> None:
    assert in_order_of_sight("חתום על DAIP (v2) היום") == "םויה DAIP (v2) לע םותח"


def test_a_comma_at_the_end_of_a_line_stays_with_the_word_before_it() -> None:
    wrapper = Wrapper(Fonts())
    lines = wrapper.wrap(
        "השתמשו ב Safety First, Always Ready, Never Late", Style(10, 13), 112
    ).lines
    assert [in_order_of_sight_of(wrapper.fonts, line) for line in lines] == [
        "Safety First, ב ושמתשה",
        "Always Ready, Never Late",
    ]
