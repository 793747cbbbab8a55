"""What the room can read: sizes, overlaps, pages, words."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from tests.sessions import DAY, PRIVATE_MARK, add, blank_session, full_session, run, with_cards
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
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.commitments import UpdateCommitment
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    FeedbackLevel,
    YesNoUnsure,
)
from workshop.domain.public import PublicView
from workshop.domain.records import (
    Commitment,
    Feedback,
    LeadershipAnswers,
    Pledge,
    Process,
    SessionFacts,
)
from workshop.domain.stage import Scene
from workshop.ui.audience.scenes import compose
from workshop.ui.audience.scenes.drawing import Box, Drawing, Hatch, Icon, Type
from workshop.ui.audience.scenes.lettering import is_rtl
from workshop.ui.inventory.fields import FIELDS, asked_in
from workshop.ui.models.entries import Column
from workshop.ui.theme import ThemeName
from workshop.words import words

WALL = QSize(1920, 1080)
FIX = CommitmentKind.FIX_NOW
PUBLIC = [
    (column, field)
    for column in Column
    if column.is_question
    for field in FIELDS[column]
    if not field.private
]


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("name", SESSIONS)
def test_every_scene_can_be_painted_in_both_themes(name, scene):
    state = session(name)
    light = painted(picture_of(state, scene, timer="1:00"), QSize(960, 540))
    dark = painted(picture_of(state, scene, timer="1:00"), QSize(960, 540), look(ThemeName.DARK))
    assert light.pixelColor(480, 8).lightness() > 200
    assert dark.pixelColor(480, 8).lightness() < 40


@pytest.mark.parametrize("scene", Scene)
def test_nothing_private_is_in_any_scene(scene):
    state = full_session()
    assert PRIVATE_MARK in repr(state)
    for asked, field in asked_too(scene):
        picture = picture_of(state, scene, asked=asked, asked_field=field)
        drawing = compose(picture, look(), WALL)
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

    def asked(problem, field=""):
        changed = run(state, EditRecord(Process, process_id, {"problem": problem}))
        picture = picture_of(changed, Scene.PROCESS, asked=1)
        return compose(replace(picture, asked_field=field), look(), WALL).text

    assert "Is this a problem here?" in asked(None)
    assert "Is it a quick fix?" not in asked(None)
    assert "Is it a quick fix?" in asked(YesNoUnsure.YES)
    assert "Is this a problem here?\n" in asked(YesNoUnsure.YES, "problem")
    assert "What would fix it?" in asked(YesNoUnsure.YES, "fix")
    assert "No\npicked" in asked(YesNoUnsure.NO)


@pytest.mark.parametrize(("column", "field"), PUBLIC)
def test_the_wall_asks_in_the_words_of_the_console_with_all_choices(column, field):
    picture = picture_of(session("usual"), Scene.PROCESS, asked=column, asked_field=field.name)
    lines = compose(picture, look(), WALL).text.splitlines()
    assert asked_in(column, field) in lines
    for choice, _ in field.choices:
        assert choice.value.capitalize() in lines


@pytest.mark.parametrize("name", ["owner_fit", "proposed_owner"])
def test_what_is_private_is_never_asked_on_the_wall(name):
    picture = picture_of(session("usual"), Scene.PROCESS, asked=2, asked_field=name)
    usual = picture_of(session("usual"), Scene.PROCESS, asked=2)
    assert compose(picture, look(), WALL) == compose(usual, look(), WALL)


def test_answers_read_rightly_without_their_questions():
    state = crowd(3, plain)
    process_id = state.ranking.ids("inventory")[0]
    given = {"close_enough": CloseEnough.NO, "feedback": FeedbackLevel.SOME}
    state = run(state, EditRecord(Process, process_id, given))
    heard = [EditRecord(Feedback, n, {"who": who}) for n, who in ((1, "Clerks"), (2, ""), (3, ""))]
    state = run(state, *heard)
    lines = compose(picture_of(state, Scene.PROCESS), look(), WALL).text.splitlines()
    field, users = lines.index("Field"), lines.index("Users")
    assert lines[field + 1] == "Too far away"
    assert lines[field + 2] == "needed in the field, managed at headquarters"
    assert lines[users + 1] == "Some asked"
    assert lines[users + 2] == "Clerks, steps not written down"


def test_an_owner_that_the_room_does_not_have_is_said_so():
    state = full_session()
    drawing = compose(picture_of(state, Scene.PROCESS), look(), WALL)
    assert "Nobody named" in drawing.text


def test_what_is_decided_stands_under_the_answers():
    state = full_session()
    text = compose(picture_of(state, Scene.PROCESS), look(), WALL).text
    assert "Decided\nLive with it\nuntil the new contract" in text


def test_commitments_come_soonest_first_and_without_a_date_last():
    text = compose(picture_of(full_session(), Scene.COMMITMENTS), look(), WALL).text
    assert text.index("Name an owner") < text.index("Hire a clerk")
    assert "12 Mar" in text
    assert "Waits on money" in text
    assert "No owner yet" in text


@pytest.mark.parametrize("scene", [Scene.COMMITMENTS, Scene.BY_OWNER])
def test_a_due_date_of_another_year_has_its_year(scene):
    state = run(blank_session(), EditRecord(SessionFacts, 1, {"date": DAY}))
    for due in (dt.date(1900, 1, 1), DAY, dt.date(2031, 3, 15)):
        state = add(state, Commitment(id=0, text="Promise", kind=FIX, due=due, owner="Ann"))
    text = compose(picture_of(state, scene), look(), WALL).text
    assert {"1 Jan 1900", "12 Mar", "15 Mar 2031"} <= set(text.splitlines())


def test_the_first_due_the_making_and_the_next_date_have_their_year_too():
    state = run(blank_session(), EditRecord(SessionFacts, 1, {"date": DAY}))
    state = add(state, Commitment(id=0, text="Promise", kind=FIX, due=dt.date(2031, 3, 15)))
    state = run(state, EditRecord(SessionFacts, 1, {"next_date": dt.date(2027, 1, 4)}))
    close = compose(picture_of(state, Scene.CLOSE), look(), WALL).text
    assert "15 Mar 2031\nthe first of them falls due" in close
    assert "Monday, 4 January 2027" in close.replace("\n", " ")
    making = picture_of(state, Scene.MAKING)
    made = replace(making, making=state.get(Commitment, 1))
    assert "15 Mar 2031" in compose(made, look(), WALL).text


def test_the_last_session_of_another_year_has_its_year_and_so_has_a_pledge():
    state = run(blank_session(), EditRecord(SessionFacts, 1, {"date": DAY}))
    state = run(state, EditRecord(SessionFacts, 1, {"previous_date": dt.date(2025, 12, 3)}))
    state = add(state, Commitment(id=0, text="Promise", kind=FIX, due=DAY, carried=True))
    state = add(state, Pledge(id=0, text="Answer calls", due=dt.date(2027, 1, 4)))
    assert "3 December 2025" in compose(picture_of(state, Scene.PROMISES), look(), WALL).text
    welcome = compose(picture_of(state, Scene.WELCOME), look(), WALL).text
    assert "from 3 December 2025" in welcome.replace("\n", " ")
    assert "by 4 Jan 2027" in compose(picture_of(state, Scene.DEAL), look(), WALL).text


def test_the_newest_cards_come_first_and_merged_ones_are_left_out():
    text = compose(picture_of(full_session(), Scene.GATHER), look(), WALL).text
    assert text.index("Open the mail") < text.index("Sign permit letters")
    assert "Answer the phone!" not in text
    assert "7\ncards so far" in text


@pytest.mark.parametrize("scene", Scene)
def test_an_empty_session_says_what_is_missing(scene):
    assert compose(picture_of(blank_session(), scene), look(), WALL).text


@pytest.mark.parametrize("marking", ["", "CUI"])
@pytest.mark.parametrize("scale", [100, 115, 130])
@pytest.mark.parametrize("wall", [WALL, QSize(1280, 800)])
def test_the_rules_stay_on_the_welcome_wall_under_a_larger_title(wall, scale, marking):
    facts = {"title": "Gather the leaders, fall", "agency": "Lakeside Water", "marking": marking}
    state = run(blank_session(), EditRecord(SessionFacts, 1, facts))
    drawing = compose(picture_of(state, Scene.WELCOME), look(scale=scale), wall)
    shown = drawing.text.replace("\n", " ")
    assert all(rule in shown for rule in words().ground_rules)
    sizes = {line.text: line.style.size for line in drawing.lines}
    title = sizes.pop("Gather the leaders, fall")
    assert title > max(sizes.values())


def test_the_count_of_a_bucket_is_in_the_room_picture(qapp):
    state = with_cards("One", "Two", bucket=Bucket.PROCESS)
    assert "2 of 2" in compose(picture_of(state, Scene.PICTURE), look(), WALL).text


def test_a_chart_of_the_wall_keeps_the_pattern_of_process():
    drawing = compose(picture_of(session("reference"), Scene.INSIGHT), look(), WALL)
    assert [item.color for item in drawing.items if isinstance(item, Hatch)] == ["process tint"]
    fills = [item.fill for item in drawing.items if isinstance(item, Box)]
    assert "performance solid" in fills
    assert "11 of 16 things we do each day are process." in drawing.text


def test_an_overview_tells_answered_unsure_and_open_apart_and_what_is_decided():
    text = compose(picture_of(session("reference"), Scene.OVERVIEW), look(), WALL).text
    assert "Problem answered, Owner open, Field answered" in text
    assert "Problem not sure" in text
    assert "8 of 10 decided" in text


def test_only_processes_that_were_chosen_are_in_the_overview():
    state = session("reference")
    pages = [picture_of(state, Scene.OVERVIEW, page=page) for page in (1, 2)]
    text = "\n".join(compose(each, look(), WALL).text for each in pages)
    assert "Schedule field inspections" in text
    assert "Scan and index incoming mail" not in text


@pytest.mark.parametrize("bucket", [Bucket.PROCESS, Bucket.PERFORMANCE])
def test_a_card_that_is_sorted_is_not_asked_about_any_more(bucket):
    state = with_cards("Sign forms", "Route letters")
    asked = compose(picture_of(state, Scene.CARD), look(), WALL).text
    assert "Process or performance?" in asked
    first = state.ranking.ids(Bucket.UNSORTED)[0]
    state = run(state, MoveActivities((first,), bucket))
    drawing = compose(picture_of(state, Scene.CARD, subject_id=first), look(), WALL)
    lines = drawing.text.splitlines()
    assert f"This is {bucket.value}." in lines
    assert "Process or performance?" not in lines
    assert "Sign forms" in lines
    icons = [item.name for item in drawing.items if isinstance(item, Icon)]
    assert icons.count({"process": "refresh-cw", "performance": "target"}[bucket.value]) == 2


def test_a_tally_shows_the_tests_of_both_buckets_and_then_the_hands():
    state = session("reference")
    shown = compose(picture_of(state, Scene.TALLY), look(), WALL)
    hands = [item for item in shown.items if isinstance(item, Icon) and item.name == "hand"]
    assert len(hands) == 11
    assert "11 hands up, 1 abstained" in shown.text
    cards = PublicView.of(state).activities(Bucket.UNSORTED)
    other = next(card.id for card in cards if card.tally_process is None)
    before = compose(picture_of(state, Scene.TALLY, subject_id=other), look(), WALL)
    assert not [item for item in before.items if isinstance(item, Icon) and item.name == "hand"]
    assert "Same steps whoever does it?" in before.text


@pytest.mark.parametrize("bucket", [Bucket.PROCESS, Bucket.PERFORMANCE])
def test_a_tally_says_where_the_card_belongs_once_it_is_sorted(bucket):
    state = session("reference")
    subject = picture_of(state, Scene.TALLY).stage.subject_id
    asked = compose(picture_of(state, Scene.TALLY, subject_id=subject), look(), WALL).text
    assert "Process or performance?" in asked
    assert "The room decides" in asked
    state = run(state, MoveActivities((subject,), bucket))
    told = compose(picture_of(state, Scene.TALLY, subject_id=subject), look(), WALL).text
    assert f"This is {bucket.value}." in told.splitlines()
    assert "Process or performance?" not in told
    assert "The room decides" not in told
    assert "11 hands up, 1 abstained" in told


def test_a_card_that_was_counted_says_by_how_much():
    state = session("reference")
    subject = next(
        c.id for c in PublicView.of(state).activities(Bucket.UNSORTED) if c.tally_process
    )
    drawing = compose(picture_of(state, Scene.CARD, subject_id=subject), look(), WALL)
    assert "Split 7 to 4, margin 3" in drawing.text


def test_a_commitment_being_made_shows_what_it_lacks_as_an_empty_box():
    made = Commitment(id=0, text="Ask the crews", kind=CommitmentKind.FIND_OUT)
    picture = picture_of(session("reference"), Scene.MAKING, making=made)
    drawing = compose(picture, look(), WALL)
    assert drawing.text.count("not answered") == 3
    empty = [b for b in drawing.items if isinstance(b, Box) and b.stroke and not b.fill]
    assert len(empty) == 3
    assert "Ends" not in drawing.text


def test_each_owner_has_pages_of_their_own_and_nobody_comes_last():
    state = session("reference")
    first = compose(picture_of(state, Scene.BY_OWNER), look(), WALL)
    last = compose(picture_of(state, Scene.BY_OWNER, page=first.pages), look(), WALL)
    assert first.text.splitlines()[:2] == ["3 commitments", "Division Director"]
    assert "No owner yet" in last.text
    assert "Days from draft to signature" in first.text


def test_promises_settled_since_last_time_are_no_commitments_of_today():
    state = session("reference")
    pages = compose(picture_of(state, Scene.COMMITMENTS), look(), WALL).pages
    text = "\n".join(
        compose(picture_of(state, Scene.COMMITMENTS, page=page), look(), WALL).text
        for page in range(1, pages + 1)
    )
    assert "Load the current fee table" not in text  # broken
    assert "Give the phone team access to the parcel viewer" in text  # late


def test_excuses_are_counted_then_and_now_and_new_ones_are_marked():
    text = compose(picture_of(session("reference"), Scene.EXCUSES), look(), WALL).text
    assert text.splitlines()[:5] == ["Are the excuses shrinking?", "5", "then, now", "3",
                                     "open excuses since last time"]  # fmt: skip
    assert "“Nobody knows whose desk it is on”\nnew" in text


def test_no_promise_is_called_late_before_it_was_asked_about():
    due = DAY - dt.timedelta(days=3)
    many = (Commitment(id=-n, text="Post it", kind=FIX, due=due, carried=True) for n in range(1, 4))
    state = add(run(blank_session(), EditRecord(SessionFacts, 1, {"date": DAY})), *many)
    welcome = compose(picture_of(state, Scene.WELCOME), look(), WALL).text
    assert "3\npromises from last time\n3 open" in welcome
    assert "Late" not in compose(picture_of(state, Scene.PROMISES), look(), WALL).text
    state = run(state, UpdateCommitment(1, CommitmentStatus.LATE, DAY))
    welcome = compose(picture_of(state, Scene.WELCOME), look(), WALL).text
    assert "0 of 3\npromises from last time kept\n1 late\n2 open" in welcome


def test_welcome_shows_the_promises_kept_and_the_rules_where_there_were_none():
    kept = compose(picture_of(session("reference"), Scene.WELCOME), look(), WALL).text
    assert "4 of 6\npromises from 12 May kept" in kept
    assert "1 not due" in kept
    assert "Facts before fixes" not in kept
    first = compose(picture_of(blank_session(), Scene.WELCOME), look(), WALL).text
    assert "Facts before fixes" in first


def test_many_promises_are_one_bar_in_proportion():
    state = crowd(20, plain)
    many = (Commitment(id=-n, text="Keep it", kind=CommitmentKind.FIX_NOW, carried=True,
                       status=CommitmentStatus.KEPT) for n in range(1, 30))  # fmt: skip
    drawing = compose(picture_of(add(state, *many), Scene.WELCOME), look(), WALL)
    solid = [b for b in drawing.items if isinstance(b, Box) and b.fill == "fix now solid"]
    assert len(solid) == 1


def test_pairs_of_the_deal_shake_hands_and_loose_ends_say_what_they_lack():
    state = session("reference")
    drawings = [
        compose(picture_of(state, Scene.DEAL, page=page), look(), WALL) for page in (1, 2, 3)
    ]
    hands = [i for d in drawings for i in d.items if isinstance(i, Icon) and i.name == "handshake"]
    assert len(hands) == 4
    text = "\n".join(drawing.text for drawing in drawings)
    assert "94\nto\n30\ndays\nby 31 Mar" in text
    assert "Nothing is removed in return yet" in text
    assert "No commitment ends it yet" in text


def test_fingers_below_three_are_hatched():
    drawing = compose(picture_of(session("reference"), Scene.FIST), look(), WALL)
    assert "10 of 12\ncan live with it or better" in drawing.text
    assert len([item for item in drawing.items if isinstance(item, Hatch)]) == 1


def test_a_result_is_shown_from_five_answers_on_and_not_before():
    four = LeadershipAnswers(id=-1, item=1, often=4)
    text = compose(picture_of(add(blank_session(), four), Scene.RESULT), look(), WALL).text
    assert "from five answers on" in text
    assert "4.0" not in text
    five = LeadershipAnswers(id=-1, item=1, often=5)
    text = compose(picture_of(add(blank_session(), five), Scene.RESULT), look(), WALL).text
    assert "4.0\nLeaders" in text


def test_every_statement_of_the_check_has_a_page():
    pages = [
        compose(picture_of(blank_session(), Scene.LEADERSHIP, page=n), look(), WALL)
        for n in range(1, 20)
    ]
    assert {page.pages for page in pages} == {19}
    assert pages[0].text.startswith("Are you a performance leader?")
    assert pages[9].text.startswith("Is your agency developing performance leadership?")
    assert "Statement 19 of 19" in pages[18].text


def test_the_test_card_tries_edges_colors_and_the_smallest_type():
    drawing = compose(picture_of(blank_session(), Scene.TEST_CARD), look(), WALL)
    corners = {
        (box.x, box.y) for box in drawing.items if isinstance(box, Box) and box.fill == "live"
    }
    assert (0, 0) in corners
    assert max(box.x + box.width for box in drawing.items if isinstance(box, Box)) == drawing.width
    assert {line.style.size for line in drawing.lines} >= {Type.FLOOR, Type.CARD, Type.HERO}
    assert "Process" in drawing.text
    assert "Performance" in drawing.text
