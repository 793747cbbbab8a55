"""Nothing is clipped or printed over anything else, whatever the session holds."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.handouts.layout import boxes, composed, outside, overlapping, page_text
from tests.handouts.test_rules_of_pdf import extreme_view
from tests.handouts.views import DATE, activity, commitment, full_view, process, view_of
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    ExcuseState,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    Triage,
    WaitingOn,
    YesNoUnsure,
)
from workshop.domain.public import PublicView
from workshop.domain.records import Excuse, Feedback
from workshop.handouts import HANDOUTS, Paper

LONG = "a cell with a great many words in it " * 60
WORD = "W" * 900
texts = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "Sign letters",
            LONG,
            WORD,
            f"before {WORD} after",
            "one\ntwo\n\nthree\t4",
            "שלום עולם 24 שעות",
            "👩‍👩‍👧‍👦 families 🎉",
            "<b>bold</b> & <img src='x'> ]]>",
            "x " * 300,
        ]
    ),
    st.text(max_size=60),
)
dates = st.one_of(st.none(), st.dates(dt.date(2026, 1, 1), dt.date(2029, 1, 1)))


def one_of(choices: type) -> st.SearchStrategy:
    return st.one_of(st.none(), st.sampled_from(list(choices)))


@st.composite
def views(draw: st.DrawFn) -> PublicView:
    records = []
    for key in range(1, draw(st.integers(0, 6)) + 1):
        records += [
            process(
                key,
                name=draw(texts),
                fix=draw(texts),
                until=draw(texts),
                owner=draw(texts),
                problem=draw(one_of(YesNoUnsure)),
                quick_fix=draw(one_of(YesNoUnsure)),
                waiting_on=draw(one_of(WaitingOn)),
                managed_at=draw(one_of(ManagedAt)),
                close_enough=draw(one_of(CloseEnough)),
                feedback=draw(one_of(FeedbackLevel)),
                nature=draw(one_of(Nature)),
                kind=draw(one_of(NatureKind)),
                triage=draw(one_of(Triage)),
            ),
            Feedback(id=key, process_id=key, who=draw(texts), said=draw(texts)),
            activity(
                key,
                draw(st.sampled_from(list(Bucket))),
                text=draw(texts),
                unit=draw(texts),
                process_id=key,
                hours_per_week=draw(st.one_of(st.none(), st.floats(0, 1e6))),
                tally_process=draw(st.one_of(st.none(), st.integers(0, 1_000_000))),
            ),
            commitment(
                key,
                text=draw(texts),
                kind=draw(st.sampled_from(list(CommitmentKind))),
                owner=draw(texts),
                due=draw(dates),
                measure=draw(texts),
                process_id=key,
                depends_on=draw(one_of(Dependency)),
                status=draw(st.sampled_from(list(CommitmentStatus))),
            ),
            Excuse(
                id=key,
                text=draw(texts),
                process_id=draw(st.sampled_from([None, key])),
                state=(state := draw(st.sampled_from(list(ExcuseState)))),
                removed_by_id=key if state is ExcuseState.REMOVED else None,
                carried=draw(st.booleans()),
            ),
        ]
    return view_of(
        *records,
        title=draw(texts),
        agency=draw(texts),
        sponsor=draw(texts),
        marking=draw(texts),
        date=draw(dates),
    )


@pytest.mark.parametrize("what", HANDOUTS)
@given(view=views(), paper=st.sampled_from(list(Paper)))
@settings(max_examples=40)
def test_no_text_leaves_its_page_or_covers_another(
    what: str, view: PublicView, paper: Paper
) -> None:
    handout = composed(view, what, paper)
    assert outside(handout) == []
    assert overlapping(handout) == []


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("what", HANDOUTS)
def test_three_hundred_rows_stay_apart(what: str, paper: Paper) -> None:
    records = []
    for key in range(1, 301):
        bucket = Bucket.PROCESS if key % 3 else Bucket.PERFORMANCE
        records += [
            process(key, name=f"Process {key} {LONG[: key % 90]}"),
            activity(key, bucket, text=f"Activity {key} {LONG[: key % 120]}"),
            commitment(key, text=f"Promise {key} {LONG[: key % 150]}", owner=f"Owner {key % 7}"),
        ]
    handout = composed(view_of(*records), what, paper)
    assert outside(handout) == []
    assert overlapping(handout) == []


def test_a_table_repeats_its_heads_and_leaves_no_row_alone() -> None:
    for number in range(6, 60):
        records = [commitment(key, owner=f"Owner {key}") for key in range(1, number + 1)]
        handout = composed(view_of(*records), "commitments")
        for page in range(1, len(handout.document.pages)):
            text = page_text(handout, page)
            assert "How its users will know" in text
            assert text.count("Keep promise") >= 2


@pytest.mark.parametrize("number", range(50, 70))
def test_no_page_is_spent_on_a_few_activities_that_fit_closer_together(number: int) -> None:
    cards = [
        activity(n, Bucket.PROCESS, text="Sign a form of two lines " * 2) for n in range(number)
    ]
    handout = composed(view_of(*cards), "buckets")
    on_last = boxes(handout, len(handout.document.pages) - 1)
    listed = sum(box.text.startswith("Sign a form") for box in on_last)
    assert len(handout.document.pages) == 2 or listed > 3


def test_the_boxes_of_a_promise_stay_on_its_page() -> None:
    handout = composed(extreme_view(), "owners")
    for page in range(len(handout.document.pages)):
        texts = [box.text for box in boxes(handout, page)]
        assert texts.count("30 days") == sum(text == "Fix now" for text in texts)


def test_a_date_prints_once_and_again_at_the_top_of_a_page() -> None:
    records = [commitment(key, due=DATE + dt.timedelta(7)) for key in range(1, 41)]
    handout = composed(view_of(*records), "commitments")
    assert len(handout.document.pages) > 2
    for page in range(len(handout.document.pages)):
        dates = [box for box in boxes(handout, page) if box.text == "24\u00a0Nov"]
        assert len(dates) == 1
    cells = [element for element in handout.document.root.walk() if element.tag == "TD"]
    assert sum(element.read() == "24\u00a0Nov" for element in cells) >= 40


def test_a_date_of_another_year_has_its_year_underneath() -> None:
    handout = composed(view_of(commitment(1, due=dt.date(2027, 1, 15))), "commitments")
    assert "15\u00a0Jan\n2027" in page_text(handout, 0)


@pytest.mark.parametrize("what", HANDOUTS)
def test_every_shape_is_content_or_furniture(what: str) -> None:
    handout = composed(full_view(), what)
    said = {id(element) for element in handout.document.root.walk()}
    for page in handout.document.pages:
        for element, _ in page.runs:
            assert element is None or id(element) in said


def test_columns_of_numbers_stay_apart_with_large_counts() -> None:
    records = [activity(key, hours_per_week=99_999.5) for key in range(1, 400)]
    records.append(
        activity(
            400,
            Bucket.PERFORMANCE,
            hours_per_week=1,
            tally_process=1_000_000,
            tally_performance=1_000_000,
            tally_abstain=1_000_000,
        )
    )
    handout = composed(view_of(*records), "buckets")
    assert outside(handout) == []
    assert overlapping(handout) == []
