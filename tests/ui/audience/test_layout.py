"""What the back row can read, measured: size, room, overlap and contrast of every line."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from tests.sessions import add, blank_session, run
from tests.ui.audience.rooms import SESSIONS, asked_too, look, picture_of, session
from tests.ui.test_theme import contrast
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import CommitmentKind, CommitmentStatus, Triage
from workshop.domain.records import Commitment, SessionFacts
from workshop.domain.stage import Scene
from workshop.ui.audience.scenes import compose
from workshop.ui.audience.scenes.drawing import Box, Disc, Drawing, Hatch, TextLine, Type
from workshop.ui.theme import ThemeName, theme

# Lines of text are as high as their line height; letters of a title may reach a little beyond.
TOLERANCE = 0.02
MARKING = "CUI // SP-PRVCY"
SIZES = {
    "1024x768": QSize(1024, 768),
    "1280x800": QSize(1280, 800),
    "1920x1080": QSize(1920, 1080),
    "3840x2160": QSize(3840, 2160),
}
SCALES = (100, 115, 130)
# What is measured in every run, unless `--every-wall` asks for all: size, scale, marking.
SUBSET = {
    ("1920x1080", 100, ""),
    ("1024x768", 130, ""),
    ("1280x800", 115, MARKING),
    ("1024x768", 100, MARKING),
}
# The newest cards take a line each in these, and cards of the board three lines at most.
CUT_BY_DESIGN = {Scene.GATHER, Scene.CARD, Scene.BOARD}
# Text of the first rank stands out 12:1; all other text, and the words of badges, 7:1.
SMALLEST = (SIZES["1024x768"], 130, MARKING)
FIRST_RANK = {"text", "surface", "on primary"}
BADGES = {f"{triage} tint" for triage in Triage} | {"overtime tint"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give `wall` to the tests that ask for it."""
    if "wall" in metafunc.fixturenames:
        every = [(n, scale, m) for n in SIZES for scale in SCALES for m in ("", MARKING)]
        shown = every if metafunc.config.getoption("--every-wall") else sorted(SUBSET)
        walls = [(SIZES[name], scale, marking) for name, scale, marking in shown]
        metafunc.parametrize("wall", walls, ids=[f"{n} {s} {m}".strip() for n, s, m in shown])


def drawings(
    name: str, scene: Scene, wall: tuple[QSize, int, str]
) -> Iterator[tuple[str, Drawing]]:
    """Yield a scene with each question asked, with a timer and without, and on its later pages."""
    size, scale, marking = wall
    state = run(session(name), EditRecord(SessionFacts, 1, {"marking": marking}))
    for asked, field in asked_too(scene):
        for page, timer in ((1, ""), (1, "+10:42"), (3, "12:40")):
            given = {"page": page, "timer": timer, "hold_until": "10:45"}
            given |= {"asked": asked, "asked_field": field}
            drawing = compose(picture_of(state, scene, **given), look(scale=scale), size)
            yield f"{scene} {asked} {field} page {page} {timer}", drawing


def rect_of(item: TextLine | Box) -> QRectF:
    return QRectF(item.x, item.y, item.width, item.height)


def assert_on_the_wall(drawing: Drawing, what: str) -> None:
    for line in drawing.lines:
        assert line.x >= 0, (what, line)
        assert line.x + line.width <= drawing.width + TOLERANCE, (what, line)
        assert line.y >= 0, (what, line)
        assert line.y + line.height <= drawing.height + TOLERANCE, (what, line)
        is_chrome = line.style.size == Type.FINE and line.y > drawing.height * 0.85
        assert line.style.size >= Type.FLOOR or is_chrome, (what, line)


def assert_apart(drawing: Drawing, what: str) -> None:
    inset = (TOLERANCE, TOLERANCE, -TOLERANCE, -TOLERANCE)
    rects = [(rect_of(line).adjusted(*inset), line) for line in drawing.lines]
    for (rect, line), (other, other_line) in combinations(rects, 2):
        assert not rect.intersects(other), (what, line, other_line)


def assert_inside_their_boxes(drawing: Drawing, what: str) -> None:
    """A line that begins in a panel ends in it, and stands in its height."""
    for line in drawing.lines:
        rect = rect_of(line)
        for box in panels(drawing):
            panel = rect_of(box).adjusted(-TOLERANCE, -TOLERANCE, TOLERANCE, TOLERANCE)
            if panel.contains(rect.center()):
                assert panel.contains(rect), (what, line, box)


def panels(drawing: Drawing) -> list[Box]:
    """The boxes that hold text: neither rules nor marks."""
    return [
        item
        for item in drawing.items
        if isinstance(item, Box) and item.height > 5 and item.width > 18
    ]


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("name", SESSIONS)
def test_every_line_is_large_enough_inside_its_panel_and_apart(name, scene, wall):
    for what, drawing in drawings(name, scene, wall):
        assert_on_the_wall(drawing, what)
        assert_apart(drawing, what)
        assert_inside_their_boxes(drawing, what)
        assert wall[2] in drawing.text


@pytest.mark.parametrize("counts", [(1_200, 2, 1, 1), (12, 2, 1, 25), (1, 1, 1, 1_200)], ids=str)
def test_what_became_of_a_great_many_promises_is_told_apart(counts, wall):
    size, scale, _ = wall
    found = ("kept", "late", "broken", "open")
    became = [
        status
        for word, count in zip(found, counts, strict=True)
        for status in [CommitmentStatus(word)] * count
    ]
    state = add(
        blank_session(),
        *(
            Commitment(
                id=-n, text="Post it", kind=CommitmentKind.FIX_NOW, status=status, carried=True
            )
            for n, status in enumerate(became, start=1)
        ),
    )
    drawing = compose(picture_of(state, Scene.WELCOME), look(scale=scale), size)
    assert_on_the_wall(drawing, "kept")
    assert_apart(drawing, "kept")
    assert_inside_their_boxes(drawing, "kept")
    assert f"{counts[0]:,} of" in drawing.text


@pytest.mark.parametrize("scene", sorted(set(Scene) - CUT_BY_DESIGN))
def test_no_word_of_a_usual_session_is_cut(scene, wall):
    if wall == SMALLEST:
        pytest.skip("so small a wall may end a line with an ellipsis")
    for what, drawing in drawings("reference", scene, wall):
        for line in drawing.lines:
            is_chrome = line.style.size == Type.FINE
            assert is_chrome or not line.text.endswith("…"), (what, line)


def ground_of(drawing: Drawing, line: TextLine) -> str:
    """Return the color on which a line stands."""
    found = drawing.background
    middle = rect_of(line).center()
    for each in drawing.items:
        if each is line:
            return found
        item = each.box if isinstance(each, Hatch) else each
        if isinstance(item, Box) and item.fill and rect_of(item).contains(middle):
            found = item.fill
        if isinstance(item, Disc) and item.fill and reaches(item, middle):
            found = item.fill
    raise AssertionError(line)


def reaches(disc: Disc, point: QPointF) -> bool:
    away = QPointF(disc.x, disc.y) - point
    return away.x() ** 2 + away.y() ** 2 <= disc.radius**2


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("name", ["usual", "reference", "empty"])
def test_every_line_stands_out_from_what_it_is_written_on(name, scene):
    wall = (SIZES["1920x1080"], 100, MARKING)
    pairs = {
        (line.style.color, ground_of(drawing, line))
        for _, drawing in drawings(name, scene, wall)
        for line in drawing.lines
    }
    assert pairs
    for color, ground in pairs:
        least = 12 if color in FIRST_RANK and ground not in BADGES else 7
        for name_ in ThemeName:
            ratio = contrast(theme(name_), color, ground)
            assert ratio >= least, (scene, name_, color, ground, round(ratio, 2))
