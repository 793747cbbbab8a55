"""How far the time that is left reaches, in the words that the facilitator reads."""

import pytest

from workshop.domain.planning import card_sentence, plan


@pytest.mark.parametrize(
    ("seconds", "left", "sentence"),
    [
        (34 * 60, 9, "34 minutes for 9 processes: about 4 each; you will reach 7 of 9."),
        (70 * 60, 14, "70 minutes for 14 processes: about 5 each; you will reach all 14."),
        (60, 3, "1 minute for 3 processes: less than one each; you will reach none."),
        (10 * 60, 1, "10 minutes for 1 process: enough."),
        (60, 1, "1 minute for 1 process: not enough."),
        (-30, 2, "No time is left for 2 processes: choose what must be done today."),
        (600, 0, ""),
    ],
)
def test_the_plan_is_told_at_the_usual_pace(seconds, left, sentence):
    assert plan(seconds, left).sentence == sentence


def test_the_pace_of_the_room_counts_from_the_second_process_on():
    assert plan(600, 10, seconds_used=120, done=1).reached == 2
    assert plan(600, 10, seconds_used=240, done=2).reached == 5


def test_a_room_is_never_thought_faster_than_half_a_minute():
    assert plan(60, 10, seconds_used=1, done=5).reached == 2


@pytest.mark.parametrize(
    ("seconds", "cards", "sentence"),
    [
        (25 * 60, 30, "25 minutes for 30 cards: about 50 seconds each."),
        (25 * 60, 5, "25 minutes for 5 cards: about 5 minutes each."),
        (30, 1, "No time is left for 1 card: count hands on the contested ones, take the rest."),
        (600, 0, ""),
    ],
)
def test_cards_get_their_share_of_the_time(seconds, cards, sentence):
    assert card_sentence(seconds, cards) == sentence
