import sys
from subprocess import run

import pytest
from PySide6.QtGui import QRawFont, QTextLayout

from workshop import typefaces
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import Activity
from workshop.ui import faces
from workshop.ui.audience.scenes.drawing import Style, Weight
from workshop.ui.audience.scenes.lettering import font, wrap

TEXTS = {
    "Noto Sans Thai": "ลงนามในแบบฟอร์มการทำงานล่วงเวลาทุกสัปดาห์",
    "Noto Sans Devanagari": "हर हफ्ते समय पत्रक पर हस्ताक्षर करना",
    "Noto Sans Arabic": "توقيع نماذج العمل الإضافي كل أسبوع",
    "Noto Sans Hebrew": "חתימה על טפסי שעות נוספות בכל שבוע",
    "Noto Sans SC": "每周签署加班申请表并提交给主管部门",
    "Noto Sans KR": "매주 초과 근무 신청서에 서명하기",
}


def families(text: str, weight: Weight = Weight.REGULAR) -> set[str]:
    layout = QTextLayout(text, font(4.8, weight))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def glyphs(text: str) -> list[int]:
    layout = QTextLayout(text, font(4.8, Weight.REGULAR))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]


@pytest.mark.parametrize(("family", "text"), TEXTS.items())
@pytest.mark.parametrize("weight", [Weight.REGULAR, Weight.BOLD])
def test_each_script_is_drawn_with_the_face_that_comes_along(family, text, weight):
    faces.load_faces([text])
    assert families(text.replace(" ", ""), weight) == {family}
    assert 0 not in glyphs(text)


@pytest.mark.parametrize("text", TEXTS.values())
def test_lines_of_each_script_fit_their_width_and_keep_the_text(text):
    faces.load_faces([text])
    pieces = wrap(text, 40, Style(4.8), lines=6)
    assert len(pieces) > 1
    assert all(piece.width <= 40 for piece in pieces)
    assert "".join(piece.text for piece in pieces).replace(" ", "") == text.replace(" ", "")


def test_a_face_is_ready_as_soon_as_a_text_is_kept(context):
    seen = []
    context.bridge.changed.connect(lambda _: seen.append(families(TEXTS["Noto Sans Thai"])))
    context.bridge.execute(AddRecords((Activity(id=0, text=TEXTS["Noto Sans Thai"]),)))
    assert seen == [{"Noto Sans Thai"}]
    assert context.faces.warning == ""


def test_characters_that_no_face_has_are_named_in_a_sentence(context):
    text = "Sign 𐎀 — naïve ₂ שלום 字 \u200d\ufe0f"
    context.bridge.execute(AddRecords((Activity(id=0, text=text),)))
    assert context.faces.warning.startswith("No typeface here has 𐎀: ")


def test_of_many_characters_the_first_are_named():
    missing = tuple(map(chr, range(0x10380, 0x10390)))
    assert faces.warning_of(missing).startswith(f"No typeface here has {' '.join(missing[:12])} …:")


def test_western_texts_read_no_list_of_characters():
    script = (
        "from workshop import typefaces\n"
        "typefaces.faces_for(['Sign — “naïve” Привет Ελλάδα 5 €'])\n"
        "print(typefaces.coverage.cache_info().currsize)\n"
    )
    done = run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_the_list_of_characters_is_that_of_the_files():
    coverage = typefaces.coverage()
    for text in TEXTS.values():
        for face in coverage.faces_of(text):
            for file in face.files:
                raw = QRawFont(str(file), 20)
                assert raw.isValid()
                assert raw.familyName() == face.family
                assert all(
                    raw.supportsCharacter(ord(each))
                    for each in text
                    if coverage.face_of(each) == face
                )
