"""What a reader finds on the pages, and what on an empty session."""

import datetime as dt

import pytest

from tests.handouts.layout import composed, page_text
from tests.handouts.views import DATE, activity, commitment, full_view, process, view_of
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    ManagedAt,
    Nature,
    NatureKind,
    Triage,
    YesNoUnsure,
)
from workshop.domain.public import PublicView
from workshop.domain.records import NOBODY, Excuse, Feedback, Process
from workshop.handouts import HANDOUTS
from workshop.handouts.handout import Handout
from workshop.handouts.paper import Paper


def text_of(handout: Handout) -> str:
    return "\n".join(page_text(handout, page) for page in range(len(handout.document.pages)))


def read(handout: Handout) -> str:
    return handout.document.root.read()


def test_commitments_open_with_what_falls_due_first() -> None:
    handout = composed(full_view(), "commitments")
    first = page_text(handout, 0)
    assert "Commitments at a glance" in first
    assert "12 promises by 5 owners. 3 fall due within 30 days." in first
    assert "When they fall due" in first
    assert "First to fall due" in first
    assert "Later\nafter 15\u00a0Feb" in first
    assert "Commitments by kind" in page_text(handout, 1)


def test_commitments_by_kind_hold_every_promise_with_owner_process_and_measure() -> None:
    handout = composed(full_view(), "commitments")
    by_kind = "\n".join(page_text(handout, page) for page in range(1, len(handout.sections)))
    for key in range(1, 13):
        assert f"Keep promise number {key}\nProcess {1 + key % 5}\nOwner {key % 5}" in by_kind
        assert f"Measure {key}" in by_kind
    assert "Depends on" in by_kind
    assert "Money" in by_kind


def test_without_commitments_there_are_rows_to_write_on() -> None:
    handout = composed(view_of(), "commitments")
    assert len(handout.document.pages) == 1
    assert "No commitments were recorded in this session." in read(handout)
    lines = [
        shape
        for _, run in handout.document.pages[0].runs
        for shape in run.shapes
        if type(shape).__name__ == "Line"
    ]
    assert len(lines) == 13  # under the heads, eleven rows, above the footer


def test_a_few_commitments_are_one_full_table_without_a_chart() -> None:
    handout = composed(view_of(*(commitment(key) for key in range(1, 6))), "commitments")
    assert len(handout.document.pages) == 1
    text = text_of(handout)
    assert "How its users will know" in text
    assert "When they fall due" not in text
    assert text.count("Fix now") == 6  # the count and five rows


def test_many_promises_in_a_span_become_bars() -> None:
    records = [commitment(key, owner=str(key)) for key in range(1, 31)]
    handout = composed(view_of(*records), "commitments")
    marks = [
        shape
        for _, run in handout.document.pages[0].runs
        for shape in run.shapes
        if type(shape).__name__ == "Icon"
    ]
    assert len(marks) < 25
    assert "Within a week: 30 (fix now 30); Within 30 days: 0" in read(handout)


def dues(**values) -> Handout:
    """Return the commitments where the first of six is as given and five are due within a month."""
    others = [commitment(key, due=DATE + dt.timedelta(30)) for key in range(2, 7)]
    return composed(view_of(commitment(1, **values), *others), "commitments")


def test_a_date_that_is_past_is_due_already_and_in_no_week_to_come() -> None:
    text = read(dues(due=dt.date(1900, 1, 1)))
    assert "1 is already due. 5 fall due within 30 days." in text
    assert "Already due: 1 (fix now 1); Within a week: 0" in text
    assert "before 17\u00a0Nov" in page_text(dues(due=dt.date(1900, 1, 1)), 0)
    settled = dues(text="Kept long ago", due=dt.date(1900, 1, 1), status=CommitmentStatus.KEPT)
    assert "lready due" not in read(settled)
    assert "Kept long ago" not in page_text(settled, 0)
    assert "Kept long ago" in page_text(settled, 1)


@pytest.mark.parametrize(
    ("depends_on", "note"), [(None, "to be agreed"), (Dependency.MONEY, "waits on others")]
)
def test_what_lacks_a_date_waits_on_others_only_where_it_does(depends_on, note) -> None:
    handout = dues(due=None, depends_on=depends_on)
    assert "No date yet: 1 (fix now 1)" in read(handout)
    notes = {"to be agreed", "waits on others"}
    assert notes & set(page_text(handout, 0).splitlines()) == {note}


def test_the_days_of_the_chart_and_of_the_looks_have_their_year_where_it_is_another() -> None:
    assert "by 16\u00a0Jan\u00a02027" in page_text(dues(), 0)
    assert "by 24\u00a0Nov\n" in page_text(dues(), 0)
    assert "15\u00a0Feb\u00a02027" in text_of(composed(view_of(commitment(1)), "follow-up"))


def test_a_promise_that_was_kept_says_so() -> None:
    records = [commitment(1, status=CommitmentStatus.KEPT)]
    for what in ("commitments", "owners"):
        assert "Kept" in read(composed(view_of(*records), what))


def test_owners_have_a_page_each_that_counts_for_itself() -> None:
    records = [
        commitment(1, owner="Director"),
        commitment(2, owner="director "),
        commitment(3, owner="Clerk", due=None),
        commitment(4, owner=""),
    ]
    handout = composed(view_of(*records), "owners")
    pages = [page_text(handout, page) for page in range(3)]
    assert [page.split("\n")[2] for page in pages] == ["Clerk", "Director", "No owner yet"]
    assert all("Page 1 of 1" in page for page in pages)
    assert "Two commitments, the first due 24\u00a0Nov\u00a02026." in pages[1]
    assert "One commitment, without a date yet." in pages[0]
    assert "Owner: Director" in pages[1]


def test_an_owner_page_has_the_follow_up_and_both_signatures() -> None:
    records = [commitment(1, owner="Clerk"), Excuse(id=1, text="No time", removed_by_id=1)]
    page = page_text(composed(view_of(*records), "owners"), 0)
    for words in (
        "What one owner has promised",
        "Its users will know\nMeasure 1",
        "Ends the excuse\n“No time”",
        "30 days\n17\u00a0Dec\u00a02026\nKept\nOn its way\nLate",
        "90 days\n15\u00a0Feb\u00a02027",
        "Notes: what helps, what stands in the way",
        "I own this and will say early if it is at risk.",
        "Agency Director, sponsor",
    ):
        assert words in page


def test_an_owner_with_four_promises_gets_a_second_page() -> None:
    records = [commitment(key, owner="Clerk") for key in range(1, 5)]
    handout = composed(view_of(*records), "owners")
    assert [page_text(handout, page).count("Keep promise") for page in range(2)] == [3, 1]
    assert "Page 2 of 2" in page_text(handout, 1)


def test_blank_facts_leave_no_holes() -> None:
    blank = {"title": "", "agency": "", "sponsor": "", "date": None}
    for what in HANDOUTS:
        text = text_of(composed(view_of(commitment(1), process(1), activity(1), **blank), what))
        assert "None" not in text
    page = page_text(composed(view_of(commitment(1), **blank), "owners"), 0)
    assert "Sponsor" in page
    assert "30 days\nKept" in page


def test_dates_at_the_end_of_time_are_no_trouble() -> None:
    view = view_of(*(commitment(key) for key in range(1, 8)), date=dt.date.max)
    for what in HANDOUTS:
        assert composed(view, what).document.pages


def inventory_row(**values: object) -> str:
    return read(composed(view_of(process(1, **values)), "inventory"))


def test_the_inventory_answers_the_five_questions() -> None:
    view = view_of(
        process(1), Feedback(id=1, process_id=1, who="Applicants", said="No receipt on the spot")
    )
    text = read(composed(view, "inventory"))
    assert (
        "1 Process 1 Problem, quick fix Fix 1 Owner 1 Partly Headquarters "
        "Applicants: No receipt on the spot Technical Software Fix now"
    ) in text.replace("on the spot", "on the spot")


def test_what_is_not_answered_says_so() -> None:
    text = read(composed(view_of(Process(id=1, name="A process")), "inventory"))
    assert text.count("Not answered") == 5
    assert "Not decided" in text


def test_nobody_is_named_where_nobody_is_in_charge() -> None:
    assert "Nobody named" in inventory_row(owner=NOBODY)


def test_the_second_suggestion_stands_under_the_triage() -> None:
    assert "Fix now then org chart" in inventory_row(close_enough=CloseEnough.NO)
    chosen = inventory_row(close_enough=CloseEnough.NO, triage=Triage.ORG_CHART)
    assert "Org chart then fix now" in chosen
    unsure = inventory_row(quick_fix=YesNoUnsure.NO)
    assert "Long term" in unsure
    assert "then live with it" not in unsure


def test_an_empty_inventory_says_so() -> None:
    handout = composed(view_of(), "inventory")
    assert "No process is in the inventory yet." in read(handout)
    assert len(handout.document.pages) == 1


def test_buckets_show_figure_hours_and_what_was_argued_over() -> None:
    text = text_of(composed(full_view(), "buckets"))
    assert "5 of 7\nthings we do each day\nare process; 1 more not sorted yet" in text
    assert "52 hours a week" in text
    assert "Process 50 hours" in text
    assert "Argued over" in text
    for key in range(1, 9):
        assert f"Do activity {key}" in text
    assert "Not sorted yet\n1" in text


def test_no_hours_and_no_tally_leave_their_sections_out() -> None:
    text = text_of(composed(view_of(activity(1)), "buckets"))
    assert "Where the hours go" not in text
    assert "Argued over" not in text


def test_without_activities_the_buckets_say_so() -> None:
    text = read(composed(view_of(), "buckets"))
    assert "No activity was gathered in this session." in text


def test_only_unsorted_activities_are_listed_without_a_split() -> None:
    text = read(composed(view_of(activity(1, Bucket.UNSORTED)), "buckets"))
    assert "1 activity, not sorted yet." in text
    assert "Do activity 1" in text
    assert "are process" not in text


@pytest.mark.parametrize("what", HANDOUTS)
def test_every_page_names_session_time_state_and_number(what: str) -> None:
    view = full_view()
    handout = composed(view, what)
    for page in range(len(handout.document.pages)):
        text = page_text(handout, page)
        assert "Leaders' workshop" in text
        assert "Made 17\u00a0Nov\u00a02026, 16:40" in text
        assert view.digest[:12] in text
        assert "Page " in text


@pytest.mark.parametrize("what", HANDOUTS)
def test_a_marking_stands_at_the_top_and_the_bottom_of_each_page(what: str) -> None:
    marked, plain = composed(full_view(marking="CUI//PROCURE"), what), composed(full_view(), what)
    for page in range(len(marked.document.pages)):
        assert page_text(marked, page).split("\n").count("CUI//PROCURE") == 2
    assert "CUI" not in text_of(plain)


@pytest.mark.parametrize("what", HANDOUTS)
def test_the_title_agency_and_date_open_the_reading(what: str) -> None:
    text = read(composed(full_view(), what))
    opening = {
        "owners": "What one owner has promised 17\u00a0November\u00a02026 ",
        "poster": "Process is not performance Get the process right first.",
        "pack": "5 of 7 things we do each day are process. Three Rivers Permits Leaders' workshop ",
    }
    assert text.startswith(opening.get(what, "Three Rivers Permits 17\u00a0November\u00a02026 "))


def long_text() -> str:
    return " ".join(f"word{n}" for n in range(400))


def long_views() -> list[tuple[str, PublicView]]:
    text = long_text()
    many = [commitment(key) for key in range(1, 9)]
    return [
        ("commitments", view_of(commitment(9, text=text), *many)),
        ("owners", view_of(commitment(1, measure=text))),
        ("inventory", view_of(process(1, fix=text))),
        ("buckets", view_of(activity(1, text=text))),
    ]


@pytest.mark.parametrize(("what", "view"), long_views())
def test_a_long_text_is_cut_in_its_place_and_printed_whole(what: str, view: PublicView) -> None:
    text = read(composed(view, what))
    assert "… Whole text: note\u00a01" in text
    place, whole = text.split("Long answers")
    assert "word399" not in place
    assert long_text() in whole


def test_a_name_too_long_for_a_title_is_printed_whole() -> None:
    name = " ".join(f"Officer{n}" for n in range(100))
    text = read(composed(view_of(commitment(1, owner=name)), "owners"))
    assert text.index("… ") < text.index("Whole text: note\u00a01") < text.index("Long answers")
    assert name in text


def test_a_long_text_that_stands_twice_is_printed_once() -> None:
    card = activity(1, text=long_text(), tally_process=3)
    text = read(composed(view_of(card), "buckets"))
    assert text.count("Whole text: note\u00a01") == 2
    assert text.count("word399") == 1


def test_a_million_characters_are_printed_whole() -> None:
    text = "A sentence of some words. " * 40_000
    handout = composed(view_of(process(1, fix=text)), "inventory")
    assert read(handout).count("sentence") >= 40_000


def test_a_word_of_two_hundred_thousand_characters_is_broken() -> None:
    handout = composed(view_of(commitment(1, text="x" * 200_000)), "owners")
    assert read(handout).count("x") >= 200_000


def test_a_kind_of_commitment_without_any_has_no_heading() -> None:
    records = [commitment(key, kind=CommitmentKind.FIND_OUT) for key in range(1, 9)]
    by_kind = page_text(composed(view_of(*records), "commitments"), 1)
    assert "Ask, then decide" in by_kind
    assert "Ours to fix, soon" not in by_kind


def test_days_count_from_the_session() -> None:
    records = [commitment(key, due=DATE + dt.timedelta(30)) for key in range(1, 8)]
    text = read(composed(view_of(*records), "commitments"))
    assert "7 promises by 1 owner. 7 fall due within 30 days." in text


@pytest.mark.parametrize("paper", list(Paper))
def test_no_choice_is_split_in_the_narrow_columns_of_the_inventory(paper: Paper) -> None:
    entries = [
        process(n, kind=kind, nature=Nature.ORGANIZATIONAL, managed_at=ManagedAt.HEADQUARTERS)
        for n, kind in enumerate(NatureKind, start=1)
    ]
    cards = [activity(n, bucket=Bucket.PROCESS, process_id=n) for n in range(1, len(entries) + 1)]
    words = text_of(composed(view_of(*entries, *cards), "inventory", paper)).split()
    assert words.count("Communication") == 1
    assert words.count("Organizational") == len(entries)
    assert words.count("Headquarters") == len(entries)
