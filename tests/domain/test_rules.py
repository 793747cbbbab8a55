"""Limits of single records."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import draw_record
from workshop.domain.enums import Bucket, CommitmentKind, CommitmentStatus, Phase, Triage
from workshop.domain.errors import Rejected
from workshop.domain.records import (
    RECORD_TYPES,
    TEXT_FIELDS,
    Activity,
    AgendaItem,
    BuyIn,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Feedback,
    LeadershipAnswers,
    LeadershipMix,
    Note,
    ParkingLotItem,
    Participant,
    Pledge,
    Process,
    SessionFacts,
    SignOff,
)
from workshop.domain.rules import cleaned
from workshop.domain.state import State
from workshop.domain.text import clean

YEARS = "A date lies between 1900 and 2999, not in "
COUNTS = "A count lies between 0 and 1,000,000, not at "
HOURS = "Hours per week lie between 0 and 10,000,000."


def dated(day):
    return [
        SessionFacts(id=1, session_id="s", date=day),
        SessionFacts(id=1, session_id="s", next_date=day),
        Feedback(id=1, process_id=1, said="x", said_on=day),
        SessionFacts(id=1, session_id="s", previous_date=day),
        Commitment(id=1, text="x", kind=CommitmentKind.FIX_NOW, due=day),
        Commitment(id=1, text="x", kind=CommitmentKind.FIX_NOW, made_on=day),
        Commitment(id=1, text="x", kind=CommitmentKind.LONG_TERM, next_check=day),
        CommitmentUpdate(id=1, commitment_id=1, made_on=day, status=CommitmentStatus.OPEN),
        Excuse(id=1, text="x", raised_on=day),
        Pledge(id=1, text="x", due=day),
        SignOff(id=1, name="x", signed_on=day),
    ]


def counted(number):
    return [
        Activity(id=1, text="x", tally_process=number),
        Activity(id=1, text="x", tally_performance=number),
        Activity(id=1, text="x", tally_abstain=number),
        AgendaItem(id=1, phase=Phase.DEAL, position=0, planned_minutes=number),
        Process(id=1, name="x", votes=number),
        BuyIn(id=1, zero=number),
        BuyIn(id=1, five=number),
        LeadershipAnswers(id=1, item=1, never=number),
        LeadershipMix(id=1, lasting=number),
    ]


def assert_refused(record, reason):
    with pytest.raises(Rejected) as caught:
        cleaned(record)
    assert str(caught.value) == reason


@pytest.mark.parametrize("day", [dt.date(1900, 1, 1), dt.date(2999, 12, 31)])
def test_a_date_within_the_limits_is_kept(day):
    for record in dated(day):
        assert cleaned(record) is record


@pytest.mark.parametrize("day", [dt.date(1899, 12, 31), dt.date(3000, 1, 1)])
def test_a_date_beyond_the_limits_is_refused(day):
    for record in dated(day):
        assert_refused(record, f"{YEARS}{day.year}.")


@pytest.mark.parametrize("number", [0, 1_000_000])
def test_a_count_within_the_limits_is_kept(number):
    for record in counted(number):
        assert cleaned(record) is record


@pytest.mark.parametrize(("number", "shown"), [(-1, "-1"), (1_000_001, "1,000,001")])
def test_a_count_beyond_the_limits_is_refused(number, shown):
    for record in counted(number):
        assert_refused(record, f"{COUNTS}{shown}.")


@pytest.mark.parametrize("hours", [None, 0.0, 0.25, 10_000_000.0])
def test_hours_within_the_limits_are_kept(hours):
    record = Activity(id=1, text="x", hours_per_week=hours)
    assert cleaned(record) is record


@pytest.mark.parametrize("hours", [-0.1, 10_000_001.0, float("inf"), float("-inf"), float("nan")])
def test_hours_beyond_the_limits_are_refused(hours):
    assert_refused(Activity(id=1, text="x", hours_per_week=hours), HOURS)


def test_time_used_is_not_negative():
    item = AgendaItem(id=1, phase=Phase.DEAL, position=0, planned_minutes=1, actual_seconds=-1)
    assert_refused(item, "Time used cannot be negative.")


def test_a_text_of_a_million_characters_is_kept_and_one_more_is_refused():
    assert len(cleaned(Note(id=1, text="x" * 1_000_000)).text) == 1_000_000
    reason = "A text may be at most 1,000,000 characters long; shorten it."
    assert_refused(Note(id=1, text="x" * 1_000_001), reason)
    assert_refused(Activity(id=1, text="x", detail="y" * 1_000_001), reason)


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u2028"])
@pytest.mark.parametrize(
    ("kind", "name", "others"),
    [
        (Activity, "text", {}),
        (Process, "name", {}),
        (Participant, "name", {}),
        (Feedback, "said", {"process_id": 1}),
        (Commitment, "text", {"kind": CommitmentKind.FIX_NOW}),
        (Excuse, "text", {}),
        (Pledge, "text", {}),
        (SignOff, "name", {}),
        (ParkingLotItem, "text", {}),
        (Note, "text", {}),
    ],
)
def test_a_record_cannot_be_without_its_words(kind, name, others, blank):
    with pytest.raises(Rejected, match=r"^(Type .*|A process needs a name)\.$"):
        cleaned(kind(id=1, **{name: blank}, **others))
    kept = cleaned(kind(id=1, **{name: " x "}, **others))
    assert getattr(kept, name) == " x ", "what is typed is kept as typed"


@pytest.mark.parametrize(
    ("bucket", "merged_into_id", "is_whole"),
    [
        (Bucket.UNSORTED, None, True),
        (None, 2, True),
        (None, None, False),
        (Bucket.PROCESS, 2, False),
    ],
)
def test_a_card_is_in_a_bucket_or_merged(bucket, merged_into_id, is_whole):
    card = Activity(id=1, text="x", bucket=bucket, merged_into_id=merged_into_id)
    if is_whole:
        assert cleaned(card) is card
    else:
        assert_refused(card, "A card is either in a bucket or merged into another.")


def test_living_with_it_says_until_when():
    process = Process(id=1, name="x", triage=Triage.LIVE_WITH_IT, until="June")
    assert cleaned(process) is process
    assert_refused(
        Process(id=1, name="x", triage=Triage.LIVE_WITH_IT, until=" "),
        "Say until when we live with it.",
    )


@given(st.data())
def test_every_text_of_every_record_is_cleaned(data):
    kind = data.draw(st.sampled_from(RECORD_TYPES))
    record = draw_record(data.draw, State(), kind, 1, {})
    try:
        kept = cleaned(record)
    except Rejected:
        return
    for name in TEXT_FIELDS[kind]:
        assert getattr(kept, name) == clean(getattr(record, name))


@pytest.mark.parametrize("fingers", [-1, 6])
def test_a_hand_shows_no_other_number_of_fingers(fingers):
    assert_refused(
        Note(id=1, text="x", fingers=fingers), f"A hand shows 0 to 5 fingers, not {fingers}."
    )
    assert cleaned(Note(id=1, text="x", fingers=5)).fingers == 5


def test_a_process_is_not_merged_into_itself():
    assert_refused(
        Process(id=1, name="x", merged_into_id=1), "A process cannot be merged into itself."
    )
