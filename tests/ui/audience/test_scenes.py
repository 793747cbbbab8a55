"""What the room can read: sizes, overlaps, pages, words."""

import pytest
from PySide6.QtCore import QSize

from tests.sessions import PRIVATE_MARK, blank_session, full_session, run, with_cards
from tests.ui.audience.rooms import (
    SESSIONS,
    UNBROKEN,
    WALLS,
    arabic,
    asked_too,
    crowd,
    look,
    painted,
    picture_of,
    plain,
    session,
)
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import Bucket, YesNoUnsure
from workshop.domain.records import Process, SessionFacts
from workshop.domain.stage import Scene
from workshop.ui.audience.scenes import compose
from workshop.ui.audience.scenes.drawing import Box, Drawing, Hatch, Icon, Type
from workshop.ui.audience.scenes.lettering import is_rtl
from workshop.ui.theme import ThemeName

WALL = QSize(1920, 1080)


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("name", SESSIONS)
def test_every_scene_can_be_painted_in_both_themes(name, scene):
    state = session(name)
    light = painted(picture_of(state, scene, timer="1:00"), QSize(960, 540))
    dark = painted(picture_of(state, scene, timer="1:00"), QSize(960, 540), look(ThemeName.DARK))
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 40


@pytest.mark.parametrize("scene", Scene)
def test_nothing_private_is_in_any_scene(scene):
    state = full_session()
    assert PRIVATE_MARK in repr(state)
    for asked in asked_too(scene):
        drawing = compose(picture_of(state, scene, asked=asked), look(), WALL)
        assert PRIVATE_MARK not in drawing.text
        assert not any(PRIVATE_MARK in line.text for line in drawing.lines)


@pytest.mark.parametrize("scene", Scene)
def test_a_small_wall_breaks_its_lines_where_a_large_one_does(scene):
    picture = picture_of(crowd(60, plain), scene, timer="9:00")
    assert compose(picture, look(), QSize(320, 180)) == compose(picture, look(), QSize(3840, 2160))


def test_a_blank_wall_shows_and_says_nothing_not_even_its_marking():
    state = run(full_session(), EditRecord(SessionFacts, 1, {"marking": "CUI"}))
    picture = picture_of(state, Scene.BOARD, blank=True, timer="1:00")
    drawing = compose(picture, look(), WALL)
    assert (drawing.items, drawing.text) == ((), "")
    image = painted(picture, QSize(64, 36))
    colors = {image.pixel(x, y) for x in range(64) for y in range(36)}
    assert len(colors) == 1
    assert image.pixelColor(0, 0).lightness() < 40


def test_one_card_is_read_with_both_buckets_and_how_many_are_sorted():
    drawing = compose(picture_of(full_session(), Scene.CARD), look(), WALL)
    said = drawing.text.splitlines()
    assert said[:2] == ["Process or performance?", "Answer the phone"]
    assert said[2:4] == ["Process", "3"]
    assert "Performance" in said
    assert said[-2:] == ["5 of 7 sorted", "2 to go"]


def test_a_bucket_is_never_told_by_color_alone():
    drawing = compose(picture_of(full_session(), Scene.CARD), look(), WALL)
    icons = {item.name for item in drawing.items if isinstance(item, Icon)}
    assert {"refresh-cw", "target"} <= icons
    assert any(isinstance(item, Hatch) for item in drawing.items)


def test_a_long_card_takes_more_lines_and_then_an_ellipsis():
    short = compose(picture_of(with_cards("Sign forms"), Scene.CARD), look(), WALL)
    long = compose(picture_of(with_cards(UNBROKEN), Scene.CARD), look(), WALL)
    assert len(hero(short)) == 1
    assert len(hero(long)) >= 3
    assert hero(long)[-1].endswith("…")


def hero(drawing: Drawing) -> list[str]:
    return [line.text for line in drawing.lines if line.style.size == Type.HERO]


def test_a_text_from_right_to_left_ends_at_the_right_of_its_card():
    drawing = compose(picture_of(crowd(3, arabic), Scene.BOARD), look(), WALL)
    lines = [line for line in drawing.lines if is_rtl(line.text)]
    assert lines
    assert all(line.rtl for line in lines)
    first, second = lines[:2]
    assert first.x + first.width == pytest.approx(second.x + second.width, abs=0.01)


@pytest.mark.parametrize("size", WALLS, ids=["16:9", "4:3"])
def test_the_pages_of_a_board_show_every_card_once_in_one_size_of_type(size):
    state = crowd(90, plain)
    pages = compose(picture_of(state, Scene.BOARD), look(), size).pages
    seen = []
    for page in range(1, pages + 1):
        drawing = compose(picture_of(state, Scene.BOARD, page=page), look(), size)
        cards = [line for line in drawing.text.splitlines() if line.startswith("Sign form")]
        seen += [card for card in cards if card not in seen]
        sizes = {line.style.size for line in drawing.lines if "Sign form" in line.text}
        assert len(sizes) == 1
        assert min(sizes) >= Type.FLOOR
    assert sorted(seen) == sorted(plain(n) for n in range(1, 91) if n % 3)


def test_cards_of_the_board_are_at_least_ten_and_a_half_em_wide():
    for size in WALLS:
        drawing = compose(picture_of(crowd(60, plain), Scene.BOARD), look(), size)
        boxes = [item for item in drawing.items if isinstance(item, Box)]
        cards = [box for box in boxes if box.fill == "process tint"]
        text = next(line for line in drawing.lines if "Sign form" in line.text)
        assert cards
        assert min(card.width for card in cards) >= 10.5 * text.style.size


@pytest.mark.parametrize("scene", [Scene.BOARD, Scene.COMMITMENTS])
def test_a_page_past_the_end_is_the_last_one(scene):
    state = crowd(60, plain)
    last = compose(picture_of(state, scene, page=999), look(), WALL)
    assert last.page == last.pages > 1
    assert f"Page {last.pages} of {last.pages}" in last.text


def test_many_cards_are_paged_without_laying_all_of_them_out():
    state = crowd(3000, plain)
    first = compose(picture_of(state, Scene.BOARD), look(), WALL)
    assert "Page 1 of about" in first.text
    assert 250 < first.pages < 400


def test_the_picture_draws_a_mark_for_each_card_and_the_share_of_the_week():
    drawing = compose(picture_of(crowd(60, plain), Scene.PICTURE), look(), WALL)
    marks = [item for item in drawing.items if isinstance(item, Icon)]
    assert [icon.name for icon in marks].count("refresh-cw") == 20
    assert [icon.name for icon in marks].count("target") == 20
    assert "20 of 40" in drawing.text
    assert "% of our week" in drawing.text
    assert "20 not sorted yet" in drawing.text


def test_ten_thousand_cards_become_bars():
    drawing = compose(picture_of(crowd(10_000, plain), Scene.PICTURE), look(), WALL)
    assert len(drawing.items) < 40
    assert "Process 3,334" in drawing.text


def test_the_first_question_goes_on_to_the_quick_fix_when_it_is_a_problem():
    state = crowd(3, plain)
    process_id = state.ranking.ids("inventory")[0]

    def asked(problem):
        changed = run(state, EditRecord(Process, process_id, {"problem": problem}))
        return compose(picture_of(changed, Scene.PROCESS, asked=1), look(), WALL).text

    assert "Is this a problem here?" in asked(None)
    assert "Is it a quick fix?" not in asked(None)
    assert "Is it a quick fix?" in asked(YesNoUnsure.YES)
    assert "No\npicked" in asked(YesNoUnsure.NO)


def test_an_owner_that_the_room_does_not_have_is_said_so():
    state = full_session()
    drawing = compose(picture_of(state, Scene.PROCESS), look(), WALL)
    assert "Nobody named" in drawing.text


def test_what_is_decided_stands_under_the_answers():
    state = full_session()
    text = compose(picture_of(state, Scene.PROCESS), look(), WALL).text
    assert "Decided\nLive with it" in text


def test_commitments_come_soonest_first_and_without_a_date_last():
    text = compose(picture_of(full_session(), Scene.COMMITMENTS), look(), WALL).text
    assert text.index("Name an owner") < text.index("Hire a clerk")
    assert "12 Mar" in text
    assert "Waits on money" in text
    assert "No owner yet" in text


def test_the_newest_cards_come_first_and_merged_ones_are_left_out():
    text = compose(picture_of(full_session(), Scene.GATHER), look(), WALL).text
    assert text.index("Open the mail") < text.index("Sign permit letters")
    assert "Answer the phone!" not in text
    assert "7\ncards so far" in text


@pytest.mark.parametrize("scene", Scene)
def test_an_empty_session_says_what_is_missing(scene):
    assert compose(picture_of(blank_session(), scene), look(), WALL).text


def test_the_count_of_a_bucket_is_in_the_room_picture(qapp):
    state = with_cards("One", "Two", bucket=Bucket.PROCESS)
    assert "2 of 2" in compose(picture_of(state, Scene.PICTURE), look(), WALL).text
