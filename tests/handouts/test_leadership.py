"""The leadership check on paper: its result, or the statements to answer."""

from tests.handouts.layout import composed, page_text
from tests.handouts.views import process, view_of
from workshop.domain.enums import YesNo
from workshop.domain.records import LeadershipAnswers, LeadershipMix
from workshop.words import words


def answers(item: int, *counts: int) -> LeadershipAnswers:
    names = ("never", "seldom", "sometimes", "often", "always")
    return LeadershipAnswers(id=item, item=item, **dict(zip(names, counts, strict=True)))


def every_item(*counts: int) -> list[LeadershipAnswers]:
    return [answers(item.number, *counts) for item in words().leadership.items]


def read(view) -> str:
    return composed(view, "leadership").document.root.read()


def test_each_statement_is_read_with_its_answers_and_who_said_four_or_five() -> None:
    text = read(view_of(*every_item(0, 2, 4, 7, 4)))
    first = words().leadership.items[0].text
    assert f"{first} never 0, seldom 2, sometimes 4, often 7, always 4 11 of 17" in text
    assert "17 leaders answered, without names." in text
    assert text.count("11 of 17") == len(words().leadership.items)


def test_a_statement_with_fewer_than_five_answers_shows_none_of_them() -> None:
    text = read(view_of(answers(1, 1, 1, 1, 1, 1), answers(2, 4, 0, 0, 0, 0)))
    assert "Not shown: fewer than five answers \u2013" in text
    assert "never 4" not in text


def test_both_questions_start_a_page() -> None:
    handout = composed(view_of(*every_item(1, 1, 1, 1, 1)), "leadership")
    check = words().leadership
    assert check.person.question in page_text(handout, 0)
    assert check.agency.question in page_text(handout, 1)
    assert check.agency.question not in page_text(handout, 0)


def test_without_a_result_it_is_the_sheet_to_answer_on() -> None:
    text = read(view_of())
    assert "No result yet" in text
    assert text.count("Five circles, from 1, never, to 5, always") == 19
    assert "Said 4 or 5" not in text
    assert "What we take from this" not in text


def test_mix_gap_and_lowest_statements_lead_to_two_points() -> None:
    check = words().leadership
    low = [answers(item.number, 5, 0, 0, 0, 0) for item in check.agency_items[-2:]]
    high = [answers(item.number, 0, 0, 0, 0, 5) for item in check.items[:-2]]
    text = read(view_of(*high, *low, LeadershipMix(id=1, routine=8, future=3, lasting=1)))
    mix = check.mix
    assert f"{mix.routine}: 8; {mix.future}: 3; {mix.lasting}: 1" in text
    assert "ourselves at 5.0 and the agency at 4.2 of 5." in text
    for item in check.agency_items[-2:]:
        assert f"Lowest, at 1.0: {item.text}" in text


def test_key_processes_without_a_successor_are_named() -> None:
    heir = process(2, key=YesNo.YES, successor="Deputy")
    text = read(view_of(*every_item(1, 1, 1, 1, 1), process(1, key=YesNo.YES), heir, process(3)))
    assert "Key processes without a successor 1 Process 1" in text
    assert "Process 2" not in text
    assert "Process 3" not in text


def test_those_whose_idea_it_is_are_named() -> None:
    assert "David Paschane" in read(view_of())
    assert "Performance Management is Not the Same as Process Management" in read(view_of())
