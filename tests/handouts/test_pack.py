"""The pack and the poster: what they hold, and where their links lead."""

from pathlib import Path

import pikepdf
import pytest

from tests.handouts.layout import composed, page_text
from tests.handouts.views import MADE, activity, commitment, full_view, process, view_of
from workshop.charts.shapes import Hatch, Text
from workshop.domain.enums import Bucket
from workshop.handouts import HANDOUTS, Paper, render
from workshop.handouts.annotations import Link
from workshop.handouts.handout import Handout
from workshop.words import words


def read(handout: Handout) -> str:
    return " ".join(handout.document.root.read().split())


def contents(handout: Handout) -> dict[str, int]:
    """Return the page that each entry of the contents leads to, counted from 1."""
    found = {}
    for page in handout.document.pages:
        for _, link in page.annotations:
            if isinstance(link, Link):
                found[link.label.rsplit(", page", 1)[0]] = link.target.page + 1
    return found


def test_the_cover_counts_and_lists_what_is_inside() -> None:
    handout = composed(full_view(place="Room B", facilitator="Improvement Office"), "pack")
    text = read(handout)
    assert "Date 17 November 2026 Place Room B Sponsor Agency Director" in text
    assert "8 daily activities 5 processes inventoried 12 commitments made 0 pledges" in text
    listed = contents(handout)
    assert list(listed) == [
        "Commitments", "The deal", "Process and performance", "Process inventory",
        "What we heard, what we fix", "Excuse log", "Leave these alone", "Follow-up sheet",
        "Commitments by owner",
    ]  # fmt: skip
    for title, page in listed.items():
        assert f"{title} {page}" in text


def test_each_entry_leads_to_the_first_page_of_its_part() -> None:
    handout = composed(full_view(), "pack")
    for title, page in contents(handout).items():
        name = next(name for name, each in HANDOUTS.items() if each == title)
        alone = composed(full_view(), name)
        for shown in (page_text(alone, 0).split("\n")[2], alone.sections[0].title):
            assert shown in page_text(handout, page - 1)


def test_pages_are_counted_through() -> None:
    handout = composed(full_view(), "pack")
    total = len(handout.document.pages)
    for page in range(total):
        assert f"Page {page + 1} of {total}" in page_text(handout, page)


def test_owners_are_bookmarked_below_their_part() -> None:
    marks = composed(full_view(), "pack").document.bookmarks
    at = [mark.title for mark in marks].index("Commitments by owner")
    assert marks[at].level == 1
    owners = marks[at + 1 :]
    assert owners
    assert {mark.level for mark in owners} == {2}
    assert owners[0].title == "Owner: Owner 0"
    assert owners[0].place == marks[at].place


def test_what_says_nothing_is_left_out() -> None:
    assert list(contents(composed(view_of(activity(1)), "pack"))) == ["Process and performance"]
    empty = composed(view_of(), "pack")
    assert len(empty.document.pages) == 1
    assert "Nothing has been gathered in this session yet" in read(empty)


def test_the_links_of_the_file_lead_to_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    render(full_view(), "pack", path, made=MADE)
    with pikepdf.open(path) as pdf:
        links = [each for each in pdf.pages[0].Annots if each.Subtype == "/Link"]
        assert len(links) == 9
        pages = {page.objgen for page in pdf.pages}
        targets = [(each.Dest if "/Dest" in each else each.A.D)[0].objgen for each in links]
        assert set(targets) <= pages
        assert len(set(targets)) == len(links)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_poster_shows_both_tests_and_cards_of_the_room(paper: Paper) -> None:
    handout = composed(full_view(), "poster", paper)
    text = read(handout)
    assert words().wall["process_test"] in text
    assert words().wall["performance_test"] in text
    assert "From our own list Do activity 1 Do activity 2 Do activity 3" in text
    assert "Do activity 6 Do activity 7" in text
    assert "Do activity 8" not in text  # not sorted yet
    assert len(handout.document.pages) == 1


def test_the_title_of_the_poster_fills_its_width() -> None:
    handout = composed(view_of(), "poster")
    title = next(
        shape
        for _, run in handout.document.pages[0].runs
        for shape in run.shapes
        if isinstance(shape, Text)
    )
    width = handout.fonts.width(title.text, title.size, title.weight)
    measure = handout.geometry(handout.sections[0]).measure
    assert width / measure == pytest.approx(0.985, abs=0.002)


def test_the_poster_is_whole_without_a_card_and_with_long_ones() -> None:
    assert "From our own list" not in read(composed(view_of(), "poster"))
    long = view_of(*(activity(n, text="word " * 80) for n in range(1, 9)), commitment(1))
    text = read(composed(long, "poster"))
    assert text.count("word") < 100
    assert "…" in text


def test_the_cover_draws_the_real_split() -> None:
    view = view_of(*(activity(n, list(Bucket)[1 + (n > 3)]) for n in range(1, 6)), process(1))
    handout = composed(view, "pack")
    shapes = [shape for _, run in handout.document.pages[0].runs for shape in run.shapes]
    counts = {bucket: view.count(bucket) for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE)}
    hatched = sum(isinstance(shape, Hatch) for shape in shapes)
    assert hatched == counts[Bucket.PROCESS]
    assert f"{counts[Bucket.PROCESS]} of 5 things we do each day are process." in read(handout)
