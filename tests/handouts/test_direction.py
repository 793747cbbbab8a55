"""Which way text runs: as the Unicode bidirectional algorithm says, also line by line."""

import bidi
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop.handouts.direction import (
    closed,
    in_order_of_sight,
    levels,
    marked,
    runs_leftward,
    without_marks,
)

PARAGRAPHS = st.text("abאבعب٣12 -+.,:/()[]«»<>%$!\u05b8", max_size=24).map(
    lambda text: " ".join(text.split())
)


def seen(line: str) -> str:
    """Return the characters of a line from left to right, brackets not mirrored."""
    return without_marks("".join(line[n] for n in in_order_of_sight(levels(line))))


@given(PARAGRAPHS)
@example("חתום על DAIP (v2) היום")
@example("אב (b) ג")
@example("a (אב) c")
@example("אב ((a) ב] (1)")
def test_a_paragraph_runs_as_another_implementation_of_the_algorithm_says(text: str) -> None:
    direction = "R" if runs_leftward(text) else "L"
    assert seen(text) == bidi.get_display(text, base_dir=direction)


def broken(paragraph: str, lengths: list[int]) -> list[str]:
    """Return a paragraph in lines, broken at spaces after about so many characters."""
    lines: list[str] = []
    line = ""
    most = iter(lengths)
    for word in paragraph.split(" "):
        if line and len(line) + len(word) > next(most, 8):
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


@given(PARAGRAPHS, st.lists(st.integers(1, 12), max_size=6))
def test_lines_run_as_their_paragraph(paragraph: str, lengths: list[int]) -> None:
    lines = broken(paragraph, lengths)
    done = marked(paragraph, lines)
    assert [without_marks(line) for line in done] == lines
    whole = levels(paragraph)
    end = 0
    for line in done:
        start = paragraph.index(without_marks(line), end)
        end = start + len(without_marks(line))
        found = [
            level for each, level in zip(line, levels(line), strict=True) if without_marks(each)
        ]
        assert found == whole[start:end]
        assert closed(line) == line


@pytest.mark.parametrize(
    ("paragraph", "lines", "expected"),
    [
        (
            "השתמשו ב Safety First, Always Ready",
            ["השתמשו ב Safety First,", "Always Ready"],
            ["Safety First, ב ושמתשה", "Always Ready"],
        ),
        ("توقيع 3-5 نسخ 3-5", ["توقيع", "3-5 نسخ", "3-5"], ["عيقوت", "خسن 5-3", "5-3"]),
    ],
)
def test_what_ends_or_begins_a_line_stays_with_what_is_beside_it(paragraph, lines, expected):
    assert [seen(line) for line in marked(paragraph, lines)] == expected


def test_text_from_left_to_right_has_no_marks():
    assert marked("Sign 3-5 forms", ["Sign", "3-5 forms"]) == ["Sign", "3-5 forms"]


def test_a_cut_line_is_closed_behind_what_is_left_of_it():
    (line,) = marked("אב (Form B) ג", ["אב (Form B) ג"])
    cut = line[: line.index(" B")]
    assert seen(closed(cut) + "…") == "…Form( בא"


def test_letters_newer_than_this_unicode_are_shown():
    assert seen("Sign \U00011b00 אב") == "Sign \U00011b00 בא"
