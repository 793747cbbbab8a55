"""What a commitment still lacks."""

import datetime as dt
from dataclasses import replace

import pytest

from workshop.domain.enums import CommitmentKind, Dependency
from workshop.domain.readiness import Lack, is_ready, lacks
from workshop.domain.records import Commitment

READY = Commitment(
    id=1,
    text="Adopt the single intake sheet",
    kind=CommitmentKind.FIX_NOW,
    owner="Permit Intake Lead",
    due=dt.date(2026, 4, 1),
    measure="Every applicant leaves with a receipt number",
)


def test_a_promise_with_verb_owner_date_and_measure_is_ready():
    assert lacks(READY) == ()
    assert is_ready(READY)


def test_a_dependency_does_for_a_date():
    assert is_ready(replace(READY, due=None, depends_on=Dependency.MONEY))


@pytest.mark.parametrize(
    ("without", "lack"),
    [
        ({"text": "The single intake sheet"}, Lack.VERB),
        ({"owner": " "}, Lack.OWNER),
        ({"due": None}, Lack.DATE),
        ({"measure": "\n"}, Lack.MEASURE),
    ],
)
def test_each_thing_that_can_be_lacking_is_named(without, lack):
    assert lacks(replace(READY, **without)) == (lack,)
    assert not is_ready(replace(READY, **without))


def test_all_that_is_lacking_is_named_in_the_order_of_the_form():
    assert lacks(Commitment(id=1, text="Later", kind=CommitmentKind.FIND_OUT)) == tuple(Lack)
