"""What a session shows as counts, and the sentence for who cannot see a chart."""

import pytest

from tests.handouts.views import activity, commitment, full_view, process, view_of
from workshop.domain.enums import Bucket, CommitmentStatus, Nature
from workshop.domain.insight import (
    OPEN,
    insights,
    load,
    nature,
    owner_known,
    split_by_count,
    split_by_hours,
)
from workshop.domain.records import NOBODY, Process


def shown(insight) -> dict[str, float]:
    return {part.label: part.value for part in insight.parts}


def test_the_split_counts_cards_and_hours():
    view = view_of(
        activity(1, hours_per_week=30.0),
        activity(2),
        activity(3, Bucket.PERFORMANCE, hours_per_week=10.0),
        activity(4, Bucket.UNSORTED, hours_per_week=99.0),
    )
    assert split_by_count(view).sentence == "2 of 3 things we do each day are process."
    hours = split_by_hours(view)
    assert shown(hours) == {"process": 30.0, "performance": 10.0}
    assert hours.sentence == "Process takes 75 % of the 40 hours that we counted in a week."


def test_what_is_not_answered_is_a_part_of_its_own():
    view = view_of(process(1), process(2, nature=Nature.ORGANIZATIONAL), Process(id=3, name="Open"))
    assert shown(nature(view)) == {"technical": 1, "organizational": 1, OPEN: 1}


def test_nobody_in_charge_is_an_answer_and_a_blank_is_none():
    view = view_of(process(1), process(2, owner=NOBODY), process(3, owner=""))
    found = shown(owner_known(view))
    assert found == {"owner known": 1, "nobody in charge": 1, OPEN: 1}


@pytest.mark.parametrize(
    ("owners", "sentence"),
    [
        ((), "No open promise has an owner yet."),
        (("Clerk",), "1 owner has 1 open promise."),
        (("Clerk", "Director"), "2 owners have 2 open promises, at most 1 each."),
        (("Clerk", "Director", "Director"), "2 owners have 3 open promises; Director has most, 2."),
    ],
)
def test_the_load_names_the_busiest_where_there_is_one(owners, sentence):
    made = [commitment(n, owner=owner) for n, owner in enumerate(owners, 1)]
    settled = commitment(9, owner="Director", status=CommitmentStatus.KEPT)
    assert load(view_of(*made, settled)).sentence == sentence


def test_only_what_has_something_to_show_is_shown():
    assert insights(view_of()) == []
    assert [each.title for each in insights(full_view())][:2] == [
        "Process and performance",
        "Hours a week",
    ]
