from hypothesis import given
from hypothesis import strategies as st

from workshop.exchange.voices import Voice, join_voices, split_voices


def test_a_cell_with_line_breaks_is_one_voice_a_line():
    assert split_voices("Workers: too slow\n\n Applicants: nobody calls ") == [
        Voice("Workers", "too slow"),
        Voice("Applicants", "nobody calls"),
    ]


def test_a_cell_on_one_line_is_cut_where_a_sentence_ends_and_somebody_else_speaks():
    assert split_voices("Callers: 38-minute hold. Phone team: callers ring us directly") == [
        Voice("Callers", "38-minute hold."),
        Voice("Phone team", "callers ring us directly"),
    ]


def test_a_sentence_without_a_speaker_stays_with_the_one_before():
    cell = "Inspectors: a site plan is missing. Applicants wait 9 days"
    assert split_voices(cell) == [
        Voice("Inspectors", "a site plan is missing. Applicants wait 9 days")
    ]


def test_words_without_a_speaker_are_a_voice_too():
    assert split_voices("It works.") == [Voice("", "It works.")]
    assert split_voices("See 3:15 pm") == [Voice("", "See 3:15 pm")]


def test_voices_that_a_cell_would_change_are_not_put_in_one():
    assert join_voices([Voice("", "Two\nlines")]) is None
    assert join_voices([Voice("", "Note: a colon")]) is None
    assert join_voices([Voice("Workers", "Slow. Crews: slower")]) is None


@given(st.lists(st.builds(Voice, st.text(max_size=12), st.text(min_size=1, max_size=12))))
def test_joined_voices_come_apart_as_they_were(voices):
    cell = join_voices(voices)
    assert cell is None or split_voices(cell.strip()) == voices
